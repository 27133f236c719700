//! Paper from the terminal: real processes, a real vault, and files that other programs read.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use std::path::Path;
use std::process::Command;

fn says(home: &Path, words: &[&str]) -> String {
    let mut kring = Command::new(env!("CARGO_BIN_EXE_kring"));
    kring.current_dir(home).args(["--vault", "anna"]).args(words);
    let output =
        kring.env("KRING_PASSPHRASE_FILE", "passphrase").env_remove("KRING_LANGUAGE").output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn text(file: &Path) -> String {
    let output = Command::new("pdftotext").arg(file).arg("-").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_paper_of_a_dossier_is_printed_and_recorded_in_the_access_log() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    std::fs::write(home.join("passphrase"), "fiets paraplu zondag kachel").unwrap();
    says(home, &["init", "--name", "Anna", "--role", "professional"]);
    let id = says(home, &["dossier", "new", "Mevrouw De Wit"]);
    says(
        home,
        &[
            "person",
            "add",
            &id,
            "name=Fatima",
            "relation=neighbour",
            "gender=woman",
            "remark=Stiekem verliefd.",
        ],
    );
    says(home, &["note", "add", &id, "kind=visit", "title=Bezoek", "text=Koffie gedronken."]);

    // Without a window there is no drawing: the network is a list.
    assert_eq!(says(home, &["paper", "plan", &id, "-o", "plan.pdf"]), "plan.pdf");
    let plan = text(&home.join("plan.pdf"));
    assert!(
        plan.contains("Fatima, buurvrouw") && !plan.contains("verliefd") && !plan.contains("Koffie"),
        "{plan}"
    );

    says(home, &["paper", "handover", &id, "-o", "over.pdf", "--texts", "0"]);
    let titles = text(&home.join("over.pdf"));
    assert!(titles.contains("Bezoek") && !titles.contains("Koffie"), "{titles}");
    says(home, &["paper", "handover", &id, "-o", "over.pdf", "--language", "en"]);
    let english = text(&home.join("over.pdf"));
    assert!(
        english.contains("Where the dossier stands") && english.contains("Koffie gedronken."),
        "{english}"
    );

    let files = says(home, &["--json", "paper", "copy", &id, "-o", "alles.pdf"]);
    assert_eq!(files, r#"{"files":["alles.pdf","alles.json"]}"#);
    assert!(text(&home.join("alles.pdf")).contains("Stiekem verliefd."));
    assert!(std::fs::read_to_string(home.join("alles.json")).unwrap().contains("Stiekem verliefd."));

    let log = says(home, &["log"]);
    let formats: Vec<&str> =
        log.lines().filter_map(|line| line.rsplit_once("  ")).map(|(_, format)| format).collect();
    assert_eq!(formats, ["copy", "handover", "handover", "plan"]);
}
