//! Calendars for other programs: iCalendar (RFC 5545), as a file that is opened once or subscribed to.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use icalendar::{Calendar, Class, Component, Event, EventLike};

/// The length of an appointment in a calendar, in minutes: the record only knows when it begins.
const APPOINTMENT: i64 = 60;
/// The interval at which a program that subscribes should read the file again.
const REFRESH_INTERVAL: TimeDelta = TimeDelta::hours(1);

/// An entry of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// The name of the appointment among all calendars, the same for as long as it exists.
    pub uid: String,
    /// The text that the calendar shows.
    pub title: String,
    /// The day of the appointment.
    pub day: NaiveDate,
    /// The local time, in minutes after midnight; an appointment without one lasts all day.
    pub minutes: Option<u16>,
    /// The moment at which the appointment last changed.
    pub changed: DateTime<Utc>,
}

/// Writes a calendar. The same appointments give the same bytes, so a synchronised folder has nothing to
/// copy.
///
/// Times are floating (RFC 5545, 3.3.5): ten o'clock is ten o'clock on the clock of whoever reads the
/// calendar.
pub fn write_calendar(name: &str, appointments: &[Appointment]) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    let about = [
        ("VERSION", "2.0"),
        ("PRODID", "-//Kring//Kring//NL"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ];
    for (key, value) in about {
        calendar.append_property((key, value));
    }
    calendar.name(name).ttl(&REFRESH_INTERVAL);
    for appointment in appointments {
        calendar.push(event(appointment));
    }
    calendar.to_string().into_bytes()
}

fn event(appointment: &Appointment) -> Event {
    let Appointment { uid, title, day, minutes, changed } = appointment;
    let mut event = Event::new();
    event.uid(uid).summary(title).class(Class::Private);
    event.timestamp(*changed).last_modified(*changed).sequence(sequence(*changed));
    let hour =
        minutes.and_then(|minutes| day.and_hms_opt(u32::from(minutes) / 60, u32::from(minutes) % 60, 0));
    match hour {
        Some(begins) => event.starts(begins).ends(begins + TimeDelta::minutes(APPOINTMENT)),
        // A whole day ends on the next one (RFC 5545, 3.6.1).
        None => event.starts(*day).ends(day.succ_opt().unwrap_or(*day)),
    };
    event.done()
}

/// Returns the number of a version. It only has to grow with every change, so the time of the change is
/// enough.
fn sequence(changed: DateTime<Utc>) -> u32 {
    const BEGINNING_OF_2025: i64 = 1_735_689_600;
    u32::try_from((changed.timestamp() - BEGINNING_OF_2025).max(0))
        .unwrap_or(i32::MAX as u32)
        .min(i32::MAX as u32)
}
