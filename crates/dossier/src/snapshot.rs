//! A snapshot of a document at one point of its history: a tree that is read there, and written as a
//! difference into another document.
//!
//! A snapshot does not know what its tree means, so it also copies what a newer version wrote.

use std::collections::BTreeSet;

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ObjId, ObjType, ScalarValue, Value};

use crate::source::{Entry, Source};

/// A value with everything in it.
#[derive(Clone, Debug)]
pub(crate) enum Snapshot {
    Scalar(ScalarValue),
    Text(String),
    List(Vec<Snapshot>),
    Map(Keys),
}

/// The keys of a map with their values, in the order in which they were written.
pub(crate) type Keys = Vec<(String, Snapshot)>;

/// Reads snapshots, and remembers whether it had to choose between values.
pub(crate) struct Reader<'a> {
    source: Source<'a>,
    /// True if a key held different values at once. The reader took the value that is shown.
    pub(crate) chose: bool,
}

impl<'a> Reader<'a> {
    pub(crate) fn of(source: Source<'a>) -> Self {
        Self { source, chose: false }
    }

    /// Reads the keys of a map for which `keep` returns true.
    pub(crate) fn keys(&mut self, map: &ObjId, keep: impl Fn(Source<'a>, &Entry) -> bool) -> Keys {
        let mut entries = self.source.entries(map);
        entries.sort_by_cached_key(|entry| age(&entry.id));
        entries.retain(|entry| keep(self.source, entry));
        let read = entries.into_iter().map(|entry| {
            if entry.conflict {
                let held = self.source.all_entries(map, &entry.key).into_iter();
                let held: Vec<Snapshot> = held.map(|one| self.value(&one.value, &one.id)).collect();
                self.chose |= held.windows(2).any(|two| two[0] != two[1]);
            }
            let value = self.value(&entry.value, &entry.id);
            (entry.key, value)
        });
        read.collect()
    }

    pub(crate) fn value(&mut self, value: &Value<'_>, id: &ObjId) -> Snapshot {
        match value {
            // A counter continues from its current value.
            Value::Scalar(scalar) => Snapshot::Scalar(match scalar.as_ref() {
                ScalarValue::Counter(counter) => ScalarValue::counter(counter.into()),
                other => other.clone(),
            }),
            Value::Object(ObjType::Text) => Snapshot::Text(self.source.text(id)),
            Value::Object(ObjType::List) => {
                let items = self.source.items(id);
                self.chose |= items.iter().any(|item| item.conflict);
                Snapshot::List(items.iter().map(|item| self.value(&item.value, &item.id)).collect())
            }
            Value::Object(ObjType::Map | ObjType::Table) => Snapshot::Map(self.keys(id, |_, _| true)),
        }
    }
}

impl Snapshot {
    /// Makes `key` of a map hold this value, with the fewest operations.
    pub(crate) fn write(
        &self,
        tx: &mut Transaction<'_>,
        map: &ObjId,
        key: &str,
    ) -> Result<(), AutomergeError> {
        let there = Source::Within(tx).get(map, key);
        let object = match (self, there) {
            (Self::Scalar(scalar), there) => {
                let same = matches!(there, Some((Value::Scalar(there), _)) if *there == *scalar);
                return if same { Ok(()) } else { tx.put(map, key, scalar.clone()) };
            }
            // No version writes lists yet, so a list that changed is simply written whole.
            (Self::List(_), Some((value, id)))
                if Reader::of(Source::Within(tx)).value(&value, &id) == *self =>
            {
                return Ok(());
            }
            (Self::Text(_), Some((Value::Object(ObjType::Text), id)))
            | (Self::Map(_), Some((Value::Object(ObjType::Map), id))) => id,
            (object, _) => tx.put_object(map, key, object.kind())?,
        };
        self.fill(tx, &object)
    }

    /// Makes an object of the same kind hold this value.
    fn fill(&self, tx: &mut Transaction<'_>, object: &ObjId) -> Result<(), AutomergeError> {
        match self {
            Self::Scalar(_) => Ok(()),
            Self::Text(text) => tx.update_text(object, text),
            Self::List(items) => items.iter().enumerate().try_for_each(|(place, item)| match item {
                Self::Scalar(scalar) => tx.insert(object, place, scalar.clone()),
                item => {
                    let within = tx.insert_object(object, place, item.kind())?;
                    item.fill(tx, &within)
                }
            }),
            Self::Map(keys) => {
                for gone in keys_besides(tx, object, keys) {
                    tx.delete(object, gone.as_str())?;
                }
                keys.iter().try_for_each(|(key, state)| state.write(tx, object, key))
            }
        }
    }

    fn kind(&self) -> ObjType {
        match self {
            Self::Text(_) => ObjType::Text,
            Self::List(_) => ObjType::List,
            Self::Map(_) | Self::Scalar(_) => ObjType::Map,
        }
    }
}

/// Returns the keys that a map holds besides these.
pub(crate) fn keys_besides(tx: &Transaction<'_>, map: &ObjId, keys: &[(String, Snapshot)]) -> Vec<String> {
    let kept: BTreeSet<&str> = keys.iter().map(|(key, _)| key.as_str()).collect();
    Source::Within(tx).keys(map).filter(|key| !kept.contains(key.as_str())).collect()
}

/// Two snapshots are equal whatever the order in which their keys were written.
impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Scalar(one), Self::Scalar(other)) => one == other,
            (Self::Text(one), Self::Text(other)) => one == other,
            (Self::List(one), Self::List(other)) => one == other,
            (Self::Map(one), Self::Map(other)) => {
                let (mut one, mut other): (Vec<_>, Vec<_>) = (one.iter().collect(), other.iter().collect());
                one.sort_by_key(|(key, _)| key);
                other.sort_by_key(|(key, _)| key);
                one == other
            }
            _ => false,
        }
    }
}

/// Returns when something was written, by Automerge's operation counter, a Lamport clock.
fn age(id: &ObjId) -> (u64, Vec<u8>) {
    match id {
        ObjId::Id(counter, actor, _) => (*counter, actor.to_bytes().to_vec()),
        ObjId::Root => (0, Vec::new()),
    }
}
