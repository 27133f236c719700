//! Tables as Dutch spreadsheet programs open them: semicolons, UTF-8 with a byte order mark.

use std::borrow::Cow;

/// Writes a table of words and numbers; its first row holds the headings.
pub fn write_csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    {
        let mut writer = csv::WriterBuilder::new()
            .flexible(true)
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer(&mut bytes);
        // Writing to memory does not fail.
        rows.iter()
            .for_each(|row| drop(writer.write_record(row.iter().map(|cell| as_text(cell).into_owned()))));
        let _ = writer.flush();
    }
    bytes
}

/// Returns a cell that no spreadsheet program mistakes for a formula: a quote keeps it a text. A telephone
/// number stays as it is.
fn as_text(cell: &str) -> Cow<'_, str> {
    let mut characters = cell.chars();
    let first = characters.next();
    let number = characters.next().is_some_and(|second| second.is_ascii_digit());
    match first {
        Some('=' | '@') => Cow::Owned(format!("'{cell}")),
        Some('+' | '-') if !number => Cow::Owned(format!("'{cell}")),
        _ => Cow::Borrowed(cell),
    }
}
