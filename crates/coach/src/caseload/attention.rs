//! The reasons why a dossier asks for attention. They are computed from the dossier's card alone.

use chrono::NaiveDate;
use dossier::instrument::LoadWarning;

use crate::caseload::due::{self, Due, DueKind};
use crate::message::{Message, MessageKind, message_kinds};

message_kinds! {
    /// A reason why a dossier asks for attention.
    pub(super) enum Attention {
        CarerHigh => "caseload-carer-high",
        CarerRising => "caseload-carer-rising",
        LateActions => "hand-late-actions",
        LateContact => "hand-late-contact",
        LateCheckIn => "hand-late-check-in",
        OpenQuestions => "caseload-questions",
        Offered => "caseload-offered",
        Frozen => "caseload-frozen",
    }
    test every_reason_for_attention_has_a_message_in_both_languages
}

/// Returns the reasons that lie in the sharing of a dossier: it is not clear who keeps it, or it was handed over
/// to this person.
pub(super) fn sharing(frozen: bool, offered: bool) -> impl Iterator<Item = Message> {
    [Attention::Frozen.when(frozen), Attention::Offered.when(offered)].into_iter().flatten()
}

/// Returns the reasons why a dossier asks for attention on a day. A reason about a carer comes first.
pub(super) fn reasons(
    carer_load: Option<LoadWarning>,
    dues: &[Due],
    last_contact: Option<NaiveDate>,
    open_questions: u32,
    today: NaiveDate,
) -> Vec<Message> {
    let late = |kind: DueKind| {
        let still_due = due::still_due(dues, last_contact);
        still_due.filter(|due| due.kind == kind && due.day < today).count()
    };
    let carer = carer_load.and_then(|load| match load {
        LoadWarning::High => Attention::CarerHigh.counted(1),
        LoadWarning::Rising => Attention::CarerRising.counted(1),
    });
    let reasons = [
        carer,
        Attention::LateActions.counted(late(DueKind::Action)),
        Attention::LateContact.counted(late(DueKind::Contact)),
        Attention::LateCheckIn.counted(late(DueKind::CheckIn)),
        Attention::OpenQuestions.counted(open_questions as usize),
    ];
    reasons.into_iter().flatten().collect()
}
