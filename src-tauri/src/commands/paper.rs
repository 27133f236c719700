//! What goes on paper.

use coach::dossier::DossierId;
use coach::paper::{PaperRequest, PaperTo, print};
use tauri::{AppHandle, State};

use super::{Answer, downloads, told};
use crate::desktop::Desktop;

/// Prints a paper into the folder where downloads go; returns the files. The desk is free while the pages are set.
#[tauri::command(async)]
pub(crate) fn print_paper(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    request: PaperRequest,
) -> Answer<Vec<String>> {
    let files = told(print(desktop.inner(), &id, &request, PaperTo::Folder(&downloads(&app))))?;
    Ok(files.iter().map(|file| file.display().to_string()).collect())
}
