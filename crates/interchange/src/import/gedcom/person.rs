//! The people of a family tree.

use dossier::model::*;
use dossier::{Choice, Prose};

use super::date::{did_not_happen, event_date, says_only_that_it_happened};
use super::structure::Structure;
use super::tree::{Part, Tree};
use crate::import::draft::{Draft, DraftLink, DraftMember, UnreadReason};
use crate::text::one_line;
use crate::vocabulary;

/// The sign of genealogists for a name that nobody knows (nomen nescio).
const NAMELESS: &str = "N.N.";
pub(super) fn read(person: &Structure, tree: &mut Tree, draft: &mut Draft) {
    let Some(id) = person.id.clone() else {
        draft.unusable.members += 1;
        draft.unread.add(person.line, "INDI", UnreadReason::Line);
        return;
    };
    let mut names = person.all("NAME").filter_map(|name| Some((name, full_name(name)?)));
    let (first, name) = names.next().map_or((None, NAMELESS.to_owned()), |(line, name)| (Some(line), name));
    if let Some(kind) = first.and_then(|first| first.first("TYPE")) {
        kind.is(|kind| kind.eq_ignore_ascii_case("birth"));
    }
    let mut remarks: Vec<String> = names.map(|(_, other)| other).filter(|other| *other != name).collect();
    let nicknames = person.all("NAME").flat_map(|name| name.all("NICK")).map(|nick| one_line(nick.value()));
    remarks.extend(nicknames.filter(|nick| !nick.is_empty()).map(|nick| format!("“{nick}”")));
    remarks.extend(person.all("OCCU").map(|work| one_line(&work.text())));
    let index = draft.people.len();
    for note in person.substructures.iter().filter(|line| matches!(line.tag.as_str(), "NOTE" | "SNOTE")) {
        match note.pointer() {
            Some(pointer) => tree.note_pointers.push((index, pointer)),
            None => remarks.push(note.text().trim().to_owned()),
        }
    }
    remarks.retain(|remark| !remark.is_empty());
    let mut fields = fields(person, draft);
    if !remarks.is_empty() {
        fields.push(PersonField::Remark(Prose(remarks.join("\n"))));
    }
    read_families(person, &id, tree, draft);
    read_associations(person, &id, draft);
    draft.people.push(DraftMember { id, lasting: false, line: person.line, name, fields });
}

fn fields(person: &Structure, draft: &mut Draft) -> Vec<PersonField> {
    let mut fields = vec![PersonField::Sector(Some(Sector::Family))];
    if let Some(sex) = person.first("SEX") {
        match sex.value().to_ascii_uppercase().as_str() {
            "M" => fields.push(PersonField::Gender(Some(Gender::Man))),
            "F" => fields.push(PersonField::Gender(Some(Gender::Woman))),
            "X" => fields.push(PersonField::Gender(Some(Gender::Other))),
            "U" | "N" | "" => {}
            _ => sex.name_as_unread(&mut draft.unread),
        }
    }
    fields.extend(event_date(person, "BIRT", draft).map(|date| PersonField::Born(Some(date))));
    let ends = ["DEAT", "BURI", "CREM"].into_iter().filter_map(|tag| person.first(tag));
    let happened = |end: &&Structure| {
        end.is(says_only_that_it_happened);
        !end.is(did_not_happen)
    };
    // Each of them is read, so that none counts as left out.
    if ends.filter(happened).count() > 0 {
        fields.push(PersonField::Life(Some(LifeStatus::Deceased)));
    }
    fields.extend(event_date(person, "DEAT", draft).map(|date| PersonField::Died(Some(date))));
    let contact = person.substructures.iter().filter(|line| matches!(line.tag.as_str(), "PHON" | "EMAIL"));
    let contact: Vec<String> =
        contact.map(|line| one_line(&line.text())).filter(|text| !text.is_empty()).collect();
    if !contact.is_empty() {
        fields.push(PersonField::Contact(Some(contact.join(", "))));
    }
    fields
}

/// Reads the families in which the person is a child or a partner.
fn read_families(person: &Structure, id: &str, tree: &mut Tree, draft: &mut Draft) {
    let part = match person.first("SEX").map(|sex| sex.value().to_ascii_uppercase()).as_deref() {
        Some("M") => Part::Husband,
        Some("F") => Part::Wife,
        _ => Part::Partner,
    };
    for partner_of in person.all("FAMS").filter_map(Structure::pointer) {
        tree.partners.entry(partner_of.to.clone()).or_default().push((partner_of.of(id), part));
    }
    for child_of in person.all("FAMC") {
        let Some(family) = child_of.pointer() else { continue };
        tree.children.entry(family.to.clone()).or_default().push(family.clone().of(id));
        let Some(pedigree) = child_of.first("PEDI") else { continue };
        match descent(pedigree.value()) {
            Some(kind) => tree.descent(&family.to, id).set(kind),
            None => pedigree.name_as_unread(&mut draft.unread),
        }
    }
    for adoption in person.all("ADOP") {
        let Some(line) = adoption.first("FAMC") else { continue };
        let Some(family) = line.pointer() else { continue };
        if !person.all("FAMC").filter_map(Structure::pointer).any(|known| known.to == family.to) {
            tree.children.entry(family.to.clone()).or_default().push(family.clone().of(id));
        }
        adoption.is(says_only_that_it_happened);
        let by = line.first("ADOP");
        let is_by = |parent: &str| by.is_some_and(|by| by.is(|by| by.eq_ignore_ascii_case(parent)));
        let descent = tree.descent(&family.to, id);
        match (is_by("HUSB"), is_by("WIFE")) {
            (true, _) => descent.from_husband = Some(ParentageKind::Adopted),
            (_, true) => descent.from_wife = Some(ParentageKind::Adopted),
            _ => {
                is_by("BOTH");
                descent.set(ParentageKind::Adopted);
            }
        }
    }
}

/// Reads the people with whom the person is associated as ties.
fn read_associations(person: &Structure, id: &str, draft: &mut Draft) {
    for association in person.all("ASSO") {
        let Some(other) = association.pointer() else { continue };
        let mut fields = Vec::new();
        for role in association.all("RELA").chain(association.all("ROLE")) {
            match vocabulary::choice("kind", role.value()) {
                Some(kind) if fields.is_empty() => fields.push(TieField::Kind(Some(TieKind::read(kind)))),
                _ => role.name_as_unread(&mut draft.unread),
            }
        }
        draft.ties.push(DraftLink { id: None, ends: [id.to_owned(), other.to], line: other.line, fields });
    }
}

/// Adds the notes that are records of their own to the people who point at them, and names those at which nobody
/// points.
///
/// Such a record may come after the people, so this waits until the whole file was read.
pub(super) fn add_notes(tree: &Tree, draft: &mut Draft) {
    for (index, pointer) in &tree.note_pointers {
        let (Some(person), Some(note)) = (draft.people.get_mut(*index), tree.notes.get(&pointer.to)) else {
            draft.unread.leave_out("NOTE", pointer.line);
            continue;
        };
        let text = note.text();
        let remark = person.fields.iter_mut().find_map(|field| match field {
            PersonField::Remark(remark) => Some(remark),
            _ => None,
        });
        match remark {
            Some(remark) => remark.0 = format!("{}\n{}", remark.0, text.trim()),
            None => person.fields.push(PersonField::Remark(Prose(text.trim().to_owned()))),
        }
    }
    tree.notes.values().for_each(|note| note.name_the_rest_of_all(&mut draft.unread));
}

/// Returns the whole name (`Max /Mustermann/`), or its parts joined if the file gives no whole name.
fn full_name(name: &Structure) -> Option<String> {
    let part = |tag: &str| name.first(tag).map(|part| one_line(part.value())).unwrap_or_default();
    let whole = one_line(&name.text().replace('/', " "));
    let chosen = match whole.is_empty() {
        true => one_line(&[part("GIVN"), part("SPFX"), part("SURN")].join(" ")),
        false => whole,
    };
    // A part that the whole name contains says nothing new.
    for part in name.substructures.iter() {
        if matches!(part.tag.as_str(), "NPFX" | "GIVN" | "SPFX" | "SURN" | "NSFX") {
            part.is(|part| chosen.contains(&one_line(part)));
        }
    }
    (!chosen.is_empty()).then_some(chosen)
}

/// Returns the kind of descent that a word names.
pub(super) fn descent(word: &str) -> Option<ParentageKind> {
    match word.to_ascii_lowercase().as_str() {
        "birth" | "natural" | "biological" => Some(ParentageKind::Birth),
        "adopted" | "adoption" => Some(ParentageKind::Adopted),
        "foster" => Some(ParentageKind::Foster),
        "step" => Some(ParentageKind::Step),
        _ => None,
    }
}
