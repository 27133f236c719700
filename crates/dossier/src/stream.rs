//! The stream of one actor: which changes it has, and writing its end anew under another actor.
//!
//! A vault that was put back to an older state goes on with an actor whose next changes exist elsewhere
//! already. Then two different changes have the same number, and Automerge refuses to merge them for good.
//! But what was written here since can be written again by an actor that nobody knows, at the same time and
//! with the same words. After that the stream ends where it did before it was forked, and the other changes
//! of it fit.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroU64;

use automerge::legacy::{ElementId, Key, ObjectId, Op, OpId, OpType};
use automerge::{ActorId, Automerge, Change, ChangeHash, ScalarValue};
use thiserror::Error;

use crate::bounds::{self, Size};
use crate::document::{Document, Writer};
use crate::id::Id;
use crate::loading::{LoadError, guarded};
use crate::moment_heads::{HEADS, format_heads, parse_heads};

/// A change in the stream of one actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StreamChange {
    /// The number of the change in the stream, counted from 1.
    pub seq: u64,
    /// The hash of the change, which names it.
    pub hash: ChangeHash,
}

/// A stream of this vault of which others have another end.
#[derive(Clone, Copy, Debug)]
pub struct Fork<'a> {
    /// The actor whose stream it is.
    pub actor: &'a [u8; 16],
    /// The changes that others have.
    pub changes: &'a [u8],
    /// The heads that the owner of the stream signed for others: what they do not cover, anybody may have made up.
    pub signed: &'a [ChangeHash],
    /// The heads that others brought here: what they cover is not only here.
    pub vouched: &'a [ChangeHash],
}

/// The reason why the end of a stream could not be written anew. The document is unchanged.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReauthorError {
    /// Somebody else's change depends on one of these, so others hold them as they are.
    #[error("somebody else's change {0} follows what was to be written anew")]
    Followed(ChangeHash),
    /// The new actor has other changes in the document, so others may know its numbers already.
    #[error("the new actor has written in the document before")]
    ActorInUse,
    /// The document could not be read or put together.
    #[error(transparent)]
    Load(#[from] LoadError),
}

impl Document {
    /// Returns the changes of an actor that `heads` neither are nor depend on, in the order of the stream.
    /// Heads that are not here are ignored.
    pub(crate) fn stream_after(&self, actor: &[u8; 16], heads: &[ChangeHash]) -> Vec<StreamChange> {
        let actor = ActorId::from(*actor);
        let known: Vec<ChangeHash> = heads.iter().copied().filter(|head| self.knows(&[*head])).collect();
        let changes = self.doc.get_changes_meta(&known).into_iter();
        let own = changes.filter(|change| *change.actor == actor);
        let mut stream: Vec<StreamChange> =
            own.map(|change| StreamChange { seq: change.seq, hash: change.hash }).collect();
        stream.sort_by_key(|change| change.seq);
        stream
    }

    /// Returns the first number under which a fork holds another change than this document. Returns `None` if there
    /// is none, or if others vouch for the change that is here.
    pub(crate) fn first_forked(&self, fork: &Fork<'_>) -> Result<Option<u64>, LoadError> {
        let stream = |heads: &[ChangeHash]| {
            let own = self.stream_after(fork.actor, heads).into_iter();
            own.map(|change| (change.seq, change.hash)).collect::<HashMap<u64, ChangeHash>>()
        };
        let (here, alone) = (stream(&[]), stream(fork.vouched));
        let there = signed_in(bounds::within(fork.changes, Size::OfADocument)?, fork)?;
        let differs = |other: &StreamChange| here.get(&other.seq).is_some_and(|hash| *hash != other.hash);
        let first = there.into_iter().filter(differs).map(|change| change.seq).min();
        Ok(first.filter(|first| alone.contains_key(first)))
    }

    /// Returns the same document, in which the changes of `actor` from number `first` on are changes of
    /// `writer`, and those of the actors in `own` that follow them too. Returns the changes that were written anew
    /// with it.
    pub(crate) fn reauthored(
        &self,
        actor: &[u8; 16],
        first: u64,
        own: &[[u8; 16]],
        writer: &Writer,
    ) -> Result<(Self, Vec<ChangeHash>), ReauthorError> {
        let changes = guarded(|| Ok(self.doc.get_changes(&[])))?;
        let (old, new) = (ActorId::from(*actor), ActorId::from(writer.actor));
        let own: HashSet<ActorId> = own.iter().map(|own| ActorId::from(*own)).collect();
        let mut ends = StreamEnds { new, from: HashMap::new(), writer, last: None, renamed: HashMap::new() };
        let mut again = Vec::with_capacity(changes.len());
        for change in changes {
            let begins = *change.actor_id() == old && change.seq() >= first;
            if begins || (ends.are_followed_by(&change) && own.contains(change.actor_id())) {
                // They become one stream, so each must follow the one before it.
                if ends.last.is_some_and(|last| !change.deps().contains(&last)) {
                    return Err(ReauthorError::Followed(change.hash()));
                }
                again.push(guarded(|| Ok(ends.rewritten(&change)))?);
            } else if ends.are_followed_by(&change) {
                return Err(ReauthorError::Followed(change.hash()));
            } else if *change.actor_id() == ends.new {
                return Err(ReauthorError::ActorInUse);
            } else {
                again.push(change);
            }
        }
        let mut doc = Automerge::new();
        guarded(|| doc.apply_changes(again))?;
        self.copy_waiting(&mut doc)?;
        Ok((Self::new(doc, writer), ends.renamed.into_keys().collect()))
    }

    /// Copies the changes that wait for others into `doc`.
    fn copy_waiting(&self, doc: &mut Automerge) -> Result<(), LoadError> {
        // Automerge saves them behind the document.
        let saved = guarded(|| Ok(self.doc.save()))?;
        let behind: Vec<u8> = bounds::chunks(&saved).skip(1).flatten().copied().collect();
        guarded(|| doc.load_incremental(&behind)).map(drop)
    }
}

/// Returns the changes of a fork's actor in bytes that its owner signed: the signed heads among them, and what these
/// follow.
fn signed_in(bytes: &[u8], fork: &Fork<'_>) -> Result<Vec<StreamChange>, LoadError> {
    let mut all: HashMap<ChangeHash, (ActorId, u64, Vec<ChangeHash>)> = HashMap::new();
    for chunk in bounds::chunks(bytes) {
        let changes = if bounds::is_one_document(chunk) {
            guarded(|| Ok(Automerge::load(chunk)?.get_changes(&[])))?
        } else {
            vec![guarded(|| Ok(Change::try_from(chunk)))?.map_err(LoadError::unreadable)?]
        };
        all.extend(changes.into_iter().map(|change| {
            (change.hash(), (change.actor_id().clone(), change.seq(), change.deps().to_vec()))
        }));
    }
    let (actor, mut open, mut signed) = (ActorId::from(*fork.actor), fork.signed.to_vec(), Vec::new());
    while let Some(hash) = open.pop() {
        let Some((by, seq, deps)) = all.remove(&hash) else { continue };
        open.extend(deps);
        signed.extend((by == actor).then_some(StreamChange { seq, hash }));
    }
    Ok(signed)
}

/// The ends of streams that are being written anew as one. They were written here one after another.
struct StreamEnds<'a> {
    new: ActorId,
    /// The counter of the first operation in the end of each stream.
    from: HashMap<ActorId, NonZeroU64>,
    writer: &'a Writer,
    /// The last change so far, by its former hash.
    last: Option<ChangeHash>,
    /// The new hash of each change so far.
    renamed: HashMap<ChangeHash, ChangeHash>,
}

impl StreamEnds<'_> {
    fn are_followed_by(&self, change: &Change) -> bool {
        change.deps().iter().any(|dep| self.renamed.contains_key(dep))
    }

    /// Returns the next change as the new actor's.
    fn rewritten(&mut self, change: &Change) -> Change {
        self.from.entry(change.actor_id().clone()).or_insert(change.start_op());
        let mut written = change.decode();
        let is_first = self.renamed.is_empty();
        written.seq = self.renamed.len() as u64 + 1;
        written.actor_id = self.new.clone();
        written.deps.iter_mut().for_each(|dep| *dep = self.change(*dep));
        written.operations.iter_mut().for_each(|op| self.rename(op));
        // The first change of an actor names its author, and no other change may name one.
        if is_first {
            written.extra_bytes = author_footer(self.writer);
        } else if change.author().is_some() {
            written.extra_bytes = Vec::new();
        }
        let written = Change::from(written);
        self.renamed.insert(change.hash(), written.hash());
        self.last = Some(change.hash());
        written
    }

    fn change(&self, hash: ChangeHash) -> ChangeHash {
        self.renamed.get(&hash).copied().unwrap_or(hash)
    }

    /// Gives the operations that the new actor makes their new names, wherever they stand in `op`.
    fn rename(&self, op: &mut Op) {
        if let ObjectId::Id(id) = &mut op.obj {
            self.rename_id(id);
        }
        if let Key::Seq(ElementId::Id(id)) = &mut op.key {
            self.rename_id(id);
        }
        let mut replaced: Vec<OpId> = op.pred.iter().cloned().collect();
        replaced.iter_mut().for_each(|id| self.rename_id(id));
        op.pred = replaced.into();
        // A measuring moment names heads, which have new hashes too.
        if let (Key::Map(key), OpType::Put(ScalarValue::Str(text))) = (&op.key, &mut op.action)
            && key == HEADS
            && let Some(heads) = parse_heads(text)
        {
            let heads: Vec<ChangeHash> = heads.into_iter().map(|head| self.change(head)).collect();
            *text = format_heads(&heads).into();
        }
    }

    fn rename_id(&self, id: &mut OpId) {
        // The counters of a stream only rise, so one number parts its beginning from its end.
        if self.from.get(&id.1).is_some_and(|from| id.0 >= from.get()) {
            id.1 = self.new.clone();
        }
    }
}

/// Returns the bytes behind a change that name its author: the number 1, and the author behind the length.
fn author_footer(writer: &Writer) -> Vec<u8> {
    let author = writer.coach.as_str().as_bytes();
    // The id of a coach has fewer than 128 bytes, so that its length is one digit of LEB128.
    let length = u8::try_from(author.len()).unwrap_or(0);
    [&[1, length], author].concat()
}
