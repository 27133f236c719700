//! Mailboxes on real storage: the same tests over a folder, apache2 with mod_dav, and an S3 server.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod answers;
mod odd_server;
mod rounds;
mod scene;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::time::{Duration, Instant};

use exchange::carrier::{CarrierError, Listing, Mark};
use exchange::{MAX_ENVELOPE_BYTES, Randomness};

use scene::{BRAM, Scene, name, open_at};

/// Runs every test on every kind of storage.
macro_rules! on_every_storage {
    ($($story:ident)*) => {
        mod a_folder {
            use super::Scene;
            $(#[test] fn $story() { super::$story(Scene::folder()) })*
        }
        mod a_webdav_server {
            use super::Scene;
            $(#[test] fn $story() { super::$story(Scene::webdav()) })*
        }
        mod an_s3_server {
            use super::Scene;
            $(#[test] fn $story() { super::$story(Scene::s3()) })*
        }
    };
}

on_every_storage! {
    a_check_of_good_storage_succeeds_and_leaves_no_object
    a_mark_is_left_each_day_and_the_one_before_is_removed
    objects_of_many_writers_at_once_all_arrive
    a_partly_written_object_is_never_listed
    files_of_others_in_the_folder_are_neither_listed_nor_removed
    an_object_removed_between_listing_and_reading_reads_as_none
    an_object_put_twice_exists_once
    a_truncated_object_reads_as_the_bytes_that_are_left
    an_oversized_object_is_refused_by_name
    unreachable_storage_is_reported_and_works_again_when_it_is_back
    read_only_storage_is_reported
    listing_writing_reading_and_removing_take_one_request_each
    many_objects_are_removed_together
    a_call_within_another_runtime_waits_like_any_other
}

fn random() -> Randomness {
    Randomness::from_seed([9; 32])
}

fn a_check_of_good_storage_succeeds_and_leaves_no_object(scene: Scene) {
    let mailbox = scene.open();
    assert_eq!(mailbox.list(&BRAM), Ok(vec![]), "before anything was written");
    assert_eq!(mailbox.check(&BRAM, &mut random()), Ok(()));
    assert_eq!(mailbox.list(&BRAM), Ok(vec![]));
}

fn listing(names: Vec<exchange::carrier::ObjectName>, mark: Option<Mark>) -> Listing {
    Listing { names, mark, is_whole: true, online_only: 0 }
}

fn a_mark_is_left_each_day_and_the_one_before_is_removed(scene: Scene) {
    let mailbox = scene.open();
    let (monday, tuesday) = (Mark(20_000), Mark(20_001));
    assert_eq!(mailbox.list_with_mark(&BRAM), Ok(listing(vec![], None)));
    assert_eq!(mailbox.leave_mark(&BRAM, monday, None), Ok(()));
    assert_eq!(mailbox.list_with_mark(&BRAM), Ok(listing(vec![], Some(monday))));
    assert_eq!(mailbox.leave_mark(&BRAM, tuesday, Some(monday)), Ok(()));
    mailbox.put(&BRAM, &name(1), *b"x").unwrap();
    assert_eq!(mailbox.list_with_mark(&BRAM), Ok(listing(vec![name(1)], Some(tuesday))));
    assert_eq!(mailbox.list(&BRAM), Ok(vec![name(1)]));
}

fn objects_of_many_writers_at_once_all_arrive(scene: Scene) {
    let bytes = |number: u64| vec![number as u8; 1_000 + number as usize];
    // The folder does not exist yet: the first writers create it, all at the same time.
    std::thread::scope(|threads| {
        for sender in 0..6 {
            let mailbox = scene.open();
            threads.spawn(move || {
                for number in sender * 5..sender * 5 + 5 {
                    mailbox.put(&BRAM, &name(number), bytes(number)).unwrap();
                }
            });
        }
    });
    let mailbox = scene.open();
    let listed: BTreeSet<_> = mailbox.list(&BRAM).unwrap().into_iter().collect();
    assert_eq!(listed, (0..30).map(name).collect());
    for number in 0..30 {
        assert_eq!(mailbox.get(&BRAM, &name(number)), Ok(Some(bytes(number))));
        mailbox.remove(&BRAM, &name(number)).unwrap();
    }
    assert_eq!(mailbox.list(&BRAM), Ok(vec![]));
}

fn a_partly_written_object_is_never_listed(scene: Scene) {
    const LENGTH: usize = 3_000_000;
    let mailbox = scene.open();
    mailbox.check(&BRAM, &mut random()).unwrap();
    std::thread::scope(|threads| {
        let sender = threads.spawn(|| {
            for number in 0..8 {
                mailbox.put(&BRAM, &name(number), vec![7; LENGTH]).unwrap();
            }
        });
        while !sender.is_finished() {
            for listed in mailbox.list(&BRAM).unwrap() {
                assert_eq!(mailbox.get(&BRAM, &listed).unwrap().unwrap().len(), LENGTH);
            }
        }
    });
    assert_eq!(mailbox.list(&BRAM).unwrap().len(), 8);
}

fn files_of_others_in_the_folder_are_neither_listed_nor_removed(scene: Scene) {
    let mailbox = scene.open();
    mailbox.put(&BRAM, &name(1), *b"for Bram").unwrap();
    let ours = name(1).to_string();
    let foreign = [".DS_Store", "desktop.ini", &format!("{ours} (conflicted copy 2026-11-24 101500)")];
    for foreign in foreign {
        fs::write(scene.behind().join(foreign), b"not ours").unwrap();
    }
    fs::create_dir(scene.behind().join("ab".repeat(16))).unwrap();
    assert_eq!(mailbox.list(&BRAM), Ok(vec![name(1)]));
    mailbox.remove(&BRAM, &name(1)).unwrap();
    assert_eq!(mailbox.list(&BRAM), Ok(vec![]));
    for foreign in foreign {
        assert!(scene.behind().join(foreign).exists(), "{foreign} was removed");
    }
}

fn an_object_removed_between_listing_and_reading_reads_as_none(scene: Scene) {
    let mailbox = scene.open();
    mailbox.put(&BRAM, &name(1), *b"for Bram").unwrap();
    assert_eq!(mailbox.list(&BRAM), Ok(vec![name(1)]));
    fs::remove_file(scene.behind().join(name(1).to_string())).unwrap();
    assert_eq!(mailbox.get(&BRAM, &name(1)), Ok(None));
    assert_eq!(mailbox.remove(&BRAM, &name(1)), Ok(()));
}

fn an_object_put_twice_exists_once(scene: Scene) {
    let mailbox = scene.open();
    mailbox.put(&BRAM, &name(1), *b"once").unwrap();
    mailbox.put(&BRAM, &name(1), *b"twice").unwrap();
    assert_eq!(mailbox.list(&BRAM), Ok(vec![name(1)]));
    assert_eq!(mailbox.get(&BRAM, &name(1)), Ok(Some(b"twice".to_vec())));
}

fn a_truncated_object_reads_as_the_bytes_that_are_left(scene: Scene) {
    let mailbox = scene.open();
    mailbox.put(&BRAM, &name(1), [5; 1_000]).unwrap();
    for left in [600, 0] {
        let file = fs::File::options().write(true).open(scene.behind().join(name(1).to_string())).unwrap();
        file.set_len(left).unwrap();
        assert_eq!(mailbox.list(&BRAM), Ok(vec![name(1)]));
        assert_eq!(mailbox.get(&BRAM, &name(1)), Ok(Some(vec![5; left as usize])));
    }
}

fn an_oversized_object_is_refused_by_name(scene: Scene) {
    let mailbox = scene.open();
    let too_large = |number| CarrierError::TooLarge { name: name(number) };
    assert_eq!(mailbox.put(&BRAM, &name(1), vec![0; MAX_ENVELOPE_BYTES + 1]), Err(too_large(1)));
    mailbox.put(&BRAM, &name(2), vec![0; MAX_ENVELOPE_BYTES]).unwrap();
    assert_eq!(mailbox.get(&BRAM, &name(2)).map(|read| read.unwrap().len()), Ok(MAX_ENVELOPE_BYTES));
    let mut file = fs::File::options().append(true).open(scene.behind().join(name(2).to_string())).unwrap();
    file.write_all(b"!").unwrap();
    assert_eq!(mailbox.list(&BRAM), Ok(vec![name(2)]));
    assert_eq!(mailbox.get(&BRAM, &name(2)), Err(too_large(2)));
}

fn unreachable_storage_is_reported_and_works_again_when_it_is_back(mut scene: Scene) {
    let mailbox = scene.open();
    mailbox.put(&BRAM, &name(1), *b"for Bram").unwrap();
    scene.go_away();
    let begun = Instant::now();
    let errors = [
        mailbox.list(&BRAM).unwrap_err(),
        mailbox.get(&BRAM, &name(1)).unwrap_err(),
        mailbox.put(&BRAM, &name(2), *b"more").unwrap_err(),
        mailbox.remove(&BRAM, &name(1)).unwrap_err(),
        mailbox.check(&BRAM, &mut random()).unwrap_err(),
    ];
    let code = if matches!(scene, Scene::Folder(_)) { "mailbox-not-there" } else { "mailbox-unreachable" };
    for error in errors {
        assert_eq!(error.code(), code, "{error}");
    }
    assert!(begun.elapsed() < Duration::from_secs(5));
    scene.come_back();
    assert_eq!(mailbox.list(&BRAM), Ok(vec![name(1)]));
}

fn read_only_storage_is_reported(mut scene: Scene) {
    let mailbox = scene.open();
    mailbox.put(&BRAM, &name(1), *b"for Bram").unwrap();
    if !scene.refuse_writing() {
        println!("left out: this user may not make a folder that cannot be written");
        return;
    }
    assert_eq!(mailbox.list(&BRAM), Ok(vec![name(1)]));
    assert_eq!(mailbox.get(&BRAM, &name(1)), Ok(Some(b"for Bram".to_vec())));
    assert_eq!(mailbox.put(&BRAM, &name(2), *b"more"), Err(CarrierError::NotAllowed));
    assert_eq!(mailbox.remove(&BRAM, &name(1)), Err(CarrierError::NotAllowed));
    assert_eq!(mailbox.remove_all(&BRAM, &[name(1), name(2)]), Err(CarrierError::NotAllowed));
    assert_eq!(mailbox.check(&BRAM, &mut random()), Err(CarrierError::NotAllowed));
}

fn listing_writing_reading_and_removing_take_one_request_each(scene: Scene) {
    let mailbox = scene.open();
    let counted = |what: &str, work: &dyn Fn()| {
        let before = (mailbox.requests(), scene.seen());
        work();
        assert_eq!(mailbox.requests(), before.0 + 1, "{what}");
        let Some(seen) = before.1 else { return };
        // A server may write its log after it answers.
        let until = Instant::now() + Duration::from_secs(5);
        while scene.seen() != Some(seen + 1) {
            assert!(Instant::now() < until, "{what}: {:?} requests, and {seen} before", scene.seen());
            std::thread::sleep(Duration::from_millis(10));
        }
    };
    counted("a listing of a folder that is not there", &|| assert_eq!(mailbox.list(&BRAM), Ok(vec![])));
    mailbox.put(&BRAM, &name(0), *b"the folder is there after this").unwrap();
    mailbox.remove(&BRAM, &name(0)).unwrap();
    // The next count waits for the requests of this one.
    std::thread::sleep(Duration::from_millis(200));
    counted("a listing of nothing", &|| assert_eq!(mailbox.list(&BRAM), Ok(vec![])));
    for number in 1..=40 {
        counted("a put", &|| mailbox.put(&BRAM, &name(number), [1; 2_000]).unwrap());
    }
    counted("a listing of many", &|| assert_eq!(mailbox.list(&BRAM).unwrap().len(), 40));
    counted("a read", &|| assert!(mailbox.get(&BRAM, &name(1)).unwrap().is_some()));
    counted("a read of what is gone", &|| assert_eq!(mailbox.get(&BRAM, &name(99)), Ok(None)));
    counted("a removal", &|| mailbox.remove(&BRAM, &name(1)).unwrap());
    counted("a removal of what is gone", &|| mailbox.remove(&BRAM, &name(1)).unwrap());
}

fn many_objects_are_removed_together(scene: Scene) {
    let mailbox = scene.open();
    let names: Vec<_> = (0..30).map(name).collect();
    for name in &names {
        mailbox.put(&BRAM, name, *b"for Bram").unwrap();
    }
    let before = mailbox.requests();
    assert_eq!(mailbox.remove_all(&BRAM, &names[..29]), Ok(()));
    let expected = if matches!(scene, Scene::S3(_)) { 1 } else { 29 };
    assert_eq!(mailbox.requests(), before + expected);
    assert_eq!(mailbox.list(&BRAM), Ok(vec![name(29)]));
    assert_eq!(mailbox.remove_all(&BRAM, &names), Ok(()), "most of them are gone already");
    assert_eq!(mailbox.remove_all(&BRAM, &[]), Ok(()));
    assert_eq!(mailbox.list(&BRAM), Ok(vec![]));
}

fn a_call_within_another_runtime_waits_like_any_other(scene: Scene) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
    runtime.block_on(async {
        let mailbox = scene.open();
        assert_eq!(mailbox.list(&BRAM), Ok(vec![]));
        // The mailbox ends here as well, with its own runtime inside.
    });
}

#[test]
fn a_mailbox_works_on_servers_that_answer_oddly() {
    for oddity in odd_server::ODDITIES {
        let mailbox = open_at(&odd_server::start(oddity), None);
        assert_eq!(mailbox.check(&BRAM, &mut random()), Ok(()), "{oddity:?}");
        assert_eq!(mailbox.leave_mark(&BRAM, Mark(20_000), None), Ok(()), "{oddity:?}");
        mailbox.put(&BRAM, &name(1), *b"for Bram").unwrap();
        assert_eq!(
            mailbox.list_with_mark(&BRAM),
            Ok(listing(vec![name(1)], Some(Mark(20_000)))),
            "{oddity:?}"
        );
        assert_eq!(mailbox.get(&BRAM, &name(1)), Ok(Some(b"for Bram".to_vec())), "{oddity:?}");
        assert_eq!(mailbox.remove(&BRAM, &name(1)), Ok(()), "{oddity:?}");
        assert_eq!(mailbox.list(&BRAM), Ok(vec![]), "{oddity:?}");
    }
}
