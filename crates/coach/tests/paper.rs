//! The three papers of a dossier, as other programs read them. `cargo xtask test` installs qpdf and poppler's tools.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use coach::dossier::model::*;
use coach::dossier::*;
use coach::paper::{Paper, PaperDrawing, PaperRequest, PaperTo, print};
use coach::view::CoachRole;
use coach::view_together::{ConsentHow, NewConsent};
use coach::{CoachError, Desk, KdfParams, Language, Lender, Outside, account};
use tempfile::TempDir;

/// 25 November 2026.
fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_782) + TimeDelta::hours(10)
}

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

fn id<I: Id>(number: u8) -> I {
    I::from_random([number; 10])
}

fn member(number: u8) -> Option<MemberId> {
    Some(MemberId::Person(id(number)))
}

fn desk(home: &TempDir) -> Desk {
    let passphrase = "fiets paraplu zondag kachel";
    let anna = account::NewAccount { name: "Anna de Boer", role: CoachRole::Professional, passphrase };
    let outside = Outside { now, ..Outside::COMPUTER };
    account::create(&home.path().join("anna"), &anna, KdfParams::LEAST, outside).unwrap().0
}

/// Greet, with something of every kind in her dossier.
fn greet(desk: &mut Desk) -> DossierId {
    let greet = desk.new_dossier("Greet de Wit").unwrap();
    let note = |number, title: &str, kind, on: &str, agreed: Option<&str>, next: Option<&str>| {
        let fields = vec![
            NoteField::Title(Some(title.into())),
            NoteField::Kind(Some(kind)),
            NoteField::Day(day(on)),
            NoteField::Agreed(agreed.map(str::to_owned)),
            NoteField::Next(next.and_then(day)),
            NoteField::NextTime(next.map(|_| 14 * 60 + 30)),
        ];
        edit::add::<Note>(id(number), fields)
    };
    let edits = vec![
        Edit::Profile(ProfileField::Story("Greet zong dertig jaar in een koor.".into())),
        Edit::Profile(ProfileField::BirthYear(Some(1946))),
        Edit::Profile(ProfileField::District(Some("Oosterwijk".into()))),
        Edit::Profile(ProfileField::CalledIntimates(Some("Mijn eigen kring".into()))),
        edit::add::<Person>(
            id(1),
            [
                PersonField::Name("Joris".into()),
                PersonField::Relation(Some(Relation::Child)),
                PersonField::Gender(Some(Gender::Man)),
                PersonField::Ring(Some(Ring::Intimates)),
                PersonField::Born(Some("1970-05".parse().unwrap())),
                PersonField::Quality(Some(Quality::Strained)),
                PersonField::Remark("Joris drinkt te veel.".into()),
                PersonField::Contact(Some("06-12345678".into())),
                PersonField::Gives([SupportKind::Practical, SupportKind::Emotional].into_iter().collect()),
            ],
        ),
        edit::add::<Person>(
            id(2),
            [
                PersonField::Name("Gülşah Yıldırım".into()),
                PersonField::Relation(Some(Relation::Neighbour)),
                PersonField::Gender(Some(Gender::Woman)),
                PersonField::Ring(Some(Ring::Friends)),
            ],
        ),
        edit::add::<Person>(
            id(3),
            [PersonField::Name("Henk".into()), PersonField::Life(Some(LifeStatus::Deceased))],
        ),
        edit::add::<Organisation>(
            id(1),
            [
                OrganisationField::Name("Koor De Lijster".into()),
                OrganisationField::Remark("Zingt op dinsdag.".into()),
            ],
        ),
        edit::add::<Tie>(
            id(1),
            [TieField::A(member(1)), TieField::B(member(2)), TieField::Kind(Some(TieKind::Neighbours))],
        ),
        edit::add::<Partnership>(
            id(1),
            [
                PartnershipField::A(Some(Relative::Client)),
                PartnershipField::B(Some(Relative::Person(id(3)))),
                PartnershipField::Since(Some("~1968".parse().unwrap())),
            ],
        ),
        edit::add::<Parentage>(
            id(1),
            [
                ParentageField::Parent(Some(Relative::Client)),
                ParentageField::Child(Some(Relative::Person(id(1)))),
            ],
        ),
        edit::add::<Wish>(id(1), [WishField::Words("Weer eens met anderen zingen.".into())]),
        edit::add::<Life>(
            id(1),
            [
                LifeField::Dimension(Some(LifeDimension::Inclusion)),
                LifeField::Words("Ik hoor er niet meer bij.".into()),
            ],
        ),
        edit::add::<Need>(
            id(1),
            [NeedField::Title("Vervoer in de avond".into()), NeedField::FromNetwork("Joris rijdt.".into())],
        ),
        edit::add::<Talent>(
            id(1),
            [TalentField::Title("Altstem".into()), TalentField::Offer("Kan anderen leren zingen.".into())],
        ),
        edit::add::<Role>(
            id(1),
            [RoleField::Title("Koorlid".into()), RoleField::Time(Some(RoleTime::Dropped))],
        ),
        edit::add::<Resistance>(
            id(1),
            [
                ResistanceField::Reason(Some(Reason::Burden)),
                ResistanceField::Words("Ze hebben het al druk.".into()),
            ],
        ),
        edit::add::<Goal>(
            id(1),
            [GoalField::Title("Elke week zingen".into()), GoalField::Life(Some(LifeDimension::Relations))],
        ),
        edit::add::<Goal>(
            id(2),
            [
                GoalField::Title("Een kop koffie bij de buurvrouw".into()),
                GoalField::Status(Some(GoalStatus::Reached)),
            ],
        ),
        edit::add::<Action>(
            id(1),
            [
                ActionField::Title("Het koor bellen".into()),
                ActionField::Goal(Some(id(1))),
                ActionField::Intervention(Some(Intervention::Revive)),
                ActionField::Doer(Some("Greet".into())),
                ActionField::Member(member(2)),
                ActionField::FirstStep(Some("Het nummer opzoeken".into())),
                ActionField::Due(day("2026-12-01")),
                ActionField::Outcome("Ze moest even moed verzamelen.".into()),
            ],
        ),
        edit::add::<Action>(
            id(2),
            [ActionField::Title("Naar de kerk".into()), ActionField::Status(Some(ActionStatus::Dropped))],
        ),
        edit::add::<Approach>(
            id(1),
            [
                ApproachField::Method(Some(Method::FamilyGroupConference)),
                ApproachField::Participants("Joris en Gülşah".into()),
                ApproachField::Agreements("Joris brengt, Gülşah haalt.".into()),
            ],
        ),
        edit::add::<Moment>(id(1), [MomentField::Name("Start".into()), MomentField::Day(day("2026-09-01"))]),
        edit::add::<Measurement>(
            id(1),
            [
                MeasurementField::Instrument(Some(Instrument::CaregiverStrainIndex)),
                MeasurementField::Person(Some(id(1))),
                MeasurementField::Day(day("2026-10-01")),
                MeasurementField::Answers("1111111110000".into()),
            ],
        ),
        edit::add::<Passage>(
            id(1),
            [
                PassageField::Method("seven-steps".into()),
                PassageField::Step("widen".into()),
                PassageField::Kind(Some(PassageKind::Skipped)),
                PassageField::Words("Greet wilde eerst het koor.".into()),
            ],
        ),
        edit::add::<CheckIn>(
            id(1),
            [CheckInField::Due(day("2027-02-01")), CheckInField::Words("Nog niet.".into())],
        ),
        edit::add::<Supervision>(
            id(1),
            [
                SupervisionField::Words("Hoe vraag ik naar het drinken?".into()),
                SupervisionField::Day(day("2026-11-01")),
            ],
        ),
        edit::add::<Supervision>(
            id(2),
            [
                SupervisionField::Words("Begin bij de zorg om hem.".into()),
                SupervisionField::ReplyTo(Some(id(1))),
            ],
        ),
        note(1, "Kennismaking", NoteKind::Visit, "2026-09-01", Some("Volgende keer de kaart tekenen"), None),
        note(
            2,
            "Op bezoek",
            NoteKind::Visit,
            "2026-11-20",
            Some("Greet zoekt het nummer op"),
            Some("2026-12-02"),
        ),
        note(
            3,
            "Overleg team",
            NoteKind::Consultation,
            "2026-11-22",
            Some("Wijkteam belt de huisarts"),
            None,
        ),
    ];
    desk.edit(&greet, &Edit::Together(edits)).unwrap();
    for (number, text) in
        [(1, "Koffie gedronken.\nGreet vertelde."), (2, "Ze straalde."), (3, "Zorgen besproken.")]
    {
        desk.write_note(&greet, &id(number), text).unwrap();
    }
    greet
}

fn request(paper: Paper) -> PaperRequest {
    PaperRequest { paper, language: Language::Nl, drawing: None, texts: 2 }
}

fn printed(desk: &RefCell<Desk>, id: &DossierId, home: &TempDir, request: &PaperRequest) -> Vec<PathBuf> {
    let file = home.path().join(format!("{}.pdf", request.paper.name()));
    let files = print(desk, id, request, PaperTo::File(&file)).unwrap();
    // Pictures of the pages stay behind for who wants to look at them.
    if let Some(folder) = std::env::var_os("KRING_PAPER") {
        std::fs::copy(&files[0], Path::new(&folder).join(file.file_name().unwrap())).unwrap();
    }
    files
}

fn told(program: &str, arguments: &[&str], file: &Path) -> String {
    let mut command = Command::new(program);
    command.args(arguments).arg(file).args((program == "pdftotext").then_some("-"));
    let output = command.output().unwrap_or_else(|error| panic!("{program}: {error}"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{program}: {text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// The text of pages that are whole and can be read aloud, in the order in which it was set.
fn text(file: &Path) -> String {
    assert!(told("qpdf", &["--check"], file).contains("No syntax or stream encoding errors found"));
    assert!(told("pdfinfo", &[], file).contains("Tagged:          yes"));
    let bytes = std::fs::read(file).unwrap();
    assert!(String::from_utf8_lossy(&bytes).contains("<pdfuaid:part>1</pdfuaid:part>"));
    // Words that go over two lines are put together again.
    told("pdftotext", &["-raw"], file).replace("\u{ad}\n", "").replace('\n', " ")
}

fn in_order(text: &str, words: &[&str]) {
    let mut rest = text;
    for word in words {
        let (_, after) =
            rest.split_once(word).unwrap_or_else(|| panic!("no “{word}” in its place in:\n{text}"));
        rest = after;
    }
}

fn nowhere(text: &str, words: &[&str]) {
    for word in words {
        assert!(!text.contains(word), "“{word}” stands in:\n{text}");
    }
}

#[test]
fn the_plan_is_the_clients_and_holds_nothing_that_is_the_coachs() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk(&home);
    let greet = greet(&mut desk);
    let desk = RefCell::new(desk);
    let svg = include_str!("../../interchange/tests/files/paper/circle.svg");
    let drawing = PaperDrawing { svg: svg.into(), says: "Een cirkel met drie mensen.".into() };
    let request = PaperRequest { drawing: Some(drawing), ..request(Paper::Plan) };
    let files = printed(&desk, &greet, &home, &request);
    assert_eq!(files.len(), 1);
    let text = text(&files[0]);
    in_order(
        &text,
        &[
            "Het plan van Greet de Wit",
            "Gemaakt op 25 november 2026, samen met Anna de Boer",
            "Wie er om mij heen staan",
            "Mijn eigen kring",
            "Joris, zoon",
            "Gülşah Yıldırım, buurvrouw",
            "Koor De Lijster",
            "Wat ik wil",
            "Weer eens met anderen zingen.",
            "Elke week zingen",
            "Dit is al gelukt:",
            "Een kop koffie bij de buurvrouw",
            "Wat we gaan doen",
            "Het koor bellen",
            "Greet",
            "Gülşah Yıldırım",
            "Het nummer opzoeken",
            "1 december 2026",
            "Wat we hebben afgesproken",
            "Greet zoekt het nummer op",
            "Volgende keer de kaart tekenen",
            "Joris brengt, Gülşah haalt.",
            "Wanneer we elkaar weer spreken",
            "2 december 2026 om 14:30 uur, met Anna de Boer.",
            "1 februari 2027",
            "Mijn kaart",
        ],
    );
    nowhere(
        &text,
        &[
            "Reanimeren",
            "Gespannen",
            "drinkt",
            "06-12345678",
            "Henk",
            "Naar de kerk",
            "Ze straalde",
            "Kennismaking",
            "Wijkteam",
            "moed verzamelen",
            "Ze hebben het al druk",
            "van de 13",
        ],
    );
    let heard = told("pdfinfo", &["-struct-text"], &files[0]);
    assert!(heard.contains("Figure"), "{heard}");
}

#[test]
fn the_hand_over_says_how_the_dossier_stands() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk(&home);
    let greet = greet(&mut desk);
    let files = printed(&RefCell::new(desk), &greet, &home, &request(Paper::Handover));
    let text = text(&files[0]);
    in_order(
        &text,
        &[
            "Overdracht: Greet de Wit",
            "Waar het dossier staat",
            "1946",
            "Zeven stappen",
            "Netwerk in kaart brengen",
            "22 november 2026",
            "2 december 2026 om 14:30",
            "Wat nog open staat",
            "Vervoer in de avond",
            "Vraag, 1 november 2026",
            "Hoe vraag ik naar het drinken?",
            "Begin bij de zorg om hem.",
            "De stappen",
            "Beter benutten of uitbreiden",
            "Overgeslagen",
            "Greet wilde eerst het koor.",
            "Het netwerk",
            // A finding with its question.
            "Er staan 2 mensen op de kaart.",
            "Wie ontbreekt er nog?",
            "Joris",
            "Gespannen",
            "Wat de cliënt wil en kan",
            "Altstem",
            "Doelen en acties",
            "Elke week zingen (wordt aan gewerkt)",
            "Het koor bellen",
            "Ze moest even moed verzamelen.",
            "Acties zonder doel",
            "Naar de kerk",
            "Afspraken",
            "Wijkteam belt de huisarts",
            "Hoe zwaar de mantelzorg is",
            "Joris zegt 9 van de 13 keer ja.",
            "Nazorg",
            "1 februari 2027",
            "De laatste notities",
            "Overleg team",
            "Zorgen besproken.",
            "Ze straalde.",
            "Daarvoor",
            "1 september 2026: Kennismaking",
        ],
    );
    // Two texts were asked for.
    nowhere(&text, &["Greet vertelde."]);
}

/// Every text that a JSON value holds, but for what only programs read.
fn leaves(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) if text.contains(' ') => found.push(text.replace('\n', " ")),
        serde_json::Value::Array(all) => all.iter().for_each(|one| leaves(one, found)),
        serde_json::Value::Object(all) => {
            all.iter().filter(|(key, _)| *key != "heads").for_each(|(_, one)| leaves(one, found));
        }
        _ => {}
    }
}

#[test]
fn the_full_copy_holds_every_word_of_the_dossier_and_says_what_it_does_not_hold() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk(&home);
    let greet = greet(&mut desk);
    let consent = NewConsent {
        purpose: "Samen begeleiden".into(),
        how: ConsentHow::Written,
        given_by: "Greet de Wit".into(),
        until: day("2027-03-31"),
    };
    desk.record_consent(&greet, &consent).unwrap();
    let files = printed(&RefCell::new(desk), &greet, &home, &request(Paper::Copy));
    let [pages, beside] = files.as_slice() else { panic!("{files:?}") };
    let text = text(pages);
    let whole: serde_json::Value = serde_json::from_slice(&std::fs::read(beside).unwrap()).unwrap();
    let mut words = Vec::new();
    leaves(&whole, &mut words);
    assert!(words.len() > 30, "{words:?}");
    for words in &words {
        assert!(text.contains(words.as_str()), "“{words}” is not in:\n{text}");
    }
    in_order(
        &text,
        &[
            "Alles in het dossier van Greet de Wit",
            "AVG, artikel 15 en 20",
            "Over Greet de Wit",
            "Wie dit dossier delen",
            "Anna de Boer",
            "bewaart het dossier",
            "Samen begeleiden",
            "Op papier of in een bericht",
            "31 maart 2027",
            "De mensen",
            "Joris",
            "Zoon of dochter",
            "Praktische hulp, Emotionele steun",
            "mei 1970",
            "Joris drinkt te veel.",
            "De organisaties",
            "Banden met elkaar",
            "Buren",
            "Partners",
            "± 1968",
            "Ouders en kinderen",
            "Hoe het leven gaat",
            "Sociale inclusie",
            "Doelen",
            "Relaties met anderen",
            "Acties",
            "Reanimeren",
            "Meetmomenten",
            "1 1 1 1 1 1 1 1 1 0 0 0 0",
            "De weg door de stappen",
            "Notities",
            "14:30",
            "Koffie gedronken.",
            "Wat er niet in staat",
            "Die aantekeningen staan niet in deze kopie.",
            "Autoriteit Persoonsgegevens",
        ],
    );
    // Everything is said in words: no name of a field or a message shows.
    nowhere(&text, &["field-", "paper-", "record-", "step-", "seven-steps", "p-0", "own_strength"]);
}

#[test]
fn papers_are_in_english_too_and_an_empty_dossier_has_them_all() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk(&home);
    let (greet, empty) = (greet(&mut desk), desk.new_dossier("Nieuw").unwrap());
    let desk = RefCell::new(desk);
    for paper in Paper::ALL {
        let english = PaperRequest { language: Language::En, ..request(paper) };
        let english = text(&printed(&desk, &greet, &home, &english)[0]);
        assert!(english.contains("25 November 2026"), "{english}");
        nowhere(&english, &["field-", "paper-", "Wat ", "Gemaakt"]);
        text(&printed(&desk, &empty, &home, &request(paper))[0]);
    }
}

#[test]
fn what_is_printed_is_in_the_access_log_and_touches_no_file_that_is_there() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk(&home);
    let greet = greet(&mut desk);
    let desk = RefCell::new(desk);
    let folder = home.path().join("downloads");
    std::fs::create_dir(&folder).unwrap();
    let mut files = Vec::new();
    for paper in [Paper::Plan, Paper::Handover, Paper::Copy, Paper::Copy] {
        files.extend(print(&desk, &greet, &request(paper), PaperTo::Folder(&folder)).unwrap());
    }
    let mut names: Vec<_> = files.iter().map(|file| file.file_name().unwrap().to_str().unwrap()).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "kring-Alles-in-het-dossier-van-Greet-de-Wit-2.json",
            "kring-Alles-in-het-dossier-van-Greet-de-Wit-2.pdf",
            "kring-Alles-in-het-dossier-van-Greet-de-Wit.json",
            "kring-Alles-in-het-dossier-van-Greet-de-Wit.pdf",
            "kring-Het-plan-van-Greet-de-Wit.pdf",
            "kring-Overdracht--Greet-de-Wit.pdf",
        ]
    );
    let log = desk.borrow().access_log().unwrap();
    let formats: Vec<&str> = log.iter().map(|entry| entry.format.as_str()).collect();
    assert_eq!(formats, ["copy", "copy", "handover", "plan"]);
    assert!(log.iter().all(|entry| entry.dossier.as_ref() == Some(&greet)));
}

#[test]
fn a_drawing_that_is_refused_leaves_no_file_and_no_line_in_the_log() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk(&home);
    let greet = greet(&mut desk);
    let desk = RefCell::new(desk);
    let drawing = PaperDrawing { svg: "<svg><script/></svg>".into(), says: String::new() };
    let request = PaperRequest { drawing: Some(drawing), ..request(Paper::Plan) };
    let file = home.path().join("plan.pdf");
    assert!(matches!(print(&desk, &greet, &request, PaperTo::File(&file)), Err(CoachError::Picture(_))));
    assert!(!file.exists() && desk.borrow().access_log().unwrap().is_empty());
}

/// A desk that measures the longest that it is away.
struct Watched {
    desk: RefCell<Desk>,
    longest: RefCell<Duration>,
}

impl Lender for Watched {
    fn lend<T>(&self, run: impl FnOnce(&mut Desk) -> Result<T, CoachError>) -> Result<T, CoachError> {
        let begun = Instant::now();
        let done = run(&mut self.desk.borrow_mut());
        let mut longest = self.longest.borrow_mut();
        *longest = begun.elapsed().max(*longest);
        done
    }
}

#[test]
fn a_thick_dossier_is_printed_while_the_desk_is_free() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk(&home);
    let dossier = desk.new_dossier("Meneer Aydin").unwrap();
    let bytes =
        |number: usize| -> [u8; 10] { [1, 2, 3, 4, 5, 6, 7, 8, (number / 256) as u8, (number % 256) as u8] };
    let people = (0..150).map(|number| {
        let fields = [
            PersonField::Name(format!("Mens {number}")),
            PersonField::Relation(Some(Relation::Friend)),
            PersonField::Ring(Some(Ring::Acquaintances)),
            PersonField::Frequency(Some(Frequency::Monthly)),
            PersonField::Remark(format!("Woont in straat {number}.").as_str().into()),
        ];
        edit::add::<Person>(PersonId::from_random(bytes(number)), fields)
    });
    let notes = (0..300).map(|number| {
        let on = day("2026-01-01").map(|day| day + TimeDelta::days(number as i64));
        let fields = [NoteField::Title(Some(format!("Bezoek {number}"))), NoteField::Day(on)];
        edit::add::<Note>(NoteId::from_random(bytes(number)), fields)
    });
    desk.edit(&dossier, &Edit::Together(people.chain(notes).collect())).unwrap();
    for number in 0..300 {
        let text = format!(
            "{} Einde {number}.",
            "Koffie gedronken aan de keukentafel en over vroeger gepraat. ".repeat(20)
        );
        desk.write_note(&dossier, &NoteId::from_random(bytes(number)), &text).unwrap();
    }
    let watched = Watched { desk: RefCell::new(desk), longest: RefCell::default() };
    let file = home.path().join("copy.pdf");
    let begun = Instant::now();
    let files = print(&watched, &dossier, &request(Paper::Copy), PaperTo::File(&file)).unwrap();
    let (whole, away) = (begun.elapsed(), watched.longest.take());
    println!(
        "the full copy of 150 people and 300 notes of 180 words: {whole:?}, of which the desk was away {away:?}"
    );
    let text = text(&files[0]);
    in_order(&text, &["Mens 149", "Einde 299.", "Einde 0."]);
    assert!(away * 2 < whole, "the desk was away {away:?} of {whole:?}");
}
