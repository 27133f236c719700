//! The calendar file that Kring keeps up to date: its place, its contents, and the appointments that were
//! last written to it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use dossier::Id as _;
use interchange::Appointment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::caseload::agenda::AgendaItem;
use crate::caseload::due::DueKind;

/// The name of the file in the folder that the coach chose.
const FILE_NAME: &str = "kring-agenda.ics";

/// The words of a calendar, in the coach's language. The window or the terminal program supplies them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarWords {
    /// The name of the calendar.
    pub title: String,
    /// The word for a contact.
    pub contact: String,
    /// The word for a check-in.
    pub check_in: String,
    /// The word for an action.
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

/// The state of the calendar file, as the vault stores it. There is no file if `folder` is absent.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct CalendarFile {
    pub(super) folder: Option<String>,
    pub(super) names: bool,
    pub(super) words: CalendarWords,
    pub(super) written: Option<DateTime<Utc>>,
    /// True if the last attempt to write the file failed.
    pub(super) failed: bool,
    /// The appointments in the file, by their UID.
    #[serde(rename = "there")]
    pub(super) appointments: BTreeMap<String, WrittenAppointment>,
}

/// An appointment in the file.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct WrittenAppointment {
    /// The digest of the day, the time and the title.
    #[serde(rename = "shows")]
    pub(super) digest: String,
    pub(super) changed: DateTime<Utc>,
}

impl CalendarFile {
    pub(super) fn path(&self) -> Option<PathBuf> {
        Some(Path::new(self.folder.as_ref()?).join(FILE_NAME))
    }

    /// Returns the appointment of an item. The time of change stays the same if the file has the appointment
    /// with the same contents.
    ///
    /// The UID is derived with `secret`, so that it reveals nothing about the dossier.
    pub(super) fn appointment(
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
        let written = self.appointments.get(&appointment.uid);
        let unchanged = written.filter(|written| written.digest == digest(&appointment));
        Appointment { changed: unchanged.map_or(now, |written| written.changed), ..appointment }
    }

    /// Returns whether the file has this appointment with the same contents.
    pub(super) fn has(&self, appointment: &Appointment) -> bool {
        self.appointments.get(&appointment.uid).is_some_and(|written| written.digest == digest(appointment))
    }

    /// Returns whether the file has exactly these appointments with the same contents.
    pub(super) fn has_exactly(&self, appointments: &[Appointment]) -> bool {
        let now: BTreeMap<&str, String> =
            appointments.iter().map(|one| (one.uid.as_str(), digest(one))).collect();
        let now = now.iter().map(|(uid, digest)| (*uid, digest.as_str()));
        self.appointments.iter().map(|(uid, written)| (uid.as_str(), written.digest.as_str())).eq(now)
    }

    /// Records that the file was written with these appointments.
    pub(super) fn record_written(&mut self, appointments: &[Appointment], now: DateTime<Utc>) {
        let written = |one: &Appointment| WrittenAppointment { digest: digest(one), changed: one.changed };
        self.appointments = appointments.iter().map(|one| (one.uid.clone(), written(one))).collect();
        (self.written, self.failed) = (Some(now), false);
    }
}

fn digest(appointment: &Appointment) -> String {
    let Appointment { title, day, minutes, .. } = appointment;
    let shown = format!("{day} {minutes:?} {title}");
    hex(&vault::fingerprint("kring 2026 what an appointment shows", shown.as_bytes())[..16])
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
