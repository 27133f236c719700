//! Walks through the main job with the real program and leaves pictures in the folder that is given.

use std::path::PathBuf;

use anyhow::{Context, Result};
use kring_tests::{Laptop, make_account, open_example};

fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).context("name the folder for the pictures")?);
    tour(&folder, "1280x800", (1280, 800))?;
    tour(&folder, "1024x600", (1024, 600))
}

fn tour(folder: &std::path::Path, name: &str, size: (u32, u32)) -> Result<()> {
    let laptop = Laptop::new(size.0, size.1)?;
    let window = laptop.open()?;
    let number = std::cell::Cell::new(0);
    let picture = |what: &str| -> Result<()> {
        number.set(number.get() + 1);
        window.painted()?;
        let file = folder.join(format!("{name}-{:02}-{what}.png", number.get()));
        laptop.picture(&file)?;
        println!("{}", file.display());
        Ok(())
    };
    window.sees("Welkom bij Kring")?;
    picture("welcome")?;
    make_account(&window, "Anna de Boer")?;
    picture("recovery")?;
    window.click("recovery-later")?;
    window.sees("Hier komen je dossiers")?;
    picture("caseload-empty")?;
    open_example(&window)?;
    picture("ecogram")?;
    window.tap_member("Fatima")?;
    window.sees("Over Fatima")?;
    picture("person")?;
    window.click("panel-close")?;
    window.click("view-circle")?;
    picture("circle")?;
    window.click("show-list")?;
    picture("list")?;
    window.click("tab-logbook")?;
    window.click("new-note")?;
    window.write("note-text", "Samen gebeld met het koor. Greet mag donderdag komen luisteren.")?;
    window.is_saved()?;
    picture("logbook")?;
    window.click("tab-plan")?;
    picture("plan")?;
    window.click("tab-client")?;
    picture("client")?;
    window.click("back")?;
    window.sees("Mijn dossiers")?;
    picture("caseload")?;
    window.click("new-dossier")?;
    window.write("client-name", "Meneer Aydin")?;
    window.click("create-dossier")?;
    window.sees("Wie zie je op een gewone dag?")?;
    picture("map-empty")?;
    let list = laptop.home().join("familie-aydin.csv");
    std::fs::write(
        &list,
        "naam;relatie;geboren\nAyse;dochter;3-5-1981\nKemal;zoon;1984\nHatice;zus;\nMehmet;visboer;\n",
    )?;
    window.click("tab-client")?;
    window.write("import-file", &list.display().to_string())?;
    window.sees("4 mensen erbij")?;
    window.script(
        "document.querySelector('[data-testid=import-take]').scrollIntoView({ block: 'end' })",
        &[],
    )?;
    picture("import")?;
    window.click("import-take")?;
    window.sees("Toegevoegd: 4 mensen")?;
    window.click("tab-map")?;
    window.member("Hatice")?;
    picture("map-imported")?;
    window.click("back")?;
    window.click("settings")?;
    window.choose("theme", "dark")?;
    picture("settings-dark")?;
    window.click("close-settings")?;
    picture("caseload-dark")?;
    window.script(
        "[...document.querySelectorAll('.case')].find((one) => one.textContent.includes('Greet')).click()",
        &[],
    )?;
    window.member("Fatima")?;
    picture("ecogram-dark")?;
    window.tap_member("Fatima")?;
    window.sees("Over Fatima")?;
    picture("person-dark")?;
    window.click("panel-close")?;
    window.click("view-circle")?;
    picture("circle-dark")?;
    for tab in ["logbook", "plan", "client"] {
        window.click(&format!("tab-{tab}"))?;
        picture(&format!("{tab}-dark"))?;
    }
    Ok(())
}
