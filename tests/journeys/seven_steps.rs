//! One client from the map to the aftercare: a professional does five of the seven steps, and a volunteer in
//! a second window does two.

use kring_tests::{Allows, Laptop, WebdavServer, at_a_desk_of, at_a_new_desk};

use crate::people::{exchange, meet, share};
use crate::start::{a_dossier_with_fatima, first};

const ENTER: &str = "\u{e007}";

#[test]
fn two_people_coach_a_client_through_all_seven_steps() {
    let server = WebdavServer::start(Allows::Writing).unwrap();
    let (annas, brams) = (Laptop::new(1280, 800).unwrap(), Laptop::new(1024, 600).unwrap());
    let downloads = annas.downloads().unwrap();
    let (anna, bram) = (annas.open().unwrap(), brams.open().unwrap());
    at_a_new_desk(&anna).unwrap();
    a_dossier_with_fatima(&anna);
    at_a_desk_of(&bram, "Bram Visser", "volunteer").unwrap();
    meet(&anna, &bram, &server);
    share(&anna, &bram);

    // Anna draws the map and looks at its quality.
    anna.click("tab-step").unwrap();
    anna.wait_for_text("[data-testid='step-known']", "Er staat 1 mens op de kaart.").unwrap();
    anna.click("step-done").unwrap();
    anna.sees("Stap 2 van 7").unwrap();
    anna.click("step-part").unwrap();
    anna.sees("Vraag om te stellen").unwrap();
    anna.click("tab-step").unwrap();
    anna.click("step-done").unwrap();
    anna.sees("Stap 3 van 7").unwrap();
    anna.is_saved().unwrap();
    exchange(&anna);

    // Bram notes talents, wishes and needs at the kitchen table.
    exchange(&bram);
    bram.click("tab-step").unwrap();
    bram.sees("Stap 3 van 7").unwrap();
    bram.click("step-part").unwrap();
    bram.write("wish-new", &format!("Weer ergens bij horen{ENTER}")).unwrap();
    bram.write("talent-new", &format!("Zingen, altijd de tweede stem{ENTER}")).unwrap();
    bram.is_saved().unwrap();
    bram.click("tab-step").unwrap();
    bram.click("step-done").unwrap();
    bram.sees("Stap 4 van 7").unwrap();
    bram.click("step-part").unwrap();
    bram.write("need-new", &format!("Iemand die meegaat naar het koor{ENTER}")).unwrap();
    bram.sees("Wat kun je zelf").unwrap();
    bram.click("tab-step").unwrap();
    bram.click("step-done").unwrap();
    bram.sees("Stap 5 van 7").unwrap();
    bram.is_saved().unwrap();
    exchange(&bram);

    // Anna reads these and makes the plan with the client.
    exchange(&anna);
    anna.click("tab-possibilities").unwrap();
    anna.wait("the wish that Bram heard", || {
        let fields = "return [...document.querySelectorAll('main textarea, main input')].map((one) => one.value).join('|')";
        anna.script(fields, &[]).ok()?.as_str()?.contains("Weer ergens bij horen").then_some(())
    })
    .unwrap();
    anna.click("tab-step").unwrap();
    anna.sees("Stap 5 van 7").unwrap();
    anna.click("step-part").unwrap();
    anna.write("goal-title", "Weer een avond in de week zingen").unwrap();
    anna.click("add-goal").unwrap();
    let goal = first(&anna, "title-g-");
    anna.click("goal-ready").unwrap();
    anna.click(&format!("new-action-g-{goal}")).unwrap();
    anna.write("action-title", "Het koor bellen").unwrap();
    anna.click("add-action").unwrap();
    let action = first(&anna, "title-a-");
    anna.write(&format!("doer-a-{action}"), "Mevrouw De Wit").unwrap();
    anna.is_saved().unwrap();
    anna.click("action-ready").unwrap();
    anna.click("tab-step").unwrap();
    anna.click("step-done").unwrap();

    // The action is done, and it worked.
    anna.sees("Stap 6 van 7").unwrap();
    anna.click("step-part").unwrap();
    anna.click(&format!("begin-a-{action}")).unwrap();
    anna.click(&format!("end-a-{action}")).unwrap();
    anna.click(&format!("worked-a-{action}-yes")).unwrap();
    anna.is_saved().unwrap();
    anna.click("outcome-ready").unwrap();
    anna.wait_for_text(&format!("[data-testid='carry-a-{action}']"), "Het heeft gewerkt.").unwrap();
    anna.click("tab-step").unwrap();
    anna.click("step-done").unwrap();

    // One tap plans the aftercare, and all steps are done.
    anna.sees("Stap 7 van 7").unwrap();
    anna.click("step-part").unwrap();
    anna.click("plan-schedule").unwrap();
    anna.wait("four talks", || {
        let talks = "return document.querySelectorAll(\"[data-testid^='check-in-']\").length";
        (anna.script(talks, &[]).ok()? == 4).then_some(())
    })
    .unwrap();
    anna.is_saved().unwrap();
    anna.click("tab-step").unwrap();
    anna.click("step-done").unwrap();
    anna.wait_for_text("[data-testid='step-aftercare'] .state", "Klaar").unwrap();
    assert_eq!(anna.axe().unwrap(), Vec::<String>::new());

    // The plan is printed for the client, and the agenda shows the day of the first call.
    anna.click("tab-client").unwrap();
    anna.click("paper-plan").unwrap();
    anna.click("paper-make").unwrap();
    let plan = downloads.join("kring-Het-plan-van-Mevrouw-De-Wit.pdf");
    anna.wait_for_text("[data-testid='paper-done']", &plan.display().to_string()).unwrap();
    let read = readers::running_text(&plan);
    for word in ["Weer een avond in de week zingen", "Het koor bellen", "Fatima"] {
        assert!(read.contains(word), "{word} is not in: {read}");
    }
    exchange(&anna);
    exchange(&bram);
    for window in [&anna, &bram] {
        window.click("back").unwrap();
        window.click("agenda").unwrap();
        window.wait_for_text("[data-testid='agenda-later']", "Mevrouw De Wit").unwrap();
        window.wait_for_text("[data-testid='agenda-later']", "Nazorg").unwrap();
    }
}
