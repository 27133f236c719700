//! Two coaches in one room, without any mailbox and without internet: the terminal programs find each other.

mod room;

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, ensure};
use kring_tests::{passphrase, terminal};
use serde_json::Value;
use tempfile::TempDir;

use room::Room;

/// A coach with a computer in the room.
struct Coach<'a> {
    room: &'a Room,
    computer: usize,
    home: TempDir,
    kring: PathBuf,
}

impl<'a> Coach<'a> {
    fn new(room: &'a Room, computer: usize, name: &str) -> Result<Self> {
        let home = tempfile::tempdir()?;
        std::fs::write(home.path().join("passphrase"), passphrase())?;
        let coach = Self { room, computer, home, kring: terminal()? };
        coach.says(&["init", "--name", name, "--role", "professional"])?;
        Ok(coach)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.room.at(self.computer, &self.kring);
        command
            .arg("--json")
            .args(arguments)
            .env("KRING_VAULT", self.home.path().join("vault"))
            .env("KRING_PASSPHRASE_FILE", self.home.path().join("passphrase"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    fn says(&self, arguments: &[&str]) -> Result<Value> {
        read(self.command(arguments).output()?, arguments)
    }

    fn people(&self, dossier: &str) -> Result<Vec<String>> {
        let people = self.says(&["person", "list", dossier])?;
        let people = people.as_array().context("no list")?.iter();
        Ok(people.filter_map(|person| person["name"].as_str().map(str::to_owned)).collect())
    }
}

fn read(output: Output, arguments: &[&str]) -> Result<Value> {
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "kring {}: {said}", arguments.join(" "));
    Ok(serde_json::from_slice(&output.stdout).unwrap_or_default())
}

/// Both look for each other at the same time.
fn sync(one: &Coach<'_>, other: &Coach<'_>) -> Result<[Value; 2]> {
    let [one, other] = [one.command(&["sync"]).spawn()?, other.command(&["sync"]).spawn()?];
    let rounds = [one.wait_with_output()?, other.wait_with_output()?].map(|output| read(output, &["sync"]));
    let [one, other] = rounds;
    Ok([one?, other?])
}

#[test]
fn two_coaches_in_one_room_meet_share_and_edit_without_a_mailbox() -> Result<()> {
    if !Room::is_allowed() {
        println!("left out: only root may make network namespaces");
        return Ok(());
    }
    let room = Room::new()?;
    let (anna, bram) = (Coach::new(&room, 0, "Anna")?, Coach::new(&room, 1, "Bram")?);
    let refused = anna.says(&["sync"]).unwrap_err().to_string();
    ensure!(refused.contains("waar de berichten liggen") || refused.contains("messages"), "{refused}");
    anna.says(&["direct", "on"])?;
    bram.says(&["direct", "on"])?;

    let invitation = anna.says(&["invite"])?;
    let file = bram.home.path().join("uitnodiging.kring");
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
    ensure!(bram.people(dossier)? == ["Fatima"]);

    anna.says(&["person", "add", dossier, "name=Joris"])?;
    bram.says(&["person", "add", dossier, "name=Bea"])?;
    let begun = std::time::Instant::now();
    println!("{:?}", sync(&anna, &bram)?);
    println!("a round took {:?}", begun.elapsed());
    for coach in [&anna, &bram] {
        let mut people = coach.people(dossier)?;
        people.sort();
        ensure!(people == ["Bea", "Fatima", "Joris"], "{people:?}");
    }

    // Whoever is away is waited for; nothing is lost, and what was written then comes the next time.
    room.cable(false)?;
    anna.says(&["person", "add", dossier, "name=Karim"])?;
    anna.says(&["sync"])?;
    ensure!(bram.people(dossier)?.len() == 3);
    room.cable(true)?;
    sync(&anna, &bram)?;
    ensure!(bram.people(dossier)?.len() == 4);

    bram.says(&["direct", "off"])?;
    ensure!(bram.says(&["sync"]).is_err());
    Ok(())
}
