//! The fonts on paper: Noto Sans, and DejaVu Sans for the letters that it lacks (Arabic, Hebrew, Georgian,
//! symbols).

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{Database, Source};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The font family that documents are set in.
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

/// Returns the fonts for painting drawings.
pub(super) fn for_painting() -> Arc<Database> {
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut fonts = Database::new();
        for file in files() {
            fonts.load_font_source(Source::Binary(Arc::new(file)));
        }
        // A drawing may name a font of the screen; the painter then falls back to the serif family.
        fonts.set_serif_family(SANS);
        fonts.set_sans_serif_family(SANS);
        Arc::new(fonts)
    });
    FONTS.clone()
}

/// Returns the fonts for the typesetter, with the book in which it looks them up.
pub(super) fn for_setting() -> &'static (LazyHash<FontBook>, Vec<Font>) {
    static FONTS: LazyLock<(LazyHash<FontBook>, Vec<Font>)> = LazyLock::new(|| {
        let fonts: Vec<Font> = files().into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
        (LazyHash::new(FontBook::from_fonts(&fonts)), fonts)
    });
    &FONTS
}
