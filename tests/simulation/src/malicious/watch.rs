//! Looking at everything that was ever put on the storage with every key that a villain ever had.

use anyhow::{Result, ensure};
use dossier::DossierId;
use exchange::EnvelopePart;

use super::case::Human;
use super::circle::Circle;
use super::theft::Theft;
use crate::changes::changes_in;

/// The digest of no statements, and of no devices.
const NOTHING: [u8; 32] = [0; 32];

impl Circle {
    /// Tries to open what was put on the storage since the last time.
    pub(crate) fn look_at_what_is_new(&mut self) -> Result<()> {
        let from = self.watch.seen;
        self.look_from(from)
    }

    /// Tries to open everything that was ever put on the storage.
    pub(crate) fn look_at_everything(&mut self) -> Result<()> {
        self.look_from(0)
    }

    fn look_from(&mut self, from: usize) -> Result<()> {
        let ever = self.store.ever.take().unwrap_or_default();
        for (place, (to, bytes)) in ever.iter().enumerate().skip(from) {
            for villain in self.villains() {
                if self.watch.done.contains(&(place, villain)) {
                    continue;
                }
                self.watch.tried += 1;
                let Some(content) = self.people[villain].ring.open(to, bytes) else { continue };
                self.watch.opened += 1;
                self.watch.done.insert((place, villain));
                let sender = self.human(&content.sender.person());
                if sender.is_some_and(|sender| self.people[sender].honest) {
                    content.parts.iter().try_for_each(|part| self.may_read(villain, part))?;
                }
            }
        }
        self.watch.seen = ever.len();
        self.store.ever = Some(ever);
        Ok(())
    }

    /// Checks that a villain may read a part of an envelope that an honest computer sealed.
    fn may_read(&self, villain: Human, part: &EnvelopePart) -> Result<()> {
        let name = &self.people[villain].name;
        match part {
            EnvelopePart::Changes { dossier, changes, .. } => {
                self.may_know(villain, dossier)?;
                for change in changes_in(changes) {
                    let word = self.watch.words.get(&change.hash).map(|word| &self.words[*word]);
                    if let Some(word) = word {
                        ensure!(!word.forbidden.contains(&villain), "{name} reads {}", word.text);
                    }
                }
                Ok(())
            }
            // That nothing is here says everybody who is asked by somebody without a role.
            EnvelopePart::Have { statements: NOTHING, documents, devices: NOTHING, .. }
                if documents.is_empty() =>
            {
                Ok(())
            }
            EnvelopePart::Charter { dossier, .. } | EnvelopePart::Have { dossier, .. } => {
                self.may_know(villain, dossier)
            }
            EnvelopePart::Adopt { adoption } => {
                // What a computer was sent before it was stolen, it may be sent twice.
                let had = |theft: &Theft| theft.thief == villain && theft.person == adoption.person();
                ensure!(self.theft.as_ref().is_some_and(had), "{name} has the key of a person");
                Ok(())
            }
            EnvelopePart::Device { .. } | EnvelopePart::Succeeded { .. } => Ok(()),
        }
    }

    /// Checks that a villain ever had a role in a dossier.
    fn may_know(&self, villain: Human, dossier: &DossierId) -> Result<()> {
        let Some(case) = self.cases.iter().position(|case| case.id == *dossier) else { return Ok(()) };
        let may = self.cases[case].was_in_bad_hands || self.cases[case].ever.contains(&villain);
        ensure!(may, "{} learns of dossier {case}", self.people[villain].name);
        Ok(())
    }
}
