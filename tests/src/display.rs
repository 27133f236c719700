//! A virtual screen of a chosen size.

use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::process::Process;

/// An Xvfb of one's own.
pub struct Display {
    number: u32,
    _server: Process,
}

impl Display {
    /// Starts a screen on a display number that is free.
    pub fn start(width: u32, height: u32) -> Result<Self> {
        for number in 90..190 {
            if Path::new(&format!("/tmp/.X{number}-lock")).exists() {
                continue;
            }
            let mut command = Command::new("Xvfb");
            command.args([
                &format!(":{number}"),
                "-screen",
                "0",
                &format!("{width}x{height}x24"),
                "-nolisten",
                "tcp",
            ]);
            let server = Process::start(&mut command)?;
            let socket = format!("/tmp/.X11-unix/X{number}");
            let until = Instant::now() + Duration::from_secs(10);
            while Instant::now() < until {
                if UnixStream::connect(&socket).is_ok() {
                    return Ok(Self { number, _server: server });
                }
                std::thread::yield_now();
            }
        }
        bail!("no display number is free")
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
        if status.context("import (ImageMagick) could not be started")?.success() {
            Ok(())
        } else {
            bail!("no picture was made")
        }
    }
}
