//! The exchange at a desk: the vault and the open dossiers are its home.

use std::collections::{BTreeMap, HashMap};

use dossier::model::Note;
use dossier::{Arrival, ChangeHash, DocumentName, Dossier, DossierId, Heads, Id, LoadError, Writer};
use exchange::{EntryKey, Exchange, Home, Notice, Randomness, Step, Verified};
use vault::{Batch, Shelf, Vault};

use crate::changed::{Changed, Topic};
use crate::desk::Desk;
use crate::desk::account::{ACCOUNT, Account};
use crate::desk::document_id::{dossier_of, note_document, note_document_before_sharing};
use crate::error::CoachError;
use crate::outside::Outside;
use crate::people::own_device::joined;
use crate::transport::replica::examine_new;

/// The desk as the exchange sees it.
pub(crate) struct DeskHome<'a> {
    desk: &'a mut Desk,
    /// What was examined ahead, by where it belongs and what it is.
    ahead: HashMap<(DossierId, DocumentName, [u8; 32]), Result<Arrival, CoachError>>,
}

impl Home for DeskHome<'_> {
    type Error = CoachError;

    fn get(&mut self, key: &EntryKey) -> Result<Option<Vec<u8>>, CoachError> {
        Ok(self.desk.vault.get(shelf(key), &key.to_bytes())?)
    }

    fn documents(&mut self, dossier: &DossierId) -> Result<Vec<DocumentName>, CoachError> {
        self.desk.documents_of(dossier)
    }

    fn heads(&mut self, dossier: &DossierId, document: &DocumentName) -> Result<Heads, CoachError> {
        self.desk.heads_of(dossier, document)
    }

    fn knows(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        heads: &[ChangeHash],
    ) -> Result<bool, CoachError> {
        self.desk.knows(dossier, document, heads)
    }

    fn changes_since(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        heads: &[ChangeHash],
    ) -> Result<Vec<u8>, CoachError> {
        self.desk.changes_since(dossier, document, heads)
    }

    /// Documents that are new here are loaded on all cores: half of what taking in a new dossier costs is loading it.
    fn examine_ahead(&mut self, changes: &[(&DossierId, &DocumentName, &[u8])]) -> Result<(), CoachError> {
        let mut new = Vec::new();
        for (dossier, document, changes) in changes {
            if !self.desk.has_document(dossier, document)? {
                new.push((*dossier, *document, *changes, self.desk.writer(dossier, document)));
            }
        }
        let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get());
        let share = new.len().div_ceil(cores).max(1);
        std::thread::scope(|scope| {
            let examine = |some: &[(&DossierId, &DocumentName, &[u8], Writer)]| {
                let examined = some.iter().map(|(dossier, document, changes, writer)| {
                    let place = place_of(dossier, document, changes);
                    (place, examine_new(dossier, document, changes, writer))
                });
                examined.collect::<Vec<_>>()
            };
            let shares: Vec<_> = new.chunks(share).map(|some| scope.spawn(move || examine(some))).collect();
            // What one of them could not finish is examined when it is asked for.
            self.ahead.extend(shares.into_iter().filter_map(|share| share.join().ok()).flatten());
        });
        Ok(())
    }

    fn examine(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        changes: &[u8],
    ) -> Result<Result<Arrival, LoadError>, CoachError> {
        let ahead = self.ahead.remove(&place_of(dossier, document, changes));
        match ahead.unwrap_or_else(|| self.desk.examine(dossier, document, changes)) {
            Ok(arrival) => Ok(Ok(arrival)),
            Err(CoachError::Document { source, .. }) => Ok(Err(source)),
            Err(error) => Err(error),
        }
    }
}

fn place_of(
    dossier: &DossierId,
    document: &DocumentName,
    changes: &[u8],
) -> (DossierId, DocumentName, [u8; 32]) {
    let what = vault::fingerprint("kring 2026 changes examined ahead", changes);
    (dossier.clone(), document.clone(), what)
}

fn shelf(key: &EntryKey) -> Shelf {
    if key.is_loaded_first() { Shelf::Exchange } else { Shelf::Sharing }
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
        let done = run(&mut exchange, &mut DeskHome { desk: self, ahead: HashMap::new() }, &mut random);
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
        account.as_ref().map(|account| ACCOUNT.put_into(&mut batch, account)).transpose()?;
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
                topics.push(Topic::People);
            }
            Notice::ChainBroken { .. } => topics.push(Topic::People),
            Notice::Joined { .. } => topics.extend([Topic::Session, Topic::People, Topic::Caseload]),
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
                topics.push(Topic::People);
                topics.push(Topic::Dossier { id: dossier.clone() });
            }
        }
    }
    topics
}
