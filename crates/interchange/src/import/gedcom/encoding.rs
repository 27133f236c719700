//! The encoding of a family tree: the one that the file names, unless its bytes tell otherwise.
//!
//! Programs write a name that is not true, or cut a letter in two where a line is continued, so that one bad
//! byte must not hurt other letters.

use encoding_rs::{Encoding, ISO_8859_15, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};
use ged_io::encoding::{GedcomEncoding, decode_with_encoding};

use unicode_normalization::UnicodeNormalization;

use crate::encoding::{MARK, decode_utf8};
use crate::import::draft::{Unread, UnreadReason};

/// The number of bytes at the beginning of a file in which its encoding is named.
const HEAD: usize = 8192;

/// The letters from 0x80 on of code page 850, with which DOS wrote Western European (Unicode Consortium,
/// VENDORS/MICSFT/PC/CP850.TXT).
const CODE_PAGE_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤\
                             ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// The encodings that a file can name.
enum Named {
    Utf8,
    Ansel,
    CodePage850,
    Other(&'static Encoding),
    Unknown,
}

/// Decodes a family tree. Names the line that tells its encoding if its letters are in another one.
pub(super) fn decode(bytes: &[u8], unread: &mut Unread) -> String {
    if let Some((encoding, length)) = Encoding::for_bom(bytes).filter(|(_, length)| *length == 2) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned();
    }
    match bytes {
        [0, b'0', ..] => return UTF_16BE.decode_without_bom_handling(bytes).0.into_owned(),
        [b'0', 0, ..] => return UTF_16LE.decode_without_bom_handling(bytes).0.into_owned(),
        _ => {}
    }
    let bytes = with_whole_letters(bytes.strip_prefix(MARK.as_bytes()).unwrap_or(bytes));
    if bytes.is_ascii() {
        return String::from_utf8_lossy(&bytes).into_owned();
    }
    let name = name(&bytes);
    let named = name.as_ref().map(|(_, name)| named(name));
    if let Ok(text) = std::str::from_utf8(&bytes) {
        if !matches!(named, None | Some(Named::Utf8)) {
            name_as_untrue(name.as_ref(), unread);
        }
        return text.to_owned();
    }
    match named {
        None => decode_utf8(&bytes, unread),
        Some(Named::Utf8) => {
            // Where some letters are in UTF-8, the lines of the others are named instead.
            if bytes.utf8_chunks().all(|chunk| chunk.valid().is_ascii()) {
                name_as_untrue(name.as_ref(), unread);
            }
            decode_utf8(&bytes, unread)
        }
        Some(Named::CodePage850) => code_page_850(&bytes),
        Some(Named::Other(encoding)) => encoding.decode_without_bom_handling(&bytes).0.into_owned(),
        Some(Named::Ansel) if is_ansel(&bytes) => decode_with_encoding(&bytes, GedcomEncoding::Ansel)
            .map(|(text, _)| text.nfc().collect())
            .unwrap_or_default(),
        Some(Named::Ansel | Named::Unknown) => {
            name_as_untrue(name.as_ref(), unread);
            WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned()
        }
    }
}

/// Returns the line and the name of the encoding, from the tag CHAR in the head.
fn name(bytes: &[u8]) -> Option<(u32, String)> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).replace("\r\n", "\n");
    let mut lines = (1..).zip(head.split(['\n', '\r']));
    lines.find_map(|(number, line)| {
        Some((number, line.trim().strip_prefix("1 CHAR ")?.trim().to_ascii_uppercase()))
    })
}

fn named(name: &str) -> Named {
    match name {
        "UTF-8" | "UTF8" | "UNICODE" | "ASCII" => Named::Utf8,
        "ANSEL" => Named::Ansel,
        "ANSI" | "CP1252" | "WINDOWS-1252" | "WINDOWS" | "IBM WINDOWS" | "ISO-8859-1" | "ISO8859-1"
        | "LATIN1" | "LATIN-1" => Named::Other(WINDOWS_1252),
        "ISO-8859-15" | "ISO8859-15" | "LATIN9" => Named::Other(ISO_8859_15),
        "MACINTOSH" | "MACROMAN" | "MAC" => Named::Other(MACINTOSH),
        "IBMPC" | "IBM PC" | "IBM" | "IBM DOS" | "MSDOS" | "MS-DOS" | "DOS" | "OEM" | "CP850" => {
            Named::CodePage850
        }
        _ => Named::Unknown,
    }
}

fn name_as_untrue(name: Option<&(u32, String)>, unread: &mut Unread) {
    if let Some((line, name)) = name {
        unread.add(*line, &format!("CHAR {name}"), UnreadReason::Letters);
    }
}

/// Returns whether a text can be in ANSEL, in which an accent stands before its letter.
fn is_ansel(bytes: &[u8]) -> bool {
    let accent = |byte: u8| (0xe0..=0xfe).contains(&byte);
    bytes.windows(2).all(|pair| !accent(pair[0]) || accent(pair[1]) || pair[1].is_ascii_alphabetic())
}

fn code_page_850(bytes: &[u8]) -> String {
    let letter = |byte: &u8| match byte.checked_sub(0x80) {
        Some(place) => CODE_PAGE_850.chars().nth(usize::from(place)).unwrap_or(char::REPLACEMENT_CHARACTER),
        None => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}

/// Returns the bytes with the rest of each letter that a line break cut in two before its line break: some
/// programs continue a line after a number of bytes.
fn with_whole_letters(bytes: &[u8]) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let rest = rest_of_letter(line).filter(|_| lines.last().is_some_and(|last| ends_within_letter(last)));
        let (Some((before, rest, after)), Some(last)) = (rest, lines.last_mut()) else {
            lines.push(line.to_vec());
            continue;
        };
        let end = last.len() - line_break(last);
        last.splice(end..end, rest.iter().copied());
        lines.push([before, after].concat());
    }
    lines.concat()
}

/// Returns the parts of a line that continues another in the middle of a letter: those before, of and after the
/// rest of that letter.
fn rest_of_letter(line: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let at = line.windows(6).position(|tag| tag == b" CONC ")? + 6;
    let is_number = line[..at - 6].iter().all(|byte| byte.is_ascii_digit() || *byte == b' ');
    let length = line[at..].iter().take_while(|byte| **byte & 0xc0 == 0x80).count();
    (is_number && length > 0).then(|| (&line[..at], &line[at..at + length], &line[at + length..]))
}

fn line_break(line: &[u8]) -> usize {
    line.iter().rev().take_while(|byte| matches!(byte, b'\n' | b'\r')).count()
}

fn ends_within_letter(line: &[u8]) -> bool {
    let end = line.len() - line_break(line);
    std::str::from_utf8(&line[..end]).is_err_and(|error| error.error_len().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Vec<u32>) {
        let mut unread = Unread::default();
        let text = decode(bytes, &mut unread);
        (
            text.lines().last().unwrap_or_default().to_owned(),
            unread.lines.iter().map(|one| one.line).collect(),
        )
    }

    fn file(name: &str, letters: &[u8]) -> Vec<u8> {
        [format!("0 HEAD\n1 CHAR {name}\n0 @I1@ INDI\n1 NAME ").as_bytes(), letters].concat()
    }

    #[test]
    fn letters_are_read_in_the_encoding_that_the_file_names() {
        for (name, letters) in [
            ("UTF-8", "Zoë Één".as_bytes()),
            ("ANSI", b"Zo\xeb \xc9\xe9n"),
            ("ANSEL", b"Zo\xe8e \xe2E\xe2en"),
            ("IBMPC", b"Zo\x89 \x90\x82n"),
            ("MACINTOSH", b"Zo\x91 \x83\x8en"),
        ] {
            let (text, named) = decoded(&file(name, letters));
            assert_eq!((text.as_str(), named), ("1 NAME Zoë Één", Vec::new()), "{name}");
        }
        assert_eq!(CODE_PAGE_850.chars().count(), 128);
    }

    #[test]
    fn a_file_that_names_another_encoding_than_its_own_is_read_and_the_line_named() {
        for (name, letters) in [
            ("ANSEL", "Zoë Één".as_bytes()),
            ("ANSEL", b"Zo\xeb \xc9\xe9n"),
            ("KLINGON", b"Zo\xeb \xc9\xe9n"),
            ("UTF-8", b"Zo\xeb \xc9\xe9n"),
            ("ASCII", b"Zo\xeb \xc9\xe9n"),
        ] {
            let (text, named) = decoded(&file(name, letters));
            assert_eq!((text.as_str(), named), ("1 NAME Zoë Één", vec![2]), "{name}");
        }
    }

    #[test]
    fn a_letter_that_a_continued_line_cuts_in_two_is_whole() {
        let cut = [
            file("UTF-8", b"Zo\xc3\n2 CONC \xab Beuk\n"),
            b"2 CONC  en \xc3\r\n2 CONC \xa9\xc3\xa9n".to_vec(),
        ];
        let mut unread = Unread::default();
        let text = decode(&cut.concat(), &mut unread);
        assert!(text.ends_with("NAME Zoë\n2 CONC  Beuk\n2 CONC  en é\r\n2 CONC én"), "{text}");
        assert_eq!(unread.count, 0);
    }
}
