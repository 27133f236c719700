//! An envelope that is being filled.

use std::collections::{BTreeMap, BTreeSet};

use dossier::DossierId;

use crate::carrier::ObjectName;
use crate::charter::Charter;
use crate::content::EnvelopePart;
use crate::device_card::DeviceCard;
use crate::post::Receipt;
use crate::signing_key::DeviceKey;

/// The parts of an envelope that is being filled, with the receipt for it.
pub(crate) struct DraftEnvelope {
    pub(crate) parts: Vec<EnvelopePart>,
    pub(crate) size: usize,
    pub(crate) receipt: Receipt,
    /// The devices whose cards are in the envelope already, so that no card is added twice.
    pub(crate) cards: BTreeSet<DeviceKey>,
    /// True if something in the envelope was sent before and not answered, so it must get through.
    pub(crate) again: bool,
}

impl DraftEnvelope {
    pub(crate) fn new(to: DeviceKey) -> Self {
        let receipt = Receipt {
            to,
            number: 0,
            name: ObjectName::of(&[]),
            charters: BTreeMap::new(),
            documents: Vec::new(),
            answered: BTreeMap::new(),
            cards: BTreeSet::new(),
            farewell: false,
        };
        Self { parts: Vec::new(), size: 0, receipt, cards: BTreeSet::new(), again: false }
    }

    pub(crate) fn add(&mut self, part: EnvelopePart) {
        self.size += match &part {
            EnvelopePart::Changes { changes, proofs, .. } => changes.len() + 400 * proofs.len(),
            EnvelopePart::Charter { statements, .. } => statements.iter().map(|one| one.len()).sum(),
            EnvelopePart::Have { documents, .. } => 100 * documents.len(),
            EnvelopePart::Device { .. } | EnvelopePart::Succeeded { .. } | EnvelopePart::Adopt { .. } => {
                1_700
            }
        };
        self.parts.push(part);
    }

    pub(crate) fn introduce(&mut self, card: DeviceCard) {
        if self.cards.insert(card.device()) {
            self.add(EnvelopePart::Device { card });
        }
    }
}

pub(crate) fn charter_part(dossier: &DossierId, charter: &Charter) -> EnvelopePart {
    let statements = charter.statements().map(|statement| statement.to_bytes().into()).collect();
    EnvelopePart::Charter { dossier: dossier.clone(), statements }
}
