//! Generates the capability schemas and embeds the icon.
fn main() {
    tauri_build::build()
}
