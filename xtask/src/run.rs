//! `cargo xtask run`: building Kring and opening it.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::builds;
use crate::checkout::root;
use crate::program::built;
use crate::shell::{cargo, run as run_command};
use crate::system::{For, prepare};
use crate::ui;

/// Builds the desktop program and returns its path.
pub(crate) fn build_desktop() -> Result<PathBuf> {
    ui::build()?;
    run_command(&mut cargo(builds::DESKTOP))?;
    built("kring-desktop")
}

/// Opens Kring. Without a display, plays a tour on a virtual one and saves pictures of it.
pub(crate) fn run() -> Result<()> {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let has_display = !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY");
    prepare(if has_display { For::Building } else { For::VirtualDisplay })?;
    let program = build_desktop()?;
    if has_display {
        return run_command(&mut Command::new(program));
    }
    let folder = root().join("target/tour");
    println!("There is no display here, so Kring plays a tour of its main features on a virtual one.");
    println!("The pictures are in {}:", folder.display());
    let mut tour = cargo(builds::TOUR);
    run_command(tour.arg("--").arg(folder).env("KRING_DESKTOP", program))
}
