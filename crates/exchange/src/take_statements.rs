//! Statements that came in: a dossier that is new here, or a charter that grows.

use std::rc::Rc;

use chrono::TimeDelta;
use dossier::{DocumentName, DossierId};

use crate::charter::{Charter, Role, SignedStatement, Standing, StandingRole};
use crate::exchange::{Damaged, Exchange, charter_at};
use crate::home::{Home, Key, Step};
use crate::key::{DeviceKey, PersonKey};
use crate::notice::Notice;
use crate::receive::{Reading, Sender};
use crate::state::{Shared, Which};

/// How long until what one member wrote is passed on to another, who mostly gets it directly.
const PASS_ON: TimeDelta = TimeDelta::hours(6);

impl Exchange {
    pub(crate) fn take_statements<'a, H: Home>(
        &mut self,
        dossier: &DossierId,
        statements: impl Iterator<Item = &'a [u8]>,
        reading: &mut Reading<'_, H>,
    ) -> Result<(), H::Error> {
        let Sender { person, device, .. } = reading.sender;
        // A charter that cannot be read here is not replaced by what somebody sends.
        let Ok(here) = reading.charter(dossier)? else { return Ok(()) };
        let is_new = here.is_none();
        // Only who has or had a role in it adds to a charter that is here.
        let is_named = |here: &Charter| here.standing().named(&person).is_some();
        if person != self.person() && !here.as_ref().is_none_or(is_named) {
            return Ok(());
        }
        // A dossier that is here and was never shared belongs to this person: nobody else opens its charter.
        if is_new && person != self.person() && !reading.home.documents(dossier)?.is_empty() {
            return Ok(());
        }
        let statements: Vec<SignedStatement> =
            statements.filter_map(|bytes| SignedStatement::from_bytes(bytes).ok()).collect();
        let mut charter = here.filter(|here| !self.gives_way(here, &reading.sender, &statements));
        let before = charter.as_ref().map_or(0, Charter::len);
        let mut theirs = 0;
        for statement in statements {
            theirs ^= statement.hash().digest();
            match &mut charter {
                Some(charter) => drop(charter.add(statement)),
                None => charter = Charter::begin(dossier.clone(), statement).ok(),
            }
        }
        let Some(charter) = charter else { return Ok(()) };
        let (standing, me) = (charter.standing(), self.person());
        // A new dossier comes from somebody with a role in it, for somebody with a role in it.
        if is_new && (standing.role(&me).is_none() || standing.role(&person).is_none()) {
            return Ok(());
        }
        if charter.len() > before || is_new {
            self.keep_charter(dossier, &charter, &mut reading.step);
            reading.standings.insert(dossier.clone(), Rc::new(standing.clone()));
            reading.step.notices.push(if is_new {
                Notice::Shared { dossier: dossier.clone(), by: person }
            } else if standing.role(&me).is_none() {
                Notice::Withdrawn { dossier: dossier.clone() }
            } else {
                Notice::CharterChanged { dossier: dossier.clone() }
            });
            // Others mostly hear it from whoever stated it.
            self.pass_on(dossier, None, reading);
            // What somebody wrote without a role stayed here: it goes out where they have one now.
            self.make_due(device, dossier, None, reading.now, &mut reading.step);
        }
        let mut known = self.known_now(dossier, reading)?;
        known.statements = theirs;
        reading.step.put(Key::Known(device, dossier.clone()), &known);
        if theirs != charter.digest() {
            // There is something here that they have not heard.
            self.make_due(device, dossier, None, reading.now, &mut reading.step);
        }
        self.owe(&device, dossier, None);
        Ok(())
    }

    /// Keeps a charter, and in short who shares the dossier.
    pub(crate) fn keep_charter(&mut self, dossier: &DossierId, charter: &Charter, step: &mut Step) {
        let standing = charter.standing();
        let role = |person: &PersonKey| match standing.role(person)? {
            StandingRole::Reader => Some(Role::Reader),
            StandingRole::Coach | StandingRole::Keeper => Some(Role::Coach),
        };
        let people = standing.all_named().map(|member| (member.person, role(&member.person))).collect();
        let shared = Shared { people, statements: charter.digest() };
        step.writes.insert(Key::Charter(dossier.clone()), Some(charter.encode()));
        step.put(Key::Shared(dossier.clone()), &shared);
        self.shared.insert(dossier.clone(), shared);
    }

    /// Lets the others have what one of them sent, after a while: they mostly get it from whoever wrote it.
    pub(crate) fn pass_on<H: Home>(
        &mut self,
        dossier: &DossierId,
        document: Option<&DocumentName>,
        reading: &mut Reading<'_, H>,
    ) {
        let others = self.members(dossier).into_iter().filter(|person| *person != reading.sender.person);
        for person in others {
            for device in self.devices_of(&person).collect::<Vec<_>>() {
                self.make_due(device, dossier, document, reading.now + PASS_ON, &mut reading.step);
            }
        }
    }

    /// Remembers that a device waits for an answer about a dossier, or about one of its documents.
    pub(crate) fn owe(&mut self, device: &DeviceKey, dossier: &DossierId, document: Option<&DocumentName>) {
        let Some(peer) = self.peers.get_mut(device) else { return };
        let which = match (peer.owed.remove(dossier), document) {
            (Some(which), Some(document)) => which.with(document),
            (None, Some(document)) => Which::one(document),
            (Some(which), None) => which,
            (None, None) => Which(Some(Default::default())),
        };
        peer.owed.insert(dossier.clone(), which);
    }
}

impl<H: Home> Reading<'_, H> {
    /// The charter of a dossier, with what this envelope has added to it.
    fn charter(&mut self, dossier: &DossierId) -> Result<Result<Option<Charter>, Damaged>, H::Error> {
        let key = Key::Charter(dossier.clone());
        match self.step.writes.get(&key) {
            Some(Some(bytes)) => Ok(Charter::decode(bytes).map(Some).map_err(|_| Damaged { key })),
            _ => charter_at(dossier, self.home),
        }
    }

    /// What the charter of a dossier says, with what this envelope has added to it; `None` where there is none to read.
    pub(crate) fn standing(&mut self, dossier: &DossierId) -> Result<Option<Rc<Standing>>, H::Error> {
        if let Some(standing) = self.standings.get(dossier) {
            return Ok(Some(standing.clone()));
        }
        let standing = self.charter(dossier)?.ok().flatten().map(|charter| Rc::new(charter.standing()));
        self.standings.extend(standing.clone().map(|standing| (dossier.clone(), standing)));
        Ok(standing)
    }
}
