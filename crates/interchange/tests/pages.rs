//! Pages of text, read by other programs.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::path::PathBuf;

use interchange::paper::{Block, Fact, Language, Pages, PictureError, Sign};
use readers::{contains_in_order, output_of, read_aloud, text};
use tempfile::TempDir;

const CIRCLE: &str = include_str!("files/paper/circle.svg");

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn pages(blocks: Vec<Block>) -> Pages {
    Pages {
        title: "Het plan van Greet de Wit".into(),
        about: words(&["Gemaakt op 25 november 2026"]),
        dated: "25 november 2026".into(),
        language: Language::Nl,
        large: true,
        blocks,
    }
}

fn every_block() -> Vec<Block> {
    vec![
        Block::heading("Wie er om mij heen staan"),
        Block::List {
            lines: words(&["Fatima, buurvrouw", "Gülşah Yıldırım", "Αικατερίνη Παπαδοπούλου", "نور"]),
        },
        Block::heading("Wat ik wil"),
        Block::OwnWords { text: "Weer eens zingen.\nEn samen eten.".into() },
        Block::under("Het koor bellen"),
        Block::Facts { lines: vec![Fact { name: "Wie doet het?".into(), says: "Greet, met Fatima".into() }] },
        Block::told("We beginnen klein."),
        Block::Table {
            head: words(&["Dag", "Afspraak"]),
            rows: vec![words(&["1 mei", "Bellen"]), words(&["2 mei"])],
        },
        Block::quiet("Dit plan is van mij."),
        Block::Drawing {
            title: "Mijn kaart".into(),
            svg: CIRCLE.into(),
            says: "Een cirkel met acht mensen.".into(),
        },
        Block::Signs {
            signs: vec![
                Sign { svg: None, says: "Dichter bij het midden: dichter bij mij.".into() },
                Sign { svg: Some(CIRCLE.into()), says: "Iemand".into() },
            ],
        },
    ]
}

fn printed(home: &TempDir, pages: &Pages) -> PathBuf {
    let file = home.path().join("plan.pdf");
    std::fs::write(&file, pages.file().unwrap()).unwrap();
    file
}

#[test]
fn every_block_is_shown_and_read_aloud_in_order() {
    let home = tempfile::tempdir().unwrap();
    let file = printed(&home, &pages(every_block()));
    readers::check_pages(&file);
    let about = readers::metadata(&file);
    assert!(about.contains("Title:           Het plan van Greet de Wit"), "{about}");
    let raw = readers::raw(&file);
    assert!(raw.contains("/Lang"));
    // Headings become bookmarks as well.
    assert!(raw.contains("/Outlines"));
    let text = text(&file);
    contains_in_order(
        &text,
        &[
            "Het plan van Greet de Wit",
            "Gemaakt op 25 november 2026",
            "Wie er om mij heen staan",
            "Fatima, buurvrouw",
            "Gülşah Yıldırım",
            "Αικατερίνη Παπαδοπούλου",
            "Wat ik wil",
            "Weer eens zingen.",
            "En samen eten.",
            "Het koor bellen",
            "Wie doet het?",
            "Greet, met Fatima",
            "We beginnen klein.",
            "Afspraak",
            "Bellen",
            "Dit plan is van mij.",
            "Mijn kaart",
            "Dichter bij het midden: dichter bij mij.",
            "Iemand",
        ],
    );
    assert!(text.contains("نور"), "{text}");
    contains_in_order(
        &read_aloud(&file),
        &[
            "H1",
            "H2",
            "L ",
            "LI",
            "H2",
            "BlockQuote",
            "H3",
            "Table",
            "TH",
            "TD",
            "Table",
            "TH",
            "TD",
            "H2",
            "Figure",
            "L ",
            "LI",
            "LI",
        ],
    );
}

#[test]
fn no_word_extends_beyond_the_edge_of_the_page() {
    let long = [
        "mantelzorgondersteuningsbijeenkomstenprogrammaboekje",
        "https://voorbeeld.nl/een/adres/dat/nergens/ophoudt?en=dan&0123456789012345678901234567890123456789",
        "annemarie.van.der.berg.van.zuylen@zorgorganisatie-oostenburg-en-omstreken.voorbeeld.nl",
        "παπαδοπουλοπαπαδοπουλοπαπαδοπουλοπαπαδοπουλοπαπαδοπουλοπαπαδοπουλο",
        "نورنورنورنورنورنورنورنورنورنورنورنورنورنورنورنورنورنورنورنورنورنورنورنورنور",
        "九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九",
    ];
    let mut blocks = vec![Block::List { lines: words(&long) }];
    for text in long {
        let cells = words(&[text, "Vriend", text, "Elke dag"]);
        blocks.extend([
            Block::told(text),
            Block::under(text),
            Block::Facts { lines: vec![Fact { name: text.into(), says: text.into() }] },
            Block::Table { head: words(&["Naam", "Wie", "Adres", "Contact"]), rows: vec![cells] },
        ]);
    }
    // A text longer than a page continues on the next page, in facts and in tables.
    let endless = "Koffie gedronken aan de keukentafel. ".repeat(400);
    blocks.extend([
        Block::Facts { lines: vec![Fact { name: "Woorden".into(), says: format!("{endless}Einde een.") }] },
        Block::Table {
            head: words(&["Dag", "Woorden"]),
            rows: vec![words(&["1 mei", &format!("{endless}Einde twee.")])],
        },
    ]);
    let home = tempfile::tempdir().unwrap();
    let file = printed(&home, &pages(blocks));
    let places = output_of("pdftotext", &["-bbox"], &file);
    let number = |line: &str, key: &str| -> f64 {
        let (_, rest) = line.split_once(&format!("{key}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse().unwrap()
    };
    let (mut size, mut seen) = ((0.0, 0.0), 0);
    for line in places.lines() {
        if line.contains("<page ") {
            size = (number(line, "width"), number(line, "height"));
        } else if line.contains("<word ") {
            seen += 1;
            let inside = number(line, "xMin") > 20.0
                && number(line, "xMax") < size.0 - 20.0
                && number(line, "yMax") < size.1 - 10.0;
            assert!(inside, "{line} on a page of {size:?}");
        }
    }
    assert!(seen > 3_000, "{seen}");
    let text = text(&file);
    contains_in_order(&text, &["Einde een.", "Einde twee."]);
}

#[test]
fn a_name_is_broken_only_where_no_line_is_wide_enough_for_it() {
    let names = [
        "Annemarie",
        "Konijnenburg",
        "Willemijn",
        "Wijngaarden",
        "Bartholomeus",
        "Hendriksen",
        "Gertruida",
        "Schoonhoven",
        "Margaretha",
        "Kouwenhoven",
        "Wubbenhorstink",
    ];
    let all = names.repeat(3).join(" ");
    let rows = names.iter().zip(names.iter().rev());
    let rows = rows.map(|(first, last)| {
        words(&[&format!("{first} {last}"), "Vriend", "Dichtbij", "Gespannen", "Elke dag"])
    });
    let blocks = vec![
        Block::heading(all.as_str()),
        Block::under(all.as_str()),
        Block::Facts { lines: vec![Fact { name: all.clone(), says: all.clone() }] },
        Block::Table { head: words(&["Naam", "Wie", "Ring", "Band", "Contact"]), rows: rows.collect() },
        Block::List { lines: vec![all.clone()] },
        Block::told(names.join(" ")),
    ];
    let home = tempfile::tempdir().unwrap();
    for large in [true, false] {
        let text = text(&printed(&home, &Pages { large, ..pages(blocks.clone()) }));
        let names = || text.split_whitespace().filter(|word| word.len() > 2);
        let broken: Vec<&str> = names().filter(|word| word.ends_with(['-', '\u{ad}', '\u{2010}'])).collect();
        assert!(broken.is_empty(), "{broken:?}");
    }
}

#[test]
fn text_never_becomes_markup() {
    let sly = "#panic() *vet* <script> \\ $x$ @anna #read(\"/etc/passwd\") - [ ] // /* = Kop";
    let home = tempfile::tempdir().unwrap();
    let file = printed(&home, &pages(vec![Block::told(sly), Block::List { lines: words(&[sly]) }]));
    let text = text(&file).replace(['\n', '\u{ad}'], " ");
    assert!(text.contains("#panic() *vet* <script>") && text.contains("#read("), "{text}");
}

#[test]
fn drawings_in_a_text_are_checked_and_a_text_has_at_most_one() {
    let drawing =
        |svg: &str| Block::Drawing { title: "Kaart".into(), svg: svg.into(), says: "Een kaart.".into() };
    let foreign =
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>alert(1)</script></svg>";
    assert!(matches!(pages(vec![drawing(foreign)]).file(), Err(PictureError::Foreign(_))));
    assert!(matches!(pages(vec![drawing(CIRCLE), drawing(CIRCLE)]).file(), Err(PictureError::NotMade(_))));
}
