//! Supervision inside a dossier: questions to a colleague with their answers, and who wrote them.

use dossier::model::Supervision;
use dossier::{Dossier, DossierId, SupervisionId};
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Desk;
use crate::dossier::author::{Names, Said};
use crate::error::CoachError;

/// A question to a colleague, with what was answered.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Asked {
    /// The question.
    pub question: Remark,
    /// The answers, as they were written.
    pub answers: Vec<Remark>,
    /// Whether the question is settled.
    pub settled: bool,
}

/// A question or an answer.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Remark {
    /// Its id.
    pub id: SupervisionId,
    /// What was written.
    pub words: String,
    /// Who wrote it, and when.
    pub said: Option<Said>,
}

impl Desk {
    /// The questions to colleagues in a dossier: open ones first, the last asked at the head.
    pub fn supervision(&mut self, id: &DossierId) -> Result<Vec<Asked>, CoachError> {
        let names = self.names()?;
        Ok(asked(self.read(id)?, &names))
    }
}

fn asked(dossier: &Dossier, names: &Names) -> Vec<Asked> {
    let all: Vec<Supervision> = dossier.all_as_added();
    let remark = |one: &Supervision| Remark {
        id: one.id.clone(),
        words: one.words.0.clone(),
        said: dossier.added::<Supervision>(&one.id).map(|written| names.said(&written)),
    };
    let mut asked: Vec<Asked> = all
        .iter()
        .rev()
        .filter(|one| one.reply_to.is_none())
        .map(|question| Asked {
            question: remark(question),
            answers: all.iter().filter(|one| root(one, &all) == Some(&question.id)).map(remark).collect(),
            settled: question.settled,
        })
        .collect();
    asked.sort_by_key(|one| one.settled);
    asked
}

/// The question that an answer belongs to, through answers to answers; each step goes to another record, so a ring ends too.
fn root<'a>(answer: &'a Supervision, all: &'a [Supervision]) -> Option<&'a SupervisionId> {
    let mut at = answer.reply_to.as_ref()?;
    for _ in all {
        match all.iter().find(|one| one.id == *at)?.reply_to.as_ref() {
            Some(further) => at = further,
            None => return Some(at),
        }
    }
    None
}
