//! Raised hands: why a dossier asks for attention, as words. What is said here comes from its line in the caseload alone.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use dossier::instrument::LoadWarning;

use crate::caseload::card::CaseCard;
use crate::caseload::due::{self, DueKind};
use crate::message::Message;

/// The reasons, as the message files name them.
pub const HANDS: [&str; 6] = [
    "caseload-carer-high",
    "caseload-carer-rising",
    "hand-late-actions",
    "hand-late-contact",
    "hand-late-check-in",
    "caseload-questions",
];

/// Why a dossier asks for attention on a day.
pub(crate) fn raised(card: &CaseCard, today: NaiveDate) -> Vec<Message> {
    let late = |kind: DueKind| {
        let still = due::still_due(&card.dues, card.last_contact);
        still.filter(|due| due.kind == kind && due.day < today).count()
    };
    let carer = card.carer_load.map(|load| match load {
        LoadWarning::High => "caseload-carer-high",
        LoadWarning::Rising => "caseload-carer-rising",
    });
    let counted = [
        ("hand-late-actions", late(DueKind::Action)),
        ("hand-late-contact", late(DueKind::Contact)),
        ("hand-late-check-in", late(DueKind::CheckIn)),
        ("caseload-questions", card.open_questions as usize),
    ];
    // People come before papers.
    let carer = carer.map(|id| hand(id, 1));
    let counted = counted.into_iter().filter(|(_, count)| *count > 0);
    carer.into_iter().chain(counted.map(|(id, count)| hand(id, count))).collect()
}

fn hand(id: &str, count: usize) -> Message {
    Message { id: id.to_owned(), args: BTreeMap::from([("count".to_owned(), count.to_string())]) }
}
