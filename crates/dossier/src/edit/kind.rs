//! The list of all kinds of records, from which everything that treats every kind is generated.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::ProfileField;
use crate::record::{Field, Record};

/// Invokes a macro with the list of all kinds of records, as
/// `generate! { [arguments] docs Type = "name", … }`.
///
/// The type is the record in `crate::model`; the name is the serialized one, of [`RecordKind`] and of the
/// edits of this kind, and is never changed. To add a kind, add one line here and declare its record in
/// `model`.
macro_rules! every_kind {
    ([$($generate:tt)+] $($arguments:tt)*) => {
        $($generate)+! { [$($arguments)*]
            /// A person in the client's network.
            Person = "person",
            /// An organisation in the client's network.
            Organisation = "organisation",
            /// A tie between two members of the network.
            Tie = "tie",
            /// A partnership in the genogram.
            Partnership = "partnership",
            /// A line of descent in the genogram.
            Parentage = "parentage",
            /// A wish of the client.
            Wish = "wish",
            /// A description of one dimension of the client's life.
            Life = "life",
            /// Something that the client needs.
            Need = "need",
            /// A talent of the client.
            Talent = "talent",
            /// A social role of the client.
            Role = "role",
            /// A reason why the client does not like to ask for help.
            Resistance = "resistance",
            /// A goal of the plan.
            Goal = "goal",
            /// An action of the plan.
            Action = "action",
            /// The data around the text of a note.
            Note = "note",
            /// A measuring moment.
            Moment = "moment",
            /// A filled-in instrument.
            Measurement = "measurement",
            /// An event in the progress through the steps of a method.
            Passage = "passage",
            /// An approach of the plan.
            Approach = "approach",
            /// A check-in of the aftercare.
            CheckIn = "check_in",
            /// A question to a colleague, or an answer to one.
            Supervision = "supervision",
            /// A method of an organisation's own.
            OwnMethod = "own_method",
        }
    };
}

pub(crate) use every_kind;

macro_rules! declare_record_kind {
    ([] $($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// The kinds of records.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        pub enum RecordKind {
            $($(#[$doc])* #[serde(rename = $text)] $name,)*
        }

        impl RecordKind {
            /// All kinds in a fixed order.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Returns the name that messages and edits use.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }

            /// Returns the keys of the fields of this kind.
            pub fn fields(self) -> &'static [&'static str] {
                match self {
                    $(Self::$name => <<crate::model::$name as Record>::Field as Field>::KEYS,)*
                }
            }

            /// Returns the kind of the record that an id names, by the form of the id.
            pub fn of_id(id: &str) -> Option<Self> {
                $(if id.parse::<<crate::model::$name as Record>::Id>().is_ok() {
                    return Some(Self::$name);
                })*
                None
            }

            /// Returns the key of the root map that holds the records of this kind.
            pub(crate) fn map(self) -> &'static str {
                match self {
                    $(Self::$name => <crate::model::$name as Record>::MAP,)*
                }
            }

            /// Returns the kind whose records a root map holds.
            pub(crate) fn of_map(map: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.map() == map)
            }
        }
    };
}

every_kind! { [declare_record_kind] }

/// Runs `$body` once for every kind of record, with the type alias `$record` bound to its record type.
macro_rules! for_every_kind {
    ($record:ident => $body:expr) => {
        $crate::edit::every_kind! { [$crate::edit::for_each_listed_kind] $record => $body }
    };
}

macro_rules! for_each_listed_kind {
    ([$record:ident => $body:expr] $($(#[$doc:meta])* $name:ident = $text:literal,)*) => {$({
        type $record = $crate::model::$name;
        $body
    })*};
}

pub(crate) use {for_each_listed_kind, for_every_kind};

/// Returns the closed lists from which fields of records and of the profile take their values: the values of
/// each list by its name.
pub fn choice_lists() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut lists = BTreeMap::new();
    add_lists::<ProfileField>(&mut lists);
    for_every_kind!(R => add_lists::<<R as Record>::Field>(&mut lists));
    lists
}

fn add_lists<F: Field>(lists: &mut BTreeMap<&'static str, Vec<&'static str>>) {
    lists.extend(F::KEYS.iter().filter_map(|key| Some((F::list(key)?, F::choices(key)))));
}
