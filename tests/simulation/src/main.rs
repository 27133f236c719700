//! Plays simulated years, one on each core: `simulation --seeds 200`, or one again: `simulation --seed 17`.

use std::panic::catch_unwind;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use simulation::{Story, simulate};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        let place = arguments.iter().position(|argument| argument == name)?;
        arguments.get(place + 1)?.parse::<u64>().ok()
    };
    if let Some(seed) = value("--seed") {
        println!("{:#?}", simulate(seed)?);
        return Ok(());
    }
    let seeds = value("--seeds").context("say --seeds N, or --seed N to play one again")?;
    let first = value("--from").unwrap_or(0);
    let begun = Instant::now();
    let (all, failed) = play(first..first.saturating_add(seeds));
    println!("{seeds} years in {:?}: {all:#?}", begun.elapsed());
    match failed.first() {
        Some(seed) => bail!("{} failed; play the first again with --seed {seed}", failed.len()),
        None => Ok(()),
    }
}

/// Plays every seed. Returns the sum of all stories, and the seeds that failed.
fn play(seeds: std::ops::Range<u64>) -> (Story, Vec<u64>) {
    let next = AtomicU64::new(seeds.start);
    let done = Mutex::new((Story::default(), Vec::new()));
    let work = || {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= seeds.end {
                return;
            }
            let played =
                catch_unwind(|| simulate(seed)).unwrap_or_else(|_| Err(anyhow::anyhow!("it stopped")));
            let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
            match played {
                Ok(story) => done.0.add(&story),
                Err(error) => {
                    println!("seed {seed}: {error:#}");
                    done.1.push(seed);
                }
            }
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| (0..cores).for_each(|_| drop(scope.spawn(work))));
    let (all, mut failed) = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    failed.sort_unstable();
    (all, failed)
}
