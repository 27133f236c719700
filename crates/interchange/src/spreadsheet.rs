//! Tables as Dutch spreadsheet programs open them: semicolons, UTF-8 with a byte order mark.
//!
//! A spreadsheet program runs a cell that begins like a formula, and a formula can start programs or send
//! data away. So every cell is written as a text: a quote goes before what would run, and [`from_text`]
//! takes the quote away again. A program whose settings separate cells by commas or tabs sees other cells in
//! the same file, so the text after each separator inside a cell is treated as a cell too.

/// The characters at which a spreadsheet program may begin a new cell.
const SEPARATORS: [char; 5] = [';', ',', '\t', '\n', '\r'];

/// The characters that begin a formula, with their wide and small forms, which some spreadsheet programs read
/// in the same way.
const FORMULA: [char; 6] = ['=', '@', '\u{ff1d}', '\u{ff20}', '\u{fe66}', '\u{fe6b}'];

/// The characters that begin a formula or a number, with their wide and small forms.
const SIGNS: [char; 6] = ['+', '-', '\u{ff0b}', '\u{ff0d}', '\u{fe62}', '\u{fe63}'];

/// The quote that makes a cell a text.
const QUOTE: char = '\'';

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
        rows.iter().for_each(|row| drop(writer.write_record(row.iter().map(|cell| as_text(cell)))));
        let _ = writer.flush();
    }
    bytes
}

/// Returns a cell that no spreadsheet program mistakes for a formula.
fn as_text(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len() + 1);
    for (place, part) in cell.split_inclusive(SEPARATORS).enumerate() {
        let is_unsafe = if place == 0 { is_unsafe_cell(unquoted(cell)) } else { is_formula(unquoted(part)) };
        if is_unsafe {
            text.push(QUOTE);
        }
        text.push_str(part);
    }
    text
}

/// Returns a cell without the quotes that [`as_text`] put before what looks like a formula.
pub(crate) fn from_text(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    for (place, part) in cell.split_inclusive(SEPARATORS).enumerate() {
        text.push_str(if place == 0 { part } else { without_quote(part, is_formula) });
    }
    without_quote(&text, is_unsafe_cell).to_owned()
}

/// Returns a text without its first quote, if the text after its quotes needs one.
fn without_quote(text: &str, needs_quote: fn(&str) -> bool) -> &str {
    match text.strip_prefix(QUOTE) {
        Some(rest) if needs_quote(unquoted(text)) => rest,
        _ => text,
    }
}

/// Returns a text without the quotes at its beginning. A cell that begins with a quote by itself gets another
/// one, so that reading it back removes only that.
fn unquoted(text: &str) -> &str {
    text.trim_start_matches(QUOTE)
}

/// Returns whether a cell is a formula, or begins with a tab, a line break or another control character, which
/// some programs skip.
fn is_unsafe_cell(cell: &str) -> bool {
    cell.starts_with(char::is_control) || is_formula(cell)
}

/// Returns whether a spreadsheet program may run a text as a formula. Some skip spaces and characters that
/// cannot be seen at the beginning.
fn is_formula(text: &str) -> bool {
    let seen = text.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || is_invisible(c));
    seen.starts_with(FORMULA) || seen.strip_prefix(SIGNS).is_some_and(|rest| !is_number(rest))
}

/// Returns whether a character has no width: joiners, direction marks and the byte order mark.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Returns whether a text after a sign is a number or a telephone number, which stays as it is.
fn is_number(text: &str) -> bool {
    let rest = text.trim_end_matches(SEPARATORS);
    rest.starts_with(|c: char| c.is_ascii_digit())
        && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | ',' | '(' | ')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts that a spreadsheet program runs, each of which needs a quote at its beginning.
    const FORMULAS: &[&str] = &[
        "=1+1",
        "@SUM(A1)",
        "-2+3+cmd|' /C calc'!A0",
        "+1+HYPERLINK(\"http://example.org\")",
        "+31-6-12345678",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "\tJan",
        "  =1+1",
        "\u{a0}=1+1",
        "\u{feff}=1+1",
        "\u{200b}-cmd",
        "＝1+1",
        "＋1+1",
        "－1+1",
        "＠SUM(A1)",
        "﹦1+1",
        "--1",
        "-",
    ];

    /// Texts that stay as they are.
    const TEXTS: &[&str] = &[
        "",
        "-2",
        "-2,5",
        "+31 6 12345678",
        "+31 (0)6 12345678",
        "Jan-Willem",
        "anna@example.org",
        "1948-03-01",
        "'s-Hertogenbosch",
        "'t Gilde",
        "(030) 123",
    ];

    #[test]
    fn a_cell_that_begins_like_a_formula_gets_a_quote() {
        for cell in FORMULAS {
            assert!(as_text(cell).starts_with('\''), "{cell:?} is written as {:?}", as_text(cell));
        }
    }

    #[test]
    fn words_numbers_and_telephone_numbers_stay_as_they_are() {
        for cell in TEXTS {
            assert_eq!(as_text(cell), *cell);
        }
    }

    #[test]
    fn a_formula_after_another_separator_gets_a_quote_too() {
        assert_eq!(as_text("Jan,=1+1"), "Jan,'=1+1");
        assert_eq!(as_text("Jan\t@SUM(A1)"), "Jan\t'@SUM(A1)");
        assert_eq!(as_text("Eerste\r\n=1+1"), "Eerste\r\n'=1+1");
        assert_eq!(as_text("4, -2; +31 6"), "4, -2; +31 6");
    }

    #[test]
    fn every_cell_is_read_back_as_it_was() {
        let quoted = FORMULAS.iter().flat_map(|cell| [format!("'{cell}"), format!("''{cell}")]);
        let joined = FORMULAS.iter().map(|cell| format!("Jan,{cell};'{cell}\n{cell}"));
        let plain = FORMULAS.iter().chain(TEXTS).map(|cell| (*cell).to_owned());
        for cell in plain.chain(quoted).chain(joined) {
            assert_eq!(from_text(&as_text(&cell)), cell);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_cell_is_read_back_as_it_was(cell in "[-+=@',;\t\r\n 0-9a＝]{0,12}") {
            proptest::prop_assert_eq!(from_text(&as_text(&cell)), cell);
        }
    }
}
