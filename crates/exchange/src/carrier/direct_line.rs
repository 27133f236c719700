//! The direct line: two devices in one room find each other by mDNS, or meet at the organisation's own relay,
//! and give each other the same sealed envelopes that a mailbox carries.
//!
//! A line reaches only devices that are online, and stores nothing for later. An envelope that cannot be
//! delivered waits where it was, or goes to a mailbox. Everything that other devices hand over is saved in a
//! tray, a mailbox on this computer's own disk, before it is acknowledged, so that it survives the end of
//! this program.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::future::Future;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use iroh::address_lookup::AddrFilter;
use iroh::dns::{DnsResolver, FallbackMode};
use iroh::endpoint::{Connection, QuicTransportConfig, VarInt, presets};
use iroh::{Endpoint, EndpointAddr, EndpointId, RelayMode, RelayUrl, SecretKey};
use iroh_mdns_address_lookup::MdnsAddressLookup;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use super::guests::Guests;
use super::line_error::LineError;
use super::line_options::{LineOptions, RelayAddress};
use super::listener::{self, ACCEPTED};
use super::mailbox::Mailbox;
use super::tray::{ArrivalBell, Tray};
use crate::header::MAX_ENVELOPE_BYTES;
use crate::signing_key::{DeviceKey, DeviceSecret};

/// The protocol name. Its number is the version of the protocol (docs/direct-line.md).
pub(super) const PROTOCOL: &[u8] = b"kring/1";
/// The time in which a device must be found and must answer.
const TO_REACH: Duration = Duration::from_secs(5);
/// The slowest line in bytes a second for which the sender waits.
const SLOWEST: u64 = 256 * 1024;
/// The time that other devices get to notice that this line is closed.
const TO_HANG_UP: Duration = Duration::from_millis(500);

type Result<T, E = LineError> = std::result::Result<T, E>;

/// The direct line of one device. Calls wait for the answer and may be made from any thread.
#[derive(Clone)]
pub struct DirectLine(Arc<Inside>);

struct Inside {
    endpoint: Endpoint,
    relay: Option<RelayUrl>,
    guests: Arc<Guests>,
    tray: Mailbox,
    /// The open connections to other devices, until [`DirectLine::close_connections`].
    open: Mutex<BTreeMap<DeviceKey, Connection>>,
    runtime: Option<Runtime>,
}

impl DirectLine {
    /// Opens the line of a device. No device is let in before [`DirectLine::admit`].
    pub(crate) fn open(
        secret: &DeviceSecret,
        options: &LineOptions,
        tray: &Path,
        bell: ArrivalBell,
    ) -> Result<Self> {
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
        // The device's own key is the key of the line, so that everybody who knows the device finds it and
        // nobody else can take its place. A signature for one use is never valid for the other: TLS signs
        // bytes that begin with 64 spaces (RFC 8446, 4.4.3), the greeting to a relay is 16 or 32 bytes of a
        // hash, and everything that Kring signs begins with the name of its purpose.
        let secret = SecretKey::from_bytes(secret.expose_seed());
        let relay = options.relay.clone().map(|RelayAddress(url)| url);
        let endpoint = wait(&runtime, bind(secret, options.clone()))?.map_err(|error| no_line(&error))?;
        let guests = Arc::new(Guests::default());
        runtime.spawn(listener::listen(endpoint.clone(), guests.clone(), Arc::new(tray), bell));
        let open = Mutex::default();
        Ok(Self(Arc::new(Inside { endpoint, relay, guests, tray: mailbox, open, runtime: Some(runtime) })))
    }

    /// Lets these devices in, and no others. `strangers` says that somebody who is not known yet may answer
    /// an invitation; then a few small envelopes of strangers are accepted until the next call.
    pub fn admit(&self, devices: BTreeSet<DeviceKey>, strangers: bool) {
        self.0.guests.admit(devices, strangers);
    }

    /// Returns those of the given devices that are online and let this one in.
    pub fn reachable(&self, devices: impl IntoIterator<Item = DeviceKey>) -> BTreeSet<DeviceKey> {
        // All devices are called at once, so that one that is away delays nothing more than the others do.
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

    /// Delivers an envelope to a device. When this returns, the envelope is in the tray on that device's
    /// disk.
    pub fn put(&self, device: &DeviceKey, bytes: Vec<u8>) -> Result<()> {
        if bytes.len() > MAX_ENVELOPE_BYTES {
            return Err(LineError::TooLarge);
        }
        let (line, device) = (self.clone(), *device);
        let patience = TO_REACH + Duration::from_secs(bytes.len() as u64 / SLOWEST);
        let answer = self.start(async move { line.hand_over(device, bytes, patience).await });
        answer.and_then(|answer| answer.recv().ok()).ok_or(LineError::NotReached)?
    }

    /// Returns the mailbox of this device that holds what others handed over, until it is removed.
    pub fn tray(&self) -> &Mailbox {
        &self.0.tray
    }

    /// Closes the open connections.
    pub fn close_connections(&self) {
        let open = std::mem::take(&mut *self.0.open.lock().unwrap_or_else(PoisonError::into_inner));
        open.values().for_each(|connection| connection.close(VarInt::from_u32(0), b""));
    }

    /// Sends bytes over an open connection, or over a new one. A message without bytes is a knock.
    pub(super) async fn hand_over(
        &self,
        device: DeviceKey,
        bytes: Vec<u8>,
        patience: Duration,
    ) -> Result<()> {
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
            // The device may have gone offline without closing the connection, so the next call opens a new
            // one.
            self.lines().remove(&device);
        }
        if answer == Some(ACCEPTED) { Ok(()) } else { Err(LineError::NotReached) }
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

    pub(super) fn start<T: Send + 'static>(
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
        // Without this the other devices would notice the end only after half a minute. The wait is short, so
        // that a device that does not answer delays nothing.
        let _ = start(&runtime, async move { endpoint.close().await }).recv_timeout(TO_HANG_UP);
        runtime.shutdown_background();
    }
}

async fn bind(secret: SecretKey, options: LineOptions) -> std::result::Result<Endpoint, String> {
    let described = |error: &dyn fmt::Display| error.to_string();
    let limits = QuicTransportConfig::builder()
        .max_concurrent_bidi_streams(VarInt::from_u32(listener::AT_ONCE))
        .max_concurrent_uni_streams(VarInt::from_u32(0))
        .datagram_receive_buffer_size(None)
        .build();
    // Otherwise iroh would ask public name servers if the system's own do not answer.
    let names = DnsResolver::builder().with_system_defaults().with_fallback_mode(FallbackMode::Never).build();
    let mut builder = Endpoint::builder(presets::Minimal)
        .secret_key(secret)
        .alpns(vec![PROTOCOL.to_vec()])
        .transport_config(limits)
        .dns_resolver(names)
        .relay_mode(options.relay.map_or(RelayMode::Disabled, |RelayAddress(url)| RelayMode::custom([url])));
    if options.in_the_room {
        // Every program that uses iroh announces itself under this name. The network must not learn that this
        // one is Kring, or which organisation's relay it uses.
        builder = builder.address_lookup(MdnsAddressLookup::builder().addr_filter(AddrFilter::ip_only()));
    }
    if options.only_here {
        let here = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        builder = builder.clear_ip_transports().bind_addr(here).map_err(|error| described(&error))?;
    }
    builder.bind().await.map_err(|error| described(&error))
}

/// Starts work without `block_on`, which panics if the caller has a runtime of its own.
fn start<T: Send + 'static>(
    runtime: &Runtime,
    work: impl Future<Output = T> + Send + 'static,
) -> std::sync::mpsc::Receiver<T> {
    let (tell, outcome) = sync_channel(1);
    runtime.spawn(async move {
        // This fails only if the caller's thread is gone, and then nobody waits for the answer.
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
#[path = "direct_line_tests.rs"]
mod tests;
