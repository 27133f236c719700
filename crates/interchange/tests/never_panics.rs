//! Reading any file ends with a draft or an error, never with a panic.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use interchange::{ImportFormat, read};
use proptest::prelude::*;
use support::*;

/// Pieces of files that the examples of the formats lack. With pieces, random files get beyond the first
/// line.
const PIECES: &[&str] = &[
    "0 ",
    "1 ",
    "2 ",
    "99 ",
    "@I1@ ",
    "@",
    "INDI",
    "FAM",
    "HUSB @I1@",
    "CHIL @I1@",
    "NAME A /B/",
    "DATE 31 FEB 1",
    "CONC x",
    "\n",
    "\r\n",
    "BEGIN:VCARD",
    "END:VCARD",
    "N:;;",
    "FN:",
    "BDAY:",
    "=",
    ";",
    ":",
    "ENCODING=QUOTED-PRINTABLE:=C3",
    "<graphml>",
    "<node id='a'>",
    "</node>",
    "<edge source='a' target='a'/>",
    "<data key='k'>",
    "</data>",
    "<key id='k' attr.name='name'/>",
    "&amp;",
    "&x;",
    "<![CDATA[",
    "naam",
    "van",
    "naar",
    "relatie",
    "\"",
    "'",
    ",",
    "\t",
    "é",
    "\u{0}",
    "\u{feff}",
    "sep=",
];

/// Returns the pieces above with every line of the example of every format.
fn pieces() -> Vec<&'static str> {
    let lines = ImportFormat::ALL.into_iter().flat_map(|format| format.example().split_inclusive('\n'));
    PIECES.iter().copied().chain(lines).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        for format in ImportFormat::ALL {
            let _ = read(format, &bytes);
        }
        let _ = ImportFormat::recognise("a.csv", &bytes);
    }

    #[test]
    fn any_pieces_of_files_give_a_plan_whose_edits_apply(pieces in proptest::collection::vec(proptest::sample::select(pieces()), 0..80)) {
        let text = pieces.concat();
        for format in ImportFormat::ALL {
            if read(format, text.as_bytes()).is_ok() {
                import_bytes(&mut dossier_of("Anna"), format, text.as_bytes());
            }
        }
    }
}
