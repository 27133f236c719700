//! `cargo xtask fuzz`: the targets of `tests/fuzz` under libFuzzer, which looks at the coverage of each input.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::checkout::root;
use crate::shell::{answers, cargo, run};
use crate::tools::installed;

/// The version of cargo-fuzz.
const VERSION: &str = "0.13.2";
/// The minutes for each target without a number.
const MINUTES: u32 = 5;
/// The most memory of a run, in mebibytes. A run keeps its corpus in memory and measures more than it needs.
const MEMORY: u32 = 3072;
/// The longest that one input may take, in seconds. The slowest honest ones take a tenth of it.
const SECONDS: u32 = 60;

/// The choices of a run.
struct Choices {
    minutes: u32,
    target: Option<String>,
    /// True if the kept corpus gets what was found.
    keep: bool,
}

/// The result of a run of one target.
#[derive(Debug, Default, PartialEq)]
struct Run {
    executions: u64,
    coverage: u64,
    new_inputs: u64,
}

/// Runs the targets one after another and prints what each did. Fails if an input stopped a target.
pub(crate) fn fuzz(arguments: &[&str]) -> Result<()> {
    let choices = Choices::read(arguments)?;
    if !answers("cargo", &["+nightly", "--version"]) {
        bail!("libFuzzer needs a compiler of the nightly channel: rustup toolchain install nightly");
    }
    let fuzzer = installed("cargo-fuzz", VERSION)?;
    let all = targets()?;
    let chosen: Vec<&String> = match &choices.target {
        None => all.iter().collect(),
        Some(name) => vec![
            all.iter()
                .find(|one| *one == name)
                .with_context(|| format!("there is no target {name}: there are {}", all.join(", ")))?,
        ],
    };
    run(&mut cargo(&["test", "--test", "smoke", "--", "--ignored", "write_the_corpus"]))?;
    run(cargo_fuzz(&fuzzer, "build").args(choices.target.as_slice()))?;
    let mut found = Vec::new();
    println!("{:18} {:>12} {:>9} {:>6}  stopped by", "target", "executions", "coverage", "new");
    for name in chosen {
        let before = stoppers(name);
        let done = one(&fuzzer, name, choices.minutes)?;
        let after: Vec<_> = stoppers(name).into_iter().filter(|path| !before.contains(path)).collect();
        println!(
            "{name:18} {:>12} {:>9} {:>6}  {}",
            done.executions,
            done.coverage,
            done.new_inputs,
            after.len()
        );
        found.extend(keep_found(name, &after)?);
        if choices.keep {
            merge(&fuzzer, name)?;
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    for path in &found {
        println!("{}", path.display());
    }
    bail!("{} inputs stop a target: `cargo test --test smoke` fails until they do not", found.len())
}

impl Choices {
    fn read(arguments: &[&str]) -> Result<Self> {
        let mut choices = Self { minutes: MINUTES, target: None, keep: false };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match *argument {
                "--keep" => choices.keep = true,
                "--minutes" => choices.minutes = rest.next().context("--minutes needs a number")?.parse()?,
                "--target" => choices.target = rest.next().map(|name| (*name).to_owned()),
                other => bail!("fuzz has no option {other}"),
            }
        }
        Ok(choices)
    }
}

/// Returns the names of the targets.
fn targets() -> Result<Vec<String>> {
    let files = fs::read_dir(root().join("fuzz/fuzz_targets"))?;
    let names =
        files.map(|file| Ok(file?.path().file_stem().unwrap_or_default().to_string_lossy().into_owned()));
    let mut names = names.collect::<Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

/// Returns a command of cargo-fuzz, with the compiler of the nightly channel.
///
/// There is no sanitizer: our code has none of what it looks for, and without it twice as many inputs are tried.
/// Nor are comparisons traced: those within ciphers and hashes took four fifths of the time.
fn cargo_fuzz(fuzzer: &Path, command: &str) -> Command {
    let mut cargo_fuzz = Command::new(fuzzer);
    let choices = ["--sanitizer", "none", "--no-trace-compares", "--codegen-units", "16"];
    cargo_fuzz.arg(command).args(choices).current_dir(root());
    cargo_fuzz.env("RUSTUP_TOOLCHAIN", "nightly").env_remove("CARGO").env_remove("RUSTC");
    cargo_fuzz
}

/// Runs a target for some minutes, on what was found before and on the kept corpus.
fn one(fuzzer: &Path, name: &str, minutes: u32) -> Result<Run> {
    let (corpus, log) =
        (root().join("fuzz/corpus").join(name), root().join("fuzz/corpus").join(format!("{name}.log")));
    fs::create_dir_all(&corpus)?;
    let kept = ["corpus", "found"].map(|kind| kept(kind, name)).into_iter().filter(|folder| folder.is_dir());
    let mut command = cargo_fuzz(fuzzer, "run");
    command.arg(name).arg(corpus).args(kept).arg("--").args(limits());
    command.args([format!("-max_total_time={}", minutes * 60), "-print_final_stats=1".to_owned()]);
    let folder = Scratch::new(name)?;
    command.env("TMPDIR", &folder.0).stdin(Stdio::null()).stdout(Stdio::null()).stderr(File::create(&log)?);
    // A target that was stopped ends with an error; its log and its input say more.
    command.status().with_context(|| format!("{name} could not be started"))?;
    Ok(Run::read(&String::from_utf8_lossy(&fs::read(log)?)))
}

fn limits() -> [String; 2] {
    [format!("-rss_limit_mb={MEMORY}"), format!("-timeout={SECONDS}")]
}

/// A folder for the files of a run, in memory if there is such a place, because vaults sync each write.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Result<Self> {
        let memory = PathBuf::from("/dev/shm");
        let place = if memory.is_dir() { memory } else { std::env::temp_dir() };
        let folder = place.join(format!("kring-fuzz-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What a target leaves behind that was stopped is of no use.
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Run {
    /// Reads what libFuzzer prints.
    fn read(log: &str) -> Self {
        let number = |text: &str| text.split_whitespace().next()?.parse().ok();
        let after = |mark: &str| log.rsplit_once(mark).and_then(|(_, rest)| number(rest)).unwrap_or_default();
        Self {
            executions: after("stat::number_of_executed_units:"),
            coverage: after(" cov: "),
            new_inputs: after("stat::new_units_added:"),
        }
    }
}

/// Returns the folder of a target in the kept corpus, or in what was found once.
fn kept(kind: &str, name: &str) -> PathBuf {
    root().join("tests/fuzz").join(kind).join(name)
}

/// Returns the inputs that stopped a target: by a panic, with too much memory, or in too much time.
fn stoppers(name: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(root().join("fuzz/artifacts").join(name)).into_iter().flatten().flatten();
    let is_slow =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("slow"));
    files.map(|file| file.path()).filter(|path| !is_slow(path)).collect()
}

/// Copies inputs that stopped a target to those that every test runs.
fn keep_found(name: &str, inputs: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let folder = kept("found", name);
    let copies = inputs.iter().map(|input| {
        fs::create_dir_all(&folder)?;
        let copy = folder.join(input.file_name().unwrap_or_default());
        fs::copy(input, &copy)?;
        Ok(copy)
    });
    copies.collect()
}

/// Adds to the kept corpus the inputs that reach code which it does not reach.
fn merge(fuzzer: &Path, name: &str) -> Result<()> {
    let folder = kept("corpus", name);
    fs::create_dir_all(&folder)?;
    let scratch = Scratch::new(name)?;
    let mut command = cargo_fuzz(fuzzer, "run");
    command.arg(name).arg(&folder).arg(root().join("fuzz/corpus").join(name)).args(["--", "-merge=1"]);
    run(command.args(limits()).env("TMPDIR", &scratch.0).stderr(Stdio::null()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_numbers_of_a_log_are_read() {
        let log = "#2\tINITED cov: 7 ft: 8 corp: 1/1b\n#99\tNEW    cov: 12 ft: 20 corp: 3/9b\n\
                   stat::number_of_executed_units: 1234\nstat::new_units_added:          2\n";
        assert_eq!(Run::read(log), Run { executions: 1234, coverage: 12, new_inputs: 2 });
        assert_eq!(Run::read("it did not start"), Run::default());
    }

    #[test]
    fn the_choices_are_read_in_any_order() {
        let choices = Choices::read(&["--keep", "--target", "desk", "--minutes", "3"]).unwrap();
        assert_eq!((choices.minutes, choices.target.as_deref(), choices.keep), (3, Some("desk"), true));
        assert!(Choices::read(&["--minutes"]).is_err() && Choices::read(&["desk"]).is_err());
    }
}
