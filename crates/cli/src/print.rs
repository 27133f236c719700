//! Printing the answer of a command, as lines for people or as JSON for programs.
//!
//! All that `kring` prints goes through this file, which removes what a terminal would obey ([`clean`]).
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is the only file that prints")]

use std::cell::RefCell;
use std::fmt::Display;
use std::path::PathBuf;

use coach::message::Message;
use serde::Serialize;
use serde_json::{Value, json};

use crate::clean;
use crate::messages::Messages;

/// Prints answers in the form and the language that were asked for.
pub(crate) struct Printer {
    json: bool,
    messages: Messages,
    /// The text so far, if it is kept instead of printed.
    kept: Option<RefCell<String>>,
}

impl Printer {
    pub(crate) fn new(json: bool, messages: Messages) -> Self {
        Self { json, messages, kept: None }
    }

    /// Returns a printer that keeps its text.
    pub(crate) fn keeping(json: bool, messages: Messages) -> Self {
        Self { json, messages, kept: Some(RefCell::default()) }
    }

    /// Returns the text that was kept.
    pub(crate) fn into_kept(self) -> String {
        self.kept.map(RefCell::into_inner).unwrap_or_default()
    }

    /// Prints or keeps a text that a terminal can show.
    fn put(&self, text: &str) {
        match &self.kept {
            Some(kept) => kept.borrow_mut().push_str(text),
            None => print!("{text}"),
        }
    }

    /// Returns whether the answer is printed as JSON.
    pub(crate) fn is_json(&self) -> bool {
        self.json
    }

    /// Returns the sentences of the language that was asked for.
    pub(crate) fn messages(&self) -> &Messages {
        &self.messages
    }

    /// Returns the text of a message from a use case.
    pub(crate) fn say(&self, message: &Message) -> String {
        self.messages.say(&message.id, &message.args)
    }

    /// Returns the text of the message `id`, which has no arguments.
    pub(crate) fn text(&self, id: &str) -> String {
        self.messages.text(id)
    }

    /// Returns the text of the message `id` with its arguments.
    pub(crate) fn with(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.messages.with(id, args)
    }

    /// Prints a line for people.
    pub(crate) fn line(&self, text: impl Display) {
        self.put(&format!("{}\n", clean::one_line(&text.to_string())));
    }

    /// Prints a text of several lines for people.
    pub(crate) fn several_lines(&self, text: &str) {
        self.put(&clean::several_lines(text));
    }

    /// Prints a line for people on standard error: a question, a repair or a refusal.
    pub(crate) fn aside(&self, text: impl Display) {
        let line = format!("{}\n", clean::one_line(&text.to_string()));
        match &self.kept {
            Some(kept) => kept.borrow_mut().push_str(&line),
            None => eprint!("{line}"),
        }
    }

    /// Prints a value as JSON on one line.
    pub(crate) fn json(&self, value: &impl Serialize) {
        // Views consist of texts, numbers and lists of them, so they always have a JSON form.
        self.put(&format!("{}\n", clean::json(&serde_json::to_string(value).unwrap_or_default())));
    }

    /// Prints a value as JSON, or calls `print_lines` to print it for people.
    pub(crate) fn either<T: Serialize>(&self, value: &T, print_lines: impl FnOnce(&T)) {
        if self.json { self.json(value) } else { print_lines(value) }
    }

    /// Prints one value; `key` is its name in JSON.
    pub(crate) fn value(&self, key: &str, value: &str) {
        self.either(&json!({ key: value }), |_| self.line(value));
    }

    /// Reports that a command succeeded. Prints nothing for people.
    pub(crate) fn done(&self) {
        self.either(&json!({ "done": true }), |_| ());
    }

    /// Prints the paths of files that were written.
    pub(crate) fn files(&self, files: &[PathBuf]) {
        self.either(&json!({ "files": files }), |_| {
            files.iter().for_each(|file| self.line(file.display()));
        });
    }

    /// Prints records, one on each line.
    pub(crate) fn records(&self, records: &[Value]) {
        self.either(&records, |records| records.iter().for_each(|record| self.line(line(record))));
    }
}

/// Returns a record on one line: its id, then every field that has a value.
fn line(record: &Value) -> String {
    let filled_in = record.as_object().into_iter().flatten().filter(|(key, value)| {
        *key != "id"
            && !value.is_null()
            && value.as_str() != Some("")
            && value.as_bool() != Some(false)
            && value.as_array().is_none_or(|list| !list.is_empty())
    });
    let parts = filled_in.map(|(key, value)| match value.as_str() {
        Some(text) => format!("{key}={}", text.replace('\n', " ")),
        None => format!("{key}={value}"),
    });
    format!("{}  {}", record["id"].as_str().unwrap_or_default(), parts.collect::<Vec<_>>().join("  "))
}
