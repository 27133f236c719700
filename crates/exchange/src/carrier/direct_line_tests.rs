//! Tests with two lines on one computer, over 127.0.0.1 alone.

use std::sync::atomic::{AtomicU32, Ordering};

use iroh::address_lookup::MemoryLookup;
use tempfile::TempDir;

use super::*;

struct End {
    line: DirectLine,
    device: DeviceKey,
    rung: Arc<AtomicU32>,
    _tray: TempDir,
}

fn end(seed: u8) -> End {
    let (tray, rung) = (tempfile::tempdir().unwrap(), Arc::new(AtomicU32::new(0)));
    let secret = DeviceSecret::from_bytes(&[seed; 32]);
    let options = LineOptions { only_here: true, ..LineOptions::default() };
    let bell = rung.clone();
    let bell: ArrivalBell = Arc::new(move || {
        bell.fetch_add(1, Ordering::SeqCst);
    });
    let line = DirectLine::open(&secret, &options, tray.path(), bell).unwrap();
    End { line, device: secret.public(), rung, _tray: tray }
}

impl End {
    /// Tells this end the address of another, as mDNS would.
    fn learns_of(&self, other: &Self) {
        let there = EndpointAddr::new(EndpointId::from_bytes(&other.device.0).unwrap());
        let sockets = other.line.0.endpoint.bound_sockets();
        let known = MemoryLookup::from_endpoint_info([
            there.with_addrs(sockets.into_iter().map(iroh::TransportAddr::Ip))
        ]);
        self.line.0.endpoint.address_lookup().unwrap().add(known);
    }

    fn admits(&self, others: &[&Self]) {
        self.line.admit(others.iter().map(|other| other.device).collect(), false);
    }

    fn in_tray(&self) -> Vec<Vec<u8>> {
        let tray = self.line.tray();
        let names = tray.list(&self.device).unwrap();
        names.iter().map(|name| tray.get(&self.device, name).unwrap().unwrap()).collect()
    }
}

/// Returns Anna and Bram, who know each other's device and address.
fn two_ends() -> (End, End) {
    let (anna, bram) = (end(1), end(2));
    anna.learns_of(&bram);
    bram.learns_of(&anna);
    anna.admits(&[&bram]);
    bram.admits(&[&anna]);
    (anna, bram)
}

#[test]
fn an_envelope_is_saved_in_the_other_tray_and_rings_the_bell() {
    let (anna, bram) = two_ends();
    assert_eq!(anna.line.reachable([bram.device]), [bram.device].into());
    let long = vec![7; 3 * 1024 * 1024];
    anna.line.put(&bram.device, long.clone()).unwrap();
    bram.line.put(&anna.device, b"back".to_vec()).unwrap();
    assert_eq!(bram.in_tray(), [long]);
    assert_eq!(anna.in_tray(), [b"back".to_vec()]);
    assert_eq!(bram.rung.load(Ordering::SeqCst), 1);
}

#[test]
fn an_envelope_that_comes_twice_is_saved_once() {
    let (anna, bram) = two_ends();
    anna.line.put(&bram.device, b"same".to_vec()).unwrap();
    anna.line.close_connections();
    anna.line.put(&bram.device, b"same".to_vec()).unwrap();
    assert_eq!(bram.in_tray().len(), 1);
}

#[test]
fn a_device_that_is_not_admitted_delivers_nothing_and_an_expected_stranger_little() {
    let (anna, bram) = two_ends();
    bram.admits(&[]);
    assert!(anna.line.reachable([bram.device]).is_empty());
    assert_eq!(anna.line.put(&bram.device, b"hello".to_vec()), Err(LineError::NotReached));

    bram.line.admit(BTreeSet::new(), true);
    assert_eq!(anna.line.put(&bram.device, vec![7; 20 * 1024]), Err(LineError::NotReached));
    for number in 0..8 {
        anna.line.put(&bram.device, vec![number; 1024]).unwrap();
    }
    assert_eq!(anna.line.put(&bram.device, vec![8; 1024]), Err(LineError::NotReached));
    assert_eq!(bram.in_tray().len(), 8);
}

#[test]
fn a_device_that_is_away_delays_the_caller_a_few_seconds_at_most() {
    let (anna, bram) = two_ends();
    let begun = std::time::Instant::now();
    let nowhere = DeviceSecret::from_bytes(&[9; 32]).public();
    assert_eq!(anna.line.reachable([nowhere, bram.device]), [bram.device].into());
    drop(bram.line);
    assert_eq!(anna.line.put(&bram.device, b"hello".to_vec()), Err(LineError::NotReached));
    assert!(begun.elapsed() < 3 * TO_REACH);
}

#[test]
fn bytes_longer_than_an_envelope_are_neither_sent_nor_read() {
    let (anna, bram) = two_ends();
    assert_eq!(anna.line.put(&bram.device, vec![0; MAX_ENVELOPE_BYTES + 1]), Err(LineError::TooLarge));
    // A modified program may send more than an envelope can have.
    let too_long = vec![0; MAX_ENVELOPE_BYTES + 1];
    let line = anna.line.clone();
    let to = bram.device;
    let tried = anna.line.start(async move { line.hand_over(to, too_long, 4 * TO_REACH).await });
    assert_eq!(tried.unwrap().recv().unwrap(), Err(LineError::NotReached));
    assert!(bram.in_tray().is_empty());
}

#[test]
fn a_relay_address_needs_https_and_has_no_password() {
    for text in ["https://relay.example.nl", " https://relay.example.nl:8443/ ", "http://127.0.0.1:3340"] {
        text.parse::<RelayAddress>().unwrap_or_else(|error| panic!("{text}: {error}"));
    }
    for text in
        ["", "relay", "http://relay.example.nl", "https://a:b@relay.example.nl", "ftp://relay.example.nl"]
    {
        assert!(matches!(text.parse::<RelayAddress>(), Err(LineError::NotARelay { .. })), "{text}");
    }
}
