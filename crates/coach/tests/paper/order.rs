//! The order of the people and organisations.

use std::cell::RefCell;

use coach::dossier::Edit;
use coach::dossier::edit;
use coach::dossier::model::{Organisation, OrganisationField, PersonField, Ring};
use coach::paper::Paper;
use readers::contains_in_order;

use crate::support::{add, desk_of, numbered};
use crate::{printed, read, request};

#[test]
fn people_are_in_order_of_ring_and_name_on_every_paper() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna de Boer");
    let dossier = desk.new_dossier("Greet de Wit").unwrap();
    let people = [
        ("Bas", None),
        ("Zeynep", Some(Ring::Friends)),
        ("Adam", Some(Ring::Acquaintances)),
        ("van Dam", Some(Ring::Friends)),
        ("Eva", Some(Ring::Friends)),
        ("Émile", Some(Ring::Friends)),
        ("Wim", Some(Ring::Intimates)),
        ("Emiel", Some(Ring::Friends)),
    ];
    let mut edits: Vec<Edit> = (1..)
        .zip(people)
        .map(|(number, (name, ring))| add(number, name, [PersonField::Ring(ring)]))
        .collect();
    for (number, name) in [(1, "Thuiszorg"), (2, "De Brug")] {
        let ring = OrganisationField::Ring(Some(Ring::Services));
        let fields = [OrganisationField::Name(name.into()), ring];
        edits.push(edit::add::<Organisation>(numbered(number), fields));
    }
    desk.edit(&dossier, &Edit::All(edits)).unwrap();

    let desk = RefCell::new(desk);
    let text = |paper| {
        let files = printed(&desk, &dossier, &home, &request(paper));
        read(&files[0])
    };
    let (people, organisations) =
        (["Wim", "Emiel", "Émile", "Eva", "van Dam", "Zeynep", "Adam"], ["De Brug", "Thuiszorg"]);
    contains_in_order(&text(Paper::Plan), &[&people[..], &organisations, &["Bas"]].concat());
    for paper in [Paper::Handover, Paper::Copy] {
        contains_in_order(&text(paper), &[&people[..], &["Bas"], &organisations].concat());
    }
}
