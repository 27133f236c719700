//! Notes: a shared note with all its fields, a private note, names that link to the map, and a search through
//! all of them.

use kring_tests::{Laptop, Window, at_a_new_desk, open_example, unlock};

use crate::start::first;

fn new_client(window: &Window, name: &str) {
    window.click("new-dossier").unwrap();
    window.write("client-name", name).unwrap();
    window.click("create-dossier").unwrap();
    window.sees(name).unwrap();
}

/// Opens the first note in the list with these words.
fn open_note(window: &Window, words: &str) {
    let find = "return [...document.querySelectorAll('nav .note')].find((one) => one.textContent.includes(arguments[0]))?.dataset.testid";
    let note = window
        .wait("the note in the list", || {
            let found = window.script(find, &[words.into()]).ok()?;
            found.as_str().map(str::to_owned)
        })
        .unwrap();
    window.click(&note).unwrap();
}

fn has(window: &Window, testid: &str, text: &str) {
    window.wait(testid, || (window.value(testid).ok()? == text).then_some(())).unwrap();
}

#[test]
fn a_shared_note_and_a_private_note_are_written_and_found() {
    let laptop = Laptop::new(1024, 600).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    new_client(&window, "Meneer Öztürk");
    window.write("add-person-name", "Zoë\u{e007}").unwrap();
    window.member("Zoë").unwrap();

    // The coach begins a note from a template and fills in all its fields.
    window.click("tab-logbook").unwrap();
    window.click("note-otherwise").unwrap();
    window.click("template-call").unwrap();
    window
        .wait("the template", || {
            window.value("note-text").ok()?.starts_with("Wie belde, en waarom?").then_some(())
        })
        .unwrap();
    window.write("note-text", "Gesproken over de wandelingen met @zo").unwrap();
    window.sees("Zoë").unwrap();
    window.write("note-text", "\u{e007}en het café.").unwrap();
    window
        .wait("the whole name", || {
            window.value("note-text").ok()?.contains("@Zoë en het café.").then_some(())
        })
        .unwrap();
    window.click("about-talk-edit").unwrap();
    window.write("note-minutes", "45").unwrap();
    window.write("note-present", "Zoë").unwrap();
    window.write("note-agreed", "Zondag samen wandelen").unwrap();
    window.write("note-next", "3-12-2026").unwrap();
    window.write("note-next-time", "14u30").unwrap();
    window.click("about-talk-edit").unwrap();
    window.is_saved().unwrap();
    has(&window, "note-next-time", "14:30");
    window.wait_for_text("[data-testid='about-talk']", "45 minuten, met Zoë").unwrap();
    assert_eq!(window.axe().unwrap(), Vec::<String>::new());

    // The coach writes a private note.
    window.click("note-otherwise").unwrap();
    window.click("new-private-note").unwrap();
    window.sees("blijft op deze computer").unwrap();
    window.write("note-text", "Ik twijfel over de huisarts.").unwrap();
    window.is_saved().unwrap();
    window.wait_for_text("nav .note.private", "Ik twijfel over de huisarts.").unwrap();
    assert_eq!(window.axe().unwrap(), Vec::<String>::new());
    window.kill();

    // After a power cut everything is there, and the private note shows a lock.
    let window = laptop.open().unwrap();
    unlock(&window).unwrap();
    open_example(&window).unwrap_or_else(|_| panic!("the example does not open"));
    window.click("back").unwrap();
    window.sees("Mijn dossiers").unwrap();
    window.write("dossier-search", "wandeling cafe").unwrap();
    window.wait_for_text("[data-testid='found-0']", "Meneer Öztürk").unwrap();
    window.wait_for_text("[data-testid='found-0'] mark", "wandelingen").unwrap();
    assert_eq!(window.axe().unwrap(), Vec::<String>::new());
    window.click("found-0").unwrap();
    window
        .wait("the note that was found", || {
            window.value("note-text").ok()?.contains("@Zoë en het café.").then_some(())
        })
        .unwrap();
    has(&window, "note-agreed", "Zondag samen wandelen");
    has(&window, "note-next", "3-12-2026");
    has(&window, "note-next-time", "14:30");
    open_note(&window, "Ik twijfel");
    window.wait_for_text("[data-testid='private-band']", "Alleen voor jou").unwrap();
    has(&window, "note-text", "Ik twijfel over de huisarts.");
    window.click("share-private").unwrap();
    window.sees("Er staat nu een kopie in het logboek").unwrap();
    window.click("remove-private").unwrap();
    window.click("restore-private").unwrap();
    has(&window, "note-text", "Ik twijfel over de huisarts.");

    // A name in a note links to the person on the map, and the person links back.
    open_note(&window, "Wie belde");
    let mention = first(&window, "mention-");
    window.click(&format!("mention-{mention}")).unwrap();
    window.sees("Over Zoë").unwrap();
    window.sees("Genoemd in het logboek").unwrap();
    let back = first(&window, "mentioned-in-");
    window.click(&format!("mentioned-in-{back}")).unwrap();
    window
        .wait("the note again", || {
            window.value("note-text").ok()?.contains("@Zoë en het café.").then_some(())
        })
        .unwrap();
}
