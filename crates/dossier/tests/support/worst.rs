//! The most of each thing that is within the bounds.

use automerge::legacy::{Key, ObjectId, Op, OpId, OpType};
use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{
    ActorId, Automerge, Change, ChangeHash, ExpandedChange, ObjId, ObjType, ROOT, ReadDoc, ScalarValue,
};
use dossier::*;

use crate::forge;
use crate::support::*;

/// A document that is here, and bytes that arrive.
pub(crate) struct Case {
    pub(crate) here: NoteText,
    pub(crate) bytes: Vec<u8>,
}

type Make = Box<dyn Fn() -> Case>;

fn note_id() -> NoteId {
    NoteId::from_random([5; 10])
}

fn begun() -> NoteText {
    NoteText::create(note_id(), &bram()).unwrap()
}

fn doc() -> Automerge {
    Automerge::load(&begun().save()).unwrap().with_actor(ActorId::from([7; 16]))
}

fn text(tx: &Transaction<'_>) -> ObjId {
    tx.get(ROOT, "text").unwrap().unwrap().1
}

/// Returns one document, made by one change.
fn made(make: impl Fn(&mut Transaction<'_>)) -> Automerge {
    let mut doc = doc();
    let mut tx = doc.transaction();
    make(&mut tx);
    tx.commit();
    doc
}

/// The document arrives as a whole.
fn whole(doc: &Automerge) -> Case {
    Case { here: begun(), bytes: doc.save() }
}

/// The document arrives as changes.
fn changes(doc: &Automerge) -> Case {
    Case { here: begun(), bytes: doc.save_after(&begun().heads()) }
}

fn case(name: &'static str, doc: impl Fn(usize) -> Automerge + Clone + 'static) -> [(&'static str, Make); 2] {
    let again = doc.clone();
    let by_changes: &'static str = Box::leak(format!("{name}, as changes").into_boxed_str());
    [
        (name, Box::new(move || whole(&doc(scaled(WHOLE))))),
        (by_changes, Box::new(move || changes(&again(scaled(ADDED))))),
    ]
}

/// The most rows of a document, and of changes that are added to one.
const WHOLE: usize = 990_000;
const ADDED: usize = 490_000;

/// The number of the first operation after those that make the shape of a note.
const FIRST: u64 = 5;

/// Returns the part of `rows` that `SCALE` says, in percent, to see how costs grow.
fn scaled(rows: usize) -> usize {
    let percent = std::env::var("SCALE").ok().and_then(|percent| percent.parse().ok());
    rows * percent.unwrap_or(100) / 100
}

pub(crate) fn cases() -> Vec<(&'static str, Make)> {
    let mut all: Vec<(&'static str, Make)> = Vec::new();
    all.extend(case("a text of one run", |rows| {
        made(|tx| {
            let text = text(tx);
            tx.splice_text(&text, 0, 0, &"a".repeat(rows)).unwrap();
        })
    }));
    all.extend(case("a text written backwards", |rows| {
        made(|tx| {
            let text = text(tx);
            (0..rows).for_each(|_| tx.splice_text(&text, 0, 0, "a").unwrap());
        })
    }));
    all.extend(case("a text written in random places", |rows| {
        made(|tx| {
            let text = text(tx);
            let mut random = 1_u64;
            for length in 0..rows / 2 {
                random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                tx.splice_text(&text, (random >> 33) as usize % (length + 1), 0, "ab").unwrap();
            }
        })
    }));
    all.extend(case("a text that was deleted", |rows| {
        made(|tx| {
            let text = text(tx);
            tx.splice_text(&text, 0, 0, &"a".repeat(rows / 2)).unwrap();
            tx.splice_text(&text, 0, (rows / 2) as isize, "").unwrap();
        })
    }));
    all.extend(case("many objects side by side", |rows| {
        made(|tx| {
            let list = tx.put_object(ROOT, "list", ObjType::List).unwrap();
            for place in 0..rows {
                tx.insert_object(&list, place, ObjType::Map).unwrap();
            }
        })
    }));
    all.extend(case("many keys", |rows| {
        made(|tx| {
            for key in 0..rows {
                tx.put(ROOT, format!("{key:025}"), key as i64).unwrap();
            }
        })
    }));
    all.extend(case("objects deep within each other", |rows| {
        made(|tx| {
            let mut within = ROOT;
            for _ in 0..rows / 10 {
                within = tx.put_object(&within, "a", ObjType::Map).unwrap();
            }
        })
    }));
    all.extend(case("a key that is long", |_| {
        made(|tx| {
            let key = "k".repeat(31 << 10);
            (0..1_000).for_each(|value| tx.put(ROOT, key.as_str(), value).unwrap());
        })
    }));
    all.extend(case("a counter that was increased often", |rows| {
        forged(|ops| {
            ops.push(Op { action: OpType::Put(ScalarValue::counter(0)), ..put("key", vec![]) });
            let first = OpId::new(FIRST, &ActorId::from([7; 16]));
            ops.extend(
                (0..rows / 2).map(|_| Op { action: OpType::Increment(1), ..put("key", vec![first.clone()]) }),
            );
        })
    }));
    all.extend(case("large values", |_| {
        made(|tx| {
            let noise: Vec<u8> = noise(23 << 20);
            for (place, value) in noise.chunks(1 << 20).enumerate() {
                tx.put(ROOT, place.to_string(), value.to_vec()).unwrap();
            }
        })
    }));
    all.extend(case("large values that deflate well", |_| {
        made(|tx| {
            for place in 0..47 {
                tx.put(ROOT, place.to_string(), vec![place; 1 << 20]).unwrap();
            }
        })
    }));
    all.extend(case("many values of one key at once", |rows| {
        forged(|ops| {
            ops.extend((0..rows).map(|_| put("key", vec![])));
        })
    }));
    all.extend(case("one value replaced many times at once", |rows| {
        forged(|ops| {
            ops.push(put("key", vec![]));
            let first = OpId::new(FIRST, &ActorId::from([7; 16]));
            ops.extend(
                (0..rows / 2).map(|_| Op { action: OpType::Delete, ..put("key", vec![first.clone()]) }),
            );
        })
    }));
    all.extend(case("one operation that replaces many", |rows| {
        forged(|ops| {
            ops.extend((0..rows / 2).map(|_| put("key", vec![])));
            let all = (0..rows as u64 / 2).map(|place| OpId::new(FIRST + place, &ActorId::from([7; 16])));
            ops.push(put("key", all.collect()));
        })
    }));
    all.extend(case("a chain of changes", |rows| chain(rows / 10)));
    all.extend(case("changes of a thousand actors at once", |_| at_once(990, 100)));
    all.extend(case("changes that follow a thousand heads", |rows| following_all(900, rows / 1_000)));
    all.extend(case("a thousand authors", |_| authors(980)));
    all.extend(case("much of everything", everything));
    all.push(("a thousand new actors in a long text", Box::new(actors_in_a_long_text)));
    all.push(("changes that wait for others", Box::new(waiting)));
    all.push(("one document many times", Box::new(repeated)));
    all.push(("a run of operations that says less than it is", Box::new(forged_rows)));
    all
}

fn noise(length: usize) -> Vec<u8> {
    let mut random = 1_u64;
    let next = || {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (random >> 40) as u8
    };
    std::iter::repeat_with(next).take(length).collect()
}

fn put(key: &str, replaces: Vec<OpId>) -> Op {
    Op {
        action: OpType::Put(ScalarValue::Null),
        obj: ObjectId::Root,
        key: Key::Map(key.into()),
        pred: replaces.into(),
        insert: false,
    }
}

fn change(
    seq: u64,
    start: u64,
    actor: &[u8],
    deps: Vec<ChangeHash>,
    operations: Vec<Op>,
    extra_bytes: Vec<u8>,
) -> Change {
    Change::from(ExpandedChange {
        operations,
        actor_id: ActorId::from(actor),
        hash: None,
        seq,
        start_op: std::num::NonZeroU64::new(start).unwrap(),
        time: 0,
        message: None,
        deps,
        extra_bytes,
        author: None,
    })
}

fn forged(make: impl Fn(&mut Vec<Op>)) -> Automerge {
    let mut doc = doc();
    let mut ops = Vec::new();
    make(&mut ops);
    let change = change(1, FIRST, &[7; 16], doc.get_heads(), ops, vec![]);
    doc.apply_changes([change]).unwrap();
    doc
}

fn chain(length: usize) -> Automerge {
    let mut doc = doc();
    for place in 0..length {
        let mut tx = doc.transaction();
        let text = text(&tx);
        tx.splice_text(&text, place * 9, 0, "Koffie, e").unwrap();
        tx.commit_with(CommitOptions::default().with_time(place as i64));
    }
    doc
}

fn actor(number: usize) -> Vec<u8> {
    [&[9; 8][..], &(number as u64).to_be_bytes()].concat()
}

fn at_once(actors: usize, each: u64) -> Automerge {
    let mut doc = doc();
    let begin = doc.get_heads();
    let mut changes = Vec::new();
    for number in 0..actors {
        let mut deps = begin.clone();
        for seq in 1..=each {
            let next = change(seq, FIRST - 1 + seq, &actor(number), deps, vec![put("key", vec![])], vec![]);
            deps = vec![next.hash()];
            changes.push(next);
        }
    }
    doc.apply_changes(changes).unwrap();
    doc
}

fn following_all(heads: usize, changes: usize) -> Automerge {
    let mut doc = at_once(heads, 1);
    let all = doc.get_heads();
    let mut next = Vec::new();
    let mut last = None;
    for seq in 1..=changes as u64 {
        let deps = all.iter().copied().chain(last).collect();
        let change = change(seq, FIRST + seq, &[7; 16], deps, vec![put("other", vec![])], vec![]);
        last = Some(change.hash());
        next.push(change);
    }
    doc.apply_changes(next).unwrap();
    doc
}

/// Returns a document that is near several limits at once.
fn everything(rows: usize) -> Automerge {
    let mut doc = chain(rows / 22);
    let values = if rows == scaled(WHOLE) { 44 } else { 34 };
    doc.set_actor(ActorId::from([8; 16]));
    let mut tx = doc.transaction();
    for place in 0..values {
        tx.put(ROOT, place.to_string(), vec![place; 1 << 20]).unwrap();
    }
    let text = text(&tx);
    (0..rows / 2).for_each(|_| tx.splice_text(&text, 0, 0, "a").unwrap());
    tx.commit();
    doc
}

fn authors(authors: usize) -> Automerge {
    let mut doc = doc();
    let begin = doc.get_heads();
    let mut changes = Vec::new();
    for number in 0..authors {
        let mut deps = begin.clone();
        for seq in 1..=100 {
            let footer = [&[1, 8][..], &number.to_be_bytes()].concat();
            let footer = if seq == 1 { footer } else { vec![] };
            let next = change(seq, FIRST - 1 + seq, &actor(number), deps, vec![put("key", vec![])], footer);
            deps = vec![next.hash()];
            changes.push(next);
        }
    }
    doc.apply_changes(changes).unwrap();
    doc
}

fn actors_in_a_long_text() -> Case {
    let mut there = made(|tx| {
        let text = text(tx);
        let mut random = 1_u64;
        for length in 0..400_000 {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            tx.splice_text(&text, (random >> 33) as usize % (length + 1), 0, "ab").unwrap();
        }
    });
    let here = NoteText::load(note_id(), [there.save().as_slice()], &bram()).unwrap();
    let heads = there.get_heads();
    for number in 0..990 {
        there.set_actor(ActorId::from(actor(number)));
        let mut tx = there.transaction();
        let text = text(&tx);
        tx.splice_text(&text, number * 700, 0, "x").unwrap();
        tx.commit();
    }
    Case { here, bytes: there.save_after(&heads) }
}

fn waiting() -> Case {
    let mut bytes = Vec::new();
    let mut deps = vec![ChangeHash([3; 32])];
    for seq in 1..=99_000 {
        let next: Change = change(seq + 1, FIRST - 1 + seq, &[7; 16], deps, vec![put("key", vec![])], vec![]);
        deps = vec![next.hash()];
        bytes.extend(next.raw_bytes());
    }
    Case { here: begun(), bytes }
}

fn repeated() -> Case {
    let doc = made(|tx| {
        let text = text(tx);
        tx.splice_text(&text, 0, 0, &"a".repeat(9_000)).unwrap();
    });
    Case { here: begun(), bytes: doc.save().repeat(50) }
}

fn forged_rows() -> Case {
    let rows = WHOLE as u64 - 100_000;
    let ops = vec![
        (0x15, forge::words(rows, "k")),
        (0x21, forge::run(rows, &[0])),
        (0x23, forge::run(rows, &[1])),
        (0x34, forge::unsigned(rows)),
        (0x42, forge::run(rows, &[1])),
        (0x56, forge::run(rows, &[0])),
        (0x80, forge::run(rows, &[0])),
    ];
    let changes = vec![
        (0x01, forge::run(99_000, &[0])),
        (0x03, forge::run(99_000, &[1])),
        (0x13, forge::run(99_000, &[10])),
        (0x23, forge::run(99_000, &[0])),
        (0x40, forge::run(99_000, &[0])),
        (0x56, forge::run(99_000, &[7])),
    ];
    let document = forge::document(&[&[7; 16]], &[[1; 32]], &changes, &ops);
    Case { here: begun(), bytes: forge::chunk(forge::DOCUMENT, &document) }
}
