//! The parts of a family tree that wait until the whole file was read.

use std::collections::BTreeMap;

use dossier::model::ParentageKind;

use super::pointer::Pointer;
use super::structure::Structure;

/// The parts of a file that refer to others, which may come later in the file.
#[derive(Default)]
pub(super) struct Tree {
    pub(super) families: Vec<Structure>,
    /// The notes that are records of their own, by id.
    pub(super) notes: BTreeMap<String, Structure>,
    /// Pointers to such notes, each with the index of the person in the draft.
    pub(super) note_pointers: Vec<(usize, Pointer)>,
    /// The people who say of a family that they are its partners, each with the part that their gender tells, by the id
    /// of the family.
    pub(super) partners: BTreeMap<String, Vec<(Pointer, Part)>>,
    /// The people who say of a family that they are its children, by the id of the family.
    pub(super) children: BTreeMap<String, Vec<Pointer>>,
    /// The kinds of descent that the file tells, by the ids of the family and of the child.
    pub(super) descents: BTreeMap<(String, String), Descent>,
}

/// The part that a person has in a family, as far as the file tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    Husband,
    Wife,
    Partner,
}

/// The kind of descent of a child from each parent, as far as the file tells it.
#[derive(Clone, Debug, Default)]
pub(super) struct Descent {
    pub(super) from_husband: Option<ParentageKind>,
    pub(super) from_wife: Option<ParentageKind>,
}

impl Descent {
    /// Sets the kind of descent from both parents.
    pub(super) fn set(&mut self, kind: ParentageKind) {
        (self.from_husband, self.from_wife) = (Some(kind.clone()), Some(kind));
    }
}

impl Tree {
    /// Returns the descent of a child from the parents of a family.
    pub(super) fn descent(&mut self, family: &str, child: &str) -> &mut Descent {
        self.descents.entry((family.to_owned(), child.to_owned())).or_default()
    }
}
