//! A disk in memory that knows what is durable: contents that were synced, and names in folders that were
//! synced. It remembers every state it was in, so that the power can be cut at each.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use crate::disk::{Disk, DiskFile};

/// The unsynced changes that a power cut leaves.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Cut {
    /// Nothing.
    Nothing,
    /// The names of files, but not their contents: many file systems write these first.
    Names,
    /// The names, and half of what was written last.
    NamesAndHalf,
}

pub(crate) const CUTS: [Cut; 3] = [Cut::Nothing, Cut::Names, Cut::NamesAndHalf];

/// A sync of the vault, by the file or folder that it makes durable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sync {
    Append,
    FreshJournal,
    Header,
    Mark,
    JournalName,
    HeaderName,
    MarkName,
    VaultName,
}

pub(crate) const SYNCS: [Sync; 8] = [
    Sync::Append,
    Sync::FreshJournal,
    Sync::Header,
    Sync::Mark,
    Sync::JournalName,
    Sync::HeaderName,
    Sync::MarkName,
    Sync::VaultName,
];

#[derive(Clone, Default)]
struct Contents {
    live: Arc<Vec<u8>>,
    durable: Arc<Vec<u8>>,
}

#[derive(Clone, Default)]
struct DiskState {
    inodes: BTreeMap<u64, Contents>,
    live: BTreeMap<PathBuf, u64>,
    durable: BTreeMap<PathBuf, u64>,
}

#[derive(Default)]
struct Model {
    state: DiskState,
    past: Vec<DiskState>,
    last_named: PathBuf,
    without: Option<Sync>,
    fails_at: Option<(usize, io::ErrorKind)>,
}

/// The disk; clones are the same disk.
#[derive(Clone, Default)]
pub(crate) struct ModelDisk(Arc<Mutex<Model>>);

struct ModelFile {
    disk: ModelDisk,
    inode: u64,
}

impl ModelDisk {
    /// Returns a disk that does not make one kind of sync.
    pub(crate) fn without(sync: Sync) -> Self {
        let disk = Self::default();
        disk.model().without = Some(sync);
        disk
    }

    /// Returns a disk whose call with a number fails.
    pub(crate) fn failing_at(call: usize) -> Self {
        let disk = Self::default();
        disk.fail_at(call, io::ErrorKind::Other);
        disk
    }

    /// Lets the call with a number fail.
    pub(crate) fn fail_at(&self, call: usize, kind: io::ErrorKind) {
        self.model().fails_at = Some((call, kind));
    }

    /// Returns the number of calls so far.
    pub(crate) fn calls(&self) -> usize {
        self.model().past.len()
    }

    /// Returns the disk as it is found after the power was cut after a number of calls.
    pub(crate) fn cut_after(&self, calls: usize, cut: Cut) -> Self {
        let model = self.model();
        let state = model.past.get(calls.wrapping_sub(1)).cloned().unwrap_or_default();
        let names = match cut {
            Cut::Nothing => state.durable,
            Cut::Names | Cut::NamesAndHalf => state.live,
        };
        let has_folders = |path: &Path| {
            path.ancestors()
                .skip(1)
                .all(|folder| !model.state.live.contains_key(folder) || names.contains_key(folder))
        };
        let names: BTreeMap<PathBuf, u64> = names
            .iter()
            .filter(|(path, _)| has_folders(path))
            .map(|(path, inode)| (path.clone(), *inode))
            .collect();
        let kept = |contents: &Contents| {
            let kept = match (cut, contents.live.strip_prefix(contents.durable.as_slice())) {
                (Cut::NamesAndHalf, Some(more)) => {
                    Arc::new([contents.durable.as_slice(), &more[..more.len() / 2]].concat())
                }
                _ => contents.durable.clone(),
            };
            Contents { live: kept.clone(), durable: kept }
        };
        let inodes = state.inodes.iter().map(|(inode, contents)| (*inode, kept(contents))).collect();
        let state = DiskState { inodes, live: names.clone(), durable: names };
        Self(Arc::new(Mutex::new(Model { state, ..Model::default() })))
    }

    fn model(&self) -> MutexGuard<'_, Model> {
        self.0.lock().unwrap()
    }

    /// Makes a change, unless this is the call that fails.
    fn change<T>(&self, change: impl FnOnce(&mut Model) -> io::Result<T>) -> io::Result<T> {
        let mut model = self.model();
        let changed = match model.fails_at {
            Some((call, kind)) if call == model.past.len() => Err(kind.into()),
            _ => change(&mut model),
        };
        let state = model.state.clone();
        model.past.push(state);
        changed
    }
}

impl Model {
    fn inode(&self, path: &Path) -> io::Result<u64> {
        self.state.live.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Returns what a sync of a file is for, by the name that the file has.
    fn sync_of(&self, inode: u64) -> Option<Sync> {
        let (path, _) = self.state.live.iter().find(|(_, named)| **named == inode)?;
        let name = path.file_name()?.to_str()?;
        Some(match name {
            _ if name.starts_with("journal-") && name.ends_with(".new") => Sync::FreshJournal,
            _ if name.starts_with("journal-") => Sync::Append,
            _ if name.starts_with("vault.") => Sync::Header,
            _ => Sync::Mark,
        })
    }

    /// Returns what a sync of a folder is for, by the name that was given last.
    fn sync_of_folder(&self, folder: &Path) -> Option<Sync> {
        if !self.state.live.contains_key(folder) {
            return Some(Sync::VaultName);
        }
        let name = self.last_named.file_name()?.to_str()?;
        Some(match name {
            _ if name.starts_with("journal-") => Sync::JournalName,
            _ if name.starts_with("vault.") => Sync::HeaderName,
            _ => Sync::MarkName,
        })
    }
}

impl Disk for ModelDisk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        // sled and the lock are on the real disk.
        std::fs::create_dir_all(path)?;
        self.create(path).map(drop)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        let model = self.model();
        let inside = model.state.live.keys().filter(|path| path.parent() == Some(folder));
        Ok(inside.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect())
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let inode = self.model().inode(path)?;
        Ok(Box::new(ModelFile { disk: self.clone(), inode }))
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let inode = self.change(|model| {
            let next = model.state.inodes.len() as u64;
            let inode = *model.state.live.entry(path.to_owned()).or_insert(next);
            model.state.inodes.entry(inode).or_default().live = Arc::default();
            model.last_named = path.to_owned();
            Ok(inode)
        })?;
        Ok(Box::new(ModelFile { disk: self.clone(), inode }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.change(|model| {
            let inode = model.inode(from)?;
            model.state.live.remove(from);
            model.state.live.insert(to.to_owned(), inode);
            model.last_named = to.to_owned();
            Ok(())
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.change(|model| {
            model.inode(path)?;
            model.state.live.remove(path);
            Ok(())
        })
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.change(|model| {
            if model.without.is_some() && model.without == model.sync_of_folder(folder) {
                return Ok(());
            }
            let inside = |path: &Path| path.parent() == Some(folder);
            model.state.durable.retain(|path, _| !inside(path));
            let now = model.state.live.iter().filter(|(path, _)| inside(path));
            let now: Vec<(PathBuf, u64)> = now.map(|(path, inode)| (path.clone(), *inode)).collect();
            model.state.durable.extend(now);
            Ok(())
        })
    }

    fn identity(&self, path: &Path) -> io::Result<Vec<u8>> {
        Ok(self.model().inode(path)?.to_le_bytes().to_vec())
    }
}

impl DiskFile for ModelFile {
    fn read(&mut self) -> io::Result<Vec<u8>> {
        Ok(self.disk.model().state.inodes[&self.inode].live.to_vec())
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let failed = self.disk.change(|model| {
            Arc::make_mut(&mut model.state.inodes.entry(self.inode).or_default().live).extend(bytes);
            Ok(())
        });
        if failed.is_err() {
            // As on a full disk, a part of it is written.
            let mut model = self.disk.model();
            let half = &bytes[..bytes.len() / 2];
            Arc::make_mut(&mut model.state.inodes.entry(self.inode).or_default().live).extend(half);
        }
        failed
    }

    fn set_len(&mut self, length: u64) -> io::Result<()> {
        self.disk.change(|model| {
            Arc::make_mut(&mut model.state.inodes.entry(self.inode).or_default().live)
                .truncate(length as usize);
            Ok(())
        })
    }

    fn sync(&mut self) -> io::Result<()> {
        self.disk.change(|model| {
            if model.without.is_some() && model.without == model.sync_of(self.inode) {
                return Ok(());
            }
            let contents = model.state.inodes.entry(self.inode).or_default();
            contents.durable = contents.live.clone();
            Ok(())
        })
    }

    fn has_name(&self) -> io::Result<bool> {
        Ok(self.disk.model().state.live.values().any(|inode| *inode == self.inode))
    }
}
