//! Sentences for people in Dutch and English, from the message files of the window: for the terminal and for
//! paper.
//!
//! [`Words`] holds the messages of one language and formats one with its arguments.
//!
//! ```
//! use words::Words;
//!
//! assert_eq!(Words::of(None).text("day-refused").get(..11), Some("Dit is geen"));
//! assert_eq!(Words::of(Some("en")).text("choice-no-such"), "choice-no-such");
//! ```
//!
//! # Invariants
//!
//! - A missing message is shown as its name: the mistake is visible, and nothing stops.
//! - This crate knows neither the record nor the window and the terminal.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

const NL: &str = include_str!(concat!(env!("OUT_DIR"), "/nl.ftl"));
const EN: &str = include_str!(concat!(env!("OUT_DIR"), "/en.ftl"));

/// The messages of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    english: bool,
}

impl Words {
    /// Returns the messages of a language: English for a code that begins with `en`, and Dutch otherwise.
    pub fn of(language: Option<&str>) -> Self {
        let english = language.is_some_and(|language| language.starts_with("en"));
        let (id, text) = if english { ("en", EN) } else { ("nl", NL) };
        let mut bundle = FluentBundle::new(id.parse::<LanguageIdentifier>().into_iter().collect());
        bundle.set_use_isolating(false);
        // The tests of the window parse every message file, so here a line that does not parse is left out.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { bundle, english }
    }

    /// Returns whether the language is English.
    pub fn is_english(&self) -> bool {
        self.english
    }

    /// Returns the text of a message, or its name if there is none.
    pub fn say(&self, id: &str, args: &BTreeMap<String, String>) -> String {
        self.find(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// Returns the text of a message without arguments.
    pub fn text(&self, id: &str) -> String {
        self.say(id, &BTreeMap::new())
    }

    /// Returns the text of a message with arguments.
    pub fn with(&self, id: &str, args: &[(&str, &str)]) -> String {
        let args = args.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        self.say(id, &args.collect())
    }

    /// Returns the label of a value in a list of choices. A value that a newer version wrote is shown as it
    /// is.
    pub fn choice(&self, list: &str, value: &str) -> String {
        let id = format!("{list}-{}", value.replace('+', "plus"));
        self.find(&id, &BTreeMap::new()).unwrap_or_else(|| value.to_owned())
    }

    /// Returns a day in words: “25 november 2026”.
    pub fn day(&self, day: NaiveDate) -> String {
        let month = self.text(&format!("month-{}", day.month()));
        self.with(
            "day-said",
            &[("day", &day.day().to_string()), ("month", &month), ("year", &day.year().to_string())],
        )
    }

    /// Formats a message; returns `None` if there is none.
    fn find(&self, id: &str, args: &BTreeMap<String, String>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let args: FluentArgs<'_> = args.iter().map(|(key, text)| (key.as_str(), value(key, text))).collect();
        Some(self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }
}

/// Returns an argument of a message. A count is a number, which chooses between singular and plural; other
/// digits stay a text, since they may be part of an id.
fn value<'a>(key: &str, text: &'a str) -> FluentValue<'a> {
    if key == "count" { FluentValue::try_number(text) } else { FluentValue::from(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_in_both_languages() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        assert_eq!(Words::of(None).day(day), "1 maart 2026");
        assert_eq!(Words::of(Some("en-GB")).day(day), "1 March 2026");
    }

    #[test]
    fn a_choice_of_a_newer_version_is_shown_as_it_is() {
        let words = Words::of(None);
        assert_eq!(words.choice("age", "80+"), "80 of ouder");
        assert_eq!(words.choice("age", "120+"), "120+");
    }
}
