//! What columns and values are called in tables that people make, in Dutch and English: the list stands in `words.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

use dossier::Record;
use dossier::model::Organisation;

const LIST: &str = include_str!("words.txt");

struct Words {
    /// From a table's field and a word to the record's own word.
    read: HashMap<&'static str, HashMap<String, &'static str>>,
    /// From a table's field and the record's own word to the word that exports write.
    written: HashMap<&'static str, HashMap<&'static str, &'static str>>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words { read: HashMap::new(), written: HashMap::new() };
    for line in LIST.lines().filter(|line| !line.starts_with('#')) {
        let Some((key, list)) = line.split_once(" = ") else { continue };
        let Some((fields, own)) = key.split_once(' ') else { continue };
        for field in fields.split('/') {
            let read = words.read.entry(field).or_default();
            read.insert(folded(own), own);
            for word in list.split(", ") {
                read.entry(folded(word)).or_insert(own);
                words.written.entry(field).or_default().entry(own).or_insert(word);
            }
        }
    }
    words
});

/// The list of words for a field of a kind of record: what kinds of organisations there are is another list than that of
/// ties.
pub(crate) fn list<R: Record>(field: &str) -> &str {
    if field == "kind" && R::MAP == Organisation::MAP { "organisation_kind" } else { field }
}

/// The field that a column is called after.
pub(crate) fn field(column: &str) -> Option<&'static str> {
    choice("field", column)
}

/// The record's own word for a value.
pub(crate) fn choice(field: &str, value: &str) -> Option<&'static str> {
    WORDS.read.get(field)?.get(&folded(value)).copied()
}

/// The record's own words for a list of values with commas or semicolons; `None` where one is not known.
pub(crate) fn choices(field: &str, values: &str) -> Option<String> {
    if let Some(one) = choice(field, values) {
        return Some(one.to_owned());
    }
    let parts = values.split([',', ';', '/']).map(str::trim).filter(|part| !part.is_empty());
    let own: Option<Vec<&str>> = parts.map(|part| choice(field, part)).collect();
    own.filter(|own| !own.is_empty()).map(|own| own.join(","))
}

/// The word that exports write for a column.
pub(crate) fn heading(field: &str) -> &str {
    written("field", field)
}

/// The word that exports write for a value, or the value where it is no choice.
pub(crate) fn written<'a>(field: &str, own: &'a str) -> &'a str {
    WORDS.written.get(field).and_then(|words| words.get(own)).copied().unwrap_or(own)
}

/// A word without case, accents, underscores and hyphens at its edges.
fn folded(word: &str) -> String {
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
    fn what_an_export_writes_an_import_understands() {
        for (field, words) in &WORDS.written {
            for (own, word) in words {
                assert_eq!(choice(field, word), Some(*own), "{field} {word}");
            }
        }
    }

    #[test]
    fn every_choice_of_the_record_has_its_word() {
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
    }
}
