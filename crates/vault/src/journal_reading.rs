//! Reading a journal: every frame that can be authenticated, and what is wrong with the rest.

use std::collections::BTreeSet;

use crate::frame::{Contents, Frame, JournalId, Link, is_torn, next_magic, sealed_length};
use crate::incarnation::Incarnation;
use crate::operation::Operation;
use crate::seal::Key;

/// The most bytes that are authenticated in vain, in lengths of the whole journal. Frames of a damaged journal do
/// not overlap, so one is enough. Somebody can write heads of frames so that each frame holds all later ones.
const MOST_IN_VAIN: usize = 4;

/// The result of reading a journal.
#[derive(Debug, Default)]
pub(crate) struct JournalReport {
    /// The number of bytes inside the journal that belong to no whole frame.
    pub(crate) unreadable: u64,
    /// The number of whole frames of this journal.
    pub(crate) frames: u64,
    /// The offset at which each unreadable part begins.
    pub(crate) damage_at: Vec<u64>,
    /// The number of frames that were cut out without a trace but their numbers.
    pub(crate) missing: u64,
    /// The offset at which each gap is.
    pub(crate) missing_at: Vec<u64>,
    /// True if there are frames that another copy of the vault wrote.
    pub(crate) is_mixed: bool,
}

impl JournalReport {
    /// Returns whether every byte and every frame is there, and nothing else.
    pub(crate) fn is_whole(&self) -> bool {
        self.unreadable == 0 && self.missing == 0 && !self.is_mixed
    }
}

/// A journal as far as it has been read.
#[derive(Debug, Default)]
pub(crate) struct JournalReading {
    pub(crate) report: JournalReport,
    /// The journal of the first frame that could be read.
    pub(crate) id: Option<JournalId>,
    /// The last frame of the journal from which this one was made.
    pub(crate) made_from: Link,
    /// The number of the next frame.
    pub(crate) next: u64,
    /// The last frame.
    pub(crate) last: Link,
    /// The offset at which the last whole frame ends.
    pub(crate) end: usize,
    /// The journals of other incarnations that have frames here.
    foreign: BTreeSet<JournalId>,
}

impl JournalReading {
    /// Reads the journal of an incarnation, and passes every operation in it to `each`, oldest first.
    pub(crate) fn of(bytes: &[u8], key: &Key, writer: Incarnation, mut each: impl FnMut(Operation)) -> Self {
        let (mut reading, mut at, mut in_vain) = (Self::default(), 0, 0);
        while at < bytes.len() {
            let Some(frame) = Frame::open(&bytes[at..], key) else {
                in_vain += sealed_length(&bytes[at..]);
                let goes_on = in_vain <= bytes.len().saturating_mul(MOST_IN_VAIN);
                at = if goes_on { next_magic(bytes, at + 1) } else { bytes.len() };
                continue;
            };
            let skipped = at > reading.end;
            if skipped {
                reading.leave_out(at);
            }
            at += frame.length;
            reading.accept(frame, writer, skipped).into_iter().for_each(&mut each);
            reading.end = at;
        }
        if reading.end < bytes.len() && !is_torn(&bytes[reading.end..]) {
            reading.leave_out(bytes.len());
        }
        if reading.id.is_none() && reading.report.is_whole() {
            reading.miss(1);
        }
        reading
    }

    /// Counts the bytes up to an offset as unreadable.
    fn leave_out(&mut self, to: usize) {
        self.report.damage_at.push(self.end as u64);
        self.report.unreadable += (to - self.end) as u64;
    }

    /// Counts frames as cut out before the next one.
    fn miss(&mut self, frames: u64) {
        self.report.missing += frames;
        self.report.missing_at.push(self.end as u64);
    }

    /// Adds the next whole frame, and returns its operations. After skipped bytes its number may be too high:
    /// those bytes were the frames between.
    fn accept(&mut self, frame: Frame, writer: Incarnation, skipped: bool) -> Vec<Operation> {
        let place = frame.place;
        let operations = match (self.id, frame.contents) {
            (None, Contents::Beginning(found)) if found == writer => {
                self.made_from = place.before;
                Vec::new()
            }
            (None, Contents::Operations(operations)) if !self.foreign.contains(&place.journal) => {
                if !skipped {
                    self.miss(1);
                }
                operations
            }
            (Some(id), Contents::Operations(operations)) if id == place.journal => {
                if place.number > self.next && !skipped {
                    self.miss(place.number - self.next);
                }
                let is_next = place.number == self.next && place.before == self.last;
                // The journal of a vault that was put back and went on has two frames of one number.
                self.report.is_mixed |= !is_next && place.number <= self.next;
                operations
            }
            _ => {
                self.report.is_mixed = true;
                self.foreign.insert(place.journal);
                return Vec::new();
            }
        };
        self.id = Some(place.journal);
        self.report.frames += 1;
        self.next = self.next.max(place.number + 1);
        self.last = frame.link;
        operations
    }
}
