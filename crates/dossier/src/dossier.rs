//! One client's record.

use std::borrow::Cow;

use automerge::{ChangeHash, ObjId};
use chrono::{DateTime, Utc};

use crate::analysis::Network;
use crate::apply::apply;
use crate::arrival::Arrival;
use crate::document::{Document, Heads, Writer};
use crate::edit::{Edit, EditError};
use crate::id::{DossierId, Id};
use crate::loading::LoadError;
use crate::model::Profile;
use crate::moment_heads::with_heads;
use crate::past::Past;
use crate::reading::REMOVED;
use crate::record::Record;
use crate::shape;
use crate::source::{Entry, Source};
use crate::stream::{Fork, ReauthorError, StreamChange};

/// The most heads that fit on the line in which a measuring moment names them.
const MOST_HEADS: usize = 7;

/// One client's record: a typed model over one Automerge document.
#[derive(Clone)]
pub struct Dossier {
    id: DossierId,
    pub(crate) document: Document,
}

impl Dossier {
    /// Creates an empty dossier. Call [`Dossier::apply`] with the client's name next.
    pub fn create(id: DossierId, writer: &Writer) -> Result<Self, EditError> {
        let doc = shape::dossier(id.as_str())?;
        Ok(Self { document: Document::new(doc, writer), id })
    }

    /// Loads a dossier from what [`Dossier::save`] and [`Dossier::save_since`] returned, in that order.
    pub fn load<'a>(
        id: DossierId,
        chunks: impl IntoIterator<Item = &'a [u8]>,
        writer: &Writer,
    ) -> Result<Self, LoadError> {
        Ok(Self { document: Document::load(chunks, shape::DOSSIER, id.as_str(), writer)?, id })
    }

    pub(crate) fn of(id: DossierId, document: Document) -> Self {
        Self { id, document }
    }

    /// Returns the id of the dossier.
    pub fn id(&self) -> &DossierId {
        &self.id
    }

    /// Returns the heads of the document, which name everything that the dossier holds now.
    pub fn heads(&self) -> Heads {
        self.document.heads()
    }

    /// Returns the heads at the time of loading. They do not include what this version then added to the
    /// document's shape.
    pub fn as_loaded(&self) -> &[ChangeHash] {
        self.document.as_loaded()
    }

    /// Returns the whole document as bytes.
    pub fn save(&self) -> Vec<u8> {
        self.document.save()
    }

    /// Returns the whole document as bytes that can replace the chunks it was loaded from; `None` if these
    /// bytes would not load as the same document.
    pub fn compacted(&self) -> Option<Vec<u8>> {
        self.document.compacted()
    }

    /// Returns the changes that came after `heads`, as bytes.
    pub fn save_since(&self, heads: &[ChangeHash]) -> Vec<u8> {
        self.document.save_since(heads)
    }

    /// Examines another replica's changes without merging them.
    pub fn examine(&self, changes: &[u8]) -> Result<Arrival, LoadError> {
        Arrival::examine(&self.document, changes, shape::DOSSIER, self.id.as_str())
    }

    /// Makes the examined changes part of the dossier; returns `false` and changes nothing if the dossier has
    /// other heads than when they were examined.
    pub fn fast_forward(&mut self, arrival: Arrival) -> bool {
        arrival.fast_forward(&mut self.document)
    }

    /// Merges examined changes, whatever was written here since.
    pub fn merge(&mut self, arrival: Arrival) -> Result<(), LoadError> {
        arrival.merge_into(&mut self.document)
    }

    /// Returns whether the dossier holds all of these changes.
    pub fn knows(&self, heads: &[ChangeHash]) -> bool {
        self.document.knows(heads)
    }

    /// Merges another replica's changes; returns how many were new. Changes whose dependencies have not
    /// arrived wait unseen.
    pub fn merge_changes(&mut self, changes: &[u8]) -> Result<usize, LoadError> {
        let arrival = self.examine(changes)?;
        let new = arrival.new_changes().len();
        self.merge(arrival).map(|()| new)
    }

    /// Applies one edit as one change; returns its inverse, or `None` if the dossier held all of it already.
    pub fn apply(&mut self, edit: &Edit, at: DateTime<Utc>) -> Result<Option<Edit>, EditError> {
        let edit = match with_heads(edit, || self.heads()) {
            Cow::Borrowed(edit) => Cow::Borrowed(edit),
            Cow::Owned(_) if self.join_heads(MOST_HEADS, at)? => with_heads(edit, || self.heads()),
            stamped => stamped,
        };
        let (inverse, written) = self.document.commit(at, |tx| apply(tx, &edit))?;
        Ok(if written { inverse } else { None })
    }

    /// Writes one empty change that follows all heads if there are more than `most`; returns whether it did.
    ///
    /// Heads of many devices stay apart until somebody edits. If nobody does, they become more with every
    /// device, until no reader takes them any more.
    pub fn join_heads(&mut self, most: usize, at: DateTime<Utc>) -> Result<bool, EditError> {
        self.document.join_heads(most, at)
    }

    /// Returns the changes of an actor that `heads` neither are nor depend on, in the order of its stream;
    /// all of its changes if there are no `heads`. Heads that are not here are ignored.
    pub fn stream_after(&self, actor: &[u8; 16], heads: &[ChangeHash]) -> Vec<StreamChange> {
        self.document.stream_after(actor, heads)
    }

    /// Returns the first number under which a fork holds another change than this document; `None` if there is none,
    /// or if others vouch for the change that is here.
    ///
    /// # Errors
    ///
    /// Returns an error if the changes cannot be read, or are too large.
    pub fn first_forked(&self, fork: &Fork<'_>) -> Result<Option<u64>, LoadError> {
        self.document.first_forked(fork)
    }

    /// Returns the same dossier, in which the changes of `actor` from number `first` on are written anew by
    /// `writer`, with the same times and words. So are those of the actors in `own` that follow them. Returns with it
    /// the changes that were written anew.
    ///
    /// This heals a stream that was forked because a vault was put back: `first` is the number of the first
    /// change that others know with another content. Afterwards their changes of `actor` merge.
    ///
    /// # Errors
    ///
    /// [`ReauthorError::Followed`] if somebody else's change depends on one of these, and otherwise
    /// [`ReauthorError::ActorInUse`] if the new actor has changes that do not follow these.
    pub fn reauthored(
        &self,
        actor: &[u8; 16],
        first: u64,
        own: &[[u8; 16]],
        writer: &Writer,
    ) -> Result<(Self, Vec<ChangeHash>), ReauthorError> {
        let (document, again) = self.document.reauthored(actor, first, own, writer)?;
        Ok((Self { id: self.id.clone(), document }, again))
    }

    /// Returns whether a newer version wrote the dossier in a format that this version must not add to.
    pub fn is_of_a_newer_format(&self) -> bool {
        self.document.writable().is_err()
    }

    /// Returns the client's profile.
    pub fn profile(&self) -> Profile {
        self.now().profile(self.id.clone())
    }

    /// Returns all records of one kind that are in view, by id.
    pub fn all<R: Record>(&self) -> Vec<R> {
        self.now().all()
    }

    /// Returns all records of one kind that are in view, in the order in which they were added. This is the
    /// order of Automerge's operation counter, a Lamport clock.
    pub fn all_as_added<R: Record>(&self) -> Vec<R> {
        let source = self.now();
        let mut entries = source.entries_of::<R>();
        entries.sort_by_key(|(_, entry)| match &entry.id {
            ObjId::Id(counter, actor, _) => (*counter, Some(actor.clone())),
            ObjId::Root => (0, None),
        });
        entries.into_iter().filter_map(|(id, entry)| source.record(id, &entry.id)).collect()
    }

    /// Returns all records of one kind, each with `true` if it is removed.
    pub fn all_and_removed<R: Record>(&self) -> Vec<(R, bool)> {
        self.now().all_and_removed()
    }

    /// Returns the number of records of one kind that are in view, without reading them.
    pub fn count<R: Record>(&self) -> usize {
        let source = self.now();
        let in_view = |entry: &Entry| source.get(&entry.id, REMOVED).is_none();
        source.entries_of::<R>().into_iter().filter(|(_, entry)| in_view(entry)).count()
    }

    /// Returns the ids of all records of one kind, also of those that are removed, without reading them.
    pub fn ids_and_removed<R: Record>(&self) -> Vec<R::Id> {
        self.now().entries_of::<R>().into_iter().map(|(id, _)| id).collect()
    }

    /// Returns one record, if it is in view.
    pub fn one<R: Record>(&self, id: &R::Id) -> Option<R> {
        self.now().one(id)
    }

    /// Returns the network as measures see it.
    pub fn network(&self) -> Network {
        self.now().network()
    }

    pub(crate) fn now(&self) -> Source<'_> {
        Source::Now(&self.document.doc)
    }

    /// Returns the dossier as it was at `heads`.
    pub fn at<'a>(&'a self, heads: &'a [ChangeHash]) -> Past<'a> {
        Past { source: Source::Then(&self.document.doc, heads), id: &self.id }
    }
}
