//! The error of bytes that are not as Automerge writes them.

use crate::loading::LoadError;

/// Returns the error of bytes that are not as Automerge writes them.
pub(super) fn damaged() -> LoadError {
    LoadError::unreadable("a part of it is damaged")
}
