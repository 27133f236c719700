//! Imports: the edits that a file of each format leads to.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use dossier::model::*;
use dossier::{Edit, MemberId, Relative, edit};
use interchange::{ImportFormat, ImportPlan, ReadError, UnreadReason, read};
use support::*;

const FAMILY: &str = "0 HEAD
1 GEDC
2 VERS 5.5.1
1 CHAR UTF-8
0 @I1@ INDI
1 NAME Anna /de Wit/
1 SEX F
1 BIRT
2 DATE ABT 1941
1 FAMC @F1@
1 FAMS @F2@
0 @I2@ INDI
1 NAME Geert /de Wit/
1 SEX M
1 DEAT
2 DATE 3 MAY 1990
1 OCCU baker
0 @I3@ INDI
1 NAME Trijntje /Bos/
0 @I4@ INDI
1 NAME Wim /de Wit/
1 FAMC @F1@
2 PEDI adopted
0 @I5@ INDI
1 NAME Piet /Smit/
0 @I6@ INDI
1 NAME Karin /Smit/
1 BIRT
2 DATE in the spring
this line is none
0 @F1@ FAM
1 HUSB @I2@
1 WIFE @I3@
1 CHIL @I1@
1 CHIL @I4@
1 MARR
2 DATE 12 JUN 1935
2 PLAC Assen
0 @F2@ FAM
1 HUSB @I5@
1 WIFE @I1@
1 CHIL @I6@
1 CHIL @I99@
0 TRLR
";

#[test]
fn a_family_tree_becomes_relatives_of_the_client() {
    let mut dossier = dossier_of("Anna de Wit");
    let plan = import(&mut dossier, ImportFormat::Gedcom, FAMILY);
    let relations: Vec<(String, Option<Relation>)> =
        people(&dossier).into_iter().map(|person| (person.name, person.relation)).collect();
    assert_eq!(
        relations,
        [
            ("Geert de Wit".to_owned(), Some(Relation::Parent)),
            ("Karin Smit".to_owned(), Some(Relation::Child)),
            ("Piet Smit".to_owned(), Some(Relation::Partner)),
            ("Trijntje Bos".to_owned(), Some(Relation::Parent)),
            ("Wim de Wit".to_owned(), Some(Relation::Sibling)),
        ]
    );
    let geert = person(&dossier, "Geert de Wit");
    assert_eq!(geert.life, Some(LifeStatus::Deceased));
    assert_eq!(geert.died, Some("1990-05-03".parse().unwrap()));
    assert_eq!(geert.remark.0, "baker");
    let parentages = dossier.all::<Parentage>();
    assert_eq!(parentages.len(), 6);
    assert_eq!(parentages.iter().filter(|line| line.child == Some(Relative::Client)).count(), 2);
    assert_eq!(parentages.iter().filter(|line| line.kind == Some(ParentageKind::Adopted)).count(), 2);
    let married: Vec<_> = dossier
        .all::<Partnership>()
        .into_iter()
        .filter_map(|line| line.since.map(|since| since.to_string()))
        .collect();
    assert_eq!(married, ["1935-06-12"]);
    let unread: Vec<(u32, UnreadReason)> =
        plan.unread.lines.iter().map(|line| (line.line, line.reason)).collect();
    assert_eq!(
        unread,
        [
            (30, UnreadReason::Line),
            (29, UnreadReason::Value),
            (5, UnreadReason::OfClient),
            (5, UnreadReason::OfClient),
            (43, UnreadReason::UnknownEnd),
            (43, UnreadReason::UnknownEnd)
        ]
    );
}

#[test]
fn relatives_get_a_relation_only_where_the_client_is_known() {
    let mut dossier = dossier_of("Somebody else");
    import(&mut dossier, ImportFormat::Gedcom, FAMILY);
    assert!(people(&dossier).iter().all(|person| person.relation.is_none()));
    assert_eq!(people(&dossier).len(), 6);
}

#[test]
fn importing_the_same_file_again_adds_nothing() {
    for (format, file) in [
        (ImportFormat::Gedcom, FAMILY),
        (ImportFormat::Csv, "naam;relatie\nJan;buurman\nJan;vriend\nPiet;\n"),
        (ImportFormat::Vcard, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Fatima\r\nTEL:0612345678\r\nEND:VCARD\r\n"),
        (ImportFormat::Graphml, NETWORK),
    ] {
        let mut dossier = dossier_of("Anna de Wit");
        let first = import(&mut dossier, format, file);
        assert!(!first.edits.is_empty());
        let again = import(&mut dossier, format, file);
        assert!(again.edits.is_empty(), "{format:?}: {:?}", again.edits);
        assert_eq!(again.already_there as usize, first.people.len() + first.organisations.len());
    }
}

#[test]
fn the_example_of_every_format_is_recognised_and_imported_once() {
    for format in ImportFormat::ALL {
        let extension = format.extensions().next().unwrap();
        let recognised = ImportFormat::recognise(&format!("a.{extension}"), format.example().as_bytes());
        assert_eq!(recognised, Some(format));
        let mut dossier = dossier_of("Mevrouw De Wit");
        assert!(!import(&mut dossier, format, format.example()).people.is_empty(), "{format:?}");
        assert!(import(&mut dossier, format, format.example()).edits.is_empty(), "{format:?}");
        assert_eq!(ImportFormat::of_name(format.name()), Some(format));
    }
}

#[test]
fn contents_tell_the_format_before_the_extension_does() {
    let recognised = |name: &str, text: &str| ImportFormat::recognise(name, text.as_bytes());
    assert_eq!(recognised("family.csv", "0 HEAD\n"), Some(ImportFormat::Gedcom));
    assert_eq!(recognised("network.xml", NETWORK), Some(ImportFormat::Graphml));
    assert_eq!(recognised("page.csv", "<html/>"), None);
    assert_eq!(recognised("words.xml", "naam;relatie"), None);
    assert_eq!(recognised("picture.csv", "a\0b"), None);
    assert_eq!(recognised("no extension", "naam;relatie"), None);
}

#[test]
fn a_removed_member_stays_removed_after_another_import() {
    let mut dossier = dossier_of("Anna de Wit");
    import(&mut dossier, ImportFormat::Gedcom, FAMILY);
    let piet = person(&dossier, "Piet Smit").id;
    dossier.apply(&edit::remove::<Person>(piet), NOW).unwrap();
    let again = import(&mut dossier, ImportFormat::Gedcom, FAMILY);
    assert!(again.edits.is_empty());
    assert_eq!(people(&dossier).len(), 4);
}

#[test]
fn a_file_whose_import_was_undone_is_read_again_as_if_for_the_first_time() {
    let mut dossier = dossier_of("Anna de Wit");
    let first = import(&mut dossier, ImportFormat::Gedcom, FAMILY);
    for person in people(&dossier) {
        dossier.apply(&edit::remove::<Person>(person.id), NOW).unwrap();
    }
    let again = import(&mut dossier, ImportFormat::Gedcom, FAMILY);
    let counts = |plan: &ImportPlan| (plan.people.len(), plan.ties, plan.family, plan.totals);
    assert_eq!(counts(&again), counts(&first));
    assert_eq!(people(&dossier).len(), first.people.len());
    let third = import(&mut dossier, ImportFormat::Gedcom, FAMILY);
    assert!(third.edits.is_empty(), "it is there now");
}

#[test]
fn an_import_keeps_what_the_coach_changed_since_the_last_one() {
    let mut dossier = dossier_of("Anna");
    import(&mut dossier, ImportFormat::Csv, "naam;relatie\nJan;buurman\n");
    let jan = person(&dossier, "Jan").id;
    dossier.apply(&edit::set::<Person>(jan, PersonField::Relation(Some(Relation::Friend))), NOW).unwrap();
    import(&mut dossier, ImportFormat::Csv, "naam;relatie\nJan;buurman\n");
    assert_eq!(person(&dossier, "Jan").relation, Some(Relation::Friend));
}

#[test]
fn a_table_is_read_as_dutch_spreadsheet_programs_write_it() {
    let mut dossier = dossier_of("Anna");
    let file = b"Naam;Relatie;Geboortedatum;Geeft steun;Schoenmaat\r\n\"Zo\xeb; de Vries\";Buurvrouw;3-5-1948;Gezelschap, praktisch;39\r\nKo;tuinman;;;\r\n;broer;;;\r\n";
    let plan = import_bytes(&mut dossier, ImportFormat::Csv, file);
    let zoe = person(&dossier, "Zoë; de Vries");
    assert_eq!(zoe.relation, Some(Relation::Neighbour));
    assert_eq!(zoe.born, Some("1948-05-03".parse().unwrap()));
    assert_eq!(zoe.gives.0.len(), 2);
    let unread: Vec<(u32, UnreadReason)> =
        plan.unread.lines.iter().map(|line| (line.line, line.reason)).collect();
    assert_eq!(unread, [(3, UnreadReason::Value), (4, UnreadReason::NoName)]);
    assert_eq!(plan.unread.left_out["Schoenmaat"].lines, [2]);
    assert_eq!(people(&dossier).len(), 2);
}

#[test]
fn a_table_of_ties_finds_people_by_name() {
    let mut dossier = dossier_of("Anna");
    import(&mut dossier, ImportFormat::Csv, "naam\nJan\nPiet\nKees\nKees\n");
    let plan = import(
        &mut dossier,
        ImportFormat::Csv,
        "van,naar,soort band\nJan,Piet,vrienden\nJan,Kees,\nJan,Truus,\n",
    );
    let reasons: Vec<UnreadReason> = plan.unread.lines.iter().map(|line| line.reason).collect();
    assert_eq!(reasons, [UnreadReason::AmbiguousEnd, UnreadReason::UnknownEnd]);
    let ties = dossier.all::<Tie>();
    assert_eq!(ties.len(), 1);
    assert_eq!(ties[0].a, Some(MemberId::Person(person(&dossier, "Jan").id)));
    assert_eq!(ties[0].kind, Some(TieKind::Friends));
}

const NETWORK: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
 <key id="d0" for="node" attr.name="name" attr.type="string"/>
 <key id="d1" for="node" attr.name="relationship" attr.type="string"/>
 <key id="d2" for="edge" attr.name="strength" attr.type="string"/>
 <graph edgedefault="undirected">
  <node id="n0"><data key="d0">Jan &amp; Mien</data><data key="d1">neighbor</data></node>
  <node id="n1"><data key="d0">Kees</data></node>
  <edge source="n0" target="n1"><data key="d2">strong</data></edge>
  <edge source="n0" target="n9"/>
 </graph>
</graphml>"#;

#[test]
fn a_network_becomes_people_and_ties() {
    let mut dossier = dossier_of("Anna");
    let plan = import(&mut dossier, ImportFormat::Graphml, NETWORK);
    assert_eq!(person(&dossier, "Jan & Mien").relation, Some(Relation::Neighbour));
    assert_eq!(dossier.all::<Tie>()[0].strength, Some(Strength::Strong));
    assert_eq!(
        plan.unread.lines.iter().map(|line| (line.line, line.reason)).collect::<Vec<_>>(),
        [(10, UnreadReason::UnknownEnd)]
    );
}

#[test]
fn a_network_that_breaks_off_is_read_up_to_that_point() {
    let mut dossier = dossier_of("Anna");
    let cut = &NETWORK[..NETWORK.find("<edge").unwrap() + 8];
    let plan = import(&mut dossier, ImportFormat::Graphml, cut);
    assert_eq!(people(&dossier).len(), 2);
    assert_eq!(plan.unread.lines.last().map(|line| line.reason), Some(UnreadReason::BreaksOff));
}

#[test]
fn the_files_of_one_network_canvas_session_name_the_same_people() {
    let (a, b) = ("0a1b2c3d-0000-4000-8000-000000000001", "0a1b2c3d-0000-4000-8000-000000000002");
    let alters = format!(
        "nodeID,networkCanvasEgoUUID,networkCanvasUUID,name,relationship\n1,e,{a},Bea,friend\n2,e,{b},Cor,colleague\n"
    );
    let edges = format!(
        "edgeID,from,to,networkCanvasEgoUUID,networkCanvasUUID,networkCanvasSourceUUID,networkCanvasTargetUUID\n1,1,2,e,x,{a},{b}\n"
    );
    let mut dossier = dossier_of("Anna");
    import(&mut dossier, ImportFormat::Csv, &alters);
    let plan = import(&mut dossier, ImportFormat::Csv, &edges);
    assert_eq!((plan.ties, plan.unread.count), (1, 0));
    // The same session as GraphML names the same people.
    let graph = format!(
        r#"<graphml xmlns:nc="http://schema.networkcanvas.com/xmlns"><key id="u" for="node" attr.name="networkCanvasUUID"/><key id="n" for="node" attr.name="name"/>
        <graph><node id="7"><data key="u">{a}</data><data key="n">Bea</data></node></graph></graphml>"#
    );
    let plan = import(&mut dossier, ImportFormat::Graphml, &graph);
    assert_eq!((plan.people.len(), plan.already_there), (0, 1));
}

#[test]
fn contacts_become_people_and_organisations() {
    let cards = "BEGIN:VCARD\r\nVERSION:4.0\r\nN:Bennani;Fatima;;;\r\nFN:Fatima Bennani\r\nTEL;TYPE=cell:tel:+31612345678\r\nEMAIL:fatima@example.org\r\nBDAY:19610203\r\nGENDER:F\r\nCATEGORIES:Buurvrouw\r\nNOTE:Heeft een hond\r\nPHOTO:https://example.org/x.jpg\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Buurthuis De Linde\r\nORG:Buurthuis De Linde\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n";
    let mut dossier = dossier_of("Anna");
    let plan = import(&mut dossier, ImportFormat::Vcard, cards);
    let fatima = person(&dossier, "Fatima Bennani");
    assert_eq!(fatima.contact.as_deref(), Some("+31612345678, fatima@example.org"));
    assert_eq!(fatima.born, Some("1961-02-03".parse().unwrap()));
    assert_eq!(fatima.gender, Some(Gender::Woman));
    assert_eq!(fatima.relation, Some(Relation::Neighbour));
    assert_eq!(fatima.remark.0, "Heeft een hond");
    assert_eq!(dossier.all::<Organisation>()[0].name, "Buurthuis De Linde");
    assert_eq!(
        plan.unread.lines.iter().map(|line| (line.line, line.reason)).collect::<Vec<_>>(),
        [(18, UnreadReason::NoName)]
    );
    assert_eq!(plan.unread.left_out["PHOTO"].lines, [11]);
}

#[test]
fn a_whole_dossier_of_kring_becomes_a_network_and_the_rest_is_named() {
    let file = "{\n  \"goals\": [\n    {\n      \"id\": \"g-1\",\n      \"text\": \"Vaker naar buiten\"\n    }\n  ],\n  \
        \"people\": [\n    {\n      \"id\": \"p-040g2081040g2081\",\n      \"mood\": \"blij\",\n      \"name\": \"Jan\",\n      \
        \"relation\": \"fiend\"\n    },\n    \"Piet\"\n  ],\n  \"profile\": {\n    \"district\": \"Noord\",\n    \"name\": \"Anna\"\n  }\n}\n";
    let mut dossier = dossier_of("Anna");
    let plan = import(&mut dossier, ImportFormat::Json, file);
    assert_eq!(person(&dossier, "Jan").relation, None);
    let unread: Vec<(u32, &str)> =
        plan.unread.lines.iter().map(|one| (one.line, one.text.as_str())).collect();
    assert_eq!(unread, [(10, "relation: \"fiend\""), (8, "\"Piet\"")]);
    let left_out: Vec<_> =
        plan.unread.left_out.iter().map(|(kind, one)| (kind.as_str(), one.lines.as_slice())).collect();
    let expected: [(&str, &[u32]); 3] = [("goals", &[4]), ("mood", &[10]), ("profile.district", &[17])];
    assert_eq!(left_out, expected);
    assert_eq!(read(ImportFormat::Json, b"{\"people\": [").err(), Some(ReadError::NothingFound));
}

#[test]
fn a_file_without_anybody_is_refused() {
    assert_eq!(read(ImportFormat::Csv, b"kleur;maat\nrood;3\n").err(), Some(ReadError::NoNames));
    assert_eq!(read(ImportFormat::Gedcom, b"0 HEAD\n0 TRLR\n").err(), Some(ReadError::NothingFound));
    assert_eq!(
        read(ImportFormat::Vcard, &vec![b' '; interchange::MAX_FILE_BYTES + 1]).err(),
        Some(ReadError::TooLarge)
    );
}

#[test]
fn a_file_of_a_hundred_thousand_lines_is_read() {
    let mut file = String::from("0 HEAD\n1 CHAR UTF-8\n");
    for number in 0..20_000 {
        file += &format!(
            "0 @I{number}@ INDI\n1 NAME Piet{number} /Bos/\n1 SEX M\n1 BIRT\n2 DATE {}\n",
            1850 + number % 150
        );
    }
    assert!(file.lines().count() > 100_000);
    assert_eq!(read(ImportFormat::Gedcom, file.as_bytes()).unwrap().people.len(), 20_000);
    let table: String = (0..100_000).map(|number| format!("Piet {number};vriend;3-5-1948\n")).collect();
    assert_eq!(
        read(ImportFormat::Csv, format!("naam;relatie;geboren\n{table}").as_bytes()).unwrap().people.len(),
        100_000
    );
    // Bad lines are all counted, but only the first thousand are kept.
    let rubbish = format!("0 HEAD\n0 @I1@ INDI\n1 NAME A\n{}", "rubbish\n".repeat(100_000));
    let draft = read(ImportFormat::Gedcom, rubbish.as_bytes()).unwrap();
    assert_eq!((draft.unread.count, draft.unread.lines.len()), (100_000, 1_000));
}

#[test]
fn one_undo_takes_a_whole_import_back() {
    let mut dossier = dossier_of("Anna");
    let plan = planned(&dossier, ImportFormat::Csv, "naam\nJan\nPiet\n".as_bytes());
    let undo = dossier.apply(&Edit::All(plan.edits), NOW).unwrap().unwrap();
    dossier.apply(&undo, NOW).unwrap();
    assert!(people(&dossier).is_empty());
}
