//! Where things are.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::shell::{cargo, output};

/// The checkout that cargo runs from: asked when it runs, because several checkouts may share one build folder.
pub(crate) fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let built = env!("CARGO_MANIFEST_DIR");
        let xtask = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| built.into(), PathBuf::from);
        xtask.parent().map_or(built.into(), Path::to_owned)
    });
    &ROOT
}

/// What cargo knows about the workspace.
pub(crate) fn metadata() -> Result<Value> {
    let text = output(&mut cargo(&["metadata", "--no-deps", "--format-version=1"]))?;
    serde_json::from_str(&text).context("cargo metadata is not JSON")
}

/// A program that was built for debugging.
pub(crate) fn built(name: &str) -> Result<PathBuf> {
    program("debug", name)
}

/// A program that was built for users.
pub(crate) fn released(name: &str) -> Result<PathBuf> {
    program("release", name)
}

fn program(profile: &str, name: &str) -> Result<PathBuf> {
    let metadata = metadata()?;
    let target = metadata["target_directory"].as_str().context("cargo names no target folder")?;
    Ok(Path::new(target).join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}
