//! An unreliable store for mailboxes.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use exchange::{DeviceKey, Outgoing};

use crate::chance::Chance;

/// The requests to the store, for `docs/scale.md`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The number of listings.
    pub lists: u64,
    /// The number of objects that were read.
    pub gets: u64,
    /// The number of objects that were written.
    pub puts: u64,
    /// The number of objects that were removed.
    pub removes: u64,
    /// The number of bytes that were written.
    pub bytes: u64,
}

impl Counts {
    pub(crate) fn add(&mut self, other: &Self) {
        self.lists += other.lists;
        self.gets += other.gets;
        self.puts += other.puts;
        self.removes += other.removes;
        self.bytes += other.bytes;
    }
}

#[derive(Clone)]
struct Object {
    bytes: Vec<u8>,
    /// The villain who made it, if nobody's program would.
    forged_by: Option<usize>,
    /// The moment from which the object is visible.
    from: DateTime<Utc>,
}

/// The text in everything that people write, which must not be readable in a store.
pub(crate) const CANARY: &str = "KANARIE";

type Boxes = BTreeMap<DeviceKey, BTreeMap<u64, Object>>;

/// Mailboxes on an unreliable store.
pub(crate) struct Store {
    boxes: Boxes,
    earlier: Option<Boxes>,
    next: u64,
    pub(crate) counts: Counts,
    /// The percentage of objects that each kind of trouble affects.
    pub(crate) trouble: usize,
    /// True if [`CANARY`] could be read in anything that was written.
    pub(crate) shows: bool,
    /// Everything that was ever put here, if somebody collects it.
    pub(crate) ever: Option<Vec<(DeviceKey, Vec<u8>)>>,
}

impl Store {
    pub(crate) fn new(trouble: usize) -> Self {
        Self {
            boxes: Boxes::new(),
            earlier: None,
            next: 0,
            counts: Counts::default(),
            trouble,
            shows: false,
            ever: None,
        }
    }

    pub(crate) fn put(&mut self, outgoing: Outgoing, now: DateTime<Utc>, chance: &mut Chance) {
        self.counts.puts += 1;
        self.counts.bytes += outgoing.bytes.len() as u64;
        self.shows |= outgoing.bytes.windows(CANARY.len()).any(|part| part == CANARY.as_bytes());
        self.collect(&outgoing.to, &outgoing.bytes);
        let mut object = Object { bytes: outgoing.bytes, forged_by: None, from: now };
        if chance.happens(self.trouble) {
            // The object is lost, although the sender was told that all went well.
            return;
        }
        if chance.happens(self.trouble) {
            object.from = now + TimeDelta::hours(chance.below(200) as i64);
        }
        if chance.happens(self.trouble) {
            self.add(outgoing.to, object.clone());
        }
        if chance.happens(self.trouble) {
            let cut = chance.below(object.bytes.len());
            object.bytes.truncate(cut);
        } else if chance.happens(self.trouble) {
            let at = chance.below(object.bytes.len());
            if let Some(byte) = object.bytes.get_mut(at) {
                *byte ^= 1 << chance.below(8);
            }
        }
        self.add(outgoing.to, object);
    }

    fn collect(&mut self, to: &DeviceKey, bytes: &[u8]) {
        self.ever.iter_mut().for_each(|ever| ever.push((*to, bytes.to_vec())));
    }

    /// Puts what a villain made into a mailbox.
    pub(crate) fn put_forged(&mut self, to: DeviceKey, bytes: Vec<u8>, by: usize, now: DateTime<Utc>) {
        self.collect(&to, &bytes);
        self.add(to, Object { bytes, forged_by: Some(by), from: now });
    }

    /// Puts what somebody sent earlier into a mailbox again.
    pub(crate) fn replay(&mut self, to: DeviceKey, bytes: Vec<u8>, now: DateTime<Utc>) {
        self.add(to, Object { bytes, forged_by: None, from: now });
    }

    /// Returns the villain who made an object, if nobody's program would.
    pub(crate) fn forged_by(&self, device: &DeviceKey, name: u64) -> Option<usize> {
        self.boxes.get(device)?.get(&name)?.forged_by
    }

    /// Holds back everything in a mailbox until a moment, or loses it. Returns the number of objects.
    pub(crate) fn withhold(&mut self, device: &DeviceKey, until: Option<DateTime<Utc>>) -> usize {
        let Some(objects) = self.boxes.get_mut(device) else { return 0 };
        let count = objects.len();
        match until {
            Some(until) => objects.values_mut().for_each(|object| object.from = object.from.max(until)),
            None => objects.clear(),
        }
        count
    }

    fn add(&mut self, to: DeviceKey, object: Object) {
        self.next += 1;
        self.boxes.entry(to).or_default().insert(self.next, object);
    }

    /// Returns the names in a mailbox in random order.
    pub(crate) fn list(&mut self, device: &DeviceKey, now: DateTime<Utc>, chance: &mut Chance) -> Vec<u64> {
        self.counts.lists += 1;
        let there = self.boxes.get(device).into_iter().flatten();
        let mut names: Vec<u64> =
            there.filter(|(_, object)| object.from <= now).map(|(name, _)| *name).collect();
        for place in (1..names.len()).rev() {
            names.swap(place, chance.below(place + 1));
        }
        names
    }

    pub(crate) fn get(&mut self, device: &DeviceKey, name: u64) -> Option<Vec<u8>> {
        self.counts.gets += 1;
        self.boxes.get(device)?.get(&name).map(|object| object.bytes.clone())
    }

    pub(crate) fn remove(&mut self, device: &DeviceKey, name: u64) {
        self.counts.removes += 1;
        if let Some(objects) = self.boxes.get_mut(device) {
            objects.remove(&name);
        }
    }

    /// Harms the whole store in one of several ways.
    pub(crate) fn suffer(&mut self, chance: &mut Chance) {
        match chance.below(4) {
            0 => self.boxes.clear(),
            1 => self.earlier = Some(self.boxes.clone()),
            2 => {
                if let Some(earlier) = self.earlier.clone() {
                    self.boxes = earlier;
                }
            }
            // Two objects swap their places.
            _ => {
                let all: Vec<(DeviceKey, u64)> = self
                    .boxes
                    .iter()
                    .flat_map(|(device, objects)| objects.keys().map(move |name| (*device, *name)))
                    .collect();
                if all.len() < 2 {
                    return;
                }
                let (a, b) = (all[chance.below(all.len())], all[chance.below(all.len())]);
                let object = |place: &(DeviceKey, u64)| self.boxes.get(&place.0)?.get(&place.1).cloned();
                if let (Some(of_a), Some(of_b)) = (object(&a), object(&b)) {
                    self.boxes.entry(a.0).or_default().insert(a.1, of_b);
                    self.boxes.entry(b.0).or_default().insert(b.1, of_a);
                }
            }
        }
    }
}
