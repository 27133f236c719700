//! Plays simulated years: `simulate --seeds 200`, or one again: `simulate --seed 17`.

use std::time::Instant;

use anyhow::{Context, Result, bail};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        let place = arguments.iter().position(|argument| argument == name)?;
        arguments.get(place + 1)?.parse::<u64>().ok()
    };
    if let Some(seed) = value("--seed") {
        println!("{:#?}", simulation::simulate(seed)?);
        return Ok(());
    }
    let seeds = value("--seeds").context("say --seeds N, or --seed N to play one again")?;
    let first = value("--from").unwrap_or(0);
    let (began, mut failed) = (Instant::now(), Vec::new());
    let (mut edits, mut laptops, mut counts) = (0, 0, simulation::Counts::default());
    for seed in first..first + seeds {
        match std::panic::catch_unwind(|| simulation::simulate(seed)) {
            Ok(Ok(story)) => {
                edits += story.edits;
                laptops += story.laptops;
                counts.lists += story.counts.lists;
                counts.gets += story.counts.gets;
                counts.puts += story.counts.puts;
                counts.removes += story.counts.removes;
                counts.bytes += story.counts.bytes;
            }
            Ok(Err(error)) => {
                println!("seed {seed}: {error:#}");
                failed.push(seed);
            }
            Err(_) => {
                println!("seed {seed}: stopped");
                failed.push(seed);
            }
        }
    }
    println!("{seeds} years, {laptops} computers, {edits} edits, {counts:?} in {:?}", began.elapsed());
    if !failed.is_empty() {
        bail!("{} failed; play the first again with --seed {}", failed.len(), failed[0]);
    }
    Ok(())
}
