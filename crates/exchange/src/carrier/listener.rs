//! The receiving end of a direct line.

use std::sync::Arc;
use std::time::Duration;

use iroh::Endpoint;
use iroh::endpoint::{Connection, Incoming, RecvStream, VarInt};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::guests::Guests;
use super::tray::{ArrivalBell, Tray};
use crate::signing_key::DeviceKey;

/// The answer to bytes that are now in the tray.
pub(super) const ACCEPTED: u8 = 1;
/// The answer to bytes that are not accepted, or for which there is no room.
const REJECTED: u8 = 0;
/// The most envelopes that one device may send at once.
pub(super) const AT_ONCE: u32 = 2;
/// The most envelopes that are read, and so are in memory, at once from all devices together.
const READ_AT_ONCE: usize = 4;
/// The most connections that are open at once.
const MOST_CALLS: usize = 64;
/// The time in which a caller must prove who it is.
const TO_GREET: Duration = Duration::from_secs(5);
/// The time after which a silent connection is closed.
const TO_SAY_MORE: Duration = Duration::from_secs(60);
/// The time in which an envelope must arrive.
const TO_COME: Duration = Duration::from_secs(150);

/// Accepts connections until the line is closed.
pub(super) async fn listen(endpoint: Endpoint, guests: Arc<Guests>, tray: Arc<Tray>, bell: ArrivalBell) {
    let calls = Arc::new(Semaphore::new(MOST_CALLS));
    let reading = Arc::new(Semaphore::new(READ_AT_ONCE));
    while let Some(incoming) = endpoint.accept().await {
        let Ok(place) = calls.clone().try_acquire_owned() else {
            incoming.refuse();
            continue;
        };
        let (guests, tray, bell, reading) = (guests.clone(), tray.clone(), bell.clone(), reading.clone());
        tokio::spawn(async move {
            serve_caller(incoming, &guests, &tray, &bell, &reading).await;
            drop(place);
        });
    }
}

async fn serve_caller(
    incoming: Incoming,
    guests: &Guests,
    tray: &Arc<Tray>,
    bell: &ArrivalBell,
    reading: &Semaphore,
) {
    let Ok(greeting) = incoming.accept() else { return };
    let Ok(Ok(connection)) = timeout(TO_GREET, greeting).await else { return };
    // TLS proved that the caller has this key.
    let caller = DeviceKey(*connection.remote_id().as_bytes());
    if guests.allowance(&caller).is_some() {
        while let Some(()) = receive_one(&connection, caller, guests, tray, bell, reading).await {}
    }
    connection.close(VarInt::from_u32(0), b"");
}

/// Receives one envelope, or a knock. Returns `None` at the end of the connection.
async fn receive_one(
    connection: &Connection,
    caller: DeviceKey,
    guests: &Guests,
    tray: &Arc<Tray>,
    bell: &ArrivalBell,
    reading: &Semaphore,
) -> Option<()> {
    let (mut send, mut receive) = timeout(TO_SAY_MORE, connection.accept_bi()).await.ok()?.ok()?;
    let most = guests.allowance(&caller)?;
    let read = async {
        let _place = reading.acquire().await.ok()?;
        let bytes = read(&mut receive, most).await?;
        Some(take(bytes, caller, guests, tray).await)
    };
    let (answer, saved) = timeout(TO_COME, read).await.ok()??;
    send.write_all(&[answer]).await.ok()?;
    send.finish().ok()?;
    if saved {
        bell();
    }
    Some(())
}

/// Reads the length and as many bytes.
async fn read(receive: &mut RecvStream, most: usize) -> Option<Vec<u8>> {
    let mut length = [0; 4];
    receive.read_exact(&mut length).await.ok()?;
    let length = u32::from_be_bytes(length) as usize;
    if length > most {
        return None;
    }
    // The buffer grows as bytes arrive, so that an announced length alone takes no memory.
    let bytes = receive.read_to_end(length).await.ok()?;
    (bytes.len() == length).then_some(bytes)
}

async fn take(bytes: Vec<u8>, caller: DeviceKey, guests: &Guests, tray: &Arc<Tray>) -> (u8, bool) {
    let tray = tray.clone();
    if bytes.is_empty() {
        let room = tokio::task::spawn_blocking(move || tray.has_room(0)).await;
        return (if matches!(room, Ok(Ok(true))) { ACCEPTED } else { REJECTED }, false);
    }
    if !guests.count(&caller) {
        return (REJECTED, false);
    }
    let saved = tokio::task::spawn_blocking(move || tray.save(&bytes)).await;
    if matches!(saved, Ok(Ok(()))) { (ACCEPTED, true) } else { (REJECTED, false) }
}
