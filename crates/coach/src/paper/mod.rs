//! What goes on paper: the plan for the client, the hand-over for a successor, and the full copy that a client may ask for.
//!
//! The desk is borrowed to gather what is written and to remember that it left; the pages are set in between, so that work
//! goes on while a thick dossier is printed. A person's own working notes are no part of any paper: nothing here can read
//! them.

mod copy;
mod handover;
mod material;
mod plan;
mod records;

use std::path::{Path, PathBuf};

use dossier::DossierId;
use interchange::paper::{Language, Pages, Sign};
use interchange::{ExportFile, ExportFormat};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::Words;

use crate::desk::Desk;
use crate::error::CoachError;
use crate::files::{free_name, write};
use crate::transport::courier::Lender;
use material::Material;

/// What can be printed of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// For the client: who is around her, what she wants, what is done.
    Plan,
    /// For a successor: how the dossier stands.
    Handover,
    /// For the client who asks for it: everything in the dossier (GDPR, articles 15 and 20), with the same as JSON beside it.
    Copy,
}

/// What somebody wants on paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PaperRequest {
    /// Which paper.
    pub paper: Paper,
    /// The language.
    pub language: Language,
    /// The map as the window draws it, for the plan.
    pub drawing: Option<PaperDrawing>,
    /// Of how many of the last notes a hand-over holds the text.
    pub texts: u32,
}

/// The map as the window draws it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperDrawing {
    /// The drawing, complete in itself.
    pub svg: String,
    /// What it shows, for who cannot see it.
    pub says: String,
    /// What its signs mean.
    pub signs: Vec<Sign>,
}

/// Where paper goes.
#[derive(Clone, Copy, Debug)]
pub enum PaperTo<'a> {
    /// This file; one that is there is replaced.
    File(&'a Path),
    /// A file with a new name in this folder; nothing that stands there is touched.
    Folder(&'a Path),
}

/// The ending of pages.
const PDF: &str = "pdf";

/// A paper that is not set yet.
struct LaidOut {
    pages: Pages,
    beside: Option<Vec<u8>>,
}

impl Paper {
    /// All papers.
    pub const ALL: [Self; 3] = [Self::Plan, Self::Handover, Self::Copy];

    /// Its name, on the terminal and in the access log.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Handover => "handover",
            Self::Copy => "copy",
        }
    }

    /// The paper of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.name() == name)
    }
}

/// Prints a paper and remembers in the access log that it left the vault. Returns the files that were written, the pages
/// first.
pub fn print(
    desk: &impl Lender,
    id: &DossierId,
    request: &PaperRequest,
    to: PaperTo<'_>,
) -> Result<Vec<PathBuf>, CoachError> {
    let laid_out = desk.lend(|desk| desk.lay_out(id, request))?;
    let pages = laid_out.pages.file()?;
    let named = |ending: &str| match to {
        PaperTo::File(path) if ending == PDF => path.to_owned(),
        PaperTo::File(path) => path.with_extension(ending),
        PaperTo::Folder(folder) => free_name(folder, &laid_out.pages.title, ending),
    };
    desk.lend(|desk| desk.log_leaving(id, request.paper.name()))?;
    let mut files = vec![write(&named(PDF), &pages)?];
    if let Some(bytes) = &laid_out.beside {
        files.push(write(&named(ExportFormat::Json.name()), bytes)?);
    }
    Ok(files)
}

impl Desk {
    fn lay_out(&mut self, id: &DossierId, request: &PaperRequest) -> Result<LaidOut, CoachError> {
        let language = match request.language {
            Language::Nl => "nl",
            Language::En => "en",
        };
        let words = Words::of(Some(language));
        let view = self.dossier(id)?;
        let texts = match request.paper {
            Paper::Plan => 0,
            Paper::Handover => request.texts as usize,
            Paper::Copy => usize::MAX,
        };
        let texts = view.notes.iter().take(texts);
        let texts = texts.map(|card| Ok((card.note.id.clone(), self.note_text(id, &card.note.id)?)));
        let texts = texts.collect::<Result<Vec<_>, CoachError>>()?;
        let findings = self.quality(id, None)?.findings;
        let charter = self.charter(id)?;
        let carers = self.carers(id)?.carers;
        let today = self.outside.today();
        let coach = self.account.name.clone();
        let dossier = self.read(id)?;
        let beside = (request.paper == Paper::Copy).then(|| {
            let files = interchange::write(ExportFormat::Json, dossier, &texts);
            files.into_iter().flat_map(|ExportFile { bytes, .. }| bytes).collect()
        });
        let material =
            Material { words: &words, dossier, view, texts, findings, charter, carers, today, coach };
        let blocks = match request.paper {
            Paper::Plan => plan::parts(&material, request.drawing.as_ref()),
            Paper::Handover => handover::parts(&material),
            Paper::Copy => copy::parts(&material),
        };
        let about =
            ["about", "for"].map(|what| material.say(&format!("paper-{}-{what}", request.paper.name()), &[]));
        let pages = Pages {
            title: material.say(&format!("paper-{}-title", request.paper.name()), &[]),
            about: about.into_iter().filter(|line| !line.is_empty()).collect(),
            dated: words.day(today),
            language: request.language,
            large: request.paper == Paper::Plan,
            blocks,
        };
        Ok(LaidOut { pages, beside })
    }
}
