//! The message that makes a device one of another person's.

use std::fmt;

use minicbor::{Decode, Encode};

use crate::cbor;
use crate::device_card::DeviceCard;
use crate::signing_key::{PersonKey, PersonSecret};

/// The keys and contacts with which a device joins a person's other devices.
#[derive(Clone, Encode, Decode)]
pub struct Adoption {
    /// The person's secret key. It goes from one device of the person to another, and nowhere else.
    #[cbor(n(0), with = "cbor::seed")]
    pub(crate) person: PersonSecret,
    /// The name of the person.
    #[n(1)]
    pub(crate) name: String,
    /// The devices of the people with whom this person compared words.
    #[n(2)]
    pub(crate) contacts: Vec<DeviceCard>,
}

impl Adoption {
    /// Returns the key of the person, without its secret part.
    pub fn person(&self) -> PersonKey {
        self.person.public()
    }
}

impl PartialEq for Adoption {
    fn eq(&self, other: &Self) -> bool {
        self.person.public() == other.person.public()
            && self.name == other.name
            && self.contacts == other.contacts
    }
}

impl fmt::Debug for Adoption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Adoption").field("name", &self.name).finish_non_exhaustive()
    }
}
