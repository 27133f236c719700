//! Runs every target on its seeds and on about a thousand mutations of them.

use std::path::Path;

use exchange::Randomness;
use fuzzing::{TARGETS, mutated, seeds};

/// Returns the number of mutations for each target, which `FUZZ_TIMES` overrides.
fn times() -> usize {
    std::env::var("FUZZ_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1_000)
}

#[test]
fn every_target_reads_its_seeds() {
    for (name, target) in TARGETS {
        let seeds = seeds(name);
        assert!(!seeds.is_empty() && seeds.iter().all(|seed| !seed.is_empty()), "{name} has no seeds");
        seeds.iter().for_each(|seed| target(seed));
    }
}

#[test]
fn no_mutation_of_a_seed_stops_a_target() {
    for (number, (name, target)) in TARGETS.into_iter().enumerate() {
        let seeds = seeds(name);
        let mut random = Randomness::from_seed([number as u8; 32]);
        for time in 0..times() {
            let (seed, other) = (&seeds[time % seeds.len()], &seeds[(time / 7) % seeds.len()]);
            let bytes = mutated(seed, other, &mut random);
            let stopped = std::panic::catch_unwind(|| target(&bytes)).is_err();
            assert!(!stopped, "{name} stops at {bytes:02x?}");
        }
    }
}

/// Run this before libFuzzer: `cargo test --test smoke -- --ignored`.
#[test]
#[ignore = "writes fuzz/corpus"]
fn write_the_corpus() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    for (name, _) in TARGETS {
        let folder = corpus.join(name);
        std::fs::create_dir_all(&folder).unwrap();
        for (number, seed) in seeds(name).iter().enumerate() {
            std::fs::write(folder.join(format!("seed-{number}")), seed).unwrap();
        }
    }
}
