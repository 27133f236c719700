//! Fingers and a pen on the map, as the hardware of a touch screen reports them.

use kring_tests::{Laptop, Touchscreen, Window, at_a_new_desk, open_example};
use serde_json::{Value, json};

use crate::drawing::{hears, middle_of};

fn at_the_example(size: (u32, u32)) -> (Laptop, Touchscreen, Window) {
    let (laptop, touchscreen) = Laptop::with_touchscreen(size.0, size.1).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    open_example(&window).unwrap();
    window.painted().unwrap();
    (laptop, touchscreen, window)
}

/// Nobody aims between people before a pinch, so here both fingers begin on a person.
#[test]
fn two_fingers_zoom_the_map_and_move_nobody() {
    let (_laptop, touchscreen, window) = at_the_example((1280, 800));
    let (zoom, positions) = (scale(&window), places(&window));
    let (joris, fatima) = (middle_of(&window, "Joris"), middle_of(&window, "Fatima"));
    let apart = fatima.0 - joris.0;
    let to = [(joris.0 - apart * 0.25, joris.1), (fatima.0 + apart * 0.25, fatima.1)];
    touchscreen.pinch([joris, fatima], to).unwrap();
    let nearer =
        ((to[1].0 - to[0].0).hypot(to[1].1 - to[0].1)) / ((fatima.0 - joris.0).hypot(fatima.1 - joris.1));
    settles(&window, "the map nearer", || (scale(&window) - zoom * nearer).abs() < 0.03);
    // The point in the middle of both fingers stays where it is.
    let middle = |a: (f64, f64), b: (f64, f64)| ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
    let now = middle(middle_of(&window, "Joris"), middle_of(&window, "Fatima"));
    assert!(near(now, middle(to[0], to[1]), 6.0), "{now:?}");

    // A pinch back stops at the whole map.
    touchscreen.pinch(to, [(620.0, 400.0), (660.0, 400.0)]).unwrap();
    settles(&window, "the whole map", || (scale(&window) - 1.0).abs() < 0.001);
    assert_eq!(places(&window), positions, "somebody was moved");
    let page = window.script("return [visualViewport.scale, scrollX, scrollY]", &[]).unwrap();
    assert_eq!(page, json!([1, 0, 0]), "the page itself was enlarged");
}

#[test]
fn one_finger_moves_the_view_opens_a_person_and_drags_one() {
    let (_laptop, touchscreen, window) = at_the_example((1280, 800));
    window.click("zoom-in").unwrap();
    window.click("zoom-in").unwrap();
    window.painted().unwrap();
    let (before, from) = (scale(&window), middle_of(&window, "Fatima"));
    touchscreen.drag(ground(&window), add(ground(&window), (-70.0, -30.0))).unwrap();
    settles(&window, "the look elsewhere", || {
        near(middle_of(&window, "Fatima"), add(from, (-70.0, -30.0)), 4.0)
    });
    // WebKitGTK reports one finger as a wheel as well, and a wheel would zoom in.
    assert!((scale(&window) - before).abs() < 0.001);

    touchscreen.tap(middle_of(&window, "Fatima")).unwrap();
    window.sees("Over Fatima").unwrap();
    window.click("panel-close").unwrap();
    window.click("fit").unwrap();
    window.painted().unwrap();

    let (wim, to) = (middle_of(&window, "Wim"), add(middle_of(&window, "Wim"), (-110.0, 60.0)));
    touchscreen.drag(wim, to).unwrap();
    hears(&window, "Wim is verplaatst.");
    window.is_saved().unwrap();
    settles(&window, "Wim where he was put", || near(middle_of(&window, "Wim"), to, 8.0));

    touchscreen.tap(to).unwrap();
    window.sees("Over Wim").unwrap();
    window.click("move-member").unwrap();
    window.painted().unwrap();
    let there = add(to, (60.0, 40.0));
    touchscreen.tap(there).unwrap();
    settles(&window, "Wim where was tapped", || near(middle_of(&window, "Wim"), there, 8.0));
}

#[test]
fn a_pen_draws_a_tie() {
    let (_laptop, touchscreen, window) = at_the_example((1280, 800));
    let wim = middle_of(&window, "Wim");
    touchscreen.draw(wim, wim).unwrap();
    window.sees("Over Wim").unwrap();
    window.painted().unwrap();
    let handle = window.middle("[data-id] .handle").unwrap();
    touchscreen.draw(handle, middle_of(&window, "Joris")).unwrap();
    hears(&window, "Wim en Joris hebben nu een band.");
    window.is_saved().unwrap();
}

/// Returns the zoom of the map.
fn scale(window: &Window) -> f64 {
    let script =
        "return document.querySelector('[data-testid=map] > g').transform.baseVal.consolidate().matrix.a";
    window.script(script, &[]).unwrap().as_f64().unwrap()
}

/// Returns the positions of all members in the record.
fn places(window: &Window) -> Value {
    let script = "const done = arguments[arguments.length - 1], ask = window.__TAURI_INTERNALS__.invoke;
        ask('caseload').then((cases) => ask('dossier', { id: cases[0].id }))
            .then((view) => done(view.people.map((one) => [one.name, one.ecogram])), (refused) => done(JSON.stringify(refused)))";
    window.script_later(script, &[]).unwrap()
}

/// Returns an empty point of the map, at its lower right.
fn ground(window: &Window) -> (f64, f64) {
    let script = "const b = document.querySelector('[data-testid=map]').getBoundingClientRect();
        for (let y = b.bottom - 30; y > b.top; y -= 20) for (let x = b.right - 60; x > b.left; x -= 20)
            if (document.elementFromPoint(x, y) === document.querySelector('[data-testid=map]')) return [x, y]";
    let point = window.script(script, &[]).unwrap();
    (point[0].as_f64().unwrap(), point[1].as_f64().unwrap())
}

fn settles(window: &Window, what: &str, so: impl Fn() -> bool) {
    window.wait(what, || so().then_some(())).unwrap();
}

fn near(a: (f64, f64), b: (f64, f64), by: f64) -> bool {
    (a.0 - b.0).hypot(a.1 - b.1) < by
}

fn add(a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    (a.0 + b.0, a.1 + b.1)
}
