//! A professional with two hundred clients: reasons for attention, the agenda, the calendar and the figures.

use std::path::PathBuf;

use kring_tests::{LATE, Laptop, Window, a_caseload_of_two_hundred, unlock};
use serde_json::json;

/// Checks the screen with axe-core in both themes. If `KRING_PICTURES` names a folder, saves pictures there.
fn look(laptop: &Laptop, window: &Window, what: &str) {
    assert_eq!(window.axe().unwrap(), [] as [String; 0], "{what}");
    let Some(folder) = std::env::var_os("KRING_PICTURES") else { return };
    for theme in ["light", "dark"] {
        let dress = "document.documentElement.dataset.theme = arguments[0]";
        window.script(dress, &[json!(theme)]).unwrap();
        assert_eq!(window.axe().unwrap(), [] as [String; 0], "{what}, {theme}");
        window.painted().unwrap();
        laptop.picture(&PathBuf::from(&folder).join(format!("{what}-{theme}.png"))).unwrap();
    }
}

fn names(window: &Window) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.case strong')].map((name) => name.innerText)";
    let names = window.script(script, &[]).unwrap();
    names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

fn counts(window: &Window, count: usize) {
    window.wait_for_text("main > [role=status]", &format!("{count} dossiers")).unwrap();
}

fn click(window: &Window, css: &str) {
    window.middle(css).unwrap();
    window.script("document.querySelector(arguments[0]).click()", &[json!(css)]).unwrap();
}

#[test]
fn a_caseload_of_two_hundred_is_manageable() {
    handled(1280, 800);
}

#[test]
fn a_caseload_of_two_hundred_is_manageable_on_a_small_screen() {
    handled(1024, 600);
}

fn handled(width: u32, height: u32) {
    let laptop = Laptop::new(width, height).unwrap();
    a_caseload_of_two_hundred(laptop.home()).unwrap();
    let window = laptop.open().unwrap();
    unlock(&window).unwrap();
    let look = |window: &Window, what: &str| look(&laptop, window, &format!("{width}x{height}-{what}"));

    // Dossiers that need attention come first. The four closed ones are not listed, and the page shows a
    // limited number.
    counts(&window, 196);
    let first = "document.querySelectorAll('.case')[arguments[0]].innerText.includes('1 actie is te laat')";
    for (place, late) in [(0, true), (LATE - 1, true), (LATE, false)] {
        let is = window.script(&format!("return {first}"), &[json!(place)]).unwrap();
        assert_eq!(is, json!(late), "dossier {place}");
    }
    assert_eq!(names(&window).len(), 50);
    look(&window, "caseload");
    window.click("more-dossiers").unwrap();
    window.wait("a hundred", || (names(&window).len() == 100).then_some(())).unwrap();

    // The filter and the order are kept for the next day.
    window.choose("filter-show", "attention").unwrap();
    counts(&window, LATE);
    window.choose("filter-sort", "name").unwrap();
    let in_order = |names: &[String]| names.is_sorted_by_key(|name| name.to_lowercase());
    window.wait("the order of names", || in_order(&names(&window)).then_some(())).unwrap();
    window.choose("filter-step", "seven-steps-plan").unwrap();
    window.wait("fewer", || (names(&window).len() < LATE).then_some(())).unwrap();
    look(&window, "chosen");
    window.click("lock").unwrap();
    unlock(&window).unwrap();
    window
        .wait("what was chosen", || (window.value("filter-show").ok()? == "attention").then_some(()))
        .unwrap();
    assert_eq!(window.value("filter-sort").unwrap(), "name");
    assert_eq!(window.value("filter-step").unwrap(), "seven-steps-plan");
    // A search looks in all dossiers, whatever the filter is.
    window.write("dossier-search", "greet de w").unwrap();
    window.wait("Greet", || (names(&window) == ["Greet de Wit"]).then_some(())).unwrap();

    // The action that is late longest opens from the agenda.
    window.click("agenda").unwrap();
    window.sees("Te laat").unwrap();
    look(&window, "agenda");
    let late = "[data-testid=agenda-late] li:first-child";
    let whose = window.text(&format!("{late} strong")).unwrap();
    click(&window, &format!("{late} button"));
    window.wait_for_text("h1", &whose).unwrap();
    window.wait_for_text("[role=tab][aria-selected=true]", "Plan").unwrap();
    window.click("back").unwrap();

    // The calendar file of the agenda names nobody, until the coach chooses it.
    window.click("agenda").unwrap();
    window.click("calendar-file").unwrap();
    let folder = laptop.home().join("Nextcloud");
    std::fs::create_dir(&folder).unwrap();
    let file = folder.join("kring-agenda.ics");
    window.click("calendar-names").unwrap();
    window.sees("wie je cliënten zijn").unwrap();
    look(&window, "calendar");
    window.click("calendar-no-names").unwrap();
    window.write("calendar-folder", folder.to_str().unwrap()).unwrap();
    window.click("calendar-keep").unwrap();
    window.sees("zonder namen, zolang").unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.matches("BEGIN:VEVENT").count() > LATE, "{text}");
    assert!(!text.contains(&whose) && !text.contains("Zus"), "{text}");
    window.click("calendar-stop").unwrap();
    window.sees("geen bestand meer").unwrap();
    assert!(!file.exists());
    window.click("back").unwrap();

    // The figures count everybody and show nobody.
    window.click("figures").unwrap();
    window.sees("Cijfers van 200 cliënten").unwrap();
    // Four dossiers are closed. That number is neither shown nor can it be computed from the others.
    let closed = window.text("[data-testid=figures-status]").unwrap();
    assert_eq!(closed.matches("niet getoond").count(), 2, "{closed}");
    look(&window, "figures");
    window.click("figures-save").unwrap();
    window.sees("Opgeslagen in").unwrap();
    let said = window.text("[data-testid=figures-said]").unwrap();
    let path = said.trim_start_matches("Opgeslagen in ").trim_end_matches('.');
    let table = std::fs::read_to_string(path).unwrap();
    std::fs::remove_file(path).unwrap();
    assert!(table.contains("Doelen;Een of meer doelen bereikt;67"), "{table}");
    assert!(!table.contains("Greet") && !table.contains(";4\r\n"), "{table}");
}

/// A coach with one client sees one client.
#[test]
fn a_volunteer_with_few_clients_sees_no_filters() {
    let laptop = Laptop::new(1024, 600).unwrap();
    let window = laptop.open().unwrap();
    kring_tests::make_account_as(&window, "Bram Visser", "volunteer").unwrap();
    window.click("recovery-later").unwrap();
    window.sees("Hier komen je dossiers").unwrap();
    window.click("new-dossier").unwrap();
    window.write("client-name", "Mevrouw De Wit\u{e007}").unwrap();
    window.sees("Wie zie je op een gewone dag?").unwrap();
    window.click("back").unwrap();
    window.sees("Mevrouw De Wit").unwrap();
    for absent in ["filter-show", "figures", "more-dossiers"] {
        let there = format!("return document.querySelector('[data-testid={absent}]') !== null");
        assert_eq!(window.script(&there, &[]).unwrap(), json!(false), "{absent}");
    }
    look(&laptop, &window, "volunteer");
}
