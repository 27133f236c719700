//! Calendars that Kring writes, read by an independent library.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use calcard::icalendar::dates::TimeOrDelta;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue,
};
use calcard::{Entry, Parser};
use chrono::{DateTime, NaiveDate, Utc};
use interchange::{Appointment, write_calendar};

const LONG: &str = "Contact met Mevrouw De Wit; zus, broer \\ buurvrouw Ayşe – en iedereen die verder nog bij de koffie aanschuift op zondag";

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn appointments() -> Vec<Appointment> {
    let day = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
    let appointment = |uid: &str, title: &str, minutes| Appointment {
        uid: uid.to_owned(),
        title: title.to_owned(),
        day,
        minutes,
        changed: at("2026-11-25T19:00:00Z"),
    };
    vec![appointment("a@kring", LONG, Some(14 * 60 + 30)), appointment("b@kring", "Actie", None)]
}

fn read(bytes: &[u8]) -> ICalendar {
    match Parser::new(std::str::from_utf8(bytes).unwrap()).entry() {
        Entry::ICalendar(calendar) => calendar,
        other => panic!("no calendar: {other:?}"),
    }
}

fn value<'a>(event: &'a ICalendarComponent, name: &ICalendarProperty) -> &'a ICalendarValue {
    &event.entries.iter().find(|entry| entry.name == *name).unwrap().values[0]
}

fn events(calendar: &ICalendar) -> Vec<&ICalendarComponent> {
    let is_event = |one: &&ICalendarComponent| one.component_type == ICalendarComponentType::VEvent;
    calendar.components.iter().filter(is_event).collect()
}

#[test]
fn an_independent_reader_finds_every_appointment_as_it_was_written() {
    let bytes = write_calendar("Kring", &appointments());
    let calendar = read(&bytes);
    let events = events(&calendar);
    assert_eq!(events.len(), 2);
    assert_eq!(*value(events[0], &ICalendarProperty::Summary), ICalendarValue::Text(LONG.to_owned()));
    assert_eq!(*value(events[0], &ICalendarProperty::Uid), ICalendarValue::Text("a@kring".to_owned()));
    let ICalendarValue::PartialDateTime(begins) = value(events[0], &ICalendarProperty::Dtstart) else {
        panic!("no beginning");
    };
    assert_eq!((begins.day, begins.hour, begins.minute), (Some(1), Some(14), Some(30)));
    let ICalendarValue::PartialDateTime(begins) = value(events[1], &ICalendarProperty::Dtstart) else {
        panic!("no beginning");
    };
    assert_eq!((begins.year, begins.month, begins.day, begins.hour), (Some(2026), Some(12), Some(1), None));
    for event in events {
        for needed in
            [ICalendarProperty::Dtstamp, ICalendarProperty::LastModified, ICalendarProperty::Sequence]
        {
            value(event, &needed);
        }
    }
}

#[test]
fn every_line_has_the_length_and_the_ending_that_the_format_asks() {
    let text = String::from_utf8(write_calendar("Kring", &appointments())).unwrap();
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split("\r\n") {
        assert!(!line.contains('\n'), "{line}");
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
}

#[test]
fn the_same_appointments_give_the_same_bytes_and_a_change_gives_a_higher_number() {
    assert_eq!(write_calendar("Kring", &appointments()), write_calendar("Kring", &appointments()));
    let number = |appointments: &[Appointment]| {
        let calendar = read(&write_calendar("Kring", appointments));
        let number = value(events(&calendar)[0], &ICalendarProperty::Sequence).clone();
        let ICalendarValue::Integer(number) = number else { panic!("no number") };
        number
    };
    let before = appointments();
    let mut after = before.clone();
    after[0].changed = at("2026-11-25T19:00:01Z");
    assert!(number(&after) > number(&before));
}

#[test]
fn an_appointment_is_at_its_moment_in_summer_and_in_winter() {
    let moments = [
        ("2026-01-15", 14 * 60 + 30, "2026-01-15T13:30:00Z"),
        ("2026-07-15", 14 * 60 + 30, "2026-07-15T12:30:00Z"),
        // The clock goes forward at two o'clock: three o'clock comes an hour after one.
        ("2026-03-28", 3 * 60, "2026-03-28T02:00:00Z"),
        ("2026-03-29", 90, "2026-03-29T00:30:00Z"),
        ("2026-03-29", 3 * 60, "2026-03-29T01:00:00Z"),
        // The clock goes back at three o'clock.
        ("2026-10-25", 60, "2026-10-24T23:00:00Z"),
        ("2026-10-25", 3 * 60, "2026-10-25T02:00:00Z"),
        ("2026-10-26", 0, "2026-10-25T23:00:00Z"),
        ("2031-12-31", 23 * 60 + 59, "2031-12-31T22:59:00Z"),
    ];
    for (day, minutes, moment) in moments {
        let mut appointment = appointments().remove(0);
        (appointment.day, appointment.minutes) = (day.parse().unwrap(), Some(minutes));
        let bytes = write_calendar("Kring", &[appointment]);
        let expanded = read(&bytes).expand_dates(calcard::common::timezone::Tz::Floating, 10);
        assert!(expanded.errors.is_empty(), "{:?}", expanded.errors);
        let [event] = expanded.events.as_slice() else { panic!("{} events", expanded.events.len()) };
        assert_eq!(event.start.to_utc(), at(moment), "{day} {minutes}");
        let end = match event.end.clone() {
            TimeOrDelta::Time(end) => end.to_utc(),
            TimeOrDelta::Delta(length) => event.start.to_utc() + length,
        };
        assert_eq!(end, at(moment) + chrono::TimeDelta::hours(1), "{day} {minutes}");
    }
}

#[test]
fn a_calendar_has_the_rules_of_the_zone_that_its_times_name() {
    let text = String::from_utf8(write_calendar("Kring", &appointments())).unwrap();
    assert!(text.contains("DTSTART;TZID=Europe/Amsterdam:20261201T143000\r\n"), "{text}");
    let zone = &text[text.find("BEGIN:VTIMEZONE\r\n").unwrap()..text.find("END:VTIMEZONE\r\n").unwrap()];
    assert!(zone.contains("\r\nTZID:Europe/Amsterdam\r\n"), "{zone}");
    // The European Union changes its clocks on the last Sundays of March and October (directive 2000/84/EC).
    let summer = "BEGIN:DAYLIGHT\r\nDTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n\
                  TZNAME:CEST\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n";
    let winter = "BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n\
                  TZNAME:CET\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n";
    assert!(zone.contains(summer) && zone.contains(winter), "{zone}");
    assert!(text.find("BEGIN:VTIMEZONE") < text.find("BEGIN:VEVENT"));
    let all_day = String::from_utf8(write_calendar("Kring", &appointments()[1..])).unwrap();
    assert!(!all_day.contains("VTIMEZONE") && !all_day.contains("TZID"), "{all_day}");
}
