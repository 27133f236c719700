//! Methods of an organisation's own: valid files, and the errors of invalid ones.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod support;

use dossier::method::{MethodError, MethodPath, WorkArea};
use dossier::model::{OwnMethod, OwnMethodField, ProfileField};
use dossier::{Edit, Id, OwnMethodId, Prose, edit};
use proptest::prelude::*;
use support::*;

/// A frozen file of a method, which every later version must read.
const FROZEN: &str = include_str!("fixtures/method-format-1.toml");

/// The example in the page about the format.
const EXAMPLE: &str = include_str!("../../../docs/method-example.toml");

const STEP: &str =
    "[[step]]\nname = \"koffie\"\nabout = \"talk\"\ntitle = \"Koffie\"\npurpose = \"Praten.\"\n";

fn method(rest: &str) -> Result<MethodPath, MethodError> {
    MethodPath::read(&format!("kring-method = 1\nname = \"eigen\"\ntitle = \"Eigen\"\n{rest}"))
}

#[test]
fn the_first_format_of_a_method_is_read() {
    let path = MethodPath::read(FROZEN).unwrap();
    assert_eq!((path.name.as_str(), path.title.as_deref()), ("koffie-eerst", Some("Koffie eerst")));
    let phases: Vec<(&str, usize)> =
        path.phases.iter().map(|phase| (phase.name.as_str(), phase.steps.len())).collect();
    assert_eq!(phases, [("Kennismaken", 2), ("Doen", 1)]);
    let koffie = path.step("koffie").unwrap();
    assert_eq!((&koffie.about, koffie.title.as_deref()), (&WorkArea::Talk, Some("Samen koffie drinken")));
    assert_eq!(koffie.questions.len(), 3);
    assert!(path.step("uitnodigen").unwrap().questions.is_empty());
    MethodPath::read(EXAMPLE).unwrap();
}

#[test]
fn a_slip_in_the_file_is_reported_with_its_line() {
    use MethodError as E;
    let read = |rest: &str| method(rest).unwrap_err();
    let line = |error: &MethodError| {
        let args = error.args();
        args.iter().find(|(key, _)| *key == "line").map(|(_, line)| line.parse::<usize>().unwrap())
    };
    let step = |changed: &str, to: &str| read(&STEP.replace(changed, to));
    let cases = [
        (step("\"talk\"", "\"tea\""), 6),
        (step("\"talk\"", "7"), 6),
        (step("\"Koffie\"", "\"\""), 7),
        (step("\"Koffie\"", &format!("\"{}\"", "x".repeat(61))), 7),
        (step("\"koffie\"", "\"Koffie!\""), 5),
        (step("title", "titel"), 7),
        (step("title = \"Koffie\"\n", ""), 4),
        (step("purpose = \"", "purpose = "), 8),
        (read(&format!("{STEP}{STEP}")), 10),
        (read(&format!("{STEP}questions = [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\"]")), 9),
    ];
    for (error, at) in &cases {
        assert_eq!(line(error), Some(*at), "{error:?}");
    }
    assert!(matches!(cases[0].0, E::UnknownPart { .. }));
    assert!(matches!(cases[5].0, E::UnknownKey { .. }));
    assert!(matches!(cases[6].0, E::Missing { key: "title", .. }));
    assert!(matches!(cases[7].0, E::Unreadable { .. }));
    assert!(matches!(cases[8].0, E::TwiceNamed { .. }));
    assert_eq!(read(""), E::StepCount { most: 30 });
    let many: String = (0..31).map(|n| STEP.replace("koffie", &format!("koffie-{n}"))).collect();
    assert_eq!(read(&many), E::StepCount { most: 30 });
    let phase = |name: &str, phase: &str| format!("{}phase = \"{phase}\"\n", STEP.replace("koffie", name));
    let apart = [phase("een", "A"), phase("twee", "B"), phase("drie", "A")].concat();
    assert!(matches!(read(&apart), E::PhaseApart { line: 21, .. }));
}

#[test]
fn a_file_that_is_no_method_or_newer_or_named_as_a_shipped_one_is_refused() {
    assert_eq!(MethodPath::read("naam;relatie"), Err(MethodError::Unreadable { line: 1 }));
    assert_eq!(MethodPath::read(""), Err(MethodError::NotAMethod));
    assert_eq!(
        MethodPath::read("kring-method = 2\nwhatever = 1"),
        Err(MethodError::NewerFormat { found: 2 })
    );
    assert_eq!(MethodPath::read(&" ".repeat(20_001)), Err(MethodError::TooLarge { most: 20_000 }));
    let taken = FROZEN.replace("koffie-eerst", "seven-steps");
    assert!(matches!(MethodPath::read(&taken), Err(MethodError::NameTaken { line: 3, .. })));
}

#[test]
fn a_dossier_reads_the_method_that_its_record_holds() {
    let mut dossier = mrs_de_wit();
    assert_eq!(dossier.method().unwrap().name, "seven-steps");
    let follow = Edit::Profile(ProfileField::Method(Some("koffie-eerst".into())));
    dossier.apply(&follow, at(1)).unwrap();
    assert_eq!(dossier.method(), None);
    let file = |number: u8, text: &str| {
        let fields =
            [OwnMethodField::Name("koffie-eerst".into()), OwnMethodField::Definition(Prose(text.into()))];
        edit::add::<OwnMethod>(OwnMethodId::from_random([number; 10]), fields)
    };
    dossier.apply(&file(9, FROZEN), at(2)).unwrap();
    assert_eq!(dossier.method().unwrap().title.as_deref(), Some("Koffie eerst"));
    // The last one that was added counts, whatever its id.
    dossier.apply(&file(1, &FROZEN.replace("Koffie eerst", "Thee eerst")), at(3)).unwrap();
    assert_eq!(dossier.method().unwrap().title.as_deref(), Some("Thee eerst"));
    assert_eq!(copy_for(&dossier, &bram()).method(), dossier.method());
}

proptest! {
    #[test]
    fn no_file_makes_the_reader_panic(cut in 0..FROZEN.len(), put in ".{0,12}") {
        let at = (0..=cut).rev().find(|at| FROZEN.is_char_boundary(*at)).unwrap();
        let _ = MethodPath::read(&format!("{}{put}{}", &FROZEN[..at], &FROZEN[at..]));
        let _ = MethodPath::read(&FROZEN[..at]);
    }
}
