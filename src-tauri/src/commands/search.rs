//! Searching all dossiers.

use coach::search::SearchResults;
use tauri::State;

use crate::answer::Answer;
use crate::desktop::Desktop;

/// The most results that the window shows.
const MOST: usize = 20;

/// Indexes every dossier, one at a time, so that other commands run in between.
#[tauri::command(async)]
pub(crate) fn prepare_search(desktop: State<'_, Desktop>) -> Answer<()> {
    while desktop.at_desk(|desk| desk.prepare_search())? {
        std::thread::yield_now();
    }
    Ok(())
}

#[tauri::command(async)]
pub(crate) fn search(desktop: State<'_, Desktop>, typed: String) -> Answer<SearchResults> {
    desktop.at_desk(|desk| desk.search(&typed, MOST))
}
