//! The work with one client and with a whole caseload, screen by screen, in light and dark and in both
//! languages.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use kring_tests::{Laptop, a_caseload_of_two_hundred, make_account, unlock};

use crate::album::{Album, Language};

const ENTER: &str = "\u{e007}";

/// Saves pictures of everything from the first step to paper.
pub(crate) fn pictures(folder: &Path, name: &str, size: (u32, u32), language: Language) -> Result<()> {
    let code = if language == Language::English { "en" } else { "nl" };
    let name = format!("{code}-{name}");
    with_a_client(folder, &name, size, language)?;
    with_a_caseload(folder, &name, size, language)
}

fn with_a_client(folder: &Path, name: &str, size: (u32, u32), language: Language) -> Result<()> {
    let laptop = Laptop::new(size.0, size.1)?;
    let downloads = laptop.downloads()?;
    let window = laptop.open()?;
    let album =
        Album { laptop: &laptop, window: &window, folder: folder.into(), name: name.into(), language };
    make_account(&window, "Anna de Boer")?;
    window.click("recovery-later")?;
    album.there("[data-testid=example-dossier]")?;
    album.speak()?;
    window.click("example-dossier")?;
    album.there("ul[data-testid=step-known]")?;
    steps(&album)?;
    possibilities(&album)?;
    needs(&album)?;
    plan(&album)?;
    carrying_out(&album)?;
    aftercare(&album)?;
    carer(&album)?;
    supervision(&album)?;
    logbook(&album)?;
    then_and_now(&album)?;
    paper(&album, &downloads)?;
    search(&album)
}

fn steps(album: &Album) -> Result<()> {
    let window = album.window;
    album.take("step")?;
    window.click("step-done")?;
    album.there("[data-testid=step-map] .done")?;
    window.click("step-skip")?;
    let reason = album
        .words("Greet wil het nu niet over ruzies hebben.", "Greet would rather not talk of quarrels now.");
    window.write("skip-reason", reason)?;
    album.take("step-skip")?;
    window.click("skip-take")?;
    album.there("[data-testid=step-quality] .skipped")?;
    album.take("step-walked")
}

fn possibilities(album: &Album) -> Result<()> {
    let window = album.window;
    window.click("step-part")?;
    for (field, dutch, english) in [
        ("wish-new", "Weer ergens bij horen", "To belong somewhere again"),
        ("talent-new", "Zingen, altijd de tweede stem", "Singing, always the second voice"),
        ("role-new-now", "Buurvrouw", "Neighbour"),
        ("role-new-dropped", "Koorlid", "Member of a choir"),
        ("role-new-wished", "Voorlezer op school", "Reading aloud at school"),
    ] {
        window.write(field, &format!("{}{ENTER}", album.words(dutch, english)))?;
        window.is_saved()?;
    }
    album.take_from("possibilities", "[data-testid=part-can]")?;
    album.take_from("roles", "#roles")?;
    let words = album.words("Ik mis iemand om mee te lachen.", "I miss somebody to laugh with.");
    window.write("life-words-relations", words)?;
    window.is_saved()?;
    album.take_from("life", "#life")
}

fn needs(album: &Album) -> Result<()> {
    let window = album.window;
    window.click("part-needs")?;
    album.take("needs-none")?;
    let need = album.words("Iemand die meegaat naar het koor", "Somebody to go along to the choir");
    window.write("need-new", &format!("{need}{ENTER}"))?;
    album.there("[data-testid=need-next]")?;
    let field = "return document.querySelector('.talk textarea').dataset.testid";
    let field = window.script(field, &[])?;
    let bus = album.words("Ze kan zelf de bus nemen, overdag.", "She can take the bus herself, by day.");
    window.write(field.as_str().context("the question has no field")?, bus)?;
    window.click("need-next")?;
    window.is_saved()?;
    album.take_from("need", "[data-testid=part-can]")?;
    window.click("resistance-burden")?;
    window.is_saved()?;
    album.take_from("resistance", "#resistances")
}

fn plan(album: &Album) -> Result<()> {
    let window = album.window;
    window.click("tab-plan")?;
    album.there("aside h2")?;
    album.take("plan")?;
    album.first("edit-goal-")?;
    album.there("[data-testid=goal-ready]")?;
    album.take("goal-open")?;
    window.click("goal-ready")?;
    album.first("edit-action-")?;
    album.there("[data-testid=action-ready]")?;
    album.take("action-open")?;
    window.click("action-ready")?;
    window.click("choose-approach")?;
    album.take_from("approaches", "#approaches")?;
    window.click("approach-family_group_conference")?;
    window.is_saved()?;
    album.take_from("approach-open", "#approaches")?;
    window.click("approach-ready")
}

fn carrying_out(album: &Album) -> Result<()> {
    let window = album.window;
    window.click("plan-carry-out")?;
    album.first("begin-")?;
    album.there("[data-testid^=end-]")?;
    album.take("carry-out")?;
    album.first("end-")?;
    album.there("[data-testid=outcome-ready]")?;
    album.take("ended")?;
    window.click("outcome-ready")
}

fn aftercare(album: &Album) -> Result<()> {
    let window = album.window;
    window.click("plan-aftercare")?;
    album.there("[data-testid=plan-schedule]")?;
    album.take("aftercare-empty")?;
    window.script("document.querySelector('[data-testid=aftercare-start]').value = ''", &[])?;
    window.write("aftercare-start", "31-1-2026")?;
    window.click("plan-schedule")?;
    album.there("[data-testid^=hold-]")?;
    window.is_saved()?;
    album.take("aftercare")?;
    album.first("hold-")?;
    window.click("with-moment")?;
    album.take("check-in")?;
    album.first("going-")?;
    window.click("keep-check-in")?;
    window.is_saved()?;
    album.take_from("check-in-held", "[data-testid^=change-]")
}

fn carer(album: &Album) -> Result<()> {
    let window = album.window;
    window.click("tab-quality")?;
    album.there("[data-testid=carer-who]")?;
    album.take("quality")?;
    album.take_from("carers", "#carers")?;
    let person = "return [...document.querySelectorAll('[data-testid=carer-who] option')].find((one) => one.textContent.startsWith('Joris'))?.value";
    let joris = window.script(person, &[])?;
    window.choose("carer-who", joris.as_str().context("Joris is no choice")?)?;
    window.click("carer-ask-other")?;
    album.take("carer-which")?;
    window.click("with-caregiver_strain_index")?;
    album.there("[data-testid=fill-in-save]")?;
    album.take("carer-strain-index")?;
    let yes = "document.querySelectorAll('[data-testid^=answer-][value=\"1\"]').forEach((one, at) => at < 9 && one.click());
        document.querySelectorAll('[data-testid^=answer-][value=\"0\"]').forEach((one, at) => at >= 9 && one.click())";
    window.script(yes, &[])?;
    album.take("carer-filled-in")?;
    window.click("fill-in-save")?;
    album.there("[data-testid=outcome-respite]")?;
    album.take("carer-outcome")?;
    window.click("outcome-respite")?;
    window.is_saved()?;
    window.click("outcome-close")?;
    window.click("ask-Joris")?;
    window.click("with-three_questions")?;
    window.script("document.querySelector('[data-testid^=answer-]').click()", &[])?;
    album.take("carer-three-questions")?;
    window.click("fill-in-save")?;
    album.there("[data-testid=outcome-respite]")?;
    album.take("carer-three-outcome")?;
    window.click("outcome-close")?;
    album.take_from("carer", "[data-testid=carer-Joris]")?;
    window.click("history-Joris")?;
    album.take_from("carer-history", "[data-testid=history-Joris]")?;
    window.click("tab-map")?;
    window.tap_member("Joris")?;
    album.there("[data-testid=own-dossier-make]")?;
    album.take_from("carer-own-dossier", "[data-testid=own-dossier]")?;
    window.click("own-dossier-make")?;
    window.click("own-dossier-open")?;
    window.wait_for_text("[data-testid='dossier-name']", "Joris")?;
    window.click("tab-client")?;
    album.there("[data-testid=carer-in-open]")?;
    album.take("carer-as-client")?;
    window.click("carer-in-open")?;
    window.wait_for_text("[data-testid='dossier-name']", "Greet")
}

fn supervision(album: &Album) -> Result<()> {
    let window = album.window;
    window.click("tab-sharing")?;
    album.there("[data-testid=supervision-ask]")?;
    album.take("supervision-none")?;
    let question = album.words(
        "Joris slaapt slecht. Mag ik hem wijzen op logeeropvang?",
        "Joris sleeps badly. May I tell him of respite care overnight?",
    );
    window.write("supervision-ask", question)?;
    window.click("supervision-ask-send")?;
    album.there("[data-testid=supervision-answer-open]")?;
    window.click("supervision-answer-open")?;
    let answer = album
        .words("Ja, en vraag eerst of Greet dat goed vindt.", "Yes, and ask first whether Greet agrees.");
    window.write("supervision-answer", answer)?;
    album.take("supervision-answer")?;
    window.click("supervision-answer-send")?;
    album.there("[data-testid=supervision] ol")?;
    album.take_from("supervision", "[data-testid=supervision]")
}

fn logbook(album: &Album) -> Result<()> {
    let window = album.window;
    window.click("tab-logbook")?;
    window.click("note-otherwise")?;
    album.take("logbook-begin")?;
    window.click("template-call")?;
    album.there("[data-testid=note-text]")?;
    window.wait("the template", || (!window.value("note-text").ok()?.is_empty()).then_some(()))?;
    let told = album.words("Gebeld over het koor met @Fat", "Called about the choir with @Fat");
    window.write("note-text", told)?;
    album.take("logbook-naming")?;
    window.write("note-text", ENTER)?;
    window.is_saved()?;
    window.click("about-talk-edit")?;
    window.write("note-minutes", "45")?;
    window.write("note-present", "Fatima")?;
    window.is_saved()?;
    album.take("logbook-talk")?;
    window.click("about-talk-edit")?;
    window.write("note-agreed", album.words("Donderdag samen luisteren", "Listen together on Thursday"))?;
    window.write("note-next", "3-12-2026")?;
    window.write("note-next-time", "14:30")?;
    // The time is saved when its field loses the focus.
    window.script("document.activeElement.blur()", &[])?;
    window.is_saved()?;
    album.take_from("logbook", "[data-testid=note-text]")?;
    window.click("note-otherwise")?;
    window.click("new-private-note")?;
    album.there("[data-testid=private-band]")?;
    let doubt = album.words(
        "Ik twijfel of het koor niet te druk voor haar is.",
        "I wonder whether the choir is too much for her.",
    );
    window.write("note-text", doubt)?;
    window.is_saved()?;
    album.there("nav .note.private")?;
    album.take("private-note")
}

fn then_and_now(album: &Album) -> Result<()> {
    let window = album.window;
    window.click("tab-then")?;
    album.there("[data-testid=then-beside]")?;
    window.click("tab-map")?;
    window.write("add-person-name", &format!("Karim{ENTER}"))?;
    window.member("Karim")?;
    window.is_saved()?;
    window.click("tab-then")?;
    for way in ["beside", "over", "words", "time"] {
        window.click(&format!("then-{way}"))?;
        album.take(&format!("then-{way}"))?;
    }
    window.click("moments")?;
    album.there("[data-testid=add-moment]")?;
    album.take("moments")
}

/// Saves pictures of the screen that prints, and of the first pages of each printed document.
fn paper(album: &Album, downloads: &Path) -> Result<()> {
    let window = album.window;
    window.click("tab-client")?;
    album.take("client")?;
    for paper in ["plan", "handover", "copy"] {
        window.click(&format!("paper-{paper}"))?;
        album.take_from(&format!("paper-{paper}"), "#on-paper-title")?;
        window.click("paper-make")?;
        album.there("[data-testid=paper-done] li")?;
        let made = newest(downloads)?;
        let to = album.folder.join(format!("{}-page-{paper}", album.name));
        let status = Command::new("pdftoppm").args(["-png", "-r", "70"]).args([&made, &to]).status();
        if !status.context("pdftoppm could not be started")?.success() {
            bail!("{} has no pages", made.display());
        }
    }
    Ok(())
}

/// Returns the newest printed document.
fn newest(folder: &Path) -> Result<PathBuf> {
    let mut papers = Vec::new();
    for file in std::fs::read_dir(folder)? {
        let file = file?;
        if file.path().extension().is_some_and(|ending| ending == "pdf") {
            papers.push((file.metadata()?.modified()?, file.path()));
        }
    }
    Ok(papers.into_iter().max().context("no paper was made")?.1)
}

fn search(album: &Album) -> Result<()> {
    let window = album.window;
    window.click("back")?;
    album.there(".case")?;
    album.take("caseload-of-one")?;
    window.write("dossier-search", "koor")?;
    album.there("[data-testid=found-0]")?;
    album.take("search")
}

fn with_a_caseload(folder: &Path, name: &str, size: (u32, u32), language: Language) -> Result<()> {
    let laptop = Laptop::new(size.0, size.1)?;
    a_caseload_of_two_hundred(laptop.home())?;
    let window = laptop.open()?;
    let album =
        Album { laptop: &laptop, window: &window, folder: folder.into(), name: name.into(), language };
    unlock(&window)?;
    album.there(".case")?;
    album.speak()?;
    album.take("caseload")?;
    window.click("agenda")?;
    album.there("[data-testid=agenda-late]")?;
    album.take("agenda")?;
    window.click("calendar-file")?;
    window.click("calendar-names")?;
    album.take("calendar")?;
    window.click("back")?;
    window.click("figures")?;
    album.there("[data-testid=figures-status]")?;
    album.take("figures")?;
    album.take_from("figures-below", "[data-testid=figures-means]")
}
