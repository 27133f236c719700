//! A laptop of one's own: a screen of a chosen size, and a folder with the data of whoever uses it.

use std::path::{Path, PathBuf};

use anyhow::Result;
use tempfile::TempDir;

use crate::display::Display;
#[cfg(unix)]
use crate::hand::Hand;
use crate::window::Window;

/// A screen with a home.
pub struct Laptop {
    display: Display,
    size: (u32, u32),
    home: TempDir,
}

impl Laptop {
    /// A new one, on which Kring was never opened.
    pub fn new(width: u32, height: u32) -> Result<Self> {
        Self::with(Display::start(width, height)?, (width, height))
    }

    /// A new one with a screen that can be touched, and the hand that touches it.
    #[cfg(unix)]
    pub fn with_touchscreen(width: u32, height: u32) -> Result<(Self, Hand)> {
        let (display, hand) = Hand::on_a_screen(width, height)?;
        Ok((Self::with(display, (width, height))?, hand))
    }

    fn with(display: Display, size: (u32, u32)) -> Result<Self> {
        Ok(Self { display, size, home: tempfile::tempdir()? })
    }

    /// Opens Kring, as large as the screen.
    pub fn open(&self) -> Result<Window> {
        self.open_among(&[])
    }

    /// The same, where the program finds these variables in its environment.
    pub fn open_among(&self, environment: &[(&str, &str)]) -> Result<Window> {
        let window = Window::open(&self.display, self.home(), environment)?;
        window.fill_the_screen(self.size)?;
        Ok(window)
    }

    /// Where the data are.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Makes the folder where downloads go; to be asked before Kring opens.
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
