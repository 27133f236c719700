//! What is next: the agenda, its calendar file, reminders, and the figures of the caseload.

use coach::caseload::agenda::Agenda;
use coach::caseload::calendar::{CalendarView, CalendarWords};
use coach::caseload::figures::{self, Figures};
use coach::caseload::habits::Habits;
use coach::caseload::reminder::Reminder;
use serde::Serialize;
use tauri::{AppHandle, Emitter, State};

use super::{Answer, downloads, told};
use crate::desktop::Desktop;

#[tauri::command(async)]
pub(crate) fn agenda(desktop: State<'_, Desktop>) -> Answer<Agenda> {
    desktop.at_desk(|desk| Ok(desk.agenda(None)))
}

#[tauri::command(async)]
pub(crate) fn calendar(desktop: State<'_, Desktop>) -> Answer<CalendarView> {
    desktop.at_desk(|desk| desk.calendar())
}

#[tauri::command(async)]
pub(crate) fn keep_calendar(
    desktop: State<'_, Desktop>,
    folder: String,
    names: bool,
    words: CalendarWords,
) -> Answer<CalendarView> {
    desktop.at_desk(|desk| desk.keep_calendar(folder.trim().as_ref(), names, &words))
}

#[tauri::command(async)]
pub(crate) fn stop_calendar(desktop: State<'_, Desktop>) -> Answer<CalendarView> {
    desktop.at_desk(|desk| desk.stop_calendar())
}

/// Saves the agenda as a calendar in the folder where downloads go.
#[tauri::command(async)]
pub(crate) fn save_calendar(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    names: bool,
    words: CalendarWords,
) -> Answer<String> {
    let file = desktop.at_desk(|desk| desk.save_calendar_into(&downloads(&app), names, &words))?;
    Ok(file.display().to_string())
}

#[tauri::command(async)]
pub(crate) fn habits(desktop: State<'_, Desktop>) -> Answer<Habits> {
    desktop.at_desk(|desk| desk.habits())
}

#[tauri::command(async)]
pub(crate) fn set_habits(desktop: State<'_, Desktop>, habits: Habits) -> Answer<()> {
    desktop.at_desk(|desk| desk.set_habits(&habits))
}

/// What to tell about today, once a day.
#[tauri::command(async)]
pub(crate) fn reminder(desktop: State<'_, Desktop>) -> Answer<Option<Reminder>> {
    desktop.at_desk(|desk| desk.reminder())
}

/// Says something through the system's notifications. Where nobody takes them there is nobody to disturb.
#[tauri::command(async)]
pub(crate) fn notify(title: String, text: String) {
    let _ = notify_rust::Notification::new().appname("Kring").summary(&title).body(&text).show();
}

/// How far the reading for the figures is.
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

/// Saves a table of figures in the folder where downloads go.
#[tauri::command(async)]
pub(crate) fn save_figures(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    rows: Vec<Vec<String>>,
) -> Answer<String> {
    let file = desktop.at_desk(|desk| desk.save_figures_into(&downloads(&app), &rows))?;
    Ok(file.display().to_string())
}
