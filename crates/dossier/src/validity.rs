//! What a value must be like before it is written. Reading is tolerant; writing is not.

use chrono::NaiveDate;
use thiserror::Error;

use crate::choice::Choice;
use crate::id::{MemberId, Relative};
use crate::value::{ChoiceSet, PartialDate, Position, Prose};

/// The longest one-line text, in characters.
pub const LONGEST_LINE: usize = 500;
/// The longest prose in a field, in characters.
pub const LONGEST_PROSE: usize = 20_000;

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Invalid {
    /// Something that must be filled in is not.
    #[error("{field} is empty")]
    Empty {
        /// The field.
        field: &'static str,
    },
    /// A text is longer than the record keeps.
    #[error("{field} is longer than {most} characters")]
    TooLong {
        /// The field.
        field: &'static str,
        /// The most characters it may have.
        most: usize,
    },
    /// A line holds a character that no line has, such as a line break.
    #[error("{field} holds a character that cannot be shown")]
    Unprintable {
        /// The field.
        field: &'static str,
    },
    /// A place outside the map.
    #[error("{field} is not on the map")]
    OffTheMap {
        /// The field.
        field: &'static str,
    },
    /// A year that cannot be one of a living person's record.
    #[error("{field} is not a year between 1850 and 2200")]
    NotAYear {
        /// The field.
        field: &'static str,
    },
    /// The answers of an instrument are more or fewer than it has places.
    #[error("{field} must have {must} characters")]
    AnswersLength {
        /// The field.
        field: &'static str,
        /// How many characters they must have.
        must: usize,
    },
    /// One answer of an instrument is none that its item has.
    #[error("{field}: item {item} takes 0 to {most}, or a hyphen")]
    NotAnAnswer {
        /// The field.
        field: &'static str,
        /// Which item, from 1.
        item: usize,
        /// The highest answer.
        most: u8,
    },
    /// A tie or family line from somebody to the same person.
    #[error("{field} joins somebody to themselves")]
    ToItself {
        /// The field.
        field: &'static str,
    },
}

/// A value that can be checked by itself.
pub(crate) trait Valid {
    fn check(&self, field: &'static str) -> Result<(), Invalid>;

    /// A choice in the value that this version does not know.
    fn unknown_choice(&self) -> Option<&str> {
        None
    }

    /// The values that there are, where they are a closed list.
    fn choices() -> Vec<&'static str> {
        Vec::new()
    }

    /// The name of that list.
    fn list() -> Option<&'static str> {
        None
    }
}

/// A record that can say whether it has what it needs.
pub(crate) trait Complete {
    /// The keys that decide it.
    const NEEDS: &'static [&'static str];

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
    /// The numbers of the record are years and minutes; a field that says year is held to years.
    fn check(&self, field: &'static str) -> Result<(), Invalid> {
        let year = field.ends_with("year");
        if year && !(1850..=2200).contains(self) { Err(Invalid::NotAYear { field }) } else { Ok(()) }
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

/// A choice that this version does not know comes from a newer one's record and may be written back as it was.
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
    bool, NaiveDate, PartialDate, MemberId, Relative, PersonId, OrganisationId, GoalId, WishId, MomentId, ActionId,
    DossierId, SupervisionId
}

pub(crate) fn filled_in(text: &str, field: &'static str) -> Result<(), Invalid> {
    if text.trim().is_empty() { Err(Invalid::Empty { field }) } else { Ok(()) }
}

pub(crate) fn there<T>(value: &Option<T>, field: &'static str) -> Result<(), Invalid> {
    if value.is_none() { Err(Invalid::Empty { field }) } else { Ok(()) }
}

/// Both ends are there and differ.
pub(crate) fn two_ends<T: PartialEq>(
    first: (&Option<T>, &'static str),
    second: (&Option<T>, &'static str),
) -> Result<(), Invalid> {
    there(first.0, first.1)?;
    there(second.0, second.1)?;
    if first.0 == second.0 { Err(Invalid::ToItself { field: second.1 }) } else { Ok(()) }
}
