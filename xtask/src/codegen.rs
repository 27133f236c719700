//! `cargo xtask codegen`: the TypeScript types of the window, written from the Rust ones.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::builds;
use crate::checkout::root;
use crate::shell::{cargo, run};

fn generated() -> PathBuf {
    root().join("ui/src/generated")
}

fn export(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    run(cargo(builds::TYPES).arg("--").arg(folder))
}

/// Replaces the window's types by current ones. A build that fails leaves the old ones as they are.
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
    let fresh = crate::program::built("generated-types")?;
    if fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    export(&fresh)?;
    Ok(fresh)
}

/// Checks that the committed types are current.
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
