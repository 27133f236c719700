//! Family trees: GEDCOM 5.5.1 (FamilySearch 2019) and 7.0 (FamilySearch 2021).
//!
//! The grammar of lines is read here and not by a library: a library gives up on a file at the first line that is not
//! well, and a coach wants the rest of the family. The encodings, ANSEL among them, are `ged_io`'s.

mod date;
mod family;
mod line;
mod person;

use std::collections::HashMap;

use crate::draft::{Draft, UnreadReason};
use line::{Record, Records};

/// Reads a family tree.
pub(crate) fn read(bytes: &[u8]) -> Draft {
    let text = match ged_io::encoding::decode_gedcom_bytes(bytes) {
        Ok((text, _)) => text,
        Err(_) => crate::encoding::decode(bytes),
    };
    // Old Macintosh files end their lines with a carriage return alone.
    let text = if text.contains('\n') { text } else { text.replace('\r', "\n") };
    let mut draft = Draft::default();
    let mut tree = Tree::default();
    let mut records = Records::of(&text);
    while let Some(record) = records.next(&mut draft.unread) {
        match record.tag.as_str() {
            "INDI" => person::read(&record, &mut tree, &mut draft),
            "FAM" => tree.families.push(record),
            "NOTE" | "SNOTE" => {
                if let Some(id) = &record.id {
                    tree.notes.insert(id.clone(), record.text());
                }
            }
            "HEAD" | "TRLR" => {}
            tag => draft.unread.leave_out(tag),
        }
    }
    person::add_notes(&tree, &mut draft);
    for family in std::mem::take(&mut tree.families) {
        family::read(&family, &tree, &mut draft);
    }
    draft
}

/// What is known only when the whole file was read.
#[derive(Default)]
struct Tree {
    families: Vec<Record>,
    notes: HashMap<String, String>,
    /// Pointers to notes, with the place of the person in the draft.
    note_pointers: Vec<(usize, String)>,
    /// How somebody is a child of a family, where the person says so.
    pedigrees: HashMap<(String, String), dossier::model::ParentageKind>,
}

/// Names a value that could not be read.
fn unread_value(draft: &mut Draft, record: &Record) {
    draft.unread.add(record.line, &format!("{} {}", record.tag, record.value), UnreadReason::Value);
}
