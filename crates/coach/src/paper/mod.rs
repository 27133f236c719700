//! Papers: the plan for the client, the hand-over for a successor, and the full copy that a client
//! may ask for.
//!
//! The desk is borrowed to read the dossier and to write in the access log. It is free while the pages are
//! typeset, so that work goes on while a large dossier is printed. A coach's private notes are on no paper,
//! because nothing here can read them.

mod copy;
mod drawing;
mod handover;
mod material;
mod order;
mod plan;
mod records;

use std::path::{Path, PathBuf};

use dossier::DossierId;
use interchange::paper::{Language, Pages};
use interchange::{ExportFile, ExportFormat};
use serde::{Deserialize, Serialize};
use strum::VariantArray;
use ts_rs::TS;
use words::Words;

use crate::desk::Desk;
use crate::desk::shared_desk::SharedDesk;
use crate::error::CoachError;
use crate::files::written::{free_name, write};
pub use drawing::PaperDrawing;
use material::Material;
use order::{NameOrder, sort_members};

/// A paper that can be printed of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, VariantArray)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// The plan, for the client: the people around her, her goals, and the actions and agreements.
    Plan,
    /// The hand-over, for a successor: the state of the dossier.
    Handover,
    /// The full copy, for a client who asks for it (GDPR, articles 15 and 20): everything in the dossier,
    /// also as JSON.
    Copy,
}

/// A request for a paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PaperRequest {
    /// The paper that is asked for.
    pub paper: Paper,
    /// The language of the paper.
    pub language: Language,
    /// The map as the window draws it, for the plan.
    pub drawing: Option<PaperDrawing>,
    /// The number of recent notes that a hand-over prints in full.
    pub texts: u32,
}

/// The place where a paper is saved.
#[derive(Clone, Copy, Debug)]
pub enum PaperTo<'a> {
    /// This file, which is replaced if it exists.
    File(&'a Path),
    /// A file with a new name in this folder, where no file is replaced.
    Folder(&'a Path),
}

/// The file extension of the pages.
const PDF: &str = "pdf";

/// A paper whose pages are not typeset yet.
struct ComposedPaper {
    pages: Pages,
    beside: Option<Vec<u8>>,
}

impl Paper {
    /// All papers, in the order of their variants.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Returns the name of the paper, for the terminal and the access log.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Handover => "handover",
            Self::Copy => "copy",
        }
    }

    /// Returns the paper with this name, if there is one.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|paper| paper.name() == name)
    }
}

/// Prints a paper, and records in the access log that it left the vault. Returns the files, with
/// the pages first.
pub fn print(
    desk: &impl SharedDesk,
    id: &DossierId,
    request: &PaperRequest,
    to: PaperTo<'_>,
) -> Result<Vec<PathBuf>, CoachError> {
    let composed = desk.borrow_desk(|desk| desk.compose(id, request))?;
    let pages = composed.pages.file()?;
    let named = |ending: &str| match to {
        PaperTo::File(path) if ending == PDF => path.to_owned(),
        PaperTo::File(path) => path.with_extension(ending),
        PaperTo::Folder(folder) => free_name(folder, &composed.pages.title, ending),
    };
    desk.borrow_desk(|desk| desk.log_leaving(id, request.paper.name()))?;
    let mut files = vec![write(&named(PDF), &pages)?];
    if let Some(bytes) = &composed.beside {
        files.push(write(&named(ExportFormat::Json.name()), bytes)?);
    }
    Ok(files)
}

impl Desk {
    fn compose(&mut self, id: &DossierId, request: &PaperRequest) -> Result<ComposedPaper, CoachError> {
        let language = match request.language {
            Language::Nl => "nl",
            Language::En => "en",
        };
        let words = Words::of(Some(language));
        let mut view = self.dossier(id)?;
        let names = NameOrder::new();
        sort_members(&mut view, &names);
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
        let today = self.today();
        let coach = self.account().name.clone();
        let dossier = self.read(id)?;
        let beside = (request.paper == Paper::Copy).then(|| {
            let files = interchange::write(ExportFormat::Json, dossier, &texts);
            files.into_iter().flat_map(|ExportFile { bytes, .. }| bytes).collect()
        });
        let material =
            Material { words: &words, dossier, view, texts, findings, charter, carers, today, coach };
        let blocks = match request.paper {
            Paper::Plan => plan::parts(&material, &names, request.drawing.as_ref()),
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
        Ok(ComposedPaper { pages, beside })
    }
}
