//! The terminal program as scripts use it: real processes, a real vault.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;

struct Terminal {
    home: TempDir,
}

impl Terminal {
    fn new() -> Self {
        let terminal = Self { home: tempfile::tempdir().unwrap() };
        terminal.passphrases("fiets paraplu zondag kachel");
        terminal
    }

    fn passphrases(&self, lines: &str) {
        std::fs::write(self.passphrase_file(), lines).unwrap();
    }

    fn passphrase_file(&self) -> PathBuf {
        self.home.path().join("passphrase")
    }

    fn kring(&self, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_kring"))
            .current_dir(self.home.path())
            .args(["--vault", "anna"])
            .args(words)
            .env("KRING_PASSPHRASE_FILE", self.passphrase_file())
            .env_remove("KRING_LANGUAGE")
            .output()
            .unwrap()
    }

    /// Runs a command that must succeed, and returns what it prints.
    fn says(&self, words: &[&str]) -> String {
        let output = self.kring(words);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{words:?}: {told}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// Runs a command that must be refused, and returns its exit code and its sentence.
    fn refuses(&self, words: &[&str]) -> (i32, String) {
        let output = self.kring(words);
        assert!(output.stdout.is_empty(), "{words:?} printed on standard output");
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    }
}

#[test]
fn a_network_is_saved_between_commands() {
    let terminal = Terminal::new();
    terminal.says(&["init", "--name", "Anna", "--role", "professional"]);
    let dossier = terminal.says(&["dossier", "new", "Mevrouw De Wit"]);
    let fatima = terminal.says(&["person", "add", &dossier, "name=Fatima", "relation=neighbour"]);
    let joris = terminal.says(&["person", "add", &dossier, "name=Joris", "gives=company,practical"]);
    terminal.says(&["tie", "add", &dossier, &format!("a={fatima}"), &format!("b={joris}")]);
    terminal.says(&["person", "set", &dossier, &fatima, "quality=close", "relation=friend"]);
    terminal.says(&["note", "add", &dossier, "kind=visit", "text=Koffie gedronken."]);
    let people = terminal.says(&["person", "list", &dossier]);
    assert!(people.contains("name=Fatima") && people.contains("relation=friend"), "{people}");
    let notes = terminal.says(&["note", "list", &dossier, "--json"]);
    assert!(notes.contains("\"text\":\"Koffie gedronken.\""), "{notes}");
    let shown = terminal.says(&["dossier", "show", &dossier, "--json"]);
    assert!(shown.contains("\"ties\":[{"), "{shown}");
    terminal.says(&["person", "remove", &dossier, &joris]);
    assert!(!terminal.says(&["person", "list", &dossier]).contains("Joris"));
    assert!(terminal.says(&["check"]).starts_with("Alles is in orde"));
}

#[test]
fn every_refusal_is_a_sentence_on_standard_error_and_a_number() {
    let terminal = Terminal::new();
    assert_eq!(terminal.refuses(&["dossier", "list"]).0, 1);
    terminal.says(&["init", "--name", "Anna", "--role", "volunteer"]);
    let dossier = terminal.says(&["dossier", "new", "Meneer Aydin"]);
    let (number, sentence) = terminal.refuses(&["person", "add", &dossier, "relation=friend"]);
    assert_eq!((number, sentence.as_str()), (1, "Vul in: Naam.\n"));
    assert_eq!(terminal.refuses(&["person", "add", &dossier, "name=A", "relation=fiend"]).0, 2);
    assert_eq!(terminal.refuses(&["person", "list", "d-nonsense"]).0, 2);
    terminal.passphrases("een heel andere zin dan dat");
    let (number, sentence) = terminal.refuses(&["dossier", "list", "--language", "en"]);
    assert_eq!(number, 3);
    assert!(sentence.starts_with("This passphrase does not fit."), "{sentence}");
}

#[test]
fn a_passphrase_is_changed_and_a_forgotten_one_replaced() {
    let terminal = Terminal::new();
    let code = terminal.says(&["init", "--name", "Anna", "--role", "trainee"]);
    terminal.passphrases("fiets paraplu zondag kachel\ntrompet wolk kelder lamp");
    terminal.says(&["passphrase"]);
    terminal.passphrases("trompet wolk kelder lamp");
    terminal.says(&["dossier", "list"]);
    terminal.passphrases(&format!("{code}\nzolder beker vlieger tulp"));
    terminal.says(&["recover"]);
    terminal.passphrases("zolder beker vlieger tulp");
    terminal.says(&["dossier", "list"]);
}

#[test]
fn a_new_recovery_code_needs_the_passphrase_and_replaces_the_old_one() {
    let terminal = Terminal::new();
    let old = terminal.says(&["init", "--name", "Anna", "--role", "professional"]);
    terminal.passphrases("trompet wolk kelder lamp");
    let (number, sentence) = terminal.refuses(&["recovery-code"]);
    assert_eq!(number, 3);
    assert!(sentence.starts_with("Deze wachtzin past niet."), "{sentence}");

    terminal.passphrases("fiets paraplu zondag kachel");
    let code = terminal.says(&["recovery-code"]);
    terminal.passphrases(&format!("{old}\nzolder beker vlieger tulp"));
    assert_eq!(terminal.refuses(&["recover"]).0, 3);
    terminal.passphrases(&format!("{code}\nzolder beker vlieger tulp"));
    terminal.says(&["recover"]);
}

/// The characters that a terminal obeys and that a test looks for: escape, bell, the control sequence
/// introducer, delete, and the override of the direction.
const OBEYED: [char; 5] = ['\u{1b}', '\u{7}', '\u{9b}', '\u{7f}', '\u{202e}'];

#[test]
fn what_others_wrote_cannot_control_the_terminal() {
    let terminal = Terminal::new();
    let name = "Anna\u{1b}]0;mail\u{7}\u{9b}2J\u{7f}\u{202e}";
    terminal.says(&["init", "--name", name, "--role", "professional"]);
    let identity = terminal.says(&["identity"]);
    assert!(identity.contains("Anna") && !identity.contains(OBEYED), "{identity:?}");

    let dossier = terminal.says(&["dossier", "new", "Mevrouw De Wit"]);
    let written = terminal.says(&["export", &dossier, "--format", "json", "--output", name]);
    assert!(written.contains("Anna") && !written.contains(OBEYED), "{written:?}");
    let written = terminal.says(&["export", &dossier, "--format", "json", "--output", name, "--json"]);
    assert!(written.contains("Anna") && !written.contains(OBEYED), "{written:?}");
    let written: serde_json::Value = serde_json::from_str(&written).unwrap();
    assert_eq!(written["files"][0], name, "a program reads the name as it is");

    let (_, sentence) = terminal.refuses(&["import", name, "--new", "Mevrouw De Wit"]);
    assert!(sentence.contains("Anna") && !sentence.contains(OBEYED), "{sentence:?}");
}

#[test]
fn a_file_of_another_program_goes_in_and_a_dossier_comes_out() {
    let terminal = Terminal::new();
    terminal.says(&["init", "--name", "Anna", "--role", "professional"]);
    let file = terminal.home.path().join("netwerk.csv");
    std::fs::write(&file, "naam;relatie\nFatima;buurvrouw\nJoop;tuinman\n").unwrap();
    let file = file.to_str().unwrap();
    let told = terminal.says(&["import", file, "--new", "Mevrouw De Wit", "--dry-run"]);
    assert!(
        told.contains("2 mensen in het bestand: 2 erbij") && told.contains("3  relatie: tuinman  "),
        "{told}"
    );
    assert_eq!(terminal.says(&["dossier", "list"]), "");

    let told = terminal.says(&["import", file, "--new", "Mevrouw De Wit"]);
    let id = told.lines().next().unwrap();
    let again = terminal.says(&["import", file, "--dossier", id]);
    assert!(again.contains("2 mensen in het bestand: 2 stonden er al"), "{again}");
    let out = terminal.home.path().join("wit.graphml");
    terminal.says(&["export", id, "--format", "graphml", "-o", out.to_str().unwrap()]);
    assert!(std::fs::read_to_string(&out).unwrap().contains(">Fatima<"));
    assert!(terminal.says(&["log"]).ends_with("graphml"));
    let (code, told) = terminal.refuses(&["import", "/nergens.csv", "--dossier", id]);
    assert!(code == 1 && told.contains("/nergens.csv"), "{told}");
}

#[test]
fn changes_one_after_the_other_make_no_conflict() {
    let terminal = Terminal::new();
    terminal.says(&["init", "--name", "Anna", "--role", "professional"]);
    let id = terminal.says(&["dossier", "new", "Mevrouw De Wit"]);
    assert_eq!(terminal.says(&["at-once", "list", &id]), "Er is niets door twee mensen tegelijk veranderd.");
    assert_eq!(terminal.says(&["at-once", "list", &id, "--json"]), "[]");
    let (code, told) = terminal.refuses(&["at-once", "settle", &id, "1", "1"]);
    assert!(code == 1 && told.contains("kring at-once list"), "{told}");
}

#[test]
fn a_network_is_measured_as_it_is_and_as_it_was() {
    let terminal = Terminal::new();
    terminal.says(&["init", "--name", "Anna", "--role", "professional"]);
    let dossier = terminal.says(&["dossier", "new", "Mevrouw De Wit"]);
    let fatima =
        terminal.says(&["person", "add", &dossier, "name=Fatima", "gives=company,practical", "ring=friends"]);
    let joris = terminal.says(&["person", "add", &dossier, "name=Joris", "ring=intimates"]);
    terminal.says(&["tie", "add", &dossier, &format!("a={fatima}"), &format!("b={joris}")]);
    terminal.says(&["moment", "add", &dossier, "name=Start"]);
    terminal.says(&["person", "set", &dossier, &joris, "ring=services"]);
    terminal.says(&["person", "add", &dossier, "name=Wim"]);

    let now = terminal.says(&["quality", &dossier, "--json"]);
    assert!(now.starts_with("{\"size\":3,\"ties\":1,\"density\":0.3333333333333333,"), "{now}");
    let then = terminal.says(&["quality", &dossier, "--json", "--at", "start"]);
    assert!(then.starts_with("{\"size\":2,\"ties\":1,\"density\":1.0,"), "{then}");

    let said = terminal.says(&["quality", &dossier]);
    assert!(said.starts_with("Fatima draagt veel: 2 van de "), "{said}");
    assert!(said.contains("Sinds het laatste meetmoment is de band losser geworden met: Joris."), "{said}");
    let (code, told) = terminal.refuses(&["quality", &dossier, "--at", "na een jaar"]);
    assert!(code == 1 && told.contains("“na een jaar”"), "{told}");
}

#[test]
fn two_moments_are_compared_in_sentences_and_as_json() {
    let terminal = Terminal::new();
    terminal.says(&["init", "--name", "Anna", "--role", "professional"]);
    let dossier = terminal.says(&["dossier", "new", "Mevrouw De Wit"]);
    let joris = terminal.says(&["person", "add", &dossier, "name=Joris", "ring=friends"]);
    terminal.says(&["moment", "add", &dossier, "name=Start"]);
    terminal.says(&["person", "set", &dossier, &joris, "ring=intimates"]);
    terminal.says(&["person", "add", &dossier, "name=Wim"]);
    terminal.says(&["person", "add", &dossier, "name=Ria"]);

    let said = terminal.says(&["then-and-now", &dossier, "start"]);
    let expected = "Ria, Wim kwamen erbij.\nJoris kwam dichterbij te staan.\n\
                    Het netwerk telde eerst 1 en daarna 3 mensen en organisaties.\n\
                    De binnenste ring telde eerst 0, daarna 1.";
    let alike = said.replace("Wim, Ria", "Ria, Wim");
    assert!(alike.starts_with(expected), "{said}");
    let told = terminal.says(&["then-and-now", &dossier, "start", "--json"]);
    assert!(told.contains("\"comparison\":{\"came\":["), "{told}");
    let nothing = terminal.says(&["then-and-now", &dossier, "start", "start"]);
    assert!(nothing.starts_with("Er is bij de mensen op de kaart niets veranderd."), "{nothing}");
    let (code, told) = terminal.refuses(&["then-and-now", &dossier, "na een jaar"]);
    assert!(code == 1 && told.contains("“na een jaar”"), "{told}");
}

#[test]
fn old_history_is_removed_once_somebody_says_yes() {
    let terminal = Terminal::new();
    terminal.says(&["init", "--name", "Anna", "--role", "professional"]);
    let dossier = terminal.says(&["dossier", "new", "Mevrouw De Wit"]);
    terminal.says(&["person", "add", &dossier, "name=Fatima"]);
    terminal.says(&["moment", "add", &dossier, "name=Start"]);
    terminal.says(&["person", "add", &dossier, "name=Wim"]);
    let then = terminal.says(&["quality", &dossier, "--json", "--at", "start"]);
    let (code, told) = terminal.refuses(&["history", "forget", &dossier]);
    assert!(code == 1 && told.contains("Mevrouw De Wit") && told.contains("op het meetmoment."), "{told}");
    assert!(told.contains("Er is niets gewist."), "{told}");
    assert_eq!(terminal.says(&["history", "forget", &dossier, "--yes"]), "De oude geschiedenis is gewist.");
    assert_eq!(terminal.says(&["history", "forget", &dossier, "--yes", "--json"]), "{\"done\":true}");
    assert_eq!(terminal.says(&["quality", &dossier, "--json", "--at", "start"]), then);
    assert!(terminal.says(&["log"]).ends_with("history"));

    terminal.says(&["consent", &dossier, "--purpose", "Overleg", "--given-by", "Mevrouw De Wit"]);
    let (code, told) = terminal.refuses(&["history", "forget", &dossier, "--yes"]);
    assert!(code == 1 && told.contains("nooit hebt gedeeld"), "{told}");
}

#[test]
fn a_plan_is_suggested_carried_out_and_followed_by_aftercare() {
    let terminal = Terminal::new();
    terminal.says(&["init", "--name", "Anna", "--role", "professional"]);
    let dossier = terminal.says(&["dossier", "new", "Mevrouw De Wit"]);
    let marieke =
        terminal.says(&["person", "add", &dossier, "name=Marieke", "ring=friends", "frequency=yearly"]);
    let said = terminal.says(&["action", "suggest", &dossier]);
    assert!(said.starts_with("Marieke staat dichtbij"), "{said}");
    let suggested = terminal.says(&["action", "suggest", &dossier, "--json"]);
    assert!(suggested.contains("\"intervention\":\"revive\""), "{suggested}");
    let goal = terminal.says(&["goal", "add", &dossier, "title=Elkaar weer zien", "life=relations"]);
    let about = [format!("member={marieke}"), format!("goal={goal}")];
    let action = terminal.says(&[
        "action",
        "add",
        &dossier,
        "title=Marieke bellen",
        "intervention=revive",
        &about[0],
        &about[1],
        "place=thuis",
        "due=2026-12-01",
    ]);
    assert_eq!(terminal.says(&["action", "suggest", &dossier]), "");
    terminal.says(&["action", "begin", &dossier, &action]);
    terminal.says(&["person", "set", &dossier, &marieke, "frequency=monthly"]);
    terminal.says(&["action", "end", &dossier, &action]);
    terminal.says(&["action", "set", &dossier, &action, "worked=yes", "outcome=Ze komt elke maand."]);
    let progress = terminal.says(&["action", "progress", &dossier]);
    assert!(progress.ends_with("Er kwam vaker contact met Marieke."), "{progress}");
    let listed = terminal.says(&["action", "list", &dossier]);
    assert!(listed.contains("worked=yes") && listed.contains("ended="), "{listed}");

    terminal.says(&["approach", "add", &dossier, "method=role_valorisation", "participants=Marieke"]);
    assert!(terminal.says(&["approach", "list", &dossier, "--json"]).contains("role_valorisation"));
    terminal.says(&["check-in", "plan", &dossier, "2026-01-31"]);
    let due = terminal.says(&["check-in", "list", &dossier]);
    assert!(due.contains("due=2026-02-28") && due.contains("due=2027-01-31"), "{due}");
    let february = due.lines().find(|line| line.contains("due=2026-02-28")).unwrap();
    let february = february.split_whitespace().next().unwrap();
    let hold = [
        "check-in",
        "hold",
        &dossier,
        february,
        "--on",
        "2026-03-02",
        "--going",
        "well",
        "--moment",
        "Na een maand",
    ];
    terminal.says(&hold);
    assert!(terminal.says(&["moment", "list", &dossier]).contains("name=Na een maand"));
}

#[test]
fn the_load_of_a_carer_is_noted_and_shown_with_its_scores_and_hands() {
    let terminal = Terminal::new();
    terminal.says(&["init", "--name", "Anna", "--role", "professional"]);
    let dossier = terminal.says(&["dossier", "new", "Mevrouw De Wit"]);
    terminal.says(&["person", "add", &dossier, "name=Joris", "carer_roles=pivotal_carer"]);
    let add = |instrument: &str, day: &str, answers: &str| {
        let words = ["carer", &dossier, "add", "--instrument", instrument, "--person", "joris", "--day", day];
        terminal.says(&[&words[..], &["--answers", answers]].concat())
    };
    add("caregiver_strain_index", "2026-05-01", "1110000000000");
    let last = add("caregiver_strain_index", "2026-11-01", "1111111100000");
    add("carer_qol", "2026-11-01", "10101----");
    let shown = terminal.says(&["carer", &dossier, "show", "--json"]);
    assert!(shown.contains("\"warning\":\"high\"") && shown.contains("\"score\":8,\"high\":true"), "{shown}");
    assert!(shown.contains("\"missing\":[\"support\",\"body\",\"happiness\"],\"outcome\":null"), "{shown}");
    let said = terminal.says(&["carer", &dossier, "show"]);
    assert!(said.starts_with("Joris  Hand omhoog") && said.contains("8 van de 13"), "{said}");
    assert!(terminal.says(&["carer", &dossier, "list"]).contains("answers=1111111100000"));
    let list = terminal.says(&["dossier", "list", "--json"]);
    assert!(list.contains("\"carer_load\":\"high\""), "{list}");

    let refused = |answers: &str| {
        terminal.refuses(&["carer", &dossier, "add", "--instrument", "three_questions", "--answers", answers])
    };
    assert!(refused("01").1.contains("3 tekens"), "{}", refused("01").1);
    assert!(refused("013").1.contains("vraag 3"), "{}", refused("013").1);
    terminal.says(&["carer", &dossier, "remove", &last]);
    assert!(terminal.says(&["carer", &dossier, "show", "--json"]).contains("\"warning\":null"));
}

#[test]
fn a_private_note_is_marked_wherever_notes_are_listed_and_has_nothing_but_its_text() {
    let terminal = Terminal::new();
    terminal.says(&["init", "--name", "Anna", "--role", "professional"]);
    let dossier = terminal.says(&["dossier", "new", "Mevrouw De Wit"]);
    let shared = terminal.says(&["note", "add", &dossier, "kind=visit", "text=Koffie gedronken."]);
    let own = terminal.says(&["note", "add", &dossier, "--private", "text=Ik vond de koffie slap."]);
    let line = |listed: &str, id: &str| listed.lines().find(|line| line.contains(id)).unwrap().to_owned();

    let listed = terminal.says(&["note", "list", &dossier]);
    assert!(line(&listed, &own).ends_with("private=true  text=Ik vond de koffie slap."), "{listed}");
    assert!(!line(&listed, &shared).contains("private"), "{listed}");
    let found = terminal.says(&["search", "koffie"]);
    assert!(line(&found, &own).ends_with("\tAlleen voor jou"), "{found}");
    assert!(line(&found, &shared).ends_with("*Koffie* gedronken."), "{found}");

    terminal.says(&["note", "set", &dossier, &own, "text=De koffie was slap."]);
    assert!(terminal.says(&["note", "list", &dossier]).contains("text=De koffie was slap."));
    let (code, told) = terminal.refuses(&["note", "add", &dossier, "--private", "kind=visit", "text=Stil."]);
    assert!(code == 2 && told.starts_with("“kind” hoort niet bij een notitie alleen voor jou."), "{told}");
    assert_eq!(terminal.refuses(&["note", "set", &dossier, &own, "title=Bezoek"]).0, 2);
    let (code, told) = terminal.refuses(&["note", "add", &dossier, "--private"]);
    assert_eq!((code, told.as_str()), (1, "Vul in: Tekst.\n"));

    terminal.says(&["note", "remove", &dossier, &own]);
    assert!(!terminal.says(&["note", "list", &dossier]).contains("slap"));
    // The id of a private note that was deleted never becomes the id of a shared note.
    let (code, told) = terminal.refuses(&["note", "set", &dossier, &own, "text=De koffie was slap."]);
    assert!(code == 1 && told.starts_with(&own), "{told}");
}
