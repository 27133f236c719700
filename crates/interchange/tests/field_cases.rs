//! Files as other programs write them against the standards, after public reports: each value is in the record, or
//! named with its line.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use dossier::model::*;
use interchange::{ImportFormat, UnreadReason};
use support::*;

#[test]
fn a_birthday_without_a_year_is_named_and_no_year_is_made_up() {
    for day in [
        "BDAY:--0412",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-06-20",
        "BDAY:1900-02-03",
        "BDAY;VALUE=text:rond 1950",
    ] {
        let (dossier, plan) = imported("X", ImportFormat::Vcard, card(&["FN:Els Boom", day]).as_bytes());
        assert_eq!(person(&dossier, "Els Boom").born, None, "{day}");
        assert_eq!(unread(&plan), [(4, UnreadReason::Value)], "{day}");
    }
    for day in ["BDAY:1951-03-09", "BDAY:19510309", "BDAY:9-3-1951"] {
        let (dossier, plan) = imported("X", ImportFormat::Vcard, card(&["FN:Els Boom", day]).as_bytes());
        assert_eq!(person(&dossier, "Els Boom").born, Some("1951-03-09".parse().unwrap()), "{day}");
        assert_eq!(plan.unread.count, 0);
    }
}

#[test]
fn cards_that_were_put_behind_each_other_are_all_read() {
    let cards = [card(&["FN:Aad"]), card(&["FN:Bea"]), card(&["FN:Cor"])];
    let glued: String = cards.iter().map(|card| card.trim_end()).collect();
    let marked: String = cards.iter().map(|card| format!("\u{feff}{card}")).collect();
    let unended = cards[0].replace("END:VCARD\r\n", "") + &cards[1] + "rommel\r\n" + &cards[2];
    for (file, count) in [(glued, 0), (marked, 0), (unended, 1)] {
        let (dossier, plan) = imported("X", ImportFormat::Vcard, file.as_bytes());
        assert_eq!(names(&dossier), ["Aad", "Bea", "Cor"]);
        assert_eq!(plan.unread.count, count);
    }
}

#[test]
fn a_line_that_was_folded_within_a_letter_is_whole() {
    let file = [
        card(&["FN:Zo"]).trim_end().as_bytes()[..31].to_vec(),
        b"\xc3\r\n \xab Berk\r\nEND:VCARD\r\n".to_vec(),
    ];
    let (dossier, plan) = imported("X", ImportFormat::Vcard, &file.concat());
    assert_eq!(names(&dossier), ["Zoë Berk"]);
    assert_eq!(plan.unread.count, 0);
}

#[test]
fn a_stray_byte_hurts_only_its_own_letter_and_its_line_is_named() {
    let (dossier, plan) = imported("X", ImportFormat::Csv, b"naam\nZo\xc3\xab Berk\nRen\xe9 D\xc3\xb6ner\n");
    assert_eq!(names(&dossier), ["René Döner", "Zoë Berk"]);
    assert_eq!(unread(&plan), [(3, UnreadReason::Letters)]);
}

#[test]
fn a_group_of_contacts_is_no_person() {
    let person_card = card(&["FN:Dirk Mol", "UID:1"]);
    for group in [
        card(&[
            "FN:Koor",
            "X-ADDRESSBOOKSERVER-KIND:group",
            "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1",
            "UID:2",
        ]),
        card(&["FN:Koor", "KIND:group", "MEMBER:urn:uuid:1", "UID:urn:uuid:2"]).replace("3.0", "4.0"),
    ] {
        let (dossier, plan) = imported("X", ImportFormat::Vcard, format!("{person_card}{group}").as_bytes());
        assert_eq!(names(&dossier), ["Dirk Mol"]);
        assert_eq!(person(&dossier, "Dirk Mol").group.as_deref(), Some("Koor"));
        assert_eq!((plan.unread.count, left_out(&plan)), (0, Vec::new()));
        let (_, alone) = imported("X", ImportFormat::Vcard, format!("{}{group}", card(&["FN:A"])).as_bytes());
        let members = left_out(&alone).into_iter().filter(|(kind, _)| kind.ends_with("MEMBER")).count();
        assert_eq!((left_out(&alone)[0], members), (("Koor", &[5][..]), 1));
    }
}

#[test]
fn two_contacts_with_one_id_are_two_people_and_named() {
    let file = card(&["FN:Tineke", "UID:7c"]) + &card(&["FN:Oscar", "UID:7c"]);
    let (mut dossier, plan) = imported("X", ImportFormat::Vcard, file.as_bytes());
    assert_eq!(names(&dossier), ["Oscar", "Tineke"]);
    assert_eq!(unread(&plan), [(6, UnreadReason::SameId)]);
    assert!(import(&mut dossier, ImportFormat::Vcard, &file).edits.is_empty());
}

#[test]
fn every_property_of_a_card_is_read_or_named() {
    let file = card(&[
        "FN:Hans Wit",
        "N:Wit;Hans;;;",
        "NICKNAME:Hansje",
        "ORG:Zorg en Zo;Team Noord",
        "CATEGORIES:Koor,Straat,buurman",
        "NOTE:Komt dinsdag, brengt soep",
        "NOTE:twee",
        "item1.URL:http://voorbeeld.example",
        "TITLE:Verpleger",
    ]);
    let (dossier, plan) = imported("X", ImportFormat::Vcard, file.as_bytes());
    let hans = person(&dossier, "Hans Wit");
    assert_eq!(hans.remark.0, "Zorg en Zo, Team Noord\n“Hansje”\nKomt dinsdag, brengt soep\ntwee");
    assert_eq!((hans.relation, hans.group.as_deref()), (Some(Relation::Neighbour), Some("Koor")));
    assert_eq!(left_out(&plan), [("CATEGORIES", &[7][..]), ("TITLE", &[11][..]), ("URL", &[10][..])]);
}

#[test]
fn dates_of_a_tree_in_numbers_are_read_only_where_nobody_can_mistake_them() {
    for (date, read) in [
        ("03/05/1948", None),
        ("05/1948", Some("1948-05")),
        ("25/12/1950", Some("1950-12-25")),
        ("12 MEI 1950", Some("1950-05-12")),
        ("3/5/48", None),
        ("15 MAR 2048", None),
    ] {
        let file = tree(&format!("0 @I1@ INDI\n1 NAME Aart /Duin/\n1 BIRT\n2 DATE {date}"));
        let (dossier, plan) = imported("X", ImportFormat::Gedcom, &file);
        let born = person(&dossier, "Aart Duin").born.map(|born| born.to_string());
        assert_eq!(born.as_deref(), read, "{date}");
        assert_eq!(plan.unread.count, u32::from(read.is_none()), "{date}");
    }
}

const COUPLES: &str = "0 @I1@ INDI\n1 NAME Gerda /Linde/\n0 @I2@ INDI\n1 NAME Henk /Stam/\n0 @I3@ INDI\n1 NAME Ivo /Tak/\n\
                       0 @F1@ FAM\n1 HUSB @I2@\n1 WIFE @I1@\n1 MARR\n2 DATE 1970\nDIVORCE\n0 @F2@ FAM\n1 HUSB @I3@\n1 WIFE @I1@\n\
                       1 MARR\n2 DATE 1985";

#[test]
fn who_was_divorced_is_no_partner_any_more() {
    for (divorce, named) in [("1 DIV Y", 1), ("1 DIV\n2 DATE 1980", 0), ("1 DIV\n2 DATE ooit", 2)] {
        let file = tree(&COUPLES.replace("DIVORCE", divorce));
        let (dossier, plan) = imported("Gerda Linde", ImportFormat::Gedcom, &file);
        assert_eq!(person(&dossier, "Ivo Tak").relation, Some(Relation::Partner));
        assert_ne!(person(&dossier, "Henk Stam").relation, Some(Relation::Partner), "{divorce}");
        assert_eq!(plan.unread.count, named, "{divorce}");
        let going_on = dossier.all::<Partnership>().into_iter().filter(|one| one.divorced.is_none()).count();
        assert_eq!(going_on, 1, "{divorce}");
    }
}

#[test]
fn a_family_that_only_its_people_name_is_a_family() {
    for family in ["\n0 @F1@ FAM", ""] {
        let file = tree(&format!(
            "0 @I1@ INDI\n1 NAME Jaap /Rond/\n1 FAMC @F1@\n0 @I2@ INDI\n1 NAME Klaas /Rond/\n1 SEX M\n1 FAMS @F1@\n\
             0 @I3@ INDI\n1 NAME Lies /Bos/\n1 SEX F\n1 FAMS @F1@{family}"
        ));
        let (dossier, plan) = imported("Jaap Rond", ImportFormat::Gedcom, &file);
        assert_eq!((plan.family, plan.unread.count), (3, 0));
        for parent in ["Klaas Rond", "Lies Bos"] {
            assert_eq!(person(&dossier, parent).relation, Some(Relation::Parent));
        }
    }
}

#[test]
fn adoption_and_step_parents_are_told_in_each_of_the_ways_that_programs_have() {
    let file = tree(
        "0 @I1@ INDI\n1 NAME Nel /Park/\n0 @I2@ INDI\n1 NAME Otto /Park/\n0 @I3@ INDI\n1 NAME Pia /Park/\n\
         0 @I4@ INDI\n1 NAME Quin /Park/\n1 FAMC @F1@\n2 PEDI step\n0 @I5@ INDI\n1 NAME Ravi /Park/\n1 FAMC @F1@\n\
         1 ADOP Y\n2 FAMC @F1@\n3 ADOP WIFE\n0 @F1@ FAM\n1 HUSB @I2@\n1 WIFE @I1@\n1 CHIL @I3@\n2 _FREL Adopted\n\
         2 _MREL Natural\n1 CHIL @I4@\n1 CHIL @I5@\n2 _FREL Onbekend",
    );
    let (dossier, plan) = imported("X", ImportFormat::Gedcom, &file);
    let kind = |parent: &str, child: &str| {
        let (parent, child) = (person(&dossier, parent).id, person(&dossier, child).id);
        let is = |end: &Option<dossier::Relative>, id: &dossier::PersonId| {
            *end == Some(dossier::Relative::Person(id.clone()))
        };
        dossier
            .all::<Parentage>()
            .into_iter()
            .find(|one| is(&one.parent, &parent) && is(&one.child, &child))
            .unwrap()
            .kind
    };
    assert_eq!(kind("Otto Park", "Pia Park"), Some(ParentageKind::Adopted));
    assert_eq!(kind("Nel Park", "Pia Park"), Some(ParentageKind::Birth));
    assert_eq!(kind("Nel Park", "Quin Park"), Some(ParentageKind::Step));
    assert_eq!(kind("Nel Park", "Ravi Park"), Some(ParentageKind::Adopted));
    assert_eq!(kind("Otto Park", "Ravi Park"), None);
    assert_eq!(unread(&plan), [(27, UnreadReason::Value)]);
}

#[test]
fn every_value_of_a_tree_is_read_or_named_with_its_line() {
    let file = tree(
        "0 @I1@ INDI\n1 NAME Aaf /Berk/\n2 NICK Aafje\n1 NAME Aaf /Hooi/\n2 TYPE married\n1 BIRT\n2 DATE 1940\n2 PLAC Ergens\n\
         1 BIRT\n2 DATE 1942\n1 ASSO @I2@\n2 RELA buren\n2 NOTE helpt\n1 ASSO @VOID@\n2 PHRASE de melkboer\n1 RESI\n\
         2 ADDR Dorpsstraat 1\n0 @I2@ INDI\n1 NAME Bets /Cato/\n0 @F9@ FAM\n1 HUSB @I1@\n1 WIFE @I2@\n1 WIFE @I3@\n0 @N1@ NOTE Los",
    );
    let (dossier, plan) = imported("X", ImportFormat::Gedcom, &file);
    let aaf = person(&dossier, "Aaf Berk");
    assert_eq!(aaf.remark.0, "Aaf Hooi\n“Aafje”");
    assert_eq!(aaf.born, Some("1940".parse().unwrap()));
    assert_eq!(dossier.all::<Tie>()[0].kind, Some(TieKind::Neighbours));
    let expected: [(&str, &[u32]); 7] = [
        ("ASSO", &[16]),
        ("ASSO.NOTE", &[15]),
        ("BIRT", &[11]),
        ("BIRT.PLAC", &[10]),
        ("NAME.TYPE", &[7]),
        ("NOTE", &[26]),
        ("RESI", &[18]),
    ];
    assert_eq!(left_out(&plan), expected);
    assert_eq!(unread(&plan), [(25, UnreadReason::UnknownEnd)]);
}

#[test]
fn the_ids_of_one_session_do_not_mean_people_of_another() {
    let graph = |names: [&str; 2]| {
        format!(
            "<graph><node id=\"1\"><data key=\"n\">{}</data></node><node id=\"2\"><data key=\"n\">{}</data></node>\
             <edge source=\"1\" target=\"2\"/></graph>",
            names[0], names[1]
        )
    };
    let file = format!(
        "<graphml><key id=\"n\" for=\"node\" attr.name=\"name\"/>{}{}</graphml>",
        graph(["Teun", "Ute"]),
        graph(["Vera", "Wim"])
    );
    let (dossier, plan) = imported("X", ImportFormat::Graphml, file.as_bytes());
    let name = |end: &Option<dossier::MemberId>| match end {
        Some(dossier::MemberId::Person(id)) => dossier.one::<Person>(id).unwrap().name,
        other => panic!("{other:?}"),
    };
    let mut ties: Vec<_> = dossier.all::<Tie>().iter().map(|tie| (name(&tie.a), name(&tie.b))).collect();
    ties.sort();
    assert_eq!(ties, [("Teun".into(), "Ute".into()), ("Vera".into(), "Wim".into())]);
    assert_eq!(plan.unread.count, 0);
}

#[test]
fn nobody_is_called_node() {
    let file = "<graphml><key id=\"label\" for=\"all\" attr.name=\"label\"/><key id=\"k1\" for=\"node\" attr.name=\"nickname\"/>\
        <key id=\"k2\" for=\"node\" attr.name=\"relationship_friend\"/><key id=\"k3\" for=\"node\" attr.name=\"mood\"/><graph>\n\
        <node id=\"1\"><data key=\"label\">Node</data><data key=\"k1\">Yara</data><data key=\"k2\">true</data></node>\n\
        <node id=\"2\"><data key=\"label\">Node</data><data key=\"k1\">Zeger</data><data key=\"k2\">false</data><data key=\"k3\">blij</data></node>\
        </graph></graphml>";
    let (dossier, plan) = imported("X", ImportFormat::Graphml, file.as_bytes());
    assert_eq!(names(&dossier), ["Yara", "Zeger"]);
    assert_eq!(person(&dossier, "Yara").relation, Some(Relation::Friend));
    assert_eq!(person(&dossier, "Zeger").relation, None);
    assert_eq!(left_out(&plan), [("mood", &[3][..])]);
}

#[test]
fn an_attribute_that_is_not_given_has_the_default_of_the_file() {
    let file = "<graphml><key id=\"d0\" for=\"node\" attr.name=\"name\"/>\
        <key id=\"d1\" for=\"node\" attr.name=\"relation\"><default>friend</default></key>\
        <key id=\"d3\" for=\"edge\" attr.name=\"strength\"><default>strong</default></key><graph>\
        <node id=\"a\"><data key=\"d0\">Abel</data><data key=\"d1\">neighbour</data></node>\
        <node id=\"b\"><data key=\"d0\">Brit</data></node><edge source=\"a\" target=\"b\"/></graph></graphml>";
    let (dossier, _) = imported("X", ImportFormat::Graphml, file.as_bytes());
    assert_eq!(person(&dossier, "Abel").relation, Some(Relation::Neighbour));
    assert_eq!(person(&dossier, "Brit").relation, Some(Relation::Friend));
    assert_eq!(dossier.all::<Tie>()[0].strength, Some(Strength::Strong));
}

#[test]
fn a_tie_in_both_directions_is_one_tie() {
    let mut dossier = dossier_of("X");
    import(&mut dossier, ImportFormat::Csv, "Id,Label\nCas,Cas\nDemi,Demi\n");
    let plan = import(&mut dossier, ImportFormat::Csv, "Source,Target\nCas,Demi\nDemi,Cas\n");
    assert_eq!((plan.ties, dossier.all::<Tie>().len()), (1, 1));
}

#[test]
fn a_quote_that_nothing_closes_swallows_no_line() {
    let rest = "Hanna;zus;woont ver\n\"Ilse\";buurvrouw;\"heeft \"\"de\"\"\nsleutel\"\n";
    for broken in ["\"Gijs;broer;belt", "Gijs;broer;\"19 inch"] {
        let file = format!("naam;relatie;opmerking\nFemke;vriendin;gezellig\n{broken}\n{rest}");
        let (dossier, plan) = imported("X", ImportFormat::Csv, file.as_bytes());
        assert_eq!(names(&dossier), ["Femke", "Gijs", "Hanna", "Ilse"], "{broken}");
        assert_eq!(person(&dossier, "Ilse").remark.0, "heeft \"de\"\nsleutel");
        assert_eq!(unread(&plan), [(3, UnreadReason::Quote)]);
    }
}

#[test]
fn a_date_of_a_table_whose_century_nobody_knows_is_named() {
    let table = "naam;geboren\nMats;3-5-1948\nNora;05/03/1948\nRinus;3-5-48\nSjaan;1948-5-3\nTess;3-5-1948 00:00\n\
                 Vic;00-00-1948\nWies;43466,5\nXan;2048\n";
    let (dossier, plan) = imported("X", ImportFormat::Csv, table.as_bytes());
    let born = |name| person(&dossier, name).born.map(|born| born.to_string()).unwrap_or_default();
    let all = ["Mats", "Nora", "Rinus", "Sjaan", "Tess", "Vic", "Wies", "Xan"].map(born);
    assert_eq!(all, ["1948-05-03", "1948-03-05", "", "1948-05-03", "1948-05-03", "", "", ""]);
    let lines: Vec<u32> = plan.unread.lines.iter().map(|line| line.line).collect();
    assert_eq!(lines, [4, 7, 8, 9]);
}

#[test]
fn a_name_is_the_same_in_two_files_that_write_its_accents_otherwise() {
    let mut dossier = dossier_of("Zoë Één");
    import(&mut dossier, ImportFormat::Csv, "naam\nBeë Één\nRenée\n");
    let plan =
        import(&mut dossier, ImportFormat::Csv, "van;naar\nBee\u{308} E\u{301}e\u{301}n;Rene\u{301}e\n");
    assert_eq!((plan.ties, plan.unread.count), (1, 0));
    let file = tree("0 @I1@ INDI\n1 NAME Zoe\u{308} /E\u{301}e\u{301}n/");
    assert_eq!(import_bytes(&mut dossier, ImportFormat::Gedcom, &file).client.as_deref(), Some("I1"));
}

#[test]
fn a_family_of_thousands_and_a_card_of_thousands_of_lines_take_no_square_of_them() {
    let husbands: String = (0..20_000).map(|number| format!("\n1 HUSB @I{number}@")).collect();
    let file = tree(&format!("0 @I1@ INDI\n1 NAME A\n0 @F1@ FAM{husbands}"));
    let draft = interchange::read(ImportFormat::Gedcom, &file).unwrap();
    assert_eq!((draft.partnerships.len(), draft.unread.left_out["HUSB"].times), (28, 19_992));
    let lines: Vec<String> = (0..20_000).map(|number| format!("NOTE:{number}")).collect();
    let lines: Vec<&str> = ["FN:A"].into_iter().chain(lines.iter().map(String::as_str)).collect();
    let draft = interchange::read(ImportFormat::Vcard, card(&lines).as_bytes()).unwrap();
    assert_eq!((draft.people.len(), draft.unread.count), (1, 0));
}

#[test]
fn everything_in_a_file_is_counted_once() {
    let mut dossier = dossier_of("Anna");
    import(&mut dossier, ImportFormat::Csv, "naam\nJan\nPiet\n");
    let table = "id;naam;telefoon\n1;Anna;12\n2;Jan;34\n2;Jan;34\n3;Kees;\n;;56\n";
    let people = import(&mut dossier, ImportFormat::Csv, table).totals.people;
    assert_eq!(
        (people.in_file, people.added, people.of_client, people.twice, people.not_added),
        (5, 2, 1, 1, 1)
    );
    let again = planned(&dossier, ImportFormat::Csv, table.as_bytes()).totals.people;
    assert_eq!((again.in_file, again.added, again.already_there), (5, 0, 2));
    let ties = "van;naar\nPiet;Kees\nKees;Piet\nPiet;Truus\nPiet;Piet\nPiet;\n";
    let ties = planned(&dossier, ImportFormat::Csv, ties.as_bytes()).totals.ties;
    assert_eq!((ties.in_file, ties.added, ties.twice, ties.not_added), (5, 1, 1, 3));
    let tree = tree(&COUPLES.replace("DIVORCE", "1 DIV Y"));
    let family = planned(&dossier, ImportFormat::Gedcom, &tree).totals.family;
    assert_eq!((family.in_file, family.added, family.not_added), (2, 1, 1));
}

#[test]
fn contacts_of_google_in_a_table_are_people_and_organisations() {
    for (headings, mail) in [
        (
            "First Name,Middle Name,Last Name,Nickname,Organization Name,Birthday,Notes,Labels,E-mail 1 - Label,\
             E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value",
            "E-mail 1 - Label",
        ),
        (
            "Voornaam,Tweede naam,Achternaam,Bijnaam,Naam van organisatie,Verjaardag,Notities,Labels,\
             E-mail 1 - Label,E-mail 1 - Waarde,Telefoon 1 - Label,Telefoon 1 - Waarde",
            "E-mail 1 - Label",
        ),
    ] {
        let file = format!(
            "{headings}\nFatima,,Bennani,Faat,Zorg en Zo,1961-02-03,Heeft een hond,* myContacts ::: Buren ::: Koor,* Home,\
             f@example.org,Mobiel,06 1 ::: 06 2\n,,,,De Linde,,,* myContacts,,,Work,030 1\n"
        );
        let (dossier, plan) = imported("X", ImportFormat::Csv, file.as_bytes());
        let fatima = person(&dossier, "Fatima Bennani");
        assert_eq!(fatima.contact.as_deref(), Some("f@example.org, 06 1, 06 2"));
        assert_eq!(fatima.born, Some("1961-02-03".parse().unwrap()));
        assert_eq!((fatima.relation, fatima.group.as_deref()), (Some(Relation::Neighbour), Some("Koor")));
        for remark in ["“Faat”", "Zorg en Zo", "Heeft een hond"] {
            assert!(fatima.remark.0.contains(remark), "{}", fatima.remark.0);
        }
        let linde = dossier.all::<Organisation>().remove(0);
        assert_eq!((linde.name.as_str(), linde.contact.as_deref()), ("De Linde", Some("030 1")));
        assert_eq!(plan.unread.count, 0, "{:?}", plan.unread);
        assert!(left_out(&plan).iter().any(|(kind, lines)| *kind == mail && **lines == [2]));
    }
}

#[test]
fn contacts_of_outlook_in_a_table_are_people() {
    let english = "First Name,Last Name,Company,E-mail Address,E-mail 2 Address,Home Phone,Mobile Phone,Birthday,Gender,Categories\n\
                   Dirk,Mol,,d@example.org,e@example.org,030 1,06 1,12/25/1950,Unspecified,Friends\n\
                   Els,Mol,,,,,,5/3/1948,Female,\nGijs,Mol,,,,,,0/0/00,Male,\n";
    let dutch = "Voornaam;Achternaam;Bedrijf;E-mailadres;E-mail 2-adres;Telefoon thuis;Mobiele telefoon;Verjaardag;Geslacht;Categorieën\n\
                 Dirk;Mol;;d@example.org;e@example.org;030 1;06 1;25-12-1950;Niet opgegeven;Vrienden\n\
                 Els;Mol;;;;;;3-5-48;Vrouwelijk;\nGijs;Mol;;;;;;0-0-00;Mannelijk;\n";
    for file in [english, dutch] {
        let (dossier, plan) = imported("X", ImportFormat::Csv, file.as_bytes());
        let dirk = person(&dossier, "Dirk Mol");
        assert_eq!(dirk.contact.as_deref(), Some("d@example.org, e@example.org, 030 1, 06 1"));
        assert_eq!(dirk.born, Some("1950-12-25".parse().unwrap()));
        assert_eq!((dirk.relation, dirk.gender), (Some(Relation::Friend), None));
        assert_eq!(
            (person(&dossier, "Els Mol").born, person(&dossier, "Els Mol").gender),
            (None, Some(Gender::Woman))
        );
        assert_eq!(person(&dossier, "Gijs Mol").gender, Some(Gender::Man));
        assert_eq!((unread(&plan), left_out(&plan)), (vec![(3, UnreadReason::Value)], Vec::new()));
    }
}

const GRAMPS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<database xmlns="http://gramps-project.org/xml/1.7.1/">
  <header><created date="2026-11-01" version="5.2.3"/></header>
  <events>
    <event handle="_e1" id="E1"><type>Birth</type><dateval val="1948-05-03"/><place hlink="_l1"/></event>
    <event handle="_e2" id="E2"><type>Marriage</type><dateval val="1970"/></event>
    <event handle="_e3" id="E3"><type>Baptism</type><description>in Assen</description></event>
    <event handle="_e4" id="E4"><type>Death</type></event>
  </events>
  <people>
    <person handle="_p1" id="I1"><gender>F</gender>
      <name type="Birth Name"><first>Anna</first><surname prefix="de">Wit</surname><nick>An</nick></name>
      <eventref hlink="_e1" role="Primary"/>
      <eventref hlink="_e3" role="Primary"/>
      <childof hlink="_f1"/>
      <noteref hlink="_n1"/>
      <url href="https://example.org"/>
    </person>
    <person handle="_p2" id="I2"><gender>M</gender><name><first>Geert</first><surname>Wit</surname></name>
      <parentin hlink="_f1"/></person>
    <person handle="_p3" id="I3"><gender>F</gender><name><first>Trijn</first><surname>Bos</surname></name></person>
  </people>
  <families>
    <family handle="_f1" id="F1"><rel type="Married"/><father hlink="_p2"/><mother hlink="_p3"/>
      <eventref hlink="_e2" role="Family"/>
      <childref hlink="_p1" frel="Stepchild" mrel="Birth"/>
    </family>
  </families>
  <notes><note handle="_n1" id="N1"><text>Heeft een hond</text></note></notes>
  <places><placeobj handle="_l1" id="P1"/></places>
</database>
"#;

#[test]
fn a_family_tree_of_gramps_is_read_packed_or_not() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut packed, GRAMPS.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    for file in [GRAMPS.as_bytes(), &packed] {
        assert_eq!(ImportFormat::recognise("tree.gramps", file), Some(ImportFormat::Gramps));
        let (dossier, plan) = imported("X", ImportFormat::Gramps, file);
        assert_eq!(names(&dossier), ["Anna de Wit", "Geert Wit", "Trijn Bos"]);
        let anna = person(&dossier, "Anna de Wit");
        assert_eq!(anna.born, Some("1948-05-03".parse().unwrap()));
        assert_eq!((anna.gender, anna.remark.0.as_str()), (Some(Gender::Woman), "“An”\nHeeft een hond"));
        let married = dossier.all::<Partnership>();
        assert_eq!((married.len(), married[0].since), (1, Some("1970".parse().unwrap())));
        let mut kinds: Vec<_> = dossier.all::<Parentage>().into_iter().map(|one| one.kind).collect();
        kinds.sort();
        assert_eq!(kinds, [Some(ParentageKind::Birth), Some(ParentageKind::Step)]);
        assert_eq!(plan.unread.count, 0, "{:?}", plan.unread);
        let expected: [(&str, &[u32]); 5] =
            [("BIRT.place", &[5]), ("Baptism", &[7]), ("event", &[8]), ("placeobj", &[30]), ("url", &[17])];
        assert_eq!(left_out(&plan), expected);
    }
    let cut = &packed[..packed.len() / 2];
    assert!(
        interchange::read(ImportFormat::Gramps, cut).is_err()
            || !imported("X", ImportFormat::Gramps, cut).1.unread.lines.is_empty()
    );
}

#[test]
fn what_is_private_in_gramps_is_read_and_each_entry_is_named() {
    let file = GRAMPS
        .replace(r#"handle="_p2""#, r#"handle="_p2" priv="1""#)
        .replace(r#"handle="_e1""#, r#"handle="_e1" priv="1""#)
        .replace(r#"handle="_n1""#, r#"handle="_n1" priv="1""#)
        .replace(r#"handle="_f1" id"#, r#"handle="_f1" priv="1" id"#)
        .replace(r#"handle="_p3""#, r#"handle="_p3" priv="0""#);
    let (dossier, plan) = imported("X", ImportFormat::Gramps, file.as_bytes());
    assert_eq!(names(&dossier), ["Anna de Wit", "Geert Wit", "Trijn Bos"]);
    let anna = person(&dossier, "Anna de Wit");
    assert_eq!(anna.born, Some("1948-05-03".parse().unwrap()));
    assert!(anna.remark.0.contains("Heeft een hond"));
    assert!(plan.unread.lines.iter().all(|one| one.reason == UnreadReason::Private));
    let named: Vec<_> = plan.unread.lines.iter().map(|one| (one.line, one.text.as_str())).collect();
    let expected = [
        (5, "event E1 Birth 1948-05-03"),
        (19, "person I2 Geert Wit"),
        (24, "family F1 Married"),
        (29, "note N1 Heeft een hond"),
    ];
    assert_eq!(named, expected);
}

#[test]
fn records_of_json_that_say_too_little_are_counted_as_not_added() {
    let file = r#"{
  "people": [{ "id": "p-1", "name": "Jan" }, { "id": "p-2", "relation": "friend" }, { "name": "Els" }, 5],
  "organisations": [{ "id": "o-1", "contact": "030 1" }],
  "ties": [{ "a": "p-1" }, { "a": "p-1", "b": "p-2" }],
  "partnerships": [{ "a": "p-1" }],
  "parentages": [{ "parent": "p-1" }, "p-2"]
}"#;
    let plan = planned(&dossier_of("X"), ImportFormat::Json, file.as_bytes());
    let counts = [plan.totals.people, plan.totals.organisations, plan.totals.ties, plan.totals.family]
        .map(|tally| (tally.in_file, tally.added, tally.not_added));
    assert_eq!(counts, [(4, 1, 3), (1, 0, 1), (2, 0, 2), (3, 0, 3)]);
    assert_eq!(plan.unread.count, 9);
}
