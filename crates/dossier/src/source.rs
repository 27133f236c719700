//! The view of a document that a reader reads: now, at given heads, or within a transaction.

use automerge::iter::{Keys, ListRange, MapRange};
use automerge::transaction::Transaction;
use automerge::{Automerge, AutomergeError, ChangeHash, ObjId, ReadDoc, Value};

/// One of three views of a document, so that readers are written once for all of them.
#[derive(Clone, Copy)]
pub(crate) enum Source<'a> {
    Now(&'a Automerge),
    Then(&'a Automerge, &'a [ChangeHash]),
    Within(&'a Transaction<'a>),
}

impl<'a> Source<'a> {
    pub(crate) fn get(&self, object: &ObjId, key: &str) -> Option<(Value<'a>, ObjId)> {
        let found: Result<_, AutomergeError> = match *self {
            Self::Now(doc) => doc.get(object, key),
            Self::Then(doc, heads) => doc.get_at(object, key, heads),
            Self::Within(tx) => tx.get(object, key),
        };
        found.ok().flatten()
    }

    /// Returns all values that `key` holds: more than one if people wrote at the same time.
    pub(crate) fn get_all(&self, object: &ObjId, key: &str) -> Vec<(Value<'a>, ObjId)> {
        let found = match *self {
            Self::Now(doc) => doc.get_all(object, key),
            Self::Then(doc, heads) => doc.get_all_at(object, key, heads),
            Self::Within(tx) => tx.get_all(object, key),
        };
        found.unwrap_or_default()
    }

    /// Returns the object at `key`, if there is one.
    pub(crate) fn object(&self, parent: &ObjId, key: &str) -> Option<ObjId> {
        self.get(parent, key).filter(|(value, _)| value.is_object()).map(|(_, id)| id)
    }

    /// Returns every key of a map with its value.
    pub(crate) fn entries(&self, object: &ObjId) -> Vec<Entry> {
        let range: MapRange<'_> = match *self {
            Self::Now(doc) => doc.map_range(object, ..),
            Self::Then(doc, heads) => doc.map_range_at(object, .., heads),
            Self::Within(tx) => tx.map_range(object, ..),
        };
        range
            .map(|item| Entry {
                id: item.id(),
                conflict: item.conflict,
                key: item.key.clone().into_owned(),
                value: item.value.into_value(),
            })
            .collect()
    }

    /// Returns the items of a list, as entries with an empty key.
    pub(crate) fn items(&self, list: &ObjId) -> Vec<Entry> {
        let range: ListRange<'_> = match *self {
            Self::Now(doc) => doc.list_range(list, ..),
            Self::Then(doc, heads) => doc.list_range_at(list, .., heads),
            Self::Within(tx) => tx.list_range(list, ..),
        };
        range
            .map(|item| Entry {
                id: item.id(),
                conflict: item.conflict,
                key: String::new(),
                value: item.value.into_value(),
            })
            .collect()
    }

    /// Returns one key of a map with its value.
    pub(crate) fn entry(&self, object: &ObjId, key: &str) -> Option<Entry> {
        let all = self.get_all(object, key);
        let (value, id) = self.get(object, key)?;
        Some(Entry { key: key.to_owned(), value: value.into_owned(), id, conflict: all.len() > 1 })
    }

    /// Returns all values that one key holds, each as an entry.
    pub(crate) fn all_entries(&self, object: &ObjId, key: &str) -> Vec<Entry> {
        let all = self.get_all(object, key);
        let conflict = all.len() > 1;
        all.into_iter()
            .map(|(value, id)| Entry { key: key.to_owned(), value: value.into_owned(), id, conflict })
            .collect()
    }

    pub(crate) fn keys(&self, object: &ObjId) -> Keys<'a> {
        match *self {
            Self::Now(doc) => doc.keys(object),
            Self::Then(doc, heads) => doc.keys_at(object, heads),
            Self::Within(tx) => tx.keys(object),
        }
    }

    pub(crate) fn text(&self, object: &ObjId) -> String {
        let text = match *self {
            Self::Now(doc) => doc.text(object),
            Self::Then(doc, heads) => doc.text_at(object, heads),
            Self::Within(tx) => tx.text(object),
        };
        text.unwrap_or_default()
    }
}

/// One key of a map with its value, and whether the key holds more than one.
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) value: Value<'static>,
    pub(crate) id: ObjId,
    pub(crate) conflict: bool,
}
