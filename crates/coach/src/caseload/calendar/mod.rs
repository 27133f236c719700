//! The agenda as a calendar file for other programs: saved once, or kept up to date in a folder that
//! the coach chose.
//!
//! The file contains no names unless the coach chose them. If it contains names, the access log has a line
//! for each dossier whose name was written.

mod calendar_file;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use dossier::DossierId;
use interchange::{Appointment, write_calendar};
use serde::Serialize;
use ts_rs::TS;

use self::calendar_file::CalendarFile;
pub use self::calendar_file::CalendarWords;
use crate::desk::Desk;
use crate::desk::access_log::AccessEntry;
use crate::desk::setting::{Setting, SettingName};
use crate::error::CoachError;
use crate::files::written;

/// The formats under which the access log records a calendar without names and with names.
const LOGGED: &str = "calendar";
const LOGGED_WITH_NAMES: &str = "calendar-names";

/// The setting of the calendar file that is kept up to date.
pub(crate) const CALENDAR: Setting<CalendarFile> = Setting::json(SettingName::Calendar);

/// The state of the calendar file that is kept up to date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct CalendarView {
    /// The path of the file, if one is kept up to date.
    pub file: Option<String>,
    /// True if the file contains the names of clients.
    pub names: bool,
    /// The time at which the file was last written.
    pub written: Option<DateTime<Utc>>,
    /// True if the last attempt to write the file failed.
    pub failed: bool,
}

impl Desk {
    /// Returns the state of the calendar file that is kept up to date.
    pub fn calendar(&self) -> Result<CalendarView, CoachError> {
        let current = CALENDAR.read(self.vault())?.unwrap_or_default();
        let file = current.path().map(|file| file.display().to_string());
        Ok(CalendarView { file, names: current.names, written: current.written, failed: current.failed })
    }

    /// Writes a calendar file in a folder, and keeps it up to date from now on.
    pub fn start_calendar(
        &mut self,
        folder: &Path,
        names: bool,
        words: &CalendarWords,
    ) -> Result<CalendarView, CoachError> {
        let path = folder.to_owned();
        if !folder.is_absolute() || !folder.is_dir() {
            let source = std::io::Error::from(std::io::ErrorKind::NotFound);
            return Err(CoachError::File { path, source });
        }
        let before = CALENDAR.read_if_intact(self.vault())?.unwrap_or_default();
        if before.folder.as_deref().is_some_and(|before| Path::new(before) != folder) {
            remove(&before);
        }
        // The list of written appointments begins empty, so the access log gets a line for every name in
        // the new file.
        let file = CalendarFile {
            folder: Some(folder.display().to_string()),
            names,
            words: words.clone(),
            appointments: BTreeMap::new(),
            ..before
        };
        self.log_access(None, LOGGED)?;
        self.write_calendar_file(file)?;
        self.calendar()
    }

    /// Stops updating the calendar file and removes it, because nothing would keep it up to date.
    pub fn stop_calendar(&mut self) -> Result<CalendarView, CoachError> {
        remove(&CALENDAR.read_if_intact(self.vault())?.unwrap_or_default());
        CALENDAR.save(self.vault(), &CalendarFile::default())?;
        self.calendar()
    }

    /// Writes the calendar file again if its contents changed. Returns whether the file was written or
    /// writing began to fail.
    pub fn refresh_calendar(&mut self) -> Result<bool, CoachError> {
        let current = CALENDAR.read(self.vault())?.unwrap_or_default();
        let Some(path) = current.path() else { return Ok(false) };
        let (appointments, _) = self.appointments(&current, current.names, &current.words)?;
        if !current.failed && path.exists() && current.has_exactly(&appointments) {
            return Ok(false);
        }
        match self.write_calendar_file(current.clone()) {
            Ok(()) => Ok(true),
            Err(CoachError::File { .. }) if current.failed => Ok(false),
            Err(CoachError::File { .. }) => {
                CALENDAR.save(self.vault(), &CalendarFile { failed: true, ..current })?;
                Ok(true)
            }
            Err(other) => Err(other),
        }
    }

    /// Saves the agenda once as a calendar file, which is not kept up to date.
    pub fn save_calendar(
        &mut self,
        to: &Path,
        names: bool,
        words: &CalendarWords,
    ) -> Result<PathBuf, CoachError> {
        let current = CALENDAR.read_if_intact(self.vault())?.unwrap_or_default();
        let (appointments, dossiers) = self.appointments(&current, names, words)?;
        match names {
            true => self.log_names(dossiers.into_values().collect())?,
            false => self.log_access(None, LOGGED)?,
        }
        written::write(to, &write_calendar(&words.title, &appointments))
    }

    /// Saves the agenda once as a calendar file with a new name in a folder.
    pub fn save_calendar_into(
        &mut self,
        folder: &Path,
        names: bool,
        words: &CalendarWords,
    ) -> Result<PathBuf, CoachError> {
        self.save_calendar(&written::free_name(folder, "agenda", "ics"), names, words)
    }

    /// Returns the appointments of real clients, and the dossier of each appointment by its UID.
    fn appointments(
        &mut self,
        file: &CalendarFile,
        names: bool,
        words: &CalendarWords,
    ) -> Result<(Vec<Appointment>, BTreeMap<String, DossierId>), CoachError> {
        let now = self.now();
        // The secret is the same on all computers of a coach. A person who subscribes to the files of two of
        // them then sees no appointment twice.
        let secret = self.exchange()?.own_secret("kring 2026 secret of appointments");
        let items = self.agenda(None).items.into_iter().filter(|item| !item.example);
        let (mut appointments, mut dossiers) = (Vec::new(), BTreeMap::new());
        for item in items {
            let appointment = file.appointment(&item, &secret, names, words, now);
            dossiers.insert(appointment.uid.clone(), item.dossier);
            appointments.push(appointment);
        }
        Ok((appointments, dossiers))
    }

    fn write_calendar_file(&mut self, mut file: CalendarFile) -> Result<(), CoachError> {
        let Some(path) = file.path() else { return Ok(()) };
        let (appointments, dossiers) = self.appointments(&file, file.names, &file.words)?;
        if file.names {
            let new = appointments.iter().filter(|one| !file.has(one));
            self.log_names(new.filter_map(|one| dossiers.get(&one.uid).cloned()).collect())?;
        }
        written::write(&path, &write_calendar(&file.words.title, &appointments))?;
        file.record_written(&appointments, self.now());
        Ok(CALENDAR.save(self.vault(), &file)?)
    }

    /// Writes in the access log that the names of these dossiers are about to leave the vault.
    fn log_names(&mut self, dossiers: BTreeSet<DossierId>) -> Result<(), CoachError> {
        let at = self.now();
        let lines = dossiers.into_iter().map(|dossier| {
            let entry = AccessEntry { at, dossier: Some(dossier), format: LOGGED_WITH_NAMES.to_owned() };
            serde_json::to_vec(&entry).unwrap_or_default()
        });
        Ok(self.vault().log_access_all(lines.collect())?)
    }
}

/// Removes the file that is kept up to date. If that fails, the coach can remove it by hand.
fn remove(current: &CalendarFile) {
    if let Some(path) = current.path() {
        let _ = fs::remove_file(path);
    }
}
