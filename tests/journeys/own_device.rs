//! One person, two computers, two windows, a folder between them.

use kring_tests::{Laptop, Window, at_a_desk_of};

use crate::beginning::a_dossier_with_fatima;
use crate::together::{code, keep_messages_at, words};

const WORDS: &str = "Vergelijk deze woorden op je twee computers";

fn to_my_other_computer(window: &Window) {
    window.click("together").unwrap();
    window.click("own-device").unwrap();
    window.sees("Mijn andere computer").unwrap();
}

fn back_to_the_dossiers(window: &Window) {
    window.click("back").unwrap();
    window.sees("Samenwerken").unwrap();
    window.click("back").unwrap();
}

#[test]
fn a_coach_works_on_her_other_computer_too() {
    let (desk, laptop) = (Laptop::new(1280, 800).unwrap(), Laptop::new(1024, 600).unwrap());
    let storage = desk.home().join("berichten");
    std::fs::create_dir_all(&storage).unwrap();
    let (anna, other) = (desk.open().unwrap(), laptop.open().unwrap());
    at_a_desk_of(&anna, "Anna de Boer", "professional").unwrap();
    a_dossier_with_fatima(&anna);
    keep_messages_at(&anna, &storage.display().to_string(), None);
    anna.click("back").unwrap();

    // The one gives a code, the new one takes it; the words are the same on both.
    to_my_other_computer(&anna);
    assert_eq!(anna.axe().unwrap(), Vec::<String>::new());
    anna.click("own-give").unwrap();
    let code = code(&anna);
    at_a_desk_of(&other, "Laptop", "professional").unwrap();
    // A code for one's own computer is no invitation to work together: a sentence says where it belongs.
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
    other.click("words-match").unwrap();
    anna.click("words-match").unwrap();

    // Then her dossiers come by themselves, and what she writes there comes back.
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
