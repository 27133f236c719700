//! HTTP for mailboxes. Every request is counted, has a time limit, reads no more than an envelope can have,
//! and is never redirected. The status of the answer is preserved. A request that finds its connection closed
//! is sent once more.

use std::error::Error as _;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use chrono::{DateTime, Utc};
use opendal::raw::oio::ReadStream;
use opendal::{Buffer, Error, ErrorKind, HttpBody, HttpTransport};
use opendal_http_transport_reqwest::ReqwestTransport;
use thiserror::Error;
use tokio::time::timeout;
use url::Url;

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
    #[error("HTTP {status}{}{said}", if said.is_empty() { "" } else { " " })]
    Answered {
        /// The status of the answer.
        status: u16,
        /// The code of an S3 server, or the place to which the server sends everybody; empty if it says neither.
        said: String,
        /// The time that the server asks to be left alone.
        again_in: Option<Duration>,
    },
    /// The server did not answer in time.
    #[error("the server did not answer within {} s", .0.as_secs())]
    Late(Duration),
    /// The answer ended too early.
    #[error("the answer ended too early: {0}")]
    BrokenOff(String),
    /// The server began a listing and failed in the middle.
    #[error("the listing is not whole")]
    InPart,
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
        let (mut parts, mut body) = answer?.into_parts();
        if says_no(&method, parts.status) {
            let body = read(&mut body, REFUSAL_BYTES, TO_ANSWER).await.unwrap_or_default();
            let said = if parts.status.is_redirection() { moved_to(&parts.headers) } else { s3_code(body) };
            let (status, again_in) = (parts.status.as_u16(), again_in(&parts.headers));
            return Err(Refusal::Answered { status, said, again_in }.into());
        }
        let is_listing = parts.status == http::StatusCode::MULTI_STATUS;
        let most = if is_listing { LISTING_BYTES } else { MAX_ENVELOPE_BYTES as u64 };
        let length = parts.headers.get(http::header::CONTENT_LENGTH);
        let length = length.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
        if length.is_some_and(|length| length > most) {
            return Err(Refusal::Oversized(most).into());
        }
        let mut pieces = read(&mut body, most, self::patience(length.unwrap_or(most))).await?;
        if is_listing {
            let whole: Buffer = pieces.iter().cloned().flatten().collect();
            let tidied = multistatus::tidied(&whole.to_bytes());
            pieces = vec![Buffer::from(tidied.ok_or(Refusal::InPart)?)];
        }
        let length: u64 = pieces.iter().map(|piece| piece.len() as u64).sum();
        if method != http::Method::HEAD {
            // OpenDAL demands a length, and an answer in pieces tells none.
            parts.headers.insert(http::header::CONTENT_LENGTH, length.into());
        }
        parts.status = usual(&method, parts.status);
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

/// Returns the time after which a server wants to be asked again: a number of seconds, or a moment on the server's
/// clock (RFC 9110, section 10.2.3).
fn again_in(headers: &http::HeaderMap) -> Option<Duration> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
    let moment = |text: &str| DateTime::parse_from_rfc2822(text).ok().map(|moment| moment.to_utc());
    let after = text(http::header::RETRY_AFTER)?;
    if let Ok(seconds) = after.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let now = text(http::header::DATE).and_then(moment).unwrap_or_else(Utc::now);
    Some((moment(after)? - now).to_std().unwrap_or_default())
}

/// Returns the status that OpenDAL expects for an answer that says yes. Servers may choose another (RFC 9110, sections
/// 9.3.4 and 9.3.5).
fn usual(method: &http::Method, status: http::StatusCode) -> http::StatusCode {
    match method.as_str() {
        _ if !status.is_success() => status,
        // The answer to a removal that names objects says that some were not removed.
        "DELETE" if status != http::StatusCode::MULTI_STATUS => http::StatusCode::NO_CONTENT,
        "PUT" | "MKCOL" => http::StatusCode::CREATED,
        _ => status,
    }
}

/// Returns the place to which a server sends everybody who asks, without what may be secret in it.
fn moved_to(headers: &http::HeaderMap) -> String {
    let to = headers.get(http::header::LOCATION).and_then(|place| place.to_str().ok()?.parse::<Url>().ok());
    let to = to.and_then(|to| {
        let port = to.port().map(|port| format!(":{port}")).unwrap_or_default();
        Some(format!("{}://{}{port}{}", to.scheme(), to.host_str()?, to.path()))
    });
    to.unwrap_or_default().chars().take(200).collect()
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
