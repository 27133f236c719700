//! The desk: an open account with its open dossiers.
//!
//! The fields of a [`Desk`] are private to this module. The other modules add use cases to it, each in a file
//! of its own, and need few methods of this module.

pub mod access_log;
pub mod account;
mod check;
mod credentials;
pub(crate) mod document_id;
pub(crate) mod excerpt;
pub(crate) mod exchange_entries;
pub mod idle_lock;
pub(crate) mod open_dossier;
pub(crate) mod open_note;
mod other_copy;
pub mod passphrase;
pub(crate) mod saving;
pub mod session;
pub mod setting;
pub mod shared_desk;
pub(crate) mod stored_document;
pub(crate) mod text_steps;
mod unlock;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Local, NaiveDate, Utc};
use dossier::{CoachId, DocumentName, Dossier, DossierId, Edit, Id, Writer};
use exchange::{DeviceKey, Exchange, Randomness};
use vault::{Batch, Repair, Vault};

use crate::caseload::card::Caseload;
use crate::desk::account::Account;
use crate::desk::open_dossier::OpenDossier;
use crate::desk::saving::Stores;
use crate::environment::Environment;
use crate::error::CoachError;
use crate::search::state::Search;
use crate::transport::open_carriers::Carriers;

/// An open account with its open dossiers.
pub struct Desk {
    folder: PathBuf,
    vault: Vault,
    account: Account,
    repairs: Vec<Repair>,
    open: HashMap<DossierId, OpenDossier>,
    caseload: Caseload,
    search: Search,
    environment: Environment,
    /// The key of this device in the exchange, and the id under which its owner writes in records.
    device: DeviceKey,
    coach: CoachId,
    /// The exchange. It is `None` while a use case works with it, and after something failed in it. In the
    /// second case the next use loads it again.
    exchange: Option<Exchange>,
    /// The number of batches that the vault had refused when the exchange was last loaded.
    refused: u64,
    carriers: Carriers,
    /// The words to compare, by the secrets from which they follow. They are kept, because computing those of one
    /// person takes a fifth of a second.
    comparison_words: HashMap<[u8; 32], Vec<String>>,
}

impl Desk {
    fn new(
        folder: &Path,
        vault: Vault,
        account: Account,
        repairs: Vec<Repair>,
        environment: Environment,
    ) -> Result<Self, CoachError> {
        let exchange = exchange_entries::load(&vault, &account, environment)?;
        Ok(Self {
            folder: folder.to_owned(),
            vault,
            account,
            repairs,
            open: HashMap::new(),
            caseload: Caseload::default(),
            search: Search::default(),
            environment,
            device: exchange.device(),
            coach: exchange.coach(),
            exchange: Some(exchange),
            refused: 0,
            carriers: Carriers::default(),
            comparison_words: HashMap::new(),
        })
    }

    /// Returns the record of a dossier. Opens the dossier if it is not open.
    pub fn read(&mut self, id: &DossierId) -> Result<&Dossier, CoachError> {
        let (open, _) = self.open(id)?;
        Ok(open.dossier())
    }

    /// Returns an open dossier, with the stores into which it saves. Opens the dossier if it is not open.
    pub(crate) fn open(&mut self, id: &DossierId) -> Result<(&mut OpenDossier, Stores<'_>), CoachError> {
        // The caller may change the dossier, so the next search compares it with its index.
        self.search.touch(id);
        if !self.open.contains_key(id) {
            let writer = self.writer(id, &DocumentName::Record);
            let opened = OpenDossier::load(&self.vault, id, &writer)?;
            self.open.insert(id.clone(), opened);
        }
        let open = self.open.get_mut(id).ok_or_else(|| CoachError::NoSuchDossier(id.clone()))?;
        let Self { vault, caseload, search, .. } = self;
        Ok((open, Stores { vault, caseload, search }))
    }

    /// Creates a dossier with its first edit, and returns its id. If the edit is refused, no dossier is
    /// created. The edit cannot be undone, because a dossier needs the name that it sets.
    pub(crate) fn begin(&mut self, first: &Edit) -> Result<DossierId, CoachError> {
        self.not_while_joining()?;
        let (id, founded) = self.found()?;
        let dossier = Dossier::create(id.clone(), &self.writer(&id, &DocumentName::Record))?;
        let mut open = OpenDossier::new(dossier);
        let now = self.now();
        open.begin(first, now, founded, &mut self.stores())?;
        self.put_open(id.clone(), open);
        Ok(id)
    }

    /// Returns a dossier if it is open.
    pub(crate) fn if_open(&self, id: &DossierId) -> Option<&OpenDossier> {
        self.open.get(id)
    }

    /// Adds a dossier to the open ones, or replaces the open one.
    pub(crate) fn put_open(&mut self, id: DossierId, open: OpenDossier) {
        self.open.insert(id, open);
    }

    /// Removes a dossier from the open ones.
    pub(crate) fn close(&mut self, id: &DossierId) {
        self.open.remove(id);
    }

    /// Returns the stores into which a use case saves.
    pub(crate) fn stores(&mut self) -> Stores<'_> {
        let Self { vault, caseload, search, .. } = self;
        Stores { vault, caseload, search }
    }

    /// Returns the vault of the account.
    pub(crate) fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Returns the data of the account's owner.
    pub(crate) fn account(&self) -> &Account {
        &self.account
    }

    /// Replaces the account in memory by a changed one that the vault already has.
    pub(crate) fn put_account(&mut self, account: Account) {
        self.account = account;
    }

    /// Returns the folder of the account.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns the index for searching.
    pub(crate) fn search_index(&self) -> &Search {
        &self.search
    }

    /// Returns the index for searching as a mutable reference.
    pub(crate) fn search_index_mut(&mut self) -> &mut Search {
        &mut self.search
    }

    /// Returns the carriers that are open.
    pub(crate) fn carriers_mut(&mut self) -> &mut Carriers {
        &mut self.carriers
    }

    /// Returns the comparison words that were computed so far.
    pub(crate) fn comparison_words_mut(&mut self) -> &mut HashMap<[u8; 32], Vec<String>> {
        &mut self.comparison_words
    }

    /// Takes the exchange, so that it can work while this desk is its home.
    /// [`put_exchange`](Self::put_exchange) puts it back.
    pub(crate) fn take_exchange(&mut self) -> Result<Exchange, CoachError> {
        // The exchange may have counted on a batch that was refused, so it is loaded again after each.
        let refused = self.vault.refused_batches();
        match self.exchange.take().filter(|_| refused == self.refused) {
            Some(exchange) => Ok(exchange),
            None => {
                self.refused = refused;
                exchange_entries::load(&self.vault, &self.account, self.environment)
            }
        }
    }

    /// Puts the exchange back after [`take_exchange`](Self::take_exchange).
    pub(crate) fn put_exchange(&mut self, exchange: Exchange) {
        self.exchange = Some(exchange);
    }

    /// Drops the exchange after the vault refused one of its steps. The exchange must match what is durable,
    /// so it is loaded again.
    pub(crate) fn forget_exchange(&mut self) {
        self.exchange = None;
    }

    /// Returns the exchange as a shared reference.
    pub(crate) fn exchange(&mut self) -> Result<&Exchange, CoachError> {
        let exchange = self.take_exchange()?;
        Ok(self.exchange.insert(exchange))
    }

    /// Returns the writer of a document on this device. Each device writes one stream of
    /// changes per document.
    pub(crate) fn writer(&self, id: &DossierId, name: &DocumentName) -> Writer {
        let actor = Exchange::actor(&self.device, id, name);
        Writer { coach: self.coach.clone(), actor }
    }

    /// Goes on as the device that the exchange is now, after it got other keys. The open dossiers are closed,
    /// because this device writes them in other streams from now on.
    pub(crate) fn become_device(&mut self) -> Result<(), CoachError> {
        let open: Vec<DossierId> = self.open.keys().cloned().collect();
        for id in &open {
            let (open, mut stores) = self.open(id)?;
            open.save_all(&mut stores)?;
        }
        self.open.clear();
        let exchange = self.exchange()?;
        let (device, coach) = (exchange.device(), exchange.coach());
        (self.device, self.coach) = (device, coach);
        self.carriers = Carriers::default();
        Ok(())
    }

    /// Founds a dossier: returns its new id, and what must be saved together with the dossier.
    pub(crate) fn found(&self) -> Result<(DossierId, Batch), CoachError> {
        let (id, step) = Exchange::found(&mut self.randomness()?);
        let mut batch = Batch::default();
        exchange_entries::write(&step, &mut batch);
        Ok((id, batch))
    }

    /// Returns the current time.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.environment.now)()
    }

    /// Returns the current time in this computer's time zone.
    pub(crate) fn here(&self) -> DateTime<Local> {
        self.environment.here()
    }

    /// Returns the current day in this computer's time zone.
    pub(crate) fn today(&self) -> NaiveDate {
        self.environment.today()
    }

    /// Creates a new random id.
    pub(crate) fn new_id<I: Id>(&self) -> Result<I, CoachError> {
        self.environment.id()
    }

    /// Returns randomness for one operation.
    pub(crate) fn randomness(&self) -> Result<Randomness, CoachError> {
        self.environment.randomness()
    }

    /// Returns the clocks and the source of randomness.
    pub(crate) fn environment(&self) -> Environment {
        self.environment
    }
}
