//! A professional and a volunteer, with two windows and one WebDAV server.

use std::fs;
use std::path::Path;

use kring_tests::{Allows, Laptop, WebdavServer, Window, at_a_desk_of, at_a_new_desk, unlock};

use crate::people::{exchange, meet, share};
use crate::start::{a_dossier_with_fatima, first};

/// Returns the number of envelopes in a storage. The marks that devices leave are not envelopes.
fn objects(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let count = |entry: fs::DirEntry| match entry.path() {
        folder if folder.is_dir() => objects(&folder),
        _ => usize::from(!entry.file_name().to_string_lossy().starts_with("mark-")),
    };
    entries.map(count).sum()
}

/// Makes the page count the buttons that are pressed from now on.
fn count_presses(window: &Window) {
    let script = "window.presses = 0;
        addEventListener('click', (event) => { window.presses += event.target.closest('button') ? 1 : 0 }, true)";
    window.script(script, &[]).unwrap();
}

fn presses(window: &Window) -> u64 {
    window.script("return window.presses", &[]).unwrap().as_u64().unwrap()
}

#[test]
fn two_people_meet_share_a_dossier_write_offline_and_stop_sharing() {
    let mut server = WebdavServer::start(Allows::Writing).unwrap();
    let (annas, brams) = (Laptop::new(1280, 800).unwrap(), Laptop::new(1024, 600).unwrap());

    // An invitation becomes a shared dossier in few presses.
    let (anna, bram) = (annas.open().unwrap(), brams.open().unwrap());
    at_a_new_desk(&anna).unwrap();
    a_dossier_with_fatima(&anna);
    at_a_desk_of(&bram, "Bram Visser", "volunteer").unwrap();
    count_presses(&bram);
    meet(&anna, &bram, &server);
    share(&anna, &bram);
    assert_eq!(presses(&bram), 5, "from invitation to dossier");
    bram.click("tab-map").unwrap();
    bram.member("Fatima").unwrap();
    anna.wait_for_text("[data-testid='received-Bram Visser']", "heeft alles ontvangen").unwrap();

    // Both write without a connection: about the same person, in the same note, in the plan.
    anna.click("tab-logbook").unwrap();
    anna.click("new-note").unwrap();
    anna.write("note-text", "Koffie bij Fatima.").unwrap();
    anna.is_saved().unwrap();
    exchange(&anna);
    exchange(&bram);
    exchange(&anna);
    server.stop();
    for (window, relation, more, goal) in [
        (&anna, "neighbour", " Anna was er ook.", "Wekelijks samen eten"),
        (&bram, "friend", " Bram bracht bloemen.", "Weer naar het koor"),
    ] {
        window.click("tab-map").unwrap();
        window.tap_member("Fatima").unwrap();
        window.choose("panel-relation", relation).unwrap();
        window.is_saved().unwrap();
        window.click("tab-logbook").unwrap();
        let first = "return document.querySelector('.note')?.dataset.testid ?? null";
        let note = window.wait("the note", || Some(window.script(first, &[]).ok()?.as_str()?.to_owned()));
        window.click(&note.unwrap()).unwrap();
        let text = || window.value("note-text").ok().filter(|text| text.contains("Koffie"));
        window.wait("its text", text).unwrap();
        window.write("note-text", more).unwrap();
        window.is_saved().unwrap();
        window.click("tab-plan").unwrap();
        window.write("goal-title", goal).unwrap();
        window.click("add-goal").unwrap();
        window.is_saved().unwrap();
    }
    anna.click("tab-sharing").unwrap();
    anna.click("sync-now").unwrap();
    anna.sees("niet bereikbaar").unwrap();
    server.serve(Allows::Writing).unwrap();
    for window in [&anna, &bram, &anna, &bram] {
        exchange(window);
    }
    for window in [&anna, &bram] {
        window.click("tab-plan").unwrap();
        let goals = "return [...document.querySelectorAll('main input, main textarea')].map((field) => field.value).join('|') + document.querySelector('main').innerText";
        window
            .wait("both goals", || {
                let all = window.script(goals, &[]).ok()?.as_str()?.to_owned();
                (all.contains("Wekelijks samen eten") && all.contains("Weer naar het koor")).then_some(())
            })
            .unwrap();
        window.click("tab-logbook").unwrap();
        let first = window.script("return document.querySelector('.note').dataset.testid", &[]).unwrap();
        window.click(first.as_str().unwrap()).unwrap();
    }
    let text = anna
        .wait("the text of both", || {
            let text = anna.value("note-text").ok()?;
            (text.contains("Anna was er ook") && text.contains("Bram bracht bloemen")).then_some(text)
        })
        .unwrap();
    bram.wait("the same text", || (bram.value("note-text").ok()? == text).then_some(())).unwrap();
    for window in [&anna, &bram] {
        window.sees("door twee mensen tegelijk").unwrap();
    }

    // Anna chooses by keyboard. Both have her choice, and the question is gone.
    anna.click("at-once-open").unwrap();
    anna.sees("Er is niets weg").unwrap();
    assert_eq!(anna.axe().unwrap(), Vec::<String>::new());
    let press = "const buttons = [...document.querySelectorAll('.answer')];
        const mine = buttons.find((button) => button.innerText.includes('Buur'));
        mine.focus();
        return mine.innerText";
    assert!(anna.script(press, &[]).unwrap().as_str().unwrap().contains("Jij, "));
    anna.press(&["\u{e007}"]).unwrap();
    anna.sees("Gekozen: Buur").unwrap();
    exchange(&anna);
    exchange(&bram);
    bram.wait("nothing left to choose", || {
        (!bram.text("body").ok()?.contains("door twee mensen tegelijk")).then_some(())
    })
    .unwrap();
    bram.click("tab-map").unwrap();
    bram.tap_member("Fatima").unwrap();
    assert_eq!(bram.value("panel-relation").unwrap(), "neighbour");
    bram.click("panel-close").unwrap();

    // Anna stops sharing. Bram learns of it and receives nothing more.
    anna.click("tab-sharing").unwrap();
    anna.click("withdraw-Bram Visser").unwrap();
    anna.click("withdraw-really").unwrap();
    anna.sees("deelt dit dossier niet meer met Bram Visser").unwrap();
    exchange(&anna);
    exchange(&bram);
    bram.sees("Dit dossier wordt niet meer met je gedeeld").unwrap();
    // Each removes what it merged in a round that carries nothing.
    [&anna, &bram, &anna].into_iter().for_each(exchange);
    let is_empty = || (objects(&server.files()) == 0).then_some(());
    anna.wait("an empty storage, because both have merged everything", is_empty).unwrap();
    anna.click("tab-map").unwrap();
    anna.write("add-person-name", "Geheim\u{e007}").unwrap();
    anna.member("Geheim").unwrap();
    exchange(&anna);
    assert_eq!(objects(&server.files()), 0, "nothing goes to Bram any more");
    exchange(&bram);
    bram.click("tab-map").unwrap();
    bram.member("Fatima").unwrap();
    assert!(!bram.text("body").unwrap().contains("Geheim"));

    // The edits that were exchanged are on the disk, not only on the screen.
    bram.kill();
    let bram = brams.open().unwrap();
    unlock(&bram).unwrap();
    bram.sees("Mevrouw De Wit").unwrap();
}

#[test]
fn a_dossier_is_handed_over_once_the_other_person_has_taken_it() {
    let server = WebdavServer::start(Allows::Writing).unwrap();
    let (annas, brams) = (Laptop::new(1280, 800).unwrap(), Laptop::new(1024, 600).unwrap());
    let (anna, bram) = (annas.open().unwrap(), brams.open().unwrap());
    at_a_new_desk(&anna).unwrap();
    a_dossier_with_fatima(&anna);
    at_a_desk_of(&bram, "Bram Visser", "professional").unwrap();
    meet(&anna, &bram, &server);
    share(&anna, &bram);
    anna.click("hand-over-Bram Visser").unwrap();
    anna.sees("Tot dan bewaar jij het").unwrap();
    let focused = anna.script("return document.activeElement.getAttribute('role')", &[]).unwrap();
    assert_eq!(focused, "alertdialog");
    assert_eq!(anna.axe().unwrap(), Vec::<String>::new());
    anna.click("hand-over-really").unwrap();
    anna.sees("Anna de Boer bood dit dossier aan Bram Visser aan").unwrap();
    exchange(&bram);
    bram.sees("Anna de Boer wil dit dossier aan jou overdragen").unwrap();
    bram.click("back").unwrap();
    bram.sees("Iemand wil dit aan jou overdragen").unwrap();
    bram.click(&format!("case-{}", first(&bram, "case-"))).unwrap();
    bram.sees("Anna de Boer wil dit dossier aan jou overdragen").unwrap();
    bram.click("sharing-notice-open").unwrap();
    assert_eq!(bram.axe().unwrap(), Vec::<String>::new());
    bram.click("take-over").unwrap();
    bram.wait_for_text("[data-testid='member-Bram Visser']", "bewaart het dossier").unwrap();
    exchange(&bram);
    exchange(&anna);
    for window in [&anna, &bram] {
        window.wait_for_text("[data-testid='member-Bram Visser']", "bewaart het dossier").unwrap();
        window.wait_for_text("[data-testid='story']", "Bram Visser nam dit dossier over").unwrap();
    }
    anna.click("back").unwrap();
    anna.click("people").unwrap();
    anna.sees("Bram Visser bewaart nu het dossier van Mevrouw De Wit").unwrap();
}
