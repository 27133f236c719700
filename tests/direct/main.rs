//! Two coaches in one room, without a mailbox and without internet, whose terminal programs find each other.

mod room;

use anyhow::{Context, Result, ensure};
use kring_tests::{Coach, terminal};
use serde_json::Value;

use room::Room;

/// A coach with a computer in the room.
fn coach_at<'a>(room: &'a Room, computer: usize, name: &str) -> Result<Coach<'a>> {
    let kring = terminal()?;
    Coach::at(move || room.at(computer, &kring), name, "professional")
}

fn people(coach: &Coach<'_>, dossier: &str) -> Result<Vec<String>> {
    let people = coach.says(&["person", "list", dossier])?;
    let people = people.as_array().context("no list")?.iter();
    Ok(people.filter_map(|person| person["name"].as_str().map(str::to_owned)).collect())
}

/// Lets both look for each other at the same time.
fn sync(one: &Coach<'_>, other: &Coach<'_>) -> Result<[Value; 2]> {
    let [one, other] = [one.command(&["sync"]).spawn()?, other.command(&["sync"]).spawn()?];
    let rounds =
        [one.wait_with_output()?, other.wait_with_output()?].map(|output| Coach::answer(output, &["sync"]));
    let [one, other] = rounds;
    Ok([one?, other?])
}

#[test]
fn two_coaches_in_one_room_meet_share_a_dossier_and_edit_without_a_mailbox() -> Result<()> {
    if !Room::is_allowed() {
        println!("left out: only root may make network namespaces");
        return Ok(());
    }
    let room = Room::new()?;
    let (anna, bram) = (coach_at(&room, 0, "Anna")?, coach_at(&room, 1, "Bram")?);
    let refused = anna.says(&["sync"]).unwrap_err().to_string();
    ensure!(refused.contains("waar de berichten liggen") || refused.contains("messages"), "{refused}");
    anna.says(&["direct", "on"])?;
    bram.says(&["direct", "on"])?;

    let invitation = anna.says(&["invite"])?;
    let file = bram.home().join("uitnodiging.kring");
    std::fs::write(&file, invitation["code"].as_str().context("no code")?)?;
    bram.says(&["accept", file.to_str().context("no path")?])?;
    sync(&anna, &bram)?;
    let words =
        |coach: &Coach<'_>| Ok::<_, anyhow::Error>(coach.says(&["identity"])?["people"][0]["words"].clone());
    ensure!(words(&anna)? == words(&bram)? && words(&anna)?.as_array().is_some_and(|words| words.len() == 4));
    anna.says(&["confirm", "Bram"])?;
    bram.says(&["confirm", "Anna"])?;

    let dossier = anna.says(&["dossier", "new", "Mevrouw De Wit"])?;
    let dossier = dossier["id"].as_str().context("no id")?;
    anna.says(&["person", "add", dossier, "name=Fatima"])?;
    anna.says(&["consent", dossier, "--purpose", "samen begeleiden", "--given-by", "Mevrouw De Wit"])?;
    anna.says(&["share", dossier, "Bram"])?;
    sync(&anna, &bram)?;
    ensure!(people(&bram, dossier)? == ["Fatima"]);

    anna.says(&["person", "add", dossier, "name=Joris"])?;
    bram.says(&["person", "add", dossier, "name=Bea"])?;
    let begun = std::time::Instant::now();
    println!("{:?}", sync(&anna, &bram)?);
    println!("a round took {:?}", begun.elapsed());
    for coach in [&anna, &bram] {
        let mut names = people(coach, dossier)?;
        names.sort();
        ensure!(names == ["Bea", "Fatima", "Joris"], "{names:?}");
    }

    // An envelope waits for a coach who is away: nothing is lost, and it arrives the next time.
    room.cable(false)?;
    anna.says(&["person", "add", dossier, "name=Karim"])?;
    anna.says(&["sync"])?;
    ensure!(people(&bram, dossier)?.len() == 3);
    room.cable(true)?;
    sync(&anna, &bram)?;
    ensure!(people(&bram, dossier)?.len() == 4);

    bram.says(&["direct", "off"])?;
    ensure!(bram.says(&["sync"]).is_err());
    Ok(())
}
