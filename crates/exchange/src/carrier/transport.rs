//! HTTP as a mailbox does it: every request is counted, waited for no longer than it may take, read no
//! further than an envelope can be long, and never led elsewhere. What the server answered keeps its number.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use opendal::raw::oio::ReadStream;
use opendal::{Buffer, Error, ErrorKind, HttpBody, HttpTransport};
use opendal_http_transport_reqwest::ReqwestTransport;
use thiserror::Error;
use tokio::time::timeout;

use crate::MOST_BYTES;

/// How long a server may take to accept a connection.
const TO_CONNECT: Duration = Duration::from_secs(10);
/// How long it may take to answer, beside what the bytes themselves need.
const TO_ANSWER: Duration = Duration::from_secs(60);
/// How many bytes a second the slowest line carries that is worth waiting for.
const SLOWEST: u64 = 64 * 1024;
/// An answer that says no is read this far, for the code in it.
const REFUSAL_BYTES: u64 = 64 * 1024;

/// Why there is no answer to work with. It travels inside OpenDAL's error, which knows no numbers.
#[derive(Debug, Error)]
pub(super) enum Refusal {
    /// The server said no.
    #[error("HTTP {status} {code}")]
    Answered {
        /// The number of the answer.
        status: u16,
        /// What an S3 server calls it; empty where it is not one.
        code: String,
    },
    /// The server did not answer in time.
    #[error("no answer within {} s", .0.as_secs())]
    Late(Duration),
    /// The answer broke off.
    #[error("the answer broke off: {0}")]
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
    /// `direct`: a server on this computer is never asked through a proxy.
    pub(super) fn new(direct: bool, requests: Arc<AtomicU64>) -> reqwest::Result<Self> {
        // A provider that was installed before serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut http = reqwest::Client::builder()
            .connect_timeout(TO_CONNECT)
            // A redirect would count as one request, and take the password where nobody sent it.
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("Kring/", env!("CARGO_PKG_VERSION")));
        if direct {
            http = http.no_proxy();
        }
        Ok(Self { http: http.build()?.into(), requests })
    }
}

impl HttpTransport for Transport {
    async fn fetch(&self, request: http::Request<Buffer>) -> opendal::Result<http::Response<HttpBody>> {
        self.requests.fetch_add(1, Ordering::Relaxed);
        let method = request.method().clone();
        let patience = patience(request.body().len() as u64);
        let answer = timeout(patience, self.http.fetch(request)).await;
        let (parts, mut body) = answer.map_err(|_| Refusal::Late(patience))??.into_parts();
        if says_no(&method, parts.status) {
            let said = read(&mut body, REFUSAL_BYTES, TO_ANSWER).await.unwrap_or_default();
            return Err(Refusal::Answered { status: parts.status.as_u16(), code: s3_code(said) }.into());
        }
        let most = MOST_BYTES as u64;
        let length = parts.headers.get(http::header::CONTENT_LENGTH);
        let length = length.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
        if length.is_some_and(|length| length > most) {
            return Err(Refusal::Oversized(most).into());
        }
        let pieces = read(&mut body, most, self::patience(length.unwrap_or(most))).await?;
        let length = pieces.iter().map(|piece| piece.len() as u64).sum();
        let body = HttpBody::new(futures::stream::iter(pieces.into_iter().map(Ok)), Some(length));
        Ok(http::Response::from_parts(parts, body))
    }
}

fn patience(bytes: u64) -> Duration {
    TO_ANSWER + Duration::from_secs(bytes / SLOWEST)
}

/// Two noes are a part of the work, and go to OpenDAL: what is not there, and a folder that is there already.
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

/// What an S3 server calls its refusal: `<Error><Code>…</Code>`.
fn s3_code(said: Vec<Buffer>) -> String {
    let said: Buffer = said.into_iter().flatten().collect();
    let said = String::from_utf8_lossy(&said.to_bytes()).into_owned();
    let code = said.split_once("<Code>").and_then(|(_, rest)| rest.split_once("</Code>"));
    // The code is shown in a message: only what looks like one is.
    let code = code.map(|(code, _)| code).filter(|code| code.len() <= 64);
    code.filter(|code| code.bytes().all(|byte| byte.is_ascii_alphanumeric())).unwrap_or_default().to_owned()
}
