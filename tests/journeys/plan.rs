//! From a plan to aftercare: a goal, a suggestion that is accepted and undone, an action with the changes on
//! the map, and a check-in that makes a measuring moment.

use std::path::PathBuf;

use kring_tests::{Laptop, Window, at_a_new_desk, open_example};

use crate::start::first;

fn count(window: &Window, css: &str) -> u64 {
    window
        .script("return document.querySelectorAll(arguments[0]).length", &[css.into()])
        .unwrap()
        .as_u64()
        .unwrap()
}

/// Returns the id of the action with this title, on the card whose `data-testid` begins like this.
fn action(window: &Window, beginning: &str, title: &str) -> String {
    let script = "return [...document.querySelectorAll(`[data-testid^='${arguments[0]}']`)].find((one) => one.innerText.includes(arguments[1]))?.dataset.testid ?? null";
    let found = window.wait(title, || {
        Some(window.script(script, &[beginning.into(), title.into()]).ok()?.as_str()?.to_owned())
    });
    found.unwrap()[beginning.len()..].to_owned()
}

/// Replaces the text of a field.
fn rewrite(window: &Window, testid: &str, text: &str) {
    let empty = "const field = document.querySelector(`[data-testid='${arguments[0]}']`);
        field.value = '';
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    window.script(empty, &[testid.into()]).unwrap();
    window.write(testid, text).unwrap();
}

#[test]
fn a_plan_is_made_and_carried_out_and_aftercare_follows() {
    let laptop = Laptop::new(1280, 800).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    open_example(&window).unwrap();
    window.click("tab-plan").unwrap();

    // A goal reads as a sentence and stays open for changes while it is made.
    window.write("goal-title", "Weer contact met mijn dochter").unwrap();
    window.click("add-goal").unwrap();
    let goal = first(&window, "title-g-");
    window.click(&format!("kind-g-{goal}-contacts")).unwrap();
    window.choose(&format!("dimension-g-{goal}"), "size").unwrap();
    window.choose(&format!("life-g-{goal}"), "relations").unwrap();
    window.is_saved().unwrap();
    window.click("goal-ready").unwrap();
    let says = format!("[data-testid='goal-g-{goal}']");
    window.wait_for_text(&says, "Het netwerk mag groter worden. Goed voor: Relaties met anderen.").unwrap();

    // A suggestion has a reason. It becomes an action for the goal that the coach chooses; undo removes it.
    window.wait_for_text("[data-testid='suggestion-seldom']", "Marieke staat dichtbij").unwrap();
    window.click("take-revive").unwrap();
    window.click("take-for-none").unwrap();
    let aside = "[data-testid='suggestion-seldom']";
    window.wait("the suggestion to be taken", || (count(&window, aside) == 0).then_some(())).unwrap();
    let title = "Weer contact zoeken met Marieke";
    window.sees(title).unwrap();
    window.is_saved().unwrap();
    window.click("undo").unwrap();
    window.wait_for_text(aside, "Marieke staat dichtbij").unwrap();
    assert!(!window.text("main").unwrap().contains(title), "nothing is left of it");
    window.click("redo").unwrap();
    window.sees(title).unwrap();

    // An action has a person, a day and a goal.
    let marieke = action(&window, "action-a-", title);
    window.click(&format!("edit-action-a-{marieke}")).unwrap();
    window.write(&format!("doer-a-{marieke}"), "Greet").unwrap();
    window.write(&format!("first-a-{marieke}"), "een kaart sturen").unwrap();
    // A day that is not understood keeps the form open, and can be left out.
    let due = format!("due-a-{marieke}");
    window.write(&due, "ooit").unwrap();
    window.click("tab-plan").unwrap();
    window.click("action-ready").unwrap();
    let focused = "return document.activeElement.id";
    window.wait("the refused day", || (window.script(focused, &[]).ok()? == due).then_some(())).unwrap();
    window.click("action-ready-without").unwrap();
    window.is_saved().unwrap();
    window.click(&format!("edit-action-a-{marieke}")).unwrap();
    assert_eq!(window.value(&due).unwrap(), "");
    window.write(&due, "1-3-2020").unwrap();
    window.choose(&format!("goal-of-a-{marieke}"), &format!("g-{goal}")).unwrap();
    window.is_saved().unwrap();
    window.click("action-ready").unwrap();
    window
        .wait_for_text(&says, "Dit doet Greet, uiterlijk op 1 maart 2020. Eerste stap: een kaart sturen.")
        .unwrap();

    // An action that looks for a new contact names a place.
    window.click(&format!("new-action-g-{goal}")).unwrap();
    window.write("action-title", "Een leesclub zoeken").unwrap();
    window.click("add-action").unwrap();
    let club = first(&window, "title-a-");
    window.click(&format!("way-a-{club}-new")).unwrap();
    window.write(&format!("place-a-{club}"), "de bibliotheek").unwrap();
    window.is_saved().unwrap();
    window.click("action-ready").unwrap();
    window.wait_for_text(&says, "Te vinden bij: de bibliotheek.").unwrap();

    // A late action says so. An action that has begun shows the changes on the map.
    window.click("plan-carry-out").unwrap();
    let card = format!("[data-testid='carry-a-{marieke}']");
    window.wait_for_text(&card, "Te laat. Dit zou klaar zijn op 1 maart 2020.").unwrap();
    window.click(&format!("begin-a-{marieke}")).unwrap();
    window.wait_for_text(&card, "Rond Marieke is op de kaart niets veranderd.").unwrap();
    window.is_saved().unwrap();
    window.click("tab-map").unwrap();
    window.tap_member("Marieke").unwrap();
    window.sees("Over Marieke").unwrap();
    window.choose("panel-quality", "supportive").unwrap();
    window.is_saved().unwrap();
    window.choose("panel-strength", "ordinary").unwrap();
    window.is_saved().unwrap();
    window.click("tab-plan").unwrap();
    window.click("plan-carry-out").unwrap();
    window.wait_for_text(&card, "De band met Marieke werd sterker.").unwrap();
    window.wait_for_text(&card, "Het contact met Marieke voelde eerst op afstand, en nu steunend.").unwrap();

    // An action that has ended asks whether it worked.
    window.click(&format!("end-a-{marieke}")).unwrap();
    window.wait_for_text(&card, "Heeft het gewerkt?").unwrap();
    window.click(&format!("worked-a-{marieke}-yes")).unwrap();
    window.write(&format!("outcome-a-{marieke}"), "Marieke belde zelf terug.").unwrap();
    window.is_saved().unwrap();
    window.click("outcome-ready").unwrap();
    window.wait_for_text(&card, "Het heeft gewerkt.").unwrap();
    window.wait_for_text(&card, "Marieke belde zelf terug.").unwrap();

    // One tap plans the aftercare. Days in the past are late.
    window.click("plan-aftercare").unwrap();
    window.sees("na 1, 3, 6 en 12 maanden").unwrap();
    rewrite(&window, "aftercare-start", "31-1-2024");
    window.click("plan-schedule").unwrap();
    window.sees("29 februari 2024").unwrap();
    window.sees("31 januari 2025").unwrap();
    window.sees("Te laat. Dit gesprek is nog niet gehouden.").unwrap();
    assert_eq!(count(&window, "[data-testid^='check-in-']"), 4);
    window.is_saved().unwrap();

    let talk = first(&window, "hold-");
    window.click(&format!("move-{talk}")).unwrap();
    rewrite(&window, &format!("due-{talk}"), "1-3-2024");
    window.click(&format!("moved-{talk}")).unwrap();
    window.sees("1 maart 2024").unwrap();
    window.is_saved().unwrap();

    // A check-in makes a measuring moment for a later comparison.
    window.click(&format!("hold-{talk}")).unwrap();
    window.click(&format!("going-{talk}-wavering")).unwrap();
    window.write("held-words", "Het bellen lukt, het koor nog niet.").unwrap();
    window.click("with-moment").unwrap();
    rewrite(&window, "held-moment", "Na een maand");
    window.click("keep-check-in").unwrap();
    let held = format!("[data-testid='check-in-{talk}']");
    window.wait_for_text(&held, "Het wankelt.").unwrap();
    window.wait_for_text(&held, "Meetmoment: Na een maand.").unwrap();
    window.is_saved().unwrap();
    window.click("tab-then").unwrap();
    window.sees("Na een maand").unwrap();

    // A closed dossier has aftercare as well.
    window.click("tab-client").unwrap();
    window.click("close-dossier").unwrap();
    window.is_saved().unwrap();
    window.click("tab-plan").unwrap();
    window.click("plan-aftercare").unwrap();
    window.sees("De nazorg kan gewoon doorgaan.").unwrap();
    window.write("aftercare-single", "24-12-2026").unwrap();
    window.click("add-check-in").unwrap();
    window.sees("24 december 2026").unwrap();
}

/// A script that returns the elements that are visible only after scrolling sideways.
const TOO_WIDE: &str = "return [...document.querySelectorAll('main *')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX))
    .map((one) => `${one.tagName} ${one.className}: ${one.scrollWidth} in ${one.clientWidth}`)";

#[test]
fn every_part_of_the_plan_is_accessible() {
    for size in [(1024, 600), (1280, 800)] {
        let laptop = Laptop::new(size.0, size.1).unwrap();
        let window = laptop.open().unwrap();
        at_a_new_desk(&window).unwrap();
        let mut found = Vec::new();
        let mut look = |screen: &str| {
            for theme in ["dark", "light"] {
                let dress = "document.documentElement.dataset.theme = arguments[0]";
                window.script(dress, &[theme.into()]).unwrap();
                window.painted().unwrap();
                if let Some(folder) = std::env::var_os("KRING_PICTURES").map(PathBuf::from) {
                    laptop.picture(&folder.join(format!("{screen}-{theme}-{}.png", size.0))).unwrap();
                }
                let wide = window.script(TOO_WIDE, &[]).unwrap();
                let wide = wide.as_array().unwrap().iter();
                found.extend(wide.map(|what| format!("{screen} {theme} is too wide: {what}")));
                found.extend(
                    window.axe().unwrap().into_iter().map(|rule| format!("{screen} {theme}: {rule}")),
                );
            }
        };
        window.click("new-dossier").unwrap();
        window.write("client-name", "Meneer Aydin").unwrap();
        window.click("create-dossier").unwrap();
        window.click("tab-plan").unwrap();
        window.sees("Nog geen plan").unwrap();
        look("plan-empty");
        window.click("plan-carry-out").unwrap();
        window.sees("Nog niets om uit te voeren").unwrap();
        look("carry-out-empty");
        window.click("plan-aftercare").unwrap();
        look("aftercare-empty");
        window.click("back").unwrap();
        open_example(&window).unwrap();
        window.click("tab-plan").unwrap();
        window.sees("Misschien een idee").unwrap();
        look("plan");
        let goal = first(&window, "edit-goal-");
        window.click(&format!("edit-goal-{goal}")).unwrap();
        look("goal-open");
        window.click("goal-ready").unwrap();
        let action = first(&window, "edit-action-");
        window.click(&format!("edit-action-{action}")).unwrap();
        look("action-open");
        window.write(&format!("due-{action}"), "1-3-2020").unwrap();
        window.click("action-ready").unwrap();
        window.is_saved().unwrap();
        window.click("take-unblock").unwrap();
        window.click(&format!("take-for-{goal}")).unwrap();
        window.sees("Uitpraten met Bep").unwrap();
        window.click("choose-approach").unwrap();
        window.script("document.querySelector('#approaches').scrollIntoView()", &[]).unwrap();
        look("approaches");
        window.click("approach-family_group_conference").unwrap();
        window.write(&format!("participants-{}", first(&window, "participants-")), "Joris\nFatima").unwrap();
        window.is_saved().unwrap();
        look("approach-open");
        window.click("approach-ready").unwrap();
        window.click("plan-carry-out").unwrap();
        window.click(&format!("begin-{action}")).unwrap();
        window.sees("Bezig sinds").unwrap();
        look("carry-out");
        window.click(&format!("end-{action}")).unwrap();
        window.sees("Heeft het gewerkt?").unwrap();
        look("ended");
        window.click("plan-aftercare").unwrap();
        rewrite(&window, "aftercare-start", "31-8-2026");
        window.click("plan-schedule").unwrap();
        window.sees("30 september 2026").unwrap();
        look("aftercare");
        let talk = first(&window, "hold-");
        window.click(&format!("hold-{talk}")).unwrap();
        window.click("with-moment").unwrap();
        look("check-in-open");
        window.click(&format!("going-{talk}-well")).unwrap();
        window.click("keep-check-in").unwrap();
        window.sees("Het loopt vanzelf.").unwrap();
        window.is_saved().unwrap();
        look("check-in-held");
        assert_eq!(found, Vec::<String>::new());
    }
}
