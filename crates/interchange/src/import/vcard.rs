//! Contacts: vCard 3 (RFC 2426) and 4 (RFC 6350).

use std::collections::{HashMap, HashSet, VecDeque};

use calcard::vcard::{VCard, VCardEntry, VCardKind, VCardProperty, VCardSex, VCardValue};
use calcard::{Entry, Parser};
use dossier::model::*;
use dossier::{Choice, PartialDate, Prose};
use encoding_rs::{Encoding, UTF_8};

use super::definition::{Contents, ImportDefinition, begins_with};
use super::draft::{Draft, DraftMember, Unread, UnreadReason};
use crate::encoding::{MARK, decode_utf8};
use crate::field::{date, plausible};
use crate::text::one_line;
use crate::vocabulary;

pub(super) const DEFINITION: ImportDefinition = ImportDefinition {
    name: "vcard",
    titles: &["vCard"],
    contents: Contents::Contacts,
    extensions: &["vcf", "vcard"],
    shared_extensions: &[],
    shows: |head| begins_with(head, "BEGIN:VCARD"),
    allows: |_| true,
    read: |bytes| Ok(read(bytes)),
    example: "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Anna Jansen\r\nTEL;TYPE=home:030 123\r\nEND:VCARD\r\n",
};

/// The years that programs write into a birthday whose year nobody knows.
const NO_YEAR: [u16; 2] = [1604, 1900];

/// The kinds of a number or an address that say nothing: most have them, or they are about the file.
const NO_KIND: [&str; 6] = ["VOICE", "INTERNET", "PREF", "QUOTED-PRINTABLE", "BASE64", "8BIT"];

/// A line of a card, in which folded lines are one, with the number of its first line in the file.
struct Line {
    number: u32,
    text: String,
}

impl Line {
    /// Returns the name of the property, in capitals, without the group that stands before it.
    fn property(&self) -> String {
        let name = self.text.split([':', ';']).next().unwrap_or_default();
        let name = name.rsplit_once('.').map_or(name, |(_, name)| name);
        name.trim().to_ascii_uppercase()
    }

    /// Returns the parameters of the property, in capitals.
    fn parameters(&self) -> Vec<String> {
        let before = self.text.split(':').next().unwrap_or_default();
        before.split(';').skip(1).map(|parameter| parameter.trim().to_ascii_uppercase()).collect()
    }

    /// Returns whether the property says of what kind it is: a number at work, a fax. Version 2.1 writes the kinds
    /// alone, later ones after `TYPE=`.
    fn has_kind(&self) -> bool {
        let parameters = self.parameters();
        let kinds = parameters.iter().filter_map(|parameter| match parameter.split_once('=') {
            Some(("TYPE", kinds)) => Some(kinds),
            Some(_) => None,
            None => Some(parameter.as_str()),
        });
        let mut kinds = kinds.flat_map(|kinds| kinds.split(',')).map(|kind| kind.trim_matches(['"', ' ']));
        kinds.any(|kind| !kind.is_empty() && !NO_KIND.contains(&kind))
    }

    /// Returns the line with the name of the parameter that tells its encoding, which version 2.1 may leave out.
    fn with_named_encoding(&self) -> String {
        let (before, value) = self.text.split_at(self.text.find(':').unwrap_or(self.text.len()));
        let named = before.split(';').map(|part| match part.trim().to_ascii_uppercase().as_str() {
            "QUOTED-PRINTABLE" => "ENCODING=QUOTED-PRINTABLE",
            _ => part,
        });
        named.collect::<Vec<_>>().join(";") + value
    }

    /// Returns the text behind the first colon.
    fn value(&self) -> &str {
        self.text.split_once(':').map_or("", |(_, value)| value.trim())
    }
}

/// A card that names the members of a group, and is nobody itself.
struct Group {
    line: u32,
    name: String,
    /// The ids of the members.
    members: Vec<Kept<String>>,
}

fn read(bytes: &[u8]) -> Draft {
    let (mut draft, mut groups) = (Draft::default(), Vec::new());
    let lines = lines(bytes, &mut draft.unread);
    for card in cards(&lines, &mut draft.unread) {
        let text: String = card.iter().map(|line| format!("{}\r\n", line.with_named_encoding())).collect();
        // The library may panic on hostile text, and one bad card must not make the others unreadable.
        let parsed = std::panic::catch_unwind(|| Parser::new(&text).entry());
        match parsed {
            Ok(Entry::VCard(parsed)) => groups.extend(Card::read(&parsed, card, &mut draft)),
            _ => {
                draft.unusable.members += 1;
                draft.unread.add(card[0].number, &card[0].text, UnreadReason::Line);
            }
        }
    }
    for group in groups {
        put_into(&group, &mut draft);
    }
    draft
}

/// Returns the lines of a file. Folded lines are joined before they are decoded, because some programs fold within
/// a letter (RFC 6350, 3.2).
fn lines(bytes: &[u8], unread: &mut Unread) -> Vec<Line> {
    let decoded = match Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != UTF_8) {
        Some((encoding, length)) => {
            encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned().into_bytes()
        }
        None => bytes.to_vec(),
    };
    // Old Macintosh programs end their lines with a carriage return alone.
    let decoded = match decoded.contains(&b'\n') {
        true => decoded,
        false => decoded.into_iter().map(|byte| if byte == b'\r' { b'\n' } else { byte }).collect(),
    };
    let (mut joined, mut numbers): (Vec<u8>, Vec<u32>) = (Vec::new(), Vec::new());
    let mut quoted_printable = false;
    for (number, line) in (1..).zip(decoded.split(|byte| *byte == b'\n')) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if quoted_printable && joined.last() == Some(&b'=') {
            joined.pop();
            // Some programs end a value in the middle of a line break: the next line is the end of the card.
            if !is_bound(line) {
                joined.extend(line);
                continue;
            }
        }
        match line.split_first() {
            Some((b' ' | b'\t', rest)) if !numbers.is_empty() => joined.extend(rest),
            _ => {
                if !numbers.is_empty() {
                    joined.push(b'\n');
                }
                joined.extend(line);
                numbers.push(number);
                quoted_printable =
                    String::from_utf8_lossy(line).to_ascii_uppercase().contains("QUOTED-PRINTABLE");
            }
        }
    }
    let mut letters = Unread::default();
    let text = decode_utf8(&joined, &mut letters);
    let number = |line: u32| numbers.get(line as usize - 1).copied().unwrap_or_default();
    letters.lines.iter().for_each(|one| unread.add(number(one.line), &one.text, one.reason));
    let mut lines = Vec::new();
    for (number, text) in numbers.iter().zip(text.split('\n')) {
        let mut text = text.trim_start_matches(MARK).trim_end();
        // Programs that put cards behind each other write the end of one and the beginning of the next on one line.
        while let Some(rest) = after_end(text).filter(|rest| !rest.is_empty()) {
            lines.push(Line { number: *number, text: "END:VCARD".to_owned() });
            text = rest;
        }
        lines.push(Line { number: *number, text: text.to_owned() });
    }
    lines
}

/// Returns whether a line begins or ends a card.
fn is_bound(line: &[u8]) -> bool {
    ["BEGIN:VCARD", "END:VCARD"].iter().any(|bound| {
        line.get(..bound.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(bound.as_bytes()))
    })
}

/// Returns what stands behind the end of a card on the same line.
fn after_end(line: &str) -> Option<&str> {
    begins_with(line, "END:VCARD").then(|| line["END:VCARD".len()..].trim_start_matches(MARK).trim())
}

/// Returns the lines of each card. A card ends where the next one begins, if not before. Lines outside of cards are
/// named.
fn cards<'a>(lines: &'a [Line], unread: &mut Unread) -> Vec<&'a [Line]> {
    let (mut cards, mut begin) = (Vec::new(), None);
    for (place, line) in lines.iter().enumerate() {
        if begins_with(&line.text, "BEGIN:VCARD") {
            cards.extend(begin.replace(place).map(|begin: usize| &lines[begin..place]));
        } else if after_end(&line.text).is_some() {
            cards.extend(begin.take().map(|begin| &lines[begin..=place]));
        } else if begin.is_none() && !line.text.trim().is_empty() {
            unread.add(line.number, &line.text, UnreadReason::Line);
        }
    }
    cards.extend(begin.map(|begin| &lines[begin..]));
    cards
}

/// Puts the members of a group into it. Names the members who are not in the file, and the group if nobody was put
/// into it.
fn put_into(group: &Group, draft: &mut Draft) {
    let is_member = |id: &str| group.members.iter().any(|member| member.value.eq_ignore_ascii_case(id));
    let mut has_members = false;
    for person in draft.people.iter_mut().filter(|person| is_member(&person.id)) {
        if !person.fields.iter().any(|field| matches!(field, PersonField::Group(_))) {
            person.fields.push(PersonField::Group(Some(group.name.clone())));
            has_members = true;
        }
    }
    for one in draft.organisations.iter_mut().filter(|one| is_member(&one.id)) {
        if !one.fields.iter().any(|field| matches!(field, OrganisationField::Group(_))) {
            one.fields.push(OrganisationField::Group(Some(group.name.clone())));
            has_members = true;
        }
    }
    let ids = draft.people.iter().map(|person| &person.id);
    let ids: HashSet<String> =
        ids.chain(draft.organisations.iter().map(|one| &one.id)).map(|id| id.to_ascii_lowercase()).collect();
    for member in group.members.iter().filter(|member| !ids.contains(&member.value.to_ascii_lowercase())) {
        draft.unread.leave_out(member.property, member.line);
    }
    if !has_members {
        draft.unread.leave_out(&group.name, group.line);
    }
}

/// A value of a card, with its property and its line.
struct Kept<T> {
    property: &'static str,
    line: u32,
    value: T,
}

/// The contents of a card.
#[derive(Default)]
struct Card {
    name: Option<Kept<String>>,
    parts: Option<Kept<Vec<String>>>,
    organisation: Option<Kept<String>>,
    uid: Option<String>,
    is_organisation: bool,
    is_group: bool,
    members: Vec<Kept<String>>,
    contact: Vec<Kept<String>>,
    remarks: Vec<Kept<String>>,
    categories: Vec<Kept<String>>,
    /// The fields that only a person has.
    fields: Vec<Kept<PersonField>>,
}

impl Card {
    /// Reads a card, and adds the person or organisation to the draft. Returns the group if it is one.
    fn read(parsed: &VCard, lines: &[Line], draft: &mut Draft) -> Option<Group> {
        let (mut card, line) = (Self::default(), lines[0].number);
        let mut places = Places::new(lines);
        for entry in &parsed.entries {
            let at = places.of(entry);
            card.take(entry, at, &mut draft.unread);
        }
        places.name_the_rest(&mut draft.unread);
        let Some(name) = card.named(&mut draft.unread) else {
            card.name_all(&mut draft.unread);
            card.members.iter().for_each(|one| draft.unread.leave_out(one.property, one.line));
            draft.unusable.members += 1;
            draft.unread.add(line, "VCARD", UnreadReason::NoName);
            return None;
        };
        if card.is_group {
            card.organisation = card.organisation.filter(|organisation| organisation.value != name);
            card.name_all(&mut draft.unread);
            return Some(Group { line, name, members: card.members });
        }
        card.add_to(name, line, draft);
        None
    }

    /// Takes the value of a property, or names it.
    fn take(&mut self, entry: &VCardEntry, at: &Line, unread: &mut Unread) {
        let name = entry.name.as_str();
        let line = at.number;
        if matches!(entry.name, VCardProperty::Tel | VCardProperty::Email) && at.has_kind() {
            unread.leave_out(&format!("{name}.TYPE"), line);
        }
        if !at.text.contains(':') {
            unread.add(line, &at.text, UnreadReason::Line);
            return;
        }
        let values = texts(entry);
        let first = values.first().cloned();
        let all = |property, values: Vec<String>| {
            values.into_iter().map(move |value| Kept { property, line, value })
        };
        match &entry.name {
            VCardProperty::Begin | VCardProperty::End | VCardProperty::Version => {}
            VCardProperty::Prodid | VCardProperty::Rev => {}
            VCardProperty::Uid if self.uid.is_none() => self.uid = first.map(|uid| without_scheme(&uid)),
            VCardProperty::Kind => match entry.values.first() {
                Some(VCardValue::Kind(VCardKind::Org)) => self.is_organisation = true,
                Some(VCardValue::Kind(VCardKind::Group)) => self.is_group = true,
                Some(VCardValue::Kind(VCardKind::Individual)) => {}
                _ => unread.add(line, &at.text, UnreadReason::Value),
            },
            VCardProperty::Member if first.is_some() => {
                self.members.extend(all("MEMBER", values.iter().map(|id| without_scheme(id)).collect()));
            }
            VCardProperty::Fn if self.name.is_none() && first.is_some() => {
                self.name = Some(Kept { property: "FN", line, value: values.join(", ") });
            }
            VCardProperty::N if self.parts.is_none() => {
                self.parts = Some(Kept { property: "N", line, value: parts(entry) });
            }
            VCardProperty::Nickname if first.is_some() => {
                let nicknames = values.iter().map(|nick| format!("“{nick}”"));
                self.remarks.extend(all("NICKNAME", nicknames.collect()));
            }
            VCardProperty::Org if self.organisation.is_none() && first.is_some() => {
                self.organisation = Some(Kept { property: "ORG", line, value: values.join(", ") });
            }
            VCardProperty::Tel if first.is_some() => self.contact.extend(all("TEL", values)),
            VCardProperty::Email if first.is_some() => self.contact.extend(all("EMAIL", values)),
            VCardProperty::Note if first.is_some() => {
                let notes = entry.values.iter().filter_map(VCardValue::as_text).map(str::trim);
                let notes = notes.filter(|note| !note.is_empty()).map(|note| note.replace("\r\n", "\n"));
                self.remarks.extend(all("NOTE", notes.collect()));
            }
            VCardProperty::Categories if first.is_some() => self.categories.extend(all("CATEGORIES", values)),
            VCardProperty::Bday if !self.has("BDAY") => {
                let day = day(entry, at);
                if day.is_none() || has_time(at.value()) {
                    unread.add(line, &at.text, UnreadReason::Value);
                }
                day.into_iter().for_each(|day| self.keep("BDAY", line, PersonField::Born(Some(day))));
            }
            VCardProperty::Deathdate if !self.has("DEATHDATE") => {
                self.keep("DEATHDATE", line, PersonField::Life(Some(LifeStatus::Deceased)));
                let day = day(entry, at);
                if day.is_none() || has_time(at.value()) {
                    unread.add(line, &at.text, UnreadReason::Value);
                }
                day.into_iter().for_each(|day| self.keep("DEATHDATE", line, PersonField::Died(Some(day))));
            }
            VCardProperty::Gender if !self.has("GENDER") => match gender(entry) {
                Some(gender) => self.keep("GENDER", line, PersonField::Gender(Some(gender))),
                None => unread.add(line, &at.text, UnreadReason::Value),
            },
            _ if name.eq_ignore_ascii_case("X-ADDRESSBOOKSERVER-KIND") => {
                match first.is_some_and(|kind| kind.eq_ignore_ascii_case("group")) {
                    true => self.is_group = true,
                    false => unread.add(line, &at.text, UnreadReason::Value),
                }
            }
            _ if name.eq_ignore_ascii_case("X-ADDRESSBOOKSERVER-MEMBER") && first.is_some() => {
                let ids = values.iter().map(|id| without_scheme(id)).collect();
                self.members.extend(all("X-ADDRESSBOOKSERVER-MEMBER", ids));
            }
            // A property without a value says nothing.
            _ if at.value().is_empty() => {}
            _ => unread.leave_out(name, line),
        }
    }

    /// Returns whether the card has a field of that property already.
    fn has(&self, property: &str) -> bool {
        self.fields.iter().any(|one| one.property == property)
    }

    fn keep(&mut self, property: &'static str, line: u32, value: PersonField) {
        self.fields.push(Kept { property, line, value });
    }

    /// Returns the name: the formatted one, the parts joined, or the organisation's.
    fn named(&mut self, unread: &mut Unread) -> Option<String> {
        let parts = self.parts.take();
        let joined = parts.as_ref().map(|parts| one_line(&parts.value.join(" ")));
        if let (Some(name), Some(parts)) = (&self.name, &parts) {
            // The parts say nothing new if the formatted name has all of them.
            if !parts.value.iter().all(|part| name.value.contains(part.as_str())) {
                unread.leave_out(parts.property, parts.line);
            }
        }
        let person = self.name.take().map(|name| name.value).or(joined.filter(|name| !name.is_empty()));
        let organisation = self.organisation.as_ref().map(|organisation| &organisation.value);
        self.is_organisation |= person.is_none() || organisation == person.as_ref();
        person.or_else(|| organisation.cloned())
    }

    /// Names every value of a card that is neither a person nor an organisation.
    fn name_all(&self, unread: &mut Unread) {
        let texts =
            self.organisation.iter().chain(&self.contact).chain(&self.remarks).chain(&self.categories);
        texts.for_each(|one| unread.leave_out(one.property, one.line));
        self.fields.iter().for_each(|one| unread.leave_out(one.property, one.line));
    }

    fn add_to(self, name: String, line: u32, draft: &mut Draft) {
        // Only a group has members.
        self.members.iter().for_each(|one| draft.unread.leave_out(one.property, one.line));
        let organisation = self.organisation.map(|one| one.value).filter(|one| *one != name);
        let remarks = self.remarks.into_iter().map(|one| one.value);
        let remarks: Vec<String> = organisation.into_iter().chain(remarks).collect();
        let contact: Vec<String> = self.contact.into_iter().map(|one| one.value).collect();
        let contact = (!contact.is_empty()).then(|| contact.join(", "));
        let remark = (!remarks.is_empty()).then(|| Prose(remarks.join("\n")));
        let (lasting, id) = (self.uid.is_some(), self.uid.unwrap_or_else(|| format!("#{line}")));
        if self.is_organisation {
            let mut fields: Vec<OrganisationField> = Vec::new();
            fields.extend(contact.map(|contact| OrganisationField::Contact(Some(contact))));
            fields.extend(remark.map(OrganisationField::Remark));
            self.fields.iter().for_each(|one| draft.unread.leave_out(one.property, one.line));
            self.categories.iter().for_each(|one| draft.unread.leave_out(one.property, one.line));
            draft.organisations.push(DraftMember { id, lasting, line, name, fields });
            return;
        }
        let mut fields: Vec<PersonField> = self.fields.into_iter().map(|one| one.value).collect();
        fields.extend(contact.map(|contact| PersonField::Contact(Some(contact))));
        fields.extend(remark.map(PersonField::Remark));
        // People often sort their contacts into groups named after the relation: “buren”, “familie”.
        let (mut relation, mut group) = (None, None);
        for Kept { property, line, value } in self.categories {
            match vocabulary::choice("relation", &value) {
                Some(known) if relation.is_none() => relation = Some(Relation::read(known)),
                _ if group.is_none() => group = Some(value),
                _ => draft.unread.leave_out(property, line),
            }
        }
        fields.extend(relation.map(|relation| PersonField::Relation(Some(relation))));
        fields.extend(group.map(|group| PersonField::Group(Some(group))));
        draft.people.push(DraftMember { id, lasting, line, name, fields });
    }
}

/// The lines of a card, by the names of their properties.
struct Places<'a> {
    first: &'a Line,
    by_name: HashMap<String, VecDeque<&'a Line>>,
}

impl<'a> Places<'a> {
    fn new(lines: &'a [Line]) -> Self {
        let mut by_name: HashMap<String, VecDeque<&'a Line>> = HashMap::new();
        for line in lines {
            by_name.entry(line.property()).or_default().push_back(line);
        }
        Self { first: &lines[0], by_name }
    }

    /// Returns the line of the next property with a name; the first line of the card if there is none.
    fn of(&mut self, entry: &VCardEntry) -> &'a Line {
        let lines = self.by_name.get_mut(&entry.name.as_str().to_ascii_uppercase());
        lines.and_then(VecDeque::pop_front).unwrap_or(self.first)
    }

    /// Names the lines that are no property, in the order of the file.
    fn name_the_rest(self, unread: &mut Unread) {
        let begins_or_ends =
            |line: &&&Line| begins_with(&line.text, "BEGIN:VCARD") || begins_with(&line.text, "END:VCARD");
        let rest = self.by_name.values().flatten().filter(|line| !begins_or_ends(line));
        let mut rest: Vec<&Line> = rest.copied().filter(|line| !line.text.trim().is_empty()).collect();
        rest.sort_by_key(|line| line.number);
        rest.into_iter().for_each(|line| unread.add(line.number, &line.text, UnreadReason::Line));
    }
}

fn texts(entry: &VCardEntry) -> Vec<String> {
    let values = entry.values.iter().flat_map(|value| match value {
        VCardValue::Component(parts) => parts.iter().map(String::as_str).collect(),
        value => value.as_text().into_iter().collect::<Vec<_>>(),
    });
    let plain = values.map(|text| one_line(text.trim_start_matches("tel:").trim_start_matches("mailto:")));
    plain.filter(|text| !text.is_empty()).collect()
}

/// Returns the id of a contact without the scheme that version 4 writes before it.
fn without_scheme(id: &str) -> String {
    id.strip_prefix("urn:uuid:").unwrap_or(id).to_owned()
}

/// Returns the parts of the name from the property `N` (family name; given name; further names; prefixes;
/// suffixes) in the order in which people say them.
fn parts(entry: &VCardEntry) -> Vec<String> {
    let part = |index: usize| match entry.values.get(index) {
        Some(VCardValue::Component(parts)) => parts.join(" "),
        Some(value) => value.as_text().unwrap_or_default().to_owned(),
        None => String::new(),
    };
    let parts = [3, 1, 2, 0, 4].map(|index| one_line(&part(index)));
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

/// Returns whether a date has a time behind it other than midnight, so that elsewhere it may be another day.
fn has_time(value: &str) -> bool {
    let Some((_, time)) = value.split_once(['T', 't', ' ']) else { return false };
    let time = time.split(['Z', 'z', '+', '-']).next().unwrap_or_default();
    time.bytes().any(|byte| (b'1'..=b'9').contains(&byte))
}

/// Returns the day of a line, if its year is known.
fn day(entry: &VCardEntry, at: &Line) -> Option<PartialDate> {
    let parameters = at.parameters();
    let parameter = |name: &str| parameters.iter().find_map(|one| one.strip_prefix(name)?.strip_prefix('='));
    if parameter("CALSCALE").is_some_and(|calendar| calendar != "GREGORIAN") {
        return None;
    }
    // Apple names the year that stands for none.
    let no_year = parameter("X-APPLE-OMIT-YEAR").and_then(|year| year.parse().ok());
    let read = entry.values.first().and_then(VCardValue::as_partial_date_time);
    let read = read.and_then(|date| plausible(PartialDate::new(date.year?, date.month, date.day, false)?));
    // Programs write days against the standard too, of which the library reads only a part.
    let day = date(at.value()).or(read);
    day.filter(|day| !NO_YEAR.contains(&day.year()) && Some(day.year()) != no_year)
}

fn gender(entry: &VCardEntry) -> Option<Gender> {
    match entry.values.as_slice() {
        [VCardValue::Sex(VCardSex::Male)] => Some(Gender::Man),
        [VCardValue::Sex(VCardSex::Female)] => Some(Gender::Woman),
        [VCardValue::Sex(VCardSex::Other)] => Some(Gender::Other),
        _ => None,
    }
}
