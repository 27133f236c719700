//! What two people did at once, at the terminal: listed with numbers, and settled by them.

use std::collections::BTreeMap;

use coach::Desk;
use coach::dossier::Place;
use coach::dossier::at_once::{About, Difference, Said, Shown, Who};

use crate::arguments::together::TogetherCommand;
use crate::commands::Printer;
use crate::failure::Failure;
use crate::messages::Messages;

pub(crate) fn run(
    desk: &mut Desk,
    command: &TogetherCommand,
    printer: &Printer,
    messages: &Messages,
) -> Result<(), Failure> {
    match command {
        TogetherCommand::Differences { id } => list(desk, id, printer, messages),
        TogetherCommand::Settle { id, number, value } => settle(desk, id, *number, *value, printer),
    }
}

/// Lists what is open in a dossier.
fn list(desk: &mut Desk, id: &str, printer: &Printer, messages: &Messages) -> Result<(), Failure> {
    let differences = desk.differences(&id.parse()?)?;
    if printer.json {
        printer.json(&differences);
        return Ok(());
    }
    if differences.is_empty() {
        println!("{}", messages.say("differences-none", &BTreeMap::new()));
    }
    let words = Words(messages);
    for (number, difference) in (1..).zip(&differences) {
        println!("{number}  {}", words.asks(difference));
        for (choice, answer) in (1..).zip(&difference.answers) {
            let said = answer.said.as_ref().map(|said| format!("  ({})", words.said(said)));
            println!("   {choice}  {}{}", words.shown(&answer.shown), said.unwrap_or_default());
        }
    }
    Ok(())
}

/// Chooses an answer, both by their number in the list.
fn settle(desk: &mut Desk, id: &str, number: usize, choice: usize, printer: &Printer) -> Result<(), Failure> {
    let id = id.parse()?;
    let differences = desk.differences(&id)?;
    let difference = number.checked_sub(1).and_then(|place| differences.get(place));
    let difference = difference.ok_or(Failure::NoSuchDifference { number })?;
    let answer = choice.checked_sub(1).and_then(|place| difference.answers.get(place));
    let answer = answer.ok_or(Failure::NoSuchAnswer { number: choice })?;
    desk.edit(&id, &answer.edit)?;
    printer.done();
    Ok(())
}

struct Words<'a>(&'a Messages);

impl Words<'_> {
    fn say(&self, id: &str, args: &[(&str, String)]) -> String {
        let args = args.iter().map(|(key, text)| ((*key).to_owned(), text.clone())).collect();
        self.0.say(id, &args)
    }

    /// A message, or another where there is none of that name.
    fn either(&self, id: &str, other: &str) -> String {
        match self.say(id, &[]) {
            text if text == id => self.say(other, &[]),
            text => text,
        }
    }

    fn asks(&self, difference: &Difference) -> String {
        let kind = match &difference.place {
            Place::Profile => "profile",
            Place::Record { kind, .. } => kind.as_str(),
        };
        let name = match difference.name.trim() {
            "" => self.say(&format!("record-{kind}"), &[]),
            name => name.to_owned(),
        };
        match &difference.about {
            About::Field { field } => {
                let field = self.either(&format!("field-{kind}-{field}"), &format!("field-{field}"));
                self.say("at-once-field", &[("name", name), ("field", field)])
            }
            About::Removal { removed, changed } => {
                let (remover, changer) = (self.who(&removed.by, ""), self.who(&changed.by, "-within"));
                self.say("at-once-removal", &[("name", name), ("remover", remover), ("changer", changer)])
            }
        }
    }

    fn shown(&self, shown: &Shown) -> String {
        match shown {
            Shown::Nothing => self.say("at-once-nothing", &[]),
            Shown::Choices { list, values } => {
                let label = |value: &String| {
                    let id = format!("{list}-{}", value.replace('+', "plus"));
                    // A value that a newer version wrote is shown as it is.
                    Some(self.say(&id, &[])).filter(|text| *text != id).unwrap_or_else(|| value.clone())
                };
                values.iter().map(label).collect::<Vec<_>>().join(", ")
            }
            Shown::Day { day } => day.to_string(),
            Shown::Spot => self.say("at-once-spot", &[]),
            Shown::Text { text } => text.clone(),
            Shown::Restore => self.say("at-once-restore", &[]),
            Shown::LeaveOut => self.say("at-once-leave-out", &[]),
        }
    }

    fn said(&self, said: &Said) -> String {
        let (day, time) = (said.at.format("%Y-%m-%d").to_string(), said.at.format("%H:%M UTC").to_string());
        self.say("at-once-said", &[("who", self.who(&said.by, "")), ("day", day), ("time", time)])
    }

    fn who(&self, who: &Who, within: &str) -> String {
        match who {
            Who::Me => self.say(&format!("who-me{within}"), &[]),
            Who::Colleague { name } => name.clone(),
            Who::Somebody => self.say(&format!("who-somebody{within}"), &[]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_record_and_every_field_has_a_name_in_both_languages() {
        for language in [None, Some("en")] {
            let messages = Messages::of(language);
            let words = Words(&messages);
            for (kind, fields) in coach::dossier::at_once::fields() {
                assert_ne!(words.say(&format!("record-{kind}"), &[]), format!("record-{kind}"));
                for field in fields {
                    let id = format!("field-{field}");
                    assert_ne!(words.either(&format!("field-{kind}-{field}"), &id), id);
                }
            }
            let shown = [Shown::Nothing, Shown::Spot, Shown::Restore, Shown::LeaveOut];
            assert!(shown.iter().all(|shown| !words.shown(shown).starts_with("at-once")));
        }
    }
}
