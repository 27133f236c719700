//! Generates the capability schemas and embeds the icon.
fn main() {
    // The built page is embedded, so it has to be embedded again after it changed.
    println!("cargo:rerun-if-changed=../ui/dist");
    tauri_build::build();
}
