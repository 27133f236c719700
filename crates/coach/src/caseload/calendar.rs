//! The agenda as a calendar file for other programs: saved once, or kept up to date in a folder that the coach chose.
//!
//! Without names unless the coach chose them. What has left the vault by name is in the access log, a line a dossier.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use dossier::{DossierId, Id as _};
use interchange::{Appointment, write_calendar};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::{Batch, Shelf};

use crate::caseload::agenda::AgendaItem;
use crate::caseload::due::DueKind;
use crate::desk::Desk;
use crate::desk::access_log::AccessEntry;
use crate::error::CoachError;
use crate::files;

const KEY: &[u8] = b"calendar";
/// The name of the file in the folder that was chosen.
const FILE: &str = "kring-agenda.ics";
/// Stands in the access log.
const IN_THE_LOG: &str = "calendar";
const WITH_NAMES_IN_THE_LOG: &str = "calendar-names";

/// The words of a calendar, in the coach's language: a face has them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarWords {
    /// What the calendar is called.
    pub title: String,
    /// A contact.
    pub contact: String,
    /// A check-in.
    pub check_in: String,
    /// An action.
    pub action: String,
}

impl CalendarWords {
    fn of(&self, kind: DueKind) -> &str {
        match kind {
            DueKind::Contact => &self.contact,
            DueKind::CheckIn => &self.check_in,
            DueKind::Action => &self.action,
        }
    }
}

/// The calendar file that is kept up to date, if there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct CalendarView {
    /// Where it stands.
    pub file: Option<String>,
    /// Whether names stand in it.
    pub names: bool,
    /// When it was last written.
    pub written: Option<DateTime<Utc>>,
    /// The last try to write it failed.
    pub failed: bool,
}

/// What is kept about calendars, sealed.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    folder: Option<String>,
    names: bool,
    words: CalendarWords,
    written: Option<DateTime<Utc>>,
    failed: bool,
    /// What stands in the file, by the names of appointments.
    there: BTreeMap<String, There>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
struct There {
    /// A fingerprint of what it shows.
    shows: String,
    changed: DateTime<Utc>,
}

impl Kept {
    fn file(&self) -> Option<PathBuf> {
        Some(Path::new(self.folder.as_ref()?).join(FILE))
    }

    /// The appointment of an item; one that shows what the file has keeps its time.
    fn appointment(
        &self,
        item: &AgendaItem,
        secret: &[u8],
        names: bool,
        words: &CalendarWords,
        now: DateTime<Utc>,
    ) -> Appointment {
        let what = [secret, item.dossier.as_str().as_bytes(), item.record.as_bytes()].concat();
        let uid =
            format!("{}@kring", hex(&vault::fingerprint("kring 2026 name of an appointment", &what)[..16]));
        let word = words.of(item.kind);
        let title = match (names, item.title.as_str()) {
            (false, _) => word.to_owned(),
            (true, "") => format!("{word}: {}", item.name),
            (true, title) => format!("{word}: {}, {title}", item.name),
        };
        let appointment = Appointment { uid, title, day: item.day, minutes: item.minutes, changed: now };
        let there = self.there.get(&appointment.uid).filter(|there| there.shows == shows(&appointment));
        Appointment { changed: there.map_or(now, |there| there.changed), ..appointment }
    }
}

fn shows(appointment: &Appointment) -> String {
    let Appointment { title, day, minutes, .. } = appointment;
    let shown = format!("{day} {minutes:?} {title}");
    hex(&vault::fingerprint("kring 2026 what an appointment shows", shown.as_bytes())[..16])
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Desk {
    /// The calendar file that is kept up to date.
    pub fn calendar(&self) -> Result<CalendarView, CoachError> {
        let kept = self.kept_calendar()?;
        let file = kept.file().map(|file| file.display().to_string());
        Ok(CalendarView { file, names: kept.names, written: kept.written, failed: kept.failed })
    }

    /// Keeps a calendar file up to date in a folder from now on; it is there when this returns.
    pub fn keep_calendar(
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
        let kept = self.kept_calendar()?;
        if kept.folder.as_deref().is_some_and(|before| Path::new(before) != folder) {
            remove(&kept);
        }
        let folder = Some(folder.display().to_string());
        // Nothing counts as being there: what stands in the file is written in the log once more.
        let kept = Kept { folder, names, words: words.clone(), there: BTreeMap::new(), ..kept };
        self.log_access(None, IN_THE_LOG)?;
        self.write_kept(kept)?;
        self.calendar()
    }

    /// Keeps no calendar file any more, and removes the one that is there: nobody would keep it true.
    pub fn stop_calendar(&mut self) -> Result<CalendarView, CoachError> {
        remove(&self.kept_calendar()?);
        self.put_calendar(&Kept::default())?;
        self.calendar()
    }

    /// Writes the calendar file where what it shows has changed; returns whether that was so, or it stopped succeeding.
    pub fn refresh_calendar(&mut self) -> Result<bool, CoachError> {
        let kept = self.kept_calendar()?;
        let Some(file) = kept.file() else { return Ok(false) };
        let now: BTreeMap<String, String> = self
            .appointments(&kept, kept.names, &kept.words)?
            .0
            .iter()
            .map(|one| (one.uid.clone(), shows(one)))
            .collect();
        let before = kept.there.iter().map(|(uid, there)| (uid, &there.shows));
        if !kept.failed && file.exists() && before.eq(now.iter()) {
            return Ok(false);
        }
        let failed_before = kept.failed;
        match self.write_kept(kept.clone()) {
            Ok(()) => Ok(true),
            Err(CoachError::File { .. }) if failed_before => Ok(false),
            Err(CoachError::File { .. }) => {
                self.put_calendar(&Kept { failed: true, ..kept })?;
                Ok(true)
            }
            Err(other) => Err(other),
        }
    }

    /// Saves the agenda as a calendar file, once.
    pub fn save_calendar(
        &mut self,
        to: &Path,
        names: bool,
        words: &CalendarWords,
    ) -> Result<PathBuf, CoachError> {
        let kept = self.kept_calendar()?;
        let (appointments, about) = self.appointments(&kept, names, words)?;
        match names {
            true => self.log_names(about.into_values().collect())?,
            false => self.log_access(None, IN_THE_LOG)?,
        }
        files::write(to, &write_calendar(&words.title, &appointments))
    }

    /// The same with a new name in a folder.
    pub fn save_calendar_into(
        &mut self,
        folder: &Path,
        names: bool,
        words: &CalendarWords,
    ) -> Result<PathBuf, CoachError> {
        self.save_calendar(&files::free_name(folder, "agenda", "ics"), names, words)
    }

    /// The appointments of real clients, and whose each is.
    fn appointments(
        &mut self,
        kept: &Kept,
        names: bool,
        words: &CalendarWords,
    ) -> Result<(Vec<Appointment>, BTreeMap<String, DossierId>), CoachError> {
        let now = (self.outside.now)();
        // Names of appointments are computed with it: they say nothing about what they stand for, and are the same on each of a
        // coach's computers, so that who subscribes to two files sees nothing twice.
        let secret = self.exchange()?.own_secret("kring 2026 secret of appointments");
        let items = self.agenda(None).items.into_iter().filter(|item| !item.example);
        let with_whose =
            items.map(|item| (kept.appointment(&item, &secret, names, words, now), item.dossier));
        let (mut appointments, mut about) = (Vec::new(), BTreeMap::new());
        for (appointment, dossier) in with_whose {
            about.insert(appointment.uid.clone(), dossier);
            appointments.push(appointment);
        }
        Ok((appointments, about))
    }

    fn write_kept(&mut self, mut kept: Kept) -> Result<(), CoachError> {
        let Some(file) = kept.file() else { return Ok(()) };
        let (names, words) = (kept.names, kept.words.clone());
        let (appointments, about) = self.appointments(&kept, names, &words)?;
        if names {
            let is_new =
                |one: &&Appointment| kept.there.get(&one.uid).is_none_or(|there| there.shows != shows(one));
            let new = appointments.iter().filter(is_new).filter_map(|one| about.get(&one.uid).cloned());
            self.log_names(new.collect())?;
        }
        files::write(&file, &write_calendar(&words.title, &appointments))?;
        let there = |one: &Appointment| (one.uid.clone(), There { shows: shows(one), changed: one.changed });
        kept.there = appointments.iter().map(there).collect();
        (kept.written, kept.failed) = (Some((self.outside.now)()), false);
        self.put_calendar(&kept)
    }

    /// Remembers about whom something is about to leave the vault by name.
    fn log_names(&mut self, about: BTreeSet<DossierId>) -> Result<(), CoachError> {
        let at = (self.outside.now)();
        let lines = about.into_iter().map(|dossier| {
            let entry = AccessEntry { at, dossier: Some(dossier), format: WITH_NAMES_IN_THE_LOG.to_owned() };
            serde_json::to_vec(&entry).unwrap_or_default()
        });
        Ok(self.vault.log_access_all(lines.collect())?)
    }

    fn kept_calendar(&self) -> Result<Kept, CoachError> {
        let bytes = self.vault.get(Shelf::Settings, KEY)?;
        Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
    }

    fn put_calendar(&self, kept: &Kept) -> Result<(), CoachError> {
        let mut batch = Batch::default();
        // Texts, numbers and lists of them always have a JSON form.
        batch.put(Shelf::Settings, KEY, &serde_json::to_vec(kept).unwrap_or_default());
        Ok(self.vault.commit(batch)?)
    }
}

/// Removes the file that is kept up to date. One that cannot be removed is the coach's to remove.
fn remove(kept: &Kept) {
    if let Some(file) = kept.file() {
        let _ = fs::remove_file(file);
    }
}
