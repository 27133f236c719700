//! Words that somebody typed or pasted, and did not add yet.

use kring_tests::{Laptop, at_a_new_desk};

use crate::start::a_dossier_of;

#[test]
fn a_name_that_was_not_added_is_asked_about_before_closing_and_waits_in_its_field() {
    let laptop = Laptop::with_window_manager(1280, 800).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    a_dossier_of(&window, "Mevrouw Jansen");
    window.write("add-person-name", "Fatima uit de stra").unwrap();
    window.click("tab-client").unwrap();
    laptop.close_window().unwrap();
    window.sees("Fatima uit de stra").unwrap();
    window.sees("Dit heb je getypt, maar nog niet toegevoegd").unwrap();
    assert_eq!(window.axe().unwrap(), Vec::<String>::new());
    window.click("closing-stay").unwrap();
    window.click("tab-map").unwrap();
    assert_eq!(window.value("add-person-name").unwrap(), "Fatima uit de stra");
    window.write("add-person-name", "at\u{e007}").unwrap();
    window.member("Fatima uit de straat").unwrap();
    window.is_saved().unwrap();
    laptop.close_window().unwrap();
    assert!(window.ends_within(std::time::Duration::from_secs(10)), "there is nothing left to ask");
}

#[test]
fn a_list_of_names_that_is_pasted_becomes_people_after_a_look_and_one_undo_takes_them_back() {
    let laptop = Laptop::new(1280, 800).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    a_dossier_of(&window, "Mevrouw Jansen");
    window.write("add-person-name", "Joop\u{e007}").unwrap();
    window.member("Joop").unwrap();
    let paste = "const data = new DataTransfer();
        data.setData('text/plain', arguments[0]);
        const field = document.querySelector('[data-testid=add-person-name]');
        field.focus();
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));";
    window.script(paste, &["- Fatima El Amrani\n- joop\n- Els\n".into()]).unwrap();
    window.sees("3 namen geplakt").unwrap();
    assert_eq!(window.axe().unwrap(), Vec::<String>::new());
    window.sees("Zet 2 mensen op de kaart").unwrap();
    window.click("pasted-add").unwrap();
    window.member("Fatima El Amrani").unwrap();
    window.member("Els").unwrap();
    assert_eq!(window.value("add-person-name").unwrap(), "");
    window.click("undo").unwrap();
    let count = "return document.querySelectorAll('.member').length";
    window.wait("the two are gone", || (window.script(count, &[]).ok()? == 1).then_some(())).unwrap();
}
