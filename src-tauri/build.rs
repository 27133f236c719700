//! Generates the capability schemas and embeds the icon.
fn main() {
    // The built window is embedded: a new one has to be embedded again.
    println!("cargo:rerun-if-changed=../ui/dist");
    tauri_build::build();
}
