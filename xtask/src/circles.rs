//! Files that import each other.
//!
//! `cargo modules dependencies --acyclic` was considered. It names one circle and stops, of modules rather
//! than files, takes a re-export for a use, and brings rust-analyzer with three hundred crates; a circle of
//! files needs only the syntax.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::checkout::root;
use crate::program::metadata;
use crate::source::{Crate, Reader, Target, walk};

/// The files that each file imports, with the line of the import.
type Imports = BTreeMap<PathBuf, BTreeMap<PathBuf, usize>>;

/// Files of which each imports the next, and the last one the first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Circle(Vec<(PathBuf, usize)>);

impl fmt::Display for Circle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |path: &Path| path.strip_prefix(root()).unwrap_or(path).display().to_string();
        for (number, (file, line)) in self.0.iter().enumerate() {
            let (next, _) = &self.0[(number + 1) % self.0.len()];
            writeln!(f, "  {}:{line} imports {}", name(file), name(next))?;
        }
        Ok(())
    }
}

/// Refuses crates in which files import each other. `only` names one package; without it, all are checked.
pub(crate) fn check(only: Option<&str>) -> Result<()> {
    let metadata = metadata()?;
    let mut count = 0;
    for package in metadata["packages"].as_array().context("cargo names no packages")? {
        let name = package["name"].as_str().unwrap_or_default();
        if only.is_some_and(|only| only != name) {
            continue;
        }
        let mut imports = Imports::new();
        for target in package["targets"].as_array().into_iter().flatten() {
            let file = target["src_path"].as_str().context("a target has no file")?;
            add_imports(Path::new(file), &mut imports)?;
        }
        let circles = circles(&imports);
        if !circles.is_empty() {
            println!("{name}: {} circles", circles.len());
        }
        for circle in &circles {
            println!("{circle}");
        }
        count += circles.len();
    }
    if count > 0 {
        bail!("files import each other in {count} circles: move what both need into a file below them");
    }
    Ok(())
}

/// Adds what the files of one crate import from each other.
fn add_imports(crate_root: &Path, imports: &mut Imports) -> Result<()> {
    let read = Crate::read(crate_root)?;
    for (id, module) in read.modules.iter().enumerate() {
        for named in walk(&module.items) {
            let target = match named.kind {
                Reader::Code | Reader::Import => read.target(id, &named.path),
                Reader::MacroName => {
                    let bare = || named.path.first().and_then(|name| read.macro_anywhere(name));
                    read.target(id, &named.path).or_else(|| if named.path.len() == 1 { bare() } else { None })
                }
                // All names of a module that defines none of its own come from elsewhere.
                Reader::ImportAll => match read.target(id, &named.path) {
                    Some(Target::Module(other)) if read.modules[other].is_facade() => None,
                    Some(Target::Module(other) | Target::Item(other)) => Some(Target::Item(other)),
                    None => None,
                },
            };
            // A module by itself is only part of a path, and another path names the item that is used from
            // it.
            if let Some(Target::Item(other)) = target {
                let other = &read.modules[other].file;
                if *other != module.file {
                    let known = imports.entry(module.file.clone()).or_default();
                    known.entry(other.clone()).or_insert(named.line);
                }
            }
        }
    }
    Ok(())
}

/// Returns the shortest circle of each import that is part of one. No circle comes twice.
fn circles(imports: &Imports) -> BTreeSet<Circle> {
    let mut found = BTreeSet::new();
    for (file, others) in imports {
        for other in others.keys() {
            if let Some(way) = way(imports, other, file) {
                found.insert(circle(imports, way));
            }
        }
    }
    found
}

/// Returns the shortest way by imports from one file to another, both included.
fn way(imports: &Imports, from: &Path, to: &Path) -> Option<Vec<PathBuf>> {
    let mut came_from: BTreeMap<&Path, &Path> = BTreeMap::new();
    let mut waiting = VecDeque::from([from]);
    while let Some(file) = waiting.pop_front() {
        if file == to {
            let mut way = vec![file.to_owned()];
            let mut last = file;
            while last != from {
                last = came_from.get(last)?;
                way.push(last.to_owned());
            }
            way.reverse();
            return Some(way);
        }
        for next in imports.get(file).into_iter().flat_map(BTreeMap::keys) {
            if next != from && !came_from.contains_key(next.as_path()) {
                came_from.insert(next, file);
                waiting.push_back(next);
            }
        }
    }
    None
}

/// Returns the circle of these files, beginning with the first by name.
fn circle(imports: &Imports, mut files: Vec<PathBuf>) -> Circle {
    let first = files.iter().enumerate().min_by_key(|(_, file)| *file).map_or(0, |(number, _)| number);
    files.rotate_left(first);
    let next = |number: usize| &files[(number + 1) % files.len()];
    let line = |number: usize, file: &PathBuf| imports.get(file).and_then(|others| others.get(next(number)));
    let lines = files
        .iter()
        .enumerate()
        .map(|(number, file)| line(number, file).copied().unwrap_or(0))
        .collect::<Vec<_>>();
    Circle(files.into_iter().zip(lines).collect())
}

#[cfg(test)]
#[path = "circles_tests.rs"]
mod tests;
