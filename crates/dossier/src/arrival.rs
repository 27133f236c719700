//! Changes that came from another device: looked at on a scratch copy, and taken in only when somebody vouched for them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use automerge::{Automerge, ChangeHash, ReadDoc};

use crate::document::{Document, LoadError, guarded};
use crate::id::{CoachId, NotAnId, NoteId};
use crate::shape;

/// One of the documents that together are a dossier, to people and to the exchange. Private notes are not among them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentName {
    /// The record itself.
    Record,
    /// The text of a note.
    Note(NoteId),
}

impl fmt::Display for DocumentName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record => f.write_str("record"),
            Self::Note(id) => id.fmt(f),
        }
    }
}

impl FromStr for DocumentName {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text == "record" { Ok(Self::Record) } else { text.parse().map(Self::Note) }
    }
}

/// One change that the document did not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewChange {
    /// Its name.
    pub hash: ChangeHash,
    /// The stream that it belongs to.
    pub actor: Vec<u8>,
    /// Who its stream says it is of; absent where it names nobody.
    pub author: Option<CoachId>,
    /// What it follows.
    pub deps: Vec<ChangeHash>,
}

/// Changes laid beside a document, not in it yet.
pub struct Arrival {
    doc: Automerge,
    before: Vec<ChangeHash>,
    new: Vec<NewChange>,
    /// Whether something arrived whose past is not here.
    waiting: bool,
    /// The whole document as it came, where nothing of it was here.
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
        let (doc, whole) = match load_whole(document, &before, changes) {
            Some(doc) => (doc, Some(changes.to_vec())),
            None => {
                // Loading can panic on hostile bytes: on a scratch copy, so that what is here stays whole.
                let mut doc = document.doc.clone();
                guarded(|| doc.load_incremental(changes))?;
                // Automerge takes in some changes that it cannot write as a document that loads: a record with them would be
                // lost the next time it is written whole.
                let again = guarded(|| Automerge::load(&doc.save()))?;
                if again.get_heads() != doc.get_heads() {
                    return Err(LoadError::Unreadable(
                        "it cannot be written so that it is read again".to_owned(),
                    ));
                }
                (doc, None)
            }
        };
        if !shape::is(&doc, kind, id) {
            return Err(LoadError::Another(id.to_owned()));
        }
        let new = doc.get_changes_meta(&before).into_iter().map(|change| NewChange {
            hash: change.hash,
            actor: change.actor.to_bytes().to_vec(),
            author: change
                .author
                .and_then(|author| std::str::from_utf8(author.as_bytes()).ok()?.parse().ok()),
            deps: change.deps,
        });
        let new: Vec<NewChange> = new.collect();
        let waiting = !doc.get_missing_deps(&[]).is_empty();
        Ok(Self { before, new, waiting, whole, doc })
    }

    /// The changes that the document did not have.
    pub fn new_changes(&self) -> &[NewChange] {
        &self.new
    }

    /// Whether changes came along whose past has not arrived.
    pub fn is_waiting(&self) -> bool {
        self.waiting
    }

    /// What the document held before.
    pub fn before(&self) -> &[ChangeHash] {
        &self.before
    }

    /// What the document would hold.
    pub fn after(&self) -> Vec<ChangeHash> {
        self.doc.get_heads()
    }

    /// The new changes that stand in the past of `heads`, these included.
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

    /// Whether all of `heads` would be in the document.
    pub fn knows(&self, heads: &[ChangeHash]) -> bool {
        heads.iter().all(|head| self.doc.get_change_meta_by_hash(head).is_some())
    }

    /// Those of `heads` that would be in the document.
    pub fn those_here(&self, heads: &[ChangeHash]) -> Vec<ChangeHash> {
        heads.iter().copied().filter(|head| self.knows(&[*head])).collect()
    }

    /// Whether all of `heads` stand in the past of `later`, these included. What of `later` is not here has no past.
    pub fn precedes(&self, heads: &[ChangeHash], later: &[ChangeHash]) -> bool {
        let after = self.doc.get_changes_meta(&self.those_here(later));
        self.knows(heads) && heads.iter().all(|head| after.iter().all(|change| change.hash != *head))
    }

    /// The whole document as it came, which can be loaded again; `None` where a part of it was here.
    pub fn whole(&mut self) -> Option<Vec<u8>> {
        self.whole.take()
    }

    pub(crate) fn into_document(self) -> Automerge {
        self.doc
    }
}

/// A document that was only begun here, with all that arrives for it: loaded as a whole, where it holds the same beginning.
/// That is the same as laying its changes beside that beginning one by one, at a fraction of the cost; and bytes that were
/// loaded so are loaded again, so that they can be kept as they came.
fn load_whole(document: &Document, before: &[ChangeHash], changes: &[u8]) -> Option<Automerge> {
    let is_only_begun = shape::is_only_begun(&document.doc);
    let doc = (is_only_begun && is_one_document(changes)).then(|| document.load_apart(changes))?.ok()?;
    before.iter().all(|hash| doc.get_change_meta_by_hash(hash).is_some()).then_some(doc)
}

/// Whether the bytes are one document chunk and nothing else. Automerge's binary format, "Chunk Container": four magic bytes,
/// a checksum of four, the kind of chunk, and the length of what follows in LEB128.
fn is_one_document(bytes: &[u8]) -> bool {
    const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
    const DOCUMENT: u8 = 0;
    let Some(([m0, m1, m2, m3, _, _, _, _, kind], rest)) = bytes.split_first_chunk::<9>() else {
        return false;
    };
    let mut length = 0u64;
    for (place, byte) in rest.iter().enumerate().take(9) {
        length |= u64::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            let follows = rest.len() - place - 1;
            return [*m0, *m1, *m2, *m3] == MAGIC
                && *kind == DOCUMENT
                && u64::try_from(follows) == Ok(length);
        }
    }
    false
}
