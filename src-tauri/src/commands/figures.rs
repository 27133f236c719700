//! The figures of the caseload.

use coach::caseload::figures;
use coach::caseload::figures::Figures;
use tauri::{AppHandle, Emitter, State};

use crate::answer::{Answer, answer};
use crate::desktop::Desktop;
use crate::downloads::downloads;
use crate::progress::Progress;

#[tauri::command(async)]
pub(crate) fn figures(app: AppHandle, desktop: State<'_, Desktop>) -> Answer<Figures> {
    answer(figures::read(&*desktop, &mut |done, all| {
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
