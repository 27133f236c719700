//! A real S3 server for one test: s3s over a folder, within the process of the test, on this computer only.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::access::{S3Access, S3AccessContext};
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s::{S3Error, S3ErrorCode, S3Result, s3_error};
use s3s_fs::FileSystem;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use crate::served::{Allows, PASSWORD, USER, free_port};

const BUCKET: &str = "kring";
const PREFIX: &str = "team";

/// An S3 server with one access key and one bucket.
pub struct S3Server {
    runtime: Option<Runtime>,
    home: TempDir,
    at: SocketAddr,
    seen: Arc<Seen>,
}

/// The counts of requests and bytes, and the delay of each request.
#[derive(Default)]
struct Seen {
    requests: AtomicU64,
    bytes: AtomicU64,
    milliseconds: AtomicU64,
    /// The number of requests before the server breaks; `None` is a server that does not.
    breaks_after: Mutex<Option<u64>>,
}

impl S3Server {
    /// Starts a server with an empty bucket.
    pub fn start(allows: Allows) -> Result<Self> {
        let home = tempfile::tempdir()?;
        std::fs::create_dir(home.path().join(BUCKET))?;
        let at = SocketAddr::from(([127, 0, 0, 1], free_port()?));
        let mut server = Self { runtime: None, home, at, seen: Arc::default() };
        server.serve(allows)?;
        Ok(server)
    }

    /// Ends the server and leaves its files.
    pub fn stop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // The address is free again only when every listener has ended.
            runtime.shutdown_timeout(Duration::from_secs(10));
        }
    }

    /// Starts the server again at the same address, with this access.
    pub fn serve(&mut self, allows: Allows) -> Result<()> {
        self.stop();
        let files = FileSystem::new(self.home.path()).ok().context("the folder cannot be served")?;
        let mut builder = S3ServiceBuilder::new(files);
        builder.set_auth(SimpleAuth::from_single(USER, PASSWORD));
        builder.set_access(Access { allows, seen: self.seen.clone() });
        let service = builder.build();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let listener = runtime.block_on(TcpListener::bind(self.at))?;
        runtime.spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                // Without this each answer would wait until the client acknowledges the headers.
                let _ = socket.set_nodelay(true);
                let service = service.clone();
                tokio::spawn(async move {
                    let http = Builder::new(TokioExecutor::new());
                    // A connection may break off: the client ended it.
                    let _ = http.serve_connection(TokioIo::new(socket), service).await;
                });
            }
        });
        self.runtime = Some(runtime);
        Ok(())
    }

    /// Returns the address of the bucket, with a prefix within it.
    pub fn address(&self) -> String {
        format!("s3://{BUCKET}/{PREFIX}?endpoint=http://{}", self.at)
    }

    /// Returns the folder behind the prefix, which exists once something was written.
    pub fn files(&self) -> PathBuf {
        self.home.path().join(BUCKET).join(PREFIX)
    }

    /// Returns the number of requests with the right key since the first start.
    pub fn requests(&self) -> u64 {
        self.seen.requests.load(Relaxed)
    }

    /// Returns the number of bytes in the bodies of these requests.
    pub fn bytes(&self) -> u64 {
        self.seen.bytes.load(Relaxed)
    }

    /// Delays every later request by this much, as if the server were far away.
    pub fn take_longer(&self, milliseconds: u64) {
        self.seen.milliseconds.store(milliseconds, Relaxed);
    }

    /// Answers this many more requests and refuses all after them, as a server that breaks. `None` mends it.
    pub fn break_after(&self, requests: Option<u64>) {
        *self.seen.breaks_after.lock().unwrap_or_else(PoisonError::into_inner) = requests;
    }
}

impl Seen {
    /// Returns whether the server answers this request.
    fn answers(&self) -> bool {
        match &mut *self.breaks_after.lock().unwrap_or_else(PoisonError::into_inner) {
            Some(0) => false,
            Some(left) => {
                *left -= 1;
                true
            }
            None => true,
        }
    }
}

impl Drop for S3Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

struct Access {
    allows: Allows,
    seen: Arc<Seen>,
}

#[async_trait::async_trait]
impl S3Access for Access {
    async fn check(&self, request: &mut S3AccessContext<'_>) -> S3Result<()> {
        self.seen.requests.fetch_add(1, Relaxed);
        let length =
            request.headers().get("content-length").and_then(|length| length.to_str().ok()?.parse().ok());
        self.seen.bytes.fetch_add(length.unwrap_or(0), Relaxed);
        tokio::time::sleep(Duration::from_millis(self.seen.milliseconds.load(Relaxed))).await;
        if !self.seen.answers() {
            return Err(s3_error!(ServiceUnavailable, "this server is broken"));
        }
        let asks = request.s3_op().name();
        let looks = ["Get", "Head", "List"].iter().any(|verb| asks.starts_with(verb));
        if request.credentials().is_none() || self.allows == Allows::ReadingOnly && !looks {
            return Err(s3_error!(AccessDenied, "not allowed to this key"));
        }
        if self.allows == Allows::Removing && !looks && !asks.starts_with("Delete") {
            let full = S3ErrorCode::Custom("QuotaExceeded".into());
            return Err(S3Error::with_message(full, "the storage is full"));
        }
        Ok(())
    }
}
