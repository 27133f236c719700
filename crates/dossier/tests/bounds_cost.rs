//! The memory and time of loading the most that is within the bounds.
//!
//! `cargo test --release -p dossier --test bounds_cost -- --ignored --nocapture --test-threads 1`
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

#[path = "support/allocated.rs"]
mod allocated;
#[path = "support/forge.rs"]
mod forge;
mod support;
#[path = "support/worst.rs"]
mod worst;

use std::time::{Duration, Instant};

use allocated::{Counting, most_while};
use worst::{Case, cases};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The most memory that examining an arrival may take, and the most time.
const MEMORY: usize = 512 << 20;
const TIME: Duration = Duration::from_secs(5);

#[test]
#[ignore = "takes minutes, and is only fair to optimised code"]
fn the_worst_within_the_bounds_loads_in_the_budget() {
    let only = std::env::var("CASE").unwrap_or_default();
    let mut failed = Vec::new();
    for (name, make) in cases().into_iter().filter(|(name, _)| name.contains(&only)) {
        let Case { here, bytes } = make();
        let begun = Instant::now();
        let (examined, most) = most_while(|| here.examine(&bytes).map(|arrival| arrival.new_changes().len()));
        let time = begun.elapsed();
        println!("{name:55} {:>9} bytes {:>5} MiB {:>6} ms  {examined:?}", bytes.len(), most >> 20, time.as_millis());
        if most > MEMORY || time > TIME {
            failed.push(name);
        }
    }
    assert_eq!(failed, Vec::<&str>::new());
}
