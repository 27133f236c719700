//! Drawing a network without a mouse.

use kring_tests::{Laptop, at_a_new_desk};

const ENTER: &str = "\u{e007}";
const RIGHT: &str = "\u{e014}";
const DELETE: &str = "\u{e017}";

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
    window.member("Kemal").unwrap();
    window.is_saved().unwrap();
}
