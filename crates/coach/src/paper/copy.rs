//! The full copy that a client may ask for: everything in the dossier in a readable order, the people who
//! share it and the consent for that, and a list of what is not in it.

use dossier::Record;
use dossier::model::{Life, Organisation, Person};
use interchange::paper::{Block, Fact};

use super::material::{Material, paragraphs};
use super::records::{facts, table};
use crate::environment::day;

pub(super) fn parts(of: &Material<'_>) -> Vec<Block> {
    let view = &of.view;
    let mut parts = vec![of.heading("paper-copy-about-you"), facts(of, &view.profile, &["name"])];
    parts.extend(shared(of));
    parts.extend(each(of, "paper-copy-people", &view.people, |one: &Person| one.name.clone(), &["name"]));
    let organisation = |one: &Organisation| one.name.clone();
    parts.extend(each(of, "paper-copy-organisations", &view.organisations, organisation, &["name"]));
    parts.extend(rows(of, "paper-copy-ties", &view.ties));
    parts.extend(rows(of, "paper-copy-partnerships", &view.partnerships));
    parts.extend(rows(of, "paper-copy-parentages", &view.parentages));
    parts.extend(rows(of, "paper-copy-wishes", &view.wishes));
    let life = |one: &Life| of.choice(&one.dimension).unwrap_or_default();
    parts.extend(each(of, "paper-copy-life", &view.life, life, &["dimension"]));
    parts.extend(each(of, "paper-copy-needs", &view.needs, |one| one.title.clone(), &["title"]));
    parts.extend(rows(of, "paper-copy-talents", &view.talents));
    parts.extend(rows(of, "paper-copy-roles", &view.roles));
    parts.extend(rows(of, "paper-copy-resistances", &view.resistances));
    parts.extend(each(of, "paper-copy-goals", &view.goals, |one| one.title.clone(), &["title"]));
    parts.extend(each(of, "paper-copy-actions", &view.actions, |one| one.title.clone(), &["title"]));
    let approach = |one: &dossier::model::Approach| of.choice(&one.method).unwrap_or_default();
    parts.extend(each(of, "paper-copy-approaches", &view.approaches, approach, &["method"]));
    parts.extend(rows(of, "paper-copy-moments", &view.moments));
    parts.extend(rows(of, "paper-copy-measurements", &view.measurements));
    parts.extend(rows(of, "paper-copy-passages", &view.passages));
    parts.extend(rows(of, "paper-copy-check-ins", &view.check_ins));
    parts.extend(supervision(of));
    parts.extend(notes(of));
    parts.extend(rows(of, "paper-copy-own-methods", &view.own_methods));
    parts.extend(honestly(of));
    parts
}

/// Returns records of one kind, each under its own heading.
fn each<R: Record>(
    of: &Material<'_>,
    heading: &str,
    records: &[R],
    called: impl Fn(&R) -> String,
    said: &[&str],
) -> Vec<Block> {
    let told = records.iter().flat_map(|record| {
        let known = facts(of, record, said);
        let nothing = matches!(&known, Block::Facts { lines } if lines.is_empty());
        [Some(Block::under(called(record))), (!nothing).then_some(known)].into_iter().flatten()
    });
    let told: Vec<Block> = told.collect();
    under(of, heading, told)
}

/// Returns records of one kind in a table.
fn rows<R: Record>(of: &Material<'_>, heading: &str, records: &[R]) -> Vec<Block> {
    under(of, heading, table(of, records).into_iter().collect())
}

/// Adds a heading above blocks. Returns no blocks if there are none.
fn under(of: &Material<'_>, heading: &str, parts: Vec<Block>) -> Vec<Block> {
    if parts.is_empty() { parts } else { [of.heading(heading)].into_iter().chain(parts).collect() }
}

/// Returns the people who share the dossier, the consent for it, and the history of both.
fn shared(of: &Material<'_>) -> Vec<Block> {
    let mut parts = vec![of.heading("paper-copy-shared")];
    let Some(charter) = &of.charter else {
        parts.push(of.told("paper-copy-not-shared"));
        return parts;
    };
    let word = |value: serde_json::Result<serde_json::Value>| {
        value.ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    };
    let members = charter.members.iter().map(|member| Fact {
        name: member.name.clone(),
        says: of.say(&format!("member-{}", word(serde_json::to_value(member.role))), &[]),
    });
    parts.push(Block::Facts { lines: members.collect() });
    let consents = charter.consents.iter().map(|consent| {
        vec![
            consent.purpose.clone(),
            consent.given_by.clone(),
            of.words.choice("consent-how", &word(serde_json::to_value(consent.how))),
            of.words.day(day(consent.at)),
            of.day(consent.until).unwrap_or_default(),
        ]
    });
    let consents: Vec<_> = consents.collect();
    if !consents.is_empty() {
        let head = [
            "paper-consent-purpose",
            "paper-consent-by",
            "paper-consent-how",
            "field-day",
            "paper-consent-until",
        ];
        parts.extend([Block::under(of.say("paper-copy-consent", &[])), of.table(&head, consents)]);
    }
    let story = charter.story.iter();
    let story = story.map(|line| format!("{}: {}", of.words.day(day(line.at)), of.message(&line.message)));
    let lines: Vec<String> = story.collect();
    if !lines.is_empty() {
        parts.extend([Block::under(of.say("story-title", &[])), Block::List { lines }]);
    }
    parts
}

/// Returns the questions to colleagues, each followed by its answers.
fn supervision(of: &Material<'_>) -> Vec<Block> {
    let all = &of.view.supervision;
    let asks = |id: &dossier::SupervisionId| all.iter().any(|one| one.id == *id);
    let mut parts = Vec::new();
    // An answer whose question was removed is printed by itself.
    for question in all.iter().filter(|one| !one.reply_to.as_ref().is_some_and(asks)) {
        parts.push(Block::under(of.dated("paper-question", question)));
        parts.extend(paragraphs(&question.words.0));
        for answer in all.iter().filter(|one| one.reply_to.as_ref() == Some(&question.id)) {
            parts.push(Block::quiet(of.dated("paper-answer", answer)));
            parts.extend(paragraphs(&answer.words.0));
        }
        if question.settled {
            parts.push(Block::quiet(of.say("field-settled", &[])));
        }
    }
    under(of, "paper-copy-supervision", parts)
}

fn notes(of: &Material<'_>) -> Vec<Block> {
    let mut parts = Vec::new();
    for note in of.notes() {
        parts.push(Block::under(of.note(note)));
        let known = facts(of, note, &["title", "day"]);
        if !matches!(&known, Block::Facts { lines } if lines.is_empty()) {
            parts.push(known);
        }
        parts.extend(of.text(&note.id));
    }
    under(of, "paper-copy-notes", parts)
}

/// Returns what is not in the copy, and what else the client can ask for.
fn honestly(of: &Material<'_>) -> Vec<Block> {
    let lines = ["own-notes", "taken-out", "others", "beside", "rights"];
    let told = lines.map(|line| of.told(&format!("paper-copy-{line}")));
    [of.heading("paper-copy-honestly")].into_iter().chain(told).collect()
}
