//! Supervision inside a dossier: a volunteer asks, a professional answers, where both see the client.

use chrono::NaiveDate;

use crate::id::SupervisionId;
use crate::record::record;
use crate::validity::{Complete, Invalid, filled_in};
use crate::value::Prose;

record! {
    /// A question to a colleague, or an answer to one. Who wrote it is in the history.
    Supervision by SupervisionId, fields SupervisionField, in "supervision" {
        /// What is asked or answered.
        words / Words: Prose,
        /// The question that this answers; it is a question itself where absent.
        reply_to / ReplyTo: Option<SupervisionId>,
        /// The day.
        day / Day: Option<NaiveDate>,
        /// Whether the question is settled.
        settled / Settled: bool,
    }
}

impl Complete for Supervision {
    const NEEDS: &'static [&'static str] = &["words"];

    fn check_complete(&self) -> Result<(), Invalid> {
        filled_in(&self.words.0, "words")
    }
}
