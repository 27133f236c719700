//! The figures of a caseload for an annual report, without anything about one person.
//!
//! Every table counts the same clients, so its total is no secret. [`suppressed`] decides which of its counts
//! may be shown.

mod case;
mod count;
mod groups;
mod suppressed;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use dossier::DocumentName;

use self::case::Case;
use self::count::count;
pub use self::count::{FigureMean, FigureRow, FigureTable, FigureTopic, Figures, MeanTopic};
use crate::caseload::card::CaseCard;
use crate::desk::Desk;
use crate::desk::open_dossier::OpenDossier;
use crate::desk::shared_desk::SharedDesk;
use crate::error::CoachError;
use crate::files::written;

/// The name of the figures in the access log.
const LOGGED: &str = "figures";

/// Reads the dossiers of a caseload and counts them. Borrows the desk for one dossier at a time, so
/// that other work can go on in between. Reports to `progress` how many dossiers were read, and how
/// many there are.
pub fn read(desk: &impl SharedDesk, progress: &mut dyn FnMut(u32, u32)) -> Result<Figures, CoachError> {
    let (today, cards) = desk.borrow_desk(|desk| Ok((desk.today(), desk.caseload())))?;
    let cards: Vec<CaseCard> = cards.into_iter().filter(|card| !card.example).collect();
    let (mut cases, mut unread) = (Vec::with_capacity(cards.len()), 0);
    for (done, card) in (1..).zip(&cards) {
        match desk.borrow_desk(|desk| desk.case(card, today)) {
            Ok(case) => cases.push(case),
            Err(CoachError::Locked) => return Err(CoachError::Locked),
            // One damaged dossier must not hide the figures of all others. The coach is told how many
            // dossiers could not be read.
            Err(_) => unread += 1,
        }
        progress(done, cards.len() as u32);
    }
    Ok(count(today, &cases, unread))
}

impl Desk {
    /// Reads the part of one dossier that the figures count. A dossier that was not open does not stay open.
    fn case(&mut self, card: &CaseCard, today: NaiveDate) -> Result<Case, CoachError> {
        if let Some(open) = self.if_open(&card.id) {
            return Ok(Case::of(open.dossier(), card, today));
        }
        let writer = self.writer(&card.id, &DocumentName::Record);
        Ok(Case::of(OpenDossier::load(self.vault(), &card.id, &writer)?.dossier(), card, today))
    }

    /// Saves a table of figures with a new name in a folder.
    pub fn save_figures_into(&mut self, folder: &Path, rows: &[Vec<String>]) -> Result<PathBuf, CoachError> {
        self.save_figures(&written::free_name(folder, "cijfers", "csv"), rows)
    }

    /// Saves a table of figures, and writes a line in the access log although the figures are about no
    /// client in particular.
    pub fn save_figures(&mut self, to: &Path, rows: &[Vec<String>]) -> Result<PathBuf, CoachError> {
        self.log_access(None, LOGGED)?;
        written::write(to, &interchange::write_csv(rows))
    }
}
