//! The people of a family tree.

use dossier::Prose;
use dossier::model::*;

use super::date::event_date;
use super::structure::Structure;
use super::tree::Tree;
use crate::encoding::one_line;
use crate::import::draft::{Draft, DraftLink, DraftMember, UnreadReason};

/// The sign of genealogists for a name that nobody knows (nomen nescio).
const NAMELESS: &str = "N.N.";
/// The tags that are read here or with the families; every other tag is named as left out.
const READ: &[&str] = &[
    "NAME", "SEX", "BIRT", "DEAT", "BURI", "CREM", "FAMC", "FAMS", "OCCU", "NOTE", "SNOTE", "PHON", "EMAIL",
    "ASSO", "UID", "_UID",
];

pub(super) fn read(person: &Structure, tree: &mut Tree, draft: &mut Draft) {
    let Some(id) = person.id.clone() else {
        draft.unread.add(person.line, "INDI", UnreadReason::Line);
        return;
    };
    let name = name(person).unwrap_or_else(|| NAMELESS.to_owned());
    let mut fields = vec![PersonField::Sector(Some(Sector::Family))];
    if let Some(sex) = person.first("SEX") {
        match sex.value.trim().to_ascii_uppercase().as_str() {
            "M" => fields.push(PersonField::Gender(Some(Gender::Man))),
            "F" => fields.push(PersonField::Gender(Some(Gender::Woman))),
            "X" => fields.push(PersonField::Gender(Some(Gender::Other))),
            "U" | "N" | "" => {}
            _ => sex.name_as_unread(&mut draft.unread),
        }
    }
    fields.extend(event_date(person, "BIRT", draft).map(|date| PersonField::Born(Some(date))));
    if ["DEAT", "BURI", "CREM"]
        .iter()
        .any(|tag| person.first(tag).is_some_and(|event| event.value.trim() != "N"))
    {
        fields.push(PersonField::Life(Some(LifeStatus::Deceased)));
    }
    fields.extend(event_date(person, "DEAT", draft).map(|date| PersonField::Died(Some(date))));
    let contact = person.substructures.iter().filter(|line| matches!(line.tag.as_str(), "PHON" | "EMAIL"));
    let contact: Vec<String> =
        contact.map(|line| one_line(&line.text())).filter(|text| !text.is_empty()).collect();
    if !contact.is_empty() {
        fields.push(PersonField::Contact(Some(contact.join(", "))));
    }
    let mut remarks: Vec<String> = person.all("OCCU").map(|work| one_line(&work.text())).collect();
    let index = draft.people.len();
    for note in person.substructures.iter().filter(|line| matches!(line.tag.as_str(), "NOTE" | "SNOTE")) {
        match note.pointer() {
            Some(pointer) => tree.note_pointers.push((index, pointer.to_owned())),
            None => remarks.push(note.text().trim().to_owned()),
        }
    }
    remarks.retain(|remark| !remark.is_empty());
    if !remarks.is_empty() {
        fields.push(PersonField::Remark(Prose(remarks.join("\n"))));
    }
    for child_of in person.all("FAMC") {
        let kind = child_of.first("PEDI").and_then(|pedigree| pedigree_kind(&pedigree.value));
        if let (Some(family), Some(kind)) = (child_of.pointer(), kind) {
            tree.pedigrees.insert((family.to_owned(), id.clone()), kind);
        }
    }
    for other in person.all("ASSO").filter_map(|line| Some((line.line, line.pointer()?.to_owned()))) {
        draft.ties.push(DraftLink { ends: [id.clone(), other.1], line: other.0, fields: Vec::new() });
    }
    for line in person.substructures.iter().filter(|line| !READ.contains(&line.tag.as_str())) {
        draft.unread.leave_out(&line.tag);
    }
    draft.people.push(DraftMember { id, lasting: false, line: person.line, name, fields });
}

/// Adds the notes that are records of their own to the people who point at them.
///
/// Such a record may come after the people, so this waits until the whole file was read.
pub(super) fn add_notes(tree: &Tree, draft: &mut Draft) {
    for (index, pointer) in &tree.note_pointers {
        let (Some(person), Some(note)) = (draft.people.get_mut(*index), tree.notes.get(pointer)) else {
            continue;
        };
        let remark = person.fields.iter_mut().find_map(|field| match field {
            PersonField::Remark(remark) => Some(remark),
            _ => None,
        });
        match remark {
            Some(remark) => remark.0 = format!("{}\n{}", remark.0, note.trim()),
            None => person.fields.push(PersonField::Remark(Prose(note.trim().to_owned()))),
        }
    }
}

/// Returns the whole name (`Max /Mustermann/`), or its parts joined if the file gives no whole name.
fn name(person: &Structure) -> Option<String> {
    let name = person.first("NAME")?;
    let part = |tag| name.first(tag).map(|part| part.value.clone()).unwrap_or_default();
    let whole = one_line(&name.text().replace('/', " "));
    let parts = one_line(&[part("GIVN"), part("SPFX"), part("SURN")].join(" "));
    [whole, parts].into_iter().find(|name| !name.is_empty())
}

fn pedigree_kind(value: &str) -> Option<ParentageKind> {
    match value.trim().to_ascii_lowercase().as_str() {
        "birth" => Some(ParentageKind::Birth),
        "adopted" => Some(ParentageKind::Adopted),
        "foster" => Some(ParentageKind::Foster),
        _ => None,
    }
}
