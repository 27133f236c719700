//! Where an imported record came from: the same file again finds it back.

use dossier::model::*;
use dossier::{IntoEdit, Record};

/// The origin of a member. An id that lasts says all; one that only counts within its file needs the name beside it, or
/// somebody else's file would be taken for this one.
pub(crate) fn of_member(id: &str, lasting: bool, name: &str) -> String {
    if lasting { origin(&["member", id]) } else { origin(&["member of a file", id, name]) }
}

/// The origin of a member with an id that lasts.
pub(crate) fn of_lasting(id: &str) -> String {
    of_member(id, true, "")
}

/// The origin of a line between two members.
pub(crate) fn of_line(map: &str, ends: [&str; 2], kind: &str) -> String {
    origin(&[map, ends[0], ends[1], kind])
}

/// A fingerprint and not the text: the origin must tell nothing about somebody whose name was taken out of the record.
fn origin(parts: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new_derive_key("kring 2026 origin of an imported record");
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
    }
    hasher.finalize().to_hex()[..32].to_owned()
}

/// A record that can come from a file.
pub(crate) trait FromFile: IntoEdit {
    fn origin(&self) -> Option<&str>;
    fn origin_field(origin: String) -> <Self as Record>::Field;
}

macro_rules! from_file {
    ($($record:ident $field:ident)*) => {$(
        impl FromFile for $record {
            fn origin(&self) -> Option<&str> {
                self.origin.as_deref()
            }

            fn origin_field(origin: String) -> $field {
                $field::Origin(Some(origin))
            }
        }
    )*};
}

from_file! {
    Person PersonField
    Organisation OrganisationField
    Tie TieField
    Partnership PartnershipField
    Parentage ParentageField
}
