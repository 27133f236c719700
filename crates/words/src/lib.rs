//! Sentences for people, from the same message files as the window's: for the terminal, and for what goes on paper.
//!
//! ```
//! use words::Words;
//!
//! assert_eq!(Words::of(None).text("day-refused").get(..11), Some("Dit is geen"));
//! assert_eq!(Words::of(Some("en")).text("choice-no-such"), "choice-no-such");
//! ```
//!
//! Invariants
//! - A message that is not there is said by its name: what is wrong shows, and nothing stops.
//! - Nothing here knows a record or a face.

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
    /// Dutch, unless English is asked for.
    pub fn of(language: Option<&str>) -> Self {
        let english = language.is_some_and(|language| language.starts_with("en"));
        let (id, text) = if english { ("en", EN) } else { ("nl", NL) };
        let mut bundle = FluentBundle::new(id.parse::<LanguageIdentifier>().into_iter().collect());
        bundle.set_use_isolating(false);
        // The window's tests parse both files; a line that does not parse is left out here.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { bundle, english }
    }

    /// Whether this is English.
    pub fn is_english(&self) -> bool {
        self.english
    }

    /// The text of a message, or its name where there is none.
    pub fn say(&self, id: &str, args: &BTreeMap<String, String>) -> String {
        self.find(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// The text of a message that names nothing.
    pub fn text(&self, id: &str) -> String {
        self.say(id, &BTreeMap::new())
    }

    /// The text of a message with what it names.
    pub fn with(&self, id: &str, args: &[(&str, &str)]) -> String {
        let args = args.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        self.say(id, &args.collect())
    }

    /// The label of a value in a list of choices; a value that a newer version wrote is said as it is.
    pub fn choice(&self, list: &str, value: &str) -> String {
        let id = format!("{list}-{}", value.replace('+', "plus"));
        self.find(&id, &BTreeMap::new()).unwrap_or_else(|| value.to_owned())
    }

    /// A day as people say it: “25 november 2026”.
    pub fn day(&self, day: NaiveDate) -> String {
        let month = self.text(&format!("month-{}", day.month()));
        self.with(
            "day-said",
            &[("day", &day.day().to_string()), ("month", &month), ("year", &day.year().to_string())],
        )
    }

    fn find(&self, id: &str, args: &BTreeMap<String, String>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let args: FluentArgs<'_> = args.iter().map(|(key, text)| (key.as_str(), value(key, text))).collect();
        Some(self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }
}

/// A count chooses between one and more of something; elsewhere digits may be part of an id.
fn value<'a>(key: &str, text: &'a str) -> FluentValue<'a> {
    if key == "count" { FluentValue::try_number(text) } else { FluentValue::from(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_said_in_both_languages() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        assert_eq!(Words::of(None).day(day), "1 maart 2026");
        assert_eq!(Words::of(Some("en-GB")).day(day), "1 March 2026");
    }

    #[test]
    fn a_choice_of_a_newer_version_is_said_as_it_is() {
        let words = Words::of(None);
        assert_eq!(words.choice("age", "80+"), "80 of ouder");
        assert_eq!(words.choice("age", "120+"), "120+");
    }
}
