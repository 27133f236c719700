//! Calendars for other programs: iCalendar (RFC 5545), as a file that is opened once or subscribed to.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use icalendar::{Calendar, CalendarDateTime, Class, Component, Event, EventLike};

/// The length of an appointment in a calendar: the record only knows when it begins. A length, unlike an end, stays
/// an hour while the clock changes.
const APPOINTMENT: &str = "PT1H";
/// The zone of the times in the record: local times of the Netherlands.
const ZONE: &str = "Europe/Amsterdam";
/// The rules of the zone. The European Union changes its clocks at 1:00 UTC on the last Sundays of March and October
/// (directive 2000/84/EC; the same since 1996).
const RULES: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n\
    BEGIN:DAYLIGHT\r\nDTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n\
    TZNAME:CEST\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n\
    BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n\
    TZNAME:CET\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n\
    END:VTIMEZONE\r\n";
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
    /// The local time in the Netherlands, in minutes after midnight; an appointment without one lasts all day.
    pub minutes: Option<u16>,
    /// The moment at which the appointment last changed.
    pub changed: DateTime<Utc>,
}

/// Writes a calendar. The same appointments give the same bytes, so a synchronised folder has nothing to
/// copy.
///
/// Each time names its zone, and the calendar has the rules of that zone (RFC 5545, 3.6.5). Programs disagree about a
/// time without a zone: some that subscribe to a calendar read it as UTC.
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
    let text = calendar.to_string();
    // The library cannot write a zone. A line break within a text is escaped, so only a line can be found.
    match appointments.iter().any(|one| one.minutes.is_some()) {
        true => {
            text.replacen("\r\nBEGIN:VEVENT\r\n", &format!("\r\n{RULES}BEGIN:VEVENT\r\n"), 1).into_bytes()
        }
        false => text.into_bytes(),
    }
}

fn event(appointment: &Appointment) -> Event {
    let Appointment { uid, title, day, minutes, changed } = appointment;
    let mut event = Event::new();
    event.uid(uid).summary(title).class(Class::Private);
    event.timestamp(*changed).last_modified(*changed).sequence(sequence(*changed));
    let hour =
        minutes.and_then(|minutes| day.and_hms_opt(u32::from(minutes) / 60, u32::from(minutes) % 60, 0));
    match hour {
        Some(begins) => event
            .starts(CalendarDateTime::WithTimezone { date_time: begins, tzid: ZONE.to_owned() })
            .append_property(("DURATION", APPOINTMENT)),
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
