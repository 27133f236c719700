//! The desktop face of Kring: commands, events and one window. Every rule is in `coach`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod clerk;
mod commands;
mod courier;
mod desktop;
mod home;

use desktop::Desktop;

fn main() {
    home::choose_a_renderer_that_paints();
    let run = tauri::Builder::default()
        .setup(|app| {
            let (bell, ring) = std::sync::mpsc::sync_channel(1);
            tauri::Manager::manage(app, Desktop::new(home::accounts(app)?, bell));
            courier::employ(app.handle().clone(), ring);
            clerk::employ(app.handle().clone());
            Ok(())
        })
        .invoke_handler(commands::all())
        .run(tauri::generate_context!());
    if let Err(error) = run {
        // Without a window there is nobody else to tell.
        eprintln!("Kring: {error}");
        std::process::exit(1);
    }
}
