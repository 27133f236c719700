//! Short prose within a record: a remark about a person, a wish in the client's words.

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ObjId, ObjType, ReadDoc, Value};
use serde::{Deserialize, Serialize};

use super::{Content, FieldValue, text};
use crate::source::Source;

/// Prose, stored as Automerge text and edited by difference. It keeps the words of two people who type in it
/// at the same time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
#[serde(transparent)]
pub struct Prose(pub String);

impl From<&str> for Prose {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl FieldValue for Prose {
    fn write(&self, tx: &mut Transaction<'_>, object: &ObjId, key: &str) -> Result<(), AutomergeError> {
        let object = match tx.get(object, key)? {
            Some((Value::Object(ObjType::Text), there)) => there,
            _ => tx.put_object(object, key, ObjType::Text)?,
        };
        tx.update_text(&object, &self.0)
    }

    fn read(source: &Source<'_>, value: &Value<'_>, id: &ObjId) -> Option<Self> {
        match value {
            Value::Object(ObjType::Text) => Some(Self(source.text(id))),
            Value::Object(_) => None,
            Value::Scalar(scalar) => scalar.as_str().map(Self::from),
        }
    }

    fn content(&self) -> Content {
        text(&self.0)
    }

    fn prepare(tx: &mut Transaction<'_>, object: &ObjId, key: &str) -> Result<(), AutomergeError> {
        tx.put_object(object, key, ObjType::Text).map(drop)
    }
}
