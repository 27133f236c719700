//! Searching all dossiers.

use coach::Desk;

use crate::arguments::search::SearchArguments;
use crate::commands::Printer;
use crate::failure::Failure;
use crate::messages::Messages;

/// How much of what was found is printed.
const MOST: usize = 100;

/// Finds the texts in which all words stand, newest first among equals; `*` stands round what was found. A private note says so
/// at the end of its line.
pub(crate) fn run(
    desk: &mut Desk,
    asked: &SearchArguments,
    printer: &Printer,
    messages: &Messages,
) -> Result<(), Failure> {
    while desk.prepare_search()? {}
    let findings = desk.search(&asked.words.join(" "), MOST)?;
    if printer.json {
        printer.json(&findings);
        return Ok(());
    }
    for found in &findings.found {
        let mark = |piece: &coach::search::Piece| match piece.found {
            true => format!("*{}*", piece.text),
            false => piece.text.clone(),
        };
        let words: String = found.pieces.iter().map(mark).collect();
        let place = match &found.place {
            coach::dossier::Place::Profile => "client",
            coach::dossier::Place::Record { id, .. } => id.as_str(),
        };
        let private =
            if found.private { format!("\t{}", messages.text("note-private")) } else { String::new() };
        println!("{}\t{}\t{place}\t{words}{private}", found.dossier, found.client);
    }
    Ok(())
}
