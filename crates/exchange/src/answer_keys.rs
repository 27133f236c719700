//! The sealing keys that this device gave to others: finding the one that was used, and destroying those that
//! were replaced.

use chrono::{DateTime, Utc};

use crate::entry::EntryKey;
use crate::exchange::Exchange;
use crate::home::Step;
use crate::sealing_key::{KeyId, SealingSecret};
use crate::signing_key::DeviceKey;

impl Exchange {
    pub(crate) fn secret(&self, id: KeyId) -> Option<SealingSecret> {
        if self.me.card.public().id() == id {
            return Some(self.me.card.clone());
        }
        let given = self.peers.values().flat_map(|peer| &peer.given);
        given.into_iter().find(|given| given.id == id).map(|given| given.secret.clone())
    }

    /// Destroys the keys that a device replaced by using a newer one. If an earlier envelope is still
    /// missing, they are kept for a term, because that envelope may have been sealed with one of them.
    pub(crate) fn retire_keys(&mut self, device: &DeviceKey, used: KeyId, now: DateTime<Utc>) {
        let Some(peer) = self.peers.get_mut(device) else { return };
        if let Some(place) = peer.given.iter().position(|given| given.id == used) {
            for given in &mut peer.given[..place] {
                given.replaced.get_or_insert(now);
            }
        }
        let whole = peer.missing.is_empty();
        peer.given.retain(|given| given.replaced.is_none() || !whole && !given.is_over(now));
    }

    /// Destroys the keys whose term has passed, also for devices that no longer send anything.
    pub(crate) fn destroy_old_keys(&mut self, now: DateTime<Utc>, step: &mut Step) {
        for (device, peer) in &mut self.peers {
            let before = peer.given.len();
            peer.given.retain(|given| !given.is_over(now));
            if peer.given.len() < before {
                step.put(EntryKey::Peer(*device), peer);
            }
        }
    }
}
