//! The listing of one's own mailbox, of which no more is read than a device can work on.

use super::mark::Mark;
use super::object_name::ObjectName;

/// The most names that are read of one listing. Nobody has that many envelopes waiting, and anybody who can
/// write to the storage could put in as many objects as they like.
pub(super) const MOST_NAMES: usize = 20_000;

/// The objects in a mailbox.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The names of the objects. Names that others put there are left out.
    pub names: Vec<ObjectName>,
    /// The newest mark.
    pub mark: Option<Mark>,
    /// True if this is everything. Otherwise there are more objects than are read, and the mark may be among
    /// them.
    pub is_whole: bool,
}

/// Names as a storage lists them, up to a limit.
pub(super) struct Names {
    pub(super) all: Vec<String>,
    pub(super) is_whole: bool,
}

impl From<Names> for Listing {
    fn from(names: Names) -> Self {
        let Names { all, is_whole } = names;
        let mark = all.iter().filter_map(|name| name.parse().ok()).max();
        Self { names: all.iter().filter_map(|name| name.parse().ok()).collect(), mark, is_whole }
    }
}
