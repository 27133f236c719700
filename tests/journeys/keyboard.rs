//! Drawing a network without a mouse.

use kring_tests::{Laptop, at_a_new_desk, open_example};

const ENTER: &str = "\u{e007}";
const RIGHT: &str = "\u{e014}";
const DELETE: &str = "\u{e017}";
const ESCAPE: &str = "\u{e00c}";

#[test]
fn a_network_is_drawn_by_keyboard_alone() {
    let laptop = Laptop::new(1024, 600).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    window.click("new-dossier").unwrap();
    window.write("client-name", &format!("Meneer Aydin{ENTER}")).unwrap();
    window.sees("Wie zie je op een gewone dag?").unwrap();
    for name in ["Ayse", "Kemal"] {
        window.write("add-person-name", &format!("{name}{ENTER}")).unwrap();
        window.member(name).unwrap();
    }
    window.click("panel-close").unwrap();
    let focus = |name: &str| {
        let id = window.member(name).unwrap();
        window.script("document.querySelector(`[data-id='${arguments[0]}']`).focus()", &[id.into()]).unwrap();
    };
    let hears = |words: &str| {
        window
            .wait(words, || window.text("[data-testid='announcement']").ok()?.contains(words).then_some(()))
            .unwrap();
    };

    // T, the arrows to the other person and Enter draw a tie.
    focus("Ayse");
    window.press(&["t"]).unwrap();
    window.sees("Kies nu met wie Ayse een band heeft").unwrap();
    focus("Kemal");
    window.press(&[ENTER]).unwrap();
    hears("Ayse en Kemal hebben nu een band.");

    // M, the arrows to a position and Enter move a person in one edit.
    focus("Ayse");
    window.press(&["m", RIGHT, RIGHT, RIGHT, ENTER]).unwrap();
    hears("Ayse is verplaatst.");

    focus("Kemal");
    window.press(&[DELETE]).unwrap();
    hears("Kemal is weggehaald");
    window.click("undo").unwrap();
    hears("Ongedaan gemaakt: persoon “Kemal” weghalen.");
    window.wait_for_text("[data-testid='stepped']", "“Kemal” weghalen").unwrap();
    window.member("Kemal").unwrap();
    window.is_saved().unwrap();
}

#[test]
fn a_menu_of_the_map_closes_with_escape_and_with_a_press_beside_it() {
    let laptop = Laptop::new(1024, 600).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    open_example(&window).unwrap();
    window.click("tab-map").unwrap();
    let is_open = |menu: &str| {
        let script = "return document.querySelector(`[data-testid='${arguments[0]}']`).parentElement.open";
        window.script(script, &[menu.into()]).unwrap() == true
    };
    let becomes = |menu: &str, open: bool| {
        window.wait(menu, || (is_open(menu) == open).then_some(())).unwrap();
    };
    for menu in ["legend", "layers"] {
        window.click(menu).unwrap();
        becomes(menu, true);
        window.press(&[ESCAPE]).unwrap();
        becomes(menu, false);
        let focused = window.script("return document.activeElement.dataset.testid", &[]).unwrap();
        assert_eq!(focused, menu);

        window.click(menu).unwrap();
        becomes(menu, true);
        window.click("dossier-name").unwrap();
        becomes(menu, false);
    }
}
