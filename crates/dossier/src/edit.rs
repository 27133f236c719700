//! Edits: the only way to write. Each is the fewest writes in one transaction, and has an inverse.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::model::*;
use crate::record::Record;
use crate::validity::Invalid;

/// One edit. It becomes one Automerge change with an author and a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "record", content = "change", rename_all = "snake_case")]
pub enum Edit {
    /// Sets a field of the client's profile.
    Profile(ProfileField),
    /// Edits a person.
    Person(RecordEditOf<Person>),
    /// Edits an organisation.
    Organisation(RecordEditOf<Organisation>),
    /// Edits a tie.
    Tie(RecordEditOf<Tie>),
    /// Edits a partnership.
    Partnership(RecordEditOf<Partnership>),
    /// Edits a line of descent.
    Parentage(RecordEditOf<Parentage>),
    /// Edits a wish.
    Wish(RecordEditOf<Wish>),
    /// Edits how a dimension of life is.
    Life(RecordEditOf<Life>),
    /// Edits a need.
    Need(RecordEditOf<Need>),
    /// Edits a talent.
    Talent(RecordEditOf<Talent>),
    /// Edits a role.
    Role(RecordEditOf<Role>),
    /// Edits a reason to hold back.
    Resistance(RecordEditOf<Resistance>),
    /// Edits a goal.
    Goal(RecordEditOf<Goal>),
    /// Edits an action.
    Action(RecordEditOf<Action>),
    /// Edits what stands around a note's text.
    Note(RecordEditOf<Note>),
    /// Edits a measuring moment.
    Moment(RecordEditOf<Moment>),
    /// Edits a filled-in instrument.
    Measurement(RecordEditOf<Measurement>),
    /// Edits what happened with a step.
    Passage(RecordEditOf<Passage>),
    /// Edits an approach of the plan.
    Approach(RecordEditOf<Approach>),
    /// Edits a check-in of the aftercare.
    CheckIn(RecordEditOf<CheckIn>),
    /// Edits a question to a colleague, or an answer.
    Supervision(RecordEditOf<Supervision>),
    /// Edits an organisation's own method.
    OwnMethod(RecordEditOf<OwnMethod>),
    /// Several edits that belong together: all or nothing, one step to undo.
    All(Vec<Edit>),
}

/// What an edit does with one record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum RecordEdit<I, F> {
    /// Adds a record.
    Add {
        /// Its new id.
        id: I,
        /// What is known about it.
        fields: Vec<F>,
    },
    /// Sets one field.
    Set {
        /// Whose field.
        id: I,
        /// The field with its new value.
        to: F,
    },
    /// Takes a record out of view. What was in it stays in the history, and a concurrent edit of it stays readable.
    Remove {
        /// Which record.
        id: I,
    },
    /// Brings a removed record back.
    Restore {
        /// Which record.
        id: I,
    },
    /// Leaves a removed record out of view, knowing what others wrote in it meanwhile: an answer to a [`RemovalConflict`].
    ///
    /// [`RemovalConflict`]: crate::RemovalConflict
    LeaveOut {
        /// Which record.
        id: I,
    },
}

/// The change of one kind of record.
pub type RecordEditOf<R> = RecordEdit<<R as Record>::Id, <R as Record>::Field>;

impl<I, F> RecordEdit<I, F> {
    /// The record that is changed.
    pub fn id(&self) -> &I {
        match self {
            Self::Add { id, .. } | Self::Set { id, .. } => id,
            Self::Remove { id } | Self::Restore { id } | Self::LeaveOut { id } => id,
        }
    }
}

/// Why an edit was refused. Nothing was written.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum EditError {
    /// A value or record is not as it must be.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The record that should be changed is not there.
    #[error("there is no {id} in this dossier")]
    NotThere {
        /// The id that was asked for.
        id: String,
    },
    /// A record with this id stands already.
    #[error("{id} stands in this dossier already")]
    StandsAlready {
        /// The id.
        id: String,
    },
    /// The dossier was written by a newer version in a way that this one must not add to.
    #[error("this dossier has format {found}; this version writes format {known}")]
    NewerFormat {
        /// The format that was found.
        found: i64,
        /// The newest format that this version writes.
        known: i64,
    },
    /// Automerge refused; a fault in Kring, not in the input.
    #[error("the record could not be written: {0}")]
    Document(String),
}

impl From<automerge::AutomergeError> for EditError {
    fn from(error: automerge::AutomergeError) -> Self {
        Self::Document(error.to_string())
    }
}

/// Runs `$body` with `$change` bound to the change, and `$record` to its kind, of whichever record `$edit` is about.
macro_rules! with_change {
    ($edit:expr, $change:ident of $record:ident => $body:expr, profile $field:ident => $profile:expr, together $edits:ident => $together:expr) => {
        match $edit {
            Edit::Profile($field) => $profile,
            Edit::Person($change) => {
                type $record = crate::model::Person;
                $body
            }
            Edit::Organisation($change) => {
                type $record = crate::model::Organisation;
                $body
            }
            Edit::Tie($change) => {
                type $record = crate::model::Tie;
                $body
            }
            Edit::Partnership($change) => {
                type $record = crate::model::Partnership;
                $body
            }
            Edit::Parentage($change) => {
                type $record = crate::model::Parentage;
                $body
            }
            Edit::Wish($change) => {
                type $record = crate::model::Wish;
                $body
            }
            Edit::Life($change) => {
                type $record = crate::model::Life;
                $body
            }
            Edit::Need($change) => {
                type $record = crate::model::Need;
                $body
            }
            Edit::Talent($change) => {
                type $record = crate::model::Talent;
                $body
            }
            Edit::Role($change) => {
                type $record = crate::model::Role;
                $body
            }
            Edit::Resistance($change) => {
                type $record = crate::model::Resistance;
                $body
            }
            Edit::Goal($change) => {
                type $record = crate::model::Goal;
                $body
            }
            Edit::Action($change) => {
                type $record = crate::model::Action;
                $body
            }
            Edit::Note($change) => {
                type $record = crate::model::Note;
                $body
            }
            Edit::Moment($change) => {
                type $record = crate::model::Moment;
                $body
            }
            Edit::Measurement($change) => {
                type $record = crate::model::Measurement;
                $body
            }
            Edit::Passage($change) => {
                type $record = crate::model::Passage;
                $body
            }
            Edit::Approach($change) => {
                type $record = crate::model::Approach;
                $body
            }
            Edit::CheckIn($change) => {
                type $record = crate::model::CheckIn;
                $body
            }
            Edit::Supervision($change) => {
                type $record = crate::model::Supervision;
                $body
            }
            Edit::OwnMethod($change) => {
                type $record = crate::model::OwnMethod;
                $body
            }
            Edit::All($edits) => $together,
        }
    };
}

pub(crate) use with_change;

/// The change of one kind of record, as an edit.
pub trait IntoEdit: Record {
    /// The kind.
    const KIND: RecordKind;

    /// Wraps the change.
    fn edit(change: RecordEditOf<Self>) -> Edit;
}

macro_rules! into_edit {
    ($($(#[$doc:meta])* $name:ident / $text:literal)*) => {
        /// The kinds of records, as edits and faces name them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        pub enum RecordKind {
            $($(#[$doc])* $name,)*
        }

        impl RecordKind {
            /// All kinds.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The name, as messages and edits use it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }

            /// The keys of its fields.
            pub fn fields(self) -> &'static [&'static str] {
                match self {
                    $(Self::$name => <<$name as Record>::Field as crate::record::Field>::KEYS,)*
                }
            }

            /// The kind that an id is of.
            pub fn of_id(id: &str) -> Option<Self> {
                $(if id.parse::<<$name as Record>::Id>().is_ok() {
                    return Some(Self::$name);
                })*
                None
            }

            /// The map of the document in which its records stand.
            pub(crate) fn map(self) -> &'static str {
                match self {
                    $(Self::$name => <$name as Record>::MAP,)*
                }
            }

            /// The edit that brings a record of this kind back.
            pub fn restore(self, id: &str) -> Option<Edit> {
                match self {
                    $(Self::$name => Some($name::edit(RecordEdit::Restore { id: id.parse().ok()? })),)*
                }
            }

            /// The kind whose records stand in a map of the document.
            pub(crate) fn of_map(map: &str) -> Option<Self> {
                $(if map == <$name as Record>::MAP {
                    return Some(Self::$name);
                })*
                None
            }
        }

        $(impl IntoEdit for $name {
            const KIND: RecordKind = RecordKind::$name;

            fn edit(change: RecordEditOf<Self>) -> Edit {
                Edit::$name(change)
            }
        })*

        /// The maps of all kinds of records that stand at the root of a document.
        #[cfg(test)]
        pub(crate) const MAPS: &[&str] = &[$(<$name as Record>::MAP),*];
    };
}

into_edit! {
    /// People.
    Person / "person"
    /// Organisations.
    Organisation / "organisation"
    /// Ties among members.
    Tie / "tie"
    /// Partnerships.
    Partnership / "partnership"
    /// Lines of descent.
    Parentage / "parentage"
    /// Wishes.
    Wish / "wish"
    /// Dimensions of life.
    Life / "life"
    /// Needs.
    Need / "need"
    /// Talents.
    Talent / "talent"
    /// Roles.
    Role / "role"
    /// Reasons to hold back.
    Resistance / "resistance"
    /// Goals.
    Goal / "goal"
    /// Actions.
    Action / "action"
    /// Notes.
    Note / "note"
    /// Measuring moments.
    Moment / "moment"
    /// Filled-in instruments.
    Measurement / "measurement"
    /// What happened with steps.
    Passage / "passage"
    /// Approaches of the plan.
    Approach / "approach"
    /// Check-ins of the aftercare.
    CheckIn / "check_in"
    /// Questions to colleagues, and answers.
    Supervision / "supervision"
    /// Organisations' own methods.
    OwnMethod / "own_method"
}

/// Runs `$body` once for every kind of record, with `$record` bound to it.
macro_rules! for_every_kind {
    ($record:ident => $body:expr) => {
        for_every_kind! { $record => $body,
            Person Organisation Tie Partnership Parentage Wish Life Need Talent Role Resistance Goal Action Note Moment
            Measurement Passage Approach CheckIn Supervision OwnMethod
        }
    };
    ($record:ident => $body:expr, $($name:ident)*) => {$({
        type $record = crate::model::$name;
        $body
    })*};
}

pub(crate) use for_every_kind;

/// Adds a record with what is known about it.
pub fn add<R: IntoEdit>(id: R::Id, fields: impl IntoIterator<Item = R::Field>) -> Edit {
    R::edit(RecordEdit::Add { id, fields: fields.into_iter().collect() })
}

/// Sets one field of a record.
pub fn set<R: IntoEdit>(id: R::Id, to: R::Field) -> Edit {
    R::edit(RecordEdit::Set { id, to })
}

/// Takes a record out of view.
pub fn remove<R: IntoEdit>(id: R::Id) -> Edit {
    R::edit(RecordEdit::Remove { id })
}
