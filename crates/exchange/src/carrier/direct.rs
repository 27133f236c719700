//! A direct line: two devices in one room find each other by mDNS, or meet at the organisation's own relay, and
//! hand each other the same sealed envelopes that a mailbox carries.
//!
//! A line reaches whoever is there now and keeps nothing for later: what cannot be handed over waits where it
//! was, or goes to a mailbox. What others hand over is laid in a tray, a mailbox on this computer's own disk,
//! before it is acknowledged, so that it outlives this program.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::future::Future;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::str::FromStr;
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use iroh::address_lookup::AddrFilter;
use iroh::dns::{DnsResolver, FallbackMode};
use iroh::endpoint::{Connection, QuicTransportConfig, VarInt, presets};
use iroh::{Endpoint, EndpointAddr, EndpointId, RelayMode, RelayUrl, SecretKey};
use iroh_mdns_address_lookup::MdnsAddressLookup;
use thiserror::Error;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use super::listening::{self, Guests, TAKEN, Tray};
use super::mailbox::Mailbox;
use crate::key::DeviceSecret;
use crate::{DeviceKey, MOST_BYTES};

/// What the two ends call what they speak. Its number is that of this arrangement (docs/direct-line.md).
pub(super) const PROTOCOL: &[u8] = b"kring/1";
/// How long a device may take to be found and to answer.
const TO_REACH: Duration = Duration::from_secs(5);
/// How many bytes a second the slowest line carries that is worth waiting for.
const SLOWEST: u64 = 256 * 1024;
/// How long the others are given to hear that this line is closed.
const TO_HANG_UP: Duration = Duration::from_millis(500);

/// A bell that rings when something was laid in the tray.
pub type Bell = Arc<dyn Fn() + Send + Sync>;

/// How a line looks for others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Says in the local network that this device is there, and looks who else is (mDNS). Whoever is in the same
    /// network can see the device's key and its address.
    pub in_the_room: bool,
    /// The organisation's own relay; no other is ever used.
    pub relay: Option<Relay>,
    /// Stays on this computer: for tests.
    pub only_here: bool,
}

/// The address of a relay. It carries what it cannot read, from the one device to the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relay(RelayUrl);

impl FromStr for Relay {
    type Err = LineError;

    fn from_str(text: &str) -> Result<Self, LineError> {
        let not_one = || LineError::NotARelay { text: text.trim().to_owned() };
        let url: RelayUrl = text.trim().parse().map_err(|_| not_one())?;
        let secure = url.scheme() == "https" || super::storage::is_this_computer(&url);
        let plain = url.username().is_empty() && url.password().is_none() && url.query().is_none();
        if secure && plain && url.host_str().is_some() { Ok(Self(url)) } else { Err(not_one()) }
    }
}

impl fmt::Display for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Why there is no direct line, or why it did not carry. The faces say it under `error-<code>`.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LineError {
    /// The text is no address of a relay: one begins with https.
    #[error("{text} is not the address of a relay")]
    NotARelay {
        /// What was given.
        text: String,
    },
    /// The device is not there now, or does not let this one in.
    #[error("the device cannot be reached now")]
    NotReached,
    /// It is more than an envelope may hold.
    #[error("the envelope is too large")]
    TooLarge,
    /// This computer gives no line at all.
    #[error("there can be no direct line: {detail}")]
    NoLine {
        /// What the system said.
        detail: String,
    },
}

impl LineError {
    /// Every code that [`LineError::code`] gives.
    pub const CODES: &'static [&'static str] =
        &["line-not-a-relay", "line-not-reached", "line-too-large", "line-none"];

    /// The stable name of the error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotARelay { .. } => "line-not-a-relay",
            Self::NotReached => "line-not-reached",
            Self::TooLarge => "line-too-large",
            Self::NoLine { .. } => "line-none",
        }
    }

    /// What the message shows; empty where there is nothing to show.
    pub fn detail(&self) -> &str {
        match self {
            Self::NotARelay { text } => text,
            Self::NoLine { detail } => detail,
            Self::NotReached | Self::TooLarge => "",
        }
    }
}

type Result<T, E = LineError> = std::result::Result<T, E>;

/// The direct line of one device. Calls wait for the answer and may be made from any thread.
#[derive(Clone)]
pub struct Line(Arc<Inside>);

struct Inside {
    endpoint: Endpoint,
    relay: Option<RelayUrl>,
    guests: Arc<Guests>,
    tray: Mailbox,
    /// Open connections to others, until [`Line::hang_up`].
    open: Mutex<BTreeMap<DeviceKey, Connection>>,
    runtime: Option<Runtime>,
}

impl Line {
    /// Opens the line of a device. Nobody is let in before [`Line::admit`].
    pub(crate) fn open(secret: &DeviceSecret, reach: &Reach, tray: &Path, bell: Bell) -> Result<Self> {
        let device = secret.public();
        let tray = Tray::new(tray, device).map_err(|error| no_line(&error))?;
        let mailbox = tray.mailbox().map_err(|error| no_line(&error))?;
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .max_blocking_threads(4)
            .thread_name("line")
            .enable_all()
            .build()
            .map_err(|error| no_line(&error))?;
        // The device's own key is the key of the line, so that whoever knows the device finds it and nobody
        // else can stand in for it. A signature made for the one cannot serve as the other: TLS signs what
        // begins with 64 spaces (RFC 8446, 4.4.3), a relay's greeting is 16 or 32 bytes that a hash gave, and
        // all that Kring signs begins with the name of its purpose.
        let secret = SecretKey::from_bytes(secret.for_the_vault());
        let relay = reach.relay.clone().map(|Relay(url)| url);
        let endpoint = wait(&runtime, bind(secret, reach.clone()))?.map_err(|error| no_line(&error))?;
        let guests = Arc::new(Guests::default());
        runtime.spawn(listening::listen(endpoint.clone(), guests.clone(), Arc::new(tray), bell));
        let open = Mutex::default();
        Ok(Self(Arc::new(Inside { endpoint, relay, guests, tray: mailbox, open, runtime: Some(runtime) })))
    }

    /// Lets these devices in, and no others. `strangers`: somebody who is not known yet may answer an invitation;
    /// until the next call a few of them, and with little.
    pub fn admit(&self, devices: BTreeSet<DeviceKey>, strangers: bool) {
        self.0.guests.admit(devices, strangers);
    }

    /// Which of some devices are there now and let this one in.
    pub fn reached(&self, devices: impl IntoIterator<Item = DeviceKey>) -> BTreeSet<DeviceKey> {
        // All are called at once: whoever is away keeps nobody waiting longer than the others do.
        let calls: Vec<_> = devices
            .into_iter()
            .map(|device| {
                let line = self.clone();
                (device, self.start(async move { line.hand_over(device, Vec::new(), TO_REACH).await }))
            })
            .collect();
        let answers = calls
            .into_iter()
            .filter(|(_, answer)| answer.as_ref().is_some_and(|answer| matches!(answer.recv(), Ok(Ok(())))));
        answers.map(|(device, _)| device).collect()
    }

    /// Hands an envelope to a device: it lies in the tray there, on the disk, when this returns.
    pub fn put(&self, device: &DeviceKey, bytes: Vec<u8>) -> Result<()> {
        if bytes.len() > MOST_BYTES {
            return Err(LineError::TooLarge);
        }
        let (line, device) = (self.clone(), *device);
        let patience = TO_REACH + Duration::from_secs(bytes.len() as u64 / SLOWEST);
        let answer = self.start(async move { line.hand_over(device, bytes, patience).await });
        answer.and_then(|answer| answer.recv().ok()).ok_or(LineError::NotReached)?
    }

    /// Where what others handed over lies until it is taken away: a mailbox of this device.
    pub fn tray(&self) -> &Mailbox {
        &self.0.tray
    }

    /// Ends the calls that stand open.
    pub fn hang_up(&self) {
        let open = std::mem::take(&mut *self.0.open.lock().unwrap_or_else(PoisonError::into_inner));
        open.values().for_each(|connection| connection.close(VarInt::from_u32(0), b""));
    }

    /// Hands something over on a call that stands open, or on a new one. Nothing at all is a knock.
    async fn hand_over(&self, device: DeviceKey, bytes: Vec<u8>, patience: Duration) -> Result<()> {
        let all = async {
            let connection = self.call(device).await?;
            let (mut send, mut receive) = connection.open_bi().await.ok()?;
            send.write_all(&(bytes.len() as u32).to_be_bytes()).await.ok()?;
            send.write_all(&bytes).await.ok()?;
            send.finish().ok()?;
            let mut answer = [0];
            receive.read_exact(&mut answer).await.ok()?;
            Some(answer[0])
        };
        let answer = timeout(patience, all).await.ok().flatten();
        if answer.is_none() {
            // Whoever went away without a word is called anew the next time.
            self.lines().remove(&device);
        }
        if answer == Some(TAKEN) { Ok(()) } else { Err(LineError::NotReached) }
    }

    async fn call(&self, device: DeviceKey) -> Option<Connection> {
        let open = self.lines().get(&device).cloned();
        if let Some(open) = open.filter(|connection| connection.close_reason().is_none()) {
            return Some(open);
        }
        let mut there = EndpointAddr::new(EndpointId::from_bytes(&device.0).ok()?);
        if let Some(relay) = &self.0.relay {
            there = there.with_relay_url(relay.clone());
        }
        let connection = self.0.endpoint.connect(there, PROTOCOL).await.ok()?;
        self.lines().insert(device, connection.clone());
        Some(connection)
    }

    fn lines(&self) -> std::sync::MutexGuard<'_, BTreeMap<DeviceKey, Connection>> {
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn start<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Option<std::sync::mpsc::Receiver<T>> {
        self.0.runtime.as_ref().map(|runtime| start(runtime, work))
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        let Some(runtime) = self.runtime.take() else { return };
        let endpoint = self.endpoint.clone();
        // Otherwise the others would go on for half a minute before they noticed. Bounded: whoever does not
        // answer is not waited for.
        let _ = start(&runtime, async move { endpoint.close().await }).recv_timeout(TO_HANG_UP);
        runtime.shutdown_background();
    }
}

async fn bind(secret: SecretKey, reach: Reach) -> std::result::Result<Endpoint, String> {
    let described = |error: &dyn fmt::Display| error.to_string();
    let limits = QuicTransportConfig::builder()
        .max_concurrent_bidi_streams(VarInt::from_u32(listening::AT_ONCE))
        .max_concurrent_uni_streams(VarInt::from_u32(0))
        .datagram_receive_buffer_size(None)
        .build();
    // Iroh would ask public name servers where the system's own do not answer.
    let names = DnsResolver::builder().with_system_defaults().with_fallback_mode(FallbackMode::Never).build();
    let mut builder = Endpoint::builder(presets::Minimal)
        .secret_key(secret)
        .alpns(vec![PROTOCOL.to_vec()])
        .transport_config(limits)
        .dns_resolver(names)
        .relay_mode(reach.relay.map_or(RelayMode::Disabled, |Relay(url)| RelayMode::custom([url])));
    if reach.in_the_room {
        // The name under which any program with iroh is found: the network need not learn that this one is
        // Kring, nor which organisation's relay it uses.
        builder = builder.address_lookup(MdnsAddressLookup::builder().addr_filter(AddrFilter::ip_only()));
    }
    if reach.only_here {
        let here = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        builder = builder.clear_ip_transports().bind_addr(here).map_err(|error| described(&error))?;
    }
    builder.bind().await.map_err(|error| described(&error))
}

/// Begins work without `block_on`, which panics where the caller has a runtime of its own.
fn start<T: Send + 'static>(
    runtime: &Runtime,
    work: impl Future<Output = T> + Send + 'static,
) -> std::sync::mpsc::Receiver<T> {
    let (tell, outcome) = sync_channel(1);
    runtime.spawn(async move {
        // Nobody is there to hear it only if the caller's thread is gone.
        let _ = tell.send(work.await);
    });
    outcome
}

fn wait<T: Send + 'static>(runtime: &Runtime, work: impl Future<Output = T> + Send + 'static) -> Result<T> {
    start(runtime, work).recv().map_err(|error| no_line(&error))
}

fn no_line(error: &dyn fmt::Display) -> LineError {
    LineError::NoLine { detail: error.to_string() }
}

#[cfg(test)]
#[path = "relay_tests.rs"]
mod relay_tests;
#[cfg(test)]
#[path = "direct_tests.rs"]
mod tests;
