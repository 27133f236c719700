//! Two vaults on one computer, driven as a script drives them: by commands of the terminal program and their
//! JSON, over a folder and over a real S3 server; and the search and the private notes of one coach.

mod computers;
mod folder_without_sync;
mod private_notes;
mod searching;
mod storage;

use anyhow::{Context, Result, ensure};
use kring_tests::{Coach, USER};
use serde_json::{Value, json};

use storage::Storage;

#[test]
fn two_vaults_meet_share_a_dossier_write_offline_and_stop_sharing_over_a_folder() -> Result<()> {
    two_vaults_meet_share_a_dossier_write_offline_and_stop_sharing(Storage::folder()?)
}

#[test]
fn two_vaults_meet_share_a_dossier_write_offline_and_stop_sharing_over_an_s3_server() -> Result<()> {
    two_vaults_meet_share_a_dossier_write_offline_and_stop_sharing(Storage::s3()?)
}

fn two_vaults_meet_share_a_dossier_write_offline_and_stop_sharing(mut storage: Storage) -> Result<()> {
    let (anna, bram) = (Coach::new("Anna", "professional")?, Coach::new("Bram", "volunteer")?);
    meet(&anna, &bram, &storage)?;

    // Nothing is shared without the client's consent; with it, the whole dossier arrives.
    let id = made(anna.says(&["dossier", "new", "Mevrouw De Wit"])?)?;
    let fatima = made(anna.says(&["person", "add", &id, "name=Fatima"])?)?;
    let note = made(anna.says(&["note", "add", &id, "kind=visit", "text=Koffie bij Fatima."])?)?;
    let action = made(anna.says(&["action", "add", &id, "title=Naar het koor"])?)?;
    let refused = anna.says(&["share", &id, "Bram"]).err().context("shared without a consent")?.to_string();
    ensure!(refused.contains("toestemming"), "{refused}");
    anna.says(&["consent", &id, "--purpose", "samen begeleiden", "--given-by", "Mevrouw De Wit"])?;
    anna.says(&["share", &id, "Bram"])?;
    until_quiet(&anna, &bram)?;
    ensure!(shown(&bram, &id)? == shown(&anna, &id)?);
    ensure!(bram.says(&["person", "list", &id])?[0]["name"] == "Fatima");
    let received = |charter: Value| charter["members"].as_array().cloned().unwrap_or_default();
    let members = received(anna.says(&["charter", &id])?);
    ensure!(members.iter().any(|one| one["name"] == "Bram" && one["received"].is_string()), "{members:?}");

    // While the storage is unreachable both write about the same person, in the same note and in the same
    // plan.
    storage.go_away()?;
    for (coach, relation, text, field, goal) in [
        (&anna, "neighbour", "Anna was er. Koffie bij Fatima.", "doer=Bram", "Samen eten"),
        (&bram, "friend", "Koffie bij Fatima. Bram bracht bloemen.", "first_step=Bellen", "Weer zingen"),
    ] {
        coach.says(&["person", "set", &id, &fatima, &format!("relation={relation}")])?;
        coach.says(&["note", "set", &id, &note, &format!("text={text}")])?;
        coach.says(&["action", "set", &id, &action, field])?;
        coach.says(&["goal", "add", &id, &format!("title={goal}")])?;
        let refused = coach.says(&["sync"]).err().context("a storage that is away was reached")?.to_string();
        ensure!(refused.contains("niet bereikbaar") || refused.contains("bestaat niet"), "{refused}");
    }
    ensure!(shown(&bram, &id)? != shown(&anna, &id)?);
    storage.come_back()?;
    until_quiet(&anna, &bram)?;
    let both = shown(&anna, &id)?;
    ensure!(shown(&bram, &id)? == both);
    let [_, notes, actions, goals] = &both;
    let text = "Anna was er. Koffie bij Fatima. Bram bracht bloemen.";
    ensure!(notes[0]["text"] == text, "{notes}");
    ensure!(actions[0]["doer"] == "Bram" && actions[0]["first_step"] == "Bellen", "{actions}");
    ensure!(goals.as_array().is_some_and(|goals| goals.len() == 2), "{goals}");

    // The conflict in one field is a question to both, until one of them chooses.
    let question = |coach: &Coach<'_>| coach.says(&["at-once", "list", &id]);
    for coach in [&anna, &bram] {
        let open = question(coach)?;
        ensure!(open.as_array().is_some_and(|open| open.len() == 1), "{open}");
        ensure!(open[0]["about"]["field"] == "relation" && open[0]["name"] == "Fatima", "{open}");
    }
    let answers = question(&bram)?[0]["answers"].as_array().cloned().unwrap_or_default();
    let friend = answers.iter().position(|one| one["shown"]["values"] == json!(["friend"]));
    bram.says(&[
        "at-once",
        "settle",
        &id,
        "1",
        &(friend.context("Bram's own value is no answer")? + 1).to_string(),
    ])?;
    until_quiet(&anna, &bram)?;
    ensure!(question(&anna)? == json!([]) && question(&bram)? == json!([]));
    ensure!(shown(&anna, &id)?[0][0]["relation"] == "friend" && shown(&bram, &id)? == shown(&anna, &id)?);

    // Anna stops sharing. Bram learns of it, keeps the dossier as it is, may not write in it, and receives
    // nothing more.
    ensure!(anna.says(&["note", "add", &id, "kind=visit", "text=Voor Bram."]).is_ok());
    ensure!(until_quiet(&anna, &bram)? > 0, "before the withdrawal what Anna writes is sent");
    anna.says(&["withdraw", &id, "Bram"])?;
    until_quiet(&anna, &bram)?;
    ensure!(bram.says(&["charter", &id])?["role"] == Value::Null);
    let kept = shown(&bram, &id)?;
    anna.says(&["person", "add", &id, "name=Geheim"])?;
    anna.says(&["note", "set", &id, &note, "text=Alleen voor Anna."])?;
    anna.says(&["action", "set", &id, &action, "outcome=Alleen voor Anna."])?;
    ensure!(anna.says(&["sync"])?["sent"] == 0);
    ensure!(storage.envelopes() == 0, "an envelope is left in a mailbox");
    ensure!(bram.says(&["sync"])?["received"] == 0);
    ensure!(shown(&bram, &id)? == kept && shown(&anna, &id)? != kept);
    ensure!(bram.says(&["person", "add", &id, "name=Bea"]).is_err(), "Bram may not write any more");
    for coach in [&anna, &bram] {
        ensure!(coach.says(&["check"])?["problems"] == json!([]));
    }
    Ok(())
}

/// Lets Anna invite and Bram accept an invitation, which names the storage. They compare the words and
/// confirm that these match.
fn meet(anna: &Coach<'_>, bram: &Coach<'_>, storage: &Storage) -> Result<()> {
    anna.says(&["mailbox", "set", &storage.address(), "--user", USER])?;
    let invitation = anna.says(&["invite"])?;
    let file = bram.home().join("uitnodiging.kring");
    std::fs::write(&file, invitation["code"].as_str().context("no code")?)?;
    bram.says(&["accept", file.to_str().context("no path")?])?;
    ensure!(bram.says(&["mailbox", "show"])? == anna.says(&["mailbox", "show"])?);
    until_quiet(bram, anna)?;
    let other = |coach: &Coach<'_>| Ok::<_, anyhow::Error>(coach.says(&["identity"])?["people"][0].clone());
    let (annas, brams) = (other(anna)?, other(bram)?);
    ensure!(annas["name"] == "Bram" && brams["name"] == "Anna");
    ensure!(annas["words"] == brams["words"], "{annas} {brams}");
    ensure!(annas["words"].as_array().is_some_and(|words| words.len() == 4), "{annas}");
    anna.says(&["confirm", "Bram"])?;
    bram.says(&["confirm", "Anna"])?;
    for coach in [anna, bram] {
        ensure!(other(coach)?["state"] == "confirmed");
    }
    Ok(())
}

/// Lets both exchange in turns until neither has anything to send, and returns the number of envelopes that
/// were sent.
fn until_quiet(one: &Coach<'_>, other: &Coach<'_>) -> Result<u64> {
    let mut sent = 0;
    for _ in 0..6 {
        let mut carried = 0;
        for coach in [one, other] {
            let round = coach.says(&["sync"])?;
            ensure!(round["unreadable"] == 0, "{round}");
            let number = |field: &str| round[field].as_u64().context("no round");
            sent += number("sent")?;
            carried += number("sent")? + number("received")?;
        }
        if carried == 0 {
            return Ok(sent);
        }
    }
    anyhow::bail!("the two never stop answering each other")
}

/// Returns a dossier as a coach sees it: people, notes with their texts, actions and goals.
fn shown(coach: &Coach<'_>, id: &str) -> Result<[Value; 4]> {
    let list = |kind: &str| {
        let mut all = coach.says(&[kind, "list", id])?.as_array().cloned().context("no list")?;
        all.sort_by_key(|one| one["id"].to_string());
        Ok::<_, anyhow::Error>(Value::from(all))
    };
    Ok([list("person")?, list("note")?, list("action")?, list("goal")?])
}

fn made(answer: Value) -> Result<String> {
    Ok(answer["id"].as_str().context("nothing was made")?.to_owned())
}
