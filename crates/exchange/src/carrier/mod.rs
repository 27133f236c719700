//! The carriers of envelopes between devices. A carrier moves sealed bytes and cannot read them.
//!
//! [`Mailbox`] is a folder for each recipient device on storage that the organisation already has
//! ([`Storage`]). Each name has one writer, and there are no locks and no shared files. Whatever the storage
//! does, no record is lost by it: an envelope that vanished shows in the next heads and is sent again.
//!
//! [`DirectLine`] delivers the same envelopes to a device that is online, and stores nothing for later.

mod carrier_error;
mod credentials;
mod direct_line;
mod folder;
mod guests;
mod http_transport;
mod line_error;
mod line_options;
mod listener;
mod listing;
mod mailbox;
mod mailbox_path;
mod mark;
mod multistatus;
mod object_name;
mod object_store;
mod storage;
mod storage_error;
mod tray;

pub use carrier_error::CarrierError;
pub use credentials::Credentials;
pub use direct_line::DirectLine;
pub use line_error::LineError;
pub use line_options::{LineOptions, RelayAddress};
pub use listing::Listing;
pub use mailbox::Mailbox;
pub use mark::Mark;
pub use object_name::ObjectName;
pub use storage::Storage;
pub use storage_error::StorageError;
pub use tray::ArrivalBell;
