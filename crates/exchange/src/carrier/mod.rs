//! What carries envelopes from device to device. A carrier moves sealed bytes and knows nothing of what is in
//! them.
//!
//! [`Mailbox`] is a folder per recipient device on storage that the organisation already has ([`Storage`]):
//! one writer a name, no locks, nothing shared that two write. Whatever the storage does, nothing of one's
//! own is lost by it: an envelope that vanished shows in the next heads and is sent again.
//!
//! [`Line`] hands the same envelopes straight to a device that is there now, and keeps nothing for later.

mod credentials;
mod direct;
mod error;
mod folder;
mod listening;
mod mailbox;
mod mark;
mod name;
mod storage;
mod store;
mod transport;

pub use credentials::Credentials;
pub use direct::{Bell, Line, LineError, Reach, Relay};
pub use error::{CarrierError, StorageError};
pub use mailbox::Mailbox;
pub use mark::Mark;
pub use name::ObjectName;
pub use storage::Storage;
