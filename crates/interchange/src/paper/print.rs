//! A picture on pages: the drawing, and the same network in words.

use super::error::PictureError;
use super::picture::MapPicture;
use super::world::World;

/// The most rows of a table: the map itself draws at most five hundred people.
const MOST_ROWS: usize = 1_000;
/// The most columns that fit on a page.
const MOST_COLUMNS: usize = 10;
/// The longest text of a cell or line, in bytes.
const LONGEST: usize = 20_000;

/// Sets a picture whose drawing was checked.
pub(super) fn pages(picture: &MapPicture) -> Result<Vec<u8>, PictureError> {
    let table = &picture.table;
    let cells = || table.head.iter().chain(table.rows.iter().flatten()).chain(&picture.legend.lines);
    let words = || cells().chain([&picture.title, &picture.dated, &picture.says]);
    let fits = table.rows.len() <= MOST_ROWS
        && table.head.len() <= MOST_COLUMNS
        && picture.legend.lines.len() <= MOST_ROWS
        && table.rows.iter().all(|row| row.len() <= table.head.len())
        && words().all(|text| text.len() <= LONGEST);
    if !fits {
        return Err(PictureError::TooLarge);
    }
    let data = serde_json::to_vec(picture).map_err(|error| PictureError::NotMade(error.to_string()))?;
    World::new(
        include_str!("map.typ"),
        [("data.json", data), ("drawing.svg", picture.svg.clone().into_bytes())],
    )?
    .set()
}
