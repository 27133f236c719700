//! A virtual screen of a chosen size.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::process::Process;

/// A virtual X server.
pub struct Display {
    number: u32,
    server: Process,
}

impl Display {
    /// Starts a screen. The server chooses a free number and prints it when it is ready: two tests that chose
    /// the same number would share one screen, and the first to end would take it away.
    pub fn start(width: u32, height: u32) -> Result<Self> {
        let screen = format!("{width}x{height}x24");
        // A key that was pressed when its keyboard went away must not repeat itself.
        Self::serve(Command::new("Xvfb").args(["-r", "-screen", "0", &screen]))
    }

    /// Starts an X server and returns its screen.
    pub(crate) fn serve(server: &mut Command) -> Result<Self> {
        server.args(["-displayfd", "1", "-nolisten", "tcp"]).stdout(Stdio::piped());
        let mut server = Process::start(server)?;
        let mut said = String::new();
        BufReader::new(server.stdout().context("the X server says nothing")?).read_line(&mut said)?;
        let number =
            said.trim().parse().with_context(|| format!("the X server says “{said}” instead of a number"))?;
        Ok(Self { number, server })
    }

    /// Returns the name of the screen, for the variable `DISPLAY`.
    pub fn name(&self) -> String {
        format!(":{}", self.number)
    }

    /// Starts the window manager openbox on this screen, and returns it.
    pub(crate) fn manage_windows(&self) -> Result<Process> {
        Process::start(Command::new("openbox").env("DISPLAY", self.name()))
    }

    /// Starts xdotool, which presses keys as a person does.
    pub(crate) fn keyboard(&self, arguments: &[&str]) -> Result<Process> {
        Process::start(Command::new("xdotool").args(arguments).env("DISPLAY", self.name()))
    }

    /// Lets the window manager close a window with this title.
    pub(crate) fn close_window(&self, title: &str) -> Result<()> {
        let status = Command::new("wmctrl").args(["-c", title]).env("DISPLAY", self.name()).status();
        let status = status.context("wmctrl could not be started")?;
        if status.success() { Ok(()) } else { bail!("no window is called {title}") }
    }

    /// Ends the screen, as the end of a session does.
    pub(crate) fn end(&self) {
        self.server.kill();
    }

    /// Saves a picture of the whole screen with ImageMagick.
    pub fn picture(&self, file: &Path) -> Result<()> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let mut import = Command::new("import");
        let status = import.args(["-display", &self.name(), "-window", "root"]).arg(file).status();
        let status = status.context("import (ImageMagick) could not be started")?;
        if status.success() { Ok(()) } else { bail!("no picture was made") }
    }
}
