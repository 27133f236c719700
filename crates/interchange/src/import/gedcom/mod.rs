//! Family trees: GEDCOM 5.5.1 (FamilySearch 2019) and 7.0 (FamilySearch 2021).
//!
//! We parse the lines ourselves: a library gives up on a file at the first bad line, and a coach wants the
//! rest of the family. The library `ged_io` decodes the encodings, ANSEL among them.

mod date;
mod family;
mod person;
mod structure;
mod tree;

use super::definition::{Contents, ImportDefinition, begins_with};
use super::draft::Draft;
use structure::Structures;
use tree::Tree;

pub(super) const DEFINITION: ImportDefinition = ImportDefinition {
    name: "gedcom",
    titles: &["GEDCOM"],
    contents: Contents::FamilyTree,
    extensions: &["ged", "gedcom"],
    shared_extensions: &[],
    shows: |head| begins_with(head, "0 HEAD"),
    allows: |_| true,
    read: |bytes| Ok(read(bytes)),
    example: "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n0 @I1@ INDI\n1 NAME Anna /Jansen/\n1 BIRT\n2 DATE 3 MAR 1950\n0 TRLR\n",
};

fn read(bytes: &[u8]) -> Draft {
    let text = match ged_io::encoding::decode_gedcom_bytes(bytes) {
        Ok((text, _)) => text,
        Err(_) => crate::encoding::decode(bytes),
    };
    // Old Macintosh files end their lines with a carriage return alone.
    let text = if text.contains('\n') { text } else { text.replace('\r', "\n") };
    let mut draft = Draft::default();
    let mut tree = Tree::default();
    let mut structures = Structures::of(&text);
    while let Some(structure) = structures.next(&mut draft.unread) {
        match structure.tag.as_str() {
            "INDI" => person::read(&structure, &mut tree, &mut draft),
            "FAM" => tree.families.push(structure),
            "NOTE" | "SNOTE" => {
                if let Some(id) = &structure.id {
                    tree.notes.insert(id.clone(), structure.text());
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
