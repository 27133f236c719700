//! The record as it was: measuring moments, and the days on which something changed.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use automerge::{ChangeHash, ROOT};
use chrono::{DateTime, NaiveDate, TimeZone, Utc};

use crate::document::Heads;
use crate::dossier::Dossier;
use crate::edit::{Edit, RecordEdit};
use crate::id::{Id, MomentId};
use crate::model::{Moment, MomentField};
use crate::record::Record;

impl Moment {
    /// What the record held at the moment; absent where that was not written, or is not readable.
    pub fn then(&self) -> Option<Heads> {
        named_heads(self.heads.as_deref()?)
    }
}

/// The heads that a text names, as a measuring moment keeps them.
pub(crate) fn named_heads(text: &str) -> Option<Heads> {
    let heads = text.split(' ').map(|head| head.parse().ok());
    heads.collect::<Option<Heads>>().filter(|heads| !heads.is_empty())
}

/// The text that names heads.
pub(crate) fn naming_heads(heads: &[ChangeHash]) -> String {
    heads.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// A day on which the record changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryDay {
    /// The day, by the clocks of those who wrote.
    pub day: NaiveDate,
    /// What the record held at its end.
    pub heads: Heads,
}

impl Dossier {
    /// What the record held at a measuring moment; absent where there is no such moment, or what it names is not here.
    pub fn heads_at(&self, moment: &MomentId) -> Option<Heads> {
        self.one::<Moment>(moment)?.then().filter(|heads| self.knows(heads))
    }

    /// All measuring moments, by their day, then as added.
    pub fn moments(&self) -> Vec<Moment> {
        let mut moments = self.all_as_added::<Moment>();
        moments.sort_by_key(|moment| moment.day);
        moments
    }

    /// The last measuring moment that can be looked back to, or the last one before another.
    pub fn last_moment(&self, before: Option<&MomentId>) -> Option<Moment> {
        let mut moments = self.moments();
        let until = before.and_then(|before| moments.iter().position(|moment| moment.id == *before));
        moments.truncate(until.unwrap_or(moments.len()));
        moments.into_iter().rfind(|moment| moment.then().is_some_and(|heads| self.knows(&heads)))
    }

    /// What the record held when the field `key` of one of its records was last written, with the day by the clock of who wrote it.
    pub fn when_written<R: Record>(&self, id: &R::Id, key: &str) -> Option<HistoryDay> {
        let source = self.now();
        let map = source.object(&ROOT, R::MAP)?;
        let (_, value) = source.get(&source.object(&map, id.as_str())?, key)?;
        let hash = self.document.doc.hash_for_opid(&value)?;
        let day = self.written_by_hash(&hash)?.at.date_naive();
        Some(HistoryDay { day, heads: std::iter::once(hash).collect() })
    }

    /// The days on which the record changed, oldest first, in the zone of `now`. A change belongs to no earlier day than what it
    /// follows, whatever the clock of its device said, and to none after that of `now`.
    pub fn days(&self, now: &DateTime<impl TimeZone>) -> Vec<HistoryDay> {
        let (zone, today) = (now.timezone(), now.date_naive());
        let changes = self.document.doc.get_changes_meta(&[]);
        let mut days: HashMap<ChangeHash, NaiveDate> = HashMap::with_capacity(changes.len());
        let mut ordered = Vec::with_capacity(changes.len());
        for change in &changes {
            // The first changes make empty maps, at time zero: that is a day nowhere.
            let own = match DateTime::<Utc>::from_timestamp(change.timestamp, 0).unwrap_or_default() {
                at if at == DateTime::UNIX_EPOCH => NaiveDate::default(),
                at => at.with_timezone(&zone).date_naive(),
            };
            let follows = change.deps.iter().filter_map(|dep| days.get(dep).copied()).max();
            let day = follows.map_or(own, |follows| follows.max(own)).min(today);
            days.insert(change.hash, day);
            ordered.push((day, change));
        }
        // Stable: what follows stays behind what it follows.
        ordered.sort_by_key(|(day, _)| *day);
        let mut heads: BTreeSet<ChangeHash> = BTreeSet::new();
        let mut found: Vec<HistoryDay> = Vec::new();
        for (day, change) in ordered {
            heads.retain(|head| !change.deps.contains(head));
            heads.insert(change.hash);
            if day == NaiveDate::default() {
                continue;
            }
            let at_its_end = HistoryDay { day, heads: heads.iter().copied().collect() };
            match found.last_mut() {
                Some(last) if last.day == day => *last = at_its_end,
                _ => found.push(at_its_end),
            }
        }
        found
    }
}

/// An edit in which every measuring moment that it adds names what the record holds now.
pub(crate) fn with_heads<'a>(edit: &'a Edit, now: impl Fn() -> Heads + Copy) -> Cow<'a, Edit> {
    match edit {
        Edit::Moment(RecordEdit::Add { id, fields }) => {
            let heads = naming_heads(&now());
            let named = |field: &&MomentField| !matches!(field, MomentField::Heads(_));
            let mut fields: Vec<MomentField> = fields.iter().filter(named).cloned().collect();
            fields.push(MomentField::Heads(Some(heads)));
            Cow::Owned(Edit::Moment(RecordEdit::Add { id: id.clone(), fields }))
        }
        Edit::All(edits) if edits.iter().any(|edit| matches!(with_heads(edit, now), Cow::Owned(_))) => {
            Cow::Owned(Edit::All(edits.iter().map(|edit| with_heads(edit, now).into_owned()).collect()))
        }
        _ => Cow::Borrowed(edit),
    }
}
