//! Colleagues over a storage: they meet, share a dossier and exchange their edits.

use kring_tests::{PASSWORD, USER, WebdavServer, Window};
use serde_json::Value;

use crate::start::first;

/// Lets Anna choose a server for the messages and invite Bram, who has no dossiers. Both confirm that they
/// see the same words and return to their lists of dossiers.
pub(crate) fn meet(anna: &Window, bram: &Window, server: &WebdavServer) {
    keep_messages_at(anna, &server.address(), Some((USER, PASSWORD)));
    anna.click("invite").unwrap();
    let invitation = code(anna);
    bram.click("have-invitation").unwrap();
    bram.write("invitation-text", &format!("Dag Bram, hier is hij:\n{invitation}\nGroet, Anna")).unwrap();
    bram.click("accept").unwrap();
    let his = words(bram, "Vergelijk deze woorden");
    assert_eq!(his.len(), 4);
    assert_eq!(words(anna, "Vergelijk deze woorden"), his);
    for (window, other) in [(bram, "Anna de Boer"), (anna, "Bram Visser")] {
        window.click("words-match").unwrap();
        window.wait_for_text(&format!("[data-testid='person-{other}']"), "Bekend").unwrap();
        window.click("back").unwrap();
    }
}

/// Lets Anna share her dossier of Mrs De Wit, which needs the client's consent. It arrives at Bram's by
/// itself. Both have it open at the end, Anna on the tab about sharing.
pub(crate) fn share(anna: &Window, bram: &Window) {
    anna.sees("Mevrouw De Wit").unwrap();
    let card = format!("case-{}", first(anna, "case-"));
    anna.click(&card).unwrap();
    anna.click("tab-sharing").unwrap();
    anna.sees("Vraag eerst of de cliënt het goed vindt").unwrap();
    let share = anna.script("return document.querySelector('[data-testid=share]')", &[]).unwrap();
    assert_eq!(share, Value::Null);
    anna.click("consent-save").unwrap();
    anna.click("share").unwrap();
    anna.sees("deelt dit dossier met Bram Visser").unwrap();
    exchange(anna);
    bram.sees("Mevrouw De Wit").unwrap();
    bram.click(&card).unwrap();
    bram.sees("Dit weten we al").unwrap();
}

/// Exchanges, on the tab of the open dossier about sharing.
pub(crate) fn exchange(window: &Window) {
    window.click("tab-sharing").unwrap();
    window.click("sync-now").unwrap();
    window.wait_for_text("[data-testid='sync']", "Uitgewisseld").unwrap();
}

/// Chooses the storage for messages: a folder, or a server with a user and a password. The screen about
/// colleagues stays open.
pub(crate) fn keep_messages_at(window: &Window, address: &str, user: Option<(&str, &str)>) {
    window.click("people").unwrap();
    window.click("storage").unwrap();
    window.write("storage-address", address).unwrap();
    if let Some((user, password)) = user {
        window.write("storage-user", user).unwrap();
        window.write("storage-password", password).unwrap();
    }
    window.click("storage-save").unwrap();
    window.sees("Het werkt.").unwrap();
}

/// Returns the code on the screen, as the button copies it.
pub(crate) fn code(window: &Window) -> String {
    let shown = || window.value("invite-text").ok().filter(|text| text.starts_with("KRING2:"));
    let code = window.wait("the code", shown).unwrap();
    window.click("invite-close").unwrap();
    code
}

/// Returns the words to compare, once they are visible under `title`.
pub(crate) fn words(window: &Window, title: &str) -> Vec<String> {
    window.sees(title).unwrap();
    let script = "return [...document.querySelectorAll('[data-testid=word]')].map((word) => word.innerText)";
    let words = window.script(script, &[]).unwrap();
    words.as_array().unwrap().iter().map(|word: &Value| word.as_str().unwrap().to_owned()).collect()
}
