//! Notes in the logbook. A note's text is a document of its own, see [`crate::NoteText`].

use chrono::NaiveDate;

use crate::choice::choices;
use crate::id::NoteId;
use crate::record::record;
use crate::validity::{Complete, Invalid};

record! {
    /// What stands around a note's text.
    Note by NoteId, fields NoteField, in "notes" {
        /// What it is about, in a few words.
        title / Title: Option<String>,
        /// What kind of contact it tells of.
        kind / Kind: Option<NoteKind>,
        /// The day it tells of.
        day / Day: Option<NaiveDate>,
        /// How long the contact took, in minutes.
        minutes / Minutes: Option<u16>,
        /// Who was there.
        present / Present: Option<String>,
        /// The step of the method it belongs to.
        step / Step: Option<String>,
        /// What was agreed.
        agreed / Agreed: Option<String>,
        /// The next contact.
        next / Next: Option<NaiveDate>,
        /// The hour of the next contact, in minutes after midnight, as clocks say it there.
        next_time / NextTime: Option<u16>,
    }
}

impl Complete for Note {
    const NEEDS: &'static [&'static str] = &[];

    /// A note may begin empty: it is saved from its first word on.
    fn check_complete(&self) -> Result<(), Invalid> {
        Ok(())
    }
}

choices! {
    /// What kind of contact a note tells of.
    NoteKind in "note" {
        /// A visit.
        Visit = "visit",
        /// A telephone call.
        Call = "call",
        /// A message.
        Message = "message",
        /// A talk with others: colleagues, family.
        Consultation = "consultation",
        /// A thought of the coach's.
        Thought = "thought",
    }
}
