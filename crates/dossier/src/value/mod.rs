//! The values of fields, and how each is written in an Automerge document.

mod choice_set;
mod content;
mod date;
mod position;
mod prose;

use automerge::transaction::Transaction;
use automerge::{AutomergeError, ObjId, ScalarValue, Value};

pub use choice_set::ChoiceSet;
pub use content::Content;
pub use date::PartialDate;
pub use position::Position;
pub use prose::Prose;

use crate::id::{
    ActionId, DossierId, GoalId, MemberId, MomentId, OrganisationId, PersonId, Relative, SupervisionId,
    WishId,
};
use crate::source::Source;
use crate::time::is_shown;

/// A value that is one Automerge scalar. When two people change it at the same time, the field keeps both and
/// shows one.
pub(crate) trait Scalar: Sized {
    /// Returns the value as Automerge stores it.
    fn to_scalar(&self) -> ScalarValue;

    /// Reads the value from a scalar; `None` if a newer version wrote something else.
    fn from_scalar(value: &ScalarValue) -> Option<Self>;

    /// Returns the value for a reader.
    fn content(&self) -> Content;
}

/// A value of a field of a record.
pub(crate) trait FieldValue: Sized + PartialEq {
    /// Writes the fewest operations that make `key` of `object` hold this value.
    fn write(&self, tx: &mut Transaction<'_>, object: &ObjId, key: &str) -> Result<(), AutomergeError>;

    /// Reads the value; `None` if a newer version wrote something that this one cannot read.
    fn read(source: &Source<'_>, value: &Value<'_>, id: &ObjId) -> Option<Self>;

    /// Returns the value for a reader.
    fn content(&self) -> Content;

    /// Makes the object that holds the value, so that two devices that first write it at the same time share
    /// one object.
    fn prepare(_tx: &mut Transaction<'_>, _object: &ObjId, _key: &str) -> Result<(), AutomergeError> {
        Ok(())
    }
}

impl<T: Scalar + PartialEq> FieldValue for Option<T> {
    fn write(&self, tx: &mut Transaction<'_>, object: &ObjId, key: &str) -> Result<(), AutomergeError> {
        match self {
            Some(value) => tx_put(tx, object, key, value.to_scalar()),
            // Write a null, because a deletion would lose without notice to a value that somebody else wrote
            // at the same time.
            None => tx_put(tx, object, key, ScalarValue::Null),
        }
    }

    fn read(_: &Source<'_>, value: &Value<'_>, _: &ObjId) -> Option<Self> {
        match value {
            Value::Scalar(scalar) if scalar.is_null() => Some(None),
            Value::Scalar(scalar) => T::from_scalar(scalar).map(Some),
            Value::Object(_) => None,
        }
    }

    fn content(&self) -> Content {
        self.as_ref().map_or(Content::Empty, Scalar::content)
    }
}

fn tx_put(
    tx: &mut Transaction<'_>,
    object: &ObjId,
    key: &str,
    value: ScalarValue,
) -> Result<(), AutomergeError> {
    automerge::transaction::Transactable::put(tx, object, key, value)
}

/// Implements [`FieldValue`] for scalars that a record always has: an empty name rather than no name.
macro_rules! always_there {
    ($($name:ty),*) => {$(
        impl FieldValue for $name {
            fn write(&self, tx: &mut Transaction<'_>, object: &ObjId, key: &str) -> Result<(), AutomergeError> {
                tx_put(tx, object, key, self.to_scalar())
            }

            fn read(_: &Source<'_>, value: &Value<'_>, _: &ObjId) -> Option<Self> {
                match value {
                    Value::Scalar(scalar) => Self::from_scalar(scalar),
                    Value::Object(_) => None,
                }
            }

            fn content(&self) -> Content {
                Scalar::content(self)
            }
        }
    )*};
}

always_there! { String, bool }

impl Scalar for String {
    fn to_scalar(&self) -> ScalarValue {
        self.as_str().into()
    }

    fn from_scalar(value: &ScalarValue) -> Option<Self> {
        value.as_str().map(str::to_owned)
    }

    fn content(&self) -> Content {
        text(self)
    }
}

impl Scalar for bool {
    fn to_scalar(&self) -> ScalarValue {
        (*self).into()
    }

    fn from_scalar(value: &ScalarValue) -> Option<Self> {
        value.as_bool()
    }

    fn content(&self) -> Content {
        Content::Answer(*self)
    }
}

impl Scalar for u16 {
    fn to_scalar(&self) -> ScalarValue {
        i64::from(*self).into()
    }

    fn from_scalar(value: &ScalarValue) -> Option<Self> {
        value.as_i64().and_then(|number| number.try_into().ok())
    }

    fn content(&self) -> Content {
        Content::Number(*self)
    }
}

impl Scalar for chrono::NaiveDate {
    fn to_scalar(&self) -> ScalarValue {
        self.format("%Y-%m-%d").to_string().into()
    }

    fn from_scalar(value: &ScalarValue) -> Option<Self> {
        value.as_str()?.parse().ok().filter(|day| is_shown(*day))
    }

    fn content(&self) -> Content {
        PartialDate::on(*self).map_or_else(|| text(&self.to_string()), Content::Date)
    }
}

/// Returns words as content; empty where there are none.
fn text(words: &str) -> Content {
    if words.is_empty() { Content::Empty } else { Content::Text(words.to_owned()) }
}

/// Implements [`Scalar`] for values that the document stores as the text they print.
macro_rules! as_text {
    ($($name:ty => $content:expr;)*) => {$(
        impl Scalar for $name {
            fn to_scalar(&self) -> ScalarValue {
                self.to_string().into()
            }

            fn from_scalar(value: &ScalarValue) -> Option<Self> {
                value.as_str()?.parse().ok()
            }

            fn content(&self) -> Content {
                let content: fn(&Self) -> Content = $content;
                content(self)
            }
        }
    )*};
}

as_text! {
    PartialDate => |date| Content::Date(*date);
    Position => |position| Content::Position(*position);
    DossierId => |id| Content::Dossier(id.clone());
    MemberId => record;
    Relative => record;
    PersonId => record;
    OrganisationId => record;
    GoalId => record;
    WishId => record;
    MomentId => record;
    ActionId => record;
    SupervisionId => record;
}

/// Returns the id of a record as content.
fn record(id: &impl ToString) -> Content {
    Content::Record(id.to_string())
}
