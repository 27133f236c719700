//! What a storage asks of who comes: a name and a secret.

use std::fmt;

use zeroize::Zeroizing;

/// A user and a password (WebDAV), or an access key and its secret (S3). The secret has no text form.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    user: String,
    secret: Zeroizing<String>,
}

impl Credentials {
    /// The user or access key, with the password or secret key.
    pub fn new(user: impl Into<String>, secret: impl Into<Zeroizing<String>>) -> Self {
        Self { user: user.into(), secret: secret.into() }
    }

    /// The user or the access key.
    pub fn user(&self) -> &str {
        &self.user
    }

    /// The password or the secret key, for sealing in the vault.
    pub fn for_the_vault(&self) -> &str {
        &self.secret
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").field("user", &self.user).finish_non_exhaustive()
    }
}
