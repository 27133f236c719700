//! A power cut at any moment loses no acknowledged change, and every sync is needed for that.

use super::model_disk::{CUTS, Cut, ModelDisk, SYNCS, Sync};
use super::story::{Acknowledged, Change, Story, entries, put, random_changes, unlock};
use crate::error::Repair;

/// Makes changes and cuts the power after every call. Returns the first cut after which something
/// acknowledged is not there.
fn first_loss(disk: ModelDisk, changes: &[Change], cuts: &[Cut]) -> Option<String> {
    let mut story = Story::begin(disk.clone()).unwrap();
    let mut states = vec![story.now().clone()];
    for change in changes {
        story.make(change).unwrap();
        states.push(story.now().clone());
    }
    story.close();
    let first = states[0].calls;
    for calls in first..=disk.calls() {
        let known = states.partition_point(|state| state.calls <= calls);
        // The change that was under way may be there or not.
        let may_be = &states[known - 1..states.len().min(known + 1)];
        for cut in cuts {
            story.empty_folder();
            if let Err(loss) = is_there(&story, &disk.cut_after(calls, *cut), may_be) {
                let change = changes.get(known - 1);
                return Some(format!("{cut:?} after {calls} calls, at {change:?}: {loss}"));
            }
        }
    }
    None
}

/// Opens what a power cut left, twice.
fn is_there(story: &Story, left: &ModelDisk, may_be: &[Acknowledged]) -> Result<(), String> {
    let folder = story.empty_folder();
    for _ in 0..2 {
        let opened = may_be.iter().find_map(|state| unlock(left, &folder, &state.code).ok());
        let (vault, repairs) = opened.ok_or("it does not open")?;
        // A header whose first copy was replaced before the cut is written again from one of the two.
        if repairs.iter().any(|repair| *repair != Repair::Header || may_be.len() == 1) {
            return Err(format!("{repairs:?}"));
        }
        let found = entries(&vault);
        if !may_be.iter().any(|state| state.entries == found) {
            return Err(format!("{found:?}"));
        }
        if !may_be.iter().any(|state| state.incarnation == vault.incarnation()) {
            return Err("it is another incarnation".to_owned());
        }
        if may_be.len() == 1 && !vault.check().unwrap().problems.is_empty() {
            return Err("the check finds problems".to_owned());
        }
    }
    Ok(())
}

#[test]
fn a_power_cut_after_any_call_of_any_history_loses_no_acknowledged_change() {
    for seed in 1..=3 {
        let loss = first_loss(ModelDisk::default(), &random_changes(seed, 24), &CUTS);
        assert_eq!(loss, None, "seed {seed}");
    }
}

/// Changes of every kind, each followed by a commit that would be lost with it.
fn every_change() -> Vec<Change> {
    let changes = [
        Change::Compact,
        Change::NewRecoveryCode,
        Change::Reopen,
        Change::Reopen,
        Change::NewIncarnation,
        Change::Vacuum,
    ];
    let with_commit = |(number, change): (usize, Change)| [change, put(number as u8, b"value")];
    changes.into_iter().enumerate().flat_map(with_commit).collect()
}

#[test]
fn without_any_one_of_the_syncs_a_power_cut_loses_something() {
    assert_eq!(first_loss(ModelDisk::default(), &every_change(), &CUTS), None);
    let unneeded = |sync: &Sync| first_loss(ModelDisk::without(*sync), &every_change(), &CUTS[..1]).is_none();
    let unneeded: Vec<Sync> = SYNCS.into_iter().filter(unneeded).collect();
    assert_eq!(unneeded, []);
}
