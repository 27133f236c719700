//! The three papers of a dossier, as other programs read them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod copy;
mod greet;
mod handover;
mod languages;
mod leaving;
mod order;
mod plan;
mod private;
#[path = "../support/mod.rs"]
mod support;
mod thick;

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use coach::dossier::DossierId;
use coach::paper::{Paper, PaperRequest, PaperTo, print};
use coach::{Desk, Language};
use tempfile::TempDir;

use crate::greet::greet;
use crate::support::desk_of;

/// Creates Anna's desk with Greet's dossier.
fn with_greet(home: &TempDir) -> (Desk, DossierId) {
    let mut desk = desk_of(home, "Anna de Boer");
    let greet = greet(&mut desk);
    (desk, greet)
}

fn request(paper: Paper) -> PaperRequest {
    PaperRequest { paper, language: Language::Nl, drawing: None, texts: 2 }
}

fn printed(desk: &RefCell<Desk>, id: &DossierId, home: &TempDir, request: &PaperRequest) -> Vec<PathBuf> {
    let file = home.path().join(format!("{}.pdf", request.paper.name()));
    let files = print(desk, id, request, PaperTo::File(&file)).unwrap();
    // If `KRING_PAPER` names a folder, the pages are copied there, so that a person can look at them.
    if let Some(folder) = std::env::var_os("KRING_PAPER") {
        std::fs::copy(&files[0], Path::new(&folder).join(file.file_name().unwrap())).unwrap();
    }
    files
}

/// Returns the text of the pages, after checking that they are whole and can be read aloud.
fn read(file: &Path) -> String {
    readers::check_pages(file);
    readers::running_text(file)
}
