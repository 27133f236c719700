//! What servers of storage have in common.

use std::net::TcpListener;

use anyhow::Result;

/// Who may come in: one user, or access key.
pub const USER: &str = "anna";
/// The password of [`USER`], or the secret of the key.
pub const PASSWORD: &str = "vier losse woorden samen";

/// What a server of storage allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allows {
    /// Everything, to the one user.
    Writing,
    /// To look, and nothing else.
    ReadingOnly,
}

/// A port that nobody listened on a moment ago.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
