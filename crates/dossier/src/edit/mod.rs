//! Edits: the only way to write in a dossier. An edit makes the fewest writes, in one transaction, and has an
//! inverse.

mod effect;
mod error;
mod kind;
mod record_edit;

use serde::{Deserialize, Serialize};

use crate::model::ProfileField;
use crate::record::Record;

pub use effect::Effect;
pub use error::EditError;
pub use kind::{RecordKind, choice_lists};
pub(crate) use kind::{every_kind, for_each_listed_kind, for_every_kind};
pub use record_edit::{RecordEdit, RecordEditOf};

macro_rules! declare_edit {
    ([] $($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// One edit. It becomes one Automerge change with an author and a time.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(tag = "record", content = "change", rename_all = "snake_case")]
        pub enum Edit {
            /// Sets a field of the client's profile.
            Profile(ProfileField),
            $(
                #[doc = concat!("Edits one record of the kind [`RecordKind::", stringify!($name), "`].")]
                #[serde(rename = $text)]
                $name(RecordEditOf<crate::model::$name>),
            )*
            /// Applies several edits as one: all of them or none, with one step to undo.
            All(Vec<Edit>),
        }

        impl RecordKind {
            /// Returns the edit that restores a removed record of this kind, or `None` if `id` is of another
            /// kind.
            pub fn restore(self, id: &str) -> Option<Edit> {
                match self {
                    $(Self::$name => Some(Edit::$name(RecordEdit::Restore { id: id.parse().ok()? })),)*
                }
            }
        }

        $(impl IntoEdit for crate::model::$name {
            const KIND: RecordKind = RecordKind::$name;

            fn edit(edit: RecordEditOf<Self>) -> Edit {
                Edit::$name(edit)
            }
        })*
    };
}

every_kind! { [declare_edit] }

/// A record whose edits are a variant of [`Edit`].
pub trait IntoEdit: Record {
    /// The kind of this record.
    const KIND: RecordKind;

    /// Wraps the edit of one record.
    fn edit(edit: RecordEditOf<Self>) -> Edit;
}

/// Matches an edit. For an edit of a record, runs `$body` with `$change` bound to it and the type alias
/// `$record` to its kind.
macro_rules! match_edit {
    ($($arguments:tt)*) => {
        $crate::edit::every_kind! { [$crate::edit::match_listed_kinds] $($arguments)* }
    };
}

macro_rules! match_listed_kinds {
    (
        [
            $edit:expr,
            $change:ident of $record:ident => $body:expr,
            profile $field:ident => $profile:expr,
            all $edits:ident => $all:expr $(,)?
        ]
        $($(#[$doc:meta])* $name:ident = $text:literal,)*
    ) => {
        match $edit {
            $crate::edit::Edit::Profile($field) => $profile,
            $($crate::edit::Edit::$name($change) => {
                type $record = $crate::model::$name;
                $body
            })*
            $crate::edit::Edit::All($edits) => $all,
        }
    };
}

pub(crate) use {match_edit, match_listed_kinds};

/// Returns the edit that adds a record with these fields.
pub fn add<R: IntoEdit>(id: R::Id, fields: impl IntoIterator<Item = R::Field>) -> Edit {
    R::edit(RecordEdit::Add { id, fields: fields.into_iter().collect() })
}

/// Returns the edit that sets one field of a record.
pub fn set<R: IntoEdit>(id: R::Id, to: R::Field) -> Edit {
    R::edit(RecordEdit::Set { id, to })
}

/// Returns the edit that removes a record from view.
pub fn remove<R: IntoEdit>(id: R::Id) -> Edit {
    R::edit(RecordEdit::Remove { id })
}
