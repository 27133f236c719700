//! `search`: finds words in all dossiers.

use clap::Args;
use coach::Desk;
use coach::dossier::RecordRef;
use coach::search::{SearchResult, SnippetPiece};

use crate::failure::Failure;
use crate::print::Printer;

/// The most results that are printed.
const MOST: usize = 100;

#[derive(Args)]
pub(crate) struct SearchArguments {
    /// The words to search for. The last one may be the beginning of a word.
    #[arg(required = true)]
    words: Vec<String>,
}

/// Prints the texts that contain all words. Among texts that match equally well, the newest comes first.
pub(crate) fn run(desk: &mut Desk, arguments: &SearchArguments, printer: &Printer) -> Result<(), Failure> {
    while desk.prepare_search()? {}
    let findings = desk.search(&arguments.words.join(" "), MOST)?;
    printer.either(&findings, |findings| {
        findings.found.iter().for_each(|found| printer.line(line(found, printer)));
    });
    Ok(())
}

/// Returns a result as one line, with `*` around each word that was found and a mark on a private note.
fn line(found: &SearchResult, printer: &Printer) -> String {
    let words: String = found.pieces.iter().map(marked).collect();
    let place = match &found.place {
        RecordRef::Profile => "client",
        RecordRef::Record { id, .. } => id.as_str(),
    };
    let private = if found.private { format!("\t{}", printer.text("note-private")) } else { String::new() };
    format!("{}\t{}\t{place}\t{words}{private}", found.dossier, found.client)
}

fn marked(piece: &SnippetPiece) -> String {
    if piece.found { format!("*{}*", piece.text) } else { piece.text.clone() }
}
