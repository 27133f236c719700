//! Typing with a real keyboard, without a pause, until the window closes.

use std::time::{Duration, Instant};

use kring_tests::{Laptop, Window, at_a_new_desk, unlock};

use crate::start::{a_dossier_of, first};

/// The times that each way of closing is tried; `KRING_ENDINGS` sets another number.
fn times() -> u32 {
    std::env::var("KRING_ENDINGS").ok().and_then(|times| times.parse().ok()).unwrap_or(2)
}

/// The longest time after which words must be durable, however the program ends.
const DURABLE: Duration = Duration::from_secs(2);

/// Words that differ, so that a missing letter is found.
fn words(from: usize, count: usize) -> String {
    (from..from + count).map(|number| format!("woord{number} ")).collect()
}

/// A way in which a window closes.
#[derive(Clone, Copy, Debug)]
enum Ending {
    Frame,
    AltF4,
    Terminate,
    SessionEnds,
    PowerCut,
}

impl Ending {
    /// Returns whether the program has time to save everything.
    fn is_announced(self) -> bool {
        matches!(self, Self::Frame | Self::AltF4 | Self::Terminate)
    }
}

/// Returns a number that is not the same each time, of less than `most` milliseconds.
fn some_moment(most: u32) -> Duration {
    let nanoseconds =
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().subsec_nanos();
    Duration::from_millis(u64::from(nanoseconds / 1_000 % most))
}

fn opens_the_note(window: &Window, case: &str, note: &str) {
    window.click(&format!("case-{case}")).unwrap();
    window.click("tab-logbook").unwrap();
    window.click(note).unwrap();
    window.wait("the note", || window.value("note-text").ok()).unwrap();
}

/// Types without a pause, lets the window close at some moment, opens Kring again, and compares.
fn types_until(ending: Ending) {
    let mut laptop = Laptop::with_window_manager(1280, 800).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    a_dossier_of(&window, "Mevrouw Jansen");
    window.click("tab-logbook").unwrap();
    window.click("new-note").unwrap();
    window.write("note-text", "Begin ").unwrap();
    window.is_saved().unwrap();
    let script = "return document.querySelector('nav .note').dataset.testid";
    let note = window.script(script, &[]).unwrap().as_str().unwrap().to_owned();
    window.click("back").unwrap();
    let case = first(&window, "case-");
    let mut window = Some(window);
    for time in 0..times() {
        let here = match window.take() {
            Some(here) => here,
            None => {
                let here = laptop.open().unwrap();
                unlock(&here).unwrap();
                here
            }
        };
        opens_the_note(&here, &case, &note);
        let there = here.value("note-text").unwrap();
        // The cursor is at the end, where a person goes on.
        here.write("note-text", "\u{e010}").unwrap();
        let typist = laptop.type_on(&words(time as usize * 1_000, 2_000), 25).unwrap();
        let mut shown: Vec<(Instant, String)> = Vec::new();
        let end = Instant::now() + DURABLE + Duration::from_secs(1) + some_moment(1_500);
        while Instant::now() < end {
            let at = Instant::now();
            shown.push((at, here.value("note-text").unwrap()));
        }
        let last = here.value("note-text").unwrap();
        let asked = Instant::now();
        assert!(last.len() > there.len() + 20, "the keyboard does not reach the note: {last:?}");
        match ending {
            Ending::Frame => laptop.close_window().unwrap(),
            Ending::AltF4 => laptop.press("alt+F4").unwrap(),
            Ending::Terminate => here.terminate(),
            Ending::SessionEnds => laptop.end_session(),
            Ending::PowerCut => {}
        }
        if ending.is_announced() {
            assert!(here.ends_within(Duration::from_secs(10)), "the window stays open after {ending:?}");
        }
        here.kill();
        drop(typist);
        let before = shown.iter().rev().find(|(at, _)| asked.duration_since(*at) >= DURABLE);
        let durable = if ending.is_announced() { &last } else { &before.unwrap().1 };
        if matches!(ending, Ending::SessionEnds) {
            laptop = laptop.after_a_new_start().unwrap();
        }
        let again = laptop.open().unwrap();
        unlock(&again).unwrap();
        opens_the_note(&again, &case, &note);
        again
            .wait("the words of before", || {
                again.value("note-text").ok().filter(|text| text.len() >= there.len())
            })
            .unwrap();
        let kept = again.value("note-text").unwrap();
        assert!(
            kept.starts_with(durable.as_str()),
            "{ending:?}: {} of {} letters are lost: …{:?} became …{:?}",
            durable.len().saturating_sub(kept.len()),
            durable.len(),
            &durable[durable.len().saturating_sub(60)..],
            &kept[kept.len().saturating_sub(60)..],
        );
        again.click("back").unwrap();
        window = Some(again);
    }
}

#[test]
fn no_word_is_lost_when_the_frame_of_the_window_closes_it() {
    types_until(Ending::Frame);
}

#[test]
fn no_word_is_lost_when_keys_close_the_window() {
    types_until(Ending::AltF4);
}

#[test]
fn no_word_is_lost_when_the_computer_asks_the_program_to_end() {
    types_until(Ending::Terminate);
}

#[test]
fn words_that_were_shown_for_two_seconds_survive_the_end_of_the_session() {
    types_until(Ending::SessionEnds);
}

#[test]
fn words_that_were_shown_for_two_seconds_survive_a_power_cut_while_somebody_types() {
    types_until(Ending::PowerCut);
}

#[test]
fn names_that_are_typed_fast_are_all_right_on_a_large_map() {
    let laptop = Laptop::with_window_manager(1280, 800).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    a_dossier_of(&window, "Mevrouw Jansen");
    let name = |number: usize| format!("Persoon{number:03}");
    for five in (0..65).collect::<Vec<usize>>().chunks(5) {
        let typed: String = five.iter().map(|number| name(*number) + "\u{e007}").collect();
        window.write("add-person-name", &typed).unwrap();
    }
    let names = || {
        let script = "return [...document.querySelectorAll('.member')].map((one) => one.getAttribute('aria-label').split(',')[0])";
        let mut names: Vec<String> = serde_json::from_value(window.script(script, &[]).ok()?).ok()?;
        names.sort();
        Some(names)
    };
    let all_up_to = |count: usize| (0..count).map(name).collect::<Vec<String>>();
    window.wait("65 people", || (names()? == all_up_to(65)).then_some(())).unwrap();
    window.click("add-person-name").unwrap();
    let typed: Vec<String> = (65..125).map(name).collect();
    laptop.type_lines(&typed, 15).unwrap().finishes();
    // Some computers need their time for that, and nothing may be lost meanwhile.
    for _ in 0..4 {
        if window.wait("60 more people", || names().filter(|names| names.len() >= 125)).is_ok() {
            break;
        }
    }
    assert_eq!(names().unwrap(), all_up_to(125));
}
