//! Changes from another device: examined on a copy of the document, and merged only once somebody vouched for
//! them.

use std::collections::{BTreeMap, BTreeSet};

use automerge::{Automerge, ChangeHash, ReadDoc};

use crate::bounds;
use crate::document::Document;
use crate::id::CoachId;
use crate::loading::{LoadError, guarded};
use crate::shape;

/// A change that the document did not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewChange {
    /// The hash of the change, which names it.
    pub hash: ChangeHash,
    /// The actor that made the change, which stands for the stream of one device.
    pub actor: Vec<u8>,
    /// The coach whom the stream names as its author; absent if it names nobody.
    pub author: Option<CoachId>,
    /// The changes that it depends on.
    pub deps: Vec<ChangeHash>,
}

/// Examined changes of a document, which are not part of it yet.
pub struct Arrival {
    doc: Automerge,
    before: Vec<ChangeHash>,
    new: Vec<NewChange>,
    /// True if some changes depend on others that have not arrived.
    waiting: bool,
    /// The bytes that arrived, if they are the whole document and nothing of it was here.
    whole: Option<Vec<u8>>,
}

impl Arrival {
    pub(crate) fn examine(
        document: &Document,
        changes: &[u8],
        kind: &str,
        id: &str,
    ) -> Result<Self, LoadError> {
        let before = document.heads();
        let (doc, whole) = match load_whole(document, &before, changes)? {
            Some(doc) => (doc, Some(changes.to_vec())),
            None => (document.with_changes(changes)?, None),
        };
        if !guarded(|| Ok(shape::is(&doc, kind, id)))? {
            return Err(LoadError::WrongDocument(id.to_owned()));
        }
        if !guarded(|| Ok(follow_on_each_other(&doc, &before)))? {
            return Err(LoadError::unreadable(
                "its operations have numbers that do not follow on each other",
            ));
        }
        let new = guarded(|| Ok(new_changes(&doc, &before)))?;
        let waiting = guarded(|| Ok(!doc.get_missing_deps(&[]).is_empty()))?;
        Ok(Self { before, new, waiting, whole, doc })
    }

    /// Returns the changes that the document did not hold.
    pub fn new_changes(&self) -> &[NewChange] {
        &self.new
    }

    /// Returns the number of actors that made the new changes. Each is the stream of one device.
    pub fn actors(&self) -> usize {
        self.new.iter().map(|change| change.actor.as_slice()).collect::<BTreeSet<_>>().len()
    }

    /// Returns whether some of the changes depend on others that have not arrived.
    pub fn is_waiting(&self) -> bool {
        self.waiting
    }

    /// Returns the heads of the document at the time of examining.
    pub fn before(&self) -> &[ChangeHash] {
        &self.before
    }

    /// Returns the heads that the document would have with these changes.
    pub fn after(&self) -> Vec<ChangeHash> {
        self.doc.get_heads()
    }

    /// Returns the new changes that `heads` depend on, directly or through others, and the new changes among
    /// `heads`.
    pub fn covered_by(&self, heads: &[ChangeHash]) -> BTreeSet<ChangeHash> {
        let new: BTreeMap<ChangeHash, &NewChange> =
            self.new.iter().map(|change| (change.hash, change)).collect();
        let mut covered = BTreeSet::new();
        let mut ahead: Vec<ChangeHash> = heads.to_vec();
        while let Some(hash) = ahead.pop() {
            if let Some(change) = new.get(&hash)
                && covered.insert(hash)
            {
                ahead.extend(&change.deps);
            }
        }
        covered
    }

    /// Returns whether the document would hold all of `heads`.
    pub fn knows(&self, heads: &[ChangeHash]) -> bool {
        heads.iter().all(|head| self.doc.get_change_meta_by_hash(head).is_some())
    }

    /// Returns those of `heads` that the document would hold.
    pub fn known_among(&self, heads: &[ChangeHash]) -> Vec<ChangeHash> {
        heads.iter().copied().filter(|head| self.knows(&[*head])).collect()
    }

    /// Returns whether `later` depends on all of `heads`, or holds them. Changes of `later` that are not here
    /// count as depending on nothing.
    pub fn precedes(&self, heads: &[ChangeHash], later: &[ChangeHash]) -> bool {
        let after = self.doc.get_changes_meta(&self.known_among(later));
        self.knows(heads) && heads.iter().all(|head| after.iter().all(|change| change.hash != *head))
    }

    /// Takes the bytes that arrived if they are the whole document, so that they can be saved as they are.
    /// Returns `None` if a part of the document was here before.
    pub fn whole(&mut self) -> Option<Vec<u8>> {
        self.whole.take()
    }

    /// Makes the changes part of `document`. Returns `false` and changes nothing if the document has other
    /// heads than when the changes were examined.
    pub(crate) fn fast_forward(self, document: &mut Document) -> bool {
        let unchanged = document.heads() == self.before;
        if unchanged {
            document.doc = self.doc;
        }
        unchanged
    }

    /// Merges the changes into `document`, whatever was written there since.
    pub(crate) fn merge_into(mut self, document: &mut Document) -> Result<(), LoadError> {
        if document.heads() == self.before {
            document.doc = self.doc;
            return Ok(());
        }
        guarded(|| document.doc.merge(&mut self.doc)).map(drop)
    }

    /// Returns the document with the changes, as it was when they were examined.
    pub(crate) fn into_document(self) -> Document {
        Document::of(self.doc)
    }
}

/// Returns the changes that are not among `before` and the changes that these depend on.
fn new_changes(doc: &Automerge, before: &[ChangeHash]) -> Vec<NewChange> {
    let new = doc.get_changes_meta(before).into_iter().map(|change| NewChange {
        hash: change.hash,
        actor: change.actor.to_bytes().to_vec(),
        author: change.author.and_then(|author| std::str::from_utf8(author.as_bytes()).ok()?.parse().ok()),
        deps: change.deps,
    });
    new.collect()
}

/// Returns whether the operations of each new change have the numbers after those that it depends on.
///
/// There are no numbers after 2^32. Somebody who skips some uses them up, and then nobody can write any more.
fn follow_on_each_other(doc: &Automerge, before: &[ChangeHash]) -> bool {
    let last = |hash: &ChangeHash| doc.get_change_meta_by_hash(hash).map_or(0, |change| change.max_op);
    doc.get_changes_meta(before).iter().all(|change| {
        let follows = change.deps.iter().map(last).max().unwrap_or(0);
        change.start_op <= follows + 1
    })
}

/// Loads the arrived bytes as a whole document, if this device holds no more than the first changes of it and
/// the bytes hold these.
///
/// The result is the same as that of applying the changes one by one, at a fraction of the cost; and bytes
/// that loaded once load again, so they can be saved as they arrived.
fn load_whole(
    document: &Document,
    before: &[ChangeHash],
    changes: &[u8],
) -> Result<Option<Automerge>, LoadError> {
    if !shape::is_only_begun(&document.doc) || !bounds::is_one_document(changes) {
        return Ok(None);
    }
    let doc = document.load_apart(changes)?;
    Ok(before.iter().all(|hash| doc.get_change_meta_by_hash(hash).is_some()).then_some(doc))
}
