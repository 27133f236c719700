//! HTTP for mailboxes. Every request is counted, has a time limit, reads no more than an envelope can have,
//! and is never redirected. The status of the answer is preserved. A request that finds its connection closed
//! is sent once more.

use std::error::Error as _;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use opendal::raw::oio::ReadStream;
use opendal::{Buffer, Error, ErrorKind, HttpBody, HttpTransport};
use opendal_http_transport_reqwest::ReqwestTransport;
use thiserror::Error;
use tokio::time::timeout;

use super::multistatus;
use crate::header::MAX_ENVELOPE_BYTES;

/// The time in which a server must accept a connection.
const TO_CONNECT: Duration = Duration::from_secs(10);
/// The time in which a server must answer, in addition to the time that the bytes take.
const TO_ANSWER: Duration = Duration::from_secs(60);
/// The slowest line in bytes a second for which the caller waits.
const SLOWEST: u64 = 64 * 1024;
/// The most bytes that are read of a listing: about a thousand for each of a hundred thousand objects.
const LISTING_BYTES: u64 = 96 * 1024 * 1024;
/// The most bytes that are read of a refusal, for the code in it.
const REFUSAL_BYTES: u64 = 64 * 1024;

/// The reason why there is no useful answer. It travels inside OpenDAL's error, which has no place for a
/// status.
#[derive(Debug, Error)]
pub(super) enum Refusal {
    /// The server refused the request.
    #[error("HTTP {status} {code}")]
    Answered {
        /// The status of the answer.
        status: u16,
        /// The code of an S3 server; empty if it is not one.
        code: String,
    },
    /// The server did not answer in time.
    #[error("the server did not answer within {} s", .0.as_secs())]
    Late(Duration),
    /// The answer ended too early.
    #[error("the answer ended too early: {0}")]
    BrokenOff(String),
    /// The answer is longer than any envelope.
    #[error("the answer is longer than {0} bytes")]
    Oversized(u64),
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::new(ErrorKind::Unexpected, "no answer to work with").set_source(refusal)
    }
}

pub(super) struct Transport {
    http: ReqwestTransport,
    requests: Arc<AtomicU64>,
}

impl Transport {
    /// Creates a transport. If `direct` is true, its requests never go through a proxy, because the server is
    /// on this computer.
    pub(super) fn new(direct: bool, requests: Arc<AtomicU64>) -> reqwest::Result<Self> {
        // A provider that was installed before works as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut http = reqwest::Client::builder()
            .connect_timeout(TO_CONNECT)
            // A redirect would count as one request, and could take the password to a server that nobody
            // chose.
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("Kring/", env!("CARGO_PKG_VERSION")));
        if direct {
            http = http.no_proxy();
        }
        Ok(Self { http: http.build()?.into(), requests })
    }

    /// Sends a request and returns the head of its answer, with the body still to be read.
    async fn send(&self, request: http::Request<Buffer>) -> opendal::Result<http::Response<HttpBody>> {
        self.requests.fetch_add(1, Ordering::Relaxed);
        let patience = patience(request.body().len() as u64);
        timeout(patience, self.http.fetch(request)).await.map_err(|_| Refusal::Late(patience))?
    }
}

impl HttpTransport for Transport {
    async fn fetch(&self, request: http::Request<Buffer>) -> opendal::Result<http::Response<HttpBody>> {
        let method = request.method().clone();
        let answer = match self.send(request.clone()).await {
            Err(error) if is_closed_connection(&error) => self.send(request).await,
            answer => answer,
        };
        let (parts, mut body) = answer?.into_parts();
        if says_no(&method, parts.status) {
            let said = read(&mut body, REFUSAL_BYTES, TO_ANSWER).await.unwrap_or_default();
            return Err(Refusal::Answered { status: parts.status.as_u16(), code: s3_code(said) }.into());
        }
        let is_listing = method.as_str() == "PROPFIND";
        let most = if is_listing { LISTING_BYTES } else { MAX_ENVELOPE_BYTES as u64 };
        let length = parts.headers.get(http::header::CONTENT_LENGTH);
        let length = length.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
        if length.is_some_and(|length| length > most) {
            return Err(Refusal::Oversized(most).into());
        }
        let mut pieces = read(&mut body, most, self::patience(length.unwrap_or(most))).await?;
        if is_listing {
            let whole: Buffer = pieces.iter().cloned().flatten().collect();
            pieces = match multistatus::tidied(&whole.to_bytes()) {
                Some(tidied) => vec![Buffer::from(tidied)],
                None => pieces,
            };
        }
        let length = pieces.iter().map(|piece| piece.len() as u64).sum();
        let body = HttpBody::new(futures::stream::iter(pieces.into_iter().map(Ok)), Some(length));
        Ok(http::Response::from_parts(parts, body))
    }
}

fn patience(bytes: u64) -> Duration {
    TO_ANSWER + Duration::from_secs(bytes / SLOWEST)
}

/// Returns whether the connection was closed before an answer came. A server may close an idle connection at
/// any moment, also while a request is on its way, and a request that has the same effect when it arrives
/// twice may then be sent again (RFC 9112, section 9.3.1). That is so for every request of a mailbox.
fn is_closed_connection(error: &Error) -> bool {
    let mut cause = error.source();
    while let Some(error) = cause {
        let incomplete = error.downcast_ref().is_some_and(hyper::Error::is_incomplete_message);
        // A server that ends TLS without a word is an end of the data to rustls.
        let closed = error.downcast_ref().map(io::Error::kind).is_some_and(|kind| {
            use io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};
            matches!(kind, BrokenPipe | ConnectionAborted | ConnectionReset | UnexpectedEof)
        });
        if incomplete || closed {
            return true;
        }
        cause = error.source();
    }
    false
}

/// Returns whether an answer is a refusal. Two of them are part of normal work and go to OpenDAL: an object
/// that does not exist, and a folder that exists already.
fn says_no(method: &http::Method, status: http::StatusCode) -> bool {
    match (method.as_str(), status.as_u16()) {
        (_, 404) | ("MKCOL", 405) => false,
        // A plain web server answers with a page.
        ("PROPFIND", status) => status != 207,
        (_, status) => !(200..300).contains(&status),
    }
}

/// Reads the whole answer, up to `most` bytes.
async fn read(body: &mut HttpBody, most: u64, patience: Duration) -> Result<Vec<Buffer>, Refusal> {
    let all = async {
        let (mut pieces, mut length) = (Vec::new(), 0);
        loop {
            let piece = body.read().await.map_err(|error| Refusal::BrokenOff(error.message().to_owned()))?;
            if piece.is_empty() {
                return Ok(pieces);
            }
            length += piece.len() as u64;
            if length > most {
                return Err(Refusal::Oversized(most));
            }
            pieces.push(piece);
        }
    };
    timeout(patience, all).await.map_err(|_| Refusal::Late(patience))?
}

/// Returns the code of an S3 server's refusal: `<Error><Code>…</Code>`.
fn s3_code(said: Vec<Buffer>) -> String {
    let said: Buffer = said.into_iter().flatten().collect();
    let said = String::from_utf8_lossy(&said.to_bytes()).into_owned();
    let code = said.split_once("<Code>").and_then(|(_, rest)| rest.split_once("</Code>"));
    // The code is shown in a message, so only text that looks like a code is used.
    let code = code.map(|(code, _)| code).filter(|code| code.len() <= 64);
    code.filter(|code| code.bytes().all(|byte| byte.is_ascii_alphanumeric())).unwrap_or_default().to_owned()
}
