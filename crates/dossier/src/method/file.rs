//! A method's file, in TOML: read strictly, since a slip that is passed over would show to the client as a step that lacks.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{METHOD_FORMAT, MethodError, MethodPath, MethodStep, Phase, WorkArea, abouts, shipped};
use crate::choice::Choice;
use crate::validity::LONGEST_PROSE;

const MOST_STEPS: usize = 30;
const MOST_QUESTIONS: usize = 6;
/// The longest name, title and sentence, in characters.
const NAME: usize = 40;
const TITLE: usize = 60;
const SENTENCE: usize = 300;

const METHOD_KEYS: &[&str] = &["kring-method", "name", "title", "step"];
const STEP_KEYS: &[&str] = &["name", "phase", "about", "title", "purpose", "questions"];

/// Where the titles and questions of a method stand.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Titles {
    /// In the message files, since the method ships.
    InMessages,
    /// In the method's own file.
    InFile,
}

pub(super) fn read(text: &str, titles: Titles) -> Result<MethodPath, MethodError> {
    // A file goes along in a field of the record.
    if text.chars().count() > LONGEST_PROSE {
        return Err(MethodError::TooLarge { most: LONGEST_PROSE });
    }
    let file = File { text, titles };
    let unreadable = |error: toml::de::Error| MethodError::Unreadable {
        line: error.span().map_or(1, |span| file.line(&span)),
    };
    let table = DeTable::parse(text).map_err(unreadable)?.into_inner();
    match table.get("kring-method").map(|format| format.get_ref()) {
        Some(DeValue::Integer(format)) => match i64::from_str_radix(format.as_str(), format.radix()) {
            Ok(METHOD_FORMAT) => {}
            Ok(found) if found > METHOD_FORMAT => return Err(MethodError::NewerFormat { found }),
            _ => return Err(MethodError::NotAMethod),
        },
        _ => return Err(MethodError::NotAMethod),
    }
    file.method(&table)
}

struct File<'a> {
    text: &'a str,
    titles: Titles,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl File<'_> {
    fn method(&self, table: &DeTable<'_>) -> Result<MethodPath, MethodError> {
        self.known(table, METHOD_KEYS)?;
        let (line, name) = self.name(table, 1)?;
        let own = self.titles == Titles::InFile;
        if own && shipped().iter().any(|path| path.name == name) {
            return Err(MethodError::NameTaken { line, name });
        }
        let title = self.own_line(table, "title", TITLE, 1)?;
        let count = MethodError::StepCount { most: MOST_STEPS };
        let steps = table.get("step").ok_or(count.clone())?;
        let (line, DeValue::Array(steps)) = (self.line(&steps.span()), steps.get_ref()) else {
            return Err(MethodError::WrongKind { line: self.line(&steps.span()), key: "step" });
        };
        if steps.is_empty() || steps.len() > MOST_STEPS {
            return Err(count);
        }
        let (mut phases, mut names) = (Vec::<Phase>::new(), BTreeSet::new());
        for step in steps.iter() {
            let DeValue::Table(step_table) = step.get_ref() else {
                return Err(MethodError::WrongKind { line, key: "step" });
            };
            let (phase, step) = self.step(step_table, self.line(&step.span()), &mut names)?;
            let (line, phase) = phase;
            let continues = phases.last().is_some_and(|last| last.name == phase);
            if !continues && phases.iter().any(|above| above.name == phase) {
                return Err(MethodError::PhaseApart { line, phase });
            }
            match phases.last_mut().filter(|_| continues) {
                Some(last) => last.steps.push(step),
                None => phases.push(Phase { name: phase, steps: vec![step] }),
            }
        }
        Ok(MethodPath { name, title, phases })
    }

    /// A step, and the phase it says it is in.
    fn step(
        &self,
        table: &DeTable<'_>,
        begins: usize,
        names: &mut BTreeSet<String>,
    ) -> Result<((usize, String), MethodStep), MethodError> {
        self.known(table, STEP_KEYS)?;
        let (line, name) = self.name(table, begins)?;
        if !names.insert(name.clone()) {
            return Err(MethodError::TwiceNamed { line, name });
        }
        let about = table.get("about").ok_or(MethodError::Missing { line: begins, key: "about" })?;
        let (line, about) = self.text(about, "about", NAME)?;
        let about = WorkArea::known(&about).ok_or_else(|| MethodError::UnknownPart {
            line,
            about,
            known: abouts(),
        })?;
        let phase = match table.get("phase") {
            Some(phase) => self.text(phase, "phase", TITLE)?,
            None => (begins, String::new()),
        };
        let step = MethodStep {
            name,
            about,
            title: self.own_line(table, "title", TITLE, begins)?,
            purpose: self.own_line(table, "purpose", SENTENCE, begins)?,
            questions: self.questions(table)?,
        };
        Ok((phase, step))
    }

    fn questions(&self, table: &DeTable<'_>) -> Result<Vec<String>, MethodError> {
        let Some(questions) = table.get("questions").filter(|_| self.titles == Titles::InFile) else {
            return Ok(Vec::new());
        };
        let line = self.line(&questions.span());
        let DeValue::Array(array) = questions.get_ref() else {
            return Err(MethodError::WrongKind { line, key: "questions" });
        };
        if array.len() > MOST_QUESTIONS {
            return Err(MethodError::TooManyQuestions { line, most: MOST_QUESTIONS });
        }
        array.iter().map(|question| Ok(self.text(question, "questions", SENTENCE)?.1)).collect()
    }

    /// A line that only an own method has, and needs.
    fn own_line(
        &self,
        table: &DeTable<'_>,
        key: &'static str,
        most: usize,
        begins: usize,
    ) -> Result<Option<String>, MethodError> {
        match (table.get(key), self.titles) {
            (_, Titles::InMessages) => Ok(None),
            (None, Titles::InFile) => Err(MethodError::Missing { line: begins, key }),
            (Some(value), Titles::InFile) => Ok(Some(self.text(value, key, most)?.1)),
        }
    }

    /// A name is part of records and of messages: small letters, digits and hyphens.
    fn name(&self, table: &DeTable<'_>, begins: usize) -> Result<(usize, String), MethodError> {
        let name = table.get("name").ok_or(MethodError::Missing { line: begins, key: "name" })?;
        let (line, name) = self.text(name, "name", NAME)?;
        let fits = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if fits { Ok((line, name)) } else { Err(MethodError::BadName { line, name }) }
    }

    fn text(
        &self,
        value: &Value<'_>,
        key: &'static str,
        most: usize,
    ) -> Result<(usize, String), MethodError> {
        let line = self.line(&value.span());
        let DeValue::String(text) = value.get_ref() else { return Err(MethodError::WrongKind { line, key }) };
        let text = text.trim();
        let fits = !text.is_empty() && text.chars().count() <= most && !text.chars().any(char::is_control);
        if fits { Ok((line, text.to_owned())) } else { Err(MethodError::NoLine { line, key, most }) }
    }

    fn known(&self, table: &DeTable<'_>, keys: &[&str]) -> Result<(), MethodError> {
        match table.keys().find(|key| !keys.contains(&key.get_ref().as_ref())) {
            None => Ok(()),
            Some(key) => Err(MethodError::UnknownKey {
                line: self.line(&key.span()),
                key: key.get_ref().chars().take(NAME).collect(),
                known: keys.join(", "),
            }),
        }
    }

    /// The line in the file, from 1.
    fn line(&self, span: &Range<usize>) -> usize {
        let before = self.text.as_bytes().get(..span.start).unwrap_or_default();
        before.iter().filter(|byte| **byte == b'\n').count() + 1
    }
}
