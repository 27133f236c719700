//! The consequences of delivering an envelope, or of failing to.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use dossier::DossierId;

use crate::entry::EntryKey;
use crate::exchange::Exchange;
use crate::holdings::Known;
use crate::home::{Home, Step};
use crate::post::Receipt;
use crate::retry::patience;

impl Exchange {
    /// Records that an envelope reached the place where its recipient will find it.
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
                (known.statements_sent, known.statements_sent_in) = (*statements, receipt.number);
            }
        }
        for (dossier, document, heads) in &receipt.documents {
            if let Some(known) = knowns.get_mut(dossier) {
                let known = known.documents.entry(document.clone()).or_default();
                (known.sent, known.sent_in) = (heads.clone(), receipt.number);
            }
        }
        for (dossier, known) in knowns {
            step.put(EntryKey::Known(receipt.to, dossier.clone()), &known);
            if let Some(due) = self.due.get_mut(&(receipt.to, dossier.clone()))
                && !due.fresh
            {
                due.attempts += 1;
                due.at = now + patience(due.attempts);
                step.put(EntryKey::Due(receipt.to, dossier), due);
            }
        }
        if let Some(peer) = self.peers.get_mut(&receipt.to) {
            peer.expect_answer(receipt.number, receipt.name);
            peer.owed.retain(|dossier, which| receipt.answered.get(dossier) != Some(which));
            peer.owes = !peer.owed.is_empty();
            peer.farewell &= !receipt.farewell;
            peer.lacks_cards.retain(|dossier| !receipt.cards.contains(dossier));
        }
        self.save_peer(&receipt.to, &mut step);
        Ok(step)
    }

    /// Makes the contents of an envelope due again after it could not be delivered.
    pub fn not_delivered(&mut self, receipt: &Receipt, now: DateTime<Utc>) {
        for dossier in receipt.dossiers() {
            if let Some(due) = self.due.get_mut(&(receipt.to, dossier.clone())) {
                (due.fresh, due.at) = (true, now);
            }
        }
    }
}
