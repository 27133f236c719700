//! Damaged and invented bytes with right checksums: no panic escapes, and no more memory is taken than the
//! budget.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

#[path = "support/allocated.rs"]
mod allocated;
#[path = "support/forge.rs"]
mod forge;
mod support;

use allocated::{Counting, most_while};
use automerge::Automerge;
use dossier::model::*;
use dossier::*;
use forge::*;
use proptest::prelude::*;
use proptest::sample::Index;
use support::*;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The most memory that any bytes may take. The smallest of the dossiers here takes less than one MiB.
const MEMORY: usize = 512 << 20;

/// A dossier that two people wrote, with prose, conflicts, a removal and a moment.
fn written() -> Dossier {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    let remark = |text: &str| edit::set::<Person>(person_id(1), PersonField::Remark(text.into()));
    let moment = edit::add::<Moment>(MomentId::from_random([1; 10]), [MomentField::Name("start".into())]);
    for (minute, edit) in (1..).zip([remark("Komt op dinsdag."), moment, relation(1, Relation::Friend)]) {
        annas.apply(&edit, at(minute)).unwrap();
    }
    brams.apply(&relation(1, Relation::Neighbour), at(5)).unwrap();
    brams.apply(&remark("Belt elke week."), at(6)).unwrap();
    brams.apply(&edit::remove::<Person>(person_id(2)), at(7)).unwrap();
    exchange(&mut annas, &mut brams);
    annas
}

/// Returns the content of the chunks of `bytes`, each with its kind. Their lengths have fewer than 2^21
/// bytes.
fn contents(bytes: &[u8]) -> Vec<(u8, Vec<u8>)> {
    let mut found = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let digits = 1 + rest[9..].iter().take_while(|byte| *byte & 0x80 != 0).count();
        let length: usize = rest[9..9 + digits]
            .iter()
            .enumerate()
            .map(|(place, byte)| usize::from(byte & 0x7f) << (7 * place))
            .sum();
        let (content, after) = rest[9 + digits..].split_at(length);
        found.push((rest[8], content.to_vec()));
        rest = after;
    }
    found
}

/// Returns a document and its changes, as content of chunks.
fn honest(kind: usize) -> Vec<(u8, Vec<u8>)> {
    let dossier = written();
    let doc = Automerge::load(&dossier.save()).unwrap();
    match kind {
        0 => contents(&doc.save_nocompress()),
        1 => contents(&doc.save()),
        _ => doc.get_changes(&[]).iter().flat_map(|change| contents(change.raw_bytes())).collect(),
    }
}

#[derive(Clone, Debug)]
enum Damage {
    Byte(Index, u8),
    Flip(Index, u8),
    Cut(Index),
    Insert(Index, Vec<u8>),
    Copy(Index, Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    // Numbers at the ends of their ranges do more than others.
    let number = prop_oneof![
        Just(vec![0xff, 0xff, 0xff, 0xff, 0x0f]),
        Just(vec![0x80, 0x80, 0x80, 0x80, 0x78]),
        Just(vec![0xff; 9]),
        prop::collection::vec(any::<u8>(), 1..4),
    ];
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(place, byte)| Damage::Byte(place, byte)),
        (any::<Index>(), 0..8_u8).prop_map(|(place, bit)| Damage::Flip(place, 1 << bit)),
        any::<Index>().prop_map(Damage::Cut),
        (any::<Index>(), number).prop_map(|(place, bytes)| Damage::Insert(place, bytes)),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Damage::Copy(from, to)),
    ]
}

fn apply(content: &mut Vec<u8>, damage: &Damage) {
    if content.is_empty() {
        return;
    }
    let length = content.len();
    match damage {
        Damage::Byte(place, byte) => content[place.index(length)] = *byte,
        Damage::Flip(place, bits) => content[place.index(length)] ^= bits,
        Damage::Cut(place) => drop(content.remove(place.index(length))),
        Damage::Insert(place, bytes) => {
            let place = place.index(length);
            content.splice(place..place, bytes.iter().copied());
        }
        Damage::Copy(from, to) => content[to.index(length)] = content[from.index(length)],
    }
}

/// Examines the bytes on a new copy and on a written one, and reads what they make of it.
fn examine_and_read(bytes: &[u8]) {
    let ((), most) = most_while(|| {
        for mut here in [Dossier::create(dossier_id(), &bram()).unwrap(), mrs_de_wit()] {
            let Ok(arrival) = here.examine(bytes) else { continue };
            let new: Vec<ChangeHash> = arrival.new_changes().iter().map(|change| change.hash).collect();
            here.merge(arrival).unwrap();
            let _ = (
                here.all::<Person>(),
                here.all::<Moment>(),
                here.all::<Tie>(),
                here.profile(),
                here.network(),
            );
            let _ = (here.days(&at(9)), here.last_written(), here.created_at(), here.touched(&new));
            let _ = (here.field_conflicts(), here.removal_conflicts(), here.moments());
            assert!(here.compacted().is_some());
        }
    });
    assert!(most < MEMORY, "{} MiB", most >> 20);
}

proptest! {
    #[test]
    fn damaged_chunks_with_a_right_checksum_are_refused_or_read(
        kind in 0..3_usize,
        which in any::<Index>(),
        damages in prop::collection::vec(damage(), 1..5),
    ) {
        let mut chunks = honest(kind);
        let place = which.index(chunks.len());
        damages.iter().for_each(|damage| apply(&mut chunks[place].1, damage));
        let bytes: Vec<u8> = chunks.iter().flat_map(|(kind, content)| chunk(*kind, content)).collect();
        examine_and_read(&bytes);
    }

    #[test]
    fn damaged_bytes_are_refused_or_read(
        kind in 0..2_usize,
        damages in prop::collection::vec(damage(), 1..5),
    ) {
        let dossier = written();
        let mut bytes = if kind == 0 { dossier.save() } else { dossier.save_since(&[]) };
        damages.iter().for_each(|damage| apply(&mut bytes, damage));
        examine_and_read(&bytes);
    }

    #[test]
    fn invented_content_with_a_right_checksum_is_refused_or_read(
        kind in 0..4_u8,
        content in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        examine_and_read(&chunk(kind, &content));
        if kind == COMPRESSED {
            examine_and_read(&compressed(&content));
        }
    }
}
