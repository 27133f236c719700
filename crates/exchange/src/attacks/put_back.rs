//! A vault that was put back to an older state and does not know it.

use chrono::TimeDelta;

use super::*;

/// Bram's vault is put back to what it was before he wrote something: the same files, the same incarnation.
fn put_back(anna: &mut Coach, bram: &mut Coach, store: &mut Store, shared: &DossierId) -> DeviceKey {
    let (backup, incarnation) = (bram.home.clone(), bram.exchange.me.incarnation);
    bram.add_person(shared, "Na de kopie");
    settle(&mut [&mut *anna, &mut *bram], store);
    let device = bram.exchange.device();
    bram.home = backup;
    bram.restart(incarnation);
    assert_eq!(bram.exchange.device(), device);
    device
}

pub(super) fn days(anna: &mut Coach, bram: &mut Coach, store: &mut Store) {
    for _ in 0..6 {
        settle(&mut [&mut *anna, &mut *bram], store);
        pass(&mut [&mut *anna, &mut *bram], TimeDelta::hours(13));
    }
}

#[test]
fn a_vault_that_was_put_back_in_place_becomes_a_new_device_and_catches_up() {
    let Scene { mut anna, mut bram, mut store, shared, .. } = scene(GrantedRole::Reader);
    let device = put_back(&mut anna, &mut bram, &mut store, &shared);
    anna.add_person(&shared, "Van Anna");
    days(&mut anna, &mut bram, &mut store);
    assert_ne!(bram.exchange.device(), device);
    assert_eq!(bram.names(&shared), ["Na de kopie", "Van Anna"]);
    assert_eq!(anna.names(&shared), bram.names(&shared));
}

#[test]
fn a_vault_that_was_put_back_gets_what_it_wrote_where_nobody_writes_any_more() {
    for bram_writes in [true, false] {
        let Scene { mut anna, mut bram, mut store, shared, .. } = scene(GrantedRole::Reader);
        let (note, other) = (dossier::Id::from_random([1; 10]), dossier::Id::from_random([2; 10]));
        bram.write(&shared, &note, "Eerst.");
        settle(&mut [&mut anna, &mut bram], &mut store);
        let (backup, incarnation) = (bram.home.clone(), bram.exchange.me.incarnation);
        bram.write(&shared, &note, "Eerst. Daarna.");
        bram.write(&shared, &other, "Nog iets.");
        settle(&mut [&mut anna, &mut bram], &mut store);
        bram.home = backup;
        bram.restart(incarnation);
        // Something is written elsewhere, by him or by her.
        let one = if bram_writes { &mut bram } else { &mut anna };
        one.add_person(&shared, "Joost");
        days(&mut anna, &mut bram, &mut store);
        for coach in [&anna, &bram] {
            assert_eq!(coach.home.note(&shared, &note).unwrap(), "Eerst. Daarna.");
            assert_eq!(coach.home.note(&shared, &other).unwrap(), "Nog iets.");
            assert_eq!(coach.names(&shared), ["Joost"]);
        }
    }
}

#[test]
fn what_was_written_after_a_vault_was_put_back_is_kept_beside_what_others_have() {
    for bram_sends_first in [true, false] {
        let Scene { mut anna, mut bram, mut store, shared, .. } = scene(GrantedRole::Reader);
        put_back(&mut anna, &mut bram, &mut store, &shared);
        // Bram goes on writing with numbers that Anna has already, with something else in them.
        bram.add_person(&shared, "Na het terugzetten");
        if bram_sends_first {
            bram.send(&mut store);
        }
        anna.add_person(&shared, "Van Anna");
        days(&mut anna, &mut bram, &mut store);
        bram.add_person(&shared, "Later");
        days(&mut anna, &mut bram, &mut store);
        let all = ["Later", "Na de kopie", "Na het terugzetten", "Van Anna"];
        assert_eq!(bram.names(&shared), all);
        assert_eq!(anna.names(&shared), all);
    }
}

#[test]
fn a_vault_that_was_put_back_to_before_a_dossier_or_a_note_gets_them_back() {
    for before_the_dossier in [true, false] {
        let (mut anna, mut bram, mut store) = (Coach::new("Anna"), Coach::new("Bram"), Store::default());
        acquainted(&mut anna, &mut bram, &mut store);
        let (dossier, note) = (anna.new_dossier("Mevrouw De Wit"), dossier::Id::from_random([1; 10]));
        anna.consent(&dossier);
        let mut backup = bram.home.clone();
        anna.share(&dossier, &bram.person(), GrantedRole::Coach).unwrap();
        settle(&mut [&mut anna, &mut bram], &mut store);
        if !before_the_dossier {
            backup = bram.home.clone();
        }
        anna.write(&dossier, &note, "Eerst.");
        settle(&mut [&mut anna, &mut bram], &mut store);
        assert_eq!(bram.home.note(&dossier, &note).unwrap(), "Eerst.");
        let incarnation = bram.exchange.me.incarnation;
        bram.home = backup;
        bram.restart(incarnation);
        anna.write(&dossier, &note, "Eerst. Daarna.");
        days(&mut anna, &mut bram, &mut store);
        assert_eq!(bram.home.note(&dossier, &note).as_deref(), Some("Eerst. Daarna."));
        assert_eq!(bram.home.record(&dossier).unwrap().heads(), anna.home.record(&dossier).unwrap().heads());
    }
}

#[test]
fn a_vault_that_was_put_back_to_before_a_note_gets_it_although_only_another_document_is_edited() {
    let Scene { mut anna, mut bram, mut store, shared, .. } = scene(GrantedRole::Reader);
    let (backup, incarnation) = (bram.home.clone(), bram.exchange.me.incarnation);
    let note = dossier::Id::from_random([1; 10]);
    anna.write(&shared, &note, "Eerst.");
    settle(&mut [&mut anna, &mut bram], &mut store);
    bram.home = backup;
    bram.restart(incarnation);
    assert_eq!(bram.home.note(&shared, &note), None);
    anna.add_person(&shared, "Joost");
    days(&mut anna, &mut bram, &mut store);
    assert_eq!(bram.home.note(&shared, &note).as_deref(), Some("Eerst."));
    assert_eq!(bram.names(&shared), ["Joost"]);
}

#[test]
fn what_a_put_back_vault_lacks_is_sent_although_another_document_was_sent_again_many_times() {
    let Scene { mut anna, mut bram, mut store, shared, .. } = scene(GrantedRole::Reader);
    let note = dossier::Id::from_random([1; 10]);
    anna.write(&shared, &note, "Eerst.");
    settle(&mut [&mut anna, &mut bram], &mut store);
    let (backup, incarnation) = (bram.home.clone(), bram.exchange.me.incarnation);
    anna.write(&shared, &note, "Eerst. Daarna.");
    settle(&mut [&mut anna, &mut bram], &mut store);
    bram.home = backup;
    bram.restart(incarnation);
    anna.add_person(&shared, "Joost");
    for _ in 0..4 {
        // The storage loses it each time.
        anna.send(&mut Store::default());
        pass(&mut [&mut anna, &mut bram], TimeDelta::days(4));
    }
    // It comes with the next attempt, not when he says again what he has.
    for _ in 0..12 {
        settle(&mut [&mut anna, &mut bram], &mut store);
        pass(&mut [&mut anna, &mut bram], TimeDelta::days(1));
    }
    assert_eq!(bram.names(&shared), ["Joost"]);
    assert_eq!(bram.home.note(&shared, &note).as_deref(), Some("Eerst. Daarna."));
}

#[test]
fn a_reader_whose_vault_was_put_back_to_a_change_that_nobody_accepts_gets_what_is_new() {
    let Scene { mut anna, mut bram, mut store, shared, .. } = scene(GrantedRole::Reader);
    anna.add_person(&shared, "Joost");
    settle(&mut [&mut anna, &mut bram], &mut store);
    let (mut backup, incarnation) = (bram.home.clone(), bram.exchange.me.incarnation);
    let to = anna.exchange.member_of(&bram.person()).unwrap();
    anna.add_person(&shared, "Truus");
    anna.issue(&shared, crate::charter::Act::Grant { to, role: GrantedRole::Reader }).unwrap();
    settle(&mut [&mut anna, &mut bram], &mut store);
    // Bram could still write then, and nobody takes it in any more.
    let name = dossier::model::PersonField::Name("Van Bram".into());
    let add = dossier::edit::add::<dossier::model::Person>(dossier::Id::from_random([7; 10]), [name]);
    backup.edit(&shared, &add, bram.now).unwrap();
    bram.home = backup;
    bram.restart(incarnation);
    anna.add_person(&shared, "Wim");
    days(&mut anna, &mut bram, &mut store);
    assert_eq!(bram.names(&shared), ["Joost", "Truus", "Van Bram", "Wim"]);
    assert_eq!(anna.names(&shared), ["Joost", "Truus", "Wim"]);
}

#[test]
fn a_reader_gives_the_only_writer_back_what_she_wrote() {
    let (mut anna, mut bram, mut store) = (Coach::new("Anna"), Coach::new("Bram"), Store::default());
    acquainted(&mut anna, &mut bram, &mut store);
    let dossier = anna.new_dossier("Mevrouw De Wit");
    anna.consent(&dossier);
    anna.share(&dossier, &bram.person(), GrantedRole::Reader).unwrap();
    settle(&mut [&mut anna, &mut bram], &mut store);
    let (backup, incarnation) = (anna.home.clone(), anna.exchange.me.incarnation);
    anna.add_person(&dossier, "Na de kopie");
    settle(&mut [&mut anna, &mut bram], &mut store);
    anna.home = backup;
    anna.restart(incarnation);
    anna.add_person(&dossier, "Na het terugzetten");
    days(&mut anna, &mut bram, &mut store);
    for coach in [&anna, &bram] {
        assert_eq!(coach.names(&dossier), ["Na de kopie", "Na het terugzetten"]);
    }
}

#[test]
fn a_put_back_vault_is_healed_although_what_it_sent_first_as_a_new_device_was_lost() {
    for writes in [false, true] {
        let Scene { mut anna, mut bram, mut store, shared, .. } = scene(GrantedRole::Reader);
        let old = put_back(&mut anna, &mut bram, &mut store, &shared);
        bram.add_person(&shared, "Na het terugzetten");
        anna.add_person(&shared, "Van Anna");
        for _ in 0..20 {
            if bram.exchange.device() == old {
                bram.send(&mut store);
                anna.collect(&mut store);
                anna.send(&mut store);
                bram.collect(&mut store);
                pass(&mut [&mut anna, &mut bram], TimeDelta::hours(2));
            }
        }
        assert_ne!(bram.exchange.device(), old, "he is a new device");
        if writes {
            bram.add_person(&shared, "Nog iets");
        }
        // The storage loses what he sends now.
        bram.send(&mut Store::default());
        for _ in 0..60 {
            settle(&mut [&mut anna, &mut bram], &mut store);
            pass(&mut [&mut anna, &mut bram], TimeDelta::days(1));
        }
        for coach in [&anna, &bram] {
            let names = coach.names(&shared);
            assert!(
                ["Na de kopie", "Na het terugzetten", "Van Anna"]
                    .iter()
                    .all(|one| names.iter().any(|name| name == one)),
                "{names:?}"
            );
        }
        assert_eq!(anna.names(&shared), bram.names(&shared));
    }
}
