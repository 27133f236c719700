//! The memory and time of loading the most that is within the bounds.
//!
//! `cargo test --release -p dossier --test bounds_cost -- --ignored --nocapture --test-threads 1`
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

#[path = "support/allocated.rs"]
mod allocated;
#[path = "support/five_years.rs"]
mod five_years;
#[path = "support/forge.rs"]
mod forge;
mod support;
#[path = "support/worst.rs"]
mod worst;

use std::time::Duration;

use allocated::{Counting, most_while};
use five_years::five_years;
use worst::{Case, cases};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The most memory that examining an arrival may take, and the most time.
const MEMORY: usize = 512 << 20;
const TIME: Duration = Duration::from_secs(5);

/// Returns the time for which this thread has had a processor: other work on the machine does not count.
fn processor_time() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(told.split(' ').next().unwrap().parse().unwrap())
}

#[test]
#[ignore = "writes for minutes, and is only fair to optimised code"]
fn an_honest_dossier_of_five_years_is_far_below_the_bounds() {
    let dossier = five_years(450);
    let saved = dossier.save();
    let doc = automerge::Automerge::load(&saved).unwrap();
    let changes = doc.get_changes(&[]);
    let operations: usize = changes.iter().map(automerge::Change::len).sum();
    let actors: std::collections::BTreeSet<_> = changes.iter().map(automerge::Change::actor_id).collect();
    println!(
        "{} changes of {operations} operations by {} actors in {} bytes, {} inflated",
        changes.len(),
        actors.len(),
        saved.len(),
        doc.save_nocompress().len(),
    );
    let begun = dossier::Dossier::create(dossier.id().clone(), &support::bram()).unwrap();
    let since = dossier.save_since(&begun.heads());
    for (name, bytes) in [("as a whole", saved), ("as changes", since)] {
        let before = processor_time();
        let (examined, most) =
            most_while(|| begun.examine(&bytes).map(|arrival| arrival.new_changes().len()));
        let time = (processor_time() - before).as_millis();
        println!("{name}: {} bytes {} MiB {time} ms {examined:?}", bytes.len(), most >> 20);
        assert!(examined.is_ok());
    }
}

#[test]
#[ignore = "takes minutes, and is only fair to optimised code"]
fn the_worst_within_the_bounds_loads_in_the_budget() {
    let only = std::env::var("CASE").unwrap_or_default();
    let mut failed = Vec::new();
    for (name, make) in cases().into_iter().filter(|(name, _)| name.contains(&only)) {
        let before = processor_time();
        let Case { here, bytes } = make();
        println!("{name}: made in {} ms", (processor_time() - before).as_millis());
        let begun = processor_time();
        let (examined, most) = most_while(|| here.examine(&bytes).map(|arrival| arrival.new_changes().len()));
        let time = processor_time() - begun;
        println!(
            "{name:55} {:>9} bytes {:>5} MiB {:>6} ms  {examined:?}",
            bytes.len(),
            most >> 20,
            time.as_millis()
        );
        if most > MEMORY || time > TIME {
            failed.push(name);
        }
    }
    assert_eq!(failed, Vec::<&str>::new());
}
