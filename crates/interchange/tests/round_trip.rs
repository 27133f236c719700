//! Every person, organisation, tie and family line that Kring exports is imported again, once.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::collections::BTreeSet;

use dossier::model::*;
use dossier::{
    Dossier, Edit, Id, IntoEdit, MemberId, OrganisationId, ParentageId, PartialDate, PartnershipId, PersonId,
    Position, Prose, Record, Relative, TieId, edit,
};
use interchange::{ExportFormat, ImportFormat, write};
use proptest::prelude::*;
use support::*;

const CLIENT: &str = "Anna de Wit";

/// Names and texts with everything that a format has to write in another way. An import makes one space of several.
fn words() -> impl Strategy<Value = String> {
    let text = "[a-zé=+@;,'\"<>&|(#\\-][a-z é=;,'\"<>&|)#\\-]{0,9}[a-z]";
    text.prop_map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn date() -> impl Strategy<Value = PartialDate> {
    let parts =
        (1850_u16..2026, proptest::option::of(1_u8..13), proptest::option::of(1_u8..29), any::<bool>());
    parts.prop_map(|(year, month, day, about)| {
        PartialDate::new(year, month, day.filter(|_| month.is_some()), about).unwrap()
    })
}

fn one_of<C: dossier::Choice + std::fmt::Debug>() -> impl Strategy<Value = C> {
    proptest::sample::select(C::ALL.to_vec())
}

fn position() -> impl Strategy<Value = Position> {
    (0_u8..=8, 0_u8..=8).prop_map(|(x, y)| Position { x: f64::from(x) / 8.0, y: f64::from(y) / 8.0 })
}

fn person_field() -> impl Strategy<Value = PersonField> {
    prop_oneof![
        one_of().prop_map(|value| PersonField::Relation(Some(value))),
        one_of().prop_map(|value| PersonField::Sector(Some(value))),
        one_of().prop_map(|value| PersonField::Ring(Some(value))),
        one_of().prop_map(|value| PersonField::Age(Some(value))),
        one_of().prop_map(|value| PersonField::Gender(Some(value))),
        one_of().prop_map(|value| PersonField::CivilStatus(Some(value))),
        one_of().prop_map(|value| PersonField::Work(Some(value))),
        one_of().prop_map(|value| PersonField::Quality(Some(value))),
        one_of().prop_map(|value| PersonField::Life(Some(value))),
        proptest::collection::vec(one_of(), 1..4)
            .prop_map(|all| PersonField::Gives(all.into_iter().collect())),
        proptest::collection::vec(one_of(), 1..3)
            .prop_map(|all| PersonField::CarerRoles(all.into_iter().collect())),
        words().prop_map(|text| PersonField::Group(Some(text))),
        words().prop_map(|text| PersonField::Contact(Some(text))),
        (words(), words())
            .prop_map(|(first, second)| PersonField::Remark(Prose(format!("{first}\n{second}")))),
        date().prop_map(|date| PersonField::Born(Some(date))),
        date().prop_map(|date| PersonField::Died(Some(date))),
        position().prop_map(|place| PersonField::Ecogram(Some(place))),
        position().prop_map(|place| PersonField::Sociogram(Some(place))),
        position().prop_map(|place| PersonField::Genogram(Some(place))),
    ]
}

fn organisation_field() -> impl Strategy<Value = OrganisationField> {
    prop_oneof![
        one_of().prop_map(|value| OrganisationField::Kind(Some(value))),
        one_of().prop_map(|value| OrganisationField::Strength(Some(value))),
        words().prop_map(|text| OrganisationField::Contact(Some(text))),
        words().prop_map(|text| OrganisationField::Remark(Prose(text))),
    ]
}

fn tie_field() -> impl Strategy<Value = TieField> {
    prop_oneof![
        one_of().prop_map(|value| TieField::Kind(Some(value))),
        one_of().prop_map(|value| TieField::Strength(Some(value))),
        one_of().prop_map(|value| TieField::Quality(Some(value))),
        one_of().prop_map(|value| TieField::Energy(Some(value))),
    ]
}

fn partnership_field() -> impl Strategy<Value = PartnershipField> {
    prop_oneof![
        one_of().prop_map(|value| PartnershipField::Kind(Some(value))),
        date().prop_map(|date| PartnershipField::Since(Some(date))),
        date().prop_map(|date| PartnershipField::Separated(Some(date))),
        date().prop_map(|date| PartnershipField::Divorced(Some(date))),
    ]
}

fn parentage_field() -> impl Strategy<Value = ParentageField> {
    one_of().prop_map(|value| ParentageField::Kind(Some(value)))
}

/// The fields of a member, with its name.
type Named<F> = (String, Vec<F>);
/// The fields of a link, with the places of its ends among the members.
type Linked<F> = (usize, usize, Vec<F>);

#[derive(Debug)]
struct Network {
    people: Vec<Named<PersonField>>,
    organisations: Vec<Named<OrganisationField>>,
    ties: Vec<Linked<TieField>>,
    partnerships: Vec<Linked<PartnershipField>>,
    parentages: Vec<Linked<ParentageField>>,
    /// The place of a person who is removed from the map.
    removed: usize,
}

fn members<F: std::fmt::Debug>(
    fields: impl Strategy<Value = F>,
    most: usize,
) -> impl Strategy<Value = Vec<Named<F>>> {
    proptest::collection::vec((words(), proptest::collection::vec(fields, 0..6)), 0..most)
}

fn links<F: std::fmt::Debug>(fields: impl Strategy<Value = F>) -> impl Strategy<Value = Vec<Linked<F>>> {
    proptest::collection::vec((0_usize..9, 0_usize..9, proptest::collection::vec(fields, 0..4)), 0..5)
}

fn network() -> impl Strategy<Value = Network> {
    let parts = (
        members(person_field(), 6),
        members(organisation_field(), 3),
        links(tie_field()),
        links(partnership_field()),
        links(parentage_field()),
        0_usize..12,
    );
    parts.prop_map(|(people, organisations, ties, partnerships, parentages, removed)| Network {
        people,
        organisations,
        ties,
        partnerships,
        parentages,
        removed,
    })
}

fn id<I: Id>(kind: u8, place: usize) -> I {
    I::from_random([kind, place as u8 + 1, 7, 7, 7, 7, 7, 7, 7, 7])
}

/// Returns a dossier with the network. Links whose ends are one member, or are not there, are passed over.
fn dossier_with(network: &Network) -> Dossier {
    let mut dossier = dossier_of(CLIENT);
    let mut edits = Vec::new();
    let mut members = Vec::new();
    let mut relatives = vec![Relative::Client];
    for (place, (name, fields)) in network.people.iter().enumerate() {
        let id: PersonId = id(1, place);
        let fields = [PersonField::Name(name.clone())].into_iter().chain(fields.clone());
        edits.push(edit::add::<Person>(id.clone(), fields));
        members.push(MemberId::Person(id.clone()));
        relatives.push(Relative::Person(id));
    }
    for (place, (name, fields)) in network.organisations.iter().enumerate() {
        let id: OrganisationId = id(2, place);
        let fields = [OrganisationField::Name(name.clone())].into_iter().chain(fields.clone());
        edits.push(edit::add::<Organisation>(id.clone(), fields));
        members.push(MemberId::Organisation(id));
    }
    for (place, (a, b, fields)) in network.ties.iter().enumerate() {
        if let (Some(a), Some(b), true) = (members.get(*a), members.get(*b), a != b) {
            let ends = [TieField::A(Some(a.clone())), TieField::B(Some(b.clone()))];
            edits.push(edit::add::<Tie>(id::<TieId>(3, place), ends.into_iter().chain(fields.clone())));
        }
    }
    for (place, (a, b, fields)) in network.partnerships.iter().enumerate() {
        if let (Some(a), Some(b), true) = (relatives.get(*a), relatives.get(*b), a != b) {
            let ends = [PartnershipField::A(Some(a.clone())), PartnershipField::B(Some(b.clone()))];
            let fields = ends.into_iter().chain(fields.clone());
            edits.push(edit::add::<Partnership>(id::<PartnershipId>(4, place), fields));
        }
    }
    for (place, (parent, child, fields)) in network.parentages.iter().enumerate() {
        if let (Some(parent), Some(child), true) =
            (relatives.get(*parent), relatives.get(*child), parent != child)
        {
            let ends =
                [ParentageField::Parent(Some(parent.clone())), ParentageField::Child(Some(child.clone()))];
            let fields = ends.into_iter().chain(fields.clone());
            edits.push(edit::add::<Parentage>(id::<ParentageId>(5, place), fields));
        }
    }
    dossier.apply(&Edit::All(edits), NOW).unwrap();
    if network.removed < network.people.len() {
        dossier.apply(&edit::remove::<Person>(id(1, network.removed)), NOW).unwrap();
    }
    dossier
}

/// Returns the numbers of people, organisations, ties, partnerships and lines of descent that can be seen: a link
/// with a removed member cannot.
fn counts(dossier: &Dossier) -> [usize; 5] {
    let people = dossier.all::<Person>().into_iter().map(|one| MemberId::Person(one.id));
    let organisations = dossier.all::<Organisation>().into_iter().map(|one| MemberId::Organisation(one.id));
    let mut ids: BTreeSet<String> = people.chain(organisations).map(|id| id.to_string()).collect();
    ids.insert(Relative::Client.to_string());
    let seen =
        |a: Option<String>, b: Option<String>| [a, b].iter().all(|end| ids.contains(end.as_ref().unwrap()));
    let text = |end: &Option<Relative>| end.as_ref().map(Relative::to_string);
    let member = |end: &Option<MemberId>| end.as_ref().map(MemberId::to_string);
    [
        dossier.all::<Person>().len(),
        dossier.all::<Organisation>().len(),
        dossier.all::<Tie>().iter().filter(|one| seen(member(&one.a), member(&one.b))).count(),
        dossier.all::<Partnership>().iter().filter(|one| seen(text(&one.a), text(&one.b))).count(),
        dossier.all::<Parentage>().iter().filter(|one| seen(text(&one.parent), text(&one.child))).count(),
    ]
}

/// Returns the fields of every record of a kind as texts, without those by which records point at each other and
/// the given ones.
fn fields<R>(dossier: &Dossier, without: &[&str]) -> Vec<Vec<String>>
where
    R: Record + IntoEdit,
{
    use dossier::Field;
    let left_out = ["origin", "a", "b", "parent", "child"];
    let texts = |record: R| {
        let fields = record.fields().into_iter();
        let fields =
            fields.filter(|field| !left_out.contains(&field.key()) && !without.contains(&field.key()));
        fields.map(|field| format!("{field:?}")).collect()
    };
    let mut all: Vec<Vec<String>> = dossier.all::<R>().into_iter().map(texts).collect();
    all.sort();
    all
}

/// The fields that a table has no column for.
const NOT_IN_TABLES: &[&str] = &["ecogram", "circle", "sociogram", "genogram"];

fn comes_back(before: &Dossier, out: ExportFormat) -> Result<(), TestCaseError> {
    let Some(back) = ImportFormat::of_name(out.name()) else {
        return Err(TestCaseError::fail(format!("{} is not read", out.name())));
    };
    let mut after = dossier_of(CLIENT);
    for file in write(out, before, &[]) {
        // A file without anybody is refused.
        if interchange::read(back, &file.bytes).is_err() {
            continue;
        }
        let plan = import_bytes(&mut after, back, &file.bytes);
        let text = String::from_utf8_lossy(&file.bytes).into_owned();
        prop_assert_eq!(plan.unread.count, 0, "{:?}\n{}\n{:?}", out, text, plan.unread);
        let again = planned(&after, back, &file.bytes);
        prop_assert!(again.edits.is_empty(), "{:?} again\n{}\n{:?}", out, text, again.edits);
        let own = planned(before, back, &file.bytes);
        prop_assert!(own.edits.is_empty(), "{:?} into its own dossier\n{}\n{:?}", out, text, own.edits);
    }
    prop_assert_eq!(counts(&after), counts(before), "{:?}", out);
    let without = if out == ExportFormat::Csv { NOT_IN_TABLES } else { &[] };
    prop_assert_eq!(fields::<Person>(&after, without), fields::<Person>(before, without), "{:?}", out);
    let organisations = fields::<Organisation>(before, without);
    prop_assert_eq!(fields::<Organisation>(&after, without), organisations, "{:?}", out);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_record_comes_back_from_graphml(network in network()) {
        comes_back(&dossier_with(&network), ExportFormat::Graphml)?;
    }

    #[test]
    fn every_record_comes_back_from_tables(network in network()) {
        comes_back(&dossier_with(&network), ExportFormat::Csv)?;
    }

    #[test]
    fn every_record_comes_back_from_json(network in network()) {
        comes_back(&dossier_with(&network), ExportFormat::Json)?;
    }
}
