//! No value of a file is lost in silence: each is in the record after an import, or named with its line.
//!
//! The tests plant a word that stands nowhere else in each value of a generated file, and look for every word
//! afterwards. What a file says of itself (versions, encodings, ids, schemas) is no value.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use dossier::Dossier;
use interchange::{ExportFormat, ImportFormat, ImportPlan, UnreadReason, write};
use proptest::prelude::*;
use proptest::sample::Index;
use support::*;

/// The most characters of a text that could not be read that the list keeps.
const EXCERPT: usize = 120;
/// The most lines that the list keeps for a kind of data.
const MOST_LINES: usize = 20;

/// A value of a generated file.
#[derive(Debug)]
struct Planted {
    /// The value as the record would have it.
    word: String,
    /// The value as the file has it.
    written: String,
    line: u32,
    /// The names under which the value may be left out, each with its line.
    kinds: Vec<(String, u32)>,
}

/// A file that is being generated.
#[derive(Default)]
struct File {
    text: String,
    planted: Vec<Planted>,
    /// Makes the words of two files different.
    salt: u32,
}

impl File {
    fn new(salt: u32) -> Self {
        Self { salt, ..Self::default() }
    }

    /// Adds a line as it is.
    fn raw(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Returns the number of the line that is written next.
    fn line(&self) -> u32 {
        1 + self.text.matches('\n').count() as u32
    }

    /// Adds a line in which every `{}` becomes a word, every `{d}` a date and every `{g}` a date as family trees write
    /// it.
    fn add(&mut self, template: &str, kinds: &[(String, u32)]) {
        const MONTHS: [&str; 12] =
            ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
        let (line, mut rest) = (self.line(), template);
        while let Some(at) = rest.find('{') {
            let (before, after) = rest.split_at(at);
            let (hole, after) = after.split_once('}').unwrap();
            let number = self.planted.len() as u32;
            let (year, month, day) = (1910 + number % 89, 1 + number % 12, 1 + number % 28);
            let (word, written) = match hole {
                "{d" => (format!("{year}-{month:02}-{day:02}"), format!("{year}-{month:02}-{day:02}")),
                "{g" => (
                    format!("{year}-{month:02}-{day:02}"),
                    format!("{day} {} {year}", MONTHS[month as usize - 1]),
                ),
                _ => {
                    let word = format!("w{number:03}{}z", self.letters());
                    (word.clone(), word)
                }
            };
            self.text.push_str(before);
            self.text.push_str(&written);
            self.planted.push(Planted { word, written, line, kinds: kinds.to_vec() });
            rest = after;
        }
        self.text.push_str(rest);
        self.text.push('\n');
    }

    fn letters(&self) -> String {
        let letter = |shift: u32| char::from(b'a' + (self.salt / 26_u32.pow(shift) % 26) as u8);
        (0..4).map(letter).collect()
    }
}

/// Returns the values that are neither in the record nor named.
fn lost(file: &File, dossier: &Dossier, plan: &ImportPlan) -> Vec<String> {
    let whole = String::from_utf8(write(ExportFormat::Json, dossier, &[]).remove(0).bytes).unwrap();
    let is_kept = |one: &Planted| {
        let places = one.kinds.iter().map(|(_, line)| *line).chain([one.line]).collect::<Vec<_>>();
        whole.contains(&one.word)
            || plan.unread.lines.iter().any(|unread| {
                let is_cut = unread.text.chars().count() >= EXCERPT - 20;
                // The client, and somebody who stands in the file twice, are named with the line where they begin, and a
                // couple with the line of the second partner or of the divorce.
                let is_there = places.contains(&unread.line)
                    || matches!(unread.reason, UnreadReason::OfClient | UnreadReason::SameId | UnreadReason::UnknownEnd) || unread.text.contains(" – ");
                is_there && (is_cut || unread.text.contains(&one.written) || unread.text.contains(&one.word))
            })
            // A group that nobody is put into is named with the line where it begins.
            || plan.unread.left_out.iter().any(|(kind, left)| kind.contains(&one.word) && left.times > 0)
            || one.kinds.iter().any(|(kind, line)| {
                let left_out = plan.unread.left_out.get(kind);
                left_out.is_some_and(|one| one.lines.contains(line) || one.lines.len() == MOST_LINES)
            })
    };
    let lost = file.planted.iter().filter(|one| !is_kept(one));
    lost.map(|one| format!("line {}: {} ({:?})", one.line, one.written, one.kinds)).collect()
}

fn nothing_lost(file: &File, format: ImportFormat, mut dossier: Dossier) -> Result<(), TestCaseError> {
    let Ok(_) = interchange::read(format, file.text.as_bytes()) else { return Ok(()) };
    let plan = import_bytes(&mut dossier, format, file.text.as_bytes());
    let lost = lost(file, &dossier, &plan);
    prop_assert!(lost.is_empty(), "lost: {lost:#?}\n{}\n{:#?}", file.text, plan.unread);
    Ok(())
}

/// Returns between none and `most` choices.
fn choices(most: usize) -> impl Strategy<Value = Vec<Index>> {
    proptest::collection::vec(any::<Index>(), 0..=most)
}

const CARD: &[&str] = &[
    "N:{};{};{};{};{}",
    "FN:{}",
    "FN:{}, {}; {}",
    "NICKNAME:{},{}",
    "ORG:{};{}",
    "TEL:{}",
    "TEL;TYPE=cell:{}",
    "item1.TEL;VALUE=uri:tel:{}",
    "EMAIL;PREF=1:{}@example.org",
    "NOTE:{}\\n{}\\, {}",
    "NOTE;VALUE=date:{}",
    "CATEGORIES:{},{}",
    "CATEGORIES:buren,{},vriend,{}",
    "BDAY:{d}",
    "BDAY:{}",
    "BDAY;VALUE=text:{}",
    "DEATHDATE:{d}",
    "GENDER:{}",
    "GENDER:F;{}",
    "KIND:{}",
    "KIND:org",
    "KIND:group",
    "X-ADDRESSBOOKSERVER-KIND:{}",
    "X-ADDRESSBOOKSERVER-KIND:group",
    "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:{}",
    "MEMBER:urn:uuid:{}",
    "ROLE:{}",
    "TITLE:{}",
    "URL:https://example.org/{}",
    "ADR;TYPE=home:;;{};{};;{};{}",
    "ANNIVERSARY:{d}",
    "RELATED;TYPE=friend:{}",
    "LANG:{}",
    "IMPP:xmpp:{}",
    "TZ:{}",
    "GEO:geo:{}",
    "X-PHONETIC-LAST-NAME:{}",
    "item1.X-ABLABEL:{}",
    "{}",
    "{} {}",
    "{};{}",
    "BEGIN:{}",
    "=C3{}",
];

/// Adds a card with a choice of properties.
fn add_card(file: &mut File, version: &str, properties: &[Index]) {
    file.add("BEGIN:VCARD", &[]);
    file.add(&format!("VERSION:{version}"), &[]);
    for property in properties {
        let template = property.get(CARD);
        let name = template.split([':', ';']).next().unwrap().trim_start_matches("item1.");
        let line = file.line();
        file.add(template, &[(name.to_owned(), line)]);
    }
    file.add("END:VCARD", &[]);
}

/// The headings of a table of people, each with the name under which a value in it may be left out.
const COLUMNS: &[(&str, &str)] = &[
    ("naam", "naam"),
    ("Naam", "naam"),
    ("voornaam", "voornaam"),
    ("Last Name", "Last Name"),
    ("Nickname", "naam"),
    ("bedrijf", "bedrijf"),
    ("Organization 1 - Name", "bedrijf"),
    ("Labels", "labels"),
    ("E-mail Address", "bereikbaar via"),
    ("E-mail 2 Address", "bereikbaar via"),
    ("Birthday", "geboren"),
    ("type", "type"),
    ("relatie", "relatie"),
    ("Relationship", "relatie"),
    ("sector", "sector"),
    ("ring", "ring"),
    ("leeftijd", "leeftijdsgroep"),
    ("geslacht", "geslacht"),
    ("groep", "groep"),
    ("geeft steun", "geeft steun"),
    ("geboren", "geboren"),
    ("overleden", "overleden"),
    ("telefoon", "bereikbaar via"),
    ("e-mail", "bereikbaar via"),
    ("opmerking", "opmerking"),
    ("notitie", "opmerking"),
    ("soort band", "soort band"),
    ("van", "van"),
    ("schoenmaat", "schoenmaat"),
    ("networkCanvasCaseID", "networkCanvasCaseID"),
    ("networkCanvasEgoUUID", "networkCanvasEgoUUID"),
    ("", ""),
];

const CELLS: &[&str] =
    &["", "{}", "{}", "{d}", "\"{}, {}\"", "\"{}\"\"{}\"", "Anna", "\"{}", "'{}", "vriend"];

/// Adds a row of a table. Cells beyond the last heading have no name.
fn add_row(file: &mut File, headings: &[(&str, &str)], cells: &[Index]) {
    let line = file.line();
    let mut row = File::new(file.salt);
    for (place, cell) in cells.iter().enumerate() {
        let (heading, known) = headings.get(place).copied().unwrap_or_default();
        let kinds: Vec<(String, u32)> = [heading, known].map(|kind| (kind.to_owned(), line)).into();
        row.text.clear();
        // The words of the file so far count, so that the next one has another number.
        row.planted = std::mem::take(&mut file.planted);
        let before = row.planted.len();
        let cell = *cell.get(CELLS);
        row.add(cell, &kinds);
        row.planted[before..].iter_mut().for_each(|one| one.line = line);
        file.planted = std::mem::take(&mut row.planted);
        if place > 0 {
            file.text.push(';');
        }
        file.text.push_str(row.text.trim_end());
    }
    file.text.push('\n');
}

const TIE_COLUMNS: &[(&str, &str)] = &[
    ("van", "van"),
    ("naar", "naar"),
    ("id", "id"),
    ("naam", "naam"),
    ("type", "type"),
    ("soort band", "soort band"),
    ("sterkte", "sterkte"),
    ("kwaliteit", "kwaliteit"),
    ("opmerking", "opmerking"),
    ("gewicht", "gewicht"),
    ("networkCanvasUUID", "networkCanvasUUID"),
    ("", ""),
];

/// The attributes of a network, as its file declares them: the id, the name, and the name under which a value may be
/// left out.
const KEYS: &[(&str, &str, &str)] = &[
    ("k0", "name", "naam"),
    ("k1", "label", "naam"),
    ("k2", "type", "type"),
    ("k3", "relation", "relatie"),
    ("k4", "remark", "opmerking"),
    ("k5", "contact", "bereikbaar via"),
    ("k6", "group", "groep"),
    ("k7", "born", "geboren"),
    ("k8", "kind", "soort band"),
    ("k9", "id", "id"),
    ("k10", "strength", "sterkte"),
    ("k11", "mood", "mood"),
    ("k12", "relation_friend", "relation_friend"),
    ("k13", "networkCanvasCaseID", "networkCanvasCaseID"),
    ("k14", "a", "van"),
    ("k99", "", "k99"),
];

/// Adds a line within a node or an edge.
fn add_datum(file: &mut File, of: u32, choice: &Index) {
    let (line, place) = (file.line(), choice.index(KEYS.len() * 2 + 6));
    // What is about the client is named with the line of the node.
    let kind = |kind: &str| vec![(kind.to_owned(), line), (kind.to_owned(), of)];
    if let Some((id, name, known)) = KEYS.get(place / 2).filter(|_| place < KEYS.len() * 2) {
        let kinds = [kind(name), kind(known)].concat();
        let value = if *name == "born" && place % 2 == 0 { "{d}" } else { "{}" };
        return file.add(&format!("<data key=\"{id}\">{value}</data>"), &kinds);
    }
    match place - KEYS.len() * 2 {
        0 => file.add("<desc>{}</desc>", &kind("desc")),
        1 => file.add("<mood>{}</mood>", &kind("mood")),
        2 => file.add("<data key=\"k4\">a &amp; {} <![CDATA[<{}>]]></data>", &[kind("remark"), kind("opmerking")].concat()),
        3 => file.add(
            "<data key=\"k11\"><y:Node><y:Fill color=\"{}\"/><y:NodeLabel>{}</y:NodeLabel><y:NodeLabel>{}</y:NodeLabel></y:Node></data>",
            &[kind("mood"), kind("NodeLabel")].concat(),
        ),
        4 => file.add("{}", &[kind("node"), kind("edge")].concat()),
        _ => file.add("<data key=\"k4\">&{};</data>", &kind("remark")),
    }
}

/// Adds a node of a network with its data.
fn add_node(file: &mut File, id: &str, data: &[Index], group: bool) {
    let line = file.line();
    let kinds: Vec<_> = ["colour", "node"].map(|kind| (kind.to_owned(), line)).into();
    let folder = if group { " yfiles.foldertype=\"group\"" } else { "" };
    file.add(&format!("<node id=\"{id}\"{folder} colour=\"{{}}\">"), &kinds);
    data.iter().for_each(|datum| add_datum(file, line, datum));
}

/// The lines that a record of a family tree may have, each with its level.
const PERSON: &[&[(u32, &str)]] = &[
    &[(1, "NAME {} /{}/"), (2, "GIVN {}"), (2, "NICK {}"), (2, "TYPE {}"), (2, "NOTE {}")],
    &[(1, "NAME"), (2, "GIVN {}"), (2, "SURN {}"), (2, "NPFX {}"), (2, "_MARNM {}")],
    &[(1, "NAME {}"), (2, "CONC {}"), (2, "CONT {}")],
    &[(1, "SEX {}")],
    &[(1, "BIRT {}"), (2, "DATE {g}"), (2, "PLAC {}")],
    &[(1, "BIRT"), (2, "DATE {}"), (3, "PHRASE {}")],
    &[(1, "BIRT Y"), (2, "DATE BET {g} AND {g}"), (2, "TYPE {}")],
    &[(1, "BIRT"), (2, "DATE INT {g} ({})"), (2, "NOTE {}"), (3, "CONT {}")],
    &[(1, "DEAT {}"), (2, "DATE {g}"), (2, "CAUS {}"), (2, "_UID {}")],
    &[(1, "DEAT N"), (2, "DATE {g}")],
    &[(1, "BURI {}"), (2, "DATE {g}")],
    &[(1, "OCCU {}"), (2, "DATE {g}")],
    &[(1, "NOTE {}"), (2, "CONT {}"), (2, "SOUR {}")],
    &[(1, "NOTE @N1@"), (2, "SOUR {}")],
    &[(1, "NOTE @N9@")],
    &[(1, "PHON {}"), (2, "TYPE {}")],
    &[(1, "EMAIL {}")],
    &[(1, "ADOP {}"), (2, "FAMC @F1@"), (3, "ADOP {}"), (2, "DATE {g}")],
    &[(1, "ADOP {}"), (2, "AGE {}")],
    &[(1, "FAMC @F1@"), (2, "PEDI {}"), (2, "STAT {}")],
    &[(1, "FAMC {}")],
    &[(1, "FAMS @F1@"), (2, "NOTE {}")],
    &[(1, "ASSO @I1@"), (2, "RELA {}"), (2, "RELA {}"), (2, "NOTE {}")],
    &[(1, "ASSO @I2@"), (2, "ROLE {}"), (3, "PHRASE {}")],
    &[(1, "ASSO {}"), (2, "RELA {}")],
    &[(1, "_UID {}")],
    &[(1, "UID {}")],
    &[(1, "RESI {}"), (2, "ADDR {}"), (3, "CITY {}")],
    &[(1, "EVEN {}"), (2, "TYPE {}")],
    &[(1, "RESI"), (3, "DEEP {}")],
];

const FAMILY: &[&[(u32, &str)]] = &[
    &[(1, "HUSB @I1@"), (2, "AGE {}")],
    &[(1, "WIFE @I2@")],
    &[(1, "WIFE {}")],
    &[(1, "CHIL @I3@"), (2, "_FREL {}"), (2, "_MREL {}"), (2, "NOTE {}")],
    &[(1, "MARR {}"), (2, "DATE {g}"), (2, "PLAC {}")],
    &[(1, "MARR"), (2, "DATE {}"), (2, "TYPE {}")],
    &[(1, "DIV {}"), (2, "DATE {g}")],
    &[(1, "DIV {}")],
    &[(1, "ANUL {}"), (2, "DATE {g}")],
    &[(1, "ENGA"), (2, "DATE {g}")],
    &[(1, "NOTE {}")],
    &[(1, "NCHI {}")],
];

/// Adds the lines of a record of a family tree. The name of what is left out is the tags from the record on.
fn add_structures(file: &mut File, record: &str, tag: &str, lines: &[(u32, &str)]) {
    let mut above: Vec<(String, u32)> = Vec::new();
    for (level, text) in lines {
        let (line, own) = (file.line(), text.split(' ').next().unwrap());
        above.truncate(*level as usize - 1);
        let tags = above.last().map_or(own.to_owned(), |(tags, _)| format!("{tags}.{own}"));
        above.push((tags, line));
        // A record that nobody reads is named as a whole, and a note with its own tag before the others.
        let record_line = record.parse().unwrap();
        let with_tag = above.iter().map(|(tags, line)| (format!("{tag}.{tags}"), *line));
        let kinds: Vec<_> =
            above.iter().cloned().chain(with_tag).chain([(tag.to_owned(), record_line)]).collect();
        file.add(&format!("{level} {text}"), &kinds);
    }
}

fn add_record(file: &mut File, head: &str, tag: &str, parts: &[&[(u32, &str)]]) {
    let line = file.line();
    file.add(head, &[(tag.to_owned(), line)]);
    parts.iter().for_each(|part| add_structures(file, &line.to_string(), tag, part));
}

/// The lines of a part of a document, each with the names under which its values may be left out.
type Part = &'static [(&'static str, &'static [&'static str])];

/// Adds the parts of an entry. A value may also be left out with the line and the tag of the part that it stands in.
fn add_parts(file: &mut File, parts: &[Part], around: &[(String, u32)]) {
    for part in parts {
        let first = file.line();
        for (text, kinds) in *part {
            let line = file.line();
            let own = kinds.iter().flat_map(|kind| [(*kind, line), (*kind, first)]);
            let own = own.map(|(kind, line)| (kind.to_owned(), line));
            file.add(text, &own.chain(around.iter().cloned()).collect::<Vec<_>>());
        }
    }
}

/// The parts of a person of Gramps.
const GRAMPS_PERSON: &[Part] = &[
    &[("<gender>{}</gender>", &["SEX"])],
    &[
        ("<name type=\"{}\">", &["NAME.TYPE"]),
        ("<first>{}</first>", &[]),
        ("<call>{}</call>", &["NAME.GIVN"]),
        ("<surname prefix=\"{}\">{}</surname>", &["NAME.SURN"]),
        ("<surname connector=\"{}\">{}</surname>", &["NAME.surname"]),
        ("<suffix>{}</suffix>", &["NAME.NSFX"]),
        ("<title>{}</title>", &["NAME.NPFX"]),
        ("<nick>{}</nick>", &["NAME.NICK"]),
        ("<familynick>{}</familynick>", &["NAME.familynick"]),
        ("<dateval val=\"{d}\"/>", &["NAME.dateval"]),
        ("{}", &["NAME.text"]),
        ("</name>", &[]),
    ],
    &[("<name alt=\"1\"><first>{}</first></name>", &[])],
    &[("<name><surname derivation=\"{}\">{}</surname></name>", &["NAME.SURN.derivation"])],
    &[
        ("<eventref hlink=\"_e1\" role=\"Primary\">", &[]),
        ("<attribute type=\"{}\" value=\"{}\"/>", &["eventref"]),
        ("</eventref>", &[]),
    ],
    &[("<eventref hlink=\"_e2\" priv=\"1\"/>", &[])],
    &[("<eventref hlink=\"_e3\" role=\"Primary\"/>", &[])],
    &[("<eventref hlink=\"_e1\" role=\"{}\"/>", &["eventref"])],
    &[("<eventref hlink=\"{}\" role=\"Primary\"/>", &["eventref"])],
    &[("<address><street>{}</street><phone>{}</phone></address>", &["address"])],
    &[("<attribute priv=\"1\" type=\"{}\" value=\"{}\"/>", &["attribute"])],
    &[("<url href=\"{}\" type=\"E-mail\"/>", &["url"])],
    &[("<lds_ord type=\"{}\"/>", &["lds_ord"])],
    &[("<childof hlink=\"_f1\"/>", &[])],
    &[("<childof hlink=\"{}\"/>", &["FAMC"])],
    &[("<parentin hlink=\"_f1\"/>", &[])],
    &[("<parentin hlink=\"{}\"/>", &["FAMS"])],
    &[
        ("<personref hlink=\"_p1\" rel=\"{}\">", &["RELA"]),
        ("<note>{}</note>", &["ASSO.note"]),
        ("</personref>", &[]),
    ],
    &[("<personref hlink=\"{}\" rel=\"{}\"/>", &["ASSO"])],
    &[("<noteref hlink=\"_n1\"/>", &[])],
    &[("<noteref hlink=\"{}\"/>", &["NOTE"])],
    &[("<citationref hlink=\"{}\"/>", &["citationref"])],
    &[("{}", &["text"])],
];

/// The parts of an event of Gramps. Each is named under the event, whatever that is called.
const GRAMPS_EVENT: &[Part] = &[
    &[("<description>{}</description>", &["", "description"])],
    &[("<dateval val=\"{d}\"/>", &["DATE"])],
    &[("<dateval val=\"{d}\" type=\"about\" cformat=\"{}\"/>", &["DATE", "DATE.cformat"])],
    &[("<dateval val=\"{}\" quality=\"{}\"/>", &["DATE", "DATE.quality"])],
    &[("<dateval val=\"{d}\" type=\"{}\"/>", &["DATE", "DATE.type"])],
    &[("<daterange start=\"{d}\" stop=\"{d}\"/>", &["DATE"])],
    &[("<datespan start=\"{d}\" stop=\"{}\"/>", &["DATE"])],
    &[("<datestr val=\"{}\"/>", &["DATE"])],
    &[("<place hlink=\"{}\"/>", &["place"])],
    &[("<attribute type=\"{}\" value=\"{}\"/>", &["attribute"])],
    &[("<noteref hlink=\"{}\"/>", &["noteref"])],
];

/// The parts of a family of Gramps.
const GRAMPS_FAMILY: &[Part] = &[
    &[("<rel type=\"{}\"/>", &["rel"])],
    &[("<rel type=\"Married\"/>", &[])],
    &[("<father hlink=\"_p1\"/>", &[])],
    &[("<father hlink=\"{}\"/>", &["HUSB"])],
    &[("<mother hlink=\"_p2\"/>", &[])],
    &[("<mother hlink=\"{}\"/>", &["WIFE"])],
    &[
        ("<childref hlink=\"_p3\" frel=\"{}\" mrel=\"{}\">", &["CHIL"]),
        ("<noteref hlink=\"{}\"/>", &["CHIL.noteref"]),
        ("</childref>", &[]),
    ],
    &[("<childref hlink=\"{}\"/>", &["CHIL"])],
    &[("<eventref hlink=\"_e1\" role=\"Family\"/>", &[])],
    &[("<eventref hlink=\"_e2\"/>", &[])],
    &[("<attribute type=\"{}\" value=\"{}\"/>", &["attribute"])],
    &[("<noteref hlink=\"{}\"/>", &["NOTE", "noteref"])],
];

/// The kinds of events of Gramps, each with the tag under which it is left out.
const GRAMPS_KINDS: &[(&str, &str)] = &[
    ("Birth", "BIRT"),
    ("Death", "DEAT"),
    ("Burial", "BURI"),
    ("Occupation", "OCCU"),
    ("Baptism", "Baptism"),
    ("Marriage", "MARR"),
    ("Divorce", "DIV"),
];

/// Adds an event of a kind.
fn add_event(file: &mut File, handle: &str, kind: &Index, parts: &[Index]) {
    let (line, (kind, tag)) = (file.line(), *kind.get(GRAMPS_KINDS));
    file.add(&format!("<event handle=\"{handle}\" id=\"{handle}\"><type>{kind}</type>"), &[]);
    for part in parts {
        for (text, kinds) in *part.get(GRAMPS_EVENT) {
            let own = kinds.iter().map(|kind| format!("{tag}.{kind}").trim_end_matches('.').to_owned());
            let own = own
                .map(|kind| (kind, file.line()))
                .chain([(tag.to_owned(), line), ("event".to_owned(), line)]);
            let own = own.collect::<Vec<_>>();
            file.add(text, &own);
        }
    }
    file.add("</event>", &[]);
}

/// The values of a record of a dossier in JSON: each with its key.
const JSON_RECORD: &[(&str, &str)] = &[
    ("name", "\"{}\""),
    ("contact", "\"{}\""),
    ("remark", "\"{}\""),
    ("group", "\"{}\""),
    ("born", "\"{d}\""),
    ("died", "\"{}\""),
    ("since", "\"{d}\""),
    ("relation", "\"{}\""),
    ("strength", "\"{}\""),
    ("kind", "\"{}\""),
    ("gives", "[\"{}\", \"{}\"]"),
    ("ecogram", "[\"{}\"]"),
    ("own_dossier", "\"{}\""),
    ("a", "\"{}\""),
    ("b", "\"{}\""),
    ("a", "\"p-0\""),
    ("b", "\"p-1\""),
    ("parent", "\"{}\""),
    ("parent", "\"client\""),
    ("child", "\"{}\""),
    ("mood", "\"{}\""),
    ("mood", "[[\"{}\"]]"),
    ("colour", "[1, 2]"),
];

/// The lists of a dossier in JSON, and some that it does not have.
const JSON_LISTS: &[&str] =
    &["people", "organisations", "ties", "partnerships", "parentages", "goals", "notes", "whatever"];

/// Adds a list of records as Kring writes it, with one value a line. No key stands twice in a record.
fn add_list(file: &mut File, list: &str, records: &[(bool, Vec<Index>)]) {
    let list_line = file.line();
    file.raw(&format!("  \"{list}\": ["));
    for (place, (has_id, values)) in records.iter().enumerate() {
        file.raw("    {");
        let mut line = list_line;
        if *has_id {
            line = file.line();
            let id = if list == "people" { "p" } else { list };
            file.raw(&format!("      \"id\": \"{id}-{place}\","));
        }
        add_values(file, values, |key| vec![(key.to_owned(), line), (list.to_owned(), line)]);
        file.raw(if place + 1 < records.len() { "    }," } else { "    }" });
    }
    file.raw("  ],");
}

/// Adds the values of a record, each under its names if it is left out.
fn add_values(file: &mut File, values: &[Index], kinds: impl Fn(&str) -> Vec<(String, u32)>) {
    let mut keys = Vec::new();
    for value in values {
        let (key, value) = *value.get(JSON_RECORD);
        if !keys.contains(&key) {
            keys.push(key);
            file.add(&format!("      \"{key}\": {value},"), &kinds(key));
        }
    }
    file.raw("      \"last\": null");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_value_of_contacts_is_lost(
        cards in proptest::collection::vec((any::<bool>(), choices(10)), 1..4),
        salt in any::<u32>(),
    ) {
        let mut file = File::new(salt);
        for (old, properties) in cards {
            add_card(&mut file, if old { "3.0" } else { "4.0" }, &properties);
        }
        nothing_lost(&file, ImportFormat::Vcard, dossier_of("Anna"))?;
    }

    #[test]
    fn no_value_of_a_table_of_people_is_lost(
        headings in choices(9),
        rows in proptest::collection::vec(choices(11), 0..6),
        salt in any::<u32>(),
    ) {
        let mut file = File::new(salt);
        let headings: Vec<_> = headings.iter().map(|heading| *heading.get(COLUMNS)).collect();
        let names: Vec<_> = headings.iter().map(|(heading, _)| *heading).collect();
        file.add(&names.join(";"), &[]);
        rows.iter().for_each(|row| add_row(&mut file, &headings, row));
        nothing_lost(&file, ImportFormat::Csv, dossier_of("Anna"))?;
    }

    #[test]
    fn no_value_of_a_table_of_ties_is_lost(
        headings in choices(7),
        rows in proptest::collection::vec((any::<Index>(), any::<Index>(), choices(8)), 0..6),
        salt in any::<u32>(),
    ) {
        let mut dossier = dossier_of("Anna");
        import(&mut dossier, ImportFormat::Csv, "naam\nJan\nPiet\nKees\nKees\n");
        let mut file = File::new(salt);
        let ends = [("van", "van"), ("naar", "naar")];
        let more = headings.iter().map(|heading| *heading.get(TIE_COLUMNS));
        let headings: Vec<_> = ends.into_iter().chain(more).collect();
        let names: Vec<_> = headings.iter().map(|(heading, _)| *heading).collect();
        file.add(&names.join(";"), &[]);
        for (a, b, cells) in rows {
            let all = ["Jan", "Piet", "Kees", "Anna", "Truus"];
            file.text.push_str(&format!("{};{};", a.get(&all), b.get(&all)));
            let line = file.line();
            add_row(&mut file, &headings[2..], &cells);
            prop_assert!(file.planted.iter().all(|one| one.line <= line));
        }
        nothing_lost(&file, ImportFormat::Csv, dossier)?;
    }

    #[test]
    fn no_value_of_a_network_is_lost(
        defaults in choices(2),
        whole in choices(2),
        nodes in proptest::collection::vec((any::<Index>(), choices(6)), 1..6),
        edges in proptest::collection::vec((any::<Index>(), any::<Index>(), choices(5)), 0..5),
        salt in any::<u32>(),
    ) {
        let mut file = File::new(salt);
        let line = file.line() + 1;
        file.add("<!DOCTYPE graphml [\n<!ENTITY more \"{}\">\n]>", &[("ENTITY".to_owned(), line)]);
        let line = file.line();
        file.add("<graphml made=\"{}\">", &[("made".to_owned(), line)]);
        for (place, (id, name, known)) in KEYS.iter().enumerate().filter(|(_, (_, name, _))| !name.is_empty()) {
            file.add(&format!("<key id=\"{id}\" for=\"all\" attr.name=\"{name}\">"), &[]);
            if defaults.iter().any(|default| default.index(KEYS.len()) == place) {
                let line = file.line();
                let kinds = [*name, *known].map(|kind| (kind.to_owned(), line));
                file.add("<default>{}</default>", &kinds);
            }
            file.add("</key>", &[]);
        }
        file.add("<graph edgedefault=\"undirected\">", &[]);
        whole.iter().for_each(|datum| {
            let line = file.line();
            add_datum(&mut file, line, datum);
            let graph = ("graph".to_owned(), line);
            file.planted.iter_mut().filter(|one| one.line == line).for_each(|one| one.kinds.push(graph.clone()));
        });
        let ids = ["a", "b", "c", "client", "g"];
        let mut open = 0;
        for (id, data) in &nodes {
            let id = id.get(&ids);
            add_node(&mut file, id, data, *id == "g");
            // The nodes after a group are in it.
            match *id == "g" {
                true => {
                    open += 1;
                    file.add("<graph>", &[]);
                }
                false => file.add("</node>", &[]),
            }
        }
        (0..open).for_each(|_| file.add("</graph></node>", &[]));
        for (a, b, data) in &edges {
            let ends = ["a", "b", "c", "client", "nobody"];
            let line = file.line();
            let kinds: Vec<_> = ["colour", "edge"].map(|kind| (kind.to_owned(), line)).into();
            let (a, b) = (a.get(&ends), b.get(&ends));
            file.add(&format!("<edge id=\"e\" source=\"{a}\" target=\"{b}\" colour=\"{{}}\">"), &kinds);
            data.iter().for_each(|datum| add_datum(&mut file, line, datum));
            file.add("</edge>", &[]);
        }
        file.add("</graph></graphml>", &[]);
        nothing_lost(&file, ImportFormat::Graphml, dossier_of("Anna"))?;
    }

    #[test]
    fn no_value_of_a_family_tree_is_lost(
        people in proptest::collection::vec((any::<Index>(), choices(7)), 1..5),
        families in proptest::collection::vec((any::<Index>(), choices(7)), 0..3),
        notes in 0_u32..3,
        client in any::<bool>(),
        salt in any::<u32>(),
    ) {
        let mut file = File::new(salt);
        let head: &[(u32, &str)] = &[(1, "NOTE {}"), (2, "CONT {}"), (1, "COPR {}"), (1, "_MAKER {}")];
        add_record(&mut file, "0 HEAD", "HEAD", &[head]);
        for (id, parts) in &people {
            let parts: Vec<_> = parts.iter().map(|part| *part.get(PERSON)).collect();
            let id = *id.get(&["0 @I1@ INDI", "0 @I2@ INDI", "0 @I3@ INDI", "0 INDI"]);
            let named: &[(u32, &str)] = if client { &[(1, "NAME Anna")] } else { &[] };
            add_record(&mut file, id, "INDI", &[&[named], parts.as_slice()].concat());
        }
        for (id, parts) in &families {
            let parts: Vec<_> = parts.iter().map(|part| *part.get(FAMILY)).collect();
            let id = *id.get(&["0 @F1@ FAM", "0 @F2@ FAM"]);
            add_record(&mut file, id, "FAM", &parts);
        }
        for _ in 0..notes {
            let more: &[(u32, &str)] = &[(1, "CONT {}"), (1, "SOUR {}"), (2, "PAGE {}")];
            add_record(&mut file, "0 @N1@ NOTE {}", "NOTE", &[more]);
        }
        let source: &[(u32, &str)] = &[(1, "TITL {}"), (1, "AUTH {}")];
        add_record(&mut file, "0 @S1@ SOUR", "SOUR", &[source]);
        add_record(&mut file, "0 TRLR", "TRLR", &[]);
        nothing_lost(&file, ImportFormat::Gedcom, dossier_of("Anna"))?;
    }

    #[test]
    fn no_value_of_a_tree_of_gramps_is_lost(
        events in proptest::collection::vec((any::<Index>(), choices(4)), 3),
        people in proptest::collection::vec(choices(7), 0..4),
        families in proptest::collection::vec(choices(7), 0..3),
        others in choices(3),
        salt in any::<u32>(),
    ) {
        let mut file = File::new(salt);
        file.add("<database xmlns=\"http://gramps-project.org/xml/1.7.1/\">", &[]);
        file.add("<events>", &[]);
        for ((kind, parts), handle) in events.iter().zip(["_e1", "_e2", "_e3"]) {
            add_event(&mut file, handle, kind, parts);
        }
        file.add("</events>", &[]);
        file.add("<people>", &[]);
        for (parts, handle) in people.iter().zip(["_p1", "_p2", "_p3"]) {
            let line = file.line();
            file.add(&format!("<person handle=\"{handle}\" id=\"{handle}\">"), &[]);
            let parts: Vec<_> = parts.iter().map(|part| *part.get(GRAMPS_PERSON)).collect();
            add_parts(&mut file, &parts, &[("text".to_owned(), line)]);
            file.add("</person>", &[]);
        }
        file.add("</people>", &[]);
        file.add("<families>", &[]);
        for (parts, handle) in families.iter().zip(["_f1", "_f2"]) {
            file.add(&format!("<family handle=\"{handle}\" id=\"{handle}\">"), &[]);
            let parts: Vec<_> = parts.iter().map(|part| *part.get(GRAMPS_FAMILY)).collect();
            add_parts(&mut file, &parts, &[]);
            file.add("</family>", &[]);
        }
        file.add("</families>", &[]);
        file.add("<others>", &[]);
        for other in &others {
            let others: [Part; 5] = [
                &[("<note handle=\"_n1\" type=\"{}\">", &["NOTE.type", "NOTE"]), ("<text>{}</text>", &["NOTE"]), ("<style name=\"{}\"/>", &["NOTE.style", "NOTE"]), ("</note>", &[])],
                &[("<placeobj><ptitle>{}</ptitle></placeobj>", &["placeobj"])],
                &[("<source><stitle>{}</stitle></source>", &["source"])],
                &[("<{}/>", &[])],
                &[("<note><text>{}</text></note>", &["NOTE"])],
            ];
            add_parts(&mut file, &[*other.get(&others)], &[]);
        }
        file.add("</others>", &[]);
        file.add("</database>", &[]);
        nothing_lost(&file, ImportFormat::Gramps, dossier_of("Anna"))?;
    }

    #[test]
    fn no_value_of_a_whole_dossier_is_lost(
        lists in proptest::collection::vec(
            (any::<Index>(), proptest::collection::vec((any::<bool>(), choices(8)), 0..4)),
            0..5,
        ),
        profile in choices(4),
        salt in any::<u32>(),
    ) {
        let mut file = File::new(salt);
        file.raw("{");
        let mut known = Vec::new();
        for (list, records) in &lists {
            let list = *list.get(JSON_LISTS);
            if !known.contains(&list) {
                known.push(list);
                add_list(&mut file, list, records);
            }
        }
        let line = file.line();
        file.add("  \"whole\": \"{}\",", &[("whole".to_owned(), line)]);
        let line = file.line();
        file.raw("  \"profile\": {");
        add_values(&mut file, &profile, |key| vec![(format!("profile.{key}"), line)]);
        file.raw("  }\n}");
        prop_assert!(serde_json::from_str::<serde_json::Value>(&file.text).is_ok(), "{}", file.text);
        nothing_lost(&file, ImportFormat::Json, dossier_of("Anna"))?;
    }
}
