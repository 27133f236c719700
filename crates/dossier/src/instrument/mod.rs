//! Instruments for the load of carers: their forms, their answers, and their outcomes.
//!
//! The sentences of the items belong to their authors. Kring has only names of items, for which the message
//! files have short labels of our own. The record keeps the answers, and outcomes are computed from them: a
//! tariff or a cutoff that is added or corrected later then also holds for what was filled in before.
//!
//! Nothing is guessed. If an answer is missing, there is no score; without a source that can be checked there
//! is no weight and no cutoff. An instrument that Kring knows by name only has no [`Form`], and its answers
//! are kept as they are.

mod answers;
mod carer_qol;
mod form;
mod forms;
mod load;
mod outcome;
mod scoring;
mod strain_index;
mod three_questions;

pub use answers::Answers;
pub use carer_qol::{BEST_CARE, CARER_QOL};
pub use form::{Form, Item, Scale};
pub use forms::{FORMS, form};
pub use load::{CarerLoad, FilledIn, InstrumentSeries, LoadWarning, NOTABLE_RISE, carers, load_warning};
pub use outcome::Outcome;
pub use scoring::{Scored, scored};
pub use strain_index::{HIGH_STRAIN, STRAIN_INDEX};
pub use three_questions::THREE_QUESTIONS;
