//! The credentials for a storage.

use std::fmt;

use zeroize::Zeroizing;

/// A user and a password (WebDAV), or an access key and its secret (S3). The secret has no text form.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    user: String,
    secret: Zeroizing<String>,
}

impl Credentials {
    /// Combines the user or access key with the password or secret key.
    pub fn new(user: impl Into<String>, secret: impl Into<Zeroizing<String>>) -> Self {
        Self { user: user.into(), secret: secret.into() }
    }

    /// Returns the user or the access key.
    pub fn user(&self) -> &str {
        &self.user
    }

    /// Returns the password or the secret key, for sealing it in the vault or signing in.
    pub fn expose_secret(&self) -> &str {
        &self.secret
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").field("user", &self.user).finish_non_exhaustive()
    }
}
