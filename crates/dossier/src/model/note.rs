//! Notes. The text of a note is a document of its own, see [`crate::NoteText`].

use chrono::NaiveDate;

use crate::choice::choices;
use crate::id::NoteId;
use crate::record::record;
use crate::validity::{Complete, Invalid};

record! {
    /// The data around the text of a note.
    Note by NoteId, fields NoteField, in "notes" {
        /// The subject of the note, in a few words.
        title / Title: Option<String>,
        /// The kind of contact that the note describes.
        kind / Kind: Option<NoteKind>,
        /// The day that the note describes.
        day / Day: Option<NaiveDate>,
        /// The duration of the contact, in minutes.
        minutes / Minutes: Option<u16>,
        /// The names of the people who were present.
        present / Present: Option<String>,
        /// The step of the method that the note belongs to.
        step / Step: Option<String>,
        /// The agreements that were made.
        agreed / Agreed: Option<String>,
        /// The day of the next contact.
        next / Next: Option<NaiveDate>,
        /// The time of the next contact, in minutes after midnight by the local clock.
        next_time / NextTime: Option<u16>,
    }
}

impl Complete for Note {
    const NEEDS: &'static [&'static str] = &[];

    /// A note needs nothing, since it is saved from its first word on.
    fn check_complete(&self) -> Result<(), Invalid> {
        Ok(())
    }
}

choices! {
    /// The kinds of contact that a note describes.
    NoteKind in "note" {
        /// A visit to the client.
        Visit = "visit",
        /// A telephone call.
        Call = "call",
        /// A message to or from the client.
        Message = "message",
        /// A talk with others: colleagues, family.
        Consultation = "consultation",
        /// A thought of the coach, without contact.
        Thought = "thought",
    }
}
