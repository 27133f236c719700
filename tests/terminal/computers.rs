//! The computers of one coach, and one of them that is lost.

use anyhow::{Context, Result, ensure};
use kring_tests::Coach;
use serde_json::json;

use crate::storage::Storage;
use crate::{made, meet, until_quiet};

#[test]
fn a_computer_that_is_lost_is_reported_by_its_mark_and_gets_nothing_more() -> Result<()> {
    let storage = Storage::folder()?;
    let (anna, laptop) = (Coach::new("Anna", "professional")?, Coach::new("Laptop", "professional")?);
    let bram = Coach::new("Bram", "volunteer")?;
    meet(&anna, &bram, &storage)?;
    made(anna.says(&["dossier", "new", "Mevrouw De Wit"])?)?;
    let code = anna.says(&["invite", "--own-computer"])?;
    let file = laptop.home().join("code.kring");
    std::fs::write(&file, code["code"].as_str().context("no code")?)?;
    laptop.says(&["accept", "--own-computer", file.to_str().context("no path")?])?;
    until_quiet(&laptop, &anna)?;
    anna.says(&["confirm", "Laptop"])?;
    laptop.says(&["confirm", "Anna"])?;
    until_quiet(&anna, &laptop)?;

    let (hers, its) = (anna.says(&["computers"])?, laptop.says(&["computers"])?);
    ensure!(hers["others"][0]["mark"] == its["this"] && its["others"][0]["mark"] == hers["this"]);
    let refused = anna.says(&["computers", "lost", "00000000"]).err().context("no such computer")?;
    ensure!(refused.to_string().contains("00000000"), "{refused}");
    anna.says(&["computers", "lost", its["this"].as_str().context("no mark")?])?;
    until_quiet(&anna, &bram)?;
    ensure!(anna.says(&["computers"])?["others"] == json!([]));
    made(anna.says(&["dossier", "new", "Meneer Aydin"])?)?;
    made(laptop.says(&["dossier", "new", "Een vreemde"])?)?;
    until_quiet(&anna, &laptop)?;
    let count = |coach: &Coach<'_>| {
        Ok::<_, anyhow::Error>(coach.says(&["dossier", "list"])?.as_array().map(Vec::len))
    };
    ensure!(count(&anna)? == Some(2) && count(&laptop)? == Some(2));

    let identity = bram.says(&["identity"])?;
    ensure!(identity["people"].as_array().map(Vec::len) == Some(1), "{identity}");
    let told = identity["events"].as_array().context("no events")?;
    ensure!(told.iter().any(|event| event["message"]["id"] == "event-key-replaced"), "{identity}");
    Ok(())
}
