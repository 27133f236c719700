//! Papers: the plan, the hand-over and the full copy.

use coach::dossier::DossierId;
use coach::paper::print;
use coach::paper::{PaperRequest, PaperTo};
use tauri::{AppHandle, State};

use crate::answer::{Answer, answer};
use crate::desktop::Desktop;
use crate::downloads::downloads;

/// Prints a paper to the downloads folder and returns its files. Other commands run while the pages are
/// typeset.
#[tauri::command(async)]
pub(crate) fn print_paper(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    request: PaperRequest,
) -> Answer<Vec<String>> {
    let files = answer(print(desktop.inner(), &id, &request, PaperTo::Folder(&downloads(&app))))?;
    Ok(files.iter().map(|file| file.display().to_string()).collect())
}
