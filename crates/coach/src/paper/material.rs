//! What a paper is made of: the dossier as it stands, and the words to tell it in.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use dossier::model::{Note, Person};
use dossier::{Choice, Dossier, MemberId, NoteId};
use interchange::paper::{Block, Fact};
use words::Words;

use crate::carer::CarerCard;
use crate::dossier::view::DossierView;
use crate::message::Message;
use crate::network::quality::FindingCard;
use crate::people::views::CharterView;

/// A dossier as it stands, ready to be told.
pub(super) struct Material<'a> {
    pub(super) words: &'a Words,
    pub(super) dossier: &'a Dossier,
    pub(super) view: DossierView,
    /// Texts of the last notes.
    pub(super) texts: Vec<(NoteId, String)>,
    pub(super) findings: Vec<FindingCard>,
    pub(super) charter: Option<CharterView>,
    pub(super) carers: Vec<CarerCard>,
    pub(super) today: NaiveDate,
    pub(super) coach: String,
}

impl Material<'_> {
    /// A sentence; it can always name the client, the coach and today.
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

    /// What is known; what is not is left out.
    pub(super) fn facts<const N: usize>(&self, facts: [(&str, Option<String>); N]) -> Block {
        let known = facts.into_iter().filter_map(|(id, says)| {
            let says = says.filter(|says| !says.trim().is_empty())?;
            Some(Fact { name: self.say(id, &[]), says })
        });
        Block::Facts { lines: known.collect() }
    }

    /// The label of a choice.
    pub(super) fn choice<C: Choice>(&self, choice: &Option<C>) -> Option<String> {
        choice.as_ref().map(|choice| self.words.choice(C::LIST, choice.as_str()))
    }

    pub(super) fn day(&self, day: Option<NaiveDate>) -> Option<String> {
        day.map(|day| self.words.day(day))
    }

    /// A day and, where it is known, the hour (in minutes after midnight).
    pub(super) fn moment(&self, day: NaiveDate, minutes: Option<u16>) -> String {
        let day = self.words.day(day);
        match minutes {
            Some(minutes) => self.say("paper-day-and-time", &[("day", &day), ("time", &clock(minutes))]),
            None => day,
        }
    }

    /// What a member of the network is called.
    pub(super) fn member(&self, member: &Option<MemberId>) -> Option<String> {
        let name = self.dossier.name_by_id(&member.as_ref()?.to_string());
        (!name.is_empty()).then_some(name)
    }

    /// What somebody is to the client, as people say it: “zoon”.
    pub(super) fn kin(&self, person: &Person) -> Option<String> {
        let relation = person.relation.as_ref()?.as_str();
        let gender = person.gender.as_ref().map_or("", Choice::as_str);
        Some(self.say("paper-kin", &[("relation", relation), ("gender", gender)]))
    }

    /// The title of a method: an organisation's own says it in its file.
    pub(super) fn method_title(&self, method: &str) -> String {
        let own = self.dossier.method_named(method).and_then(|path| path.title.clone());
        own.unwrap_or_else(|| self.words.choice("method", method))
    }

    /// The title of a step of a method.
    pub(super) fn step(&self, method: &str, step: &str) -> String {
        let path = self.dossier.method_named(method);
        let own = path.as_ref().and_then(|path| path.step(step)?.title.clone());
        own.unwrap_or_else(|| self.words.choice(&format!("step-{method}"), step))
    }

    /// The next contact, where one was agreed.
    pub(super) fn next_contact(&self) -> Option<String> {
        let coming = self.notes().filter_map(|note| Some((note.next?, note.next_time)));
        let (day, time) = coming.filter(|(day, _)| *day >= self.today).min()?;
        Some(self.moment(day, time))
    }

    /// What stands around notes, newest first.
    pub(super) fn notes(&self) -> impl Iterator<Item = &Note> {
        self.view.notes.iter().map(|card| &card.note)
    }

    /// A note's text in paragraphs, where it was asked for.
    pub(super) fn text(&self, note: &NoteId) -> Vec<Block> {
        let text = self.texts.iter().find(|(id, _)| id == note).map(|(_, text)| text.as_str());
        text.into_iter().flat_map(paragraphs).collect()
    }

    /// What a note is called: its title, or what kind of contact it tells of.
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

/// The lines of a text, each told by itself.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = Block> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(Block::told)
}

/// Minutes after midnight as a clock shows them.
pub(super) fn clock(minutes: u16) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// A text that says something.
pub(super) fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
