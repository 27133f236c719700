//! `at-once`: what two people changed at the same time. Conflicts are listed with numbers and settled by
//! number.

use clap::Subcommand;
use coach::Desk;
use coach::dossier::RecordRef;
use coach::dossier::at_once::{About, ConflictCard, Shown};
use coach::dossier::author::{Said, Who};

use crate::failure::Failure;
use crate::print::Printer;

#[derive(Subcommand)]
pub(crate) enum AtOnceCommand {
    /// Lists what two people changed at the same time in a dossier, with the values to choose from.
    List {
        /// The dossier's id, as `dossier list` prints it.
        id: String,
    },
    /// Chooses one of the values of a conflict.
    Settle {
        /// The dossier's id, as `dossier list` prints it.
        id: String,
        /// The number of the conflict, as `at-once list` prints it.
        number: usize,
        /// The number of the value, as `at-once list` prints it below the conflict.
        value: usize,
    },
}

/// Runs a command on what two people changed at the same time.
pub(crate) fn run(desk: &mut Desk, command: &AtOnceCommand, printer: &Printer) -> Result<(), Failure> {
    match command {
        AtOnceCommand::List { id } => list(desk, id, printer),
        AtOnceCommand::Settle { id, number, value } => settle(desk, id, *number, *value, printer),
    }
}

fn list(desk: &mut Desk, id: &str, printer: &Printer) -> Result<(), Failure> {
    printer.either(&desk.conflicts(&id.parse()?)?, |conflicts| {
        if conflicts.is_empty() {
            printer.line(printer.text("differences-none"));
        }
        let words = Words(printer);
        for (number, conflict) in (1..).zip(conflicts) {
            printer.line(format_args!("{number}  {}", words.question(conflict)));
            for (choice, answer) in (1..).zip(&conflict.answers) {
                let said = answer.said.as_ref().map(|said| format!("  ({})", words.author(said)));
                printer.line(format_args!(
                    "   {choice}  {}{}",
                    words.value(&answer.shown),
                    said.unwrap_or_default()
                ));
            }
        }
    });
    Ok(())
}

fn settle(desk: &mut Desk, id: &str, number: usize, choice: usize, printer: &Printer) -> Result<(), Failure> {
    let id = id.parse()?;
    let conflicts = desk.conflicts(&id)?;
    let conflict = number.checked_sub(1).and_then(|index| conflicts.get(index));
    let conflict = conflict.ok_or(Failure::NoSuchConflict { number })?;
    let answer = choice.checked_sub(1).and_then(|index| conflict.answers.get(index));
    let answer = answer.ok_or(Failure::NoSuchAnswer { number: choice })?;
    desk.edit(&id, &answer.edit)?;
    printer.done();
    Ok(())
}

/// The sentences of this command.
struct Words<'a>(&'a Printer);

impl Words<'_> {
    /// Returns the message `id`, or the message `other` if `id` does not exist.
    fn either(&self, id: &str, other: &str) -> String {
        match self.0.text(id) {
            text if text == id => self.0.text(other),
            text => text,
        }
    }

    /// Returns the question that a conflict asks.
    fn question(&self, conflict: &ConflictCard) -> String {
        let kind = match &conflict.place {
            RecordRef::Profile => "profile",
            RecordRef::Record { kind, .. } => kind.as_str(),
        };
        let name = match conflict.name.trim() {
            "" => self.0.text(&format!("record-{kind}")),
            name => name.to_owned(),
        };
        match &conflict.about {
            About::Field { field } => {
                let field = self.either(&format!("field-{kind}-{field}"), &format!("field-{field}"));
                self.0.with("at-once-field", &[("name", &name), ("field", &field)])
            }
            About::Removal { removed, changed } => {
                let (remover, changer) = (self.who(&removed.by, ""), self.who(&changed.by, "-within"));
                let args = [("name", &*name), ("remover", &*remover), ("changer", &*changer)];
                self.0.with("at-once-removal", &args)
            }
        }
    }

    /// Returns a value to choose.
    fn value(&self, shown: &Shown) -> String {
        match shown {
            Shown::Nothing => self.0.text("at-once-nothing"),
            Shown::Yes => self.0.text("at-once-yes"),
            Shown::No => self.0.text("at-once-no"),
            Shown::Choices { list, values } => {
                let label = |value: &String| self.0.messages().choice(list, value);
                values.iter().map(label).collect::<Vec<_>>().join(", ")
            }
            Shown::Day { day } => day.to_string(),
            Shown::Spot => self.0.text("at-once-spot"),
            Shown::Text { text } => text.clone(),
            Shown::Restore => self.0.text("at-once-restore"),
            Shown::LeaveOut => self.0.text("at-once-leave-out"),
        }
    }

    /// Returns the author of a value and the time.
    fn author(&self, said: &Said) -> String {
        let (day, time) = (said.at.format("%Y-%m-%d").to_string(), said.at.format("%H:%M UTC").to_string());
        let who = self.who(&said.by, "");
        self.0.with("at-once-said", &[("who", &who), ("day", &day), ("time", &time)])
    }

    /// Returns a person's name, in the form for the beginning of a sentence or with `-within` for its middle.
    fn who(&self, who: &Who, within: &str) -> String {
        match who {
            Who::Me => self.0.text(&format!("who-me{within}")),
            Who::Colleague { name } => name.clone(),
            Who::Somebody => self.0.text(&format!("who-somebody{within}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Messages;

    #[test]
    fn every_kind_of_record_and_every_field_has_a_name_in_both_languages() {
        for language in [None, Some("en")] {
            let printer = Printer::new(false, Messages::of(language));
            let words = Words(&printer);
            for (kind, fields) in coach::dossier::at_once::fields() {
                assert_ne!(printer.text(&format!("record-{kind}")), format!("record-{kind}"));
                for field in fields {
                    let id = format!("field-{field}");
                    assert_ne!(words.either(&format!("field-{kind}-{field}"), &id), id);
                }
            }
            let shown = [Shown::Nothing, Shown::Yes, Shown::No, Shown::Spot, Shown::Restore, Shown::LeaveOut];
            assert!(shown.iter().all(|shown| !words.value(shown).starts_with("at-once")));
        }
    }
}
