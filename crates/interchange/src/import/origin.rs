//! The origin of an imported record, by which the same file finds it again.

use dossier::model::*;
use dossier::{IntoEdit, Record};
use unicode_normalization::UnicodeNormalization;

/// Returns the origin of a member.
///
/// An id that is the same in every file is enough. An id that only counts within its file needs the name as
/// well: otherwise another file with the same ids would be mistaken for this one.
pub(super) fn of_member(id: &str, lasting: bool, name: &str) -> String {
    // The same name composed in one file and decomposed in the other is one name.
    let nfc = |text: &str| text.nfc().collect::<String>();
    match lasting {
        true => origin(&["member", id]),
        false => origin(&["member of a file", &nfc(id), &nfc(name)]),
    }
}

/// Returns the origin of a member whose id is the same in every file.
pub(super) fn of_lasting(id: &str) -> String {
    of_member(id, true, "")
}

/// Returns the origin of a tie, a partnership or a line of descent between two members.
pub(super) fn of_link(map: &str, ends: [&str; 2], kind: &str) -> String {
    origin(&[map, ends[0], ends[1], kind])
}

/// Returns a fingerprint instead of the text: an origin must not reveal a name that was erased from the
/// record.
fn origin(parts: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new_derive_key("kring 2026 origin of an imported record");
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
    }
    hasher.finalize().to_hex()[..32].to_owned()
}

/// A record that an import can add.
pub(super) trait Imported: IntoEdit {
    /// Returns the origin of a record that an import added.
    fn origin(&self) -> Option<&str>;
    /// Returns the field that holds an origin.
    fn origin_field(origin: String) -> <Self as Record>::Field;
}

macro_rules! imported {
    ($($record:ident $field:ident)*) => {$(
        impl Imported for $record {
            fn origin(&self) -> Option<&str> {
                self.origin.as_deref()
            }

            fn origin_field(origin: String) -> $field {
                $field::Origin(Some(origin))
            }
        }
    )*};
}

imported! {
    Person PersonField
    Organisation OrganisationField
    Tie TieField
    Partnership PartnershipField
    Parentage ParentageField
}
