//! axe-core finds nothing at WCAG 2.2 AA, on any screen, light and dark; and none is wider than a small laptop's.

use kring_tests::{Laptop, make_account, open_example};

/// What would have to be moved sideways to be seen.
const TOO_WIDE: &str = "return [...document.querySelectorAll('*')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX))
    .map((one) => `${one.tagName} ${one.className}: ${one.scrollWidth} in ${one.clientWidth}`)";

#[test]
fn every_screen_can_be_used_by_everyone() {
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
        }
        window.member("Fatima").unwrap();
        look(&format!("ecogram {theme}"));
        window.tap_member("Fatima").unwrap();
        window.sees("Over Fatima").unwrap();
        window.click("panel-more").unwrap();
        look(&format!("person {theme}"));
        window.click("view-circle").unwrap();
        look(&format!("circle {theme}"));
        window.click("show-list").unwrap();
        look(&format!("list {theme}"));
        window.click("tab-logbook").unwrap();
        window.click("new-note").unwrap();
        window.write("note-text", "Een woord").unwrap();
        window.is_saved().unwrap();
        look(&format!("logbook {theme}"));
        window.click("tab-plan").unwrap();
        look(&format!("plan {theme}"));
        window.click("tab-client").unwrap();
        look(&format!("client {theme}"));
        window.click("back").unwrap();
        window.sees("Mijn dossiers").unwrap();
        look(&format!("caseload {theme}"));
    }
    assert_eq!(found, Vec::<String>::new());
}
