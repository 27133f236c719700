//! The program that `cargo xtask bench` compares the window with: a Tauri window with one heading and nothing
//! else.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}
