//! The letters on paper: Noto Sans, and DejaVu Sans for what it lacks (Arabic, Hebrew, Georgian, signs).

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{Database, Source};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The family that a document is set in.
pub(super) const SANS: &str = "Noto Sans";

fn files() -> [&'static [u8]; 5] {
    [
        notosans::REGULAR_TTF,
        notosans::BOLD_TTF,
        notosans::ITALIC_TTF,
        dejavu::sans::regular(),
        dejavu::sans::bold(),
    ]
}

/// The letters for the painter of drawings.
pub(super) fn for_painting() -> Arc<Database> {
    static LETTERS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut letters = Database::new();
        for file in files() {
            letters.load_font_source(Source::Binary(Arc::new(file)));
        }
        // A drawing may name letters of the screen; the painter then takes those of “serif”.
        letters.set_serif_family(SANS);
        letters.set_sans_serif_family(SANS);
        Arc::new(letters)
    });
    LETTERS.clone()
}

/// The letters for the typesetter, with the book in which it looks them up.
pub(super) fn for_setting() -> &'static (LazyHash<FontBook>, Vec<Font>) {
    static LETTERS: LazyLock<(LazyHash<FontBook>, Vec<Font>)> = LazyLock::new(|| {
        let letters: Vec<Font> = files().into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
        (LazyHash::new(FontBook::from_fonts(&letters)), letters)
    });
    &LETTERS
}
