//! Calendars that Kring writes, read by an independent library.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

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
    assert!(!begins.has_zone(), "times float: a zone would move them for a reader elsewhere");
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
