//! The map of a large network, in the real window: tidying it up, and dragging somebody over it.
//!
//! The page measures itself. Its clock counts whole milliseconds, so short times are measured many at once.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use kring_tests::{Display, Window, at_a_new_desk};
use serde_json::{Value, json};

use crate::crowd::{PEOPLE, all_at_once};
use crate::table::{Amount, Line, median};

const ROUNDS: usize = 11;
const FRAMES: usize = 180;
/// The number of frames that are timed as one.
const AT_A_TIME: usize = 10;

struct View {
    name: &'static str,
    tidying: &'static str,
    dragging: &'static str,
}

const VIEWS: &[View] = &[
    View {
        name: "ecogram",
        tidying: "tidying up the ecogram of 150 people, less an empty frame",
        dragging: "a frame while dragging somebody over that ecogram",
    },
    View {
        name: "circle",
        tidying: "tidying up the circle of 150 people, less an empty frame",
        dragging: "a frame while dragging somebody over that circle",
    },
    View {
        name: "sociogram",
        tidying: "tidying up the sociogram of 150 people, less an empty frame",
        dragging: "a frame while dragging somebody over that sociogram",
    },
];

pub(crate) fn measure(home: &Path) -> Result<Vec<Line>> {
    let program = std::env::var("KRING_DESKTOP").context("KRING_DESKTOP names no program")?;
    let display = Display::start(1280, 800)?;
    let window = Window::open_program(&display, home, &program)?;
    show_a_crowd(&window)?;
    let mut lines = Vec::new();
    for view in VIEWS {
        window.click(&format!("view-{}", view.name))?;
        let shown = format!("[data-testid='map'][data-view='{}'] .member", view.name);
        window.middle(&shown)?;
        window.painted()?;
        let (tidied, empty) = tidy_up(&window)?;
        lines.push(Line {
            what: view.tidying,
            kring: Amount::Milliseconds((tidied - empty).max(0.0)),
            yardstick: "the longest delay that seems immediate",
            theirs: Amount::Milliseconds(100.0),
            aim: 1.0,
        });
        let [empty, dragging] = [frames(&window, false)?, frames(&window, true)?];
        lines.push(Line {
            what: view.dragging,
            kring: Amount::Milliseconds(dragging),
            yardstick: "an empty frame",
            theirs: Amount::Milliseconds(empty),
            aim: 1.0,
        });
    }
    Ok(lines)
}

/// Creates a dossier with a large network and opens its map.
fn show_a_crowd(window: &Window) -> Result<()> {
    at_a_new_desk(window)?;
    window.click("new-dossier")?;
    window.write("client-name", "Mevrouw Groot")?;
    window.click("create-dossier")?;
    window.is_saved()?;
    window.click("back")?;
    let card = "return document.querySelector('.case')?.dataset.testid ?? null";
    let card = window.wait("the dossier", || Some(window.script(card, &[]).ok()?.as_str()?.to_owned()))?;
    let id = card.strip_prefix("case-").context("the dossier has no id")?;
    let edit = "const done = arguments[arguments.length - 1];
        window.__TAURI_INTERNALS__.invoke('edit', { id: arguments[0], edit: arguments[1] })
            .then(() => done(null), (refused) => done(JSON.stringify(refused)))";
    let refused = window.script_later(edit, &[json!(id), json!(all_at_once())])?;
    ensure!(refused.is_null(), "the network was refused: {refused}");
    window.click(&card)?;
    window.click("tab-map")?;
    window.wait("everybody on the map", || {
        let count = window.script("return document.querySelectorAll('.member').length", &[]).ok()?;
        (count == json!(PEOPLE)).then_some(())
    })
}

/// Returns the time from the press of the button until the frame with everybody in place is painted, and the
/// same without a press. The second of two animation frames begins once the first is painted (HTML, section
/// 8.1.7.3).
fn tidy_up(window: &Window) -> Result<(f64, f64)> {
    let script = "const [presses, done] = arguments;
        const button = document.querySelector('[data-testid=tidy]');
        requestAnimationFrame(() => {
            const begun = performance.now();
            if (presses) button.click();
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)));
        })";
    let round = |presses: bool| number(window.script_later(script, &[json!(presses)])?);
    let [mut tidied, mut empty] = [vec![], vec![]];
    for _ in 0..ROUNDS {
        tidied.push(round(true)?);
        empty.push(round(false)?);
    }
    Ok((median(tidied), median(empty)))
}

/// Returns the time of a frame while nothing happens, or while a pointer drags somebody: the median over tens
/// of frames.
fn frames(window: &Window, dragging: bool) -> Result<f64> {
    // WebDriver moves its pointer more slowly than frames come.
    let script = "const [dragging, frames, atATime, done] = arguments;
        const mark = document.querySelector('.member .target');
        const box = mark.getBoundingClientRect();
        let [x, y, before] = [box.x + box.width / 2, box.y + box.height / 2, []];
        const send = (type) => dragging && mark.closest('.member').dispatchEvent(
            new PointerEvent(type, { bubbles: true, button: 0, buttons: 1, pointerId: 1, clientX: x, clientY: y }));
        send('pointerdown');
        const frame = () => {
            before.push(performance.now());
            x += Math.sin(before.length / 7) * 4;
            y += Math.cos(before.length / 9) * 3;
            send('pointermove');
            if (before.length <= frames) return requestAnimationFrame(frame);
            send('pointercancel');
            const took = [];
            for (let i = atATime; i < before.length; i += atATime) took.push((before[i] - before[i - atATime]) / atATime);
            done(took.sort((a, b) => a - b)[took.length >> 1]);
        };
        requestAnimationFrame(frame)";
    number(window.script_later(script, &[json!(dragging), json!(FRAMES), json!(AT_A_TIME)])?)
}

fn number(answer: Value) -> Result<f64> {
    answer.as_f64().with_context(|| format!("the page answers {answer} instead of a number"))
}
