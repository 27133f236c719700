//! The desktop program of Kring: commands, events and one window. It contains no rules; those are in `coach`.
//!
//! # Invariants
//!
//! - Every change of a record goes through a command, which answers with what became stale, so that the
//!   window asks for it again.
//! - The window's policy is strict: no remote content, no inline style or script, no capability except
//!   listening to events (`tauri.conf.json`, `capabilities/main.json`).
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod answer;
mod calendar;
mod commands;
mod courier;
mod desktop;
mod downloads;
mod ending;
mod home;
mod progress;
mod reminder;
mod renderer;

use desktop::Desktop;

fn main() {
    renderer::choose();
    let run = tauri::Builder::default()
        .setup(|app| {
            let (bell, ring) = std::sync::mpsc::sync_channel(1);
            tauri::Manager::manage(app, Desktop::new(home::accounts(app)?, bell));
            tauri::Manager::manage(app, ending::Ending::default());
            #[cfg(target_os = "linux")]
            ending::listen_for_signals(app.handle());
            courier::start(app.handle().clone(), ring);
            calendar::start(app.handle().clone());
            Ok(())
        })
        .on_window_event(ending::window_event)
        .invoke_handler(commands::all())
        .run(tauri::generate_context!());
    if let Err(error) = run {
        // Without a window, standard error is the only place to report to.
        eprintln!("Kring: {error}");
        std::process::exit(1);
    }
}
