//! Families: partnerships, and the descent of their children.

use std::collections::HashSet;

use dossier::model::*;

use super::date::{did_not_happen, event_date, says_only_that_it_happened};
use super::person::descent;
use super::pointer::Pointer;
use super::structure::Structure;
use super::tree::{Descent, Part, Tree};
use crate::import::draft::{Draft, DraftLink, Unread, UnreadReason};

/// The most parents of one family: each child and each pair of them becomes a line. Further ones are named.
const MOST_PARENTS: usize = 8;

/// A parent, with the tag of the line that names the person.
struct Parent {
    person: Pointer,
    part: Part,
    tag: &'static str,
}

/// Reads a family. Some programs name its people in the family, some with the people, and most in both places.
pub(super) fn read(id: &str, family: &Structure, tree: &mut Tree, draft: &mut Draft) {
    let mut parents: Vec<Parent> = Vec::new();
    for line in &family.substructures {
        let (tag, part) = match line.tag.as_str() {
            "HUSB" => ("HUSB", Part::Husband),
            "WIFE" => ("WIFE", Part::Wife),
            _ => continue,
        };
        if parents.len() == MOST_PARENTS {
            break;
        }
        parents.extend(line.pointer().map(|person| Parent { person, part, tag }));
    }
    for (person, part) in tree.partners.remove(id).unwrap_or_default() {
        if parents.iter().any(|parent| parent.person.to == person.to) {
            continue;
        }
        match parents.len() < MOST_PARENTS {
            true => parents.push(Parent { person, part, tag: "FAMS" }),
            false => draft.unread.leave_out("FAMS", person.line),
        }
    }
    let mut children: Vec<Pointer> = Vec::new();
    for line in family.all("CHIL") {
        let Some(child) = line.pointer() else { continue };
        read_descent(line, &parents, tree.descent(id, &child.to), &mut draft.unread);
        children.push(child);
    }
    let named: HashSet<String> = children.iter().map(|child| child.to.clone()).collect();
    let others = tree.children.remove(id).unwrap_or_default().into_iter();
    let others: Vec<Pointer> = others.filter(|child| !named.contains(&child.to)).collect();
    // The record has no place for children without parents, or for a parent alone.
    if parents.is_empty() {
        children.iter().for_each(|child| draft.unread.leave_out("CHIL", child.line));
        others.iter().for_each(|child| draft.unread.leave_out("FAMC", child.line));
    }
    children.extend(others);
    if let ([Parent { person, tag, .. }], []) = (parents.as_slice(), children.as_slice()) {
        draft.unread.leave_out(tag, person.line);
    }
    add_partnerships(family, &parents, draft);
    for child in children {
        let said = tree.descents.remove(&(id.to_owned(), child.to.clone())).unwrap_or_default();
        for Parent { person, part, .. } in &parents {
            let Descent { from_husband, from_wife } = said.clone();
            let kind = match part {
                Part::Husband => from_husband,
                Part::Wife => from_wife,
                Part::Partner => from_husband.filter(|kind| Some(kind) == from_wife.as_ref()),
            };
            let fields = kind.into_iter().map(|kind| ParentageField::Kind(Some(kind))).collect();
            let ends = [person.to.clone(), child.to.clone()];
            draft.parentages.push(DraftLink { id: None, ends, line: child.line, fields });
        }
    }
}

/// Reads the kind of descent of a child from the father (`_FREL`) and the mother (`_MREL`). Names one of a parent whom
/// the family does not have.
fn read_descent(child: &Structure, parents: &[Parent], said: &mut Descent, unread: &mut Unread) {
    let has = |part| parents.iter().any(|parent| parent.part == part);
    let kind = |tag| child.first(tag).and_then(|word| descent(word.value()));
    let (from_father, from_mother) = (kind("_FREL"), kind("_MREL"));
    // Of partners nobody knows who is the father, so that only a kind that both have counts.
    let from_both = has(Part::Partner) && from_father == from_mother;
    for (tag, kind, part) in [("_FREL", from_father, Part::Husband), ("_MREL", from_mother, Part::Wife)] {
        let Some(word) = child.first(tag) else { continue };
        match kind.filter(|_| has(part) || from_both) {
            None => word.name_as_unread(unread),
            Some(kind) if part == Part::Husband => said.from_husband = Some(kind),
            Some(kind) => said.from_wife = Some(kind),
        }
    }
}

/// Adds the partnerships of a family: of each husband with each wife, or of any two if the file does not call them
/// so.
fn add_partnerships(family: &Structure, parents: &[Parent], draft: &mut Draft) {
    let has = |part| parents.iter().any(|parent| parent.part == part);
    let is_couple =
        |a: Part, b: Part| a != b || a == Part::Partner || !(has(Part::Husband) && has(Part::Wife));
    let mut couples: Vec<([String; 2], u32)> = Vec::new();
    for (place, Parent { person: a, part, .. }) in parents.iter().enumerate() {
        for Parent { person: b, part: other, .. } in &parents[place + 1..] {
            if is_couple(*part, *other) {
                couples.push(([a.to.clone(), b.to.clone()], b.line));
            }
        }
    }
    if couples.is_empty() {
        return;
    }
    let end = if family.first("DIV").is_some() { "DIV" } else { "ANUL" };
    let divorce = family.first(end).filter(|divorce| !divorce.is(did_not_happen));
    let divorced = event_date(family, end, draft);
    if let (Some(divorce), None) = (divorce, divorced) {
        // The record has no place for a divorce without a date, and a marriage that has ended must not look
        // like one that goes on.
        for (ends, _) in &couples {
            let shown = format!("{} {}", divorce.tag, divorce.value());
            draft.unread.add(
                divorce.line,
                &format!("{}: {}", shown.trim(), ends.join(" – ")),
                UnreadReason::Value,
            );
        }
        draft.unusable.family += couples.len() as u32;
        return;
    }
    let mut fields = Vec::new();
    if let Some(marriage) = family.first("MARR").filter(|marriage| !marriage.is(did_not_happen)) {
        marriage.is(says_only_that_it_happened);
        fields.push(PartnershipField::Kind(Some(PartnershipKind::Married)));
    }
    fields.extend(event_date(family, "MARR", draft).map(|date| PartnershipField::Since(Some(date))));
    fields.extend(divorced.map(|date| PartnershipField::Divorced(Some(date))));
    for (ends, line) in couples {
        draft.partnerships.push(DraftLink { id: None, ends, line, fields: fields.clone() });
    }
}
