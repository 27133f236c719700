//! Whether changes may be taken in: their authors signed them, and their sender may write.

use std::collections::{BTreeMap, BTreeSet};

use dossier::{Arrival, ChangeHash, CoachId, DocumentName, DossierId};

use crate::certificate::DeviceCertificate;
use crate::charter::Standing;
use crate::content::HeadsProof;
use crate::exchange::Exchange;
use crate::key::{DeviceKey, PersonKey};
use crate::notice::Why;
use crate::state::{Contact, Peer};

/// What is to become of changes.
pub(crate) enum Verdict<'a> {
    /// They may be taken in.
    Good {
        /// What they bring.
        arrival: Box<Arrival>,
        /// What devices truly signed of it.
        proven: Vec<&'a HeadsProof>,
    },
    /// They build on changes that are not here.
    PastIsMissing,
    /// They are set apart.
    SetApart(Why),
}

/// Everybody who can vouch for changes.
pub(crate) struct Vouchers<'a> {
    pub(crate) me: &'a DeviceCertificate,
    pub(crate) sender: PersonKey,
    pub(crate) peers: &'a BTreeMap<DeviceKey, Peer>,
    pub(crate) proofs: &'a [HeadsProof],
    pub(crate) charter: &'a Standing,
    pub(crate) contacts: &'a BTreeMap<PersonKey, Contact>,
}

impl<'a> Vouchers<'a> {
    /// Whether the sender may write in the dossier. Who may write vouches for all that they pass on: a withdrawn coach's
    /// earlier changes come through those who stayed.
    pub(crate) fn may_send(&self, _: &DossierId) -> Result<(), Why> {
        if self.charter.may_write(&self.sender) {
            return Ok(());
        }
        let withdrawn = self.charter.withdrawn(&self.sender).is_some();
        Err(if withdrawn { Why::Withdrawn } else { Why::NoRole })
    }

    /// Whether the withdrawal of the sender says that something of a document had been taken in.
    pub(crate) fn accepted_before(&self, document: &DocumentName) -> bool {
        self.charter.withdrawn(&self.sender).is_some_and(|accepted| {
            accepted.iter().any(|(name, heads)| name == document && !heads.is_empty())
        })
    }

    /// Under which name somebody writes in records: as the charter says it, or as the two met. A certificate that says
    /// otherwise would let somebody write in another's name.
    fn name_of(&self, person: &PersonKey) -> Option<&CoachId> {
        let named = self.charter.named(person).map(|member| &member.coach);
        let met = || self.contacts.get(person).map(|contact| &contact.coach);
        let mine = (*person == self.me.person()).then(|| self.me.coach());
        mine.or(named).or_else(met)
    }

    fn is_true_to_name(&self, certificate: &DeviceCertificate) -> bool {
        self.name_of(&certificate.person()) == Some(certificate.coach())
    }

    /// Whether a device is its person's; those that are known here were looked at when their cards came.
    fn certifies(&self, certificate: &DeviceCertificate) -> bool {
        let known = self.peers.get(&certificate.device()).map(|peer| &peer.card.certificate);
        known.unwrap_or(self.me) == certificate || certificate.holds()
    }

    /// Judges changes that were laid beside their document. `refused` is why their sender may not send any; what the
    /// sender's withdrawal names as taken in before may come all the same.
    pub(crate) fn judge(
        &self,
        dossier: &DossierId,
        document: &DocumentName,
        arrival: Arrival,
        refused: Option<Why>,
    ) -> Verdict<'a> {
        let new: BTreeSet<ChangeHash> = arrival.new_changes().iter().map(|change| change.hash).collect();
        if let Some(why) = refused {
            let accepted = self.charter.withdrawn(&self.sender).into_iter().flatten();
            let accepted = accepted.filter(|(name, _)| name == document);
            let heads: Vec<ChangeHash> = accepted.flat_map(|(_, heads)| heads.iter().copied()).collect();
            if arrival.covered_by(&heads) != new {
                return Verdict::SetApart(why);
            }
        }
        // Whose stream each is: everybody's devices give the names of their streams.
        let known = self.peers.values().map(|peer| &peer.card.certificate);
        let proven = self.proofs.iter().filter(|proof| {
            self.is_true_to_name(proof.certificate())
                && proof.holds(dossier, document, |certificate| self.certifies(certificate))
        });
        let proven: Vec<&HeadsProof> = proven.collect();
        let certificates = known.chain([self.me]).chain(proven.iter().flat_map(|proof| proof.certificates()));
        let certificates = certificates.filter(|certificate| self.is_true_to_name(certificate));
        let authors: BTreeMap<[u8; 16], &DeviceCertificate> = certificates
            .map(|certificate| (Exchange::actor(&certificate.device(), dossier, document), certificate))
            .collect();
        // What each person signed: one signature covers all that came before it.
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
                return Verdict::SetApart(Why::UnknownAuthor);
            };
            if change.author.as_ref() != Some(author.coach()) {
                return Verdict::SetApart(Why::FalseName);
            }
            if !signed.get(&author.person()).is_some_and(|signed| signed.contains(&change.hash)) {
                return Verdict::SetApart(Why::NotSigned);
            }
        }
        Verdict::Good { arrival: Box::new(arrival), proven }
    }
}
