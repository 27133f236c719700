//! A carer whose load grows: he fills in two forms, gets relief, and gets a dossier of his own; and a
//! question to a colleague.

use kring_tests::{Laptop, Window, at_a_new_desk};

use crate::start::{a_dossier_of, looks};

/// The items of the Caregiver Strain Index, in order.
const ITEMS: [&str; 13] = [
    "sleep",
    "inconvenient",
    "body",
    "confined",
    "household",
    "plans",
    "demands",
    "quarrels",
    "behaviour",
    "changed",
    "work",
    "money",
    "overwhelmed",
];

/// Fills in the Caregiver Strain Index with `holds` items that hold, and shows the outcome.
fn fill_in(window: &Window, day: &str, holds: usize) {
    window.click("with-caregiver_strain_index").unwrap();
    window.sees("0 van 13 beantwoord").unwrap();
    for (at, item) in ITEMS.into_iter().enumerate() {
        window.click(&format!("answer-{item}-{}", u8::from(at < holds))).unwrap();
    }
    window.sees("13 van 13 beantwoord").unwrap();
    window.script("document.getElementById('carer-day').value = ''", &[]).unwrap();
    window.write("carer-day", day).unwrap();
    window.click("fill-in-save").unwrap();
    window.sees("Dit is wat Joris zei").unwrap();
}

#[test]
fn a_carer_fills_in_two_forms_gets_relief_and_becomes_a_client_and_a_question_is_settled() {
    let laptop = Laptop::new(1024, 600).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    a_dossier_of(&window, "Mevrouw De Wit");
    window.write("add-person-name", "Joris\u{e007}").unwrap();
    window.member("Joris").unwrap();
    window.tap_member("Joris").unwrap();
    window.sees("Over Joris").unwrap();
    window.click("panel-more").unwrap();
    window.click("carer-role-pivotal_carer").unwrap();
    window.sees("Eigen dossier maken voor Joris").unwrap();
    window.is_saved().unwrap();

    // The first form is filled in by keyboard: arrows choose within a question, Tab goes to the next.
    window.click("tab-quality").unwrap();
    window.sees("Spilmantelzorger").unwrap();
    looks(&laptop, &window, "carer-1-who");
    window.click("ask-Joris").unwrap();
    window.sees("Waarmee wil je het vragen?").unwrap();
    looks(&laptop, &window, "carer-2-which");
    window.click("with-three_questions").unwrap();
    window.script("document.getElementById('item-0-0').focus()", &[]).unwrap();
    window.press(&["\u{e00d}"]).unwrap();
    window.press(&["\u{e015}"]).unwrap();
    window.sees("1 van 3 beantwoord").unwrap();
    let chosen = "return document.querySelector('[name=item-0]:checked')?.value";
    assert_eq!(window.script(chosen, &[]).unwrap(), "1");
    window.press(&["\u{e004}", "\u{e004}"]).unwrap();
    let focused = "return document.activeElement.name";
    assert_eq!(window.script(focused, &[]).unwrap(), "item-1");
    looks(&laptop, &window, "carer-3-three-questions");
    window.click("fill-in-save").unwrap();
    window.sees("Er ontbreken nog 2 antwoorden").unwrap();
    looks(&laptop, &window, "carer-4-incomplete");
    window.click("outcome-close").unwrap();

    window.click("ask-Joris").unwrap();
    fill_in(&window, "1-6-2026", 3);
    window.sees("Joris zegt 3 van de 13 keer ja. Dat is niet hoog.").unwrap();
    window.click("outcome-close").unwrap();
    window.click("ask-Joris").unwrap();
    fill_in(&window, "1-11-2026", 9);
    window.sees("Vanaf 7 is de zorg zwaar").unwrap();
    looks(&laptop, &window, "carer-5-outcome");

    // One tap makes an action about a heavy load.
    window.click("outcome-respite").unwrap();
    window.sees("In het plan gezet: Even vrij voor Joris.").unwrap();
    window.click("outcome-close").unwrap();
    window.wait_for_text("[data-testid='planned-Joris']", "Even vrij voor Joris").unwrap();
    window.click("history-Joris").unwrap();
    window.sees("9 van 13").unwrap();
    looks(&laptop, &window, "carer-6-history");
    window.click("carer-to-plan").unwrap();
    let titles = "return [...document.querySelectorAll('main input, main textarea')].map((field) => field.value).join('|') + document.querySelector('main').innerText";
    window
        .wait("the action in the plan", || {
            window.script(titles, &[]).ok()?.as_str()?.contains("Even vrij voor Joris").then_some(())
        })
        .unwrap();

    // A question to a colleague is asked, answered and settled.
    window.click("tab-sharing").unwrap();
    window.write("supervision-ask", "Joris slaapt slecht. Mag ik hem wijzen op logeeropvang?").unwrap();
    window.click("supervision-ask-send").unwrap();
    window.sees("1 open vraag").unwrap();
    looks(&laptop, &window, "carer-7-question");
    window.click("back").unwrap();
    window.sees("Hand omhoog: mantelzorger zwaar belast").unwrap();
    window.sees("1 open vraag in overleg").unwrap();
    looks(&laptop, &window, "carer-8-caseload");
    window.script("document.querySelector('.case').click()", &[]).unwrap();
    window.click("tab-sharing").unwrap();
    window.click("supervision-answer-open").unwrap();
    window.write("supervision-answer", "Ja, en vraag eerst of mevrouw dat goed vindt.").unwrap();
    window.click("supervision-answer-send").unwrap();
    window.wait_for_text("[data-testid='supervision'] ol", "vraag eerst").unwrap();
    looks(&laptop, &window, "carer-9-answer");
    window.click("supervision-settle").unwrap();
    window.sees("1 vraag die klaar is").unwrap();

    // Joris becomes a client, and the two dossiers link to each other.
    window.click("tab-map").unwrap();
    window.tap_member("Joris").unwrap();
    window.sees("een eigen dossier, met een eigen toestemming").unwrap();
    window.click("own-dossier-make").unwrap();
    window.sees("Naar het dossier van Joris").unwrap();
    looks(&laptop, &window, "carer-10-own-dossier");
    window.click("own-dossier-open").unwrap();
    window.wait_for_text("[data-testid='dossier-name']", "Joris").unwrap();
    window.click("tab-client").unwrap();
    window.sees("Joris zorgt voor Mevrouw De Wit.").unwrap();
    looks(&laptop, &window, "carer-11-the-way-back");
    window.click("carer-in-open").unwrap();
    window.wait_for_text("[data-testid='dossier-name']", "Mevrouw De Wit").unwrap();
    window.click("tab-map").unwrap();
    window.member("Joris").unwrap();
    window.is_saved().unwrap();

    // A form that was filled in wrongly is removed, and with it the reason for attention.
    window.click("tab-quality").unwrap();
    window.click("history-Joris").unwrap();
    let fix = "const row = [...document.querySelectorAll('[data-testid^=time-]')].find((one) => one.innerText.includes('9 van 13'));
        [...row.querySelectorAll('button')].at(-1).click()";
    window.script(fix, &[]).unwrap();
    window
        .wait("the warning to go away", || {
            (!window.text("[data-testid='carer-Joris']").ok()?.contains("Hand omhoog")).then_some(())
        })
        .unwrap();
}
