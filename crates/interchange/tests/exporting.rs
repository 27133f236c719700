//! Exports: other programs can read them, and Kring reads them back.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use dossier::model::*;
use dossier::{Edit, Id, MemberId, NoteId, OrganisationId, PersonId, TieId, edit};
use interchange::{ExportFormat, ImportFormat, write};
use support::*;

fn network() -> dossier::Dossier {
    let mut dossier = dossier_of("Anna \"de\" Wit <& co>");
    let (jan, kees) = (PersonId::from_random([1; 10]), PersonId::from_random([2; 10]));
    let linde = OrganisationId::from_random([3; 10]);
    let edits = vec![
        edit::add::<Person>(
            jan.clone(),
            [
                PersonField::Name("=Jan; van \"Dijk\"".into()),
                PersonField::Relation(Some(Relation::Neighbour)),
                PersonField::Gives([SupportKind::Company, SupportKind::Practical].into_iter().collect()),
                PersonField::Born(Some("~1948".parse().unwrap())),
                PersonField::Contact(Some("+31 6 12345678".into())),
                PersonField::Remark("Eerste regel\nTweede & <regel>".into()),
            ],
        ),
        edit::add::<Person>(kees.clone(), [PersonField::Name("Kees".into())]),
        edit::add::<Organisation>(
            linde.clone(),
            [
                OrganisationField::Name("De Linde".into()),
                OrganisationField::Kind(Some(OrganisationKind::Welfare)),
            ],
        ),
        edit::add::<Tie>(
            TieId::from_random([4; 10]),
            [
                TieField::A(Some(MemberId::Person(jan))),
                TieField::B(Some(MemberId::Organisation(linde))),
                TieField::Strength(Some(Strength::Weak)),
            ],
        ),
    ];
    dossier.apply(&Edit::All(edits), NOW).unwrap();
    dossier
}

#[test]
fn a_network_is_read_back_from_graphml_and_from_tables() {
    let before = network();
    for (out, back) in
        [(ExportFormat::Graphml, ImportFormat::Graphml), (ExportFormat::Csv, ImportFormat::Csv)]
    {
        let mut after = dossier_of("Anna \"de\" Wit <& co>");
        for file in write(out, &before, &[]) {
            let plan = import_bytes(&mut after, back, &file.bytes);
            assert_eq!(plan.unread.count, 0, "{out:?}: {:?}", plan.unread);
        }
        let own = |dossier: &dossier::Dossier| {
            let clean = |mut person: Person| {
                person.id = PersonId::from_random([0; 10]);
                person.origin = None;
                person
            };
            people(dossier).into_iter().map(clean).collect::<Vec<_>>()
        };
        assert_eq!(own(&after), own(&before), "{out:?}");
        assert_eq!(after.all::<Organisation>()[0].kind, Some(OrganisationKind::Welfare));
        assert_eq!(after.all::<Tie>()[0].strength, Some(Strength::Weak));
    }
}

#[test]
fn importing_an_export_into_its_own_dossier_adds_nothing() {
    let mut dossier = network();
    for (out, back) in
        [(ExportFormat::Graphml, ImportFormat::Graphml), (ExportFormat::Csv, ImportFormat::Csv)]
    {
        let file = write(out, &dossier, &[]).remove(0);
        let plan = import_bytes(&mut dossier, back, &file.bytes);
        assert_eq!((plan.people.len(), plan.organisations.len(), plan.already_there), (0, 0, 3));
    }
}

/// Returns a network with a text of another person that a spreadsheet program would run.
fn network_with_formulas() -> dossier::Dossier {
    let mut dossier = dossier_of("Anna");
    let fields = [
        PersonField::Name("-2+3+cmd|' /C calc'!A0".into()),
        PersonField::Contact(Some("+31-6-12345678".into())),
        PersonField::Remark("Belt elke week,=1+1\n@SUM(A1)".into()),
    ];
    let jan = edit::add::<Person>(PersonId::from_random([1; 10]), fields);
    let kees = [PersonField::Name("'=Kees".into()), PersonField::Remark("+1+1".into())];
    let kees = edit::add::<Person>(PersonId::from_random([2; 10]), kees);
    dossier.apply(&Edit::All(vec![jan, kees]), NOW).unwrap();
    dossier
}

#[test]
fn no_cell_looks_like_a_formula_to_a_spreadsheet_program() {
    let file = write(ExportFormat::Csv, &network(), &[]).remove(0);
    let text = String::from_utf8(file.bytes).unwrap();
    assert!(text.contains("\"'=Jan; van \"\"Dijk\"\"\""), "{text}");
    assert!(text.contains(";+31 6 12345678;"), "{text}");

    let file = write(ExportFormat::Csv, &network_with_formulas(), &[]).remove(0);
    let text = String::from_utf8(file.bytes).unwrap();
    // Programs that separate cells by commas or tabs see these cells too.
    let cells = text.split([';', ',', '\t', '\n']).map(|cell| cell.trim_start_matches(['"', ' ', '\r']));
    for cell in cells {
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell:?} in {text}");
    }
}

#[test]
fn texts_like_formulas_are_read_back_as_they_were() {
    let before = network_with_formulas();
    let mut after = dossier_of("Anna");
    import_bytes(&mut after, ImportFormat::Csv, &write(ExportFormat::Csv, &before, &[]).remove(0).bytes);
    let own = |dossier: &dossier::Dossier| {
        let clean = |person: Person| (person.name, person.contact, person.remark);
        people(dossier).into_iter().map(clean).collect::<Vec<_>>()
    };
    assert_eq!(own(&after), own(&before));
}

#[test]
fn every_format_writes_what_it_wrote_before() {
    let dossier = network();
    for format in ExportFormat::ALL {
        for file in write(format, &dossier, &[(NoteId::from_random([9; 10]), "no such note".into())]) {
            let text = String::from_utf8(file.bytes).unwrap().replace('\r', "");
            insta::assert_snapshot!(format!("{}{}", format.name(), file.suffix), text);
        }
    }
}
