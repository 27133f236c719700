//! Listings of WebDAV servers (RFC 4918, section 13), of which a mailbox needs the names and which of them are
//! folders.
//!
//! OpenDAL demands a date and a length of each entry, one kind of resource, and refuses the whole listing for an
//! entry that is gone. Servers do not keep to that, so a listing is written anew for it with what it needs.

use std::fmt::Write;

use quick_xml::Reader;
use quick_xml::events::Event;

/// An entry of a listing.
#[derive(Default)]
struct Entry {
    /// The address, escaped as in the listing.
    href: String,
    is_folder: bool,
    /// False if the server says that the entry is gone: by its own status, or that of all its properties. An
    /// entry whose status is another failure is there, and reading it shows what is the matter.
    is_there: Option<bool>,
}

/// Properties that share a status.
#[derive(Default)]
struct Properties {
    status: String,
    is_folder: bool,
}

/// Returns a listing with what OpenDAL needs, without the entries that are not there. Returns `None` for what is
/// no listing.
pub(super) fn tidied(listing: &[u8]) -> Option<String> {
    let entries = read(listing)?;
    let mut tidied = String::from(r#"<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">"#);
    for Entry { href, is_folder, is_there } in entries {
        if href.is_empty() || is_there == Some(false) {
            continue;
        }
        let kind = if is_folder { "<D:collection/>" } else { "" };
        // Nothing reads the date or the length.
        let _ = write!(
            tidied,
            "<D:response><D:href>{href}</D:href><D:propstat><D:prop>\
             <D:getlastmodified>Thu, 01 Jan 1970 00:00:00 GMT</D:getlastmodified>\
             <D:getcontentlength>0</D:getcontentlength><D:resourcetype>{kind}</D:resourcetype></D:prop>\
             <D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
        );
    }
    tidied.push_str("</D:multistatus>");
    Some(tidied)
}

fn read(listing: &[u8]) -> Option<Vec<Entry>> {
    let mut reader = Reader::from_reader(listing);
    let mut path: Vec<String> = Vec::new();
    let (mut entries, mut entry, mut properties) = (Vec::new(), Entry::default(), Properties::default());
    let (mut status, mut is_listing) = (String::new(), false);
    loop {
        let event = reader.read_event().ok()?;
        // A server that fails in the middle ends the listing, and says so behind its end.
        let is_over = is_listing && path.is_empty();
        let says_more = match &event {
            Event::Start(_) | Event::Empty(_) | Event::CData(_) | Event::GeneralRef(_) => true,
            Event::Text(text) => !text.trim().is_empty(),
            _ => false,
        };
        if is_over && says_more {
            return None;
        }
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.local_name().as_ref().to_owned();
                match name.as_str() {
                    "multistatus" => is_listing = true,
                    "response" => (entry, status) = (Entry::default(), String::new()),
                    "propstat" => properties = Properties::default(),
                    "collection" if path.last().is_some_and(|parent| parent == "resourcetype") => {
                        properties.is_folder = true;
                    }
                    _ => {}
                }
                if matches!(event, Event::Start(_)) {
                    path.push(name);
                }
            }
            Event::End(_) => match path.pop()?.as_str() {
                "propstat" => {
                    let is_there = !says_gone(&properties.status);
                    entry.is_folder |= is_there && properties.is_folder;
                    entry.is_there = Some(is_there || entry.is_there == Some(true));
                }
                "response" => {
                    if !status.is_empty() {
                        entry.is_there = Some(!says_gone(&status));
                    }
                    entries.push(std::mem::take(&mut entry));
                }
                _ => {}
            },
            Event::Text(text) => add(&path, text, (&mut entry, &mut properties, &mut status)),
            Event::CData(text) => {
                let text = quick_xml::escape::escape(&**text).into_owned();
                add(&path, &text, (&mut entry, &mut properties, &mut status));
            }
            Event::GeneralRef(name) => {
                let text = format!("&{};", &**name);
                add(&path, &text, (&mut entry, &mut properties, &mut status));
            }
            Event::Eof => return (is_listing && path.is_empty()).then_some(entries),
            _ => {}
        }
    }
}

/// Adds text to the place in which it stands.
fn add(path: &[String], text: &str, (entry, properties, status): (&mut Entry, &mut Properties, &mut String)) {
    let mut names = path.iter().rev().map(String::as_str);
    match (names.next(), names.next()) {
        (Some("href"), Some("response")) => entry.href.push_str(text.trim()),
        (Some("status"), Some("propstat")) => properties.status.push_str(text),
        (Some("status"), Some("response")) => status.push_str(text),
        _ => {}
    }
}

/// Returns whether a status line such as `HTTP/1.1 404 Not Found` says that there is nothing.
fn says_gone(status: &str) -> bool {
    matches!(status.split_whitespace().nth(1), Some("404" | "410"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(entries: &str) -> Option<Vec<(String, bool)>> {
        let listing = format!(r#"<d:multistatus xmlns:d="DAV:">{entries}</d:multistatus>"#);
        let all = read(listing.as_bytes())?.into_iter().filter(|one| one.is_there != Some(false));
        Some(all.map(|one| (one.href, one.is_folder)).collect())
    }

    #[test]
    fn an_entry_needs_no_date_and_no_length() {
        let listing = "<d:response><d:href>/kring/a%20b</d:href><d:propstat><d:prop><d:resourcetype/></d:prop>\
                       <d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>";
        assert_eq!(names(listing), Some(vec![("/kring/a%20b".into(), false)]));
        let tidied = tidied(format!(r#"<d:multistatus xmlns:d="DAV:">{listing}</d:multistatus>"#).as_bytes());
        assert!(tidied.unwrap().contains("<D:getcontentlength>0</D:getcontentlength>"));
    }

    #[test]
    fn a_folder_may_be_of_several_kinds_and_beside_properties_that_are_missing() {
        let listing = "<d:response><d:href>/kring/</d:href>\
                       <d:propstat><d:prop><d:getetag/></d:prop><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat>\
                       <d:propstat><d:prop><d:resourcetype><d:collection/><x:addressbook xmlns:x=\"y\"/></d:resourcetype></d:prop>\
                       <d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>";
        assert_eq!(names(listing), Some(vec![("/kring/".into(), true)]));
    }

    #[test]
    fn an_entry_that_is_gone_is_left_out_and_the_others_stay() {
        let gone = "<d:response><d:href>/kring/gone</d:href><d:status>HTTP/1.1 404 Not Found</d:status></d:response>";
        let empty = "<d:response><d:href>/kring/gone2</d:href><d:propstat><d:prop/>\
                     <d:status>HTTP/1.1 404 Not Found</d:status></d:propstat></d:response>";
        let there = "<d:response><d:href>/kring/a&amp;b</d:href></d:response>";
        assert_eq!(names(&format!("{gone}{empty}{there}")), Some(vec![("/kring/a&amp;b".into(), false)]));
    }

    #[test]
    fn an_entry_that_the_server_cannot_look_at_now_stays_in_the_listing() {
        let locked =
            "<d:response><d:href>/kring/locked</d:href><d:status>HTTP/1.1 423 Locked</d:status></d:response>";
        let broken = "<d:response><d:href>/kring/broken</d:href><d:propstat><d:prop/>\
                      <d:status>HTTP/1.1 500 Internal Server Error</d:status></d:propstat></d:response>";
        let both = ["/kring/locked", "/kring/broken"].map(|href| (href.to_owned(), false));
        assert_eq!(names(&format!("{locked}{broken}")), Some(both.to_vec()));
    }

    #[test]
    fn a_page_or_a_listing_that_breaks_off_is_no_listing() {
        for page in [
            "<html><body>Inloggen</body></html>",
            "",
            "<d:multistatus><d:response>",
            "geen xml",
            "<d:multistatus></d:multistatus>Internal Server Error",
            "<d:multistatus/><html/>",
        ] {
            assert_eq!(tidied(page.as_bytes()), None, "{page}");
        }
    }
}
