//! Family trees: GEDCOM 5.5.1 (FamilySearch 2019) and 7.0 (FamilySearch 2021).
//!
//! We parse the lines ourselves: a library gives up on a file at the first bad line, and a coach wants the
//! rest of the family. The library `ged_io` decodes ANSEL. Each value is read, or named with its line.

mod date;
mod encoding;
mod family;
pub(super) mod gramps;
mod person;
mod pointer;
mod structure;
mod tree;

use std::collections::BTreeSet;

use super::definition::{Contents, ImportDefinition, begins_with};
use super::draft::Draft;
use structure::{Structure, Structures};
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

/// The tags of the head that say something about the file: its program, version, language and letters.
const ABOUT_THE_FILE: [&str; 11] =
    ["SOUR", "DEST", "DATE", "SUBM", "SUBN", "FILE", "GEDC", "CHAR", "LANG", "PLAC", "SCHMA"];

fn read(bytes: &[u8]) -> Draft {
    let mut draft = Draft::default();
    let text = encoding::decode(bytes, &mut draft.unread);
    // Old Macintosh files end their lines with a carriage return alone.
    let text = if text.contains('\n') { text } else { text.replace('\r', "\n") };
    let mut tree = Tree::default();
    let mut structures = Structures::of(&text);
    while let Some(structure) = structures.next(&mut draft.unread) {
        add(structure, &mut tree, &mut draft);
    }
    finish(tree, &mut draft);
    draft
}

/// Reads a structure of level 0, or keeps it until the whole file was read.
fn add(structure: Structure, tree: &mut Tree, draft: &mut Draft) {
    match (structure.tag.as_str(), structure.id.clone()) {
        ("INDI", _) => {
            person::read(&structure, tree, draft);
            structure.name_the_rest(&mut draft.unread);
        }
        ("FAM", _) => tree.families.push(structure),
        ("NOTE" | "SNOTE", Some(id)) if !tree.notes.contains_key(&id) => {
            tree.notes.insert(id, structure);
        }
        ("HEAD", _) => name_head(&structure, draft),
        ("TRLR", _) => structure.name_the_rest(&mut draft.unread),
        (tag, _) => draft.unread.leave_out(tag, structure.line),
    }
}

/// Reads the parts that waited until the whole file was read.
fn finish(mut tree: Tree, draft: &mut Draft) {
    person::add_notes(&tree, draft);
    for family in std::mem::take(&mut tree.families) {
        family::read(family.id.as_deref().unwrap_or_default(), &family, &mut tree, draft);
        family.name_the_rest(&mut draft.unread);
    }
    // Families that only their people name.
    let named: BTreeSet<String> = tree.partners.keys().chain(tree.children.keys()).cloned().collect();
    for id in named {
        family::read(&id, &Structure::default(), &mut tree, draft);
    }
}

/// Names what the head of a file says of anything but the file.
fn name_head(head: &Structure, draft: &mut Draft) {
    for line in head.substructures.iter().filter(|line| !ABOUT_THE_FILE.contains(&line.tag.as_str())) {
        line.name_the_rest_of_all(&mut draft.unread);
    }
}
