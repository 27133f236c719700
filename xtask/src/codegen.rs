//! The window's types, written from Rust and never twice.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::place::root;
use crate::shell::{cargo, run};

fn generated() -> PathBuf {
    root().join("ui/src/lib/generated")
}

fn export(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    run(cargo(&["run", "--quiet", "--example", "export-types", "--"]).arg(folder))
}

/// Writes the types anew. They are made aside first: where Rust does not build, those that are there stay.
pub(crate) fn write() -> Result<()> {
    let fresh = fresh()?;
    if generated().exists() {
        fs::remove_dir_all(generated())?;
    }
    fs::create_dir_all(generated())?;
    for (name, text) in read(&fresh)? {
        fs::write(generated().join(name), text)?;
    }
    Ok(())
}

fn fresh() -> Result<PathBuf> {
    let fresh = crate::place::built("generated-types")?;
    if fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    export(&fresh)?;
    Ok(fresh)
}

/// Checks that the committed types are those that Rust has.
pub(crate) fn check() -> Result<()> {
    if read(&fresh()?)? != read(&generated())? {
        bail!("the window's types are not current; run `cargo xtask codegen` and commit the result");
    }
    Ok(())
}

fn read(folder: &Path) -> Result<BTreeMap<PathBuf, String>> {
    let files = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    files
        .map(|file| {
            let path = file?.path();
            Ok((path.file_name().map(PathBuf::from).unwrap_or_default(), fs::read_to_string(&path)?))
        })
        .collect()
}
