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
    /// The number of objects whose contents are only on the server of a program that synchronises the folder.
    pub online_only: u32,
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
        let online_only = all.iter().filter(|name| is_placeholder(name)).count() as u32;
        Self { names: all.iter().filter_map(|name| name.parse().ok()).collect(), mark, is_whole, online_only }
    }
}

/// Returns whether a file stands for an object until somebody opens it. The clients of Nextcloud and ownCloud add
/// an ending to its name, and iCloud Drive a dot and an ending.
fn is_placeholder(name: &str) -> bool {
    let object = name
        .strip_suffix(".nextcloud")
        .or_else(|| name.strip_suffix(".owncloud"))
        .or_else(|| name.strip_prefix('.')?.strip_suffix(".icloud"));
    object.is_some_and(|object| object.parse::<ObjectName>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_that_are_only_on_a_server_are_counted_and_not_listed() {
        let ours = ObjectName([0xab; 16]).to_string();
        let all = vec![
            ours.clone(),
            format!("{ours}.nextcloud"),
            format!("{ours}.owncloud"),
            format!(".{ours}.icloud"),
            ".foto.jpg.icloud".to_owned(),
            format!("{ours} (conflicted copy)"),
        ];
        let listing = Listing::from(Names { all, is_whole: true });
        assert_eq!((listing.names, listing.online_only), (vec![ObjectName([0xab; 16])], 3));
    }
}
