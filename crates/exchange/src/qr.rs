//! A QR code as a picture that a camera reads.

use qrcode::{Color, EcLevel, QrCode};

/// The width in modules of the light border that cameras need.
const QUIET: usize = 4;

/// A picture of dark modules on a light square.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrPicture {
    /// The length of a side in modules, including the border.
    pub side: usize,
    /// The dark modules as the `d` of an SVG path.
    pub path: String,
}

/// Returns the picture of a text, or `None` if the text is too long for one.
pub fn qr_picture(text: &str) -> Option<QrPicture> {
    let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
    let width = code.width();
    let colors = code.to_colors();
    let mut path = String::new();
    for (row, modules) in colors.chunks(width).enumerate() {
        let mut column = 0;
        while column < width {
            let run = modules[column..].iter().take_while(|color| **color == Color::Dark).count();
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", column + QUIET, row + QUIET));
            }
            column += run.max(1);
        }
    }
    Some(QrPicture { side: width + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_program_reads_the_picture() {
        let text = "KRING2:".to_owned() + &"0123456789ABCDEFGHJKMNPQRSTVWXYZ".repeat(12);
        let QrPicture { side, path } = qr_picture(&text).unwrap();
        // The test paints the path module by module, four pixels each.
        let mut dark = vec![false; side * side];
        for run in path.split('M').skip(1) {
            let numbers: Vec<usize> =
                run.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
            let (x, y, length) = (numbers[0], numbers[1], numbers[2]);
            dark[y * side + x..][..length].fill(true);
        }
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * 4, side * 4, |x, y| {
            if dark[y / 4 * side + x / 4] { 0 } else { 255 }
        });
        let grids = image.detect_grids();
        assert_eq!(grids[0].decode().unwrap().1, text);
    }
}
