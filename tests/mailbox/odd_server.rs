//! A WebDAV server with the odd answers of real ones. Its files are in memory.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// The way in which a server is odd.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Oddity {
    /// None: it answers as RFC 4918 says.
    Plain,
    /// It tells no dates.
    NoDates,
    /// It tells no lengths.
    NoLengths,
    /// A listing has an entry that is gone, with a status of its own.
    DeadEntry,
    /// A listing has an entry that is gone, all of whose properties are.
    DeadProperties,
    /// Properties that are missing come before those that are there.
    MissingFirst,
    /// Folders are of several kinds.
    SeveralKinds,
    /// Addresses in listings name a server that nobody reaches.
    AbsoluteAddresses,
    /// Files without contents are refused.
    RefusesEmptyFiles,
    /// Files are kept, but a server on the way says that it did not wait for the answer.
    KeepsAndSaysBadGateway,
    /// Writing into a folder that does not exist is answered 500, as nginx does.
    Says500WithoutFolder,
    /// A removal is answered 200 with a page.
    SaysOkToRemovals,
    /// Answers tell no length, and end with the connection.
    NoAnswerLengths,
}

pub(crate) const ODDITIES: [Oddity; 13] = [
    Oddity::Plain,
    Oddity::NoDates,
    Oddity::NoLengths,
    Oddity::DeadEntry,
    Oddity::DeadProperties,
    Oddity::MissingFirst,
    Oddity::SeveralKinds,
    Oddity::AbsoluteAddresses,
    Oddity::RefusesEmptyFiles,
    Oddity::KeepsAndSaysBadGateway,
    Oddity::Says500WithoutFolder,
    Oddity::SaysOkToRemovals,
    Oddity::NoAnswerLengths,
];

/// The contents of each file, by its path; `None` for a folder, whose path ends with a slash.
type Files = BTreeMap<String, Option<Vec<u8>>>;

/// Starts a server that runs as long as the test, and returns its address.
pub(crate) fn start(oddity: Oddity) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/dav", listener.local_addr().unwrap());
    let files = Arc::new(Mutex::new(Files::from([("/dav/".to_owned(), None)])));
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let files = files.clone();
            // A client may hang up at any moment.
            std::thread::spawn(move || serve(stream, oddity, &files));
        }
    });
    address
}

fn serve(stream: TcpStream, oddity: Oddity, files: &Mutex<Files>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let mut words = line.split_whitespace();
        let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let (mut length, mut header) = (0, String::new());
        while reader.read_line(&mut header)? > 2 {
            if let Some(value) = header.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap_or(0);
            }
            header.clear();
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body)?;
        let (status, answer) = answer(method, path, body, oddity, &mut files.lock().unwrap());
        let is_endless = oddity == Oddity::NoAnswerLengths && method == "GET" && status == 200;
        let length = match is_endless {
            true => "Connection: close".to_owned(),
            false => format!("Content-Length: {}", answer.len()),
        };
        (&stream).write_all(format!("HTTP/1.1 {status} Odd\r\n{length}\r\n\r\n").as_bytes())?;
        (&stream).write_all(&answer)?;
        if is_endless {
            return Ok(());
        }
    }
}

fn answer(method: &str, path: &str, body: Vec<u8>, oddity: Oddity, files: &mut Files) -> (u16, Vec<u8>) {
    let has_parent = |files: &Files| {
        let parent = path.trim_end_matches('/').rsplit_once('/').map_or("", |(parent, _)| parent);
        files.contains_key(&format!("{parent}/"))
    };
    match method {
        "PUT" if oddity == Oddity::RefusesEmptyFiles && body.is_empty() => (400, Vec::new()),
        "PUT" if oddity == Oddity::Says500WithoutFolder && !has_parent(files) => (500, Vec::new()),
        "PUT" | "MKCOL" if !has_parent(files) => (409, Vec::new()),
        "PUT" => {
            files.insert(path.to_owned(), Some(body));
            (if oddity == Oddity::KeepsAndSaysBadGateway { 502 } else { 201 }, Vec::new())
        }
        "MKCOL" => {
            let made = files.insert(format!("{}/", path.trim_end_matches('/')), None);
            (if made.is_none() { 201 } else { 405 }, Vec::new())
        }
        "GET" => match files.get(path) {
            Some(Some(bytes)) => (200, bytes.clone()),
            _ => (404, Vec::new()),
        },
        "DELETE" => match files.remove(path) {
            Some(_) if oddity == Oddity::SaysOkToRemovals => (200, b"<p>Removed.</p>".to_vec()),
            Some(_) => (204, Vec::new()),
            None => (404, Vec::new()),
        },
        "PROPFIND" => match listing(path, oddity, files) {
            Some(listing) => (207, listing.into_bytes()),
            None => (404, Vec::new()),
        },
        _ => (405, Vec::new()),
    }
}

fn listing(path: &str, oddity: Oddity, files: &Files) -> Option<String> {
    let folder = format!("{}/", path.trim_end_matches('/'));
    let shown: Vec<(&String, bool)> = match files.get(&folder) {
        Some(_) => {
            let inside = |name: &&String| {
                name.strip_prefix(&folder).is_some_and(|rest| !rest.trim_end_matches('/').contains('/'))
            };
            files
                .iter()
                .filter(|(name, _)| inside(name))
                .map(|(name, bytes)| (name, bytes.is_none()))
                .collect()
        }
        None => files.get_key_value(path).map(|(name, _)| (name, false)).into_iter().collect(),
    };
    if shown.is_empty() {
        return None;
    }
    let mut listing = String::from(r#"<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">"#);
    for (name, is_folder) in shown {
        let server = if oddity == Oddity::AbsoluteAddresses { "http://intern.example:8080" } else { "" };
        let first = match oddity {
            Oddity::MissingFirst => {
                "<D:propstat><D:prop><D:getetag/></D:prop><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat>"
            }
            _ => "",
        };
        let date = match oddity {
            Oddity::NoDates => "",
            _ => "<D:getlastmodified>Tue, 24 Nov 2026 10:15:00 GMT</D:getlastmodified>",
        };
        let length = match oddity {
            Oddity::NoLengths => "",
            _ if is_folder => "",
            _ => "<D:getcontentlength>4</D:getcontentlength>",
        };
        let kind = match oddity {
            _ if !is_folder => "",
            Oddity::SeveralKinds => {
                r#"<D:collection/><x:addressbook xmlns:x="urn:ietf:params:xml:ns:carddav"/>"#
            }
            _ => "<D:collection/>",
        };
        let _ = write!(
            listing,
            "<D:response><D:href>{server}{name}</D:href>{first}<D:propstat><D:prop>{date}{length}<D:resourcetype>{kind}</D:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
        );
    }
    let gone = match oddity {
        Oddity::DeadEntry => "<D:status>HTTP/1.1 404 Not Found</D:status>",
        Oddity::DeadProperties => {
            "<D:propstat><D:prop/><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat>"
        }
        _ => "",
    };
    if !gone.is_empty() {
        let _ = write!(listing, "<D:response><D:href>{folder}gone</D:href>{gone}</D:response>");
    }
    listing.push_str("</D:multistatus>");
    Some(listing)
}
