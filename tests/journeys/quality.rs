//! Findings about the quality of a network.

use kring_tests::{Laptop, at_a_new_desk, open_example};
use serde_json::json;

#[test]
fn the_person_who_carries_most_is_named_first_with_a_question() {
    let laptop = Laptop::new(1024, 600).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    open_example(&window).unwrap();
    window.click("tab-quality").unwrap();
    window.sees("Vraag om te stellen").unwrap();
    assert_eq!(window.text("[data-testid='finding-carer']").unwrap(), "");

    window.click("tab-map").unwrap();
    let joris = window.member("Joris").unwrap();
    window.tap_member("Joris").unwrap();
    window.click("panel-more").unwrap();
    window.click("carer-role-pivotal_carer").unwrap();
    window.is_saved().unwrap();
    window.click("panel-close").unwrap();
    window.click("tab-quality").unwrap();
    window.wait_for_text("[data-testid='finding-carer']", "Joris draagt veel: 2 van de ").unwrap();
    window.wait_for_text("[data-testid='finding-carer']", "Hoe gaat het met Joris zelf?").unwrap();
    let first = window
        .script("return document.querySelector('[data-testid^=finding-]').dataset.testid", &[])
        .unwrap();
    assert_eq!(first, json!("finding-carer"));
    for theme in ["light", "dark"] {
        window.script("document.documentElement.dataset.theme = arguments[0]", &[json!(theme)]).unwrap();
        window.painted().unwrap();
        assert_eq!(window.axe().unwrap(), Vec::<String>::new(), "{theme}");
    }

    // A finding links to its person.
    window.click(&format!("finding-member-{joris}")).unwrap();
    window.sees("Over Joris").unwrap();
}
