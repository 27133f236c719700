//! The figures of the caseload.

use coach::caseload::figures;
use coach::caseload::figures::Figures;
use serde::Serialize;
use tauri::{AppHandle, Emitter, State};

use crate::answer::{Answer, told};
use crate::desktop::Desktop;
use crate::downloads::downloads;

/// The progress of reading the dossiers.
#[derive(Clone, Serialize)]
struct Progress {
    done: u32,
    all: u32,
}

#[tauri::command(async)]
pub(crate) fn figures(app: AppHandle, desktop: State<'_, Desktop>) -> Answer<Figures> {
    told(figures::read(&*desktop, &mut |done, all| {
        let _ = app.emit("figures", Progress { done, all });
    }))
}

/// Saves a table of figures in the downloads folder.
#[tauri::command(async)]
pub(crate) fn save_figures(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    rows: Vec<Vec<String>>,
) -> Answer<String> {
    let file = desktop.at_desk(|desk| desk.save_figures_into(&downloads(&app), &rows))?;
    Ok(file.display().to_string())
}
