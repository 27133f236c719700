//! The plan, for the client.

use std::cell::RefCell;

use coach::paper::{Paper, PaperDrawing, PaperRequest};
use readers::{contains_in_order, contains_none};

use crate::{printed, read, request, with_greet};

#[test]
fn the_plan_contains_nothing_that_is_only_for_coaches() {
    let home = tempfile::tempdir().unwrap();
    let (desk, greet) = with_greet(&home);
    let desk = RefCell::new(desk);
    let svg = include_str!("../../../interchange/tests/files/paper/circle.svg");
    let drawing =
        PaperDrawing { svg: svg.into(), says: "Een cirkel met drie mensen.".into(), signs: Vec::new() };
    let request = PaperRequest { drawing: Some(drawing), ..request(Paper::Plan) };
    let files = printed(&desk, &greet, &home, &request);
    assert_eq!(files.len(), 1);
    let text = read(&files[0]);
    contains_in_order(
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
            "Greet neemt het liedboek mee",
            "Volgende keer de kaart tekenen",
            "Joris brengt, Gülşah haalt.",
            "Wanneer we elkaar weer spreken",
            "2 december 2026 om 14:30 uur, met Anna de Boer.",
            "1 februari 2027",
            "Mijn kaart",
        ],
    );
    contains_none(
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
            "zelf navragen",
            "moed verzamelen",
            "Ze hebben het al druk",
            "van de 13",
        ],
    );
    let heard = readers::read_aloud(&files[0]);
    assert!(heard.contains("Figure"), "{heard}");
}
