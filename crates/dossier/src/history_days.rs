//! The days on which the record changed.

use std::collections::{BTreeSet, HashMap};

use automerge::{ChangeHash, ROOT};
use chrono::{DateTime, NaiveDate, TimeZone};

use crate::document::Heads;
use crate::dossier::Dossier;
use crate::id::Id;
use crate::record::Record;
use crate::time::time;

/// A day on which the record changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryDay {
    /// The day, by the clocks of the devices that wrote.
    pub day: NaiveDate,
    /// The heads of the record at the end of the day.
    pub heads: Heads,
}

impl Dossier {
    /// Returns when the field `key` of a record was last written: the day by the clock of the device that
    /// wrote it, and the heads with which the change left the record.
    pub fn when_written<R: Record>(&self, id: &R::Id, key: &str) -> Option<HistoryDay> {
        let source = self.now();
        let map = source.object(&ROOT, R::MAP)?;
        let (_, value) = source.get(&source.object(&map, id.as_str())?, key)?;
        let hash = self.document.doc.hash_for_opid(&value)?;
        let day = self.written_by_hash(&hash)?.at.date_naive();
        Some(HistoryDay { day, heads: std::iter::once(hash).collect() })
    }

    /// Returns the days on which the record changed, oldest first, in the time zone of `now`.
    ///
    /// Clocks of devices differ, so a change belongs to no earlier day than the changes it depends on, and to
    /// no day after that of `now`.
    pub fn days(&self, now: &DateTime<impl TimeZone>) -> Vec<HistoryDay> {
        let (zone, today) = (now.timezone(), now.date_naive());
        let changes = self.document.doc.get_changes_meta(&[]);
        let mut days: HashMap<ChangeHash, NaiveDate> = HashMap::with_capacity(changes.len());
        let mut ordered = Vec::with_capacity(changes.len());
        for change in &changes {
            // The first changes make empty maps at time zero, which is no day of the record.
            let own = match time(change.timestamp) {
                at if at == DateTime::UNIX_EPOCH => NaiveDate::default(),
                at => at.with_timezone(&zone).date_naive(),
            };
            let earliest = change.deps.iter().filter_map(|dep| days.get(dep).copied()).max();
            let day = earliest.map_or(own, |earliest| earliest.max(own)).min(today);
            days.insert(change.hash, day);
            ordered.push((day, change));
        }
        // The sort is stable, so a change stays behind the changes it depends on.
        ordered.sort_by_key(|(day, _)| *day);
        let mut heads: BTreeSet<ChangeHash> = BTreeSet::new();
        let mut found: Vec<HistoryDay> = Vec::new();
        for (day, change) in ordered {
            heads.retain(|head| !change.deps.contains(head));
            heads.insert(change.hash);
            if day == NaiveDate::default() {
                continue;
            }
            let at_the_end = HistoryDay { day, heads: heads.iter().copied().collect() };
            match found.last_mut() {
                Some(last) if last.day == day => *last = at_the_end,
                _ => found.push(at_the_end),
            }
        }
        found
    }
}
