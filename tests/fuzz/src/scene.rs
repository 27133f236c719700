//! The scene of the targets: Anna, and Bram, who shares a dossier with her and now sends whatever he likes.

use std::sync::OnceLock;

use chrono::{DateTime, TimeDelta, Utc};
use dossier::model::{Person, PersonField, ProfileField};
use dossier::{CoachId, DocumentName, DossierId, Edit, Id, NoteId, PersonId, Writer, edit};
use exchange::charter::{Act, ConsentForm, GrantedRole};
use exchange::{
    DeviceCard, DeviceCertificate, DeviceSecret, Exchange, Home, Invitation, InvitationKind, InviterRole,
    MemoryHome, PersonSecret, Randomness, Received, Step,
};
use minicbor::Decoder;

/// Anna's state, and what Bram knows of her.
pub(crate) struct Scene {
    /// The entries and records of Anna.
    pub(crate) home: MemoryHome,
    /// The entries and records of Bram.
    pub(crate) brams: MemoryHome,
    /// The copy of the vault that Anna's device belongs to.
    pub(crate) incarnation: [u8; 16],
    /// The card of Anna's device.
    pub(crate) anna: DeviceCard,
    /// An invitation of Anna's that nobody answered yet.
    pub(crate) open: Invitation,
    /// The dossier that the two share.
    pub(crate) dossier: DossierId,
    /// The note in that dossier.
    pub(crate) note: NoteId,
    /// The keys of Bram.
    pub(crate) bram: Keys,
}

/// The keys of a person and a device.
pub(crate) struct Keys {
    /// The person's secret key.
    pub(crate) person: PersonSecret,
    /// The device's secret key.
    pub(crate) device: DeviceSecret,
    /// The device's certificate.
    pub(crate) certificate: DeviceCertificate,
}

/// Returns the time of the scene.
pub(crate) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap_or_default()
}

/// Returns the scene, which is made once.
pub(crate) fn scene() -> &'static Scene {
    static SCENE: OnceLock<Scene> = OnceLock::new();
    #[allow(clippy::expect_used, reason = "without a scene there is nothing to try")]
    SCENE.get_or_init(|| set().expect("the scene is set with what the program itself makes"))
}

struct Coach {
    exchange: Exchange,
    home: MemoryHome,
    random: Randomness,
}

impl Coach {
    fn new(name: &str, number: u8) -> Self {
        let mut random = Randomness::from_seed([number; 32]);
        let (exchange, step) = Exchange::begin(name, [number; 16], now(), &mut random);
        let mut home = MemoryHome::new(exchange.coach(), exchange.device());
        home.commit(step);
        Self { exchange, home, random }
    }

    fn issue(&mut self, dossier: &DossierId, act: Act) -> Option<()> {
        let step = self.exchange.issue(dossier, act, now(), &mut self.home).ok()?.ok()?;
        self.home.commit(step);
        Some(())
    }

    fn give_to(&mut self, other: &mut Self) -> usize {
        let later = now() + TimeDelta::minutes(1);
        let Ok((step, posts)) = self.exchange.outgoing(later, &mut self.random, &mut self.home);
        self.home.commit(step);
        let count = posts.len();
        for post in posts {
            for answer in other.take(post.outgoing.bytes) {
                self.take(answer);
            }
            if let Some(receipt) = &post.receipt {
                let Ok(step) = self.exchange.delivered(receipt, later, &mut self.home);
                self.home.commit(step);
            }
        }
        count
    }

    fn take(&mut self, bytes: Vec<u8>) -> Vec<Vec<u8>> {
        match self.exchange.receive(bytes, now(), &mut self.random, &mut self.home) {
            Ok(Ok(Received::Merged(step, answers))) => {
                self.home.commit(step);
                answers.into_iter().map(|answer| answer.bytes).collect()
            }
            _ => Vec::new(),
        }
    }
}

fn set() -> Option<Scene> {
    let (mut anna, mut bram) = (Coach::new("Anna", 1), Coach::new("Bram", 2));
    let (kind, role) = (InvitationKind::Colleague, InviterRole::Professional);
    let (invitation, step) = anna.exchange.invite(kind, role, None, now(), &mut anna.random);
    anna.home.commit(step);
    let step = bram.exchange.accept(&invitation, now(), &mut bram.random).ok()?;
    bram.home.commit(step);
    bram.give_to(&mut anna);
    let (annas, brams) = (anna.exchange.person(), bram.exchange.person());
    let confirmed: Step = anna.exchange.confirm(&brams, now()).ok()?;
    anna.home.commit(confirmed);
    let confirmed = bram.exchange.confirm(&annas, now()).ok()?;
    bram.home.commit(confirmed);

    let (dossier, founded) = Exchange::found(&mut anna.random);
    anna.home.commit(founded);
    let note = NoteId::from_random([6; 10]);
    anna.home.edit(&dossier, &Edit::Profile(ProfileField::Name("mevrouw De Wit".into())), now()).ok()?;
    anna.home.write_note(&dossier, &note, "Een eerste gesprek.", now()).ok()?;
    let (purpose, given_by) = ("samen begeleiden".into(), "mevrouw De Wit".into());
    anna.issue(&dossier, Act::Consent { purpose, how: ConsentForm::Spoken, given_by, until: None })?;
    let to = anna.exchange.member_of(&brams)?;
    anna.issue(&dossier, Act::Grant { to, role: GrantedRole::Coach })?;
    for _ in 0..5 {
        if anna.give_to(&mut bram) + bram.give_to(&mut anna) == 0 {
            break;
        }
    }
    let person = edit::add::<Person>(PersonId::from_random([7; 10]), [PersonField::Name("Fatima".into())]);
    bram.home.edit(&dossier, &person, now()).ok()?;
    let (open, step) = anna.exchange.invite(kind, role, None, now(), &mut anna.random);
    anna.home.commit(step);

    let card = card_of(&bram.home, &anna.exchange)?;
    let bram_keys = keys(&bram.home)?;
    Some(Scene {
        home: anna.home,
        brams: bram.home,
        incarnation: [1; 16],
        anna: card,
        open,
        dossier,
        note,
        bram: bram_keys,
    })
}

fn entry(home: &MemoryHome, key: &[u8]) -> Option<Vec<u8>> {
    home.entries().find(|(there, _)| there == key).map(|(_, value)| value)
}

/// Reads a person's keys from the entry in which a device saves them.
fn keys(home: &MemoryHome) -> Option<Keys> {
    let me = entry(home, b"m")?;
    let mut decoder = Decoder::new(&me);
    decoder.array().ok()?;
    let person = PersonSecret::from_bytes(decoder.bytes().ok()?.try_into().ok()?);
    for _ in 0..2 {
        decoder.skip().ok()?;
    }
    let device = DeviceSecret::from_bytes(decoder.bytes().ok()?.try_into().ok()?);
    Some(Keys { person, device, certificate: decoder.decode().ok()? })
}

/// Reads the card of a person from the entry in which another saves it.
fn card_of(home: &MemoryHome, whose: &Exchange) -> Option<DeviceCard> {
    let peer = entry(home, &[b"p".as_slice(), &whose.device().0].concat())?;
    let mut decoder = Decoder::new(&peer);
    decoder.array().ok()?;
    decoder.decode().ok()
}

impl Scene {
    /// Returns Anna's exchange as it is loaded.
    pub(crate) fn anna(&self) -> Option<(Exchange, MemoryHome, Randomness)> {
        let mut random = Randomness::from_seed([8; 32]);
        let (exchange, _) =
            Exchange::load(self.home.entries(), self.incarnation, now(), &mut random).ok()??;
        Some((exchange, self.home.clone(), random))
    }

    /// Returns the changes that Bram wrote and Anna does not have.
    pub(crate) fn news_of_bram(&self, document: &DocumentName) -> Vec<u8> {
        let (mut annas, mut brams) = (self.home.clone(), self.brams.clone());
        let Ok(heads) = annas.heads(&self.dossier, document);
        let Ok(changes) = brams.changes_since(&self.dossier, document, &heads);
        changes
    }
}

/// Returns somebody who writes in a stream of their own.
pub(crate) fn writer() -> Writer {
    Writer { coach: CoachId::from_random([10; 10]), actor: [11; 16] }
}
