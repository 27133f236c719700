//! Pictures: everybody can read them, and they hold nothing that is fetched.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Text};
use interchange::paper::{Language, Legend, MapPicture, PictureError, PictureFormat, Table};

const CIRCLE: &str = include_str!("files/paper/circle.svg");

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn picture() -> MapPicture {
    MapPicture {
        svg: CIRCLE.to_owned(),
        title: "Het netwerk van mevrouw De Wit".into(),
        dated: "25 november 2026".into(),
        says: "Netwerkcirkel met acht mensen in vier ringen. Dichtbij staan Fatima en Joop.".into(),
        legend: Legend {
            title: "Wat de tekens betekenen".into(),
            lines: words(&["Dikke lijn: sterke band", "Streepjes: zwakke band"]),
        },
        table: Table {
            title: "Het netwerk in woorden".into(),
            head: words(&["Naam", "Wie", "Ring", "Banden"]),
            rows: vec![
                words(&["Fatima", "Buurvrouw", "Heel dichtbij", "Emine Yıldız"]),
                words(&["Joop", "Broer", "Heel dichtbij", "Siobhán"]),
                words(&["نور", "Buurmeisje"]),
            ],
        },
        language: Language::Nl,
    }
}

fn pdf_of(picture: &MapPicture) -> Pdf {
    Pdf::new(picture.file(PictureFormat::Pdf).unwrap()).unwrap()
}

fn catalog(pdf: &Pdf) -> Dict<'_> {
    pdf.xref().get(pdf.xref().root_id()).unwrap()
}

fn text(object: &Dict<'_>, key: &str) -> Option<String> {
    let text: Text<'_> = object.get(key)?;
    let bytes = text.as_bytes();
    let wide = bytes.strip_prefix(&[0xfe, 0xff]).map(|wide| {
        let units: Vec<u16> = wide.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        String::from_utf16(&units).unwrap()
    });
    Some(wide.unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned()))
}

/// Collects the tags in the order in which a screen reader reads them.
fn tags(object: Object<'_>, read: &mut Vec<(String, Dict<'static>)>, pdf: &'static Pdf) {
    match object {
        Object::Array(array) => array.iter::<Object<'_>>().for_each(|kid| tags(kid, read, pdf)),
        Object::Dict(tag) => {
            if let Some(name) = tag.get::<Name<'_>>("S") {
                let tag: Dict<'static> = pdf.xref().get(tag.obj_id().unwrap()).unwrap();
                read.push((name.as_str().to_owned(), tag));
            }
            if let Some(kids) = tag.get::<Object<'_>>("K") {
                tags(kids, read, pdf);
            }
        }
        _ => {}
    }
}

fn all_tags(picture: &MapPicture) -> Vec<(String, Dict<'static>)> {
    // The tags borrow the document, so it is leaked for as long as the test runs.
    let pdf: &'static Pdf = Box::leak(Box::new(pdf_of(picture)));
    let root: Dict<'_> = catalog(pdf).get("StructTreeRoot").unwrap();
    let mut read = Vec::new();
    tags(root.get("K").unwrap(), &mut read, pdf);
    read
}

fn count(tags: &[(String, Dict<'_>)], name: &str) -> usize {
    tags.iter().filter(|(tag, _)| tag == name).count()
}

#[test]
fn pages_state_their_language_and_title_and_claim_accessibility() {
    let pdf = pdf_of(&picture());
    let catalog = catalog(&pdf);
    assert_eq!(text(&catalog, "Lang").unwrap(), "nl");
    let marked: Dict<'_> = catalog.get("MarkInfo").unwrap();
    assert_eq!(marked.get::<bool>("Marked"), Some(true));
    let metadata: Stream<'_> = catalog.get("Metadata").unwrap();
    let metadata = String::from_utf8(metadata.decoded().unwrap().into_owned()).unwrap();
    assert!(metadata.contains("Het netwerk van mevrouw De Wit"), "{metadata}");
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{metadata}");
    let english = pdf_of(&MapPicture { language: Language::En, ..picture() });
    assert_eq!(text(&self::catalog(&english), "Lang").unwrap(), "en");
}

#[test]
fn the_drawing_comes_first_with_a_description_then_the_legend_then_the_table() {
    let tags = all_tags(&picture());
    let spine = ["H1", "Figure", "H2", "L", "Table"];
    let order: Vec<&str> =
        tags.iter().map(|(tag, _)| tag.as_str()).filter(|tag| spine.contains(tag)).collect();
    assert_eq!(order, ["H1", "Figure", "H2", "L", "H2", "Table"]);
    let (_, figure) = tags.iter().find(|(tag, _)| tag == "Figure").unwrap();
    assert_eq!(text(figure, "Alt").unwrap(), picture().says);
    assert_eq!(count(&tags, "LI"), 2);
}

#[test]
fn every_member_has_a_row_whose_first_cell_is_its_heading() {
    let tags = all_tags(&picture());
    assert_eq!((count(&tags, "TR"), count(&tags, "TH"), count(&tags, "TD")), (4, 4 + 3, 3 * 3));
    let scopes = tags.iter().filter(|(tag, _)| tag == "TH").map(|(_, cell)| {
        let attributes: Array<'_> = cell.get("A").unwrap();
        let scope = attributes.iter::<Dict<'_>>().find_map(|attribute| attribute.get::<Name<'_>>("Scope"));
        scope.unwrap().as_str().to_owned()
    });
    assert_eq!(scopes.filter(|scope| scope == "Row").count(), 3);
}

#[test]
fn text_never_becomes_markup() {
    let sly = "#panic() *vet* <script> \\ \" $x$ @anna #image(\"/etc/passwd\")";
    let mut picture = picture();
    picture.title = sly.into();
    picture.says = sly.into();
    picture.table.rows.push(words(&[sly, "=1+1", "- [ ] // /*", "#read(\"/etc/passwd\")"]));
    let tags = all_tags(&picture);
    let (_, figure) = tags.iter().find(|(tag, _)| tag == "Figure").unwrap();
    assert_eq!(text(figure, "Alt").unwrap(), sly);
}

#[test]
fn a_name_in_letters_that_the_fonts_lack_does_not_fail() {
    let mut picture = picture();
    picture.table.rows.push(words(&["𒀀𒀁", "Vriend"]));
    assert_eq!(count(&all_tags(&picture), "TR"), 5);
}

#[test]
fn a_picture_without_legend_and_table_has_one_page() {
    let mut picture = picture();
    picture.legend.lines.clear();
    picture.table.rows.clear();
    assert_eq!(pdf_of(&picture).pages().len(), 1);
}

#[test]
fn a_map_of_five_hundred_people_fits() {
    let mut picture = picture();
    picture.table.rows =
        (1..=500).map(|number| words(&[&format!("Naam {number}"), "Vriend", "Dichtbij"])).collect();
    assert_eq!(count(&all_tags(&picture), "TR"), 501);
}

#[test]
fn a_picture_in_pixels_is_sharp_enough_to_print_and_has_the_shape_of_the_drawing() {
    let png = picture().file(PictureFormat::Png).unwrap();
    assert!(png.starts_with(b"\x89PNG"));
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!((side(16), side(20)), (3200, 2514));
}

#[test]
fn a_drawing_is_saved_as_it_is() {
    assert_eq!(picture().file(PictureFormat::Svg).unwrap(), CIRCLE.as_bytes());
}

fn refused(svg: &str) -> PictureError {
    let picture = MapPicture { svg: svg.to_owned(), ..picture() };
    let answers = [PictureFormat::Svg, PictureFormat::Png, PictureFormat::Pdf];
    let [svg, png, pdf] = answers.map(|format| picture.file(format).unwrap_err());
    assert_eq!((&svg, &svg), (&png, &pdf));
    svg
}

fn drawn(inside: &str) -> String {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='10' height='10'>{inside}</svg>"
    )
}

#[test]
fn a_broken_drawing_is_refused() {
    for svg in [
        "",
        "geen tekening",
        "<svg",
        "<html/>",
        "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>",
    ] {
        assert!(matches!(refused(svg), PictureError::Unreadable(_)), "{svg}");
    }
    let named = "<!DOCTYPE svg [<!ENTITY secret SYSTEM 'file:///etc/passwd'>]>";
    assert!(matches!(
        refused(&format!("{named}{}", drawn("<text>&secret;</text>"))),
        PictureError::Unreadable(_)
    ));
}

#[test]
fn a_drawing_that_fetches_or_runs_something_is_refused() {
    for inside in [
        "<image href='/etc/passwd' width='1' height='1'/>",
        "<image xlink:href='https://example.org/a.png' width='1' height='1'/>",
        "<use href='other.svg#a'/>",
        "<a href='https://example.org'><rect width='1' height='1'/></a>",
        "<rect fill='url(https://example.org/a.svg#b)' width='1' height='1'/>",
        "<rect style='fill: URL( \"a.svg#b\")' width='1' height='1'/>",
        "<style>@import 'https://example.org/a.css';</style>",
        "<style>text { src: url(a.woff2) }</style>",
        "<script>alert(1)</script>",
        "<rect onclick='alert(1)' width='1' height='1'/>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>a</p></foreignObject>",
        "<use href='#a'><set attributeName='href' to='https://example.org/a.svg#b'/></use>",
        "<rect style='fill: u\\72l(https://example.org/a.svg#b)' width='1' height='1'/>",
        "<style>rect { fill: red } <!-- --> @import 'a.css';</style>",
    ] {
        assert!(matches!(refused(&drawn(inside)), PictureError::Foreign(_)), "{inside}");
    }
    let styled = format!("<?xml-stylesheet href='https://example.org/a.css'?>{}", drawn(""));
    assert!(matches!(refused(&styled), PictureError::Foreign(_)));
}

#[test]
fn a_reference_within_the_drawing_is_accepted() {
    let inside = "<g aria-label='\\o/ url(x)'><text>@import</text></g><defs><linearGradient id='a'><stop stop-color='red'/></linearGradient><path id='b' d='M0 0h9v9z'/></defs>\
                  <use href='#b' fill='url(#a)'/>";
    let picture = MapPicture { svg: drawn(inside), ..picture() };
    assert!(picture.file(PictureFormat::Pdf).is_ok());
}

#[test]
fn a_drawing_or_table_larger_than_paper_is_refused() {
    let huge = drawn("").replace("'10'", "'1e9'");
    let deep = drawn(&format!("{}{}", "<g>".repeat(100_000), "</g>".repeat(100_000)));
    let many = drawn(&"<g/>".repeat(300_000));
    for svg in [huge, deep, many, " ".repeat(20_000_000)] {
        assert_eq!(refused(&svg), PictureError::TooLarge);
    }
    let mut picture = picture();
    picture.table.rows = vec![words(&["Anna"]); 5_000];
    assert_eq!(picture.file(PictureFormat::Pdf), Err(PictureError::TooLarge));
}

#[test]
fn a_drawing_whose_references_grow_without_end_is_refused() {
    let mut inside = "<defs><g id='a0'><path d='M0 0h1'/></g>".to_owned();
    for level in 1..12 {
        let below = format!("<use href='#a{}'/>", level - 1).repeat(10);
        inside.push_str(&format!("<g id='a{level}'>{below}</g>"));
    }
    inside.push_str("</defs><use href='#a11'/>");
    refused(&drawn(&inside));
}
