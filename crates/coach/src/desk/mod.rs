//! The desk: an open account with its open dossiers. Both faces call this and hold no rule of their own.

pub mod access_log;
pub mod account;
pub(crate) mod document_id;
pub(crate) mod open_dossier;
pub(crate) mod open_note;
pub mod passphrase;
pub mod session;
pub mod setting;

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use dossier::model::ProfileField;
use dossier::{CoachId, DocumentName, Dossier, DossierId, Edit, NoteId, UndoOutcome, Writer};
use exchange::carrier::{DirectLine, Mailbox};
use exchange::{DeviceKey, Exchange, PersonKey};
use vault::{Batch, Passphrase, Repair, Vault};

use crate::caseload::card::CaseCard;
use crate::caseload::card::Caseload;
use crate::changed::{Changed, Topic};
use crate::desk::account::{ACCOUNT, Account, Preferences};
use crate::desk::open_dossier::{AtVault, OpenDossier};
use crate::dossier::view::DossierView;
use crate::error::CoachError;
use crate::message::Message;
use crate::outside::Outside;
use crate::people::views::SyncState;
use crate::search::Search;
use crate::transport::exchange_home;

/// An open account.
pub struct Desk {
    pub(crate) folder: PathBuf,
    pub(crate) vault: Vault,
    pub(crate) account: Account,
    pub(crate) repairs: Vec<Repair>,
    pub(crate) open: HashMap<DossierId, OpenDossier>,
    caseload: Caseload,
    pub(crate) search: Search,
    pub(crate) outside: Outside,
    /// Which device this is, to the exchange.
    device: DeviceKey,
    /// Away while it works; read again where what it holds could not be made durable.
    pub(crate) exchange: Option<Exchange>,
    pub(crate) mailbox: Option<Mailbox>,
    pub(crate) line: Option<DirectLine>,
    /// The words to compare, which take a while to compute.
    pub(crate) words: HashMap<PersonKey, Vec<String>>,
    pub(crate) last_sync: SyncState,
    /// Names of people who wrote in dossiers here, besides those the exchange knows.
    pub(crate) colleagues: BTreeMap<CoachId, String>,
}

impl Desk {
    pub(crate) fn new(
        folder: &Path,
        vault: Vault,
        account: Account,
        repairs: Vec<Repair>,
        outside: Outside,
    ) -> Result<Self, CoachError> {
        let exchange = exchange_home::load(&vault, &account, outside)?;
        Ok(Self {
            folder: folder.to_owned(),
            vault,
            account,
            repairs,
            open: HashMap::new(),
            caseload: Caseload::default(),
            search: Search::default(),
            outside,
            device: exchange.device(),
            exchange: Some(exchange),
            mailbox: None,
            line: None,
            words: HashMap::new(),
            last_sync: SyncState::default(),
            colleagues: BTreeMap::new(),
        })
    }

    /// Whether the code that the coach typed back is the one of this account; remembers that it was.
    pub fn confirm_recovery_code(&mut self, code: &str) -> Result<bool, CoachError> {
        let matches = code.parse().is_ok_and(|code| self.vault.matches_recovery_code(&code));
        if matches && !self.account.recovery_confirmed {
            let account = Account { recovery_confirmed: true, ..self.account.clone() };
            ACCOUNT.save(&self.vault, &account)?;
            self.account = account;
        }
        Ok(matches)
    }

    /// Makes a new recovery code, shown once; the old one opens nothing any more.
    pub fn renew_recovery_code(&mut self) -> Result<String, CoachError> {
        let account = Account { recovery_confirmed: false, ..self.account.clone() };
        let code = self.vault.renew_recovery_code()?;
        ACCOUNT.save(&self.vault, &account)?;
        self.account = account;
        Ok(code.to_string())
    }

    /// Sets a new passphrase, if the old one is known.
    pub fn change_passphrase(&self, old: &str, new: &str) -> Result<(), CoachError> {
        if !passphrase::advise(new, &[&self.account.name]).accepted {
            return Err(CoachError::WeakPassphrase);
        }
        if !self.vault.matches_passphrase(&Passphrase::from(old.to_owned()))? {
            return Err(vault::VaultError::WrongPassphrase.into());
        }
        Ok(self.vault.change_passphrase(&Passphrase::from(new.to_owned()))?)
    }

    /// Keeps how the window looks and speaks.
    pub fn set_preferences(&mut self, preferences: Preferences) -> Result<(), CoachError> {
        let account = Account { preferences, ..self.account.clone() };
        ACCOUNT.save(&self.vault, &account)?;
        self.account = account;
        Ok(())
    }

    /// The caseload, last edited first, without opening a dossier.
    pub fn caseload(&mut self) -> Vec<CaseCard> {
        let mut cards = self.caseload.list(&self.vault, self.outside.today());
        // Where the exchange is away, nobody's name is shown: the next look has it.
        if let Ok(exchange) = self.exchange() {
            for card in &mut cards {
                card.with = exchange.shared_with(&card.id).map(str::to_owned).collect();
            }
        }
        cards
    }

    /// Opens a dossier for a new client.
    pub fn new_dossier(&mut self, name: &str) -> Result<DossierId, CoachError> {
        let id: DossierId = self.outside.id()?;
        self.begin(id.clone(), &Edit::Profile(ProfileField::Name(name.trim().to_owned())))?;
        Ok(id)
    }

    /// Begins a dossier with its first edit; nothing is kept where that is refused.
    pub(crate) fn begin(&mut self, id: DossierId, first: &Edit) -> Result<(), CoachError> {
        self.not_while_joining()?;
        let dossier = Dossier::create(id.clone(), &self.writer(&id, &DocumentName::Record))?;
        let mut open = OpenDossier::new(dossier);
        open.at(&self.vault, &mut self.caseload).edit(first, (self.outside.now)(), Batch::default())?;
        self.search.touch(&id);
        self.open.insert(id, open);
        Ok(())
    }

    /// A dossier as the window shows it.
    pub fn dossier(&mut self, id: &DossierId) -> Result<DossierView, CoachError> {
        self.open(id)?;
        let names = self.names()?;
        let Some(open) = self.open.get_mut(id) else { return Err(CoachError::NoSuchDossier(id.clone())) };
        open.view(&self.vault, &names)
    }

    /// Makes one edit; it is durable when this returns.
    pub fn edit(&mut self, id: &DossierId, edit: &Edit) -> Result<Changed, CoachError> {
        let now = (self.outside.now)();
        let batch = self.before_writing(id, &DocumentName::Record)?;
        self.open(id)?.edit(edit, now, batch)?;
        Ok(changed(id))
    }

    /// Takes back one's own last edit.
    pub fn undo(&mut self, id: &DossierId) -> Result<Changed, CoachError> {
        let now = (self.outside.now)();
        let batch = self.before_writing(id, &DocumentName::Record)?;
        let outcome = self.open(id)?.undo(now, batch)?;
        Ok(Changed { message: outcome_message(outcome, "undo"), ..changed(id) })
    }

    /// Makes again what was taken back last.
    pub fn redo(&mut self, id: &DossierId) -> Result<Changed, CoachError> {
        let now = (self.outside.now)();
        let batch = self.before_writing(id, &DocumentName::Record)?;
        let outcome = self.open(id)?.redo(now, batch)?;
        Ok(Changed { message: outcome_message(outcome, "redo"), ..changed(id) })
    }

    /// The text of a note.
    pub fn note_text(&mut self, id: &DossierId, note: &NoteId) -> Result<String, CoachError> {
        let writer = self.writer(id, &DocumentName::Note(note.clone()));
        self.open(id)?.note_text(note, &writer)
    }

    /// Writes a note's text; it is durable when this returns.
    pub fn write_note(&mut self, id: &DossierId, note: &NoteId, text: &str) -> Result<Changed, CoachError> {
        self.write_text(id, note, None, text)
    }

    /// Writes what the coach made of `shown`, a note's text as it was on the screen. What came in since stays.
    pub fn write_note_over(
        &mut self,
        id: &DossierId,
        note: &NoteId,
        shown: &str,
        text: &str,
    ) -> Result<Changed, CoachError> {
        self.write_text(id, note, Some(shown), text)
    }

    fn write_text(
        &mut self,
        id: &DossierId,
        note: &NoteId,
        shown: Option<&str>,
        text: &str,
    ) -> Result<Changed, CoachError> {
        let name = DocumentName::Note(note.clone());
        let (now, writer) = ((self.outside.now)(), self.writer(id, &name));
        let batch = self.before_writing(id, &name)?;
        self.open(id)?.write_note(note, shown, text, &writer, now, batch)?;
        let note = Topic::Note { id: id.clone(), note: note.clone() };
        Ok(Changed { topics: vec![note, Topic::Dossier { id: id.clone() }], message: None })
    }

    /// Reads and authenticates every entry; one message for each problem, or one that all is well.
    pub fn check_messages(&self) -> Result<Vec<Message>, CoachError> {
        let report = self.check()?;
        let message = |id: String, detail: String| Message {
            id,
            args: BTreeMap::from([("detail".to_owned(), detail)]),
        };
        if report.problems.is_empty() {
            return Ok(vec![message("check-all-well".to_owned(), report.entries.to_string())]);
        }
        let problems = report.problems.iter();
        Ok(problems
            .map(|problem| message(format!("problem-{}", problem.code()), problem.location()))
            .collect())
    }

    /// Reads and authenticates every entry.
    pub fn check(&self) -> Result<vault::CheckReport, CoachError> {
        Ok(self.vault.check()?)
    }

    /// The record itself, for faces that list one kind of thing.
    pub fn read(&mut self, id: &DossierId) -> Result<&Dossier, CoachError> {
        self.open(id)?;
        self.open.get(id).map(OpenDossier::dossier).ok_or_else(|| CoachError::NoSuchDossier(id.clone()))
    }

    pub(crate) fn open(&mut self, id: &DossierId) -> Result<AtVault<'_>, CoachError> {
        self.search.touch(id);
        if !self.open.contains_key(id) {
            let writer = self.writer(id, &DocumentName::Record);
            let opened = OpenDossier::load(&self.vault, id, &writer)?;
            self.open.insert(id.clone(), opened);
        }
        let open = self.open.get_mut(id).ok_or_else(|| CoachError::NoSuchDossier(id.clone()))?;
        Ok(open.at(&self.vault, &mut self.caseload))
    }

    /// Who writes in a document here: one stream for each device and document.
    pub(crate) fn writer(&self, id: &DossierId, name: &DocumentName) -> Writer {
        let actor = Exchange::actor(&self.device, id, name);
        Writer { coach: self.account.coach.clone(), actor }
    }
}

pub(crate) fn changed(id: &DossierId) -> Changed {
    Changed { topics: vec![Topic::Dossier { id: id.clone() }, Topic::Caseload], message: None }
}

fn outcome_message(outcome: UndoOutcome, verb: &str) -> Option<Message> {
    let id = match outcome {
        UndoOutcome::Done => return None,
        UndoOutcome::NothingToDo => format!("{verb}-nothing"),
        UndoOutcome::ChangedByAnother => format!("{verb}-changed-by-another"),
    };
    Some(Message { id, args: BTreeMap::new() })
}
