//! The paths of mailboxes on a storage.

use crate::signing_key::DeviceKey;

/// The folder that holds the folders of all devices. Its number is the version of this layout.
pub(super) const ROOT: &str = "kring1";

pub(super) fn folder_of(device: &DeviceKey) -> String {
    format!("{ROOT}/{device}")
}
