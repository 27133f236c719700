//! Measures of a network, compared with published values, and the findings of an analysis.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use dossier::analysis::{Analysis, Attribute, Finding, Network, findings};
use dossier::model::*;
use dossier::*;
use support::{person_id, tie_id};

/// The kite of Krackhardt 1990, whose betweenness textbooks print.
#[rustfmt::skip]
const KITE: &[(&str, &str)] = &[
    ("Andre", "Beverly"),
    ("Andre", "Carol"),
    ("Andre", "Diane"),
    ("Andre", "Fernando"),
    ("Beverly", "Diane"),
    ("Beverly", "Ed"),
    ("Beverly", "Garth"),
    ("Carol", "Diane"),
    ("Carol", "Fernando"),
    ("Diane", "Ed"),
    ("Diane", "Fernando"),
    ("Diane", "Garth"),
    ("Ed", "Garth"),
    ("Fernando", "Garth"),
    ("Fernando", "Heather"),
    ("Garth", "Heather"),
    ("Heather", "Ike"),
    ("Ike", "Jane"),
];

/// Marriages among Florentine families (Padgett & Ansell 1993).
#[rustfmt::skip]
const FLORENCE: &[(&str, &str)] = &[
    ("Acciaiuoli", "Medici"),
    ("Castellani", "Peruzzi"),
    ("Castellani", "Strozzi"),
    ("Castellani", "Barbadori"),
    ("Medici", "Barbadori"),
    ("Medici", "Ridolfi"),
    ("Medici", "Tornabuoni"),
    ("Medici", "Albizzi"),
    ("Medici", "Salviati"),
    ("Salviati", "Pazzi"),
    ("Peruzzi", "Strozzi"),
    ("Peruzzi", "Bischeri"),
    ("Strozzi", "Ridolfi"),
    ("Strozzi", "Bischeri"),
    ("Ridolfi", "Tornabuoni"),
    ("Tornabuoni", "Guadagni"),
    ("Albizzi", "Ginori"),
    ("Albizzi", "Guadagni"),
    ("Bischeri", "Guadagni"),
    ("Guadagni", "Lamberteschi"),
];

/// The network around G in Borgatti 1997, "Structural holes: unpacking Burt's redundancy measures", figure 1.
const AROUND_G: (&[&str], &[(&str, &str)]) =
    (&["A", "B", "C", "D", "E", "F"], &[("A", "B"), ("A", "F"), ("A", "E"), ("B", "D")]);

fn names(edges: &[(&'static str, &'static str)]) -> Vec<&'static str> {
    let mut names: Vec<_> = edges.iter().flat_map(|(a, b)| [*a, *b]).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn people(names: &[&str]) -> Vec<Person> {
    names
        .iter()
        .enumerate()
        .map(|(place, name)| {
            let mut person = Person::blank(person_id(place as u8));
            person.name = (*name).to_owned();
            person
        })
        .collect()
}

fn ties(names: &[&str], edges: &[(&str, &str)]) -> Vec<Tie> {
    let member = |name: &str| {
        let place = names.iter().position(|other| *other == name).unwrap();
        Some(MemberId::Person(person_id(place as u8)))
    };
    let tie = |(place, (a, b)): (usize, &(&str, &str))| Tie {
        a: member(a),
        b: member(b),
        ..Tie::blank(tie_id(place as u8))
    };
    edges.iter().enumerate().map(tie).collect()
}

fn network(names: &[&str], edges: &[(&str, &str)]) -> Network {
    Network::new(people(names), Vec::new(), &ties(names, edges))
}

fn close(found: Option<f64>, published: f64) {
    let found = found.unwrap();
    assert!((found - published).abs() < 5e-4, "{found}, and {published} was published");
}

fn betweenness_of(network: &Network, name: &str) -> Option<f64> {
    let place = network.members().iter().position(|member| member.name == name)?;
    network.betweenness().get(place).copied()
}

#[test]
fn betweenness_in_the_kite_matches_the_published_values() {
    let kite = network(&names(KITE), KITE);
    for (name, value) in [("Heather", 0.389), ("Fernando", 0.231), ("Garth", 0.231), ("Ike", 0.222)] {
        close(betweenness_of(&kite, name), value);
    }
    close(betweenness_of(&kite, "Diane"), 0.102);
    close(betweenness_of(&kite, "Andre"), 0.023);
    close(betweenness_of(&kite, "Jane"), 0.0);
}

#[test]
fn betweenness_of_the_medici_matches_the_published_values() {
    let florence = network(&names(FLORENCE), FLORENCE);
    for (name, value) in [("Medici", 0.522), ("Guadagni", 0.255), ("Albizzi", 0.212), ("Pazzi", 0.0)] {
        close(betweenness_of(&florence, name), value);
    }
}

#[test]
fn effective_size_and_constraint_match_borgatti() {
    let around_g = network(AROUND_G.0, AROUND_G.1);
    close(around_g.effective_size(), 4.667);
    close(around_g.constraint(), 0.400);
}

#[test]
fn constraint_is_greatest_for_two_who_know_each_other() {
    close(network(&["a", "b"], &[("a", "b")]).constraint(), 1.125);
    close(network(&["a"], &[]).constraint(), 1.0);
    close(network(&["a", "b"], &[]).constraint(), 0.5);
    assert_eq!(network(&[], &[]).constraint(), None);
}

#[test]
fn the_parts_of_a_group_without_a_cut_point_are_found() {
    let kite = network(&names(KITE), KITE);
    let cut: Vec<&str> = kite
        .cut_points()
        .iter()
        .filter_map(|place| kite.members().get(*place))
        .map(|m| m.name.as_str())
        .collect();
    assert_eq!(cut, ["Heather", "Ike"]);
    let parts = kite.parts_without(kite.cut_points()[0]);
    assert_eq!(parts.iter().map(Vec::len).collect::<Vec<_>>(), [7, 2]);
}

#[test]
fn density_counts_each_pair_once_and_is_absent_for_one_member() {
    close(network(&["a", "b", "c"], &[("a", "b"), ("b", "a"), ("b", "c")]).density(), 2.0 / 3.0);
    assert_eq!(network(&["a"], &[]).density(), None);
}

#[test]
fn variety_leaves_out_unknown_values_and_counts_them() {
    let mut people = people(&["a", "b", "c", "d", "e"]);
    let genders = [Some(Gender::Woman), Some(Gender::Woman), Some(Gender::Man), Some(Gender::Man), None];
    for (person, gender) in people.iter_mut().zip(genders) {
        person.gender = gender;
    }
    let network = Network::new(people, Vec::new(), &[]);
    // (1 − ½) · 3/2 with three genders.
    close(network.variety(Attribute::Gender), 0.75);
    assert_eq!(network.unknown(Attribute::Gender), 1);
    assert_eq!(network.variety(Attribute::Work), None);
}

#[test]
fn bridging_is_lowest_for_ties_within_spheres_and_highest_for_ties_between_them() {
    let mut people = people(&["a", "b", "c"]);
    for (person, sector) in people.iter_mut().zip([Sector::Family, Sector::Family, Sector::Society]) {
        person.sector = Some(sector);
    }
    let names = ["a", "b", "c"];
    let of =
        |edges: &[(&str, &str)]| Network::new(people.clone(), Vec::new(), &ties(&names, edges)).bridging();
    assert_eq!(of(&[("a", "b")]), Some(-1.0));
    assert_eq!(of(&[("a", "c"), ("b", "c")]), Some(1.0));
    assert_eq!(of(&[("a", "b"), ("b", "c")]), Some(0.0));
    assert_eq!(of(&[]), None);
}

#[test]
fn people_who_died_count_nowhere() {
    let mut people = people(&["a", "b"]);
    people[1].life = Some(LifeStatus::Deceased);
    let network = Network::new(people, Vec::new(), &ties(&["a", "b"], &[("a", "b")]));
    assert_eq!((network.size(), network.ties()), (1, 0));
}

#[test]
fn an_empty_network_has_no_measures_that_are_undefined() {
    let analysis = Analysis::of(&network(&[], &[]));
    assert_eq!((analysis.size, analysis.components, analysis.isolates), (0, 0, 0));
    let undefined =
        [analysis.density, analysis.constraint, analysis.reciprocity, analysis.professionals_share];
    assert_eq!(undefined, [None; 4]);
    assert!(findings(&network(&[], &[]), None).is_empty());
}

#[test]
fn an_analysis_has_a_stable_serialized_form() {
    let mut all = people(&["Joris", "Fatima", "Wim"]);
    all[0].gives = [SupportKind::Practical, SupportKind::Company].into_iter().collect();
    all[1].gives = [SupportKind::Company].into_iter().collect();
    all[1].receives = [SupportKind::Information].into_iter().collect();
    all[1].ring = Some(Ring::Intimates);
    all[2].relation = Some(Relation::Professional);
    let network = Network::new(all, Vec::new(), &ties(&["Joris", "Fatima", "Wim"], &[("Joris", "Fatima")]));
    let mut form = serde_json::to_value(Analysis::of(&network)).unwrap();
    // A kind of support that nobody gives has the same form, so the snapshot stays when a kind is added.
    let support = form["support"].as_object_mut().unwrap();
    support.retain(|_, count| count["givers"] != 0 || count["receivers"] != 0);
    insta::assert_json_snapshot!(form);
}

#[test]
fn a_carer_who_carries_much_comes_first() {
    let mut all = people(&["Joris", "Fatima", "Wim"]);
    all[1].gives = [SupportKind::Practical, SupportKind::Company].into_iter().collect();
    let found = findings(&Network::new(all, Vec::new(), &[]), None);
    let who = MemberId::Person(person_id(1));
    assert_eq!(found.first(), Some(&Finding::Carer { who, kinds: 2, alone: 2 }));
    assert!(!found.iter().any(|one| matches!(one, Finding::OneGiver { .. })), "it is not said twice");
}

#[test]
fn support_that_nobody_noted_is_not_called_absent() {
    let found = findings(&network(&["a", "b"], &[]), None);
    let size = Finding::Size { people: 2, organisations: 0 };
    assert_eq!(found, [size, Finding::NoSupportNoted, Finding::NoTiesNoted]);
}

#[test]
fn members_who_are_tied_through_one_person_are_named() {
    let found = findings(&network(&["a", "b", "c", "d"], &[("a", "b"), ("b", "c")]), None);
    let id = |place| MemberId::Person(person_id(place));
    assert!(found.contains(&Finding::Between { who: id(1), others: vec![id(2)] }));
    assert!(found.contains(&Finding::Alone { who: vec![id(3)] }));
}
