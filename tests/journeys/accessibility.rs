//! Accessibility: axe-core finds no violation of WCAG 2.2 AA on any screen, in light and dark, and no screen
//! is wider than that of a small laptop.

use kring_tests::{Laptop, Window, at_a_new_desk, make_account, open_example, unlock};
use serde_json::json;

/// A script that returns the elements that are visible only after scrolling sideways.
const TOO_WIDE: &str = "return [...document.querySelectorAll('*')]
    .filter((one) => !one.closest('details:not([open])') && one.scrollWidth > one.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX))
    .map((one) => `${one.tagName} ${one.className}: ${one.scrollWidth} in ${one.clientWidth}`)";

#[test]
fn every_screen_is_accessible() {
    let laptop = Laptop::new(1024, 600).unwrap();
    let window = laptop.open().unwrap();
    let mut found = Vec::new();
    let mut look = |screen: &str| {
        window.painted().unwrap();
        let wide = window.script(TOO_WIDE, &[]).unwrap();
        found.extend(wide.as_array().unwrap().iter().map(|what| format!("{screen} is too wide: {what}")));
        found.extend(window.axe().unwrap().into_iter().map(|rule| format!("{screen}: {rule}")));
    };
    window.sees("Welkom bij Kring").unwrap();
    look("welcome");
    make_account(&window, "Anna de Boer").unwrap();
    look("recovery");
    window.click("recovery-later").unwrap();
    window.sees("Hier komen je dossiers").unwrap();
    look("empty caseload");
    for theme in ["light", "dark"] {
        window.click("settings").unwrap();
        window.choose("theme", theme).unwrap();
        look(&format!("settings {theme}"));
        window.click("close-settings").unwrap();
        if theme == "light" {
            open_example(&window).unwrap();
        } else {
            let case = window.script("return document.querySelector('.case').dataset.testid", &[]).unwrap();
            window.click(case.as_str().unwrap()).unwrap();
            window.sees("Dit weten we al").unwrap();
            window.click("tab-map").unwrap();
        }
        window.member("Fatima").unwrap();
        look(&format!("ecogram {theme}"));
        window.tap_member("Fatima").unwrap();
        window.sees("Over Fatima").unwrap();
        window.click("panel-more").unwrap();
        look(&format!("person {theme}"));
        for view in ["circle", "sociogram", "genogram"] {
            window.click(&format!("view-{view}")).unwrap();
            window.click("legend").unwrap();
            look(&format!("{view} with its legend {theme}"));
            window.click("legend").unwrap();
            window.click("layers").unwrap();
            look(&format!("{view} with its layers {theme}"));
            window.click("layers").unwrap();
        }
        window.click("view-ecogram").unwrap();
        window.click("go-to-table").unwrap();
        window.sees("Om samen over te praten").unwrap();
        look(&format!("at the table {theme}"));
        window.click("leave-table").unwrap();
        window.click("choose-several").unwrap();
        window.tap_member("Wim").unwrap();
        window.sees("2 gekozen").unwrap();
        window.click("save-picture").unwrap();
        look(&format!("several chosen {theme}"));
        window.click("show-list").unwrap();
        look(&format!("list {theme}"));
        window.click("tab-quality").unwrap();
        window.sees("Vraag om te stellen").unwrap();
        window.click("all-figures").unwrap();
        look(&format!("quality {theme}"));
        window.click("tab-then").unwrap();
        if theme == "light" {
            window.write("moment-name", "Start").unwrap();
            window.click("add-moment").unwrap();
        }
        window.sees("Naast elkaar").unwrap();
        for way in ["beside", "over", "words", "time"] {
            window.click(&format!("then-{way}")).unwrap();
            look(&format!("then and now {way} {theme}"));
        }
        window.click("tab-logbook").unwrap();
        window.click("new-note").unwrap();
        window.write("note-text", "Een woord").unwrap();
        window.is_saved().unwrap();
        look(&format!("logbook {theme}"));
        window.click("about-talk-edit").unwrap();
        look(&format!("about a talk {theme}"));
        window.click("note-otherwise").unwrap();
        look(&format!("ways to begin a note {theme}"));
        window.click("new-private-note").unwrap();
        window.write("note-text", "Voor mij alleen").unwrap();
        window.is_saved().unwrap();
        look(&format!("private note {theme}"));
        window.click("tab-step").unwrap();
        window.click("step-skip").unwrap();
        look(&format!("step {theme}"));
        window.click("tab-possibilities").unwrap();
        look(&format!("possibilities {theme}"));
        window.click("part-needs").unwrap();
        look(&format!("needs {theme}"));
        window.click("tab-plan").unwrap();
        look(&format!("plan {theme}"));
        window.click("tab-client").unwrap();
        look(&format!("client {theme}"));
        window.click("back").unwrap();
        window.sees("Mijn dossiers").unwrap();
        look(&format!("caseload {theme}"));
        window.write("dossier-search", "woord").unwrap();
        window.sees("Gevonden in de dossiers").unwrap();
        look(&format!("found {theme}"));
        window.write("dossier-search", &"\u{e003}".repeat(5)).unwrap();
    }
    assert_eq!(found, Vec::<String>::new());
}

const CONTROL: &str = "\u{e009}";

/// Scripts that return the part of the screen that an element takes, and the elements that are wider than the
/// screen.
const ROOM: &str = "const b = document.querySelector(arguments[0]).getBoundingClientRect();
    return [b.height / innerHeight, innerWidth, document.documentElement.scrollWidth]";

const CHOOSE_VIEW: &str = "const list = document.querySelector('[data-testid=view-choice]');
    list.value = arguments[0];
    list.dispatchEvent(new Event('change', { bubbles: true }))";

#[test]
fn the_zoom_keys_of_browsers_double_the_size_and_the_map_keeps_its_share_of_the_screen() {
    let laptop = Laptop::new(1280, 800).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    open_example(&window).unwrap();
    for _ in 0..4 {
        window.chord(CONTROL, "+").unwrap();
    }
    is_as_broad(&window, 640);
    let map = "[data-testid='map']";
    let [high, wide, needed] = room(&window, map);
    assert!(high > 0.65, "the map has {high} of the height");
    assert!(needed <= wide, "{needed} in {wide}");

    // Everything beside the map is still there and accessible.
    let mut found = Vec::new();
    let mut look = |screen: &str| {
        window.painted().unwrap();
        let [_, wide, needed] = room(&window, "body");
        found.extend((needed > wide).then(|| format!("{screen} needs {needed} in {wide}")));
        found.extend(window.axe().unwrap().into_iter().map(|rule| format!("{screen}: {rule}")));
    };
    look("map");
    by_key(&window, "[data-testid='map-bar-open']");
    look("buttons");
    by_key(&window, "[data-testid='legend']");
    look("legend");
    by_key(&window, "[data-testid='legend']");
    by_key(&window, "[data-testid='map-bar-open']");
    for view in ["circle", "genogram", "list", "ecogram"] {
        window.script(CHOOSE_VIEW, &[json!(view)]).unwrap();
        look(view);
    }
    let fatima = window.member("Fatima").unwrap();
    by_key(&window, &format!("[data-id='{fatima}']"));
    window.sees("Over Fatima").unwrap();
    look("person");
    by_key(&window, "[data-testid='panel-close']");
    by_key(&window, "[data-testid='map-bar-open']");
    by_key(&window, "[data-testid='go-to-table']");
    window.sees("Om samen over te praten").unwrap();
    look("at the table");
    by_key(&window, "[data-testid='leave-table']");
    by_key(&window, "[data-testid='tab-quality']");
    window.sees("Vraag om te stellen").unwrap();
    look("quality");
    by_key(&window, "[data-testid='tab-then']");
    window.write("moment-name", "Start").unwrap();
    by_key(&window, "[data-testid='add-moment']");
    for way in ["beside", "over", "words", "time"] {
        by_key(&window, &format!("[data-testid='then-{way}']"));
        look(way);
    }
    assert_eq!(found, Vec::<String>::new());

    // The size is kept after unlocking, and one key resets it.
    window.is_saved().unwrap();
    window.kill();
    let window = laptop.open().unwrap();
    is_as_broad(&window, 1280);
    unlock(&window).unwrap();
    is_as_broad(&window, 640);
    window.chord(CONTROL, "0").unwrap();
    is_as_broad(&window, 1280);
}

/// Presses Enter on an element, because WebDriver clicks where the element would be on a page that was not
/// enlarged.
fn by_key(window: &Window, css: &str) {
    window.middle(css).unwrap();
    window.script("document.querySelector(arguments[0]).focus()", &[json!(css)]).unwrap();
    window.press(&["\u{e007}"]).unwrap();
}

fn room(window: &Window, css: &str) -> [f64; 3] {
    let found = window.script(ROOM, &[json!(css)]).unwrap();
    [0, 1, 2].map(|at| found[at].as_f64().unwrap())
}

fn is_as_broad(window: &Window, pixels: u64) {
    let broad = || (window.script("return innerWidth", &[]).ok()?.as_u64()? == pixels).then_some(());
    window.wait(&format!("a page of {pixels} pixels"), broad).unwrap();
}
