//! What is remembered of an envelope once it was delivered, or could not be.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use dossier::{DocumentName, DossierId, Heads};

use crate::exchange::Exchange;
use crate::home::{Home, Key, Step};
use crate::key::DeviceKey;
use crate::meet::Outgoing;
use crate::send::patience;
use crate::state::{Known, Which};

/// An envelope with what is to be remembered once it was delivered.
#[derive(Debug)]
pub struct Post {
    /// What is to be carried.
    pub outgoing: Outgoing,
    /// What it was, for [`Exchange::delivered`] or [`Exchange::not_delivered`]; nothing for an answer to an invitation.
    pub receipt: Option<Receipt>,
}

/// What an envelope held.
#[derive(Debug)]
pub struct Receipt {
    pub(crate) to: DeviceKey,
    pub(crate) number: u64,
    pub(crate) charters: BTreeMap<DossierId, u64>,
    pub(crate) documents: Vec<(DossierId, DocumentName, Heads)>,
    pub(crate) answered: BTreeMap<DossierId, Which>,
    pub(crate) cards: BTreeSet<DossierId>,
}

impl Exchange {
    /// Remembers that an envelope reached the place where its recipient will find it.
    pub fn delivered<H: Home>(
        &mut self,
        receipt: &Receipt,
        now: DateTime<Utc>,
        home: &mut H,
    ) -> Result<Step, H::Error> {
        let mut step = Step::default();
        let mut knowns: BTreeMap<DossierId, Known> = BTreeMap::new();
        for dossier in receipt.dossiers() {
            let known = self.known(receipt.to, dossier, home)?;
            knowns.insert(dossier.clone(), known);
        }
        for (dossier, statements) in &receipt.charters {
            if let Some(known) = knowns.get_mut(dossier) {
                known.statements_sent = *statements;
            }
        }
        for (dossier, document, heads) in &receipt.documents {
            if let Some(known) = knowns.get_mut(dossier) {
                let known = known.documents.entry(document.clone()).or_default();
                (known.sent, known.sent_in) = (heads.clone(), receipt.number);
            }
        }
        for (dossier, known) in knowns {
            step.put(Key::Known(receipt.to, dossier.clone()), &known);
            if let Some(due) = self.due.get_mut(&(receipt.to, dossier.clone()))
                && !due.fresh
            {
                due.attempts += 1;
                due.at = now + patience(due.attempts);
                step.put(Key::Due(receipt.to, dossier), due);
            }
        }
        if let Some(peer) = self.peers.get_mut(&receipt.to) {
            peer.owed.retain(|dossier, which| receipt.answered.get(dossier) != Some(which));
            peer.owes = !peer.owed.is_empty();
            peer.lacks_cards.retain(|dossier| !receipt.cards.contains(dossier));
        }
        self.keep_peer(&receipt.to, &mut step);
        Ok(step)
    }

    /// An envelope could not be delivered: what it held is due again.
    pub fn not_delivered(&mut self, receipt: &Receipt, now: DateTime<Utc>) {
        for dossier in receipt.dossiers() {
            if let Some(due) = self.due.get_mut(&(receipt.to, dossier.clone())) {
                (due.fresh, due.at) = (true, now);
            }
        }
    }

    /// The storage lost what lay there: everything that was not answered is sent again, from the heads.
    pub fn send_all_again(&mut self, now: DateTime<Utc>) -> Step {
        let mut step = Step::default();
        for ((device, dossier), due) in self.due.iter_mut().filter(|(_, due)| !due.fresh) {
            (due.at, due.attempts) = (now, 0);
            step.put(Key::Due(*device, dossier.clone()), due);
        }
        step
    }
}

impl Receipt {
    fn dossiers(&self) -> impl Iterator<Item = &DossierId> {
        let all: BTreeSet<&DossierId> =
            self.charters.keys().chain(self.documents.iter().map(|(dossier, ..)| dossier)).collect();
        all.into_iter()
    }

    /// Whose mailbox the envelope went to.
    pub fn to(&self) -> DeviceKey {
        self.to
    }
}
