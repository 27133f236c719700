//! Desks that share a storage in a folder, and a clock that a test can advance.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use coach::desk::account::CoachRole;
use coach::dossier::DossierId;
use coach::dossier::model::ProfileField;
use coach::people::views::{ConsentHow, DossierRole, NewConsent};
use coach::{CoachError, Courier, Desk, Edit, Environment, PersonRef, Round};
use tempfile::TempDir;

use super::desk::{desk_as, unlocked_with};

static LATER: AtomicI64 = AtomicI64::new(0);

/// Advances the clock of all desks in this test program. Each test that reads this clock has a program
/// of its own.
pub fn pass(time: TimeDelta) {
    LATER.fetch_add(time.num_seconds(), Ordering::SeqCst);
}

fn now() -> DateTime<Utc> {
    Utc::now() + TimeDelta::seconds(LATER.load(Ordering::SeqCst))
}

/// A desk with its courier.
pub struct Someone {
    pub desk: RefCell<Desk>,
    courier: Courier,
}

impl Someone {
    /// Creates a professional.
    pub fn new(home: &TempDir, name: &str) -> Self {
        Self::with(home, CoachRole::Professional, name)
    }

    pub fn volunteer(home: &TempDir, name: &str) -> Self {
        Self::with(home, CoachRole::Volunteer, name)
    }

    fn with(home: &TempDir, role: CoachRole, name: &str) -> Self {
        let mut desk = desk_as(role, home, name, Environment { now, ..Environment::COMPUTER });
        desk.set_storage(&store(home).to_string_lossy(), None, None).unwrap();
        Self { desk: RefCell::new(desk), courier: Courier::default() }
    }

    /// Opens the desk of somebody who closed it.
    pub fn again(home: &TempDir, name: &str) -> Self {
        let desk = unlocked_with(home, name, Environment { now, ..Environment::COMPUTER });
        Self { desk: RefCell::new(desk), courier: Courier::default() }
    }

    pub fn sync(&mut self) -> Round {
        self.try_sync().unwrap()
    }

    pub fn try_sync(&mut self) -> Result<Round, CoachError> {
        Ok(self.courier.round(&self.desk, &mut |_, _| ())?.unwrap())
    }

    pub fn new_dossier(&self, name: &str) -> DossierId {
        self.desk.borrow_mut().new_dossier(name).unwrap()
    }

    pub fn caseload(&self) -> Vec<String> {
        self.desk.borrow_mut().caseload().into_iter().map(|card| card.name).collect()
    }

    /// Returns the events that have not been seen yet, as the names of their messages.
    pub fn events(&self) -> Vec<String> {
        self.desk.borrow().events().unwrap().into_iter().map(|event| event.message.id).collect()
    }

    /// Returns the folder of this device on the shared storage, which is the one with its newest mark.
    pub fn mailbox(&mut self, home: &TempDir) -> PathBuf {
        let marked = |path: &PathBuf| {
            let marks = std::fs::read_dir(path).unwrap().flatten();
            marks.filter(|entry| entry.file_name().to_string_lossy().starts_with("mark")).count()
        };
        let folders = || {
            let all = std::fs::read_dir(store(home).join("kring1")).unwrap().flatten();
            all.map(|entry| entry.path()).filter(|path| path.is_dir()).collect::<Vec<_>>()
        };
        for folder in folders() {
            let mark = std::fs::read_dir(&folder).unwrap().flatten().map(|entry| entry.path());
            mark.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("mark"))
                .for_each(|path| std::fs::remove_file(path).unwrap());
        }
        self.sync();
        folders().into_iter().find(|folder| marked(folder) == 1).unwrap()
    }

    /// Confirms that the words with somebody match.
    pub fn confirms(&self, name: &str) {
        self.desk.borrow_mut().confirm(&PersonRef(name.to_owned())).unwrap();
    }
}

/// Returns the folder of the storage that all desks share.
pub fn store(home: &TempDir) -> PathBuf {
    let store = home.path().join("opslag");
    std::fs::create_dir_all(&store).unwrap();
    store
}

pub fn settle(everybody: &mut [&mut Someone]) {
    for _ in 0..20 {
        let moved: u32 =
            everybody.iter_mut().map(|one| one.sync()).map(|round| round.sent + round.received).sum();
        if moved == 0 {
            return;
        }
    }
    assert!(everybody.is_empty(), "they never stop writing to each other");
}

/// Creates two people who met and confirmed that the words match.
pub fn acquainted(home: &TempDir) -> (Someone, Someone) {
    let (mut anna, mut bram) = (Someone::new(home, "Anna"), Someone::new(home, "Bram"));
    let invitation = anna.desk.borrow_mut().invite().unwrap();
    bram.desk.borrow_mut().accept(&invitation.text).unwrap();
    settle(&mut [&mut bram, &mut anna]);
    anna.confirms("Bram");
    bram.confirms("Anna");
    settle(&mut [&mut anna, &mut bram]);
    (anna, bram)
}

/// Creates the same two people, with a dossier of Anna's that both have.
pub fn shared(home: &TempDir) -> (Someone, Someone, DossierId) {
    let (mut anna, mut bram) = acquainted(home);
    let id = anna.new_dossier("Mevrouw De Wit");
    let consent = NewConsent {
        purpose: "samen begeleiden".into(),
        how: ConsentHow::Spoken,
        given_by: "mevrouw De Wit".into(),
        until: None,
    };
    anna.desk.borrow_mut().record_consent(&id, &consent).unwrap();
    anna.desk.borrow_mut().share(&id, &PersonRef("Bram".into()), DossierRole::Coach).unwrap();
    settle(&mut [&mut anna, &mut bram]);
    assert_eq!(bram.caseload(), ["Mevrouw De Wit"]);
    (anna, bram, id)
}

/// Renames the client of a dossier.
pub fn rename(who: &Someone, id: &DossierId, name: &str) {
    let field = ProfileField::Name(name.into());
    who.desk.borrow_mut().edit(id, &Edit::Profile(field)).unwrap();
}

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let there = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &there);
        } else {
            std::fs::copy(entry.path(), there).unwrap();
        }
    }
}
