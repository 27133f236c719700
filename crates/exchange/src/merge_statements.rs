//! Statements that came in: they add a new dossier, or extend a charter that is here.

use std::rc::Rc;

use chrono::TimeDelta;
use dossier::{DocumentName, DossierId};

use crate::charter::{Act, Charter, MOST_KEPT, SignedStatement, StatementHash, digest_of};
use crate::document_set::DocumentSet;
use crate::entry::EntryKey;
use crate::exchange::Exchange;
use crate::holdings::MOST_UNTOLD;
use crate::home::Home;
use crate::notice::Notice;
use crate::reading::{ReadingEnvelope, Sender};
use crate::retry::{PASS_ON, patience};
use crate::signing_key::DeviceKey;

/// The most dossiers that one person shares with this one. A coach has a few hundred.
const MOST_SHARED: usize = 2_000;

/// The most dossiers about which an answer is remembered for one device: anybody can ask about any.
const MOST_OWED: usize = 1_000;

impl Exchange {
    pub(crate) fn merge_statements<'a, H: Home>(
        &mut self,
        dossier: &DossierId,
        statements: impl Iterator<Item = &'a [u8]>,
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<(), H::Error> {
        let Sender { person, device, .. } = reading.sender;
        // A charter that cannot be read here must not be replaced by what somebody sends.
        let Ok(here) = reading.charter(dossier)? else { return Ok(()) };
        let is_new = here.is_none();
        // Only people who have or had a role in a charter may extend it.
        let is_named =
            |here: &Charter| here.terms().all_named().any(|one| self.latest_key(&one.person) == person);
        if person != self.person() && !here.as_ref().is_none_or(is_named) {
            return Ok(());
        }
        // A dossier that is here and was never shared belongs to this person, so nobody else may open its
        // charter.
        if is_new && person != self.person() && !reading.home.documents(dossier)?.is_empty() {
            return Ok(());
        }
        let read = |bytes| match &here {
            Some(here) => here.read(bytes).ok(),
            None => SignedStatement::from_bytes(bytes).ok(),
        };
        let statements: Vec<_> = statements.take(MOST_KEPT).map(read).collect();
        // A newer version may state what this one cannot read.
        let are_all_read = statements.iter().all(Option::is_some);
        let statements: Vec<SignedStatement> = statements.into_iter().flatten().collect();
        let is_news = |one: &SignedStatement| here.as_ref().is_some_and(|here| !here.holds(&one.hash()));
        let accepts = |one: &SignedStatement| matches!(one.statement().act, Act::Accept { .. });
        // Only then can somebody have taken the dossier over.
        let former = here.as_ref().filter(|_| statements.iter().any(|one| accepts(one) && is_news(one)));
        let former = former.map(|here| here.terms().keeper().person);
        let charter = here.filter(|here| !self.is_replaced_by(here, &reading.sender, &statements));
        let before = charter.as_ref().map(Charter::digest);
        let hashes: Vec<StatementHash> = statements.iter().map(SignedStatement::hash).collect();
        let theirs = digest_of(hashes.iter().copied());
        let mut statements = statements.into_iter();
        let charter = match charter {
            Some(charter) => Some(charter),
            None => statements.next().and_then(|opening| Charter::begin(dossier.clone(), opening).ok()),
        };
        let Some(mut charter) = charter else { return Ok(()) };
        charter.extend(statements);
        let (terms, me) = (charter.terms(), self.person());
        // A new dossier must come from somebody with a role in it, for somebody with a role in it. Of a frozen
        // one this person may be the keeper, and then has no role.
        let strange = || terms.role(&me).is_none() || terms.role(&person).is_none();
        if is_new && person != me && (strange() || self.dossiers_with(&person).len() >= MOST_SHARED) {
            return Ok(());
        }
        if before != Some(charter.digest()) || is_new {
            let was_offered = self.is_offered(dossier);
            self.save_charter(dossier, &charter, &mut reading.step);
            if self.is_offered(dossier) && !was_offered {
                let by = terms.keeper().person;
                reading.step.notices.push(Notice::Offered { dossier: dossier.clone(), by });
            }
            let by = terms.keeper();
            if !terms.is_frozen() && by.person != me && former.is_some_and(|former| former != by.person) {
                reading.step.notices.push(Notice::TakenOver { dossier: dossier.clone(), by: by.clone() });
            }
            reading.terms.insert(dossier.clone(), Rc::new(terms.clone()));
            reading.step.notices.push(if is_new {
                Notice::Shared { dossier: dossier.clone(), by: person }
            } else if terms.is_frozen() {
                Notice::Frozen { dossier: dossier.clone() }
            } else if terms.role(&me).is_none() {
                Notice::Withdrawn { dossier: dossier.clone() }
            } else {
                Notice::CharterChanged { dossier: dossier.clone() }
            });
            // The other members mostly get the statements from the person who issued them.
            self.forward(dossier, None, PASS_ON, reading);
            // Changes that somebody made without a role were not sent; they are due if that person has a role
            // now.
            self.make_due(device, dossier, None, reading.now, &mut reading.step);
        }
        let mut known = self.known_so_far(dossier, reading)?;
        if are_all_read && hashes.iter().all(|hash| charter.holds(hash)) {
            known.has_none_but_ours(theirs);
        }
        let ours = self.digest_for(Some(charter), &person);
        let repeats = known.repeats(theirs, ours, reading.sender.acknowledged);
        known.statements = theirs;
        reading.step.put(EntryKey::Known(device, dossier.clone()), &known);
        if theirs != ours && !repeats {
            // The sender has not seen some statements that are here. If they were sent already, the sender may
            // refuse them: two charters that were opened differently never become one.
            let wait = if known.statements_sent == ours { patience(1) } else { TimeDelta::zero() };
            self.make_due(device, dossier, None, reading.now + wait, &mut reading.step);
        }
        self.owe_answer(&device, dossier, None);
        Ok(())
    }

    /// Makes what one member sent due for the other members, after a while, because they mostly get it
    /// directly.
    pub(crate) fn forward<H: Home>(
        &mut self,
        dossier: &DossierId,
        document: Option<&DocumentName>,
        after: TimeDelta,
        reading: &mut ReadingEnvelope<'_, H>,
    ) {
        let others = self.members(dossier).into_iter().filter(|person| *person != reading.sender.person);
        for person in others {
            for device in self.devices_of(&person).collect::<Vec<_>>() {
                self.make_due(device, dossier, document, reading.now + after, &mut reading.step);
            }
        }
    }

    /// Records that a device waits for an answer about a dossier, or about one of its documents.
    pub(crate) fn owe_answer(
        &mut self,
        device: &DeviceKey,
        dossier: &DossierId,
        document: Option<&DocumentName>,
    ) {
        let Some(peer) = self.peers.get_mut(device) else { return };
        if peer.owed.len() >= MOST_OWED && !peer.owed.contains_key(dossier) {
            return;
        }
        let full = |which: &DocumentSet| which.0.as_ref().is_some_and(|some| some.len() >= MOST_UNTOLD);
        if peer.owed.get(dossier).is_some_and(full) {
            return;
        }
        let which = match (peer.owed.remove(dossier), document) {
            (Some(which), Some(document)) => which.with(document),
            (None, Some(document)) => DocumentSet::one(document),
            (Some(which), None) => which,
            (None, None) => DocumentSet(Some(Default::default())),
        };
        peer.owed.insert(dossier.clone(), which);
    }
}
