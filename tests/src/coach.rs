//! A coach at the terminal: a vault of one's own, and the program that works on it.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use anyhow::{Result, ensure};
use serde_json::Value;
use tempfile::TempDir;

use crate::served::PASSWORD;
use crate::story::{passphrase, terminal};

/// A coach who gives the terminal program commands, one process each, and reads its JSON.
pub struct Coach<'a> {
    home: TempDir,
    program: Box<dyn Fn() -> Command + 'a>,
}

impl Coach<'_> {
    /// A coach with a new vault on this computer.
    pub fn new(name: &str, role: &str) -> Result<Coach<'static>> {
        let kring = terminal()?;
        Coach::at(move || Command::new(&kring), name, role)
    }
}

impl<'a> Coach<'a> {
    /// A coach with a new vault, where `program` starts the terminal program.
    pub fn at(program: impl Fn() -> Command + 'a, name: &str, role: &str) -> Result<Self> {
        let home = tempfile::tempdir()?;
        std::fs::write(home.path().join("passphrase"), passphrase())?;
        let coach = Self { home, program: Box::new(program) };
        coach.says(&["init", "--name", name, "--role", role])?;
        Ok(coach)
    }

    /// A folder that is this coach's own.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// A command on the coach's vault, not yet run.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = (self.program)();
        command
            .arg("--json")
            .args(words)
            .env("KRING_VAULT", self.home.path().join("vault"))
            .env("KRING_PASSPHRASE_FILE", self.home.path().join("passphrase"))
            .env("KRING_STORAGE_PASSWORD", PASSWORD)
            .env_remove("KRING_LANGUAGE")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// What a command answers; where it is refused, the sentence is the error.
    pub fn says(&self, words: &[&str]) -> Result<Value> {
        Self::answer(self.command(words).output()?, words)
    }

    /// Reads what a command answered.
    pub fn answer(output: Output, words: &[&str]) -> Result<Value> {
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "kring {}: {said}", words.join(" "));
        Ok(serde_json::from_slice(&output.stdout)?)
    }
}
