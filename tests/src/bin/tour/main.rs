//! Plays a tour of the main features with the real program and saves pictures in the given folder.

mod album;
mod computers;
mod two_people;
mod work;

use std::path::PathBuf;

use anyhow::{Context, Result};
use kring_tests::{Laptop, Window, make_account, open_example};

use album::Language;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().context("name the folder for the pictures")?);
    // Arguments after the folder name the only parts to play.
    let named: Vec<String> = arguments.collect();
    let walks = |part: &str| named.is_empty() || named.iter().any(|one| one == part);
    for (name, size) in [("1280x800", (1280, 800)), ("1024x600", (1024, 600))] {
        if walks("first") {
            tour(&folder, name, size)?;
        }
        if walks("two-people") {
            two_people::pictures(&folder, name, size)?;
        }
        for (part, language) in [("computers", Language::Dutch), ("computers-in-english", Language::English)]
        {
            for percent in [100, 150] {
                if walks(part) {
                    computers::pictures(&folder, name, size, language, percent)?;
                }
            }
        }
        for (part, language) in [("work", Language::Dutch), ("work-in-english", Language::English)] {
            if walks(part) {
                work::pictures(&folder, name, size, language)?;
            }
        }
    }
    Ok(())
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
    for view in ["sociogram", "genogram"] {
        window.click(&format!("view-{view}"))?;
        picture(view)?;
    }
    window.click("legend")?;
    picture("genogram-legend")?;
    window.click("legend")?;
    window.click("view-ecogram")?;
    window.click("legend")?;
    picture("legend")?;
    window.click("legend")?;
    window.click("layers")?;
    picture("layers")?;
    window.click("layers")?;
    window.click("go-to-table")?;
    window.sees("Om samen over te praten")?;
    picture("at-the-table")?;
    window.click("leave-table")?;
    window.click("show-list")?;
    picture("list")?;
    quality(&window, &picture)?;
    then_and_now(&window, &picture)?;
    window.click("tab-logbook")?;
    window.click("new-note")?;
    window.write("note-text", "Samen gebeld met het koor. Greet mag donderdag komen luisteren.")?;
    window.is_saved()?;
    picture("logbook")?;
    window.click("about-talk-edit")?;
    picture("about-a-talk")?;
    window.click("note-otherwise")?;
    picture("ways-to-begin-a-note")?;
    window.click("new-private-note")?;
    window.write("note-text", "Ik twijfel of het koor niet te druk voor haar is.")?;
    window.is_saved()?;
    picture("private-note")?;
    steps(&window, &picture)?;
    window.click("tab-plan")?;
    window.sees("Misschien een idee")?;
    picture("plan")?;
    plan(&window, &picture)?;
    window.click("tab-client")?;
    picture("client")?;
    window.click("back")?;
    window.sees("Mijn dossiers")?;
    picture("caseload")?;
    window.write("dossier-search", "koren")?;
    window.sees("Gevonden in de dossiers")?;
    picture("found")?;
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
    window.sees("4 erbij")?;
    window.script(
        "document.querySelector('[data-testid=import-take]').scrollIntoView({ block: 'end' })",
        &[],
    )?;
    picture("import")?;
    window.click("import-take")?;
    window.sees("Toegevoegd uit")?;
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
    window.sees("Dit weten we al")?;
    picture("step-dark")?;
    window.click("tab-possibilities")?;
    picture("possibilities-dark")?;
    window.click("part-needs")?;
    picture("needs-dark")?;
    window.click("tab-map")?;
    window.member("Fatima")?;
    picture("ecogram-dark")?;
    window.tap_member("Fatima")?;
    window.sees("Over Fatima")?;
    picture("person-dark")?;
    window.click("panel-close")?;
    window.click("view-circle")?;
    picture("circle-dark")?;
    for view in ["sociogram", "genogram"] {
        window.click(&format!("view-{view}"))?;
        picture(&format!("{view}-dark"))?;
    }
    window.click("go-to-table")?;
    window.sees("Om samen over te praten")?;
    picture("at-the-table-dark")?;
    window.click("leave-table")?;
    window.click("tab-quality")?;
    window.sees("Vraag om te stellen")?;
    picture("quality-dark")?;
    window.click("tab-then")?;
    window.click("then-over")?;
    window.sees("Wat er veranderde")?;
    picture("then-over-dark")?;
    for tab in ["logbook", "plan", "client"] {
        window.click(&format!("tab-{tab}"))?;
        picture(&format!("{tab}-dark"))?;
    }
    Ok(())
}

/// Shows the steps of a dossier, and the talks about possibilities and needs.
fn steps(window: &Window, picture: &dyn Fn(&str) -> Result<()>) -> Result<()> {
    window.click("tab-step")?;
    window.sees("Dit weten we al")?;
    picture("step")?;
    window.click("step-done")?;
    window.sees("Stap 2 van 7")?;
    window.click("step-skip")?;
    window.write("skip-reason", "Greet wil het nu niet over ruzies hebben.")?;
    picture("step-skip")?;
    window.click("skip-take")?;
    window.sees("Stap 3 van 7")?;
    picture("step-walked")?;
    window.click("step-part")?;
    for (field, text) in [
        ("wish-new", "Weer ergens bij horen"),
        ("talent-new", "Zingen, altijd de tweede stem"),
        ("role-new-now", "Buurvrouw"),
        ("role-new-dropped", "Koorlid"),
        ("role-new-wished", "Voorlezer op school"),
    ] {
        window.write(field, &format!("{text}\u{e007}"))?;
        window.is_saved()?;
    }
    window.write("life-words-relations", "Ik mis iemand om mee te lachen.")?;
    window.is_saved()?;
    picture("possibilities")?;
    window.script("document.querySelector('#life').scrollIntoView()", &[])?;
    picture("life")?;
    window.click("part-needs")?;
    window.write("need-new", "Iemand die meegaat naar het koor\u{e007}")?;
    window.sees("Wat kun je zelf")?;
    window.click("need-next")?;
    picture("need")?;
    window.click("resistance-burden")?;
    window.is_saved()?;
    window.script("document.querySelector('#resistances').scrollIntoView()", &[])?;
    picture("resistance")
}

/// Shows the findings about the network, with the figures behind them.
fn quality(window: &Window, picture: &dyn Fn(&str) -> Result<()>) -> Result<()> {
    window.click("tab-quality")?;
    window.sees("Vraag om te stellen")?;
    picture("quality")?;
    window.script("document.querySelector('[data-testid^=finding-] details').open = true", &[])?;
    picture("quality-where-from")?;
    window.click("all-figures")?;
    window.script("document.querySelector('[data-testid=all-figures]').scrollIntoView()", &[])?;
    picture("all-figures")
}

/// Shows an action that has begun, and the aftercare.
fn plan(window: &Window, picture: &dyn Fn(&str) -> Result<()>) -> Result<()> {
    window.click("plan-carry-out")?;
    window.script("document.querySelector('[data-testid^=begin-]').click()", &[])?;
    window.sees("Bezig sinds")?;
    picture("carry-out")?;
    window.click("plan-aftercare")?;
    window.click("plan-schedule")?;
    window.sees("Nog te doen")?;
    picture("aftercare")?;
    window.script("document.querySelector('[data-testid^=hold-]').click()", &[])?;
    window.sees("Wat vertelt de cliënt?")?;
    picture("check-in")
}

/// Shows a measuring moment, the changes after it, and the network then and now.
fn then_and_now(window: &Window, picture: &dyn Fn(&str) -> Result<()>) -> Result<()> {
    window.click("tab-then")?;
    window.sees("Meetmoment vastleggen")?;
    picture("moment")?;
    window.write("moment-name", "Start")?;
    window.click("add-moment")?;
    window.sees("Naast elkaar")?;
    window.click("tab-map")?;
    window.click("view-ecogram")?;
    window.write("add-person-name", "Karim\u{e007}")?;
    window.member("Karim")?;
    window.choose("panel-sector", "society")?;
    window.choose("panel-ring", "friends")?;
    window.is_saved()?;
    window.click("panel-close")?;
    for (name, ring) in [("Wim", "intimates"), ("Marieke", "acquaintances")] {
        window.tap_member(name)?;
        window.choose("panel-ring", ring)?;
        window.is_saved()?;
        window.click("panel-close")?;
    }
    window.tap_member("Sandra")?;
    window.click("panel-remove")?;
    window.is_saved()?;
    window.click("tab-then")?;
    for way in ["beside", "over", "words", "time"] {
        window.click(&format!("then-{way}"))?;
        window.sees(if way == "words" { "Wat er veranderde" } else { "Greet" })?;
        picture(&format!("then-{way}"))?;
    }
    window.click("moments")?;
    window.sees("Meetmoment vastleggen")?;
    picture("moments")
}
