//! Files as other programs write them: each value is in the record, or named with its line.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use dossier::model::*;
use interchange::{ImportFormat, UnreadReason};
use support::*;

fn born(file: &[u8], format: ImportFormat) -> (Option<String>, u32) {
    let (dossier, plan) = imported("X", format, file);
    (people(&dossier)[0].born.map(|born| born.to_string()), plan.unread.count)
}

#[test]
fn a_birthday_with_a_time_is_kept_and_named_unless_it_is_midnight() {
    for (day, named) in
        [("BDAY:1985-04-12T00:00:00Z", 0), ("BDAY:1985-04-12T10:22:00", 1), ("BDAY:19850412T220000Z", 1)]
    {
        let file = card(&["FN:Els Boom", day]);
        assert_eq!(born(file.as_bytes(), ImportFormat::Vcard), (Some("1985-04-12".into()), named), "{day}");
    }
}

#[test]
fn a_birthday_whose_year_or_calendar_is_another_is_named_and_not_read() {
    for day in [
        "BDAY;X-APPLE-OMIT-YEAR=1850:1850-04-12",
        "BDAY;VALUE=date;X-APPLE-OMIT-YEAR=1972:1972-04-12",
        "BDAY;CALSCALE=hebrew:57450101",
        "BDAY:---12",
        "BDAY:0000-00-00",
        "BDAY:1985-02-30",
    ] {
        let file = card(&["FN:Els Boom", day]);
        assert_eq!(born(file.as_bytes(), ImportFormat::Vcard), (None, 1), "{day}");
    }
    for (day, read) in [
        ("BDAY:1985-04", "1985-04"),
        ("BDAY:1985", "1985"),
        ("BDAY;CALSCALE=gregorian:19850412", "1985-04-12"),
    ] {
        let file = card(&["FN:Els Boom", day]);
        assert_eq!(born(file.as_bytes(), ImportFormat::Vcard), (Some(read.into()), 0), "{day}");
    }
}

#[test]
fn the_kind_of_a_number_is_named_because_the_record_keeps_only_the_number() {
    let file = card(&[
        "FN:Els",
        "TEL;TYPE=work,voice:1",
        "TEL;HOME;FAX:2",
        "TEL;VOICE:3",
        "EMAIL;INTERNET:a@b.nl",
        "EMAIL;type=home:c@d.nl",
    ]);
    let (dossier, plan) = imported("X", ImportFormat::Vcard, file.as_bytes());
    assert_eq!(person(&dossier, "Els").contact.as_deref(), Some("1, 2, 3, a@b.nl, c@d.nl"));
    assert_eq!(left_out(&plan), [("EMAIL.TYPE", &[8][..]), ("TEL.TYPE", &[4, 5][..])]);
}

#[test]
fn a_value_that_breaks_off_at_the_end_of_a_card_does_not_take_the_end_with_it() {
    let file = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;QUOTED-PRINTABLE;CHARSET=UTF-8:Zo=C3=\r\n=AB\r\n\
                NOTE;ENCODING=QUOTED-PRINTABLE:slot=\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nFN:Bea\r\nEND:VCARD\r\n";
    let (dossier, plan) = imported("X", ImportFormat::Vcard, file.as_bytes());
    assert_eq!(names(&dossier), ["Bea", "Zoë"]);
    assert_eq!((person(&dossier, "Zoë").remark.0.as_str(), plan.unread.count), ("slot", 0));
}

#[test]
fn a_file_whose_lines_end_with_a_carriage_return_alone_is_read_line_by_line() {
    let cards = card(&["FN:Aad", "ROLE:a"]) + &card(&["FN:Bea", "BDAY:ooit"]);
    let (dossier, plan) = imported("X", ImportFormat::Vcard, cards.replace("\r\n", "\r").as_bytes());
    assert_eq!(names(&dossier), ["Aad", "Bea"]);
    assert_eq!((unread(&plan), left_out(&plan)), (vec![(9, UnreadReason::Value)], vec![("ROLE", &[4][..])]));
    for end in ["\r", "\r\r\n"] {
        let table = "naam;relatie;opmerking\n\"Jan\";vriend;\"a;b\"\n\"Piet\";rommel;\n".replace('\n', end);
        let (dossier, plan) = imported("X", ImportFormat::Csv, table.as_bytes());
        assert_eq!(names(&dossier), ["Jan", "Piet"]);
        assert_eq!(person(&dossier, "Jan").remark.0, "a;b");
        assert_eq!(unread(&plan), [(3, UnreadReason::Value)], "{end:?}");
    }
}

#[test]
fn the_bound_of_a_period_and_the_second_year_of_a_date_are_named() {
    for (date, read) in [
        ("BEF 1900", "~1900"),
        ("AFT 3 MAY 1900", "~1900-05-03"),
        ("FROM 1900", "~1900"),
        ("TO 1900", "~1900"),
        ("BET 1900 AND 1910", "~1900"),
        ("3 FEB 1699/00", "1699-02-03"),
        ("INT 3 dec 1920 (kort voor kerst)", "~1920-12-03"),
    ] {
        let file = tree(&format!("0 @I1@ INDI\n1 NAME A\n1 BIRT\n2 DATE {date}"));
        assert_eq!(born(&file, ImportFormat::Gedcom), (Some(read.into()), 1), "{date}");
    }
    for (date, read) in
        [("ABT 1901", "~1901"), ("EST 1901", "~1901"), ("@#DGREGORIAN@ 3 MAY 1901", "1901-05-03")]
    {
        let file = tree(&format!("0 @I1@ INDI\n1 NAME A\n1 BIRT\n2 DATE {date}"));
        assert_eq!(born(&file, ImportFormat::Gedcom), (Some(read.into()), 0), "{date}");
    }
}

#[test]
fn a_date_of_another_calendar_is_named_and_not_read() {
    for date in [
        "@#DJULIAN@ 25 DEC 1699",
        "JULIAN 25 DEC 1699",
        "@#DFRENCH R@ 1 VEND 3",
        "@#DHEBREW@ 2 TSH 5758",
        "44 B.C.",
        "(kort na de oorlog)",
        "MAR APR 1950",
        "1900-1910",
    ] {
        let file = tree(&format!("0 @I1@ INDI\n1 NAME A\n1 BIRT\n2 DATE {date}"));
        assert_eq!(born(&file, ImportFormat::Gedcom), (None, 1), "{date}");
    }
    let file = "<database xmlns=\"http://gramps-project.org/xml/1.7.1/\"><events><event handle=\"_e\"><type>Birth</type>\n\
                DATE</event></events><people><person handle=\"_p\"><name><first>A</first></name><eventref hlink=\"_e\"/></person>\
                </people></database>";
    for (date, read) in [
        ("<dateval val=\"1700-02-03\" cformat=\"Julian\"/>", None),
        ("<dateval val=\"0003-01-01\" cformat=\"French Republican\"/>", None),
        ("<dateval val=\"1950-02-03\" type=\"ooit\"/>", None),
        ("<dateval val=\"1950-02-03\" type=\"before\"/>", Some("~1950-02-03")),
        ("<dateval val=\"1950-02-03\" type=\"from\"/>", Some("~1950-02-03")),
    ] {
        let (born, named) = born(file.replace("DATE", date).as_bytes(), ImportFormat::Gramps);
        assert_eq!((born.as_deref(), named), (read, 1), "{date}");
    }
}

#[test]
fn an_event_that_did_not_happen_has_no_date_and_is_none() {
    let file = tree(
        "0 @I1@ INDI\n1 NAME A\n1 DEAT N\n2 DATE 1990\n0 @I2@ INDI\n1 NAME B\n0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I2@\n\
         1 MARR N\n2 DATE 1950\n1 DIV N\n2 DATE 1960",
    );
    let (dossier, plan) = imported("X", ImportFormat::Gedcom, &file);
    assert_eq!((person(&dossier, "A").life, person(&dossier, "A").died), (None, None));
    let together = dossier.all::<Partnership>().remove(0);
    assert_eq!((together.kind, together.since, together.divorced), (None, None, None));
    assert_eq!(left_out(&plan), [("DEAT.DATE", &[6][..]), ("DIV.DATE", &[15][..]), ("MARR.DATE", &[13][..])]);
}

#[test]
fn a_family_that_gives_no_partners_and_no_descent_is_named() {
    let file = tree(
        "0 @I1@ INDI\n1 NAME A\n1 FAMC @F9@\n0 @I2@ INDI\n1 NAME B\n1 FAMS @F8@\n0 @F1@ FAM\n1 CHIL @I1@\n1 CHIL @I2@\n\
         0 @F2@ FAM\n1 HUSB @I2@\n1 MARR Y\n0 @F3@ FAM\n1 WIFE @I2@\n1 CHIL @I1@",
    );
    let (_, plan) = imported("X", ImportFormat::Gedcom, &file);
    assert_eq!((plan.family, plan.unread.count), (1, 0));
    let expected: [(&str, &[u32]); 5] =
        [("CHIL", &[10, 11]), ("FAMC", &[5]), ("FAMS", &[8]), ("HUSB", &[13]), ("MARR", &[14])];
    assert_eq!(left_out(&plan), expected);
}

#[test]
fn a_child_whom_only_the_adoption_names_is_adopted() {
    let file = tree(
        "0 @I1@ INDI\n1 NAME Kind\n1 ADOP Y\n2 FAMC @F1@\n3 ADOP BOTH\n0 @I2@ INDI\n1 NAME Ouder\n0 @F1@ FAM\n1 HUSB @I2@",
    );
    let (dossier, plan) = imported("Kind", ImportFormat::Gedcom, &file);
    assert_eq!(dossier.all::<Parentage>().remove(0).kind, Some(ParentageKind::Adopted));
    assert_eq!(person(&dossier, "Ouder").relation, Some(Relation::Parent));
    assert_eq!((plan.family, plan.unread.count), (1, 0), "{:?}", plan.unread);
}

#[test]
fn the_descent_from_a_parent_whom_the_family_does_not_have_is_named() {
    let file = |parents: &str| {
        tree(&format!(
            "0 @I1@ INDI\n1 NAME Kind\n0 @I2@ INDI\n1 NAME V\n1 FAMS @F1@\n0 @I3@ INDI\n1 NAME M\n1 FAMS @F1@\n0 @F1@ FAM\n\
             1 CHIL @I1@\n2 _FREL step\n2 _MREL natural\n1 NOTE x{parents}"
        ))
    };
    let (dossier, plan) = imported("X", ImportFormat::Gedcom, &file(""));
    assert!(dossier.all::<Parentage>().iter().all(|one| one.kind.is_none()));
    assert_eq!(unread(&plan), [(13, UnreadReason::Value), (14, UnreadReason::Value)]);
    let (_, plan) = imported("X", ImportFormat::Gedcom, &file("\n1 HUSB @I2@\n1 WIFE @I3@"));
    assert_eq!(unread(&plan), []);
}

#[test]
fn a_tree_whose_letters_are_not_those_that_it_names_is_named() {
    for name in ["UTF-8", "ASCII", "ANSEL"] {
        let file =
            [format!("0 HEAD\n1 CHAR {name}\n0 @I1@ INDI\n1 NAME Zo").as_bytes(), b"\xeb\n0 TRLR\n"].concat();
        let (dossier, plan) = imported("X", ImportFormat::Gedcom, &file);
        assert_eq!(
            (names(&dossier), unread(&plan)),
            (vec!["Zoë".to_owned()], vec![(2, UnreadReason::Letters)]),
            "{name}"
        );
    }
}

#[test]
fn the_direction_of_a_tie_is_named_because_the_record_has_none() {
    let network = |graph: &str, edge: &str| {
        format!(
            "<graphml>\n<graph {graph}><node id=\"a\"/><node id=\"b\"/><node id=\"c\"/>\n<edge source=\"a\" target=\"b\" {edge}/>\n\
             <edge source=\"b\" target=\"c\" {edge}/></graph></graphml>"
        )
    };
    let (directed, undirected) = ("edgedefault=\"directed\"", "edgedefault=\"undirected\"");
    for (graph, edge, expected) in [
        (directed, "", vec![("edgedefault", &[2][..])]),
        (undirected, "", Vec::new()),
        (directed, "directed=\"false\"", Vec::new()),
        (undirected, "directed=\"true\"", vec![("directed", &[3, 4][..])]),
    ] {
        let (_, plan) = imported("X", ImportFormat::Graphml, network(graph, edge).as_bytes());
        assert_eq!((plan.ties, left_out(&plan)), (2, expected), "{graph} {edge}");
    }
    let descent = "<graphml><key id=\"t\" for=\"edge\" attr.name=\"type\"/><graph edgedefault=\"directed\"><node id=\"a\"/><node id=\"b\"/>\
                   <edge source=\"a\" target=\"b\"><data key=\"t\">parentage</data></edge></graph></graphml>";
    let (_, plan) = imported("X", ImportFormat::Graphml, descent.as_bytes());
    assert_eq!((plan.family, left_out(&plan)), (1, Vec::new()));
}

#[test]
fn the_members_of_a_node_are_people_and_that_they_are_in_it_is_named() {
    let file = "<graphml><key id=\"n\" for=\"all\" attr.name=\"name\"/><graph edgedefault=\"undirected\">\n\
                <node id=\"g\"><data key=\"n\">Koor</data>\n<graph id=\"g:\" edgedefault=\"undirected\"><node id=\"a\"/><node id=\"b\"/>\
                <edge source=\"a\" target=\"b\"/></graph></node>\n\
                <hyperedge id=\"h\"><endpoint node=\"a\" port=\"x\"/><data key=\"n\">drie</data></hyperedge></graph></graphml>";
    let (dossier, plan) = imported("X", ImportFormat::Graphml, file.as_bytes());
    assert_eq!((names(&dossier), plan.ties), (vec!["Koor".into(), "a".into(), "b".into()], 1));
    let expected: [(&str, &[u32]); 4] =
        [("endpoint", &[4]), ("graph", &[3]), ("hyperedge", &[4]), ("name", &[4])];
    assert_eq!(left_out(&plan), expected);
}

#[test]
fn attributes_of_nodes_and_of_edges_with_one_id_are_two() {
    let file = "<graphml><key id=\"r\" for=\"node\" attr.name=\"relation\"><default>friend</default></key>\
                <key id=\"r\" for=\"edge\" attr.name=\"kind\"><default>care</default></key><graph edgedefault=\"undirected\">\
                <node id=\"a\"/><node id=\"b\"><data key=\"r\">neighbour</data></node><edge source=\"a\" target=\"b\"/></graph></graphml>";
    let (dossier, plan) = imported("X", ImportFormat::Graphml, file.as_bytes());
    assert_eq!(person(&dossier, "a").relation, Some(Relation::Friend));
    assert_eq!(person(&dossier, "b").relation, Some(Relation::Neighbour));
    assert_eq!((dossier.all::<Tie>()[0].kind.clone(), left_out(&plan)), (Some(TieKind::Care), Vec::new()));
}

#[test]
fn headings_that_stand_a_second_time_are_nobody() {
    for table in ["naam;relatie\nJan;vriend\nnaam;relatie\nPiet;buurman\n", "naam\nJan\nnaam\nPiet\n"] {
        let (dossier, plan) = imported("X", ImportFormat::Csv, table.as_bytes());
        assert_eq!(
            (names(&dossier), unread(&plan)),
            (vec!["Jan".into(), "Piet".into()], vec![(3, UnreadReason::Line)])
        );
    }
    let (_, plan) = imported("X", ImportFormat::Csv, "van;naar\nnaar;van\nvan;naar\n".as_bytes());
    assert_eq!(unread(&plan), [(3, UnreadReason::Line), (2, UnreadReason::UnknownEnd)]);
}

#[test]
fn a_birthday_of_a_table_without_a_year_is_named_and_no_year_is_made_up() {
    for day in [
        "1604-06-20",
        "20-6-1604",
        " --04-12",
        "1900-01-00",
        "0-1-1900",
        "1-1-4501",
        "19500512",
        "12 mei 1950",
    ] {
        let table = format!("naam;geboren\nEls;{day}\n");
        assert_eq!(born(table.as_bytes(), ImportFormat::Csv), (None, 1), "{day}");
    }
    for (day, read) in [("1604", "1604"), ("1-1-1900", "1900-01-01"), ("05-1950", "1950-05")] {
        let table = format!("naam;geboren\nEls;{day}\n");
        let (born, named) = born(table.as_bytes(), ImportFormat::Csv);
        assert!(
            born.as_deref() == Some(read) && named == 0 || born.is_none() && named == 1,
            "{day}: {born:?} {named}"
        );
    }
}

#[test]
fn every_value_of_a_damaged_export_in_json_is_read_or_named() {
    let file = r#"{
  "people": [
    {
      "id": "p-1",
      "name": "Jan",
      "a": "x",
      "parent": "Els",
      "born": "0048-05-03",
      "own_dossier": "d-1"
    },
    {
      "id": "p-2",
      "name": "Piet"
    }
  ],
  "profile": ["Anna"],
  "ties": [
    {
      "id": "t-1",
      "a": "p-1",
      "b": "p-2",
      "name": "buren"
    }
  ]
}"#;
    let (dossier, plan) = imported("X", ImportFormat::Json, file.as_bytes());
    assert_eq!((person(&dossier, "Jan").born, plan.ties), (None, 1));
    assert_eq!(unread(&plan), [(4, UnreadReason::Value)]);
    let expected: [(&str, &[u32]); 5] =
        [("a", &[4]), ("name", &[19]), ("own_dossier", &[4]), ("parent", &[4]), ("profile", &[16])];
    assert_eq!(left_out(&plan), expected);
}
