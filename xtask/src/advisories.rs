//! Known vulnerabilities, licences and sources of the dependencies, checked by cargo-deny without a network.
//!
//! `xtask/advisories` is a copy of the RustSec advisory database for the packages of `Cargo.lock`. Its file
//! `copied.txt` says when it was made and which packages were looked for, so that a new dependency is noticed.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, bail};

use crate::checkout::root;
use crate::program::target_folder;
use crate::shell::{cargo, output, run};
use crate::tools::installed;

/// The version of cargo-deny.
const VERSION: &str = "0.20.2";
/// The folder in which cargo-deny looks for the database of <https://github.com/rustsec/advisory-db>. It derives
/// the name from the address.
const DATABASE: &str = "advisory-db-3157b0e258782691";

/// The copy of the database, as `copied.txt` describes it.
struct Copied {
    commit: String,
    /// The time of the commit, in seconds since 1970.
    seconds: u64,
    packages: BTreeSet<String>,
}

/// Checks the dependencies.
pub(crate) fn check() -> Result<()> {
    let copied = Copied::read()?;
    let unknown: Vec<_> = locked_packages()?.difference(&copied.packages).cloned().collect();
    if !unknown.is_empty() {
        bail!(
            "the copied advisories say nothing about {}: run `cargo xtask advisories FOLDER` with a clone of \
             https://github.com/rustsec/advisory-db",
            unknown.join(", ")
        );
    }
    let committed = SystemTime::UNIX_EPOCH + Duration::from_secs(copied.seconds);
    let age = SystemTime::now().duration_since(committed).unwrap_or_default();
    println!(
        "The advisories are {} days old (commit {:.12} of rustsec/advisory-db).",
        age.as_secs() / 86_400,
        copied.commit
    );
    let databases = lay_out(committed)?;
    // cargo-deny asks for the packages of all operating systems.
    run(&mut cargo(&["fetch", "--locked"]))?;
    let mut deny = Command::new(installed("cargo-deny", VERSION)?);
    deny.args(["--locked", "--offline", "check", "--hide-inclusion-graph"]).current_dir(root());
    run(deny.env("KRING_ADVISORIES", databases))
}

/// Replaces the copy by the advisories in a clone of the database.
pub(crate) fn copy(clone: &Path) -> Result<()> {
    let git = |args: &[&str]| output(Command::new("git").arg("-C").arg(clone).args(args));
    let packages = locked_packages()?;
    let copy = copied_folder().join("crates");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    for path in git(&["ls-tree", "-r", "--name-only", "HEAD", "crates/"])?.lines() {
        let Some((package, name)) = path.strip_prefix("crates/").and_then(|path| path.split_once('/')) else {
            continue;
        };
        if packages.contains(package) {
            fs::create_dir_all(copy.join(package))?;
            fs::write(copy.join(package).join(name), git(&["show", &format!("HEAD:{path}")])?)?;
        }
    }
    let commit = git(&["log", "-1", "--format=commit %H%ndate %cs%nseconds %ct"])?;
    let packages: String = packages.iter().map(|package| format!("package {package}\n")).collect();
    fs::write(copied_folder().join("copied.txt"), format!("{commit}{packages}"))?;
    Ok(())
}

impl Copied {
    fn read() -> Result<Self> {
        let path = copied_folder().join("copied.txt");
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        Self::parse(&text).with_context(|| format!("{} is not as `advisories` writes it", path.display()))
    }

    fn parse(text: &str) -> Option<Self> {
        let lines = |key: &'static str| {
            text.lines().filter_map(move |line| line.strip_prefix(key)?.strip_prefix(' '))
        };
        let (commit, seconds) = (lines("commit").next()?.to_owned(), lines("seconds").next()?.parse().ok()?);
        Some(Self { commit, seconds, packages: lines("package").map(str::to_owned).collect() })
    }
}

fn copied_folder() -> PathBuf {
    root().join("xtask/advisories")
}

/// Returns the packages of the registry in `Cargo.lock`.
fn locked_packages() -> Result<BTreeSet<String>> {
    Ok(registry_packages(&fs::read_to_string(root().join("Cargo.lock"))?))
}

fn registry_packages(lock: &str) -> BTreeSet<String> {
    let packages = lock.split("[[package]]").filter(|package| package.contains("source = \"registry+"));
    let names = packages.filter_map(|package| package.split_once("name = \"")?.1.split_once('"'));
    names.map(|(name, _)| name.to_owned()).collect()
}

/// Lays the copy out as cargo-deny expects a database, and returns the folder of the databases.
fn lay_out(committed: SystemTime) -> Result<PathBuf> {
    let databases = target_folder()?.join("advisories");
    let database = databases.join(DATABASE);
    if database.exists() {
        fs::remove_dir_all(&database)?;
    }
    for package in fs::read_dir(copied_folder().join("crates"))? {
        let package = package?;
        let to = database.join("crates").join(package.file_name());
        fs::create_dir_all(&to)?;
        for advisory in fs::read_dir(package.path())? {
            let advisory = advisory?;
            fs::copy(advisory.path(), to.join(advisory.file_name()))?;
        }
    }
    // The age of this file is the age of the database to cargo-deny.
    fs::create_dir_all(database.join(".git"))?;
    File::create(database.join(".git/FETCH_HEAD"))?.set_modified(committed)?;
    Ok(databases)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_packages_of_a_lock_file_are_those_from_the_registry() {
        let lock = "version = 4\n\n[[package]]\nname = \"coach\"\nversion = \"0.1.0\"\n\n[[package]]\n\
                    name = \"csv\"\nversion = \"1.4.0\"\nsource = \"registry+https://github.com/rust-lang/\"\n";
        assert_eq!(registry_packages(lock), BTreeSet::from(["csv".to_owned()]));
    }

    #[test]
    fn the_description_of_the_copy_is_read_back() {
        let copied =
            Copied::parse("commit abc\ndate 2026-08-21\nseconds 12\npackage csv\npackage url\n").unwrap();
        assert_eq!((copied.commit.as_str(), copied.seconds, copied.packages.len()), ("abc", 12, 2));
        assert!(Copied::parse("package csv\n").is_none());
    }
}
