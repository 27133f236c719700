//! The home of the exchange at a desk: its vault and its open documents.

use std::collections::{BTreeMap, HashMap};

use dossier::{Arrival, ChangeHash, DocumentName, DossierId, Fork, Heads, LoadError, Writer};
use exchange::{EntryKey, Exchange, Home, Notice, Randomness, Step, Verified};
use vault::Batch;

use crate::changed::{Changed, Topic};
use crate::desk::Desk;
use crate::desk::account::ACCOUNT;
use crate::desk::exchange_entries::{shelf, write};
use crate::error::CoachError;
use crate::people::own_device::joined;
use crate::transport::replica::examine_new;

/// Gives the exchange access to the desk.
pub(crate) struct DeskHome<'a> {
    desk: &'a mut Desk,
    /// The arrivals that were examined in advance, by dossier, document and the hash of their bytes.
    ahead: HashMap<(DossierId, DocumentName, [u8; 32]), Result<Arrival, CoachError>>,
}

impl Home for DeskHome<'_> {
    type Error = CoachError;

    fn get(&mut self, key: &EntryKey) -> Result<Option<Vec<u8>>, CoachError> {
        Ok(self.desk.vault().get(shelf(key), &key.to_bytes())?)
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

    /// Loads documents that are new here on all cores, because loading is half of the cost of merging
    /// a new dossier.
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
            // Changes that a thread could not finish are examined when they are needed.
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

    fn reauthor(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        fork: &Fork<'_>,
        own: &[[u8; 16]],
    ) -> Result<Vec<ChangeHash>, CoachError> {
        self.desk.reauthor(dossier, document, fork, own)
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

impl Desk {
    /// Calls `run` with the exchange and with this desk as its home.
    pub(crate) fn with_exchange<T>(
        &mut self,
        run: impl FnOnce(&mut Exchange, &mut DeskHome<'_>, &mut Randomness) -> Result<T, CoachError>,
    ) -> Result<T, CoachError> {
        let (mut random, mut exchange) = (self.randomness()?, self.take_exchange()?);
        let done = run(&mut exchange, &mut DeskHome { desk: self, ahead: HashMap::new() }, &mut random);
        // If it failed halfway, it may remember what no step contains, so the next use loads it again.
        if done.is_ok() {
            self.put_exchange(exchange);
        }
        done
    }

    /// Saves a step of the exchange, and merges the changes of records that it brings.
    pub(crate) fn save_step(&mut self, step: Step) -> Result<Changed, CoachError> {
        self.save_step_with(step, Batch::default())
    }

    /// Saves a step as [`Desk::save_step`] does, in one journal frame with a batch.
    pub(crate) fn save_step_with(&mut self, step: Step, batch: Batch) -> Result<Changed, CoachError> {
        let saved = self.try_save_step(step, batch);
        if saved.is_err() {
            self.forget_exchange();
        }
        saved
    }

    fn try_save_step(&mut self, step: Step, mut batch: Batch) -> Result<Changed, CoachError> {
        write(&step, &mut batch);
        let account = joined(self.account(), &step.notices);
        account.as_ref().map(|account| ACCOUNT.put_into(&mut batch, account)).transpose()?;
        let mut topics = topics(&step.notices);
        let of_one = |verified: BTreeMap<DocumentName, Verified>| {
            verified.into_iter().map(|(name, verified)| (name, verified.into_arrival())).collect()
        };
        let arrivals = step.arrivals.into_iter().map(|(dossier, verified)| (dossier, of_one(verified)));
        topics.extend(self.merge(arrivals.collect(), batch)?);
        if let Some(account) = account {
            self.put_account(account);
        }
        let new_keys = |notice: &Notice| matches!(notice, Notice::NewKeys | Notice::Joined { .. });
        if step.notices.iter().any(new_keys) {
            self.become_device()?;
        }
        self.notice(&step.notices)?;
        topics.dedup();
        Ok(Changed { topics, message: None })
    }

    /// Returns what must be committed together with an edit of a document, so that the edit reaches others.
    /// Fails if this person may not write.
    pub(crate) fn before_writing(
        &mut self,
        id: &DossierId,
        name: &DocumentName,
    ) -> Result<Batch, CoachError> {
        if !self.exchange()?.may_write(id) {
            return Err(CoachError::ReadsOnly);
        }
        let now = self.now();
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
            Notice::ChainBroken { .. }
            | Notice::KeyReplaced { .. }
            | Notice::KeyDisputed { .. }
            | Notice::Revoked => topics.push(Topic::People),
            Notice::NewKeys | Notice::Joined { .. } => {
                topics.extend([Topic::Session, Topic::People, Topic::Caseload])
            }
            Notice::Shared { dossier, .. }
            | Notice::CharterChanged { dossier }
            | Notice::Withdrawn { dossier }
            | Notice::Frozen { dossier }
            | Notice::Offered { dossier, .. }
            | Notice::TakenOver { dossier, .. } => {
                topics.push(Topic::Caseload);
                topics.push(Topic::Dossier { id: dossier.clone() });
            }
            Notice::Arrived { dossier, .. }
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
