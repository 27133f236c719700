//! The pictures of a screen, in light and dark and in one language.

use std::path::PathBuf;

use anyhow::Result;
use kring_tests::{Laptop, Window};

/// The language of the screen and of the text that is typed.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Language {
    Dutch,
    English,
}

/// The pictures of one laptop.
pub(crate) struct Album<'a> {
    pub(crate) laptop: &'a Laptop,
    pub(crate) window: &'a Window,
    pub(crate) folder: PathBuf,
    pub(crate) name: String,
    pub(crate) language: Language,
}

impl Album<'_> {
    /// Saves a picture of the screen in dark and one in light.
    pub(crate) fn take(&self, what: &str) -> Result<()> {
        for theme in ["dark", "light"] {
            self.window.script("document.documentElement.dataset.theme = arguments[0]", &[theme.into()])?;
            self.window.painted()?;
            let file = self.folder.join(format!("{}-{what}-{theme}.png", self.name));
            self.laptop.picture(&file)?;
            println!("{}", file.display());
        }
        Ok(())
    }

    /// Scrolls to an element and saves the pictures.
    pub(crate) fn take_from(&self, what: &str, css: &str) -> Result<()> {
        self.there(css)?;
        self.window.script("document.querySelector(arguments[0]).scrollIntoView()", &[css.into()])?;
        self.take(what)
    }

    pub(crate) fn there(&self, css: &str) -> Result<()> {
        self.window.middle(css).map(drop)
    }

    /// Clicks the first element whose `data-testid` begins like this.
    pub(crate) fn first(&self, beginning: &str) -> Result<()> {
        self.there(&format!("[data-testid^='{beginning}']"))?;
        let click = "document.querySelector(`[data-testid^='${arguments[0]}']`).click()";
        self.window.script(click, &[beginning.into()]).map(drop)
    }

    pub(crate) fn words<'w>(&self, dutch: &'w str, english: &'w str) -> &'w str {
        if self.language == Language::English { english } else { dutch }
    }

    /// Sets the language of the screen.
    pub(crate) fn speak(&self) -> Result<()> {
        if self.language == Language::English {
            self.window.click("settings")?;
            self.window.choose("language", "en")?;
            self.window.sees("Settings")?;
            self.window.click("close-settings")?;
            self.window.script("document.activeElement.blur()", &[])?;
        }
        Ok(())
    }
}
