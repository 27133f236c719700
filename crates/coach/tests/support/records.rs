//! Short forms of records, each identified by a number.

use coach::dossier::model::{Person, PersonField};
use coach::dossier::{Edit, Id, MemberId, edit};

pub fn numbered<I: Id>(number: u8) -> I {
    I::from_random([number; 10])
}

/// Returns the person with this number, as a member of the network.
pub fn member(number: u8) -> MemberId {
    MemberId::Person(numbered(number))
}

/// Returns an edit that adds a person.
pub fn add(number: u8, name: &str, more: impl IntoIterator<Item = PersonField>) -> Edit {
    let fields = std::iter::once(PersonField::Name(name.into())).chain(more);
    edit::add::<Person>(numbered(number), fields.collect::<Vec<_>>())
}

/// Returns an edit that changes a person.
pub fn set(number: u8, to: PersonField) -> Edit {
    edit::set::<Person>(numbered(number), to)
}
