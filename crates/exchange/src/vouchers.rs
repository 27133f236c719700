//! The decision about changes that came in: their authors must have signed them, and their sender must be
//! allowed to write.

use std::collections::{BTreeMap, BTreeSet};

use dossier::{Arrival, ChangeHash, CoachId, DocumentName, DossierId};

use crate::certificate::DeviceCertificate;
use crate::charter::Terms;
use crate::contact::Contact;
use crate::exchange::Exchange;
use crate::heads_proof::HeadsProof;
use crate::peer::Peer;
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
    },
    /// The changes follow others that are not here.
    MissingHistory,
    /// The changes must be quarantined.
    Quarantine(QuarantineReason),
}

/// The keys and certificates that can vouch for changes.
pub(crate) struct Vouchers<'a> {
    pub(crate) me: &'a DeviceCertificate,
    pub(crate) sender: PersonKey,
    pub(crate) peers: &'a BTreeMap<DeviceKey, Peer>,
    pub(crate) proofs: &'a [HeadsProof],
    pub(crate) charter: &'a Terms,
    pub(crate) contacts: &'a BTreeMap<PersonKey, Contact>,
}

impl<'a> Vouchers<'a> {
    /// Returns whether the sender may write in the dossier. A person who may write vouches for everything
    /// that they forward, so the earlier changes of a withdrawn coach come through those who stayed.
    pub(crate) fn may_send(&self, _: &DossierId) -> Result<(), QuarantineReason> {
        if self.charter.may_write(&self.sender) {
            return Ok(());
        }
        let withdrawn = self.charter.withdrawn(&self.sender).is_some();
        Err(if withdrawn { QuarantineReason::Withdrawn } else { QuarantineReason::NoRole })
    }

    /// Returns whether the withdrawal of the sender accepts earlier changes of a document.
    pub(crate) fn accepted_before(&self, document: &DocumentName) -> bool {
        self.charter.withdrawn(&self.sender).is_some_and(|accepted| {
            accepted.iter().any(|(name, heads)| name == document && !heads.is_empty())
        })
    }

    /// Returns the id under which a person writes in records, from the charter or from the meeting of the two
    /// people. A certificate with another id would let somebody write in another's name.
    fn name_of(&self, person: &PersonKey) -> Option<&CoachId> {
        let named = self.charter.named(person).map(|member| &member.coach);
        let met = || self.contacts.get(person).map(|contact| &contact.coach);
        let mine = (*person == self.me.person()).then(|| self.me.coach());
        mine.or(named).or_else(met)
    }

    fn has_known_name(&self, certificate: &DeviceCertificate) -> bool {
        self.name_of(&certificate.person()) == Some(certificate.coach())
    }

    /// Returns whether a device belongs to its person. The certificates of known devices were checked when
    /// their cards came.
    fn certifies(&self, certificate: &DeviceCertificate) -> bool {
        let known = self.peers.get(&certificate.device()).map(|peer| &peer.card.certificate);
        known.unwrap_or(self.me) == certificate || certificate.holds()
    }

    /// Decides about changes that were staged on their document. `refused` is the reason why their sender may
    /// not send any; changes that the sender's withdrawal accepts may come all the same.
    pub(crate) fn judge(
        &self,
        dossier: &DossierId,
        document: &DocumentName,
        arrival: Arrival,
        refused: Option<QuarantineReason>,
    ) -> Verdict<'a> {
        let new: BTreeSet<ChangeHash> = arrival.new_changes().iter().map(|change| change.hash).collect();
        if let Some(why) = refused {
            let accepted = self.charter.withdrawn(&self.sender).into_iter().flatten();
            let accepted = accepted.filter(|(name, _)| name == document);
            let heads: Vec<ChangeHash> = accepted.flat_map(|(_, heads)| heads.iter().copied()).collect();
            if arrival.covered_by(&heads) != new {
                return Verdict::Quarantine(why);
            }
        }
        // Everybody's certificates tell whose stream each change belongs to.
        let known = self.peers.values().map(|peer| &peer.card.certificate);
        let proven = self.proofs.iter().filter(|proof| {
            self.has_known_name(proof.certificate())
                && proof.holds(dossier, document, |certificate| self.certifies(certificate))
        });
        let proven: Vec<&HeadsProof> = proven.collect();
        let certificates = known.chain([self.me]).chain(proven.iter().flat_map(|proof| proof.certificates()));
        let certificates = certificates.filter(|certificate| self.has_known_name(certificate));
        let authors: BTreeMap<[u8; 16], &DeviceCertificate> = certificates
            .map(|certificate| (Exchange::actor(&certificate.device(), dossier, document), certificate))
            .collect();
        // One signature covers everything that came before it, so collect for each person what their devices
        // cover.
        let mut signed: BTreeMap<PersonKey, BTreeSet<ChangeHash>> = BTreeMap::new();
        for proof in &proven {
            let covered = arrival.covered_by(proof.heads());
            signed.entry(proof.certificate().person()).or_default().extend(covered);
        }
        let first = self.charter.before(document);
        let before_charter = arrival.covered_by(first);
        for change in arrival.new_changes() {
            if before_charter.contains(&change.hash) {
                continue;
            }
            let Some(author) = authors.get(change.actor.as_slice()) else {
                return Verdict::Quarantine(QuarantineReason::UnknownAuthor);
            };
            if change.author.as_ref() != Some(author.coach()) {
                return Verdict::Quarantine(QuarantineReason::FalseName);
            }
            if !signed.get(&author.person()).is_some_and(|signed| signed.contains(&change.hash)) {
                return Verdict::Quarantine(QuarantineReason::NotSigned);
            }
        }
        Verdict::Accept { arrival: Box::new(arrival), proven }
    }
}
