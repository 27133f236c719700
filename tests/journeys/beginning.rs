//! What several journeys begin with.

use kring_tests::Window;
use serde_json::Value;

/// A dossier with one person in it, and back at the list of dossiers.
pub(crate) fn a_dossier_with_fatima(window: &Window) {
    window.click("new-dossier").unwrap();
    window.write("client-name", "Mevrouw De Wit").unwrap();
    window.click("create-dossier").unwrap();
    window.sees("Wie zie je op een gewone dag?").unwrap();
    window.write("add-person-name", "Fatima\u{e007}").unwrap();
    window.member("Fatima").unwrap();
    window.is_saved().unwrap();
    window.click("back").unwrap();
}

/// The code on the screen, as it is copied.
pub(crate) fn code(window: &Window) -> String {
    let shown = || window.value("invite-text").ok().filter(|text| text.starts_with("KRING1:"));
    let code = window.wait("the code", shown).unwrap();
    window.click("invite-close").unwrap();
    code
}

/// The words to compare, once they show under `title`.
pub(crate) fn words(window: &Window, title: &str) -> Vec<String> {
    window.sees(title).unwrap();
    let script = "return [...document.querySelectorAll('[data-testid=word]')].map((word) => word.innerText)";
    let words = window.script(script, &[]).unwrap();
    words.as_array().unwrap().iter().map(|word: &Value| word.as_str().unwrap().to_owned()).collect()
}
