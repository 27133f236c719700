//! A drawing as an image in pixels.

use resvg::tiny_skia::{Color, Pixmap, Transform};

use super::drawing::Drawing;
use super::error::PictureError;

/// The longest side, in pixels: 270 an inch on the long side of A4.
const LONG_SIDE: f32 = 3200.0;

/// Paints a drawing on white, large enough to print.
pub(super) fn paint(drawing: &Drawing) -> Result<Vec<u8>, PictureError> {
    let not_made = |why: &str| PictureError::NotMade(why.to_owned());
    let size = drawing.tree.size();
    let scale = LONG_SIDE / size.width().max(size.height());
    // The cast saturates, so no side becomes longer than the long side.
    let pixels = |side: f32| ((side * scale).round() as u32).max(1);
    let mut picture = Pixmap::new(pixels(size.width()), pixels(size.height()))
        .ok_or_else(|| not_made("there is no room"))?;
    // A letter or a message may have a dark background, and the colours are meant for white.
    picture.fill(Color::WHITE);
    resvg::render(&drawing.tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().map_err(|error| not_made(&error.to_string()))
}
