//! The scene at a desk: Anna with a vault of her own, and Bram, whom she knows and who shares dossiers with
//! her.

use std::cell::RefCell;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use chrono::TimeDelta;
use coach::desk::account::{CoachRole, NewAccount};
use coach::{Desk, Environment, KdfParams, PersonRef};
use dossier::{DocumentName, DossierId, Heads, Writer};
use exchange::charter::{Act, ConsentForm, GrantedRole};
use exchange::forge::{self, Forger};
use exchange::{DeviceKey, EnvelopePart, Exchange, Invitation, MemoryHome, PersonKey, Randomness, Received};
use tempfile::TempDir;

use crate::scene::now;

/// The passphrase of Anna, which she sets again each time she opens her desk.
const PASSPHRASE: &str = "fiets paraplu zondag kachel";

/// The number of stories that are played at one desk. It takes a while to make a desk, and its caseload grows
/// with each story.
const STORIES: usize = 24;

/// Anna and Bram at work.
pub(super) struct AtWork {
    pub(super) anna: Anna,
    pub(super) bram: Bram,
}

/// Anna's desk.
pub(super) struct Anna {
    /// The desk, which is absent only while it is opened again.
    desk: RefCell<Option<Desk>>,
    recovery: String,
    home: TempDir,
}

/// Bram, who writes envelopes without a desk.
pub(super) struct Bram {
    exchange: Exchange,
    home: MemoryHome,
    random: Randomness,
    keys: Forger,
    /// The person and the device of Anna.
    anna: (PersonKey, DeviceKey),
}

/// A dossier that Bram shares with Anna, who has nothing of it yet.
pub(super) struct Shared {
    pub(super) dossier: DossierId,
    pub(super) charter: EnvelopePart,
}

/// Calls `play` with the scene, which is set anew after a number of stories.
pub(super) fn at_work(play: impl FnOnce(&mut AtWork) -> Option<()>) {
    thread_local! {
        static SCENE: RefCell<(usize, Option<AtWork>)> = const { RefCell::new((0, None)) };
    }
    SCENE.with_borrow_mut(|(stories, scene)| {
        if *stories % STORIES == 0 {
            *scene = None;
        }
        *stories += 1;
        #[allow(clippy::expect_used, reason = "without a scene there is nothing to try")]
        let scene = scene.get_or_insert_with(|| set().expect("the scene is set with what the program makes"));
        // A story that stops early has nothing to add.
        let _ = play(scene);
    });
}

/// Returns random bytes that are the same each time a desk is made.
fn random(bytes: &mut [u8]) -> bool {
    let number = DRAWN.fetch_add(1, Ordering::Relaxed).to_le_bytes();
    let seed = blake3::derive_key("kring fuzzing randomness", &number);
    bytes.iter_mut().zip(seed.into_iter().cycle()).for_each(|(byte, random)| *byte = random);
    true
}

/// The number of times that randomness was drawn.
static DRAWN: AtomicU64 = AtomicU64::new(0);

const ENVIRONMENT: Environment = Environment { now, steady: || Duration::ZERO, random };

fn set() -> Option<AtWork> {
    DRAWN.store(0, Ordering::Relaxed);
    let home = TempDir::new().ok()?;
    let account = NewAccount { name: "Anna", role: CoachRole::Professional, passphrase: PASSPHRASE };
    let folder = home.path().join("anna");
    let (mut desk, recovery) = Desk::create(&folder, &account, KdfParams::LEAST, ENVIRONMENT).ok()?;
    let invitation = Invitation::find(&desk.invite().ok()?.text).ok()?;
    let recovery = recovery.to_string();
    let anna = Anna { desk: RefCell::new(Some(desk)), recovery, home };

    let mut random = Randomness::from_seed([2; 32]);
    let (mut exchange, begun) = Exchange::begin("Bram", [2; 16], now(), &mut random);
    let mut home = MemoryHome::new(exchange.coach(), exchange.device());
    home.commit(begun);
    home.commit(exchange.accept(&invitation, now(), &mut random).ok()?);
    let (keys, person) = (Forger::of(&exchange), invitation.person);
    for _ in 0..5 {
        let later = now() + TimeDelta::minutes(1);
        let Ok((step, posts)) = exchange.outgoing(later, &mut random, &mut home);
        home.commit(step);
        for post in posts {
            let answers = anna.receive(&post.outgoing.bytes)?;
            for answer in answers.into_iter().chain(anna.send()?) {
                if let Ok(Ok(Received::Merged(step, _))) =
                    exchange.receive(answer, now(), &mut random, &mut home)
                {
                    home.commit(step);
                }
            }
        }
    }
    home.commit(exchange.confirm(&person, now()).ok()?);
    anna.with(|desk| desk.confirm(&PersonRef("Bram".to_owned())))?.ok()?;
    let device = forge::certificates_of(&exchange, &person).first()?.device();
    Some(AtWork { anna, bram: Bram { exchange, home, random, keys, anna: (person, device) } })
}

impl Anna {
    /// Calls a use case with the desk.
    pub(super) fn with<T>(&self, run: impl FnOnce(&mut Desk) -> T) -> Option<T> {
        self.desk.borrow_mut().as_mut().map(run)
    }

    /// Calls a program that shares the desk among its parts.
    pub(super) fn with_shared<T>(&self, run: impl FnOnce(&RefCell<Desk>) -> T) -> Option<T> {
        let desk = RefCell::new(self.desk.take()?);
        let done = run(&desk);
        self.desk.replace(Some(desk.into_inner()));
        Some(done)
    }

    /// Returns an empty folder for the files of one use case.
    pub(super) fn folder(&self) -> Option<TempDir> {
        TempDir::new_in(self.home.path()).ok()
    }

    /// Receives an envelope as a file, as a person carries it by hand. Returns the answers.
    pub(super) fn receive(&self, envelope: &[u8]) -> Option<Vec<Vec<u8>>> {
        let folder = self.folder()?;
        let path = folder.path().join("from-bram");
        fs::write(&path, envelope).ok()?;
        // An envelope that was refused leaves the desk as it was, and a person still looks at it.
        let _ = self.with(|desk| desk.read_envelopes(std::slice::from_ref(&path)))?;
        fs::remove_file(path).ok()?;
        files(&folder)
    }

    /// Returns the envelopes that Anna sends.
    pub(super) fn send(&self) -> Option<Vec<Vec<u8>>> {
        let folder = self.folder()?;
        self.with(|desk| desk.write_envelopes(folder.path()))?.ok()?;
        files(&folder)
    }

    /// Closes the desk and opens it again, with what the vault holds.
    pub(super) fn open_again(&self) -> Option<()> {
        let folder: PathBuf = self.home.path().join("anna");
        drop(self.desk.borrow_mut().take());
        // The recovery code needs one derivation of a key, at the cost that the vault was made with.
        let opened = Desk::recover(&folder, &self.recovery, PASSPHRASE, ENVIRONMENT);
        #[allow(clippy::panic, reason = "a desk that does not open again is what a fuzzer looks for")]
        match opened {
            Ok(desk) => self.desk.replace(Some(desk)),
            Err(error) => panic!("the desk does not open again: {error:?}"),
        };
        Some(())
    }
}

fn files(folder: &TempDir) -> Option<Vec<Vec<u8>>> {
    let files = fs::read_dir(folder.path()).ok()?.flatten();
    Some(files.filter_map(|file| fs::read(file.path()).ok()).collect())
}

impl Bram {
    /// Founds a dossier, and gives Anna a role in it.
    pub(super) fn share(&mut self) -> Option<Shared> {
        let (dossier, founded) = Exchange::found(&mut self.random);
        self.home.commit(founded);
        let (purpose, given_by) = ("samen begeleiden".to_owned(), "mevrouw De Wit".to_owned());
        self.issue(&dossier, Act::Consent { purpose, how: ConsentForm::Spoken, given_by, until: None })?;
        let to = self.exchange.member_of(&self.anna.0)?;
        self.issue(&dossier, Act::Grant { to, role: GrantedRole::Coach })?;
        let Ok(charter) = self.exchange.charter(&dossier, &mut self.home);
        let charter = forge::charter_part(&dossier, charter.ok()??.statements());
        Some(Shared { dossier, charter })
    }

    fn issue(&mut self, dossier: &DossierId, act: Act) -> Option<()> {
        let Ok(step) = self.exchange.issue(dossier, act, now(), &mut self.home);
        self.home.commit(step.ok()?);
        Some(())
    }

    /// Returns the author under which Bram writes a document.
    pub(super) fn writer(&self, dossier: &DossierId, document: &DocumentName) -> Writer {
        let actor = Exchange::actor(&self.exchange.device(), dossier, document);
        Writer { coach: self.exchange.coach(), actor }
    }

    /// Returns the part of an envelope that brings changes, with Bram's signature.
    pub(super) fn changes(
        &self,
        dossier: &DossierId,
        document: &DocumentName,
        changes: Vec<u8>,
        heads: Heads,
    ) -> EnvelopePart {
        let proofs = vec![self.keys.heads(dossier, document, heads, Vec::new())];
        EnvelopePart::Changes { dossier: dossier.clone(), document: document.clone(), changes, proofs }
    }

    /// Returns the next envelope from Bram to Anna.
    pub(super) fn envelope(&mut self, parts: Vec<EnvelopePart>) -> Option<Vec<u8>> {
        forge::envelope(&mut self.exchange, &self.anna.1, now(), parts, &mut self.random)
    }
}
