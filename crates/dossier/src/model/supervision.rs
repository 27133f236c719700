//! Supervision within a dossier: a volunteer asks a question and a professional answers it, beside the record
//! it is about.

use chrono::NaiveDate;

use crate::id::SupervisionId;
use crate::record::record;
use crate::validity::{Complete, Invalid, not_blank};
use crate::value::Prose;

record! {
    /// A question to a colleague, or an answer to one. The history tells its author.
    Supervision by SupervisionId, fields SupervisionField, in "supervision" {
        /// The text of the question or answer.
        words / Words: Prose,
        /// The question that this answers; absent if this is a question itself.
        reply_to / ReplyTo: Option<SupervisionId>,
        /// The day on which it was written.
        day / Day: Option<NaiveDate>,
        /// True if the question is settled.
        settled / Settled: bool,
    }
}

impl Complete for Supervision {
    const NEEDS: &'static [&'static str] = &["words"];

    fn check_complete(&self) -> Result<(), Invalid> {
        not_blank(&self.words.0, "words")
    }
}
