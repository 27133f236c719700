//! The decision about changes that came in: their authors must have signed them, and their sender must be
//! allowed to write.

use std::collections::{BTreeMap, BTreeSet};

use dossier::{Arrival, ChangeHash, CoachId, DocumentName, DossierId};

use crate::cbor;
use crate::certificate::DeviceCertificate;
use crate::charter::{Act, Terms};
use crate::exchange::Exchange;
use crate::heads_proof::{HeadsProof, MOST_DEVICES};
use crate::planted::{self, Weakness};
use crate::quarantine::QuarantineReason;
use crate::signing_key::{DeviceKey, PersonKey};

/// The decision about changes.
pub(crate) enum Verdict<'a> {
    /// The changes may be merged.
    Accept {
        /// The staged changes.
        arrival: Box<Arrival>,
        /// The proofs whose signatures are valid.
        proven: Vec<&'a HeadsProof>,
        /// The devices that wrote the changes.
        devices: BTreeMap<PersonKey, BTreeSet<DeviceKey>>,
    },
    /// The changes follow others that are not here, or come with a charter that is not.
    AskAgain,
    /// The changes must not be merged.
    Quarantine(QuarantineReason),
}

/// The keys and certificates that can vouch for changes.
pub(crate) struct Vouchers<'a, 'p> {
    pub(crate) exchange: &'a Exchange,
    pub(crate) proofs: &'p [HeadsProof],
    pub(crate) charter: &'a Terms,
    pub(crate) dossier: &'a DossierId,
}

impl<'p> Vouchers<'_, 'p> {
    /// Returns the key that a person has now, by what is known here and what the charter says.
    fn latest_key(&self, person: &PersonKey) -> PersonKey {
        self.charter.latest_key(&self.exchange.latest_key(person))
    }

    /// Returns whether the charter names a person, or this person knows them.
    fn is_known(&self, person: &PersonKey) -> bool {
        let (exchange, latest) = (self.exchange, self.latest_key(person));
        latest == exchange.person()
            || exchange.contacts.contains_key(person)
            || self.charter.is_named(person)
            || self.charter.is_named(&latest)
    }

    /// Returns whether the id of an author belongs to somebody who is known here and did not open the charter.
    fn is_of_another(&self, author: &CoachId) -> bool {
        let opener = self.charter.history().first().and_then(|summary| match &summary.act {
            Act::Open { keeper, .. } => Some(self.latest_key(&keeper.person)),
            _ => None,
        });
        let exchange = self.exchange;
        let me = exchange.own_coaches().contains(author).then(|| exchange.person());
        let contact = exchange.contacts.keys().find(|person| person.coach() == *author);
        let known = me.or(contact.map(|person| self.latest_key(person)));
        known.is_some_and(|known| Some(known) != opener)
    }

    /// Returns whether a device belongs to its person. The certificates of known devices were checked when
    /// their cards came.
    fn certifies(&self, certificate: &DeviceCertificate) -> bool {
        let known = self.exchange.peers.get(&certificate.device()).map(|peer| peer.card.certificate());
        known.unwrap_or(&self.exchange.me.certificate) == certificate || certificate.holds()
    }

    /// Decides about changes that were staged on their document.
    pub(crate) fn judge(&self, document: &DocumentName, arrival: Arrival) -> Verdict<'p> {
        if arrival.after().len() > cbor::MOST_HEADS && !planted::is(Weakness::NoCaps) {
            return Verdict::Quarantine(QuarantineReason::TooMuch);
        }
        let proven = self.proofs.iter().filter(|proof| {
            self.is_known(&proof.certificate().person())
                && proof.holds(self.dossier, document, |certificate| self.certifies(certificate))
        });
        let proven: Vec<&'p HeadsProof> = proven.collect();
        match self.authors(document, &arrival, &proven) {
            Err(why) => Verdict::Quarantine(why),
            Ok(devices) if self.are_too_many(&devices) => Verdict::Quarantine(QuarantineReason::TooMuch),
            Ok(devices) => Verdict::Accept { arrival: Box::new(arrival), proven, devices },
        }
    }

    /// Returns the devices that wrote the changes, by person. Each change must be by a device that is
    /// certified, name its owner, and be covered by a signature of its owner.
    fn authors(
        &self,
        document: &DocumentName,
        arrival: &Arrival,
        proven: &[&HeadsProof],
    ) -> Result<BTreeMap<PersonKey, BTreeSet<DeviceKey>>, QuarantineReason> {
        // Everybody's certificates tell whose stream each change belongs to.
        let known = self.exchange.peers.values().map(|peer| peer.card.certificate());
        let known = known.chain([&self.exchange.me.certificate]);
        let same = |one: &PersonKey, other: &PersonKey| self.latest_key(one) == self.latest_key(other);
        let certifies = |certificate: &DeviceCertificate| self.certifies(certificate);
        let certificates = known.chain(proven.iter().flat_map(|proof| proof.certificates(certifies, same)));
        let owners: BTreeMap<[u8; 16], &DeviceCertificate> = certificates
            .filter(|certificate| self.is_known(&certificate.person()))
            .map(|one| (Exchange::actor(&one.device(), self.dossier, document), one))
            .collect();
        // One signature covers everything that came before it, so collect for each person what their devices
        // cover.
        let mut heads: BTreeMap<PersonKey, Vec<ChangeHash>> = BTreeMap::new();
        for proof in proven {
            let of_person = heads.entry(self.latest_key(&proof.certificate().person())).or_default();
            of_person.extend(proof.heads());
        }
        let signed: BTreeMap<PersonKey, BTreeSet<ChangeHash>> =
            heads.iter().map(|(person, heads)| (*person, arrival.covered_by(heads))).collect();
        let before_charter = arrival.covered_by(self.charter.before(document));
        let mut devices: BTreeMap<PersonKey, BTreeSet<DeviceKey>> = BTreeMap::new();
        for change in arrival.new_changes() {
            if before_charter.contains(&change.hash) {
                if change.author.as_ref().is_some_and(|author| self.is_of_another(author)) {
                    return Err(QuarantineReason::FalseName);
                }
                continue;
            }
            let owner = owners.get(change.actor.as_slice()).ok_or(QuarantineReason::UnknownAuthor)?;
            if change.author.as_ref() != Some(&owner.person().coach()) {
                return Err(QuarantineReason::FalseName);
            }
            let by_owner = signed.get(&self.latest_key(&owner.person()));
            if !by_owner.is_some_and(|signed| signed.contains(&change.hash)) {
                return Err(QuarantineReason::NotSigned);
            }
            devices.entry(owner.person()).or_default().insert(owner.device());
        }
        Ok(devices)
    }

    /// Returns whether somebody would have written the dossier on more devices than anybody has. Each device
    /// can add one head to a document, and heads must stay few enough for others to read.
    fn are_too_many(&self, devices: &BTreeMap<PersonKey, BTreeSet<DeviceKey>>) -> bool {
        let known = self.exchange.shared.get(self.dossier);
        devices.iter().any(|(person, devices)| {
            let before = known.and_then(|shared| shared.people.get(person)).map(|one| &one.devices);
            before.map_or(devices.len(), |before| before.union(devices).count()) > MOST_DEVICES
        }) && !planted::is(Weakness::NoCaps)
    }
}
