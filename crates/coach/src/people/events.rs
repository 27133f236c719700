//! What happened in the exchange that a person should know, until she has seen it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use exchange::{Notice, PersonKey};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::{Batch, Shelf};

use crate::changed::{Changed, Topic};
use crate::desk::Desk;
use crate::error::CoachError;
use crate::message::Message;
use crate::outside::day;

const KEY: &[u8] = b"events";
/// The most that are kept.
const MOST: usize = 30;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Event {
    /// When it was noticed.
    pub at: DateTime<Utc>,
    /// What.
    pub message: Message,
}

impl Desk {
    /// What happened and was not looked at yet, the latest first.
    pub fn events(&self) -> Result<Vec<Event>, CoachError> {
        let bytes = self.vault.get(Shelf::Settings, KEY)?;
        Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
    }

    /// Everything was looked at.
    pub fn events_seen(&mut self) -> Result<Changed, CoachError> {
        self.keep_events(&[])?;
        Ok(Changed { topics: vec![Topic::People], message: None })
    }

    /// Remembers that something happened; the same thing once a day.
    pub(crate) fn happened(&mut self, message: Message) -> Result<(), CoachError> {
        let (at, mut events) = ((self.outside.now)(), self.events()?);
        let same = |event: &Event| event.message == message && day(event.at) == day(at);
        if events.iter().any(same) {
            return Ok(());
        }
        events.insert(0, Event { at, message });
        events.truncate(MOST);
        self.keep_events(&events)
    }

    /// Remembers what of a step's notices a person should know.
    pub(crate) fn notice(&mut self, notices: &[Notice]) -> Result<(), CoachError> {
        for notice in notices {
            let (id, person) = match notice {
                Notice::NewDevice { person } => ("event-new-device", person),
                Notice::ChainBroken { person } => ("event-chain-broken", person),
                Notice::KeysChanged { person, .. } => ("event-keys-changed", person),
                Notice::AskedAgain { from, .. } => ("event-lost", from),
                _ => continue,
            };
            let message = Message { id: id.to_owned(), args: self.named(person)? };
            self.happened(message)?;
        }
        Ok(())
    }

    fn named(&mut self, person: &PersonKey) -> Result<BTreeMap<String, String>, CoachError> {
        let exchange = self.exchange()?;
        let own = (exchange.person() == *person).then(|| exchange.member().name);
        let name = own.or_else(|| exchange.contact(person).map(|contact| contact.name.clone()));
        Ok(BTreeMap::from([("name".to_owned(), name.unwrap_or_default())]))
    }

    fn keep_events(&self, events: &[Event]) -> Result<(), CoachError> {
        let mut batch = Batch::default();
        let bytes = serde_json::to_vec(events).map_err(|_| CoachError::AccountDamaged)?;
        batch.put(Shelf::Settings, KEY, &bytes);
        Ok(self.vault.commit(batch)?)
    }
}
