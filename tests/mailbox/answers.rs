//! Failures of one kind of storage only, and answers that other servers give but none of these does.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use exchange::carrier::{CarrierError, Credentials};
use kring_tests::{PASSWORD, S3Server, USER, WebdavServer};

use crate::scene::{BRAM, Scene, name, open_at};

/// A server that gives the same answer to every request, as long as the test runs.
fn server_that_says(answer: &str, then_for_ever: bool) -> SocketAddr {
    let answer = answer.to_owned();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            // A client may hang up before the whole answer.
            let _ = say(stream, &answer, then_for_ever);
        }
    });
    at
}

fn say(mut stream: TcpStream, answer: &str, then_for_ever: bool) -> std::io::Result<()> {
    if !read_request(&mut stream)? {
        return Ok(());
    }
    stream.write_all(answer.as_bytes())?;
    if !then_for_ever {
        return Ok(());
    }
    loop {
        stream.write_all(&[b'x'; 65_536])?;
    }
}

/// Reads a request up to its body. Returns false if the client closed the connection instead.
fn read_request(stream: &mut TcpStream) -> std::io::Result<bool> {
    let mut asked: Vec<u8> = Vec::new();
    let mut piece = [0; 4096];
    while !asked.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut piece)? {
            0 => return Ok(false),
            length => asked.extend(&piece[..length]),
        }
    }
    Ok(true)
}

/// A server that keeps a connection open after its first answer, and closes it when the next request arrives.
fn server_that_answers_once_a_connection() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            std::thread::spawn(move || {
                read_request(&mut stream)?;
                stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nfor Bram")?;
                read_request(&mut stream)
            });
        }
    });
    at
}

/// A server of S3 that does not know the request that removes many objects. The others it answers.
fn server_without_removals_of_many() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let mut method = [0; 4];
            // A client may hang up before the whole answer.
            let _ = stream.read_exact(&mut method).and_then(|()| {
                let is_post = method == *b"POST";
                let answer = if is_post { "501 Not Implemented" } else { "204 No Content" };
                say(stream, &empty(answer), false)
            });
        }
    });
    at
}

/// Returns an answer without a body.
fn empty(answer: &str) -> String {
    format!("HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}

fn both_kinds(at: SocketAddr) -> [String; 2] {
    [format!("http://{at}/kring"), format!("s3://kring?endpoint=http://{at}")]
}

fn codes_of(address: &str) -> [&'static str; 4] {
    let mailbox = open_at(address, Some(&Credentials::new(USER, PASSWORD.to_owned())));
    [
        mailbox.list(&BRAM).unwrap_err().code(),
        mailbox.get(&BRAM, &name(1)).unwrap_err().code(),
        mailbox.put(&BRAM, &name(1), *b"x").unwrap_err().code(),
        mailbox.remove(&BRAM, &name(1)).unwrap_err().code(),
    ]
}

#[test]
fn each_refusal_of_a_server_becomes_the_error_that_it_means() {
    for (answer, code) in [
        ("401 Unauthorized", "mailbox-refused"),
        ("403 Forbidden", "mailbox-not-allowed"),
        ("507 Insufficient Storage", "mailbox-full"),
        ("423 Locked", "mailbox-busy"),
        ("429 Too Many Requests", "mailbox-busy"),
        ("502 Bad Gateway", "mailbox-busy"),
        ("503 Service Unavailable", "mailbox-busy"),
        ("302 Found\r\nLocation: https://elsewhere.example/login", "mailbox-moved"),
        ("304 Not Modified", "mailbox-not-a-mailbox"),
        ("405 Method Not Allowed", "mailbox-not-a-mailbox"),
    ] {
        let at = server_that_says(&empty(answer), false);
        for address in both_kinds(at) {
            assert_eq!(codes_of(&address), [code; 4], "{address}: {answer}");
        }
    }
}

#[test]
fn a_busy_server_says_when_it_wants_to_be_asked_again() {
    let date = "Date: Tue, 24 Nov 2026 10:15:00 GMT\r\nRetry-After: Tue, 24 Nov 2026 10:17:00 GMT";
    for (header, seconds) in [("Retry-After: 90", Some(90)), (date, Some(120)), ("Retry-After: soon", None)] {
        let at = server_that_says(&empty(&format!("429 Too Many Requests\r\n{header}")), false);
        for address in both_kinds(at) {
            let error = open_at(&address, None).put(&BRAM, &name(1), *b"x").unwrap_err();
            let CarrierError::Busy { again_in, .. } = error else { panic!("{address}: {error}") };
            assert_eq!(again_in, seconds.map(Duration::from_secs), "{address}: {header}");
        }
    }
}

#[test]
fn an_answer_that_breaks_off_or_is_missing_is_a_temporary_failure() {
    let broken_off = "HTTP/1.1 207 Multi-Status\r\nContent-Length: 99\r\nConnection: close\r\n\r\nbroken off";
    for answer in [broken_off, "SSH-2.0-OpenSSH_9.2p1\r\n"] {
        for address in both_kinds(server_that_says(answer, false)) {
            assert_eq!(codes_of(&address), ["mailbox-unreachable"; 4], "{address}: {answer}");
        }
    }
}

#[test]
fn a_request_on_a_connection_that_the_server_closes_is_sent_again() {
    for address in both_kinds(server_that_answers_once_a_connection()) {
        let mailbox = open_at(&address, None);
        for _ in 0..3 {
            assert_eq!(mailbox.get(&BRAM, &name(1)), Ok(Some(b"for Bram".to_vec())), "{address}");
        }
        assert_eq!(mailbox.requests(), 5, "{address}: three requests, of which two were sent twice");
    }
}

#[test]
fn objects_are_removed_one_by_one_where_a_server_does_not_remove_many() {
    let at = server_without_removals_of_many();
    let mailbox = open_at(&format!("s3://kring?endpoint=http://{at}"), None);
    assert_eq!(mailbox.remove_all(&BRAM, &[name(1), name(2), name(3)]), Ok(()));
    assert_eq!(mailbox.requests(), 4, "one for all of them, and one for each");
}

#[test]
fn a_listing_that_a_server_ends_with_its_failure_is_not_taken_for_an_empty_mailbox() {
    let answer = listed(&(multistatus(0) + "Internal Server Error"));
    let at = server_that_says(&answer, false);
    let error = open_at(&format!("http://{at}/kring"), None).list(&BRAM).unwrap_err();
    assert_eq!(error.code(), "mailbox-busy", "{error}");
}

#[test]
fn a_web_page_is_not_a_mailbox() {
    let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 17\r\nConnection: close\r\n\r\n\
                <html>Welcome!<p>";
    for address in both_kinds(server_that_says(page, false)) {
        let error = open_at(&address, None).list(&BRAM).unwrap_err();
        assert_eq!(error.code(), "mailbox-not-a-mailbox", "{address}");
    }
}

#[test]
fn an_object_too_large_for_a_server_is_refused_as_such() {
    for address in both_kinds(server_that_says(&empty("413 Content Too Large"), false)) {
        assert_eq!(open_at(&address, None).put(&BRAM, &name(1), *b"x"), Err(CarrierError::TakesNoLarge));
    }
}

#[test]
fn a_server_that_sends_everybody_elsewhere_is_reported_with_the_place_and_no_secret() {
    let to = "302 Found\r\nLocation: https://anna:geheim@elsewhere.example:8443/login?token=geheim";
    for address in both_kinds(server_that_says(&empty(to), false)) {
        let moved = CarrierError::Moved { to: "https://elsewhere.example:8443/login".into() };
        assert_eq!(open_at(&address, None).list(&BRAM), Err(moved));
    }
}

#[test]
fn an_endless_answer_is_read_no_further_than_the_size_of_an_envelope() {
    let at = server_that_says("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", true);
    let mailbox = open_at(&format!("http://{at}/kring"), None);
    assert_eq!(mailbox.get(&BRAM, &name(1)), Err(CarrierError::TooLarge { name: name(1) }));
}

#[test]
fn a_wrong_password_is_reported() {
    for scene in [Scene::webdav(), Scene::s3()] {
        let mailbox = scene.open_with("vier andere woorden samen");
        let put = mailbox.put(&BRAM, &name(1), *b"x");
        assert_eq!((put, mailbox.list(&BRAM)), (Err(CarrierError::Refused), Err(CarrierError::Refused)));
        assert!(open_at(&scene.address(), None).list(&BRAM).is_err(), "without any password");
    }
}

#[test]
fn an_unknown_access_key_is_reported() {
    let server = S3Server::start(kring_tests::Allows::Writing).unwrap();
    let mailbox = open_at(&server.address(), Some(&Credentials::new("bram", PASSWORD.to_owned())));
    let error = mailbox.list(&BRAM).unwrap_err();
    assert!(matches!(error, CarrierError::Refused | CarrierError::NotAllowed), "{error}");
}

#[test]
fn a_missing_folder_or_bucket_is_reported_and_not_created() {
    const NO_BUCKET: &str = "HTTP/1.1 404 Not Found\r\nContent-Length: 41\r\nConnection: close\r\n\r\n\
                             <Error><Code>NoSuchBucket</Code></Error>\n";
    let home = tempfile::tempdir().unwrap();
    let webdav = Scene::webdav();
    // The S3 server of these tests creates a bucket that does not exist.
    let s3 = server_that_says(NO_BUCKET, false);
    for address in [
        format!("{}/stick", home.path().display()),
        webdav.address() + "/no/such/folder",
        format!("s3://kring?endpoint=http://{s3}"),
    ] {
        let mailbox = open_at(&address, Some(&Credentials::new(USER, PASSWORD.to_owned())));
        assert_eq!(mailbox.put(&BRAM, &name(1), *b"x"), Err(CarrierError::NotThere), "{address}");
    }
    assert!(!home.path().join("stick").exists());
}

#[test]
fn an_untrusted_certificate_is_reported_before_the_password_is_sent() {
    let server = WebdavServer::start_with_own_certificate().unwrap();
    let mailbox = open_at(&server.address(), Some(&Credentials::new(USER, PASSWORD.to_owned())));
    let error = mailbox.list(&BRAM).unwrap_err();
    assert_eq!(error.code(), "mailbox-untrusted", "{error}");
    assert_eq!(server.requests(), 0);
}

#[test]
fn a_full_disk_is_reported_and_leaves_no_partial_file() {
    let home = tempfile::tempdir().unwrap();
    let mut mount = Command::new("mount");
    mount.args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"]).arg(home.path()).stderr(Stdio::null());
    if !mount.status().is_ok_and(|status| status.success()) {
        println!("left out: this user may not mount a small disk");
        return;
    }
    let _disk = SmallDisk(home.path());
    let mailbox = open_at(&home.path().display().to_string(), None);
    mailbox.put(&BRAM, &name(1), [1; 100_000]).unwrap();
    assert_eq!(mailbox.put(&BRAM, &name(2), vec![2; 2_000_000]), Err(CarrierError::Full));
    assert_eq!(mailbox.list(&BRAM), Ok(vec![name(1)]));
    mailbox.put(&BRAM, &name(3), [3; 500_000]).unwrap();
}

struct SmallDisk<'a>(&'a Path);

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        // A folder that cannot be removed shows that a file was left in it.
        let _ = Command::new("umount").arg(self.0).status();
    }
}

/// Returns the answer of a WebDAV server that lists files in Bram's mailbox.
fn multistatus(count: u32) -> String {
    let mut body = String::from("<?xml version=\"1.0\"?><D:multistatus xmlns:D=\"DAV:\">");
    for number in 0..count {
        let href = format!("/kring/kring1/{BRAM}/{number:032x}");
        body += &format!(
            "<D:response><D:href>{href}</D:href><D:propstat><D:prop><D:resourcetype/>\
             <D:getcontentlength>1</D:getcontentlength>\
             <D:getlastmodified>Mon, 30 Nov 2026 10:00:00 GMT</D:getlastmodified></D:prop>\
             <D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
        );
    }
    body + "</D:multistatus>"
}

/// Returns an answer with a listing.
fn listed(body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 207 Multi-Status\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}")
}

#[test]
fn a_part_of_a_listing_is_read_that_is_too_long() {
    let at = server_that_says(&listed(&multistatus(48_000)), false);
    let listing = open_at(&format!("http://{at}/kring"), None).list_with_mark(&BRAM).unwrap();
    assert_eq!((listing.names.len(), listing.is_whole), (20_000, false));
}

#[test]
fn a_listing_that_nobody_could_read_is_reported_as_crowded() {
    let answer = "HTTP/1.1 207 Multi-Status\r\nContent-Length: 200000000\r\nConnection: close\r\n\r\n";
    let at = server_that_says(answer, false);
    let listed = open_at(&format!("http://{at}/kring"), None).list_with_mark(&BRAM);
    assert_eq!(listed, Err(CarrierError::Crowded));
}
