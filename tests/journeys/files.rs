//! Files of other programs, and a vault that the window and the terminal both open.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use kring_tests::{Laptop, at_a_new_desk, package, passphrase, terminal, unlock};

use crate::start::a_dossier_of;

const ENTER: &str = "\u{e007}";
const ARROWS: [&str; 4] = ["\u{e012}", "\u{e013}", "\u{e014}", "\u{e015}"];

/// A script that returns the names of the members whose middle lies under the symbol of another. Symbols that
/// touch hide nobody.
const HIDDEN: &str = "const all = [...document.querySelectorAll('.member .target, .client .target')].map((one) => [one.parentElement.getAttribute('aria-label'), one.getBoundingClientRect()]);
    return all.filter(([name, a], i) => all.some(([, b], j) => j < i && Math.hypot(a.x - b.x, a.y - b.y) < Math.max(a.width, b.width) / 2)).map(([name]) => name)";

/// A script that returns the names on the map that overlap another name.
const THROUGH_EACH_OTHER: &str = "const all = [...document.querySelectorAll('[data-testid=map] .name')].map((one) => [one.textContent, one.getBBox(), one.getScreenCTM()]);
    const boxes = all.map(([name, b, m]) => [name, m.e + b.x * m.a, m.f + b.y * m.d, b.width * m.a, b.height * m.d]);
    return boxes.filter(([, x, y, w, h], i) => boxes.some(([, a, b, c, d], j) => j < i && x < a + c - 2 && a < x + w - 2 && y + h * 0.2 < b + d * 0.8 && b + d * 0.2 < y + h * 0.8)).map(([name]) => name)";

/// Another program wrote the file, which holds a family of twelve.
#[test]
fn a_family_tree_becomes_a_map_that_the_keyboard_reaches() {
    let laptop = Laptop::new(1280, 800).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    a_dossier_of(&window, "Joseph Tag Torture");
    window.click("tab-client").unwrap();
    let tree = package("gedcom-rs").unwrap().join("data/complete.ged");
    window.write("import-file", tree.to_str().unwrap()).unwrap();
    window.sees("12 mensen in het bestand: 11 erbij, 1 van de cliënt zelf").unwrap();
    assert_eq!(window.value("import-client").unwrap(), "I1");
    assert_eq!(window.axe().unwrap(), Vec::<String>::new());
    window.click("import-take").unwrap();
    window.sees("Toegevoegd uit complete.ged").unwrap();
    window.is_saved().unwrap();

    window.click("tab-map").unwrap();
    // Nobody was moved yet, and no view hides a person behind another.
    for view in ["sociogram", "genogram", "ecogram"] {
        window.click(&format!("view-{view}")).unwrap();
        window.painted().unwrap();
        let hidden = window.script(HIDDEN, &[]).unwrap();
        assert_eq!(hidden, serde_json::json!([]), "{view}");
    }

    // The arrows lead from the first member to every other, and to the client.
    let first = window.member("Mary First Jones").unwrap();
    let (mut walked, mut waiting) = (BTreeSet::from([first.clone()]), vec![first]);
    while let Some(from) = waiting.pop() {
        for arrow in ARROWS {
            window
                .script(
                    "document.querySelector(`[data-id='${arguments[0]}']`).focus()",
                    &[from.as_str().into()],
                )
                .unwrap();
            window.press(&[arrow]).unwrap();
            let at = window.script("return document.activeElement.getAttribute('data-id')", &[]).unwrap();
            let at = at.as_str().unwrap().to_owned();
            if walked.insert(at.clone()) {
                waiting.push(at);
            }
        }
    }
    assert_eq!(walked.len(), 12, "{walked:?}");

    // The same file again adds nothing.
    window.click("tab-client").unwrap();
    window.write("import-file", tree.to_str().unwrap()).unwrap();
    window.sees("Er staat niets nieuws in dit bestand.").unwrap();
}

/// The 77 people of Les Misérables, as networkx wrote them, are readable before anybody is moved.
#[test]
fn a_network_of_another_program_is_readable_as_imported() {
    let laptop = Laptop::new(1280, 800).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    a_dossier_of(&window, "Valjean");
    window.click("tab-client").unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../crates/interchange/tests/files/les-miserables.graphml");
    window.write("import-file", file.canonicalize().unwrap().to_str().unwrap()).unwrap();
    // The client is found among them by name; the others are added, with the ties among them.
    window.sees(": 76 erbij").unwrap();
    assert_eq!(window.axe().unwrap(), Vec::<String>::new());
    window.click("import-take").unwrap();
    window.sees("Toegevoegd uit").unwrap();
    window.is_saved().unwrap();

    window.click("tab-map").unwrap();
    for view in ["sociogram", "ecogram"] {
        window.click(&format!("view-{view}")).unwrap();
        window.member("Cosette").unwrap();
        window.painted().unwrap();
        assert_eq!(window.script(HIDDEN, &[]).unwrap(), serde_json::json!([]), "{view}");
        // Seventy-seven people are close together, so names may touch, but fewer than one in ten does.
        let crossed = window.script(THROUGH_EACH_OTHER, &[]).unwrap();
        assert!(crossed.as_array().unwrap().len() <= 7, "{view}: {crossed}");
    }
    // All members without a position in a view wait beside it.
    for view in ["circle", "genogram"] {
        window.click(&format!("view-{view}")).unwrap();
        let waiting = "return document.querySelectorAll('[data-testid=long-list] button').length";
        window.wait(view, || (window.script(waiting, &[]).ok()? == 76).then_some(())).unwrap();
    }
}

#[test]
fn a_vault_of_the_window_opens_in_the_terminal_and_vice_versa() {
    let laptop = Laptop::new(1024, 600).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    a_dossier_of(&window, "Meneer Aydin");
    window.write("add-person-name", &format!("Ayse{ENTER}")).unwrap();
    window.member("Ayse").unwrap();
    window.is_saved().unwrap();
    window.kill();

    let accounts = laptop.home().join("accounts");
    let vault = std::fs::read_dir(&accounts).unwrap().next().unwrap().unwrap().path();
    let secret = laptop.home().join("passphrase");
    std::fs::write(&secret, passphrase()).unwrap();
    let kring = |vault: &Path, words: &[&str]| {
        let mut command = Command::new(terminal().unwrap());
        command.arg("--vault").arg(vault).args(words).env("KRING_PASSPHRASE_FILE", &secret);
        let out = command.output().unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap().trim().to_owned()
    };
    let list = kring(&vault, &["dossier", "list"]);
    let (id, name) = list.split_once("  ").unwrap();
    assert_eq!(name, "Meneer Aydin");
    assert!(kring(&vault, &["person", "list", id]).contains("name=Ayse"));
    kring(&vault, &["person", "add", id, "name=Kemal"]);

    // The window shows the person that the terminal added.
    let window = laptop.open().unwrap();
    unlock(&window).unwrap();
    window.click(&format!("case-{id}")).unwrap();
    window.click("tab-map").unwrap();
    window.member("Kemal").unwrap();
    window.kill();

    // An account that the terminal created opens in the window.
    std::fs::remove_dir_all(&vault).unwrap();
    kring(&accounts.join("bram"), &["init", "--name", "Bram", "--role", "volunteer"]);
    kring(&accounts.join("bram"), &["dossier", "new", "Mevrouw Smit"]);
    let window = laptop.open().unwrap();
    unlock(&window).unwrap();
    window.sees("Mevrouw Smit").unwrap();
}

/// The window answers while a hundred thousand lines are read, and then shows their content.
#[test]
fn a_very_large_file_does_not_block_the_window() {
    let laptop = Laptop::new(1280, 800).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    a_dossier_of(&window, "Meneer Aydin");
    window.click("tab-client").unwrap();
    let file = laptop.home().join("groot.ged");
    let people = (0..20_000)
        .map(|n| format!("0 @I{n}@ INDI\n1 NAME Mens{n} /Verzonnen/\n1 SEX F\n1 BIRT\n2 DATE 3 MAY 1948\n"));
    std::fs::write(&file, format!("0 HEAD\n1 GEDC\n2 VERS 5.5.1\n{}0 TRLR\n", people.collect::<String>()))
        .unwrap();
    window.write("import-file", file.to_str().unwrap()).unwrap();
    // The page opens another tab while Rust reads the file.
    window.click("tab-plan").unwrap();
    window.sees("Nog geen plan").unwrap();
    window.click("tab-client").unwrap();
    window.write("import-file", file.to_str().unwrap()).unwrap();
    window.sees("20.000 mensen in het bestand: 20.000 erbij").unwrap();
}
