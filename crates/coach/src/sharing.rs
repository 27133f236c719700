//! The exchange at a desk: the vault and the open dossiers are its home.

use std::collections::BTreeMap;

use dossier::model::Note;
use dossier::{Arrival, ChangeHash, DocumentName, Dossier, DossierId, Heads, Id, LoadError, Writer};
use exchange::{Exchange, Home, Key, Notice, Randomness, Step, Verified};
use vault::{Batch, Shelf, Vault};

use crate::account::Account;
use crate::desk::Desk;
use crate::error::CoachError;
use crate::outside::Outside;
use crate::own_device::joined;
use crate::place::{dossier_of, note_document, note_document_before_sharing};
use crate::view::{Changed, Topic};

/// The desk as the exchange sees it.
pub(crate) struct DeskHome<'a>(&'a mut Desk);

impl Home for DeskHome<'_> {
    type Error = CoachError;

    fn get(&mut self, key: &Key) -> Result<Option<Vec<u8>>, CoachError> {
        Ok(self.0.vault.get(shelf(key), &key.to_bytes())?)
    }

    fn documents(&mut self, dossier: &DossierId) -> Result<Vec<DocumentName>, CoachError> {
        self.0.documents_of(dossier)
    }

    fn heads(&mut self, dossier: &DossierId, document: &DocumentName) -> Result<Heads, CoachError> {
        self.0.heads_of(dossier, document)
    }

    fn knows(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        heads: &[ChangeHash],
    ) -> Result<bool, CoachError> {
        self.0.knows(dossier, document, heads)
    }

    fn changes_since(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        heads: &[ChangeHash],
    ) -> Result<Vec<u8>, CoachError> {
        self.0.changes_since(dossier, document, heads)
    }

    fn examine(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        changes: &[u8],
    ) -> Result<Result<Arrival, LoadError>, CoachError> {
        match self.0.examine(dossier, document, changes) {
            Ok(arrival) => Ok(Ok(arrival)),
            Err(CoachError::Document { source, .. }) => Ok(Err(source)),
            Err(error) => Err(error),
        }
    }
}

fn shelf(key: &Key) -> Shelf {
    if key.is_read_at_first() { Shelf::Exchange } else { Shelf::Sharing }
}

/// Loads the exchange of an account, or begins it where there is none yet.
pub(crate) fn load(vault: &Vault, account: &Account, outside: Outside) -> Result<Exchange, CoachError> {
    let entries = vault.scan(Shelf::Exchange)?;
    let (now, incarnation) = ((outside.now)(), vault.incarnation().0);
    let mut random = outside.randomness()?;
    let (exchange, step) = match Exchange::load(entries, incarnation, now, &mut random)? {
        Some(loaded) => loaded,
        None => {
            move_notes(vault, account)?;
            Exchange::begin(account.coach.clone(), &account.name, incarnation, now, &mut random)
        }
    };
    let mut batch = Batch::default();
    write(&step, &mut batch);
    vault.commit(batch)?;
    Ok(exchange)
}

/// Puts the texts of notes where those of shared dossiers stand: apart for each dossier. Done once, before anybody can send
/// anything; where the power goes, it is gone on with.
fn move_notes(vault: &Vault, account: &Account) -> Result<(), CoachError> {
    let writer = Writer { coach: account.coach.clone(), actor: [0; 16] };
    for (document, _) in vault.summaries() {
        let Some(id) = dossier_of(document) else { continue };
        let chunks = vault.chunks(document)?;
        // A damaged dossier keeps its texts where they are; `check` names it.
        let Ok(dossier) = Dossier::load(id.clone(), chunks.iter().map(Vec::as_slice), &writer) else {
            continue;
        };
        for note in dossier.ids_and_removed::<Note>() {
            let (from, to) = (note_document_before_sharing(&note), note_document(&id, &note));
            let mut batch = Batch::default();
            if let Some(excerpt) = vault.get(Shelf::Excerpts, &note.to_bytes())? {
                batch.put(Shelf::Excerpts, &to.0, &excerpt);
                batch.delete(Shelf::Excerpts, &note.to_bytes());
            }
            if vault.holds(from)? {
                vault.rename(from, to, batch)?;
            }
        }
    }
    Ok(())
}

/// Adds what a step keeps to a batch.
pub(crate) fn write(step: &Step, batch: &mut Batch) {
    for (key, value) in &step.writes {
        match value {
            Some(value) => batch.put(shelf(key), &key.to_bytes(), value),
            None => batch.delete(shelf(key), &key.to_bytes()),
        }
    }
}

impl Desk {
    /// Lets the exchange do something with the desk as its home.
    pub(crate) fn with_exchange<T>(
        &mut self,
        run: impl FnOnce(&mut Exchange, &mut DeskHome<'_>, &mut Randomness) -> Result<T, CoachError>,
    ) -> Result<T, CoachError> {
        let mut random = self.outside.randomness()?;
        let mut exchange = match self.exchange.take() {
            Some(exchange) => exchange,
            None => load(&self.vault, &self.account, self.outside)?,
        };
        let done = run(&mut exchange, &mut DeskHome(self), &mut random);
        self.exchange = Some(exchange);
        done
    }

    /// The exchange, for looking only.
    pub(crate) fn exchange(&mut self) -> Result<&Exchange, CoachError> {
        self.with_exchange(|_, _, _| Ok(()))?;
        self.exchange.as_ref().ok_or(CoachError::AccountDamaged)
    }

    /// Makes a step durable, and what it brings part of the records.
    pub(crate) fn keep(&mut self, step: Step) -> Result<Changed, CoachError> {
        let kept = self.try_keep(step);
        if kept.is_err() {
            // What the exchange has in memory must be what is durable: it is read again.
            self.exchange = None;
        }
        kept
    }

    fn try_keep(&mut self, step: Step) -> Result<Changed, CoachError> {
        let mut batch = Batch::default();
        write(&step, &mut batch);
        let account = joined(&self.account, &step.notices);
        account.as_ref().map(|account| account.put_into(&mut batch)).transpose()?;
        let mut topics = topics(&step.notices);
        let of_one = |verified: BTreeMap<DocumentName, Verified>| {
            verified.into_iter().map(|(name, verified)| (name, verified.into_arrival())).collect()
        };
        let arrivals = step.arrivals.into_iter().map(|(dossier, verified)| (dossier, of_one(verified)));
        topics.extend(self.take_in(arrivals.collect(), batch)?);
        self.account = account.unwrap_or_else(|| self.account.clone());
        self.notice(&step.notices)?;
        topics.dedup();
        Ok(Changed { topics, message: None })
    }

    /// What has to be written together with an edit of a document, so that others will get it. Refuses where this person
    /// may not write.
    pub(crate) fn before_writing(
        &mut self,
        id: &DossierId,
        name: &DocumentName,
    ) -> Result<Batch, CoachError> {
        if !self.exchange()?.may_write(id) {
            return Err(CoachError::ReadsOnly);
        }
        let now = (self.outside.now)();
        let step = self.with_exchange(|exchange, _, _| Ok(exchange.edited(id, name, now)))?;
        let mut batch = Batch::default();
        write(&step, &mut batch);
        Ok(batch)
    }
}

fn topics(notices: &[Notice]) -> Vec<Topic> {
    let mut topics = Vec::new();
    for notice in notices {
        match notice {
            Notice::Answered { .. } | Notice::KeysChanged { .. } | Notice::NewDevice { .. } => {
                topics.push(Topic::Together);
            }
            Notice::ChainBroken { .. } => topics.push(Topic::Together),
            Notice::Joined { .. } => topics.extend([Topic::Session, Topic::Together, Topic::Caseload]),
            Notice::Shared { dossier, .. } => {
                topics.push(Topic::Caseload);
                topics.push(Topic::Dossier { id: dossier.clone() });
            }
            Notice::CharterChanged { dossier }
            | Notice::Withdrawn { dossier }
            | Notice::Arrived { dossier, .. }
            | Notice::Received { dossier, .. }
            | Notice::Quarantined { dossier, .. } => topics.push(Topic::Dossier { id: dossier.clone() }),
            Notice::AskedAgain { dossier, .. } => {
                topics.push(Topic::Together);
                topics.push(Topic::Dossier { id: dossier.clone() });
            }
        }
    }
    topics
}
