//! The material of a paper: the current dossier, and the texts in a language.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use dossier::model::{Note, Person, Supervision};
use dossier::{Choice, Dossier, MemberId, NoteId};
use interchange::paper::{Block, Fact};
use words::Words;

use crate::carer::CarerCard;
use crate::dossier::view::DossierView;
use crate::message::Message;
use crate::network::finding::FindingCard;
use crate::people::views::CharterView;

/// The current dossier, with the texts of the language to print it in.
pub(super) struct Material<'a> {
    pub(super) words: &'a Words,
    pub(super) dossier: &'a Dossier,
    pub(super) view: DossierView,
    /// The texts of the notes that are printed in full.
    pub(super) texts: Vec<(NoteId, String)>,
    pub(super) findings: Vec<FindingCard>,
    pub(super) charter: Option<CharterView>,
    pub(super) carers: Vec<CarerCard>,
    pub(super) today: NaiveDate,
    pub(super) coach: String,
}

impl Material<'_> {
    /// Returns the text of a message. Every message can contain the names of the client and the coach, and
    /// the current day.
    pub(super) fn say(&self, id: &str, args: &[(&str, &str)]) -> String {
        let today = self.words.day(self.today);
        let always = [("name", self.view.profile.name.as_str()), ("coach", &self.coach), ("today", &today)];
        let args = always.iter().chain(args).map(|(key, text)| ((*key).to_owned(), (*text).to_owned()));
        self.words.say(id, &args.collect::<BTreeMap<_, _>>())
    }

    pub(super) fn message(&self, message: &Message) -> String {
        self.words.say(&message.id, &message.args)
    }

    pub(super) fn heading(&self, id: &str) -> Block {
        Block::heading(self.say(id, &[]))
    }

    pub(super) fn told(&self, id: &str) -> Block {
        Block::told(self.say(id, &[]))
    }

    pub(super) fn quiet(&self, id: &str) -> Block {
        Block::quiet(self.say(id, &[]))
    }

    pub(super) fn table(&self, head: &[&str], rows: Vec<Vec<String>>) -> Block {
        Block::Table { head: head.iter().map(|id| self.say(id, &[])).collect(), rows }
    }

    /// Returns the facts that have a value.
    pub(super) fn facts<const N: usize>(&self, facts: [(&str, Option<String>); N]) -> Block {
        let known = facts.into_iter().filter_map(|(id, says)| {
            let says = says.filter(|says| !says.trim().is_empty())?;
            Some(Fact { name: self.say(id, &[]), says })
        });
        Block::Facts { lines: known.collect() }
    }

    /// Returns the label of a choice.
    pub(super) fn choice<C: Choice>(&self, choice: &Option<C>) -> Option<String> {
        choice.as_ref().map(|choice| self.words.choice(C::LIST, choice.as_str()))
    }

    pub(super) fn day(&self, day: Option<NaiveDate>) -> Option<String> {
        day.map(|day| self.words.day(day))
    }

    /// Returns a day, with the time if it is known. `minutes` are counted from midnight.
    pub(super) fn moment(&self, day: NaiveDate, minutes: Option<u16>) -> String {
        let day = self.words.day(day);
        match minutes {
            Some(minutes) => self.say("paper-day-and-time", &[("day", &day), ("time", &clock(minutes))]),
            None => day,
        }
    }

    /// Returns the name of a member of the network, if the member has one.
    pub(super) fn member(&self, member: &Option<MemberId>) -> Option<String> {
        let name = self.dossier.name_by_id(&member.as_ref()?.to_string());
        (!name.is_empty()).then_some(name)
    }

    /// Returns a person's relation to the client as an everyday word, for example “zoon”.
    pub(super) fn kin(&self, person: &Person) -> Option<String> {
        let relation = person.relation.as_ref()?.as_str();
        let gender = person.gender.as_ref().map_or("", Choice::as_str);
        Some(self.say("paper-kin", &[("relation", relation), ("gender", gender)]))
    }

    /// Returns the title of a method. The title of an organisation's own method comes from its file.
    pub(super) fn method_title(&self, method: &str) -> String {
        let own = self.dossier.method_named(method).and_then(|path| path.title.clone());
        own.unwrap_or_else(|| self.words.choice("method", method))
    }

    /// Returns the title of a step. The title of a step of an organisation's own method comes from its file.
    pub(super) fn step(&self, method: &str, step: &str) -> String {
        let path = self.dossier.method_named(method);
        let own = path.as_ref().and_then(|path| path.step(step)?.title.clone());
        own.unwrap_or_else(|| self.words.choice(&format!("step-{method}"), step))
    }

    /// Returns the next contact, if one was agreed.
    pub(super) fn next_contact(&self) -> Option<String> {
        let coming = self.notes().filter_map(|note| Some((note.next?, note.next_time)));
        let (day, time) = coming.filter(|(day, _)| *day >= self.today).min()?;
        Some(self.moment(day, time))
    }

    /// Returns the notes without their texts, newest first.
    pub(super) fn notes(&self) -> impl Iterator<Item = &Note> {
        self.view.notes.iter().map(|card| &card.note)
    }

    /// Returns the text of a note in paragraphs, if it is printed in full.
    pub(super) fn text(&self, note: &NoteId) -> Vec<Block> {
        let text = self.texts.iter().find(|(id, _)| id == note).map(|(_, text)| text.as_str());
        text.into_iter().flat_map(paragraphs).collect()
    }

    /// Returns the heading of a question to colleagues, or of an answer: the text of the message `id`,
    /// with the day.
    pub(super) fn dated(&self, id: &str, said: &Supervision) -> String {
        let called = self.say(id, &[]);
        self.day(said.day).map_or_else(|| called.clone(), |day| format!("{called}, {day}"))
    }

    /// Returns the heading of a note: the day, and the title or else the kind of contact.
    pub(super) fn note(&self, note: &Note) -> String {
        let title = note.title.clone().filter(|title| !title.trim().is_empty());
        let called = title.or_else(|| self.choice(&note.kind));
        let called = called.unwrap_or_else(|| self.say("paper-note", &[]));
        match note.day {
            Some(day) => format!("{}: {called}", self.words.day(day)),
            None => called,
        }
    }
}

/// Returns the lines of a text as paragraphs.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = Block> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(Block::told)
}

/// Formats minutes after midnight as a clock shows them.
pub(super) fn clock(minutes: u16) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// Returns a text without the spaces around it, or `None` if nothing is left.
pub(super) fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
