//! The steps of a method: done, skipped with a reason and resumed; possibilities and needs of the client; a
//! change to another method and back; and a method of an organisation.

use std::path::Path;

use kring_tests::{Laptop, Window, at_a_new_desk, open_example};

use crate::start::looks;

const ENTER: &str = "\u{e007}";

fn state_of(window: &Window, step: &str) -> String {
    window.text(&format!("[data-testid='step-{step}'] .state")).unwrap()
}

fn shows_state(window: &Window, step: &str, state: &str) {
    window.wait_for_text(&format!("[data-testid='step-{step}'] .state"), state).unwrap();
}

#[test]
fn steps_are_done_skipped_and_resumed() {
    walked("large", (1280, 800));
}

#[test]
fn steps_are_done_skipped_and_resumed_on_a_small_screen() {
    walked("small", (1024, 600));
}

fn walked(size: &str, (width, height): (u32, u32)) {
    let laptop = Laptop::new(width, height).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    open_example(&window).unwrap();
    let looks = |screen: &str| looks(&laptop, &window, &format!("{size}-{screen}"));

    // A step shows the facts of the record and links to the screen with its work.
    window.click("tab-step").unwrap();
    window.wait_for_text("[data-testid='step-known']", "Er staan 7 mensen op de kaart.").unwrap();
    looks("step-1");
    window.click("step-part").unwrap();
    window.member("Fatima").unwrap();
    window.click("tab-step").unwrap();

    // One step is done, one is skipped with a reason, and one is opened out of order.
    window.click("step-done").unwrap();
    window.sees("Stap 2 van 7").unwrap();
    shows_state(&window, "map", "Klaar");
    window.click("step-skip").unwrap();
    window.write("skip-reason", "Greet wil het nu niet over ruzies hebben.").unwrap();
    looks("step-2-skip");
    window.click("skip-take").unwrap();
    window.sees("Stap 3 van 7").unwrap();
    shows_state(&window, "quality", "Overgeslagen");
    looks("step-3-walked");
    window.click("step-quality").unwrap();
    window.sees("Overgeslagen: Greet wil het nu niet over ruzies hebben.").unwrap();
    window.click("step-again").unwrap();
    shows_state(&window, "quality", "Nu");
    assert_eq!(state_of(&window, "possibilities"), "Komt nog");
    window.click("undo").unwrap();
    shows_state(&window, "possibilities", "Nu");
    window.is_saved().unwrap();

    // Step 3 is about wishes, talents, roles and areas of life.
    window.click("step-part").unwrap();
    for (field, text) in [
        ("wish-new", "Weer ergens bij horen"),
        ("talent-new", "Zingen, altijd de tweede stem"),
        ("role-new-now", "Buurvrouw"),
        ("role-new-dropped", "Koorlid"),
        ("role-new-wished", "Voorlezer op school"),
    ] {
        window.write(field, &format!("{text}{ENTER}")).unwrap();
        window.wait(text, || window.value(field).ok()?.is_empty().then_some(())).unwrap();
    }
    window.wait_for_text("[data-testid='roles-wished']", "Voorlezer op school").unwrap();
    looks("possibilities");
    window.write("life-words-relations", "Ik mis iemand om mee te lachen.").unwrap();
    window.is_saved().unwrap();
    // A measuring moment asks the question again, beside the earlier answer.
    window.click("tab-then").unwrap();
    window.write("moment-name", "Na een maand").unwrap();
    window.click("add-moment").unwrap();
    window.sees("Naast elkaar").unwrap();
    window.click("tab-possibilities").unwrap();
    window.wait_for_text("[data-testid='life-relations']", "Ik mis iemand om mee te lachen.").unwrap();
    assert_eq!(window.value("life-words-relations").unwrap(), "");
    window.write("life-words-relations", "Donderdag heb ik gelachen.").unwrap();
    window.is_saved().unwrap();
    window.script("document.querySelector('[data-testid=life-relations]').scrollIntoView()", &[]).unwrap();
    looks("life");

    // Step 4 is about one need at a time, in the order of De Kanteling, and about resistances to asking.
    window.click("part-needs").unwrap();
    window.write("need-new", &format!("Iemand die meegaat naar het koor{ENTER}")).unwrap();
    window.sees("Wat kun je zelf").unwrap();
    let need = "return document.querySelector('[data-testid^=need-open-]').dataset.testid.slice('need-open-'.length)";
    let need = window.script(need, &[]).unwrap().as_str().unwrap().to_owned();
    window.write(&format!("need-own_strength-{need}"), "Ze kan zelf de bus nemen, overdag.").unwrap();
    window.click("need-next").unwrap();
    window.sees("Wie om je heen").unwrap();
    window.write(&format!("need-network-{need}"), "Fatima rijdt op donderdag die kant op.").unwrap();
    window.is_saved().unwrap();
    looks("need");
    for _ in 0..3 {
        window.click("need-next").unwrap();
    }
    window.choose(&format!("need-provision-{need}"), "network").unwrap();
    window.choose(&format!("need-status-{need}"), "met").unwrap();
    window.sees("Komt van: Sociaal netwerk · Vervuld").unwrap();
    window.click("resistance-burden").unwrap();
    window.sees("Wat zou die ander ervan vinden om gevraagd te worden?").unwrap();
    window.script("document.querySelector('#resistances').scrollIntoView()", &[]).unwrap();
    looks("resistance");

    // The step shows the work that was done, and the list of dossiers shows the current step.
    window.click("tab-step").unwrap();
    window.wait_for_text("[data-testid='step-known']", "Er staat 1 wens.").unwrap();
    window.click("step-widen").unwrap();
    window.wait_for_text("[data-testid='step-known']", "Daarvan is 1 geregeld.").unwrap();
    window.click("back").unwrap();
    window.sees("Mogelijkheden en kwaliteiten").unwrap();
}

#[test]
fn changing_the_method_loses_nothing_and_a_method_is_imported_from_a_file() {
    let laptop = Laptop::new(1024, 600).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    open_example(&window).unwrap();
    window.click("tab-step").unwrap();
    window.click("step-done").unwrap();
    window.sees("Stap 2 van 7").unwrap();

    window.click("tab-client").unwrap();
    window.choose("client-method", "network-coach").unwrap();
    window.sees("Dit dossier volgt nu “Natuurlijk, een netwerkcoach!”.").unwrap();
    window.click("tab-step").unwrap();
    window.sees("Stap 1 van 10").unwrap();
    window.sees("Oriënteren").unwrap();
    looks(&laptop, &window, "method-network-coach");

    // A file with a mistake is refused with its line; the example of the page about the format is accepted.
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/method-example.toml");
    let text = std::fs::read_to_string(&example).unwrap();
    let slip = laptop.home().join("buurttafel.toml");
    std::fs::write(&slip, text.replacen("about = \"client\"", "about = \"tafel\"", 1)).unwrap();
    window.click("tab-client").unwrap();
    window.click("method-more").unwrap();
    window.write("method-file", slip.to_str().unwrap()).unwrap();
    window.sees("Regel 9: “tafel” is geen deel van Kring.").unwrap();
    window.script("document.querySelector('#method-title').scrollIntoView()", &[]).unwrap();
    looks(&laptop, &window, "method-slip");
    window.write("method-file", example.to_str().unwrap()).unwrap();
    window.sees("“De buurttafel” is toegevoegd.").unwrap();
    window.choose("client-method", "buurttafel").unwrap();
    window.sees("Dit dossier volgt nu “De buurttafel”.").unwrap();
    looks(&laptop, &window, "method-own-chosen");
    window.click("tab-step").unwrap();
    window.sees("Kennismaken aan tafel").unwrap();
    window.sees("Wie schuift er bij jou wel eens aan?").unwrap();
    looks(&laptop, &window, "method-own");
    window.click("back").unwrap();
    window.wait_for_text(".case", "Kennismaken aan tafel").unwrap();
    window.script("document.querySelector('.case').click()", &[]).unwrap();

    // The first method continues at its last step, with the work that was done.
    window.click("tab-client").unwrap();
    window.choose("client-method", "seven-steps").unwrap();
    window.sees("Dit dossier volgt nu “Zeven stappen”.").unwrap();
    window.click("tab-step").unwrap();
    window.sees("Stap 2 van 7").unwrap();
    shows_state(&window, "map", "Klaar");
}
