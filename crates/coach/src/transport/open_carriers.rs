//! The carriers that are open at a desk, and how they did last.

use exchange::carrier::{DirectLine, Mailbox};

use crate::people::views::SyncState;

/// The carriers that are open at a desk, and how they did last.
#[derive(Default)]
pub(crate) struct Carriers {
    /// The mailboxes, once they were opened.
    pub(crate) mailbox: Option<Mailbox>,
    /// The direct line, once it was opened.
    pub(crate) line: Option<DirectLine>,
    /// How the last round went.
    pub(crate) last_sync: SyncState,
}
