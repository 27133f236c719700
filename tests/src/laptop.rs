//! A laptop: a screen of a chosen size, and a folder with the data of its user.

use std::path::{Path, PathBuf};

use anyhow::Result;
use tempfile::TempDir;

use crate::display::Display;
#[cfg(unix)]
use crate::touchscreen::Touchscreen;
use crate::window::Window;

/// A screen with a folder for the data of its user.
pub struct Laptop {
    display: Display,
    size: (u32, u32),
    home: TempDir,
}

impl Laptop {
    /// Creates a laptop on which Kring was never opened.
    pub fn new(width: u32, height: u32) -> Result<Self> {
        Self::with(Display::start(width, height)?, (width, height))
    }

    /// Creates such a laptop with a touch screen, and returns the touch screen as well.
    #[cfg(unix)]
    pub fn with_touchscreen(width: u32, height: u32) -> Result<(Self, Touchscreen)> {
        let (display, touchscreen) = Touchscreen::on_a_screen(width, height)?;
        Ok((Self::with(display, (width, height))?, touchscreen))
    }

    fn with(display: Display, size: (u32, u32)) -> Result<Self> {
        Ok(Self { display, size, home: tempfile::tempdir()? })
    }

    /// Opens Kring in a window as large as the screen.
    pub fn open(&self) -> Result<Window> {
        self.open_among(&[])
    }

    /// Opens Kring as [`open`](Self::open) does, with these variables in its environment.
    pub fn open_among(&self, environment: &[(&str, &str)]) -> Result<Window> {
        let window = Window::open(&self.display, self.home(), environment)?;
        window.fill_the_screen(self.size)?;
        Ok(window)
    }

    /// Returns the folder with the user's data.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Creates the folder for downloads and returns it. Call this before Kring opens, which reads the setting
    /// once.
    pub fn downloads(&self) -> Result<PathBuf> {
        let (folder, config) = (self.home().join("downloads"), self.home().join("config"));
        std::fs::create_dir_all(&folder)?;
        std::fs::create_dir_all(&config)?;
        let says = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folder.display());
        std::fs::write(config.join("user-dirs.dirs"), says)?;
        Ok(folder)
    }

    /// Saves a picture of the screen.
    pub fn picture(&self, file: &Path) -> Result<()> {
        self.display.picture(file)
    }
}
