//! The steps that ask for the passphrase again, because they give somebody another way into the account.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use coach::{Desk, Environment, PersonRef};
use support::*;

#[test]
fn a_new_recovery_code_needs_the_passphrase() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let code = desk.renew_recovery_code(PASSPHRASE).unwrap();
    for wrong in ["", "trompet wolk kelder lamp"] {
        assert_eq!(desk.renew_recovery_code(wrong).unwrap_err().code(), "wrong-passphrase");
    }
    assert!(desk.confirm_recovery_code(&code).unwrap(), "the code before the refusals still works");
    drop(desk);
    let new = "zolder beker vlieger tulp";
    Desk::recover(&home.path().join("Anna"), &code, new, Environment::COMPUTER).unwrap();
}

#[test]
fn another_computer_of_ones_own_needs_the_passphrase() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, mut laptop) = (Someone::new(&home, "Anna"), Someone::new(&home, "Laptop"));
    anna.new_dossier("Mevrouw De Wit");
    let code = anna.desk.borrow_mut().invite_own_device().unwrap();
    laptop.desk.borrow_mut().accept_own_device(&code.text).unwrap();
    settle(&mut [&mut laptop, &mut anna]);

    let confirm = |one: &Someone, name: &str, passphrase: Option<&str>| {
        one.desk.borrow_mut().confirm_words(&PersonRef(name.to_owned()), passphrase).map(|_| ())
    };
    for passphrase in [None, Some(""), Some("trompet wolk kelder lamp")] {
        assert_eq!(confirm(&anna, "Laptop", passphrase).unwrap_err().code(), "wrong-passphrase");
        assert_eq!(confirm(&laptop, "Anna", passphrase).unwrap_err().code(), "wrong-passphrase");
    }
    settle(&mut [&mut laptop, &mut anna]);
    assert_eq!(laptop.caseload(), [""; 0], "nothing was handed over");

    confirm(&anna, "Laptop", Some(PASSPHRASE)).unwrap();
    confirm(&laptop, "Anna", Some(PASSPHRASE)).unwrap();
    settle(&mut [&mut anna, &mut laptop]);
    assert_eq!(laptop.caseload(), ["Mevrouw De Wit"]);
}

#[test]
fn a_colleague_needs_no_passphrase() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, mut bram) = (Someone::new(&home, "Anna"), Someone::new(&home, "Bram"));
    let invitation = anna.desk.borrow_mut().invite().unwrap();
    bram.desk.borrow_mut().accept(&invitation.text).unwrap();
    settle(&mut [&mut bram, &mut anna]);
    anna.desk.borrow_mut().confirm_words(&PersonRef("Bram".to_owned()), None).unwrap();
}
