//! A laptop: a screen of a chosen size, and a folder with the data of its user.

use std::path::{Path, PathBuf};

use anyhow::Result;
use tempfile::TempDir;

use crate::display::Display;
use crate::process::Process;
#[cfg(unix)]
use crate::touchscreen::Touchscreen;
use crate::window::Window;

/// A screen with a folder for the data of its user.
pub struct Laptop {
    display: Display,
    size: (u32, u32),
    home: TempDir,
    window_manager: Option<Process>,
}

/// A person who types on a laptop. Dropping it lets go of the keyboard.
pub struct Typist(Process);

impl Typist {
    /// Waits until everything is typed.
    pub fn finishes(mut self) {
        self.0.wait();
    }
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
        Ok(Self { display, size, home: tempfile::tempdir()?, window_manager: None })
    }

    /// Creates such a laptop whose windows have a frame with a button that closes them.
    pub fn with_window_manager(width: u32, height: u32) -> Result<Self> {
        let laptop = Self::new(width, height)?;
        let window_manager = Some(laptop.display.manage_windows()?);
        Ok(Self { window_manager, ..laptop })
    }

    /// Returns the data of this laptop on another screen, after the session on the first has ended.
    pub fn after_a_new_start(self) -> Result<Self> {
        let display = Display::start(self.size.0, self.size.1)?;
        let window_manager = match self.window_manager {
            Some(_) => Some(display.manage_windows()?),
            None => None,
        };
        Ok(Self { display, size: self.size, home: self.home, window_manager })
    }

    /// Begins to type with the keyboard, with a time in milliseconds from one key to the next.
    pub fn type_on(&self, text: &str, pace: u32) -> Result<Typist> {
        Ok(Typist(self.display.keyboard(&["type", "--delay", &pace.to_string(), text])?))
    }

    /// Begins to type lines with the keyboard, each ended with the Enter key.
    pub fn type_lines(&self, lines: &[String], pace: u32) -> Result<Typist> {
        let pace = pace.to_string();
        let typed = |line| ["type", "--args", "1", "--delay", &pace, line, "key", "--delay", &pace, "Return"];
        let arguments: Vec<&str> = lines.iter().flat_map(|line| typed(line)).collect();
        Ok(Typist(self.display.keyboard(&arguments)?))
    }

    /// Presses a key with others held, such as `alt+F4`.
    pub fn press(&self, keys: &str) -> Result<()> {
        self.display.keyboard(&["key", keys])?.wait();
        Ok(())
    }

    /// Closes Kring's window by the button of its frame.
    pub fn close_window(&self) -> Result<()> {
        self.display.close_window("Kring")
    }

    /// Ends the session: the screen is gone.
    pub fn end_session(&self) {
        self.display.end();
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
