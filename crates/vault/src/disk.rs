//! The files under the journal, the header and the marks of the incarnation.
//!
//! The promises of these three depend on the order of few calls: write, sync, rename, sync the folder. The
//! calls go through [`Disk`], so that a test can put a disk there that forgets what was not synced.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;

/// The disk that a vault is on.
pub(crate) type SharedDisk = Arc<dyn Disk>;

/// The calls that change or read the names in a folder.
pub(crate) trait Disk: Send + Sync {
    /// Creates a folder and those above it, unless they exist.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Returns the names in a folder; none if there is no such folder.
    fn names(&self, folder: &Path) -> io::Result<Vec<String>>;
    /// Opens an existing file.
    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;
    /// Creates an empty file, or empties an existing one.
    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;
    /// Renames a file; replaces one that has the new name.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Makes the names in a folder durable.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Returns bytes that stay the same as long as a file or folder is this one, and that differ for a copy.
    fn identity(&self, path: &Path) -> io::Result<Vec<u8>>;
}

/// An open file. It stays the same file when its name is given to another.
pub(crate) trait DiskFile: Send {
    /// Returns the whole contents.
    fn read(&mut self) -> io::Result<Vec<u8>>;
    /// Writes at the end.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Cuts the file off.
    fn set_len(&mut self, length: u64) -> io::Result<()>;
    /// Makes the contents durable.
    fn sync(&mut self) -> io::Result<()>;
    /// Returns whether the file still has a name. What is written to one without a name is lost.
    fn has_name(&self) -> io::Result<bool>;
}

/// The files of the operating system.
pub(crate) struct SystemDisk;

impl Disk for SystemDisk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        let entries = match fs::read_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let names = entries.map(|entry| Ok(entry?.file_name().into_string().ok()));
        Ok(names.collect::<io::Result<Vec<_>>>()?.into_iter().flatten().collect())
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(OpenOptions::new().read(true).append(true).open(path)?))
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        // A file that is opened for appending cannot be emptied in the same call.
        File::create(path)?;
        self.open(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        without_unsupported(File::open(folder)?.sync_all())
    }

    /// Does nothing: Windows cannot sync a folder, and its file systems journal renamings themselves.
    #[cfg(not(unix))]
    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn identity(&self, path: &Path) -> io::Result<Vec<u8>> {
        identity(&fs::metadata(path)?)
    }
}

/// Accepts that a file system cannot sync a folder, as CIFS and some FUSE file systems say. The file itself was
/// synced.
#[cfg(unix)]
fn without_unsupported(synced: io::Result<()>) -> io::Result<()> {
    match synced {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        synced => synced,
    }
}

/// Returns the time at which Linux made the file, or its inode where the file system does not tell the time.
///
/// No program can set that time, so a copy has another one. The inode is worse: some file systems (FAT, CIFS,
/// FUSE) give a file another inode at each mount, and two fresh disks give the same inodes. The number of the
/// device is no part of it: it changes at a restart, at each mount of a network drive, and with btrfs.
#[cfg(target_os = "linux")]
fn identity(metadata: &fs::Metadata) -> io::Result<Vec<u8>> {
    use std::os::unix::fs::MetadataExt;
    let nanoseconds = |made: std::time::SystemTime| made.duration_since(std::time::UNIX_EPOCH).ok();
    Ok(match metadata.created().ok().and_then(nanoseconds) {
        Some(made) => [b"t".as_slice(), &made.as_nanos().to_le_bytes()].concat(),
        None => [b"i".as_slice(), &metadata.ino().to_le_bytes()].concat(),
    })
}

/// Returns the inode. Programs that copy may set the time at which a file was made, as on macOS.
#[cfg(all(unix, not(target_os = "linux")))]
fn identity(metadata: &fs::Metadata) -> io::Result<Vec<u8>> {
    use std::os::unix::fs::MetadataExt;
    Ok([b"i".as_slice(), &metadata.ino().to_le_bytes()].concat())
}

/// Returns the time at which the file was made, which is the best that the standard library has here.
#[cfg(not(unix))]
fn identity(metadata: &fs::Metadata) -> io::Result<Vec<u8>> {
    Ok(format!("{:?}", metadata.created()?).into_bytes())
}

impl DiskFile for File {
    fn read(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.seek(SeekFrom::Start(0))?;
        self.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }

    fn set_len(&mut self, length: u64) -> io::Result<()> {
        File::set_len(self, length)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }

    #[cfg(unix)]
    fn has_name(&self) -> io::Result<bool> {
        use std::os::unix::fs::MetadataExt;
        Ok(self.metadata()?.nlink() > 0)
    }

    /// Returns true: Windows does not remove a file that is open.
    #[cfg(not(unix))]
    fn has_name(&self) -> io::Result<bool> {
        Ok(true)
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_file_system_that_cannot_sync_a_folder_is_no_failure() {
        let failed = |code| without_unsupported(Err(io::Error::from_raw_os_error(code)));
        let [einval, eopnotsupp, eio] = [22, 95, 5];
        assert!(failed(einval).is_ok() && failed(eopnotsupp).is_ok());
        assert!(failed(eio).is_err());
    }
}
