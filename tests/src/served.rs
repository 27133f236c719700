//! The user, the password and the port that all test servers share.

use std::net::TcpListener;

use anyhow::Result;

/// The one user, or access key, that a server lets in.
pub const USER: &str = "anna";
/// The password of [`USER`], or the secret of the key.
pub const PASSWORD: &str = "vier losse woorden samen";

/// The access that a server gives to the one user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allows {
    /// Reading and writing.
    Writing,
    /// Reading without writing.
    ReadingOnly,
    /// Reading and removing. The storage is full.
    Removing,
}

/// Returns a port that nobody listened on a moment ago.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
