//! Two people who meet over a folder and share a dossier.

use std::path::Path;

use anyhow::Result;
use kring_tests::{Laptop, Window, make_account_as, open_example};

/// Saves pictures of both screens.
pub(crate) fn pictures(folder: &Path, name: &str, size: (u32, u32)) -> Result<()> {
    let (annas, brams) = (Laptop::new(size.0, size.1)?, Laptop::new(size.0, size.1)?);
    let storage = annas.home().join("berichten");
    std::fs::create_dir_all(&storage)?;
    let (anna, bram) = (annas.open()?, brams.open()?);
    let picture = |laptop: &Laptop, window: &Window, what: &str| -> Result<()> {
        window.painted()?;
        let file = folder.join(format!("{name}-two-people-{what}.png"));
        laptop.picture(&file)?;
        println!("{}", file.display());
        Ok(())
    };
    for (window, who, role) in [(&anna, "Anna de Boer", "professional"), (&bram, "Bram Visser", "volunteer")]
    {
        make_account_as(window, who, role)?;
        window.click("recovery-later")?;
        window.sees("Hier komen je dossiers")?;
    }
    anna.click("people")?;
    picture(&annas, &anna, "1-nobody-yet")?;
    anna.click("storage")?;
    anna.write("storage-address", &storage.display().to_string())?;
    picture(&annas, &anna, "2-storage")?;
    anna.click("storage-save")?;
    anna.sees("Het werkt.")?;
    anna.click("invite")?;
    let invitation = anna.wait("the invitation", || {
        anna.value("invite-text").ok().filter(|text| text.starts_with("KRING2:"))
    })?;
    picture(&annas, &anna, "3-invitation")?;
    anna.click("invite-close")?;
    bram.click("have-invitation")?;
    bram.write("invitation-text", &invitation)?;
    picture(&brams, &bram, "4-accept")?;
    bram.click("accept")?;
    bram.sees("Vergelijk deze woorden")?;
    picture(&brams, &bram, "5-words")?;
    anna.sees("Vergelijk deze woorden")?;
    anna.click("words-match")?;
    anna.wait_for_text("[data-testid='person-Bram Visser']", "Bekend")?;
    bram.click("words-match")?;
    bram.click("back")?;
    picture(&annas, &anna, "6-known")?;
    anna.click("own-device")?;
    picture(&annas, &anna, "15-other-computer")?;
    anna.click("own-give")?;
    anna.wait("the code", || anna.value("invite-text").ok().filter(|text| text.starts_with("KRING2:")))?;
    picture(&annas, &anna, "16-code")?;
    anna.click("invite-close")?;
    anna.click("back")?;
    anna.click("back")?;
    open_example(&anna)?;
    anna.click("tab-sharing")?;
    anna.sees("Vraag eerst")?;
    picture(&annas, &anna, "7-consent")?;
    anna.click("consent-save")?;
    anna.click("share")?;
    anna.sees("deelt dit dossier met Bram Visser")?;
    anna.click("sync-now")?;
    bram.sees("Greet de Wit")?;
    picture(&brams, &bram, "8-arrived")?;
    bram.script("document.querySelector('.case').click()", &[])?;
    bram.click("tab-map")?;
    bram.member("Fatima")?;
    picture(&brams, &bram, "9-news")?;
    anna.wait_for_text("[data-testid='received-Bram Visser']", "heeft alles ontvangen")?;
    picture(&annas, &anna, "10-shared")?;
    for (window, relation) in [(&anna, "friend"), (&bram, "acquaintance")] {
        window.click("tab-map")?;
        window.tap_member("Fatima")?;
        window.choose("panel-relation", relation)?;
        window.is_saved()?;
        window.click("panel-close")?;
    }
    anna.tap_member("Sandra")?;
    anna.choose("panel-quality", "close")?;
    anna.is_saved()?;
    anna.click("panel-close")?;
    bram.tap_member("Sandra")?;
    bram.click("panel-remove")?;
    bram.write("add-person-name", "Karim\u{e007}")?;
    bram.member("Karim")?;
    bram.is_saved()?;
    for window in [&anna, &bram, &anna] {
        window.click("tab-sharing")?;
        window.click("sync-now")?;
        window.wait_for_text("[data-testid='sync']", "Uitgewisseld")?;
    }
    anna.sees("door twee mensen tegelijk")?;
    anna.click("tab-map")?;
    picture(&annas, &anna, "11-differences")?;
    anna.click("at-once-open")?;
    picture(&annas, &anna, "12-choose")?;
    anna.click("difference-0-0")?;
    anna.sees("Gekozen: Terugzetten")?;
    anna.click("news-open")?;
    picture(&annas, &anna, "13-chosen")?;
    bram.click("tab-map")?;
    bram.click("at-once-open")?;
    picture(&brams, &bram, "14-other-side")?;
    anna.click("back")?;
    anna.click("settings")?;
    anna.choose("theme", "dark")?;
    anna.click("close-settings")?;
    anna.script("document.querySelector('.case').click()", &[])?;
    anna.click("tab-sharing")?;
    anna.sees("deelt dit dossier met Bram Visser")?;
    picture(&annas, &anna, "17-shared-dark")?;
    anna.click("back")?;
    std::fs::remove_dir_all(storage.join("kring1"))?;
    anna.click("people")?;
    anna.click("sync-now")?;
    anna.sees("leeggemaakt")?;
    picture(&annas, &anna, "18-emptied-dark")?;
    anna.click("invite")?;
    anna.wait("the code", || anna.value("invite-text").ok().filter(|text| text.starts_with("KRING2:")))?;
    picture(&annas, &anna, "19-invitation-dark")?;
    anna.click("invite-close")?;
    anna.click("own-device")?;
    picture(&annas, &anna, "20-other-computer-dark")?;
    Ok(())
}
