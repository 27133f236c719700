//! The names of columns and values in tables that people make, in Dutch and English, as listed in
//! `vocabulary.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

use dossier::Record;
use dossier::model::{Organisation, Parentage, Partnership};

const LIST: &str = include_str!("vocabulary.txt");

struct Vocabulary {
    /// The term of the record, by field and by the word in a table.
    read: HashMap<&'static str, HashMap<String, &'static str>>,
    /// The word that exports write, by field and by the term of the record.
    written: HashMap<&'static str, HashMap<&'static str, &'static str>>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut vocabulary = Vocabulary { read: HashMap::new(), written: HashMap::new() };
    for line in LIST.lines().filter(|line| !line.starts_with('#')) {
        let Some((key, list)) = line.split_once(" = ") else { continue };
        let Some((fields, own)) = key.split_once(' ') else { continue };
        for field in fields.split('/') {
            let read = vocabulary.read.entry(field).or_default();
            read.insert(comparable(own), own);
            for word in list.split(", ") {
                read.entry(comparable(word)).or_insert(own);
                vocabulary.written.entry(field).or_default().entry(own).or_insert(word);
            }
        }
    }
    vocabulary
});

/// Returns the name of the list of words for a field: the kinds of each kind of record are a list of their own.
pub(crate) fn list<R: Record>(field: &str) -> &str {
    match field {
        "kind" if R::MAP == Organisation::MAP => "organisation_kind",
        "kind" if R::MAP == Partnership::MAP => "partnership_kind",
        "kind" if R::MAP == Parentage::MAP => "parentage_kind",
        field => field,
    }
}

/// Returns the field that a column holds, by its heading.
pub(crate) fn field(column: &str) -> Option<&'static str> {
    choice("field", column)
}

/// Returns the term of the record for a value.
pub(crate) fn choice(field: &str, value: &str) -> Option<&'static str> {
    VOCABULARY.read.get(field)?.get(&comparable(value)).copied()
}

/// Returns the terms of the record for a list of values, joined by commas; `None` if one of them is not
/// known.
pub(crate) fn choices(field: &str, values: &str) -> Option<String> {
    if let Some(one) = choice(field, values) {
        return Some(one.to_owned());
    }
    let parts = values.split([',', ';', '/']).map(str::trim).filter(|part| !part.is_empty());
    let own: Option<Vec<&str>> = parts.map(|part| choice(field, part)).collect();
    own.filter(|own| !own.is_empty()).map(|own| own.join(","))
}

/// Returns the heading that exports write for a field.
pub(crate) fn heading(field: &str) -> &str {
    written("field", field)
}

/// Returns the word that exports write for a value, or the value itself if it is no choice.
pub(crate) fn written<'a>(field: &str, own: &'a str) -> &'a str {
    VOCABULARY.written.get(field).and_then(|words| words.get(own)).copied().unwrap_or(own)
}

/// Returns a word in the form in which two words are compared: in small letters, without accents, with spaces
/// for underscores.
fn comparable(word: &str) -> String {
    let plain = word.trim().trim_matches('\u{feff}').to_lowercase();
    plain
        .chars()
        .map(|c| match c {
            'à' | 'á' | 'â' | 'ä' => 'a',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ò' | 'ó' | 'ô' | 'ö' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            '_' => ' ',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_read_every_word_that_exports_write() {
        for (field, words) in &VOCABULARY.written {
            for (own, word) in words {
                assert_eq!(choice(field, word), Some(*own), "{field} {word}");
            }
        }
    }

    #[test]
    fn every_choice_of_the_record_has_a_word() {
        use dossier::Choice;
        use dossier::model::*;

        fn known<C: Choice>(field: &str) {
            for choice in C::ALL {
                assert_eq!(super::choice(field, choice.as_str()), Some(choice.as_str()), "{field}");
            }
        }
        known::<Relation>("relation");
        known::<Sector>("sector");
        known::<Ring>("ring");
        known::<AgeGroup>("age");
        known::<Gender>("gender");
        known::<CivilStatus>("civil_status");
        known::<Work>("work");
        known::<Schooling>("schooling");
        known::<TravelTime>("travel");
        known::<Frequency>("frequency");
        known::<Channel>("channel");
        known::<Initiative>("initiative");
        known::<SupportKind>("gives");
        known::<SupportKind>("receives");
        known::<Quality>("quality");
        known::<Strength>("strength");
        known::<Energy>("energy");
        known::<CarerRole>("carer_roles");
        known::<LifeStatus>("life");
        known::<TieKind>("kind");
        known::<OrganisationKind>("organisation_kind");
        known::<PartnershipKind>("partnership_kind");
        known::<ParentageKind>("parentage_kind");
    }
}
