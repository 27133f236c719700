//! Rounds of the exchange between two desks over a real server: how many requests they take, and what becomes
//! of the envelopes on the way.

use std::cell::RefCell;
use std::path::PathBuf;

use coach::desk::account::{CoachRole, NewAccount};
use coach::dossier::DossierId;
use coach::dossier::model::ProfileField;
use coach::people::views::{ConsentHow, DossierRole, NewConsent};
use coach::{CoachError, Courier, Desk, Edit, Environment, KdfParams, PersonRef, Round};
use kring_tests::{Allows, PASSWORD, USER};
use tempfile::TempDir;

use crate::scene::Scene;

const PASSPHRASE: &str = "fiets paraplu zondag kachel";

/// Runs every test over each kind of server.
macro_rules! on_every_server {
    ($($story:ident)*) => {
        mod over_webdav {
            use super::Scene;
            $(#[test] fn $story() { super::$story(Scene::webdav()) })*
        }
        mod over_s3 {
            use super::Scene;
            $(#[test] fn $story() { super::$story(Scene::s3()) })*
        }
    };
}

on_every_server! {
    taking_in_one_edit_takes_at_most_three_requests
    what_was_taken_in_is_removed_when_there_is_nothing_else_to_carry
    what_was_taken_in_is_not_fetched_again_after_a_restart
    what_was_taken_in_makes_room_in_a_full_storage
    so_many_edits_leave_no_more_than_a_hundred_envelopes_in_a_mailbox
    storage_that_refuses_to_remove_is_reported_and_nothing_is_fetched_twice
    what_was_lost_on_the_way_is_sent_again_as_soon_as_a_person_asks
    a_reply_to_an_invitation_that_was_lost_is_sent_again_as_soon_as_a_person_asks
}

/// Two people who share a dossier over one server. Neither has anything left to say.
struct Pair {
    anna: Seat,
    bram: Seat,
    dossier: DossierId,
    scene: Scene,
    _home: TempDir,
}

impl Pair {
    fn over(scene: Scene) -> Self {
        let home = tempfile::tempdir().unwrap();
        let (anna, bram) = (Seat::new(&home, "Anna"), Seat::new(&home, "Bram"));
        anna.desk.borrow_mut().set_storage(&scene.address(), Some(USER), Some(PASSWORD)).unwrap();
        let invitation = anna.desk.borrow_mut().invite().unwrap();
        bram.desk.borrow_mut().accept(&invitation.text).unwrap();
        let dossier = anna.desk.borrow_mut().new_dossier("Mevrouw De Wit").unwrap();
        let mut pair = Self { anna, bram, dossier, scene, _home: home };
        pair.settle();
        pair.anna.desk.borrow_mut().confirm(&PersonRef("Bram".into())).unwrap();
        pair.bram.desk.borrow_mut().confirm(&PersonRef("Anna".into())).unwrap();
        let consent = NewConsent {
            purpose: "samen begeleiden".into(),
            how: ConsentHow::Spoken,
            given_by: "mevrouw De Wit".into(),
            until: None,
        };
        let bram = PersonRef("Bram".into());
        pair.anna.desk.borrow_mut().record_consent(&pair.dossier, &consent).unwrap();
        pair.anna.desk.borrow_mut().share(&pair.dossier, &bram, DossierRole::Coach).unwrap();
        pair.settle();
        pair
    }

    /// Lets both exchange in turns until neither carries anything.
    fn settle(&mut self) {
        for _ in 0..20 {
            let rounds = [self.anna.round(), self.bram.round()];
            if rounds.iter().all(|round| round.received + round.sent == 0) {
                return;
            }
        }
        panic!("they never stop answering each other");
    }

    /// Lets both ask for an exchange, which ends the time for which a storage that failed is left alone.
    fn ask_again(&mut self) {
        self.anna.round_now();
        self.bram.round_now();
    }

    /// Lets Anna write something and send it.
    fn anna_sends(&mut self, story: &str) {
        self.anna.writes(&self.dossier, story);
        assert_eq!(self.anna.round().sent, 1);
    }

    fn envelopes(&self) -> Vec<PathBuf> {
        mailboxes(&self.scene).concat()
    }
}

/// Returns the folders of the mailboxes on the server.
fn folders(scene: &Scene) -> Vec<PathBuf> {
    let root = scene.behind().parent().unwrap().to_owned();
    let entries = std::fs::read_dir(root).unwrap().flatten().map(|entry| entry.path());
    entries.filter(|entry| entry.is_dir()).collect()
}

/// Returns the envelopes on the server, mailbox by mailbox.
fn mailboxes(scene: &Scene) -> Vec<Vec<PathBuf>> {
    let is_envelope = |path: &PathBuf| path.file_name().unwrap().len() == 32;
    let envelopes = |folder: PathBuf| {
        let files = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
        files.filter(is_envelope).collect()
    };
    folders(scene).into_iter().map(envelopes).collect()
}

/// Removes the envelopes on the server, as an accident would.
fn lose_envelopes(scene: &Scene) {
    mailboxes(scene).concat().iter().for_each(|envelope| std::fs::remove_file(envelope).unwrap());
}

/// A desk with its courier.
struct Seat {
    desk: RefCell<Desk>,
    courier: Courier,
    folder: PathBuf,
}

impl Seat {
    fn new(home: &TempDir, name: &str) -> Self {
        let folder = home.path().join(name);
        let account = NewAccount { name, role: CoachRole::Professional, passphrase: PASSPHRASE };
        let (desk, _) = Desk::create(&folder, &account, KdfParams::LEAST, Environment::COMPUTER).unwrap();
        Self { desk: RefCell::new(desk), courier: Courier::default(), folder }
    }

    /// Closes the program and starts it again.
    fn restarted(self) -> Self {
        let Self { desk, folder, .. } = self;
        drop(desk);
        let desk = Desk::unlock(&folder, PASSPHRASE, Environment::COMPUTER).unwrap();
        Self { desk: RefCell::new(desk), courier: Courier::default(), folder }
    }

    fn round(&mut self) -> Round {
        self.try_round().unwrap()
    }

    fn try_round(&mut self) -> Result<Round, CoachError> {
        Ok(self.courier.round(&self.desk, &mut |_, _| ())?.unwrap())
    }

    /// Exchanges once because the coach asks for it.
    fn round_now(&mut self) -> Round {
        self.courier.round_now(&self.desk, &mut |_, _| ()).unwrap().unwrap()
    }

    /// Exchanges once, and returns the number of requests that it took as well.
    fn counted_round(&mut self) -> (Result<Round, CoachError>, u64) {
        let mailbox = self.desk.borrow_mut().mailbox().unwrap().unwrap();
        let before = mailbox.requests();
        let round = self.try_round();
        (round, mailbox.requests() - before)
    }

    fn writes(&self, dossier: &DossierId, story: &str) {
        let edit = Edit::Profile(ProfileField::Story(story.into()));
        self.desk.borrow_mut().edit(dossier, &edit).unwrap();
    }

    fn reads(&self, dossier: &DossierId) -> String {
        self.desk.borrow_mut().read(dossier).unwrap().profile().story.0.clone()
    }
}

fn taking_in_one_edit_takes_at_most_three_requests(scene: Scene) {
    let mut pair = Pair::over(scene);
    for story in ["Zong in een koor.", "Zong in een koor, jarenlang.", "Zingt in een koor."] {
        pair.anna.writes(&pair.dossier, story);
        let (sent, sending) = pair.anna.counted_round();
        let (taken_in, taking_in) = pair.bram.counted_round();
        let (answered, settling) = pair.anna.counted_round();
        assert_eq!(sent.unwrap().sent, 1);
        let taken_in = taken_in.unwrap();
        assert_eq!((taken_in.received, taken_in.sent), (1, 1), "it is merged and answered");
        assert_eq!(answered.unwrap().received, 1);
        assert_eq!(pair.bram.reads(&pair.dossier), story);
        assert!(taking_in <= 3, "taking in took {taking_in} requests");
        assert!(sending <= 3 && settling <= 3, "{sending} to send, {settling} for the answer");
    }
}

fn what_was_taken_in_is_removed_when_there_is_nothing_else_to_carry(scene: Scene) {
    let mut pair = Pair::over(scene);
    pair.anna_sends("Zong in een koor.");
    pair.bram.round();
    assert_eq!(pair.envelopes().len(), 2, "the edit and its answer");
    let (round, requests) = pair.bram.counted_round();
    assert_eq!((round.unwrap(), requests), (Round::default(), 2), "a listing and a removal");
    assert_eq!(pair.envelopes().len(), 1);
    pair.settle();
    assert_eq!(pair.envelopes().len(), 0);
    let (_, requests) = pair.bram.counted_round();
    assert_eq!(requests, 1, "a listing alone, where nothing is left to remove");
}

fn what_was_taken_in_is_not_fetched_again_after_a_restart(scene: Scene) {
    let mut pair = Pair::over(scene);
    pair.anna_sends("Zong in een koor.");
    pair.bram.round();
    pair.bram = pair.bram.restarted();
    let (round, requests) = pair.bram.counted_round();
    assert_eq!((round.unwrap(), requests), (Round::default(), 2), "a listing and a removal");
    pair.settle();
    assert_eq!(pair.envelopes().len(), 0);

    // Somebody else removed the envelope, or the answer to the removal was lost on its way.
    pair.anna_sends("Zingt in een koor.");
    pair.bram.round();
    lose_envelopes(&pair.scene);
    let requests = [(); 2].map(|()| pair.bram.counted_round().1);
    assert_eq!(requests, [1, 1], "what is gone is not removed again");
}

fn what_was_taken_in_makes_room_in_a_full_storage(scene: Scene) {
    let mut pair = Pair::over(scene);
    pair.anna_sends("Zong in een koor.");
    pair.scene.serve(Allows::Removing);
    let refused = pair.bram.try_round().unwrap_err();
    assert_eq!(refused.code(), "mailbox-full");
    assert_eq!(pair.bram.reads(&pair.dossier), "Zong in een koor.");
    assert_eq!(pair.envelopes().len(), 0);
    pair.scene.serve(Allows::Writing);
    pair.ask_again();
    pair.settle();
    assert_eq!(pair.envelopes().len(), 0);
}

fn storage_that_refuses_to_remove_is_reported_and_nothing_is_fetched_twice(scene: Scene) {
    let mut pair = Pair::over(scene);
    pair.anna_sends("Zong in een koor.");
    pair.bram.round();
    pair.scene.serve(Allows::ReadingOnly);
    for _ in 0..2 {
        let (round, requests) = pair.bram.counted_round();
        assert_eq!(round.unwrap_err().code(), "mailbox-not-allowed");
        assert_eq!(requests, 2, "a listing and a removal");
    }
    pair.scene.serve(Allows::Writing);
    pair.ask_again();
    pair.settle();
    assert_eq!(pair.envelopes().len(), 0);
}

fn what_was_lost_on_the_way_is_sent_again_as_soon_as_a_person_asks(scene: Scene) {
    let mut pair = Pair::over(scene);
    pair.anna_sends("Zong in een koor.");
    assert_eq!(pair.anna.round_now().sent, 0, "it still lies in the mailbox");
    lose_envelopes(&pair.scene);
    assert_eq!(pair.anna.round().sent, 0, "nobody asks, and an answer may be on its way");
    assert_eq!(pair.anna.round_now().sent, 1);
    assert_eq!(pair.anna.round_now().sent, 0, "it was sent again and lies in the mailbox");
    assert_eq!(pair.bram.round().received, 1);
    assert_eq!(pair.bram.reads(&pair.dossier), "Zong in een koor.");
    pair.settle();
    assert_eq!(pair.anna.round_now(), Round::default(), "everything is answered");
}

fn a_reply_to_an_invitation_that_was_lost_is_sent_again_as_soon_as_a_person_asks(scene: Scene) {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, mut bram) = (Seat::new(&home, "Anna"), Seat::new(&home, "Bram"));
    anna.desk.borrow_mut().set_storage(&scene.address(), Some(USER), Some(PASSWORD)).unwrap();
    let invitation = anna.desk.borrow_mut().invite().unwrap();
    bram.desk.borrow_mut().accept(&invitation.text).unwrap();
    assert_eq!((bram.round().sent, bram.round_now().sent), (1, 0));
    lose_envelopes(&scene);
    assert_eq!((bram.round().sent, bram.round_now().sent), (0, 1));
    assert_eq!(anna.round().received, 1);
}

fn so_many_edits_leave_no_more_than_a_hundred_envelopes_in_a_mailbox(scene: Scene) {
    let mut pair = Pair::over(scene);
    let mut most = 0;
    // Neither ever has a round in which there is nothing to carry.
    for number in 0..110 {
        pair.anna_sends(&format!("Zong {number} keer in een koor."));
        assert_eq!(pair.bram.round().received, 1);
        most = mailboxes(&pair.scene).iter().map(Vec::len).max().unwrap().max(most);
    }
    assert!((50..=100).contains(&most), "{most} envelopes in one mailbox");
    pair.settle();
    assert_eq!(pair.envelopes().len(), 0);
}

#[test]
fn whatever_request_fails_nothing_is_lost_and_nothing_stays_on_the_server() {
    let mut pair = Pair::over(Scene::s3());
    for answered in 0..10 {
        let story = format!("Zong {answered} keer in een koor.");
        pair.anna.writes(&pair.dossier, &story);
        let Scene::S3(server) = &pair.scene else { panic!("another kind of storage") };
        server.break_after(Some(answered));
        for _ in 0..3 {
            // The server breaks during one of these rounds, whichever it is.
            let _ = (pair.anna.try_round(), pair.bram.try_round());
        }
        server.break_after(None);
        pair.ask_again();
        pair.settle();
        assert_eq!(pair.bram.reads(&pair.dossier), story, "{answered} requests were answered");
        assert_eq!(pair.envelopes().len(), 0, "{answered} requests were answered");
        assert_eq!(pair.anna.desk.borrow().events().unwrap(), []);
        assert_eq!(pair.bram.desk.borrow().events().unwrap(), []);
    }
}

#[test]
fn a_busy_server_is_left_alone_until_a_person_asks() {
    let mut pair = Pair::over(Scene::s3());
    let Scene::S3(server) = &pair.scene else { panic!("another kind of storage") };
    server.break_after(Some(0));
    let failure =
        |(round, requests): (Result<Round, CoachError>, u64)| (round.map_err(|it| it.code()), requests);
    let refused = Err("mailbox-busy");
    assert_eq!(failure(pair.anna.counted_round()), (refused.clone(), 1));
    assert_eq!(failure(pair.anna.counted_round()), (refused, 1), "one failure may be an accident");
    pair.anna.writes(&pair.dossier, "Zong in een koor.");
    assert_eq!(failure(pair.anna.counted_round()), (Ok(Round::default()), 0));
    let problem = |seat: &Seat| seat.desk.borrow_mut().people().unwrap().sync.problem.is_some();
    assert!(problem(&pair.anna), "the reason stays on the screen");
    server.break_after(None);
    assert_eq!(failure(pair.anna.counted_round()), (Ok(Round::default()), 0));
    assert_eq!(pair.anna.round_now().sent, 1);
    assert!(!problem(&pair.anna));
    pair.settle();
    assert_eq!(pair.bram.reads(&pair.dossier), "Zong in een koor.");
}

#[test]
fn envelopes_that_a_cloud_client_left_on_its_server_are_reported_and_keep_nothing_from_being_sent() {
    let mut pair = Pair::over(Scene::folder());
    pair.anna_sends("Zong in een koor.");
    let envelope = pair.envelopes().remove(0);
    let placeholder = envelope.with_added_extension("nextcloud");
    std::fs::rename(&envelope, &placeholder).unwrap();
    pair.bram.writes(&pair.dossier, "Zingt in een koor.");
    assert_eq!(pair.bram.try_round().unwrap_err().code(), "mailbox-online-only");
    assert!(pair.anna.round().received > 0, "what Bram wrote was sent");
    std::fs::rename(&placeholder, &envelope).unwrap();
    assert!(pair.bram.round().received > 0);
}

#[test]
fn what_nobody_can_read_is_removed_also_by_a_program_that_exchanges_once_and_ends() {
    let mut pair = Pair::over(Scene::webdav());
    let folder = folders(&pair.scene).remove(0);
    std::fs::write(folder.join("00".repeat(16)), "").unwrap();
    let left = |pair: &Pair| pair.envelopes().len();
    assert_eq!(left(&pair), 1);
    for _ in 0..3 {
        pair.anna = pair.anna.restarted();
        pair.bram = pair.bram.restarted();
        pair.anna.round();
        pair.bram.round();
    }
    assert_eq!(left(&pair), 0);
}
