//! One network, drawn by mouse and drawn by keyboard alone, with the same result.

use std::collections::BTreeSet;

use kring_tests::{Laptop, Window, at_a_new_desk, open_example};
use serde_json::{Value, json};

const ENTER: &str = "\u{e007}";
const TAB: &str = "\u{e004}";
const SHIFT: &str = "\u{e008}";
const CONTROL: &str = "\u{e009}";
const LEFT: &str = "\u{e012}";
const UP: &str = "\u{e013}";
const RIGHT: &str = "\u{e014}";
const DOWN: &str = "\u{e015}";

#[test]
fn a_network_drawn_by_keyboard_alone_equals_the_one_drawn_by_mouse() {
    let laptop = Laptop::new(1280, 800).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();

    window.click("new-dossier").unwrap();
    window.write("client-name", "Met de muis").unwrap();
    window.click("create-dossier").unwrap();
    draw_by_mouse(&window);
    let by_mouse = drawn(&window, "Met de muis");
    window.click("back").unwrap();
    window.sees("Mijn dossiers").unwrap();

    tab_to(&window, "[data-testid='new-dossier']");
    window.press(&[ENTER]).unwrap();
    tab_to(&window, "[data-testid='client-name']");
    type_keys(&window, "Met toetsen");
    window.press(&[ENTER]).unwrap();
    draw_by_keyboard(&window);
    let by_keyboard = drawn(&window, "Met toetsen");

    assert_eq!(by_mouse, by_keyboard);
    let fatima = json!(["Fatima", "intimates", "society"]).to_string();
    assert!(by_keyboard.contains(&fatima) && by_keyboard.len() == 6, "{by_keyboard:?}");
}

/// Moving works without dragging, and a tap works after the view was moved.
#[test]
fn a_member_moves_to_the_tapped_point_after_the_view_was_moved() {
    let laptop = Laptop::new(1280, 800).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    open_example(&window).unwrap();
    window.click("zoom-in").unwrap();
    let ground = on_map(&window, 640.0, 700.0);
    window.drag(ground, (ground.0 - 60.0, ground.1 - 60.0)).unwrap();
    window.tap_member("Fatima").unwrap();
    window.click("move-member").unwrap();
    let client = window.middle("[data-id='client'] .target").unwrap();
    window.drag(client, client).unwrap();
    hears(&window, "Fatima is verplaatst.");
    let (x, y) = middle_of(&window, "Fatima");
    assert!((x - client.0).abs() < 60.0 && (y - client.1).abs() < 60.0, "{x}, {y} beside {client:?}");
}

fn draw_by_mouse(window: &Window) {
    window.sees("Wie zie je op een gewone dag?").unwrap();
    for name in ["Fatima", "Joris", "Wim"] {
        window.write("add-person-name", name).unwrap();
        window.click("add-person").unwrap();
        window.member(name).unwrap();
    }
    for (from, to) in [("Fatima", "Joris"), ("Wim", "Fatima")] {
        window.tap_member(from).unwrap();
        window.sees(&format!("Over {from}")).unwrap();
        let handle = window.middle("[data-id] .handle").unwrap();
        window.drag(handle, middle_of(window, to)).unwrap();
        hears(window, &format!("{from} en {to} hebben nu een band."));
    }
    window.click("panel-close").unwrap();

    // A person moves from the long list into a ring of the circle.
    window.click("view-circle").unwrap();
    for (name, x, y) in [("Fatima", 660.0, 320.0), ("Joris", 530.0, 330.0), ("Wim", 740.0, 270.0)] {
        let waiting = format!("[data-testid='waits-{}']", waiting_id(window, name));
        window.drag(window.middle(&waiting).unwrap(), on_map(window, x, y)).unwrap();
        hears(window, &format!("{name} staat nu bij"));
        window.is_saved().unwrap();
    }

    // Two people who are selected become a group.
    window.click("choose-several").unwrap();
    for name in ["Fatima", "Wim"] {
        window.tap_member(name).unwrap();
    }
    window.sees("2 gekozen").unwrap();
    window.write("group-name", "De straat").unwrap();
    window.click("make-group").unwrap();
    hears(window, "2 horen nu bij De straat.");
    window.is_saved().unwrap();
}

fn draw_by_keyboard(window: &Window) {
    window.sees("Wie zie je op een gewone dag?").unwrap();
    for name in ["Fatima", "Joris"] {
        tab_to(window, "[data-testid='add-person-name']");
        type_keys(window, name);
        window.press(&[ENTER]).unwrap();
        window.member(name).unwrap();
    }
    walk_to(window, "Fatima");
    window.press(&["t"]).unwrap();
    window.sees("Kies nu met wie Fatima een band heeft").unwrap();
    walk_to(window, "Joris");
    window.press(&[ENTER]).unwrap();
    hears(window, "Fatima en Joris hebben nu een band.");

    // One key adds a person with a tie.
    walk_to(window, "Fatima");
    window.chord(CONTROL, RIGHT).unwrap();
    window.sees("Met een band met Fatima").unwrap();
    type_keys(window, "Wim");
    window.press(&[ENTER]).unwrap();
    hears(window, "Wim staat op de kaart, met een band met Fatima.");

    tab_to(window, "[data-testid='view-circle']");
    window.press(&[ENTER]).unwrap();
    let across = |key: &'static str, times: usize| vec![key; times];
    for (name, keys) in [
        ("Fatima", [across(RIGHT, 3), across(UP, 4)].concat()),
        ("Joris", [across(LEFT, 4), across(UP, 4)].concat()),
        ("Wim", [across(RIGHT, 7), across(UP, 7), across(DOWN, 1)].concat()),
    ] {
        tab_to(window, &format!("[data-testid='waits-{}']", waiting_id(window, name)));
        window.press(&[ENTER]).unwrap();
        window.sees(&format!("Wijs aan waar {name} moet staan")).unwrap();
        window.press(&keys).unwrap();
        window.press(&[ENTER]).unwrap();
        hears(window, &format!("{name} staat nu bij"));
        window.is_saved().unwrap();
    }

    walk_to(window, "Fatima");
    window.press(&[ENTER]).unwrap();
    walk_to(window, "Wim");
    window.chord(SHIFT, ENTER).unwrap();
    window.sees("2 gekozen").unwrap();
    tab_to(window, "[data-testid='group-name']");
    type_keys(window, "De straat");
    window.press(&[ENTER]).unwrap();
    hears(window, "2 horen nu bij De straat.");
    window.is_saved().unwrap();
}

/// Returns the content of a network, by names: people with their ring and quarter, ties, and groups.
fn drawn(window: &Window, client: &str) -> BTreeSet<String> {
    let script = "const done = arguments[1], ask = window.__TAURI_INTERNALS__.invoke;
        ask('caseload').then((cases) => ask('dossier', { id: cases.find((one) => one.name === arguments[0]).id }))
            .then((view) => {
                const name = (id) => view.people.find((one) => one.id === id).name;
                const people = view.people.map((one) => [one.name, one.ring, one.sector]);
                const ties = view.ties.map((tie) => [name(tie.a), name(tie.b)].sort());
                const groups = Object.entries(Object.groupBy(view.people.filter((one) => one.group), (one) => one.group));
                done([...people, ...ties, ...groups.map(([group, all]) => [group, ...all.map((one) => one.name).sort()])]);
            }, (refused) => done([[JSON.stringify(refused)]]))";
    let found = window.script_later(script, &[json!(client)]).unwrap();
    found.as_array().unwrap().iter().map(Value::to_string).collect()
}

/// Presses Tab until the element that a selector finds has the focus.
fn tab_to(window: &Window, css: &str) {
    let there = || {
        let script = "return document.activeElement?.matches(arguments[0]) ?? false";
        window.script(script, &[json!(css)]).unwrap().as_bool().unwrap()
    };
    for _ in 0..200 {
        if there() {
            return;
        }
        window.press(&[TAB]).unwrap();
    }
    panic!("Tab never reaches {css}");
}

/// Tabs to the map and moves with the arrows to a member.
fn walk_to(window: &Window, name: &str) {
    tab_to(window, "[data-id]");
    let id = window.member(name).unwrap();
    let script = "const at = document.activeElement.getBoundingClientRect(), to = document.querySelector(`[data-id='${arguments[0]}']`).getBoundingClientRect();
        const x = to.x + to.width / 2 - at.x - at.width / 2, y = to.y + to.height / 2 - at.y - at.height / 2;
        return document.activeElement.getAttribute('data-id') === arguments[0] ? [] : Math.abs(x) > Math.abs(y) ? [x > 0 ? 'right' : 'left', y > 0 ? 'down' : 'up'] : [y > 0 ? 'down' : 'up', x > 0 ? 'right' : 'left']";
    for turn in 0..30 {
        let ways = window.script(script, &[json!(id)]).unwrap();
        let ways = ways.as_array().unwrap();
        // Every third step takes the second best direction, because the best one may lead back and forth.
        let Some(way) = ways.get(usize::from(turn % 3 == 2)) else { return };
        let key = match way.as_str().unwrap() {
            "right" => RIGHT,
            "left" => LEFT,
            "down" => DOWN,
            _ => UP,
        };
        window.press(&[key]).unwrap();
    }
    panic!("the arrows never reach {name}");
}

fn type_keys(window: &Window, text: &str) {
    let keys: Vec<String> = text.chars().map(String::from).collect();
    window.press(&keys.iter().map(String::as_str).collect::<Vec<_>>()).unwrap();
}

pub(crate) fn hears(window: &Window, words: &str) {
    window.wait_for_text("[data-testid='announcement']", words).unwrap();
}

pub(crate) fn middle_of(window: &Window, name: &str) -> (f64, f64) {
    window.middle(&format!("[data-id='{}'] .target", window.member(name).unwrap())).unwrap()
}

fn waiting_id(window: &Window, name: &str) -> String {
    let script = "return [...document.querySelectorAll('[data-testid^=waits-]')].find((one) => one.innerText === arguments[0])?.dataset.testid.slice(6) ?? null";
    window.wait(name, || Some(window.script(script, &[json!(name)]).ok()?.as_str()?.to_owned())).unwrap()
}

/// Returns a point of the map in pixels of the window.
fn on_map(window: &Window, x: f64, y: f64) -> (f64, f64) {
    let script = "const at = new DOMPoint(arguments[0], arguments[1]).matrixTransform(document.querySelector('[data-testid=map] > g').getScreenCTM()); return [at.x, at.y]";
    let point = window.script(script, &[json!(x), json!(y)]).unwrap();
    (point[0].as_f64().unwrap(), point[1].as_f64().unwrap())
}
