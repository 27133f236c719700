//! Opening: the journal and sled are compared entry by entry, and each is mended from the other.

use std::collections::BTreeMap;
use std::path::Path;

use crate::batch::Shelf;
use crate::error::{Repair, VaultError};
use crate::index::{Change, Entry, Spot, spot, tree_names};
use crate::journal::{self, Found, Journal};
use crate::owner::Owner;
use crate::seal::Keys;
use crate::sled_folder;
use crate::standing::Standing;

/// Both stores, open and agreeing.
pub(crate) struct Reconciled {
    pub(crate) journal: Journal,
    pub(crate) sled: Owner,
    pub(crate) standing: Standing,
    pub(crate) repairs: Vec<Repair>,
}

/// Opens both stores and makes them agree.
pub(crate) fn reconcile(folder: &Path, keys: &Keys) -> Result<Reconciled, VaultError> {
    let had_journal = folder.join(journal::NAME).exists();
    let in_use = sled_folder::in_use(folder);
    let (had_sled, number) = (in_use.is_some(), in_use.unwrap_or(1));
    let mut standing = Standing::default();
    let (mut journal, found) = Journal::open(folder, &keys.journal, |operation| standing.take_in(operation))?;
    let mut journal_damage = match found {
        Found { unreadable: 0, .. } if had_journal || !had_sled => None,
        Found { unreadable: 0, .. } => Some(Repair::JournalGone),
        Found { unreadable: bytes, .. } => Some(Repair::Journal { bytes }),
    };

    let mut sled = match open_sled(folder, number, keys) {
        Ok(owner) => Some(owner),
        // No room or no permission is not damage: say so and leave everything as it is.
        Err(error @ (VaultError::DiskFull { .. } | VaultError::ReadOnly { .. })) => return Err(error),
        Err(_) => None,
    };
    let listing = sled.as_ref().map(|owner| Listing::of(owner, keys, &standing)).unwrap_or_default();
    let next_in_journal = standing.next();
    for entry in &listing.strangers {
        // sled hears of an operation only once the journal is synced: a higher number there means that the journal lost
        // its end.
        let lost_end = entry.number().is_some_and(|number| number >= next_in_journal);
        if lost_end && journal_damage.is_none() && entry.open(keys).is_some() {
            journal_damage = Some(Repair::Journal { bytes: 0 });
        }
    }
    let mut deleted = Vec::new();
    for entry in listing.strangers {
        match entry.open(keys) {
            // A whole journal is the truth: what it does not hold was deleted, and sled had not yet heard.
            _ if journal_damage.is_none() => deleted.push(Change { spot: entry.spot, sealed: None }),
            Some(operation) => standing.take_in(operation),
            // Unreadable and nowhere else: it stays, to be named by `check`.
            None => {}
        }
    }

    let mut mended = 0;
    sled = sled.filter(|_| listing.whole);
    if let Some(owner) = &mut sled {
        owner.put(deleted);
        mended = mend(owner, keys, &standing, &listing.numbers)?;
    }
    let mut repairs = Vec::new();
    // A sled that refuses its mending now would do so at every opening.
    let sled = match sled.filter(|owner| owner.flush().is_ok()) {
        Some(owner) => {
            sled_folder::remove_before(folder, number);
            if mended > 0 && had_sled {
                repairs.push(Repair::Entries { count: mended });
            }
            owner
        }
        None => {
            if had_sled {
                repairs.push(Repair::Sled);
            }
            if had_sled && journal_damage.is_some() {
                repairs.push(Repair::SetAside { name: sled_folder::set_aside(folder, number)? });
            }
            sled_folder::remove_before(folder, number + 1);
            let mut fresh = open_sled(folder, number + 1, keys)?;
            mend(&mut fresh, keys, &standing, &BTreeMap::new())?;
            fresh
        }
    };

    if let Some(repair) = journal_damage {
        repairs.push(repair);
        journal.rewrite(&keys.journal, &standing)?;
    }
    Ok(Reconciled { journal, sled, standing, repairs })
}

pub(crate) fn open_sled(folder: &Path, number: u32, keys: &Keys) -> Result<Owner, VaultError> {
    Owner::open(sled_folder::path(folder, number), tree_names(keys)).map_err(|error| match error {
        VaultError::Index(sled::Error::Io(source)) => VaultError::io(folder)(source),
        error => error,
    })
}

/// What sled holds, beside what the journal says.
#[derive(Default)]
struct Listing {
    /// The number of the operation that wrote each entry.
    numbers: BTreeMap<Spot, Option<u64>>,
    /// What the journal has not, or has older: the journal lost it, or deleted it.
    strangers: Vec<Entry>,
    /// Whether all could be read.
    whole: bool,
}

impl Listing {
    fn of(owner: &Owner, keys: &Keys, standing: &Standing) -> Self {
        let in_journal: BTreeMap<Spot, u64> =
            standing.operations().map(|operation| (spot(keys, &operation.place), operation.number)).collect();
        let mut listing = Self { whole: true, ..Self::default() };
        for entry in Shelf::ALL.into_iter().flat_map(|shelf| owner.entries(shelf)) {
            let Ok(entry) = entry else {
                listing.whole = false;
                continue;
            };
            listing.numbers.insert(entry.spot, entry.number());
            let known = in_journal.get(&entry.spot);
            if known.is_none_or(|known| entry.number().is_none_or(|here| here > *known)) {
                listing.strangers.push(entry);
            }
        }
        listing
    }
}

/// Hands over every operation that sled has not, and says how many.
pub(crate) fn mend(
    owner: &mut Owner,
    keys: &Keys,
    standing: &Standing,
    there: &BTreeMap<Spot, Option<u64>>,
) -> Result<u64, VaultError> {
    let mut mended = 0;
    for operation in standing.operations() {
        let wanted = operation.value.as_ref().map(|_| Some(operation.number));
        if there.get(&spot(keys, &operation.place)).copied() != wanted {
            owner.put(vec![Change::of(keys, operation)?]);
            mended += 1;
        }
    }
    Ok(mended)
}
