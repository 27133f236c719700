//! Tests with two lines that know nothing of each other but the organisation's relay. The relay is real and
//! runs on this computer.

use iroh_relay::server::{RelayConfig, Server, ServerConfig};
use tempfile::TempDir;

use super::*;

/// The most calls to a device that may not have reached the relay yet.
const CALLS: usize = 12;

struct RelayServer {
    server: Server,
    /// The runtime that the relay needs as long as it runs.
    _runtime: Runtime,
}

impl RelayServer {
    fn start() -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let mut config = ServerConfig::default();
        config.relay = Some(RelayConfig::new((Ipv4Addr::LOCALHOST, 0)));
        let server = wait(&runtime, Server::spawn(config)).unwrap().unwrap();
        Self { server, _runtime: runtime }
    }

    fn address(&self) -> RelayAddress {
        format!("http://{}", self.server.http_addr().unwrap()).parse().unwrap()
    }

    /// Returns the number of packets that the relay carried.
    fn carried(&self) -> u64 {
        self.server.metrics().server.send_packets_sent.get()
    }
}

fn line(seed: u8, relay: Option<RelayAddress>) -> (DirectLine, DeviceKey, TempDir) {
    let (secret, tray) = (DeviceSecret::from_bytes(&[seed; 32]), tempfile::tempdir().unwrap());
    let options = LineOptions { relay, only_here: true, in_the_room: false };
    let line = DirectLine::open(&secret, &options, tray.path(), Arc::new(|| ())).unwrap();
    (line, secret.public(), tray)
}

#[test]
fn two_devices_exchange_envelopes_through_the_relay_alone() {
    let relay = RelayServer::start();
    let (anna, annas, _tray) = line(1, Some(relay.address()));
    let (bram, brams, _brams_tray) = line(2, Some(relay.address()));
    anna.admit([brams].into(), false);
    bram.admit([annas].into(), false);
    let delivered = (0..CALLS).any(|_| anna.put(&brams, b"sealed".to_vec()).is_ok());
    assert!(delivered, "Bram was not reached");
    let names = bram.tray().list(&brams).unwrap();
    assert_eq!(
        names.iter().map(|name| bram.tray().get(&brams, name).unwrap().unwrap()).collect::<Vec<_>>(),
        [b"sealed"]
    );
    assert!(relay.carried() > 0);
}

#[test]
fn a_device_that_does_not_use_the_relay_is_not_reached() {
    let relay = RelayServer::start();
    let (anna, annas, _tray) = line(1, Some(relay.address()));
    let (bram, brams, _brams_tray) = line(2, None);
    anna.admit([brams].into(), false);
    bram.admit([annas].into(), false);
    assert_eq!(anna.put(&brams, b"sealed".to_vec()), Err(LineError::NotReached));
    assert!(bram.tray().list(&brams).unwrap().is_empty());
}
