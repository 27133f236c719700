//! Opening: the journal and sled are compared entry by entry, and each is mended from the other.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::batch::{Operation, Place, Shelf};
use crate::error::{Repair, VaultError};
use crate::index::{self, Index, blinded};
use crate::journal::{self, Found, Journal};
use crate::seal::Keys;

/// Opens both stores and makes them agree. Returns them with the next operation's number, the bytes that stand, and what
/// was repaired.
pub(crate) fn reconcile(
    folder: &Path,
    keys: &Keys,
) -> Result<(Journal, Index, u64, u64, Vec<Repair>), VaultError> {
    let had_journal = folder.join(journal::NAME).exists();
    let had_sled = folder.join(index::NAME).exists();
    let mut standing: BTreeMap<Place, Operation> = BTreeMap::new();
    let (mut journal, found) = Journal::open(folder, &keys.journal, |operation| {
        let newer = standing.get(&operation.place).is_none_or(|there| there.number < operation.number);
        if newer {
            standing.insert(operation.place.clone(), operation);
        }
    })?;
    let mut repairs = Vec::new();
    let journal_whole = found.unreadable == 0 && (had_journal || !had_sled);
    let (index, sled_whole) = open_index(folder, keys, journal_whole, &mut repairs)?;
    let next_in_journal = standing.values().map(|operation| operation.number + 1).max().unwrap_or(0);
    let mut journal_damage = match found {
        Found { unreadable: 0, .. } if had_journal || !had_sled => None,
        Found { unreadable: 0, .. } => Some(Repair::JournalGone),
        Found { unreadable: bytes, .. } => Some(Repair::Journal { bytes }),
    };
    let known: BTreeMap<(Shelf, [u8; 16]), u64> = standing
        .iter()
        .map(|((shelf, key), operation)| ((*shelf, blinded(keys, *shelf, key)), operation.number))
        .collect();

    // What sled has and the journal has not, or has older: the journal lost it, or deleted it.
    let mut strangers = Vec::new();
    let mut unreadable_in_sled = false;
    for shelf in Shelf::ALL {
        for entry in index.entries(shelf) {
            let Ok(entry) = entry else {
                unreadable_in_sled = true;
                break;
            };
            let name = <[u8; 16]>::try_from(entry.name.as_slice()).unwrap_or_default();
            let in_journal = known.get(&(shelf, name));
            if in_journal.is_none_or(|number| entry.number().is_none_or(|here| here > *number)) {
                strangers.push(entry);
            }
        }
    }
    for entry in &strangers {
        // sled hears of an operation only once the journal is synced: a higher number there means that the journal lost
        // its end.
        let lost_end = entry.number().is_some_and(|number| number >= next_in_journal);
        if lost_end && journal_damage.is_none() && entry.open(keys).is_some() {
            journal_damage = Some(Repair::Journal { bytes: 0 });
        }
    }
    for entry in strangers {
        match entry.open(keys) {
            // A whole journal is the truth: what it does not hold was deleted, and sled had not yet heard.
            Some(_) | None if journal_damage.is_none() => index.remove(&entry)?,
            Some(operation) => drop(standing.insert(operation.place.clone(), operation)),
            // Unreadable and nowhere else: it stays, to be named by `check`.
            None => {}
        }
    }

    let mut mended = 0;
    for (place, operation) in &standing {
        let there = index.get(keys, place).ok().flatten();
        let stands = match &operation.value {
            Some(_) => there.is_some_and(|entry| entry.number() == Some(operation.number)),
            None => there.is_none(),
        };
        if !stands {
            index.apply(keys, operation)?;
            mended += 1;
        }
    }
    if (mended > 0 && had_sled && sled_whole) || unreadable_in_sled {
        repairs.push(Repair::Entries { count: mended });
    }

    let next = standing.values().map(|operation| operation.number + 1).max().unwrap_or(0);
    if let Some(repair) = journal_damage {
        repairs.push(repair);
        index.flush()?;
        let operations = standing.values().filter(|operation| operation.value.is_some());
        journal.rewrite(&keys.journal, operations.cloned().map(Ok))?;
    }
    let live = standing.values().filter_map(|operation| operation.value.as_ref());
    let live_bytes = live.map(|value| value.len() as u64 + 100).sum();
    Ok((journal, index, next, live_bytes, repairs))
}

fn open_index(
    folder: &Path,
    keys: &Keys,
    journal_whole: bool,
    repairs: &mut Vec<Repair>,
) -> Result<(Index, bool), VaultError> {
    let error = match Index::open(folder, keys) {
        Ok(index) => return Ok((index, true)),
        Err(error) => error,
    };
    if let VaultError::Index(sled::Error::Io(source)) = &error {
        // No room or no permission is not damage: say so and leave everything as it is.
        let kind = source.kind();
        let told = VaultError::io(folder)(std::io::Error::new(kind, source.to_string()));
        if matches!(told, VaultError::DiskFull { .. } | VaultError::ReadOnly { .. }) {
            return Err(told);
        }
    }
    let path = folder.join(index::NAME);
    let aside = (1..).map(|number| format!("{}-damaged-{number}", index::NAME));
    let aside = aside.map(|name| (folder.join(&name), name)).find(|(path, _)| !path.exists());
    if let Some((aside_path, name)) = aside {
        fs::rename(&path, &aside_path).map_err(VaultError::io(&path))?;
        let index = Index::open(folder, keys)?;
        repairs.push(Repair::Sled);
        if journal_whole {
            fs::remove_dir_all(&aside_path).map_err(VaultError::io(&aside_path))?;
        } else {
            repairs.push(Repair::SetAside { name });
        }
        return Ok((index, false));
    }
    Err(error)
}
