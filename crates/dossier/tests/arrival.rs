//! Changes from another device, which are examined before anybody vouches for them.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use dossier::*;
use support::*;

fn begun() -> Dossier {
    Dossier::create(dossier_id(), &bram()).unwrap()
}

#[test]
fn a_dossier_that_arrives_whole_can_be_saved_as_the_bytes_that_arrived() {
    let saved = mrs_de_wit().save();
    let mut arrival = begun().examine(&saved).unwrap();
    assert_eq!(arrival.whole(), Some(saved));
    assert_eq!(arrival.after(), mrs_de_wit().heads());
}

#[test]
fn changes_behind_a_whole_dossier_are_loaded_one_by_one() {
    let mut dossier = mrs_de_wit();
    let (saved, heads) = (dossier.save(), dossier.heads());
    dossier.apply(&name(1, "Fatima el Amrani"), at(5)).unwrap();
    let mut arrival = begun().examine(&[saved, dossier.save_since(&heads)].concat()).unwrap();
    assert_eq!(arrival.whole(), None);
    assert_eq!(arrival.after(), dossier.heads());
}

#[test]
fn a_dossier_that_exists_here_keeps_its_content() {
    let mut here = copy_for(&mrs_de_wit(), &bram());
    here.apply(&name(2, "Joris de Wit"), at(5)).unwrap();
    let mut arrival = here.examine(&mrs_de_wit().save()).unwrap();
    assert_eq!(arrival.whole(), None);
    assert_eq!(arrival.after(), here.heads());
}

#[test]
fn nothing_is_loaded_from_a_dossier_that_was_cut_short() {
    let saved = mrs_de_wit().save();
    for length in 0..saved.len() {
        let examined = begun().examine(&saved[..length]);
        assert!(
            examined.is_ok_and(|arrival| arrival.new_changes().is_empty()),
            "{length} of {} bytes",
            saved.len()
        );
    }
}

#[test]
fn compacting_a_dossier_keeps_its_content() {
    let dossier = mrs_de_wit();
    let compacted = dossier.compacted().unwrap();
    let again = Dossier::load(dossier_id(), [compacted.as_slice()], &anna()).unwrap();
    assert_eq!(again.heads(), dossier.heads());
}
