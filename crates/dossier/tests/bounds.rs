//! Hostile bytes, which are refused before Automerge reads them: small, and yet too much to load.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

#[path = "support/allocated.rs"]
mod allocated;
#[path = "support/forge.rs"]
mod forge;
mod support;

use allocated::{Counting, most_while};
use dossier::*;
use forge::*;
use support::*;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const MIB: usize = 1 << 20;

/// Examines forged bytes, and returns what there is too much of. The memory for that must stay small.
#[track_caller]
fn refused(name: &str, bytes: &[u8]) -> &'static str {
    assert!(bytes.len() < 40 * MIB, "{name}: an envelope would not hold {} bytes", bytes.len());
    let here = mrs_de_wit();
    let (examined, most) = most_while(|| here.examine(bytes).map(drop));
    assert!(most < 200 * MIB, "{name} took {} MiB", most / MIB);
    match examined {
        Err(LoadError::TooLarge { what, .. }) => what,
        other => panic!("{name}: {other:?}"),
    }
}

/// Returns the columns of operations with one column replaced by `bytes`.
fn ops(rows: u64, name: u8, bytes: Vec<u8>) -> Columns {
    let mut columns: Columns = vec![
        (0x15, words(rows, "key")),
        (0x34, unsigned(rows)),
        (0x42, run(rows, &[1])),
        (0x56, run(rows, &[0])),
        (0x70, run(rows, &[0])),
    ];
    columns.retain(|(there, _)| *there != name && *there & 0xf7 != name & 0xf7);
    columns.push((name, bytes));
    columns.sort_by_key(|(name, _)| *name & 0xf7);
    columns
}

const ACTOR: [u8; 16] = [7; 16];

#[test]
fn a_run_that_stands_for_billions_of_rows_is_refused_in_every_kind_of_column() {
    let many = 1 << 40;
    let numbers = || run(many, &[0]);
    let columns = [
        (0x01, numbers()),
        (0x02, numbers()),
        (0x11, numbers()),
        (0x13, run(many, &[1])),
        (0x15, words(many, "")),
        (0x15, nulls(many)),
        (0x21, numbers()),
        (0x23, run(many, &[1])),
        (0x34, [unsigned(many), unsigned(many)].concat()),
        (0x42, run(many, &[1])),
        (0x56, numbers()),
        (0x56, nulls(u64::MAX)),
        (0x70, run(many, &[0])),
        (0x71, numbers()),
        (0x73, run(many, &[0])),
        (0x80, run(many, &[0])),
        (0x81, numbers()),
        (0x83, run(many, &[0])),
        (0x94, unsigned(many)),
        (0xa5, words(many, "")),
    ];
    for (name, bytes) in columns {
        let ops = ops(2, name, bytes.clone());
        let change = change(&[], &ACTOR, "", &[], &ops);
        let document = document(&[&ACTOR], &[], &vec![], &ops);
        let changes = vec![(name, bytes)];
        let history = forge::document(&[&ACTOR], &[], &changes, &vec![]);
        for (kind, bytes) in [
            ("a change", chunk(CHANGE, &change)),
            ("a compressed change", compressed(&change)),
            ("a document", chunk(DOCUMENT, &document)),
            ("a history", chunk(DOCUMENT, &history)),
        ] {
            refused(&format!("{kind}, column {name:#x}"), &bytes);
        }
    }
}

#[test]
fn what_inflates_to_more_than_the_limit_is_refused_at_the_limit() {
    let zeros = vec![0; 300 * MIB];
    let column = deflate(&zeros);
    let ops = ops(1, 0x57 | 8, column);
    let document = document(&[&ACTOR], &[], &vec![], &ops);
    assert_eq!(refused("a column", &chunk(DOCUMENT, &document)), "bytes");
    assert_eq!(refused("a change", &compressed(&zeros)), "bytes");
    let part = compressed(&change(&[], &ACTOR, &"a".repeat(7 * MIB), &[], &vec![]));
    assert!(["bytes", "bytes of keys and messages"].contains(&refused("many", &part.repeat(10))));
}

#[test]
fn a_text_that_is_repeated_more_often_than_memory_holds_is_refused() {
    let key = "k".repeat(MIB);
    let long = ops(1_000, 0x15, words(1_000, &key));
    let change = change(&[], &ACTOR, "", &[], &long);
    assert_eq!(refused("keys", &chunk(CHANGE, &change)), "bytes of keys and messages");
    let messages = vec![(0x01, run(1_000, &[0])), (0x35, words(1_000, &key))];
    let document = document(&[&ACTOR], &[], &messages, &vec![]);
    assert_eq!(refused("messages", &chunk(DOCUMENT, &document)), "bytes of keys and messages");
}

#[test]
fn too_many_changes_actors_heads_and_columns_are_refused() {
    let small = change(&[], &ACTOR, "", &[], &vec![]);
    assert_eq!(refused("tiny changes", &chunk(CHANGE, &small).repeat(110_000)), "changes");
    let history = vec![(0x01, run(400_000, &[0]))];
    assert_eq!(
        refused("a history", &chunk(DOCUMENT, &document(&[&ACTOR], &[], &history, &vec![]))),
        "changes"
    );

    let actors: Vec<[u8; 4]> = (0..1_000_000_u32).map(u32::to_be_bytes).collect();
    let actors: Vec<&[u8]> = actors.iter().map(<[u8; 4]>::as_slice).collect();
    let document = |actors: &[&[u8]], heads: &[[u8; 32]]| {
        chunk(DOCUMENT, &forge::document(actors, heads, &vec![], &vec![]))
    };
    assert_eq!(refused("actors", &document(&actors, &[])), "actors");
    assert_eq!(refused("a long actor", &document(&[&[1; 65]], &[])), "bytes of an actor");
    assert_eq!(refused("heads", &document(&[], &vec![[1; 32]; 1_001])), "heads");
    let many = change(&vec![[1; 32]; 1_001], &ACTOR, "", &[], &vec![]);
    assert_eq!(refused("dependencies", &chunk(CHANGE, &many)), "dependencies of a change");
    let many = change(&[], &ACTOR, "", &actors[..1_001], &vec![]);
    assert_eq!(refused("other actors", &chunk(CHANGE, &many)), "actors");
    let one_each =
        actors[..1_001].iter().flat_map(|actor| chunk(CHANGE, &change(&[], actor, "", &[], &vec![])));
    assert_eq!(refused("an actor a change", &one_each.collect::<Vec<u8>>()), "actors");

    let columns: Columns = (0..100).map(|name| (name << 1, vec![])).collect();
    let many = change(&[], &ACTOR, "", &[], &columns);
    assert_eq!(refused("columns", &chunk(CHANGE, &many)), "columns");
    let one_each = (0..1_001_u32).flat_map(|footer| {
        let mut content = small.clone();
        content.extend([1, 4]);
        content.extend(footer.to_be_bytes());
        chunk(CHANGE, &content)
    });
    assert_eq!(refused("an author a change", &one_each.collect::<Vec<u8>>()), "authors");
}

#[test]
fn exactly_as_much_as_the_limits_is_read() {
    let here = mrs_de_wit();
    let is_too_large = |bytes: &[u8]| matches!(here.examine(bytes), Err(LoadError::TooLarge { .. }));
    let actors: Vec<[u8; 4]> = (0..1_000_u32).map(u32::to_be_bytes).collect();
    let actors: Vec<&[u8]> = actors.iter().map(<[u8; 4]>::as_slice).collect();
    let document = document(&actors, &vec![[1; 32]; 1_000], &vec![], &ops(499_000, 0x42, run(499_000, &[1])));
    assert!(!is_too_large(&chunk(DOCUMENT, &document)));
    // The document that is here has some actors too.
    let change =
        change(&vec![[1; 32]; 1_000], &[1; 64], "", &actors[..990], &ops(500_000, 0x42, run(500_000, &[1])));
    assert!(!is_too_large(&chunk(CHANGE, &change)));
}

#[test]
fn the_longest_note_and_its_removal_are_read() {
    let id = NoteId::from_random([1; 10]);
    let begun = NoteText::create(id, &anna()).unwrap();
    let mut note = begun.clone();
    note.write(&"Koffie en thee. ".repeat(LONGEST_NOTE / 16), at(1)).unwrap();
    note.write("", at(2)).unwrap();
    for bytes in [note.save(), note.save_since(&begun.heads())] {
        assert_eq!(begun.examine(&bytes).unwrap().after(), note.heads());
    }
}

#[test]
fn numbers_of_operations_that_nobody_reaches_are_refused() {
    let high = 1 << 30;
    for (name, bytes) in [
        (0x02, run(2, &unsigned(high))),
        (0x13, run(2, &signed(high as i64))),
        (0x23, run(2, &signed(-(high as i64)))),
        (0x73, [signed(-2), signed(high as i64), signed(1)].concat()),
    ] {
        let change = change(&[], &ACTOR, "", &[], &ops(2, name, bytes));
        assert_eq!(refused(&format!("column {name:#x}"), &chunk(CHANGE, &change)), "numbers of operations");
    }
}

#[test]
fn a_change_that_skips_numbers_is_refused() {
    let begun = mrs_de_wit();
    let mut here = copy_for(&begun, &bram());
    here.apply(&name(1, "Fatima B."), at(1)).unwrap();
    let doc = automerge::Automerge::load(&here.save()).unwrap();
    let change = doc.get_changes(&begun.heads()).remove(0);
    for skipped in [0, 1, 1 << 20] {
        let mut skipping = change.decode();
        skipping.start_op = (skipping.start_op.get() + skipped).try_into().unwrap();
        let bytes = automerge::Change::from(skipping).raw_bytes().to_vec();
        assert_eq!(begun.examine(&bytes).is_ok(), skipped == 0, "{skipped} skipped");
    }
}

#[test]
fn a_column_cannot_pass_for_another_one() {
    let here = mrs_de_wit();
    let ops = [(0x42, run(2, &[1])), (0x42, run(1 << 40, &[1]))];
    let twice = chunk(CHANGE, &change(&[], &ACTOR, "", &[], &ops.to_vec()));
    assert!(matches!(here.examine(&twice), Err(LoadError::Unreadable(_))));
}
