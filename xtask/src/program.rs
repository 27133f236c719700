//! The programs that cargo builds, and what cargo knows about them.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::shell::{cargo, output};

/// Returns what cargo knows about the workspace.
pub(crate) fn metadata() -> Result<Value> {
    let text = output(&mut cargo(&["metadata", "--no-deps", "--format-version=1"]))?;
    serde_json::from_str(&text).context("cargo metadata is not JSON")
}

/// Returns the path of a program that was built for development.
pub(crate) fn built(name: &str) -> Result<PathBuf> {
    program("debug", name)
}

/// Returns the path of a program that was built for release.
pub(crate) fn released(name: &str) -> Result<PathBuf> {
    program("release", name)
}

fn program(profile: &str, name: &str) -> Result<PathBuf> {
    Ok(target_folder()?.join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}

/// Returns the folder that cargo builds in.
pub(crate) fn target_folder() -> Result<PathBuf> {
    let metadata = metadata()?;
    let target = metadata["target_directory"].as_str().context("cargo names no target folder")?;
    Ok(PathBuf::from(target))
}
