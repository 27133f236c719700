//! The checkout that cargo runs in.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Returns the root of the checkout.
///
/// Cargo names it when this program runs. The folder that it was built in may be another one, because several
/// checkouts may share a build folder.
pub(crate) fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let built = env!("CARGO_MANIFEST_DIR");
        let xtask = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| built.into(), PathBuf::from);
        xtask.parent().map_or(built.into(), Path::to_owned)
    });
    &ROOT
}
