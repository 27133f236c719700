//! The first steps of most journeys.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::window::Window;

/// The passphrase of everybody in the tests.
const PASSPHRASE: &str = "fiets paraplu zondag kachel";

/// Returns the passphrase, for the terminal program.
pub fn passphrase() -> &'static str {
    PASSPHRASE
}

/// Returns the path of the terminal program, which `KRING_TERMINAL` names.
pub fn terminal() -> Result<PathBuf> {
    Ok(std::env::var_os("KRING_TERMINAL").context("KRING_TERMINAL names no program")?.into())
}

/// Creates Anna's account and types the recovery code back.
pub fn at_a_new_desk(window: &Window) -> Result<()> {
    make_account(window, "Anna de Boer")?;
    let code = window.text("[data-testid='recovery-code']")?;
    window.write("recovery-typed", &code.to_lowercase().replace('-', " "))?;
    window.click("recovery-confirm")?;
    window.sees("Hier komen je dossiers")
}

/// Creates an account for somebody who confirms the recovery code later.
pub fn at_a_desk_of(window: &Window, name: &str, role: &str) -> Result<()> {
    make_account_as(window, name, role)?;
    window.click("recovery-later")?;
    window.sees("Hier komen je dossiers")
}

/// Fills in the form for a new account, up to the screen with the recovery code.
pub fn make_account(window: &Window, name: &str) -> Result<()> {
    make_account_as(window, name, "professional")
}

/// Fills in the form as [`make_account`] does, for somebody with this role.
pub fn make_account_as(window: &Window, name: &str, role: &str) -> Result<()> {
    window.click("new-account")?;
    window.write("account-name", name)?;
    window.click(&format!("role-{role}"))?;
    window.write("passphrase", PASSPHRASE)?;
    window.click("create-account")?;
    window.sees("Je herstelcode")
}

/// Unlocks the only account.
pub fn unlock(window: &Window) -> Result<()> {
    window.write("passphrase", PASSPHRASE)?;
    window.click("unlock")?;
    window.sees("Mijn dossiers")
}

/// Opens the example dossier on its map.
pub fn open_example(window: &Window) -> Result<()> {
    window.click("example-dossier")?;
    window.sees("Dit weten we al")?;
    window.click("tab-map")?;
    window.member("Fatima").map(drop)
}
