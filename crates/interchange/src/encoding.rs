//! Decoding text in any encoding that a program may have written it in.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::import::{Unread, UnreadReason};

/// The byte order mark.
pub(crate) const MARK: &str = "\u{feff}";

/// The number of bytes in which an XML declaration must end.
const DECLARATION: usize = 200;

/// Decodes a text by its byte order mark or its XML declaration. Without either, decodes it as UTF-8, and
/// every byte that is none as Windows-1252. Names the lines of a text in UTF-8 that have such bytes.
pub(crate) fn decode(bytes: &[u8], unread: &mut Unread) -> String {
    if let Some((encoding, length)) = Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != UTF_8) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned();
    }
    match declared(bytes).filter(|encoding| *encoding != UTF_8) {
        Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        None => decode_utf8(bytes.strip_prefix(MARK.as_bytes()).unwrap_or(bytes), unread),
    }
}

/// Decodes a text as UTF-8, and every byte that is none as Windows-1252. Names the lines that have such bytes,
/// unless the whole text seems to be in Windows-1252.
pub(crate) fn decode_utf8(bytes: &[u8], unread: &mut Unread) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let is_utf8 = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    let (mut text, mut line, mut named) = (String::with_capacity(bytes.len()), 1, 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        line += chunk.valid().bytes().filter(|byte| *byte == b'\n').count() as u32;
        if chunk.invalid().is_empty() {
            continue;
        }
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        if is_utf8 && named != line {
            named = line;
            let begin = text.rfind('\n').map_or(0, |at| at + 1);
            unread.add(line, &text[begin..], UnreadReason::Letters);
        }
    }
    text
}

/// Returns the encoding that an XML declaration names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head =
        std::str::from_utf8(bytes.get(..DECLARATION.min(bytes.len()))?.split(|byte| *byte == b'>').next()?)
            .ok()?;
    let after = head.strip_prefix("<?xml")?.split_once("encoding=")?.1;
    let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    Encoding::for_label(after[1..].split(quote).next()?.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Vec<u32>) {
        let mut unread = Unread::default();
        let text = decode(bytes, &mut unread);
        (text, unread.lines.iter().map(|one| one.line).collect())
    }

    #[test]
    fn a_text_is_decoded_from_the_encoding_it_was_written_in() {
        for bytes in ["\u{feff}Zoë".as_bytes(), "Zoë".as_bytes(), b"Zo\xeb", b"\xff\xfeZ\0o\0\xeb\0"] {
            assert_eq!(decoded(bytes), ("Zoë".to_owned(), Vec::new()));
        }
        assert!(decoded(b"<?xml version='1.0' encoding='iso-8859-1'?><a>\xeb</a>").0.contains('ë'));
    }

    #[test]
    fn a_bad_byte_hurts_no_other_letter_and_its_line_is_named() {
        let text = decoded(b"naam\nZo\xc3\xab\nRen\xe9 D\xc3\xb6ner\nJan\n");
        assert_eq!(text, ("naam\nZoë\nRené Döner\nJan\n".to_owned(), vec![3]));
    }
}
