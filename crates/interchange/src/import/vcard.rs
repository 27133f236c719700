//! Contacts: vCard 3 (RFC 2426) and 4 (RFC 6350).

use calcard::vcard::{VCard, VCardKind, VCardProperty, VCardSex, VCardValue};
use calcard::{Entry, Parser};
use dossier::model::*;
use dossier::{PartialDate, Prose};

use super::definition::{Contents, ImportDefinition, begins_with};
use super::draft::{Draft, DraftMember, UnreadReason};
use crate::encoding::{decode, one_line};
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

/// The properties that are read; every other one is named as left out.
const READ: &[VCardProperty] = &[
    VCardProperty::Begin,
    VCardProperty::End,
    VCardProperty::Version,
    VCardProperty::Prodid,
    VCardProperty::Rev,
    VCardProperty::Kind,
    VCardProperty::Fn,
    VCardProperty::N,
    VCardProperty::Org,
    VCardProperty::Tel,
    VCardProperty::Email,
    VCardProperty::Bday,
    VCardProperty::Deathdate,
    VCardProperty::Gender,
    VCardProperty::Note,
    VCardProperty::Categories,
    VCardProperty::Uid,
];

fn read(bytes: &[u8]) -> Draft {
    let text = decode(bytes);
    let mut draft = Draft::default();
    for (line, card) in cards(&text) {
        // The library may panic on hostile text, and one bad card must not make the others unreadable.
        let parsed = std::panic::catch_unwind(|| Parser::new(card).entry());
        match parsed {
            Ok(Entry::VCard(parsed)) => read_card(&parsed, line, &mut draft),
            _ => draft.unread.add(line, card.lines().next().unwrap_or_default(), UnreadReason::Line),
        }
    }
    draft
}

/// Returns the cards of a file, each with the line at which it begins. Text between cards belongs to the card
/// before it.
fn cards(text: &str) -> Vec<(u32, &str)> {
    let mut begins = Vec::new();
    let mut at = 0;
    for (number, line) in (1u32..).zip(text.split_inclusive('\n')) {
        if line.trim().eq_ignore_ascii_case("BEGIN:VCARD") {
            begins.push((number, at));
        }
        at += line.len();
    }
    let ends = begins.iter().skip(1).map(|(_, at)| *at).chain([text.len()]);
    begins.iter().zip(ends).map(|((number, at), end)| (*number, &text[*at..end])).collect()
}

fn read_card(card: &VCard, line: u32, draft: &mut Draft) {
    for entry in card.entries.iter().filter(|entry| !READ.contains(&entry.name)) {
        draft.unread.leave_out(entry.name.as_str());
    }
    let organisation = text(card, &VCardProperty::Org);
    let person = text(card, &VCardProperty::Fn).or_else(|| joined_name(card));
    let Some(name) = person.clone().or_else(|| organisation.clone()) else {
        draft.unread.add(line, "VCARD", UnreadReason::NoName);
        return;
    };
    let uid = text(card, &VCardProperty::Uid);
    let (lasting, id) = (uid.is_some(), uid.unwrap_or_else(|| format!("{line}")));
    let mut contact = texts(card, &VCardProperty::Tel);
    contact.extend(texts(card, &VCardProperty::Email));
    let contact = (!contact.is_empty()).then(|| contact.join(", "));
    let note = card
        .property(&VCardProperty::Note)
        .and_then(|note| note.values.first())
        .and_then(VCardValue::as_text);
    let note = note.map(str::trim).filter(|note| !note.is_empty()).map(Prose::from);
    let kind = card.property(&VCardProperty::Kind).and_then(|kind| kind.values.first());
    let is_organisation = matches!(kind, Some(VCardValue::Kind(VCardKind::Org)))
        || person.is_none()
        || (organisation == person && organisation.is_some());
    if is_organisation {
        let mut fields: Vec<OrganisationField> = Vec::new();
        fields.extend(contact.map(|contact| OrganisationField::Contact(Some(contact))));
        fields.extend(note.map(OrganisationField::Remark));
        draft.organisations.push(DraftMember { id, lasting, line, name, fields });
        return;
    }
    let mut fields: Vec<PersonField> = Vec::new();
    fields.extend(contact.map(|contact| PersonField::Contact(Some(contact))));
    fields.extend(note.map(PersonField::Remark));
    fields.extend(day(card, &VCardProperty::Bday).map(|day| PersonField::Born(Some(day))));
    if let Some(day) = day(card, &VCardProperty::Deathdate) {
        fields.extend([PersonField::Died(Some(day)), PersonField::Life(Some(LifeStatus::Deceased))]);
    }
    let sex = card.property(&VCardProperty::Gender).and_then(|gender| gender.values.first());
    let gender = match sex {
        Some(VCardValue::Sex(VCardSex::Male)) => Some(Gender::Man),
        Some(VCardValue::Sex(VCardSex::Female)) => Some(Gender::Woman),
        Some(VCardValue::Sex(VCardSex::Other)) => Some(Gender::Other),
        _ => None,
    };
    fields.extend(gender.map(|gender| PersonField::Gender(Some(gender))));
    // People often sort their contacts into groups named after the relation: “buren”, “familie”.
    let groups = texts(card, &VCardProperty::Categories);
    let relation = groups.iter().find_map(|group| vocabulary::choice("relation", group));
    fields.extend(relation.map(|relation| PersonField::Relation(Some(dossier::Choice::read(relation)))));
    draft.people.push(DraftMember { id, lasting, line, name, fields });
}

fn texts(card: &VCard, property: &VCardProperty) -> Vec<String> {
    let values = card.properties(property).flat_map(|entry| &entry.values).flat_map(|value| match value {
        VCardValue::Component(parts) => parts.iter().map(String::as_str).collect(),
        value => value.as_text().into_iter().collect::<Vec<_>>(),
    });
    let plain = values.map(|text| one_line(text.trim_start_matches("tel:").trim_start_matches("mailto:")));
    plain.filter(|text| !text.is_empty()).collect()
}

fn text(card: &VCard, property: &VCardProperty) -> Option<String> {
    texts(card, property).into_iter().next()
}

/// Returns the name from the property `N`: family name; given name; further names; prefixes; suffixes.
fn joined_name(card: &VCard) -> Option<String> {
    let entry = card.property(&VCardProperty::N)?;
    let part = |index: usize| match entry.values.get(index) {
        Some(VCardValue::Component(parts)) => parts.join(" "),
        Some(value) => value.as_text().unwrap_or_default().to_owned(),
        None => String::new(),
    };
    let name = one_line(&[part(3), part(1), part(2), part(0), part(4)].join(" "));
    (!name.is_empty()).then_some(name)
}

fn day(card: &VCard, property: &VCardProperty) -> Option<PartialDate> {
    let value = card.property(property)?.values.first()?;
    match value.as_partial_date_time() {
        Some(date) => PartialDate::new(date.year?, date.month, date.day, false),
        None => value.as_text()?.parse().ok(),
    }
}
