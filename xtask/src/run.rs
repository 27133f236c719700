//! Building Kring and opening it.

use std::process::Command;

use anyhow::Result;

use crate::place::{built, root};
use crate::shell::{cargo, run as run_command};
use crate::system::{For, prepare};
use crate::ui;

/// Builds the window's program and returns where it is.
pub(crate) fn build_desktop() -> Result<std::path::PathBuf> {
    ui::build()?;
    run_command(&mut cargo(&["build", "--bin", "kring-desktop"]))?;
    built("kring-desktop")
}

/// Opens Kring; where there is no display, walks through the main job and leaves pictures.
pub(crate) fn run() -> Result<()> {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let has_display = !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY");
    prepare(if has_display { For::Building } else { For::VirtualDisplay })?;
    let program = build_desktop()?;
    if has_display {
        return run_command(&mut Command::new(program));
    }
    let folder = root().join("target/tour");
    println!("There is no display here: Kring walks through its main job on a virtual one.");
    println!("The pictures are in {}:", folder.display());
    let mut tour = cargo(&["run", "--quiet", "--bin", "tour", "--"]);
    run_command(tour.arg(folder).env("KRING_DESKTOP", program))
}
