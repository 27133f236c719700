//! Plays simulated years, one on each core: `simulation --seeds 200`, or one again: `simulation --seed 17`.
//! With `--malicious` some of the people are villains, and with `--planted 3` a weakness is back that was
//! mended.

use std::fmt::Debug;
use std::panic::catch_unwind;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use simulation::{MaliciousStory, Story, Weakness, simulate, simulate_malicious};

/// The years that `--malicious` plays without another number.
const MALICIOUS_YEARS: u64 = 10_000;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        let place = arguments.iter().position(|argument| argument == name)?;
        arguments.get(place + 1)?.parse::<u64>().ok()
    };
    let (seed, from) = (value("--seed"), value("--from").unwrap_or(0));
    if !arguments.iter().any(|argument| argument == "--malicious") {
        let seeds = value("--seeds");
        return run(seed, from, seeds, &simulate, &Story::add);
    }
    let planted = value("--planted").map(weakness).transpose()?;
    let seeds = value("--seeds").or(Some(MALICIOUS_YEARS));
    let year = |seed| simulate_malicious(seed, planted);
    match planted {
        Some(weakness) if seed.is_none() => find(weakness, from, seeds.unwrap_or(MALICIOUS_YEARS), &year),
        _ => run(seed, from, seeds, &year, &MaliciousStory::add),
    }
}

/// Returns the weakness with a number.
fn weakness(number: u64) -> Result<Weakness> {
    let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let found = place.and_then(|place| Weakness::ALL.get(place)).copied();
    found.with_context(|| format!("weaknesses have the numbers 1 to {}", Weakness::ALL.len()))
}

/// Plays years until one fails, and says how many it took.
fn find(
    weakness: Weakness,
    from: u64,
    seeds: u64,
    year: &(dyn Fn(u64) -> Result<MaliciousStory> + Sync),
) -> Result<()> {
    for seed in from..from.saturating_add(seeds) {
        if let Err(error) = played(seed, year) {
            println!("{error:#}");
            println!("{weakness:?} was found in year {}", seed - from + 1);
            return Ok(());
        }
    }
    bail!("{weakness:?} was not found in {seeds} years")
}

/// Plays one year again, or many.
fn run<T: Debug + Default + Send>(
    seed: Option<u64>,
    from: u64,
    seeds: Option<u64>,
    year: &(dyn Fn(u64) -> Result<T> + Sync),
    add: &(dyn Fn(&mut T, &T) + Sync),
) -> Result<()> {
    if let Some(seed) = seed {
        println!("{:#?}", year(seed)?);
        return Ok(());
    }
    let seeds = seeds.context("say --seeds N, or --seed N to play one again")?;
    let begun = Instant::now();
    let (all, failed) = play(from..from.saturating_add(seeds), year, add);
    println!("{seeds} years in {:?}: {all:#?}", begun.elapsed());
    ensure!(failed.is_empty(), "{} failed; play the first again with --seed {}", failed.len(), failed[0]);
    Ok(())
}

fn played<T>(seed: u64, year: &(dyn Fn(u64) -> Result<T> + Sync)) -> Result<T> {
    let played = catch_unwind(std::panic::AssertUnwindSafe(|| year(seed)));
    played.unwrap_or_else(|_| Err(anyhow::anyhow!("seed {seed} panicked")))
}

/// Plays every seed. Returns the sum of all stories, and the seeds that failed.
fn play<T: Default + Send>(
    seeds: std::ops::Range<u64>,
    year: &(dyn Fn(u64) -> Result<T> + Sync),
    add: &(dyn Fn(&mut T, &T) + Sync),
) -> (T, Vec<u64>) {
    let next = AtomicU64::new(seeds.start);
    let done = Mutex::new((T::default(), Vec::new()));
    let work = || {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= seeds.end {
                return;
            }
            let played = played(seed, year);
            let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
            match played {
                Ok(story) => add(&mut done.0, &story),
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
