//! The agenda, its calendar file, habits and the reminder of the day.

use coach::caseload::agenda::Agenda;
use coach::caseload::calendar::{CalendarView, CalendarWords};
use coach::caseload::habits::Habits;
use coach::caseload::reminder::Reminder;
use coach::caseload::reminder::channel::{ReminderChannel, ReminderSwitch};
use tauri::{AppHandle, State};

use crate::answer::Answer;
use crate::desktop::Desktop;
use crate::downloads::downloads;
use crate::reminder;

#[tauri::command(async)]
pub(crate) fn agenda(desktop: State<'_, Desktop>) -> Answer<Agenda> {
    desktop.at_desk(|desk| Ok(desk.agenda(None)))
}

#[tauri::command(async)]
pub(crate) fn calendar(desktop: State<'_, Desktop>) -> Answer<CalendarView> {
    desktop.at_desk(|desk| desk.calendar())
}

#[tauri::command(async)]
pub(crate) fn start_calendar(
    desktop: State<'_, Desktop>,
    folder: String,
    names: bool,
    words: CalendarWords,
) -> Answer<CalendarView> {
    desktop.at_desk(|desk| desk.start_calendar(folder.trim().as_ref(), names, &words))
}

#[tauri::command(async)]
pub(crate) fn stop_calendar(desktop: State<'_, Desktop>) -> Answer<CalendarView> {
    desktop.at_desk(|desk| desk.stop_calendar())
}

/// Saves the agenda as a calendar file in the downloads folder.
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

/// Returns the reminder of today, once a day.
#[tauri::command(async)]
pub(crate) fn reminder(desktop: State<'_, Desktop>) -> Answer<Option<Reminder>> {
    desktop.at_desk(|desk| desk.reminder())
}

/// Sends a reminder by every channel that is switched on.
#[tauri::command(async)]
pub(crate) fn send_reminder(desktop: State<'_, Desktop>, title: String, text: String) -> Answer<()> {
    let channels = desktop.at_desk(|desk| desk.reminder_channels())?;
    channels.into_iter().for_each(|channel| reminder::send(channel, &title, &text));
    Ok(())
}

/// Returns a switch for every channel of reminders.
#[tauri::command(async)]
pub(crate) fn reminder_switches(desktop: State<'_, Desktop>) -> Answer<Vec<ReminderSwitch>> {
    desktop.at_desk(|desk| desk.reminder_switches())
}

/// Switches a channel of reminders on or off.
#[tauri::command(async)]
pub(crate) fn set_reminder(
    desktop: State<'_, Desktop>,
    channel: ReminderChannel,
    on: bool,
) -> Answer<Vec<ReminderSwitch>> {
    desktop.at_desk(|desk| desk.set_reminder(channel, on))
}
