//! Envelopes as files, which a person carries by hand on a stick.

use std::fs;
use std::path::{Path, PathBuf};

use exchange::Outgoing;

use super::envelope_reading::ReceiveOutcome;
use super::round::Round;
use crate::desk::Desk;
use crate::error::CoachError;

/// The file extension of an envelope.
const ENVELOPE: &str = "kring-envelope";

impl Desk {
    /// Writes every due envelope to its own file in a folder, to be carried by hand. Returns the number of
    /// files.
    pub fn write_envelopes(&mut self, folder: &Path) -> Result<u32, CoachError> {
        fs::create_dir_all(folder).map_err(|source| CoachError::File { path: folder.to_owned(), source })?;
        let mut count = 0;
        loop {
            let posts = self.outgoing()?;
            if posts.is_empty() {
                return Ok(count);
            }
            for post in posts {
                self.write_envelope(folder, &post.outgoing)?;
                count += 1;
                if let Some(receipt) = &post.receipt {
                    self.delivered(receipt)?;
                }
            }
        }
    }

    /// Reads envelopes that were carried by hand, from files or folders. Skips those that are for another
    /// device.
    pub fn read_envelopes(&mut self, paths: &[PathBuf]) -> Result<Round, CoachError> {
        let mut round = Round::default();
        for path in envelopes(paths)? {
            let file = |source| CoachError::File { path: path.clone(), source };
            let length = fs::metadata(&path).map_err(file)?.len();
            if length > exchange::MAX_ENVELOPE_BYTES as u64 {
                round.unreadable += 1;
                continue;
            }
            match self.receive_guarded(fs::read(&path).map_err(file)?, None)? {
                ReceiveOutcome::Merged(changed, answers) => {
                    round.received += 1;
                    round.stale.extend(changed.topics);
                    // The welcome goes back to the folder that the answer came from.
                    let folder = path.parent().unwrap_or(&path);
                    for answer in answers {
                        self.write_envelope(folder, &answer)?;
                        round.sent += 1;
                    }
                }
                ReceiveOutcome::Done => {}
                ReceiveOutcome::NewDevice | ReceiveOutcome::Postponed => round.waiting += 1,
                ReceiveOutcome::Failed => round.unreadable += 1,
                ReceiveOutcome::Unreadable(_) => round.unreadable += 1,
            }
        }
        Ok(round)
    }

    /// Writes an envelope to a new file in the folder. The name begins with the device that the envelope is
    /// for.
    fn write_envelope(&mut self, folder: &Path, envelope: &Outgoing) -> Result<(), CoachError> {
        let name = envelope.name();
        let to: String = envelope.to.to_string().chars().take(16).collect();
        let path = folder.join(format!("{to}-{name}.{ENVELOPE}"));
        fs::write(&path, &envelope.bytes).map_err(|source| CoachError::File { path, source })
    }
}

/// Returns the files among the paths, and the envelopes in the folders among them.
fn envelopes(paths: &[PathBuf]) -> Result<Vec<PathBuf>, CoachError> {
    let mut files = Vec::new();
    for path in paths {
        let file = |source| CoachError::File { path: path.clone(), source };
        if path.is_dir() {
            for entry in fs::read_dir(path).map_err(file)? {
                let path = entry.map_err(file)?.path();
                if path.extension().is_some_and(|ending| ending == ENVELOPE) {
                    files.push(path);
                }
            }
        } else {
            files.push(path.clone());
        }
    }
    files.sort();
    Ok(files)
}
