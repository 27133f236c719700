//! The events of the exchange that a person should know about. They are saved until she has seen them.

use std::collections::BTreeMap;

use dossier::DossierId;
use exchange::{Notice, PersonKey};
use vault::Batch;

use crate::changed::Changed;
use crate::desk::Desk;
use crate::desk::setting::{Setting, SettingError, SettingName};
use crate::environment::day;
use crate::error::CoachError;
use crate::message::Message;
use crate::people::views::Event;

/// The events as the vault stores them, the latest first.
pub(crate) const EVENTS: Setting<Vec<Event>> = Setting::json(SettingName::Events);
/// The maximum number of events that are saved.
const MOST: usize = 30;

impl Desk {
    /// Returns the events that have not been seen yet, the latest first.
    pub fn events(&self) -> Result<Vec<Event>, CoachError> {
        Ok(EVENTS.read(self.vault())?.unwrap_or_default())
    }

    /// Returns the same events for a view that must not fail. If the list is damaged, one event in its
    /// place reports that.
    pub(crate) fn events_to_show(&self) -> Result<Vec<Event>, CoachError> {
        match EVENTS.read(self.vault()) {
            Err(SettingError::Damaged(name)) => Ok(vec![self.list_damaged(name)]),
            read => Ok(read?.unwrap_or_default()),
        }
    }

    /// Removes the events, because the coach has seen them.
    pub fn events_seen(&mut self) -> Result<Changed, CoachError> {
        EVENTS.save(self.vault(), &Vec::new())?;
        Ok(Changed::people())
    }

    /// Saves an event. The same event is saved once a day.
    ///
    /// A new event must not wait until the coach has seen that the list is damaged. So the damaged list is
    /// set aside, and the new list contains an event that says so until she has seen it.
    pub(crate) fn happened(&mut self, message: Message) -> Result<(), CoachError> {
        let (at, mut batch) = (self.now(), Batch::default());
        let mut events = match EVENTS.read(self.vault()) {
            Err(SettingError::Damaged(name)) => {
                EVENTS.set_aside_into(self.vault(), &mut batch)?;
                vec![self.list_damaged(name)]
            }
            read => read?.unwrap_or_default(),
        };
        let same = |event: &Event| event.message == message && day(event.at) == day(at);
        if events.iter().any(same) {
            return Ok(());
        }
        events.insert(0, Event { at, message });
        events.truncate(MOST);
        EVENTS.put_into(&mut batch, &events)?;
        Ok(self.vault().commit(batch)?)
    }

    /// Removes the events that are over, because they would tell the coach to do what cannot be done any more.
    pub(crate) fn forget_events(&mut self, are_over: impl Fn(&Message) -> bool) -> Result<(), CoachError> {
        // A damaged list stays until the coach has seen that it is damaged.
        let Ok(Some(mut events)) = EVENTS.read(self.vault()) else { return Ok(()) };
        let before = events.len();
        events.retain(|event| !are_over(&event.message));
        if events.len() < before {
            EVENTS.save(self.vault(), &events)?;
        }
        Ok(())
    }

    /// Removes the events that somebody wants to hand a dossier over.
    pub(crate) fn forget_offers(&mut self, dossier: &DossierId) -> Result<(), CoachError> {
        let client = self.client_name(dossier);
        self.forget_events(|message| {
            message.id == "event-offered" && message.args.get("client") == Some(&client)
        })
    }

    fn list_damaged(&self, name: SettingName) -> Event {
        let message = Message::plain(&format!("error-{}", name.code()));
        Event { at: self.now(), message }
    }

    /// Saves the notices of a step that a person should know as events.
    pub(crate) fn notice(&mut self, notices: &[Notice]) -> Result<(), CoachError> {
        let replaced = |person: &PersonKey| {
            let is_about =
                |notice: &Notice| matches!(notice, Notice::KeyReplaced { person: one } if one == person);
            notices.iter().any(is_about)
        };
        for notice in notices {
            let (id, person) = match notice {
                Notice::Revoked => {
                    self.happened(Message::plain("event-reported-lost"))?;
                    continue;
                }
                Notice::Frozen { dossier } => {
                    let client = self.client_name(dossier);
                    self.happened(Message::new("event-frozen", [("client", client)]))?;
                    continue;
                }
                Notice::Offered { dossier, by } => {
                    let args = self.named(by)?;
                    self.happened_to("event-offered", dossier, args)?;
                    continue;
                }
                Notice::TakenOver { dossier, by } => {
                    self.forget_offers(dossier)?;
                    let mut args = self.named(&by.person)?;
                    args.entry("name".to_owned()).and_modify(|name| {
                        if name.is_empty() {
                            name.clone_from(&by.name);
                        }
                    });
                    self.happened_to("event-taken-over", dossier, args)?;
                    continue;
                }
                // A person who replaced their key has a new device for that reason.
                Notice::NewDevice { person } if replaced(person) => continue,
                Notice::NewDevice { person } if *person == self.exchange()?.person() => {
                    ("event-own-computer", person)
                }
                Notice::NewDevice { person } => ("event-new-device", person),
                Notice::ChainBroken { person } => ("event-chain-broken", person),
                Notice::KeysChanged { person, .. } => ("event-keys-changed", person),
                Notice::AskedAgain { from, .. } => ("event-lost", from),
                Notice::KeyReplaced { person } => ("event-key-replaced", person),
                Notice::KeyDisputed { person } => ("event-key-disputed", person),
                _ => continue,
            };
            let message = Message { id: id.to_owned(), args: self.named(person)? };
            self.happened(message)?;
        }
        Ok(())
    }

    /// Saves an event about what somebody did with a dossier.
    fn happened_to(
        &mut self,
        event: &str,
        dossier: &DossierId,
        mut args: BTreeMap<String, String>,
    ) -> Result<(), CoachError> {
        args.insert("client".to_owned(), self.client_name(dossier));
        self.happened(Message { id: event.to_owned(), args })
    }

    /// Returns the name of the client of a dossier, or an empty text if the dossier cannot be read.
    fn client_name(&mut self, dossier: &DossierId) -> String {
        self.read(dossier).map(|read| read.profile().name).unwrap_or_default()
    }

    fn named(&mut self, person: &PersonKey) -> Result<BTreeMap<String, String>, CoachError> {
        let exchange = self.exchange()?;
        let own = (exchange.person() == *person).then(|| exchange.member().name);
        let name = own.or_else(|| exchange.contact(person).map(|contact| contact.name.clone()));
        Ok(BTreeMap::from([("name".to_owned(), name.unwrap_or_default())]))
    }
}
