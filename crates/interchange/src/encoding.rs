//! Decoding text in any encoding that a program may have written it in.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// The number of bytes in which an XML declaration must end.
const DECLARATION: usize = 200;

/// Decodes a text by its byte order mark or its XML declaration. Without either, decodes it as UTF-8 if it is
/// valid UTF-8, and as Windows-1252 otherwise.
pub(crate) fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned();
    }
    let declared = declared(bytes).filter(|encoding| *encoding != UTF_8);
    let encoding = declared.unwrap_or(if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 });
    encoding.decode_without_bom_handling(bytes).0.into_owned()
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

/// Returns a text on one line: control characters, line breaks included, become spaces, and runs of spaces
/// become one.
pub(crate) fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_decoded_from_the_encoding_it_was_written_in() {
        assert_eq!(decode("\u{feff}Zoë".as_bytes()), "Zoë");
        assert_eq!(decode("Zoë".as_bytes()), "Zoë");
        assert_eq!(decode(b"Zo\xeb"), "Zoë");
        assert_eq!(decode(b"\xff\xfeZ\0o\0\xeb\0"), "Zoë");
        assert!(decode(b"<?xml version='1.0' encoding='iso-8859-1'?><a>\xeb</a>").contains('ë'));
    }
}
