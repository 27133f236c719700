//! One coach with two computers, a window on each, and a storage between them.

use kring_tests::{Allows, Laptop, WebdavServer, Window, at_a_desk_of, at_a_new_desk, passphrase};

use crate::people::{code, exchange, keep_messages_at, meet, share, words};
use crate::start::a_dossier_with_fatima;

const WORDS: &str = "Vergelijk deze woorden op je twee computers";

fn to_my_other_computer(window: &Window) {
    window.click("people").unwrap();
    window.click("own-device").unwrap();
    window.sees("Mijn andere computer").unwrap();
}

fn back_to_the_dossiers(window: &Window) {
    window.click("back").unwrap();
    window.sees("Samenwerken").unwrap();
    window.click("back").unwrap();
}

#[test]
fn a_coach_works_on_two_computers_of_her_own() {
    let (desk, laptop) = (Laptop::new(1280, 800).unwrap(), Laptop::new(1024, 600).unwrap());
    let storage = desk.home().join("berichten");
    std::fs::create_dir_all(&storage).unwrap();
    let (anna, other) = (desk.open().unwrap(), laptop.open().unwrap());
    at_a_desk_of(&anna, "Anna de Boer", "professional").unwrap();
    a_dossier_with_fatima(&anna);
    keep_messages_at(&anna, &storage.display().to_string(), None);
    anna.click("back").unwrap();

    // The first computer shows a code, the new one accepts it, and both show the same words.
    to_my_other_computer(&anna);
    assert_eq!(anna.axe().unwrap(), Vec::<String>::new());
    anna.click("own-give").unwrap();
    let code = code(&anna);
    at_a_desk_of(&other, "Laptop", "professional").unwrap();
    // A code for a computer of one's own is not an invitation to a colleague: a sentence says where to use
    // it.
    other.click("have-invitation").unwrap();
    other.write("invitation-text", &code).unwrap();
    other.click("accept").unwrap();
    other.sees("op je eigen tweede computer").unwrap();
    other.click("back").unwrap();
    to_my_other_computer(&other);
    other.click("own-take").unwrap();
    other.write("invitation-text", &code).unwrap();
    other.click("accept").unwrap();
    let hers = words(&other, WORDS);
    assert_eq!(hers.len(), 4);
    assert_eq!(words(&anna, WORDS), hers);
    assert_eq!(other.axe().unwrap(), Vec::<String>::new());
    // The other computer gets everything, so each side asks who is there.
    anna.click("words-match").unwrap();
    anna.sees("Deze wachtzin past niet").unwrap();
    for window in [&other, &anna] {
        window.write("words-passphrase", passphrase()).unwrap();
        window.click("words-match").unwrap();
    }

    // Her dossiers arrive by themselves, and edits on the new computer come back.
    other.wait_for_text("[data-testid='own-count']", "nog één andere computer").unwrap();
    back_to_the_dossiers(&other);
    other.sees("Mevrouw De Wit").unwrap();
    other.script("document.querySelector('.case').click()", &[]).unwrap();
    other.click("tab-map").unwrap();
    other.member("Fatima").unwrap();
    other.write("add-person-name", "Joost\u{e007}").unwrap();
    other.member("Joost").unwrap();
    other.is_saved().unwrap();
    back_to_the_dossiers(&anna);
    anna.sees("Mevrouw De Wit").unwrap();
    anna.script("document.querySelector('.case').click()", &[]).unwrap();
    anna.click("tab-map").unwrap();
    anna.member("Joost").unwrap();
}

/// Connects a new computer of Anna's, from her list of dossiers. Both show the screen about her computers at the
/// end.
fn connect(anna: &Window, other: &Window) {
    to_my_other_computer(anna);
    anna.click("own-give").unwrap();
    let code = code(anna);
    at_a_desk_of(other, "Laptop", "professional").unwrap();
    to_my_other_computer(other);
    other.click("own-take").unwrap();
    other.write("invitation-text", &code).unwrap();
    other.click("accept").unwrap();
    for window in [other, anna] {
        words(window, WORDS);
        window.write("words-passphrase", passphrase()).unwrap();
        window.click("words-match").unwrap();
    }
    for window in [other, anna] {
        window.wait_for_text("[data-testid='own-count']", "nog één andere computer").unwrap();
    }
}

fn add_person(window: &Window, name: &str) {
    window.click("tab-map").unwrap();
    window.write("add-person-name", &format!("{name}\u{e007}")).unwrap();
    window.member(name).unwrap();
    window.is_saved().unwrap();
}

fn sees_nobody_called(window: &Window, name: &str) {
    window.click("tab-map").unwrap();
    window.member("Fatima").unwrap();
    let labels =
        "return [...document.querySelectorAll('.member')].map((m) => m.getAttribute('aria-label')).join()";
    let labels = window.script(labels, &[]).unwrap();
    assert!(!labels.as_str().unwrap().contains(name), "{labels}");
}

#[test]
fn a_computer_that_was_reported_lost_gets_nothing_and_nobody_reads_what_is_written_on_it() {
    let server = WebdavServer::start(Allows::Writing).unwrap();
    let (desk, laptop) = (Laptop::new(1280, 800).unwrap(), Laptop::new(1024, 600).unwrap());
    let brams = Laptop::new(1024, 600).unwrap();
    let (anna, bram) = (desk.open().unwrap(), brams.open().unwrap());
    at_a_new_desk(&anna).unwrap();
    a_dossier_with_fatima(&anna);
    at_a_desk_of(&bram, "Bram Visser", "volunteer").unwrap();
    meet(&anna, &bram, &server);
    share(&anna, &bram);
    anna.click("back").unwrap();
    let lost = laptop.open().unwrap();
    connect(&anna, &lost);
    back_to_the_dossiers(&lost);
    lost.sees("Mevrouw De Wit").unwrap();
    lost.script("document.querySelector('.case').click()", &[]).unwrap();

    // The dialog says what will happen, asks who is there, and can be left with nothing done.
    let report = "document.querySelector('[data-testid^=lost-]').click()";
    anna.script(report, &[]).unwrap();
    anna.sees("Die computer krijgt niets meer").unwrap();
    assert_eq!(anna.axe().unwrap(), Vec::<String>::new());
    anna.click("lost-cancel").unwrap();
    let gone = "return document.querySelector('[data-testid=lost-dialog]') === null";
    anna.wait("the dialog to close", || anna.script(gone, &[]).ok()?.as_bool()?.then_some(())).unwrap();
    anna.script(report, &[]).unwrap();
    anna.write("lost-passphrase", "trompet wolk kelder lamp").unwrap();
    anna.click("report-lost").unwrap();
    anna.sees("Deze wachtzin past niet").unwrap();
    anna.write("lost-passphrase", passphrase()).unwrap();
    anna.click("report-lost").unwrap();
    anna.sees("Gemeld. Die computer krijgt niets meer.").unwrap();
    let focused = anna.script("return document.activeElement.id", &[]).unwrap();
    assert_eq!(focused, "own-said");
    assert_eq!(anna.axe().unwrap(), Vec::<String>::new());

    // Anna and Bram go on. What is written on the lost computer reaches neither of them, and it gets nothing.
    back_to_the_dossiers(&anna);
    anna.sees("Mevrouw De Wit").unwrap();
    anna.script("document.querySelector('.case').click()", &[]).unwrap();
    add_person(&anna, "Joost");
    // Bram takes in what comes from the lost computer until he has heard of the report.
    exchange(&anna);
    exchange(&bram);
    add_person(&lost, "Een vreemde");
    lost.sees("Wat je hier schrijft, komt bij niemand anders aan").unwrap();
    assert_eq!(lost.axe().unwrap(), Vec::<String>::new());
    lost.click("tab-sharing").unwrap();
    lost.wait_for_text("[data-testid='member-Bram Visser']", "Bram Visser").unwrap();
    let withdraw = "return document.querySelector('[data-testid^=withdraw-]') === null";
    assert_eq!(lost.script(withdraw, &[]).unwrap(), true, "what a lost computer decides reaches nobody");
    exchange(&anna);
    exchange(&bram);
    bram.click("tab-map").unwrap();
    bram.member("Joost").unwrap();
    sees_nobody_called(&bram, "Een vreemde");
    sees_nobody_called(&anna, "Een vreemde");
    lost.click("tab-map").unwrap();
    sees_nobody_called(&lost, "Joost");

    // Bram is told once, and does not have to do anything.
    back_to_the_list_of_people(&bram);
    bram.sees("Anna de Boer is een computer kwijtgeraakt").unwrap();
    bram.wait_for_text("[data-testid='person-Anna de Boer']", "Bekend").unwrap();
}

fn back_to_the_list_of_people(window: &Window) {
    window.click("back").unwrap();
    window.click("people").unwrap();
}
