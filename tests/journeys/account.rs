//! The account of a coach: her first visit, with a power cut in the middle of it, and a forgotten passphrase.

use std::path::Path;
use std::process::Command;

use kring_tests::{Laptop, Window, at_a_desk_of, at_a_new_desk, passphrase, terminal, unlock};

use crate::start::{a_dossier_of, a_dossier_with_fatima};

#[test]
fn edits_shown_as_saved_survive_a_power_cut() {
    let laptop = Laptop::new(1280, 800).unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    a_dossier_of(&window, "Mevrouw Jansen");

    for name in ["Fatima", "Joris"] {
        window.write("add-person-name", &format!("{name}\u{e007}")).unwrap();
        window.member(name).unwrap();
    }
    window.tap_member("Fatima").unwrap();
    window.sees("Over Fatima").unwrap();
    window.choose("panel-relation", "neighbour").unwrap();
    window.choose("panel-quality", "supportive").unwrap();
    let handle = window.middle("[data-id] .handle").unwrap();
    let joris = window.middle(&format!("[data-id='{}'] .target", window.member("Joris").unwrap())).unwrap();
    window.drag(handle, joris).unwrap();
    window
        .wait("the tie in Fatima's panel", || {
            let panel = window.text("[data-testid='panel']").ok()?;
            panel.contains("Band met Joris weghalen").then_some(())
        })
        .unwrap();
    window.is_saved().unwrap();

    window.click("tab-logbook").unwrap();
    window.click("new-note").unwrap();
    window.write("note-text", "Koffie gedronken met Fatima.").unwrap();
    window.is_saved().unwrap();
    // The list shows the text that the record holds, not the text that the field holds.
    window.wait_for_text("nav", "Koffie gedronken met Fatima.").unwrap();
    window.write("note-text", " Deze woorden waren nog niet bewaa").unwrap();
    window.kill();

    let window = laptop.open().unwrap();
    unlock(&window).unwrap();
    window.sees("Mevrouw Jansen").unwrap();
    window.sees("2 namen op de kaart").unwrap();
    let case = window.script("return document.querySelector('.case').dataset.testid", &[]).unwrap();
    window.click(case.as_str().unwrap()).unwrap();
    window.click("tab-map").unwrap();
    window.tap_member("Fatima").unwrap();
    window.sees("Band met Joris weghalen").unwrap();
    assert_eq!(window.value("panel-relation").unwrap(), "neighbour");
    window.click("tab-logbook").unwrap();
    window
        .click(
            window
                .script("return document.querySelector('.note').dataset.testid", &[])
                .unwrap()
                .as_str()
                .unwrap(),
        )
        .unwrap();
    window
        .wait("the note's text", || {
            window.value("note-text").ok()?.starts_with("Koffie gedronken met Fatima.").then_some(())
        })
        .unwrap();
}

#[test]
fn the_recovery_code_replaces_a_forgotten_passphrase() {
    let laptop = Laptop::new(1024, 600).unwrap();
    let window = laptop.open().unwrap();
    kring_tests::make_account(&window, "Bram").unwrap();
    let code = window.text("[data-testid='recovery-code']").unwrap();
    window.click("recovery-later").unwrap();
    window.sees("Hier komen je dossiers").unwrap();
    window.click("lock").unwrap();
    has_the_focus(&window, "passphrase");
    window.write("passphrase", "niet de goede").unwrap();
    window.click("unlock").unwrap();
    window.sees("Deze wachtzin past niet").unwrap();
    window.click("forgotten").unwrap();
    has_the_focus(&window, "unlock-code");
    assert!(
        !window.text("main").unwrap().contains("Deze wachtzin past niet"),
        "the passphrase is no longer asked"
    );
    window.write("unlock-code", &code).unwrap();
    let passphrase = "trompet wolk kelder fiets";
    window.write("new-passphrase", passphrase).unwrap();
    window.click("unlock").unwrap();
    window.sees("Hier komen je dossiers").unwrap();

    // The code was used, so he makes a new one. Nobody else at his desk can.
    window.click("settings").unwrap();
    window.write("recovery-passphrase", "niet de goede").unwrap();
    window.click("renew-recovery-code").unwrap();
    window.sees("Deze wachtzin past niet").unwrap();
    window.write("recovery-passphrase", passphrase).unwrap();
    window.click("renew-recovery-code").unwrap();
    window.sees("Je herstelcode").unwrap();
    has_the_focus(&window, "recovery-typed");
    let fresh = window.text("[data-testid='recovery-code']").unwrap();
    assert_ne!(fresh, code);
    window.write("recovery-typed", &fresh).unwrap();
    window.click("recovery-confirm").unwrap();
    window.sees("Hier komen je dossiers").unwrap();
}

/// Waits until a field has the focus, so that typing needs no click.
fn has_the_focus(window: &Window, testid: &str) {
    let focused = "return document.activeElement?.dataset.testid ?? ''";
    window.wait(testid, || (window.script(focused, &[]).ok()? == testid).then_some(())).unwrap();
}

/// Lays everything in a folder over another, as a program does that synchronises them.
fn lay_over(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    assert!(Command::new("cp").arg("-r").arg(from.join(".")).arg(to).status().unwrap().success());
}

#[test]
fn what_another_copy_of_an_account_wrote_opens_as_an_account_of_its_own() {
    let laptop = Laptop::new(1024, 600).unwrap();
    let window = laptop.open().unwrap();
    at_a_desk_of(&window, "Anna", "professional").unwrap();
    a_dossier_with_fatima(&window);
    window.kill();

    // The account is written in on two computers, and then both copies are in one folder.
    let accounts = std::fs::read_dir(laptop.home().join("accounts")).unwrap();
    let account = accounts.map(|entry| entry.unwrap().path()).next().unwrap();
    let label = account.file_name().unwrap().to_str().unwrap().to_owned();
    let (other, secret) = (laptop.home().join("elders"), laptop.home().join("passphrase"));
    std::fs::write(&secret, passphrase()).unwrap();
    lay_over(&account, &other);
    for (copy, client) in [(&account, "Meneer Aydin"), (&other, "Mevrouw Bos")] {
        let mut kring = Command::new(terminal().unwrap());
        kring.env("KRING_VAULT", copy).env("KRING_PASSPHRASE_FILE", &secret);
        assert!(kring.args(["dossier", "new", client]).output().unwrap().status.success());
    }
    lay_over(&other, &account);

    let window = laptop.open().unwrap();
    unlock(&window).unwrap();
    window.sees("Meneer Aydin").unwrap();
    window.sees("Dit account is op twee computers gebruikt").unwrap();
    window.click("save-other-copy").unwrap();
    window.sees(&format!("als account “{label} 2” op het beginscherm")).unwrap();
    window.click("lock").unwrap();
    window.sees(&format!("{label} 2")).unwrap();
    let choose = "[...document.querySelectorAll(\"[data-testid='account']\")]
        .find((button) => button.textContent === arguments[0]).click()";
    window.script(choose, &[format!("{label} 2").into()]).unwrap();
    unlock(&window).unwrap();
    window.sees("Mevrouw Bos").unwrap();
    window.sees("Mevrouw De Wit").unwrap();
}
