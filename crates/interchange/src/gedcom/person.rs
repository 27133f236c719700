//! Individuals.

use dossier::Prose;
use dossier::model::*;

use super::line::Record;
use super::{Tree, date, unread_value};
use crate::draft::{Draft, DraftLink, DraftMember, UnreadReason};
use crate::encoding::one_line;

/// Genealogists' word for a name that nobody knows (nomen nescio).
const NAMELESS: &str = "N.N.";
/// What is read here or by the families; every other tag is named as left out.
const READ: &[&str] = &[
    "NAME", "SEX", "BIRT", "DEAT", "BURI", "CREM", "FAMC", "FAMS", "OCCU", "NOTE", "SNOTE", "PHON", "EMAIL",
    "ASSO", "UID", "_UID",
];

pub(super) fn read(record: &Record, tree: &mut Tree, draft: &mut Draft) {
    let Some(id) = record.id.clone() else {
        draft.unread.add(record.line, "INDI", UnreadReason::Line);
        return;
    };
    let name = name(record).unwrap_or_else(|| NAMELESS.to_owned());
    let mut fields = vec![PersonField::Sector(Some(Sector::Family))];
    if let Some(sex) = record.first("SEX") {
        match sex.value.trim().to_ascii_uppercase().as_str() {
            "M" => fields.push(PersonField::Gender(Some(Gender::Man))),
            "F" => fields.push(PersonField::Gender(Some(Gender::Woman))),
            "X" => fields.push(PersonField::Gender(Some(Gender::Other))),
            "U" | "N" | "" => {}
            _ => unread_value(draft, sex),
        }
    }
    fields.extend(day(record, "BIRT", draft).map(|date| PersonField::Born(Some(date))));
    if ["DEAT", "BURI", "CREM"]
        .iter()
        .any(|tag| record.first(tag).is_some_and(|event| event.value.trim() != "N"))
    {
        fields.push(PersonField::Life(Some(LifeStatus::Deceased)));
    }
    fields.extend(day(record, "DEAT", draft).map(|date| PersonField::Died(Some(date))));
    let reach = record.under.iter().filter(|line| matches!(line.tag.as_str(), "PHON" | "EMAIL"));
    let reach: Vec<String> =
        reach.map(|line| one_line(&line.text())).filter(|text| !text.is_empty()).collect();
    if !reach.is_empty() {
        fields.push(PersonField::Contact(Some(reach.join(", "))));
    }
    let mut remarks: Vec<String> = record.all("OCCU").map(|work| one_line(&work.text())).collect();
    let place = draft.people.len();
    for note in record.under.iter().filter(|line| matches!(line.tag.as_str(), "NOTE" | "SNOTE")) {
        match note.pointer() {
            Some(pointer) => tree.note_pointers.push((place, pointer.to_owned())),
            None => remarks.push(note.text().trim().to_owned()),
        }
    }
    remarks.retain(|remark| !remark.is_empty());
    if !remarks.is_empty() {
        fields.push(PersonField::Remark(Prose(remarks.join("\n"))));
    }
    for child_of in record.all("FAMC") {
        let kind = child_of.first("PEDI").and_then(|pedigree| pedigree_kind(&pedigree.value));
        if let (Some(family), Some(kind)) = (child_of.pointer(), kind) {
            tree.pedigrees.insert((family.to_owned(), id.clone()), kind);
        }
    }
    for other in record.all("ASSO").filter_map(|line| Some((line.line, line.pointer()?.to_owned()))) {
        draft.ties.push(DraftLink { ends: [id.clone(), other.1], line: other.0, fields: Vec::new() });
    }
    for line in record.under.iter().filter(|line| !READ.contains(&line.tag.as_str())) {
        draft.unread.leave_out(&line.tag);
    }
    draft.people.push(DraftMember { id, lasting: false, line: record.line, name, fields });
}

/// Notes that stand in records of their own are known only when the whole file was read.
pub(super) fn add_notes(tree: &Tree, draft: &mut Draft) {
    for (place, pointer) in &tree.note_pointers {
        let (Some(person), Some(note)) = (draft.people.get_mut(*place), tree.notes.get(pointer)) else {
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

/// `Max /Mustermann/`, or the parts where the whole is not there.
fn name(record: &Record) -> Option<String> {
    let name = record.first("NAME")?;
    let part = |tag| name.first(tag).map(|part| part.value.clone()).unwrap_or_default();
    let whole = one_line(&name.text().replace('/', " "));
    let parts = one_line(&[part("GIVN"), part("SPFX"), part("SURN")].join(" "));
    [whole, parts].into_iter().find(|name| !name.is_empty())
}

pub(super) fn day(record: &Record, event: &str, draft: &mut Draft) -> Option<dossier::PartialDate> {
    let date = record.first(event)?.first("DATE").filter(|date| !date.value.trim().is_empty())?;
    let read = date::read(&date.value);
    if read.is_none() {
        unread_value(draft, date);
    }
    read
}

fn pedigree_kind(value: &str) -> Option<ParentageKind> {
    match value.trim().to_ascii_lowercase().as_str() {
        "birth" => Some(ParentageKind::Birth),
        "adopted" => Some(ParentageKind::Adopted),
        "foster" => Some(ParentageKind::Foster),
        _ => None,
    }
}
