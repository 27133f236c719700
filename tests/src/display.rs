//! A virtual screen of a chosen size.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::process::Process;

/// An Xvfb of one's own.
pub struct Display {
    number: u32,
    _server: Process,
}

impl Display {
    /// Starts a screen. The server chooses a free number itself and says it once it is ready: two tests that chose at the
    /// same time would share one screen, and the first to end would take it away.
    pub fn start(width: u32, height: u32) -> Result<Self> {
        let mut command = Command::new("Xvfb");
        let screen = format!("{width}x{height}x24");
        command.args(["-displayfd", "1", "-screen", "0", &screen, "-nolisten", "tcp"]).stdout(Stdio::piped());
        let mut server = Process::start(&mut command)?;
        let mut said = String::new();
        BufReader::new(server.stdout().context("Xvfb says nothing")?).read_line(&mut said)?;
        let number =
            said.trim().parse().with_context(|| format!("Xvfb says “{said}” instead of a number"))?;
        Ok(Self { number, _server: server })
    }

    /// The name that programs find the screen by.
    pub fn name(&self) -> String {
        format!(":{}", self.number)
    }

    /// Saves a picture of the whole screen, by ImageMagick.
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
