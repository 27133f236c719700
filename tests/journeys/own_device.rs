//! One coach with two computers, two windows and a folder between them.

use kring_tests::{Laptop, Window, at_a_desk_of};

use crate::people::{code, keep_messages_at, words};
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
        window.write("words-passphrase", kring_tests::passphrase()).unwrap();
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
