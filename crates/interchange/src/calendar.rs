//! A calendar for other programs: iCalendar (RFC 5545), as a file that is opened once or subscribed to.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use icalendar::{Calendar, Class, Component, Event, EventLike};

/// The minutes that an appointment is given in a calendar: the record knows when it begins.
const APPOINTMENT: i64 = 60;
/// How soon a program that subscribed should look again.
const LOOK_AGAIN: TimeDelta = TimeDelta::hours(1);

/// Something in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// Its name among all calendars, the same for as long as it stands.
    pub uid: String,
    /// What the calendar shows.
    pub title: String,
    /// The day.
    pub day: NaiveDate,
    /// The hour, in minutes after midnight, as clocks say it there; all day where there is none.
    pub minutes: Option<u16>,
    /// When it last changed.
    pub changed: DateTime<Utc>,
}

/// Writes a calendar. The same appointments give the same bytes, so that a folder that is synchronised has nothing to do.
///
/// Hours float (RFC 5545, 3.3.5): ten o'clock is ten o'clock on the clock of whoever looks.
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
    calendar.name(name).ttl(&LOOK_AGAIN);
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
        None => event.all_day(*day),
    };
    event.done()
}

/// The number of a version: it only has to grow with every change, so no count is kept.
fn sequence(changed: DateTime<Utc>) -> u32 {
    const FIRST: i64 = 1_735_689_600; // 2025
    u32::try_from((changed.timestamp() - FIRST).max(0)).unwrap_or(i32::MAX as u32).min(i32::MAX as u32)
}
