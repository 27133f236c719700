//! Families: a partnership, and the descent of its children.

use dossier::model::*;

use super::date::event_date;
use super::structure::Structure;
use super::tree::Tree;
use crate::import::draft::{Draft, DraftLink};

/// The tags that are read; every other tag is named as left out.
const READ: &[&str] = &["HUSB", "WIFE", "CHIL", "MARR", "DIV"];

pub(super) fn read(family: &Structure, tree: &Tree, draft: &mut Draft) {
    let pointers = |tags: &[&str]| -> Vec<(u32, String)> {
        let lines = family.substructures.iter().filter(|line| tags.contains(&line.tag.as_str()));
        lines.filter_map(|line| Some((line.line, line.pointer()?.to_owned()))).collect()
    };
    let (parents, children) = (pointers(&["HUSB", "WIFE"]), pointers(&["CHIL"]));
    if let [(_, a), (_, b), ..] = parents.as_slice() {
        let mut fields = Vec::new();
        if family.first("MARR").is_some() {
            fields.push(PartnershipField::Kind(Some(PartnershipKind::Married)));
        }
        fields.extend(event_date(family, "MARR", draft).map(|date| PartnershipField::Since(Some(date))));
        fields.extend(event_date(family, "DIV", draft).map(|date| PartnershipField::Divorced(Some(date))));
        draft.partnerships.push(DraftLink { ends: [a.clone(), b.clone()], line: family.line, fields });
    }
    for (line, child) in children {
        let kind = family.id.as_ref().and_then(|id| tree.pedigrees.get(&(id.clone(), child.clone())));
        for (_, parent) in &parents {
            let fields = kind.iter().map(|kind| ParentageField::Kind(Some((*kind).clone()))).collect();
            draft.parentages.push(DraftLink { ends: [parent.clone(), child.clone()], line, fields });
        }
    }
    for line in family.substructures.iter().filter(|line| !READ.contains(&line.tag.as_str())) {
        draft.unread.leave_out(&line.tag);
    }
}
