//! The hand-over, for a successor.

use std::cell::RefCell;

use coach::paper::Paper;
use readers::{contains_in_order, contains_none};

use crate::{printed, read, request, with_greet};

#[test]
fn the_hand_over_describes_the_state_of_the_dossier() {
    let home = tempfile::tempdir().unwrap();
    let (desk, greet) = with_greet(&home);
    let files = printed(&RefCell::new(desk), &greet, &home, &request(Paper::Handover));
    let text = read(&files[0]);
    contains_in_order(
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
            // A finding is followed by its question.
            "Er staan 2 mensen op de kaart",
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
    // Only two texts were asked for.
    contains_none(&text, &["Greet vertelde."]);
}
