//! Runs every target on its seeds, on about a thousand mutations of them, on the kept corpus, and on what a
//! fuzzer once found.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use exchange::Randomness;
use fuzzing::{TARGETS, Target, mutated, seeds};

/// The longest that one input may take, without optimisation and beside other tests.
const LONGEST: Duration = Duration::from_secs(60);

/// Returns the number of mutations for a target, which `FUZZ_TIMES` overrides.
fn times(name: &str) -> usize {
    let usual = match name {
        // A story at a desk takes as long as a thousand envelopes that are refused.
        "desk" => 20,
        // Each opens a vault.
        "vault" => 60,
        _ => 1_000,
    };
    std::env::var("FUZZ_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(usual)
}

/// Runs a target. Stops with the name of the input if the target panics or takes too long.
fn runs(name: &str, target: Target, input: &dyn std::fmt::Debug, bytes: &[u8]) {
    let begun = Instant::now();
    let stopped = std::panic::catch_unwind(|| target(bytes)).is_err();
    assert!(!stopped, "{name} stops at {input:?}");
    assert!(begun.elapsed() < LONGEST, "{name} takes {:?} for {input:?}", begun.elapsed());
}

/// Returns the files that are kept for a target in `tests/fuzz/corpus` or `tests/fuzz/found`.
fn kept(kind: &str, name: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(kind).join(name);
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path()).collect();
    files.sort();
    files
}

#[test]
fn every_target_reads_its_seeds() {
    for (name, target) in TARGETS {
        let seeds = seeds(name);
        assert!(!seeds.is_empty() && seeds.iter().all(|seed| !seed.is_empty()), "{name} has no seeds");
        seeds.iter().for_each(|seed| runs(name, target, seed, seed));
    }
}

#[test]
fn no_mutation_of_a_seed_stops_a_target() {
    for (number, (name, target)) in TARGETS.into_iter().enumerate() {
        let seeds = seeds(name);
        let mut random = Randomness::from_seed([number as u8; 32]);
        for time in 0..times(name) {
            let (seed, other) = (&seeds[time % seeds.len()], &seeds[(time / 7) % seeds.len()]);
            let bytes = mutated(seed, other, &mut random);
            runs(name, target, &bytes, &bytes);
        }
    }
}

#[test]
fn no_input_of_the_kept_corpus_stops_its_target() {
    for (name, target) in TARGETS {
        for file in kept("corpus", name) {
            runs(name, target, &file, &fs::read(&file).unwrap());
        }
    }
}

#[test]
fn nothing_that_was_found_once_stops_its_target_again() {
    for (name, target) in TARGETS {
        for file in kept("found", name) {
            runs(name, target, &file, &fs::read(&file).unwrap());
        }
    }
}

/// `cargo xtask fuzz` runs this before libFuzzer.
#[test]
#[ignore = "writes fuzz/corpus"]
fn write_the_corpus() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    for (name, _) in TARGETS {
        let folder = corpus.join(name);
        fs::create_dir_all(&folder).unwrap();
        for (number, seed) in seeds(name).iter().enumerate() {
            fs::write(folder.join(format!("seed-{number}")), seed).unwrap();
        }
    }
}
