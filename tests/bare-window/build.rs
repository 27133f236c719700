//! Embeds the page and the icon.
fn main() {
    tauri_build::build();
}
