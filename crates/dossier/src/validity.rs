//! Checks of values before they are written. Reading tolerates what a newer version wrote; writing is strict.

use chrono::NaiveDate;
use thiserror::Error;

use crate::choice::Choice;
use crate::id::{MemberId, Relative};
use crate::time::is_shown;
use crate::value::{ChoiceSet, PartialDate, Position, Prose};

/// The most characters in a text of one line.
pub const LONGEST_LINE: usize = 500;
/// The most characters of prose in a field.
pub const LONGEST_PROSE: usize = 20_000;

/// The reason why a value is not valid.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Invalid {
    /// A field that must be filled in is empty.
    #[error("{field} is empty")]
    Empty {
        /// The key of the field.
        field: &'static str,
    },
    /// A text is longer than its field can hold.
    #[error("{field} is longer than {most} characters")]
    TooLong {
        /// The key of the field.
        field: &'static str,
        /// The most characters it may have.
        most: usize,
    },
    /// A text of one line contains a control character, such as a line break.
    #[error("{field} holds a character that cannot be shown")]
    Unprintable {
        /// The key of the field.
        field: &'static str,
    },
    /// A position is outside the map.
    #[error("{field} is not on the map")]
    OffTheMap {
        /// The key of the field.
        field: &'static str,
    },
    /// A year is not between 1850 and 2200, so it cannot be a year of a person's life.
    #[error("{field} is not a year between 1850 and 2200")]
    NotAYear {
        /// The key of the field.
        field: &'static str,
    },
    /// The answers to an instrument have more or fewer characters than its items take.
    #[error("{field} must have {must} characters")]
    AnswersLength {
        /// The key of the field.
        field: &'static str,
        /// The number of characters that the answers must have.
        must: usize,
    },
    /// An answer to an instrument is not one of those that its item takes.
    #[error("{field}: item {item} takes 0 to {most}, or a hyphen")]
    NotAnAnswer {
        /// The key of the field.
        field: &'static str,
        /// The number of the item, counted from 1.
        item: usize,
        /// The highest answer.
        most: u8,
    },
    /// Both ends of a tie or family line are the same person.
    #[error("{field} joins somebody to themselves")]
    ToItself {
        /// The key of the field.
        field: &'static str,
    },
}

/// A value that can be checked by itself.
pub(crate) trait Valid {
    /// Returns an error if the value is not valid in the field with this key.
    fn check(&self, field: &'static str) -> Result<(), Invalid>;

    /// Returns a choice in the value that this version does not know.
    fn unknown_choice(&self) -> Option<&str> {
        None
    }

    /// Returns all possible values, if they are a closed list.
    fn choices() -> Vec<&'static str> {
        Vec::new()
    }

    /// Returns the name of the closed list, if there is one.
    fn list() -> Option<&'static str> {
        None
    }
}

/// A record that can tell whether it is complete.
pub(crate) trait Complete {
    /// The keys of the fields that decide whether the record is complete.
    const NEEDS: &'static [&'static str];

    /// Returns an error if the record lacks something that it needs.
    fn check_complete(&self) -> Result<(), Invalid>;
}

impl Valid for String {
    fn check(&self, field: &'static str) -> Result<(), Invalid> {
        if self.chars().count() > LONGEST_LINE {
            return Err(Invalid::TooLong { field, most: LONGEST_LINE });
        }
        if self.chars().any(char::is_control) {
            return Err(Invalid::Unprintable { field });
        }
        Ok(())
    }
}

impl Valid for Prose {
    fn check(&self, field: &'static str) -> Result<(), Invalid> {
        let most = LONGEST_PROSE;
        if self.0.chars().count() > most { Err(Invalid::TooLong { field, most }) } else { Ok(()) }
    }
}

impl Valid for Position {
    fn check(&self, field: &'static str) -> Result<(), Invalid> {
        if self.is_on_the_map() { Ok(()) } else { Err(Invalid::OffTheMap { field }) }
    }
}

impl Valid for u16 {
    /// The numbers of the record are years and minutes; a field whose key ends in `year` must hold a
    /// plausible year.
    fn check(&self, field: &'static str) -> Result<(), Invalid> {
        let year = field.ends_with("year");
        if year && !(1850..=2200).contains(self) { Err(Invalid::NotAYear { field }) } else { Ok(()) }
    }
}

impl Valid for NaiveDate {
    /// A reader does not show a day out of the years 1 to 9999.
    fn check(&self, field: &'static str) -> Result<(), Invalid> {
        if is_shown(*self) { Ok(()) } else { Err(Invalid::NotAYear { field }) }
    }
}

impl<T: Valid> Valid for Option<T> {
    fn check(&self, field: &'static str) -> Result<(), Invalid> {
        self.as_ref().map_or(Ok(()), |value| value.check(field))
    }

    fn unknown_choice(&self) -> Option<&str> {
        self.as_ref().and_then(Valid::unknown_choice)
    }

    fn choices() -> Vec<&'static str> {
        T::choices()
    }

    fn list() -> Option<&'static str> {
        T::list()
    }
}

/// A choice that this version does not know comes from a record of a newer version, and may be written back
/// as it was.
impl<T: Choice> Valid for T {
    fn check(&self, field: &'static str) -> Result<(), Invalid> {
        self.as_str().to_owned().check(field)
    }

    fn unknown_choice(&self) -> Option<&str> {
        if T::known(self.as_str()).is_none() { Some(self.as_str()) } else { None }
    }

    fn choices() -> Vec<&'static str> {
        T::ALL.iter().map(Choice::as_str).collect()
    }

    fn list() -> Option<&'static str> {
        Some(T::LIST)
    }
}

impl<T: Choice> Valid for ChoiceSet<T> {
    fn check(&self, field: &'static str) -> Result<(), Invalid> {
        self.0.iter().try_for_each(|choice| choice.check(field))
    }

    fn unknown_choice(&self) -> Option<&str> {
        self.0.iter().find_map(Valid::unknown_choice)
    }

    fn choices() -> Vec<&'static str> {
        T::choices()
    }

    fn list() -> Option<&'static str> {
        T::list()
    }
}

macro_rules! valid_by_type {
    ($($name:ty),*) => {$(
        impl Valid for $name {
            fn check(&self, _: &'static str) -> Result<(), Invalid> {
                Ok(())
            }
        }
    )*};
}

use crate::id::{ActionId, DossierId, GoalId, MomentId, OrganisationId, PersonId, SupervisionId, WishId};
valid_by_type! {
    bool, PartialDate, MemberId, Relative, PersonId, OrganisationId, GoalId, WishId, MomentId, ActionId,
    DossierId, SupervisionId
}

/// Returns an error if a text is empty or blank.
pub(crate) fn not_blank(text: &str, field: &'static str) -> Result<(), Invalid> {
    if text.trim().is_empty() { Err(Invalid::Empty { field }) } else { Ok(()) }
}

/// Returns an error if a value is absent.
pub(crate) fn present<T>(value: &Option<T>, field: &'static str) -> Result<(), Invalid> {
    if value.is_none() { Err(Invalid::Empty { field }) } else { Ok(()) }
}

/// Returns an error unless both ends are present and differ.
pub(crate) fn two_different_ends<T: PartialEq>(
    first: (&Option<T>, &'static str),
    second: (&Option<T>, &'static str),
) -> Result<(), Invalid> {
    present(first.0, first.1)?;
    present(second.0, second.1)?;
    if first.0 == second.0 { Err(Invalid::ToItself { field: second.1 }) } else { Ok(()) }
}
