//! Printed maps, read by other programs.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::PathBuf;

use interchange::paper::{Language, Legend, MapPicture, PictureFormat, Table};
use readers::{contains_in_order, output_of, read_aloud, text};
use tempfile::TempDir;

const CIRCLE: &str = include_str!("files/paper/circle.svg");

fn printed(home: &TempDir) -> PathBuf {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let mut rows = vec![
        words(&["Fatima", "Buurvrouw", "Heel dichtbij", "Oostenburg", "Gezelschap, praktische hulp"]),
        words(&["Joop", "Broer", "Heel dichtbij", "Een uur rijden", ""]),
        words(&["Emine Yıldız", "Vriendin", "Dichtbij", "Oostenburg", "Luisteren, meedenken"]),
        words(&["نور", "Buurmeisje", "Dichtbij", "Naast de deur", "Gezelschap"]),
    ];
    rows.extend((1..=40).map(|number| words(&[&format!("Naam {number}"), "Kennis", "Verder weg", "", ""])));
    let picture = MapPicture {
        svg: CIRCLE.to_owned(),
        title: "Het netwerk van mevrouw De Wit".into(),
        dated: "25 november 2026".into(),
        says: "Netwerkcirkel met acht mensen in vier ringen.".into(),
        legend: Legend {
            title: "Wat de tekens betekenen".into(),
            lines: words(&[
                "Dikke lijn: een sterke band",
                "Dunne lijn: een gewone band",
                "Streepjes: een band die spanning geeft",
                "Hoe dichter bij het midden, hoe belangrijker voor mevrouw De Wit",
            ]),
        },
        table: Table {
            title: "Het netwerk in woorden".into(),
            head: words(&["Naam", "Wie is dat", "Ring", "Woont", "Geeft"]),
            rows,
        },
        language: Language::Nl,
    };
    let file = home.path().join("kaart.pdf");
    std::fs::write(&file, picture.file(PictureFormat::Pdf).unwrap()).unwrap();
    file
}

#[test]
fn a_printed_map_is_a_valid_accessible_document() {
    let home = tempfile::tempdir().unwrap();
    readers::check_pages(&printed(&home));
}

#[test]
fn text_is_extracted_in_reading_order() {
    let home = tempfile::tempdir().unwrap();
    contains_in_order(
        &text(&printed(&home)),
        &[
            "Het netwerk van mevrouw De Wit",
            "25 november 2026",
            "Wat de tekens betekenen",
            "Dikke lijn: een sterke band",
            "Het netwerk in woorden",
            "Naam",
            "Fatima",
            "Buurvrouw",
            "Joop",
            "Emine Yıldız",
            "Naam 40",
        ],
    );
}

#[test]
fn a_screen_reader_reads_title_figure_legend_and_table() {
    let home = tempfile::tempdir().unwrap();
    let file = printed(&home);
    let about = readers::metadata(&file);
    assert!(about.contains("Title:           Het netwerk van mevrouw De Wit"), "{about}");
    contains_in_order(
        &read_aloud(&file),
        &["H1", "Figure", "H2", "L ", "LI", "H2", "Table", "TH", "\"Fatima\"", "TD", "\"Buurvrouw\""],
    );
}

#[test]
fn all_fonts_are_embedded() {
    let home = tempfile::tempdir().unwrap();
    let fonts = output_of("pdffonts", &[], &printed(&home));
    assert!(fonts.lines().count() > 3, "{fonts}");
    for font in fonts.lines().skip(2) {
        let [emb, sub, uni] =
            [5, 4, 3].map(|from_end| font.split_whitespace().rev().nth(from_end - 1).unwrap());
        assert_eq!((emb, sub, uni), ("yes", "yes", "yes"), "{font}");
    }
}
