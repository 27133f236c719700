//! A coach at the terminal, with a vault and the program that works on it.

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
    /// Creates a coach with a new vault on this computer.
    pub fn new(name: &str, role: &str) -> Result<Coach<'static>> {
        let kring = terminal()?;
        Coach::at(move || Command::new(&kring), name, role)
    }
}

impl<'a> Coach<'a> {
    /// Creates a coach with a new vault, for whom `program` starts the terminal program.
    pub fn at(program: impl Fn() -> Command + 'a, name: &str, role: &str) -> Result<Self> {
        let home = tempfile::tempdir()?;
        std::fs::write(home.path().join("passphrase"), passphrase())?;
        let coach = Self { home, program: Box::new(program) };
        coach.says(&["init", "--name", name, "--role", role])?;
        Ok(coach)
    }

    /// Returns a folder that belongs to this coach.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Returns a command on the coach's vault, ready to run.
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

    /// Runs a command and returns its answer. A refusal is an error with its sentence.
    pub fn says(&self, words: &[&str]) -> Result<Value> {
        Self::answer(self.command(words).output()?, words)
    }

    /// Reads the answer of a command.
    pub fn answer(output: Output, words: &[&str]) -> Result<Value> {
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "kring {}: {said}", words.join(" "));
        Ok(serde_json::from_slice(&output.stdout)?)
    }
}
