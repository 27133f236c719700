//! The parts of a family tree that wait until the whole file was read.

use std::collections::HashMap;

use dossier::model::ParentageKind;

use super::structure::Structure;

/// The parts of a file that refer to others, which may come later in the file.
#[derive(Default)]
pub(super) struct Tree {
    pub(super) families: Vec<Structure>,
    /// The texts of the notes that are records of their own, by id.
    pub(super) notes: HashMap<String, String>,
    /// Pointers to such notes, each with the index of the person in the draft.
    pub(super) note_pointers: Vec<(usize, String)>,
    /// The kind of descent, if a person tells it: by the ids of the family and of the child.
    pub(super) pedigrees: HashMap<(String, String), ParentageKind>,
}
