//! The carriers that are open at a desk, and the result of the last round.

use exchange::carrier::{DirectLine, Mailbox};

use crate::people::views::SyncState;
use crate::transport::pause::Pause;

/// The carriers that are open at a desk, and the result of the last round.
#[derive(Default)]
pub(crate) struct Carriers {
    /// The mailboxes. They are absent until they are first opened.
    pub(crate) mailbox: Option<Mailbox>,
    /// The time for which the mailboxes are left alone.
    pub(crate) pause: Pause,
    /// The direct line. It is absent until it is first opened.
    pub(crate) line: Option<DirectLine>,
    /// The result of the last round.
    pub(crate) last_sync: SyncState,
}
