//! A drawing in points.

use resvg::tiny_skia::{Color, Pixmap, Transform};

use super::PictureError;
use super::drawing::Drawing;

/// The longest side, in points: 270 an inch on the long side of A4.
const LONG_SIDE: f32 = 3200.0;

/// Paints a drawing on white, its longest side as long as print asks for.
pub(super) fn paint(drawing: &Drawing) -> Result<Vec<u8>, PictureError> {
    let not_made = |why: &str| PictureError::NotMade(why.to_owned());
    let size = drawing.tree.size();
    let scale = LONG_SIDE / size.width().max(size.height());
    // A float becomes the nearest whole number that there is, so nothing is larger than the long side.
    let points = |side: f32| ((side * scale).round() as u32).max(1);
    let mut picture = Pixmap::new(points(size.width()), points(size.height()))
        .ok_or_else(|| not_made("there is no room"))?;
    // A letter or a message may have a dark ground; the ink is for white.
    picture.fill(Color::WHITE);
    resvg::render(&drawing.tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().map_err(|error| not_made(&error.to_string()))
}
