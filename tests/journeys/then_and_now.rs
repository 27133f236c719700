//! Then and now: a network on the days of six weeks.

use kring_tests::{Laptop, Week, Window, six_weeks, unlock};
use serde_json::json;

const HOME: &str = "\u{e011}";
const END: &str = "\u{e010}";
const LEFT: &str = "\u{e012}";
const RIGHT: &str = "\u{e014}";

#[test]
fn the_slider_shows_the_network_of_each_day_by_mouse_and_by_keyboard() {
    let laptop = Laptop::new(1280, 800).unwrap();
    let (dossier, weeks) = six_weeks(laptop.home()).unwrap();
    let window = laptop.open().unwrap();
    unlock(&window).unwrap();
    window.click(&format!("case-{dossier}")).unwrap();
    window.click("tab-map").unwrap();
    window.member("Wim").unwrap();
    window.click("tab-then").unwrap();
    window.click("then-time").unwrap();

    // The view opens on the last day. The buttons move one day at a time, back and forth.
    let last = weeks.len() - 1;
    shows(&window, &weeks, last);
    for day in (0..last).rev() {
        window.click("time-before").unwrap();
        shows(&window, &weeks, day);
    }
    assert!(is_disabled(&window, "time-before"));
    window.click("time-after").unwrap();
    shows(&window, &weeks, 1);

    // The keys of every slider work.
    window.script("document.querySelector('[data-testid=time]').focus()", &[]).unwrap();
    for (key, day) in [(END, last), (LEFT, last - 1), (LEFT, last - 2), (RIGHT, last - 1), (HOME, 0)] {
        window.press(&[key]).unwrap();
        shows(&window, &weeks, day);
    }

    // The knob can be dragged to each day, and a press beside it moves it.
    let mut knob = along(&window, 0.0);
    for day in [2, 4, 1, last] {
        let to = along(&window, day as f64 / last as f64);
        window.drag(knob, to).unwrap();
        shows(&window, &weeks, day);
        knob = to;
    }

    // An edit now adds a day, and the slider stays on its day.
    window.click("time-before").unwrap();
    shows(&window, &weeks, last - 1);
    window.click("tab-map").unwrap();
    window.write("add-person-name", "Karim\u{e007}").unwrap();
    window.member("Karim").unwrap();
    window.is_saved().unwrap();
    window.click("tab-then").unwrap();
    window.click("then-time").unwrap();
    window.wait_for_text("[data-testid='time-says']", "6 mensen en organisaties").unwrap();
    window.click("time-before").unwrap();
    shows(&window, &weeks, last);

    // Played from the last day it begins at the first, moves by itself to the last day, and stops there.
    window.click("time-after").unwrap();
    window.wait("the last day", || is_disabled(&window, "time-after").then_some(())).unwrap();
    window.click("time-play").unwrap();
    assert!(!is_disabled(&window, "time-after"));
    window.wait_for_text("[data-testid='time-play']", "Afspelen").unwrap();
    assert!(is_disabled(&window, "time-after"));
}

/// Waits until the network of a day is visible: its names, and the ring of Fatima.
fn shows(window: &Window, weeks: &[Week], day: usize) {
    let week = &weeks[day];
    let written = "return new Date(arguments[0]).toLocaleDateString('nl-NL', { day: 'numeric', month: 'long', year: 'numeric' })";
    let written = window.script(written, &[json!(week.day.to_string())]).unwrap();
    let written = written.as_str().unwrap();
    window.wait_for_text("[data-testid='time-says']", written).unwrap();
    let is_drawn = || (picture(window)?.0.starts_with(written)).then_some(());
    window.wait(&format!("the picture of {written}"), is_drawn).unwrap();
    let (said, rings) = picture(window).unwrap();
    let mut names: Vec<&str> = rings.iter().flat_map(|(_, names)| names.iter().map(String::as_str)).collect();
    names.sort_unstable();
    assert_eq!(names, week.names, "{said}");
    let fatima = rings.iter().find(|(_, names)| names.iter().any(|name| name == "Fatima"));
    assert_eq!(fatima.map(|(ring, _)| ring.as_str()), week.fatima, "{said}");
    let drawn =
        window.script("return document.querySelectorAll('[data-testid=still] .body').length", &[]).unwrap();
    assert_eq!(drawn, json!(week.names.len()), "{said}");
}

/// The rings by name, each with the names of its members.
type Rings = Vec<(String, Vec<String>)>;

/// Returns the description of the picture, and the members of each ring by that description.
fn picture(window: &Window) -> Option<(String, Rings)> {
    let label = "return document.querySelector('[data-testid=still] svg')?.getAttribute('aria-label')";
    let said = window.script(label, &[]).ok()?.as_str()?.to_owned();
    let rings = said.split('.').filter_map(|sentence| sentence.trim().split_once(": "));
    let rings = rings.filter(|(ring, _)| ["Intimi", "Vrienden", "Bekenden", "Diensten"].contains(ring));
    let rings = rings.map(|(ring, names)| (ring.to_owned(), names.split(", ").map(str::to_owned).collect()));
    let rings = rings.collect();
    Some((said, rings))
}

/// Returns the position of the knob for a part of the slider, in pixels of the window.
fn along(window: &Window, part: f64) -> (f64, f64) {
    let script = "const b = document.querySelector('[data-testid=time]').getBoundingClientRect(); return [b.x, b.width, b.y + b.height / 2]";
    let found = window.script(script, &[]).unwrap();
    let [left, width, middle] = [0, 1, 2].map(|at| found[at].as_f64().unwrap());
    // The middle of the knob never reaches the ends, because the knob has a width.
    let knob = 16.0;
    (left + knob / 2.0 + (width - knob) * part, middle)
}

fn is_disabled(window: &Window, testid: &str) -> bool {
    let script = "return document.querySelector(`[data-testid='${arguments[0]}']`).disabled";
    window.script(script, &[json!(testid)]).unwrap().as_bool().unwrap()
}
