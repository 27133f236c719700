//! What two devices tell each other that they hold of a dossier: what lacks is sent, what was lost is sent again.

use dossier::{Arrival, ChangeHash, DocumentName, DossierId};

use crate::content::Part;
use crate::exchange::Exchange;
use crate::home::{Home, Key};
use crate::key::DeviceKey;
use crate::notice::Notice;
use crate::receive::{Reading, Sender};
use crate::state::{Known, Which};

/// How often something that was lost is sent again at once.
const SOON: u32 = 2;
/// The most heads that are remembered of a device that names others which are not here.
const MOST_BEFORE: usize = 32;

impl Exchange {
    /// What this device holds of a dossier.
    pub(crate) fn have<H: Home>(
        &self,
        dossier: &DossierId,
        which: &Which,
        home: &mut H,
    ) -> Result<Part, H::Error> {
        let statements = self.shared.get(dossier).map_or(0, |shared| shared.statements);
        let names = home.documents(dossier)?.into_iter().filter(|name| which.holds(name));
        let documents = names.map(|name| Ok((name.clone(), home.heads(dossier, &name)?)));
        let documents = documents.collect::<Result<Vec<_>, H::Error>>()?;
        let devices = self.devices_digest(dossier);
        Ok(Part::Have { dossier: dossier.clone(), statements, documents, devices })
    }

    /// Notes what the sender says it holds.
    pub(crate) fn note_what_they_have<H: Home>(
        &mut self,
        dossier: &DossierId,
        statements: u64,
        documents: &[(DocumentName, Vec<ChangeHash>)],
        reading: &mut Reading<'_, H>,
    ) -> Result<(), H::Error> {
        let Some(here) = self.shared.get(dossier).map(|shared| shared.statements) else { return Ok(()) };
        let Sender { person, device, acknowledged } = reading.sender;
        let mut known = self.known_now(dossier, reading)?;
        known.statements = statements;
        // What was sent and differs all the same waits for what they have to say.
        let mut lost = statements != here && known.statements_sent != here;
        for (name, heads) in documents {
            let mut theirs = Vec::new();
            for head in heads {
                if reading.knows(dossier, name, *head)? {
                    theirs.push(*head);
                }
            }
            let here = reading.heads(dossier, name)?;
            let there = known.documents.entry(name.clone()).or_default();
            if theirs.len() < heads.len() {
                // They hold something that is not here; what they had before they have still.
                there.theirs.retain(|head| !theirs.contains(head));
                theirs.extend(there.theirs.iter().take(MOST_BEFORE));
            }
            there.theirs = theirs;
            if here.iter().all(|head| there.theirs.contains(head)) {
                there.sent.clear();
            } else if acknowledged >= there.sent_in {
                // They answer after what was sent, and do not have it: it was lost.
                lost = true;
                there.sent.clear();
            }
        }
        let place = (device, dossier.clone());
        let which = self.due.get(&place).map_or(Which::ALL, |due| due.documents.clone());
        if statements == here && self.has_all(&known, dossier, &which, reading)? {
            known.complete = Some(reading.now);
            reading.step.notices.push(Notice::Received { dossier: dossier.clone(), person });
            self.not_due(&place, &mut reading.step);
        } else if lost {
            self.send_again(&place, reading);
        }
        reading.step.put(Key::Known(device, dossier.clone()), &known);
        Ok(())
    }

    /// Sends what was lost: at once the first times, and then as patiently as what is not answered. They may hold something
    /// that is refused here, and never say that they have all.
    fn send_again<H: Home>(&mut self, place: &(DeviceKey, DossierId), reading: &mut Reading<'_, H>) {
        match self.due.get_mut(place) {
            Some(due) if !due.fresh => {
                if due.attempts <= SOON {
                    due.at = reading.now;
                    reading.step.put(Key::Due(place.0, place.1.clone()), due);
                }
            }
            _ => self.make_due(place.0, &place.1, None, reading.now, &mut reading.step),
        }
    }

    /// Whether a device said that it has all of some documents as they stand here.
    fn has_all<H: Home>(
        &self,
        known: &Known,
        dossier: &DossierId,
        which: &Which,
        reading: &mut Reading<'_, H>,
    ) -> Result<bool, H::Error> {
        for name in reading.home.documents(dossier)?.into_iter().filter(|name| which.holds(name)) {
            let there = known.documents.get(&name).map(|there| there.theirs.as_slice()).unwrap_or_default();
            if reading.heads(dossier, &name)?.iter().any(|head| !there.contains(head)) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// What the sender is known to hold, with what this envelope has said of it.
    pub(crate) fn known_now<H: Home>(
        &self,
        dossier: &DossierId,
        reading: &mut Reading<'_, H>,
    ) -> Result<Known, H::Error> {
        let device = reading.sender.device;
        let key = Key::Known(device, dossier.clone());
        match reading.step.writes.get(&key) {
            Some(bytes) => Ok(bytes.as_deref().and_then(crate::cbor::read).unwrap_or_default()),
            None => self.known(device, dossier, reading.home),
        }
    }
}

impl<H: Home> Reading<'_, H> {
    /// What this envelope brings for a document.
    pub(crate) fn arriving(&self, dossier: &DossierId, name: &DocumentName) -> Option<&Arrival> {
        self.step.arrivals.get(dossier)?.get(name).map(|verified| &verified.0)
    }

    /// Whether a change is here, or comes with this envelope.
    fn knows(
        &mut self,
        dossier: &DossierId,
        name: &DocumentName,
        head: ChangeHash,
    ) -> Result<bool, H::Error> {
        let arrives = self.arriving(dossier, name);
        if arrives.is_some_and(|arrival| arrival.new_changes().iter().any(|change| change.hash == head)) {
            return Ok(true);
        }
        self.home.knows(dossier, name, &[head])
    }

    /// What a document holds once this envelope was taken in.
    fn heads(&mut self, dossier: &DossierId, name: &DocumentName) -> Result<Vec<ChangeHash>, H::Error> {
        match self.arriving(dossier, name) {
            Some(arrival) => Ok(arrival.after()),
            None => self.home.heads(dossier, name),
        }
    }
}
