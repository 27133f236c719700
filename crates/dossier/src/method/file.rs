//! The file of a method, in TOML. It is read strictly, because a typing error that is ignored would show to
//! the client as a missing step.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::MethodError;
use super::path::{MethodPath, MethodStep, Phase};
use super::work_area::{WorkArea, work_area_names};
use crate::choice::Choice;
use crate::validity::LONGEST_PROSE;

/// The format of the file of a method that this version reads.
pub const METHOD_FORMAT: i64 = 1;

/// The most steps of a method.
const MOST_STEPS: usize = 30;
/// The most questions of a step.
const MOST_QUESTIONS: usize = 6;
/// The most characters of a name.
const NAME: usize = 40;
/// The most characters of a title.
const TITLE: usize = 60;
/// The most characters of a sentence.
const SENTENCE: usize = 300;

const METHOD_KEYS: &[&str] = &["kring-method", "name", "title", "step"];
const STEP_KEYS: &[&str] = &["name", "phase", "about", "title", "purpose", "questions"];

/// The place of the titles and questions of a method.
#[derive(Clone, Copy)]
pub(super) enum Titles<'a> {
    /// The message files have the titles, since the method ships.
    InMessages,
    /// The file has the titles, since the method is an organisation's own.
    InFile {
        /// The methods whose names are taken: those that ship.
        taken: &'a [MethodPath],
    },
}

/// Reads a method from the text of its file.
pub(super) fn read(text: &str, titles: Titles<'_>) -> Result<MethodPath, MethodError> {
    // A dossier that follows the method holds its file in a field of prose.
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

/// The file that is being read.
struct File<'a> {
    text: &'a str,
    titles: Titles<'a>,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl File<'_> {
    /// Reads the whole method.
    fn method(&self, table: &DeTable<'_>) -> Result<MethodPath, MethodError> {
        self.known(table, METHOD_KEYS)?;
        let (line, name) = self.name(table, 1)?;
        if let Titles::InFile { taken } = self.titles
            && taken.iter().any(|path| path.name == name)
        {
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

    /// Reads a step, and the phase that it names.
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
            known: work_area_names(),
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
        let questions = match self.titles {
            Titles::InFile { .. } => table.get("questions"),
            Titles::InMessages => None,
        };
        let Some(questions) = questions else { return Ok(Vec::new()) };
        let line = self.line(&questions.span());
        let DeValue::Array(array) = questions.get_ref() else {
            return Err(MethodError::WrongKind { line, key: "questions" });
        };
        if array.len() > MOST_QUESTIONS {
            return Err(MethodError::TooManyQuestions { line, most: MOST_QUESTIONS });
        }
        array.iter().map(|question| Ok(self.text(question, "questions", SENTENCE)?.1)).collect()
    }

    /// Reads a line that a method of an organisation's own needs, and that no other has.
    fn own_line(
        &self,
        table: &DeTable<'_>,
        key: &'static str,
        most: usize,
        begins: usize,
    ) -> Result<Option<String>, MethodError> {
        match (table.get(key), self.titles) {
            (_, Titles::InMessages) => Ok(None),
            (None, Titles::InFile { .. }) => Err(MethodError::Missing { line: begins, key }),
            (Some(value), Titles::InFile { .. }) => Ok(Some(self.text(value, key, most)?.1)),
        }
    }

    /// Reads a name. It becomes part of records and messages, so it consists of small letters, digits and
    /// hyphens.
    fn name(&self, table: &DeTable<'_>, begins: usize) -> Result<(usize, String), MethodError> {
        let name = table.get("name").ok_or(MethodError::Missing { line: begins, key: "name" })?;
        let (line, name) = self.text(name, "name", NAME)?;
        let fits = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if fits { Ok((line, name)) } else { Err(MethodError::BadName { line, name }) }
    }

    /// Reads a text of one line.
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

    /// Returns an error if the table has a key that this version does not know.
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

    /// Returns the number of the line in the file, counted from 1.
    fn line(&self, span: &Range<usize>) -> usize {
        let before = self.text.as_bytes().get(..span.start).unwrap_or_default();
        before.iter().filter(|byte| **byte == b'\n').count() + 1
    }
}
