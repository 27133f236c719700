//! Files that other programs wrote, read from the packages that publish them.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

/// Returns the folder of a package that the workspace depends on.
pub fn package(name: &str) -> Result<PathBuf> {
    let out = Command::new("cargo").args(["metadata", "--format-version", "1", "--locked"]).output()?;
    let metadata: serde_json::Value = serde_json::from_slice(&out.stdout)?;
    let packages = metadata["packages"].as_array().context("cargo names no packages")?;
    let found = packages.iter().find(|package| package["name"] == name).context("no such package")?;
    let manifest = PathBuf::from(found["manifest_path"].as_str().context("a package without a place")?);
    Ok(manifest.parent().context("a package without a folder")?.to_owned())
}
