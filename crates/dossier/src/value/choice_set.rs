//! Fields that hold several choices of one list.

use std::collections::BTreeSet;

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ObjId, ObjType, ReadDoc, Value};
use serde::{Deserialize, Serialize};

use super::{Content, FieldValue};
use crate::choice::Choice;
use crate::source::Source;

/// A set of choices. The document stores it as a map of `true`, so that everything that two people tick at
/// the same time stays ticked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "Array<string>", bound = "T: Ord + ts_rs::TS"))]
#[serde(transparent, bound(serialize = "T: Serialize", deserialize = "T: Ord + Deserialize<'de>"))]
pub struct ChoiceSet<T: Ord>(pub BTreeSet<T>);

impl<T: Ord> Default for ChoiceSet<T> {
    fn default() -> Self {
        Self(BTreeSet::new())
    }
}

impl<T: Ord> FromIterator<T> for ChoiceSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(choices: I) -> Self {
        Self(choices.into_iter().collect())
    }
}

impl<T: Choice> FieldValue for ChoiceSet<T> {
    fn write(&self, tx: &mut Transaction<'_>, object: &ObjId, key: &str) -> Result<(), AutomergeError> {
        let map = match tx.get(object, key)? {
            Some((Value::Object(ObjType::Map), map)) => map,
            _ => tx.put_object(object, key, ObjType::Map)?,
        };
        let there: BTreeSet<String> = tx.keys(&map).collect();
        let wanted: BTreeSet<&str> = self.0.iter().map(Choice::as_str).collect();
        for gone in there.iter().filter(|choice| !wanted.contains(choice.as_str())) {
            tx.delete(&map, gone.as_str())?;
        }
        for new in wanted.into_iter().filter(|choice| !there.contains(*choice)) {
            tx.put(&map, new, true)?;
        }
        Ok(())
    }

    fn read(source: &Source<'_>, value: &Value<'_>, id: &ObjId) -> Option<Self> {
        value.is_object().then(|| Self(source.keys(id).map(|choice| T::read(&choice)).collect()))
    }

    fn content(&self) -> Content {
        let values: Vec<String> = self.0.iter().map(|choice| choice.as_str().to_owned()).collect();
        if values.is_empty() { Content::Empty } else { Content::Choices { list: T::LIST, values } }
    }

    fn prepare(tx: &mut Transaction<'_>, object: &ObjId, key: &str) -> Result<(), AutomergeError> {
        tx.put_object(object, key, ObjType::Map).map(drop)
    }
}
