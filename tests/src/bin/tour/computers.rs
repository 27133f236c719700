//! A coach whose laptop is lost, and colleagues about whose computers or roles something is unclear.

use std::cell::RefCell;
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};

use anyhow::{Context, Result};
use chrono::{DateTime, TimeDelta, Utc};
use coach::desk::account::{CoachRole, NewAccount, Preferences};
use coach::dossier::DossierId;
use coach::people::views::{ConsentHow, DossierRole, NewConsent};
use coach::{Courier, Desk, Environment, KdfParams, PersonRef};
use kring_tests::{Laptop, passphrase, unlock};

use crate::album::{Album, Language};

/// The hours by which the clock of the preparation is behind.
static BEHIND: AtomicI64 = AtomicI64::new(9);

fn now() -> DateTime<Utc> {
    Utc::now() - TimeDelta::hours(BEHIND.load(Ordering::SeqCst))
}

/// Saves pictures of Anna's computers, of her colleagues, and of three dossiers that she shares.
pub(crate) fn pictures(
    folder: &Path,
    name: &str,
    size: (u32, u32),
    language: Language,
    percent: u16,
) -> Result<()> {
    let laptop = Laptop::new(size.0, size.1)?;
    let code = if language == Language::English { "en" } else { "nl" };
    let dossiers = prepare(laptop.home(), code, percent)?;
    let window = laptop.open()?;
    let name = format!("{code}-{name}-{percent}");
    let album = Album { laptop: &laptop, window: &window, folder: folder.into(), name, language };
    match language {
        Language::Dutch => unlock(&window)?,
        Language::English => {
            window.write("passphrase", passphrase())?;
            window.click("unlock")?;
            window.sees("My dossiers")?;
        }
    }
    // In a larger window WebDriver clicks beside the place where things are.
    let [mine, unclear, offered] = dossiers;
    album.first(&format!("case-{mine}"))?;
    album.first("tab-sharing")?;
    album.first("hand-over-")?;
    album.take_from("hand-over", "[role=alertdialog]")?;
    album.first("back")?;
    album.first(&format!("case-{offered}"))?;
    album.first("tab-sharing")?;
    album.take_from("offered", "[data-testid=offered]")?;
    album.first("back")?;
    album.first(&format!("case-{unclear}"))?;
    album.first("tab-sharing")?;
    album.take_from("unclear", "[data-testid=claimants]")?;
    album.first("follow-")?;
    album.take_from("unclear-chosen", "[data-testid=claimants]")?;
    album.first("back")?;
    album.first("people")?;
    album.take_from("people", "[data-testid=events]")?;
    album.take_from("disputed", "[data-testid='person-Carla Roos']")?;
    album.first("own-device")?;
    album.take_from("computers", "[data-testid=own-count]")?;
    album.first("lost-")?;
    album.take("lost")?;
    window.script("document.querySelector('[data-testid=lost-dialog]').scrollTo(0, 9999)", &[])?;
    album.take("lost-below")?;
    window.write("lost-passphrase", passphrase())?;
    album.first("report-lost")?;
    album.there("#own-said")?;
    album.take("reported")
}

/// A person of the preparation, with a desk and a courier.
struct Someone {
    desk: RefCell<Desk>,
    courier: Courier,
}

impl Someone {
    fn new(folder: &Path, name: &str, storage: &Path) -> Result<Self> {
        let account = NewAccount { name, role: CoachRole::Professional, passphrase: passphrase() };
        let environment = Environment { now, ..Environment::COMPUTER };
        let (mut desk, code) = Desk::create(folder, &account, KdfParams::LEAST, environment)?;
        desk.confirm_recovery_code(&code.to_string())?;
        desk.set_storage(&storage.to_string_lossy(), None, None)?;
        Ok(Self { desk: RefCell::new(desk), courier: Courier::default() })
    }

    fn again(folder: &Path) -> Result<Self> {
        let desk = Desk::unlock(folder, passphrase(), Environment { now, ..Environment::COMPUTER })?;
        Ok(Self { desk: RefCell::new(desk), courier: Courier::default() })
    }

    fn confirm(&self, name: &str) -> Result<()> {
        self.desk.borrow_mut().confirm(&PersonRef(name.to_owned()))?;
        Ok(())
    }

    fn report_all_lost(&self) -> Result<()> {
        let mut desk = self.desk.borrow_mut();
        let lost: Vec<String> = desk.own_computers()?.into_iter().map(|one| one.mark).collect();
        desk.report_lost(&lost, passphrase())?;
        Ok(())
    }

    /// Makes a dossier and shares it with others.
    fn shares(&self, client: &str, with: &[&str]) -> Result<DossierId> {
        let mut desk = self.desk.borrow_mut();
        let id = desk.new_dossier(client)?;
        let (purpose, given_by) = ("Samen begeleiden".to_owned(), client.to_owned());
        let consent = NewConsent { purpose, how: ConsentHow::Spoken, given_by, until: None };
        desk.record_consent(&id, &consent)?;
        for name in with {
            desk.share(&id, &PersonRef((*name).to_owned()), DossierRole::Coach)?;
        }
        Ok(id)
    }

    fn hand_over(&self, id: &DossierId, to: &str) -> Result<()> {
        self.desk.borrow_mut().hand_over(id, &PersonRef(to.to_owned()))?;
        Ok(())
    }

    fn accept_handover(&self, id: &DossierId) -> Result<()> {
        self.desk.borrow_mut().accept_handover(id)?;
        Ok(())
    }
}

/// Makes Anna's account, with a laptop and a tablet of her own, and her colleagues. Returns a dossier that she
/// shares, one of which it is not clear who keeps it, and one that she offered to Bram.
fn prepare(home: &Path, language: &str, percent: u16) -> Result<[DossierId; 3]> {
    let (storage, others) = (home.join("berichten"), home.join("others"));
    std::fs::create_dir_all(&storage)?;
    let at = |name: &str| others.join(name);
    let mut anna = Someone::new(&home.join("accounts/Anna de Boer"), "Anna de Boer", &storage)?;
    let other = |name: &str| Someone::new(&at(name), name, &storage);
    let (mut bram, mut carla, mut els) = (other("Bram Visser")?, other("Carla Roos")?, other("Els Smit")?);
    for (one, name) in [(&mut bram, "Bram Visser"), (&mut carla, "Carla Roos"), (&mut els, "Els Smit")] {
        meet(&mut anna, "Anna de Boer", one, name)?;
    }
    meet(&mut els, "Els Smit", &mut bram, "Bram Visser")?;
    let mut computers = Vec::new();
    for (owner, name) in [(&mut anna, "Anna de Boer"), (&mut carla, "Carla Roos")] {
        computers.push(another_computer(owner, name, &at(&format!("{name}, laptop")), &storage)?);
    }
    computers.push(another_computer(&mut anna, "Anna de Boer", &at("Anna, tablet"), &storage)?);

    let mine = anna.shares("Mevrouw De Wit", &["Bram Visser"])?;
    let offered = anna.shares("Meneer Aydin", &["Bram Visser"])?;
    let unclear = els.shares("Mevrouw Jansen", &["Anna de Boer", "Bram Visser"])?;
    settle(&mut [&mut anna, &mut bram, &mut els])?;

    // Els hands over to Bram, and on a copy of her vault to Anna.
    copy(&at("Els Smit"), &at("kopie"))?;
    els.hand_over(&unclear, "Bram Visser")?;
    settle(&mut [&mut els, &mut bram])?;
    bram.accept_handover(&unclear)?;
    settle(&mut [&mut els, &mut bram])?;
    drop(els);
    // What Els sent to Anna about it gets lost, so that Anna hears of the second handover first.
    std::fs::remove_dir_all(&storage)?;
    std::fs::create_dir_all(&storage)?;
    std::fs::remove_dir_all(at("Els Smit"))?;
    std::fs::rename(at("kopie"), at("Els Smit"))?;
    let mut els = Someone::again(&at("Els Smit"))?;
    els.hand_over(&unclear, "Anna de Boer")?;
    settle(&mut [&mut els, &mut anna])?;
    anna.accept_handover(&unclear)?;
    settle(&mut [&mut els, &mut anna])?;
    anna.desk.borrow_mut().events_seen()?;

    // Carla and somebody who has her laptop report each other lost.
    carla.report_all_lost()?;
    computers[1].report_all_lost()?;
    settle(&mut [&mut carla, &mut anna])?;
    settle(&mut [&mut computers[1], &mut anna])?;
    BEHIND.store(0, Ordering::SeqCst);
    settle(&mut [&mut anna, &mut bram])?;
    anna.hand_over(&offered, "Bram Visser")?;
    let preferences = Preferences { language: language.to_owned(), size: percent, ..Preferences::default() };
    anna.desk.borrow_mut().set_preferences(preferences)?;
    BEHIND.store(9, Ordering::SeqCst);
    Ok([mine, unclear, offered])
}

fn meet(one: &mut Someone, name: &str, other: &mut Someone, others_name: &str) -> Result<()> {
    let invitation = one.desk.borrow_mut().invite()?;
    other.desk.borrow_mut().accept(&invitation.text)?;
    settle(&mut [other, one])?;
    one.confirm(others_name)?;
    other.confirm(name)?;
    settle(&mut [one, other])
}

fn another_computer(owner: &mut Someone, name: &str, folder: &Path, storage: &Path) -> Result<Someone> {
    let mut computer = Someone::new(folder, "Laptop", storage)?;
    let code = owner.desk.borrow_mut().invite_own_device()?;
    computer.desk.borrow_mut().accept_own_device(&code.text)?;
    settle(&mut [&mut computer, owner])?;
    owner.confirm("Laptop")?;
    computer.confirm(name)?;
    settle(&mut [owner, &mut computer])?;
    Ok(computer)
}

fn settle(everybody: &mut [&mut Someone]) -> Result<()> {
    for _ in 0..20 {
        let mut moved = 0;
        for one in everybody.iter_mut() {
            let round = one.courier.round(&one.desk, &mut |_, _| ())?.context("no storage")?;
            moved += round.sent + round.received;
        }
        if moved == 0 {
            return Ok(());
        }
    }
    anyhow::bail!("they never stop writing to each other")
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let there = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &there)?;
        } else {
            std::fs::copy(entry.path(), there)?;
        }
    }
    Ok(())
}
