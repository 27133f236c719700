//! Changes that come from another device, laid beside a document before anybody vouches for them.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use dossier::*;
use support::*;

fn begun() -> Dossier {
    Dossier::create(dossier_id(), &bram()).unwrap()
}

#[test]
fn a_dossier_that_comes_whole_is_kept_as_the_bytes_it_came_in() {
    let saved = mrs_de_wit().save();
    let mut arrival = begun().examine(&saved).unwrap();
    assert_eq!(arrival.whole(), Some(saved));
    assert_eq!(arrival.after(), mrs_de_wit().heads());
}

#[test]
fn what_comes_behind_a_whole_dossier_is_taken_in_change_by_change() {
    let mut dossier = mrs_de_wit();
    let (saved, heads) = (dossier.save(), dossier.heads());
    dossier.apply(&name(1, "Fatima el Amrani"), at(5)).unwrap();
    let mut arrival = begun().examine(&[saved, dossier.save_since(&heads)].concat()).unwrap();
    assert_eq!(arrival.whole(), None);
    assert_eq!(arrival.after(), dossier.heads());
}

#[test]
fn a_dossier_that_is_here_keeps_what_it_has() {
    let mut here = copy_for(&mrs_de_wit(), &bram());
    here.apply(&name(2, "Joris de Wit"), at(5)).unwrap();
    let mut arrival = here.examine(&mrs_de_wit().save()).unwrap();
    assert_eq!(arrival.whole(), None);
    assert_eq!(arrival.after(), here.heads());
}

#[test]
fn of_a_dossier_that_was_cut_short_nothing_is_taken() {
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
fn a_dossier_is_put_in_place_of_its_chunks_as_it_stands() {
    let dossier = mrs_de_wit();
    let compacted = dossier.compacted().unwrap();
    let again = Dossier::load(dossier_id(), [compacted.as_slice()], &anna()).unwrap();
    assert_eq!(again.heads(), dossier.heads());
}
