//! Sharing: what a keeper states about a dossier, and who hears it.

use chrono::{DateTime, Utc};
use dossier::{ChangeHash, DocumentName, DossierId};

use crate::charter::{Act, Charter, Member, StateError};
use crate::exchange::{Damaged, Exchange};
use crate::home::{Home, Step};
use crate::key::PersonKey;
use crate::state::{Acquaintance, Contact};

/// Why something could not be stated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// The charter refuses it.
    #[error(transparent)]
    Charter(#[from] StateError),
    /// The charter cannot be read.
    #[error(transparent)]
    Damaged(#[from] Damaged),
    /// The words with this person have not been compared.
    #[error("the words with this person have not been compared")]
    Unconfirmed,
}

impl Exchange {
    /// This person, as a charter names her.
    pub fn member(&self) -> Member {
        Member { person: self.person(), coach: self.me.coach.clone(), name: self.me.name.clone() }
    }

    /// A contact, as a charter names them.
    pub fn member_of(&self, person: &PersonKey) -> Option<Member> {
        let contact = self.contacts.get(person)?;
        let confirmed = contact.acquaintance == Acquaintance::Confirmed && contact.joining.is_none();
        let Contact { person, coach, name, .. } = contact.clone();
        confirmed.then_some(Member { person, coach, name })
    }

    /// States something in a dossier's charter, which is opened where there is none; every member hears it.
    pub fn state<H: Home>(
        &mut self,
        dossier: &DossierId,
        act: Act,
        now: DateTime<Utc>,
        home: &mut H,
    ) -> Result<Result<Step, ShareError>, H::Error> {
        let charter = match self.charter(dossier, home)? {
            Err(damaged) => return Ok(Err(damaged.into())),
            Ok(charter) => charter,
        };
        let charter = match charter {
            Some(charter) => Ok(charter),
            None => self.begin_charter(dossier, now, home)?,
        };
        let mut charter = match charter {
            Ok(charter) => charter,
            Err(error) => return Ok(Err(error)),
        };
        let gone = match &act {
            Act::Withdraw { person, .. } => Some(*person),
            _ => None,
        };
        if let Err(error) = charter.state(act, &self.me.person, now) {
            return Ok(Err(error.into()));
        }
        let mut step = Step::default();
        self.keep_charter(dossier, &charter, &mut step);
        let own = self.person();
        let hear = self.members(dossier).into_iter().chain(gone).chain([own]);
        for person in hear.collect::<std::collections::BTreeSet<_>>() {
            for device in self.devices_of(&person).collect::<Vec<_>>() {
                self.make_due(device, dossier, None, now, &mut step);
            }
        }
        Ok(Ok(step))
    }

    /// Withdraws somebody's role. What they wrote and the keeper has stands; what they write from now on does not come in.
    pub fn withdraw<H: Home>(
        &mut self,
        dossier: &DossierId,
        person: &PersonKey,
        now: DateTime<Utc>,
        home: &mut H,
    ) -> Result<Result<Step, ShareError>, H::Error> {
        let accepted = self.written_before(dossier, home)?;
        self.state(dossier, Act::Withdraw { person: *person, accepted }, now, home)
    }

    pub(crate) fn begin_charter<H: Home>(
        &self,
        dossier: &DossierId,
        now: DateTime<Utc>,
        home: &mut H,
    ) -> Result<Result<Charter, ShareError>, H::Error> {
        let before = self.written_before(dossier, home)?;
        let opened = Charter::open(dossier.clone(), self.member(), before, &self.me.person, now);
        Ok(opened.map_err(ShareError::from))
    }

    fn written_before<H: Home>(
        &self,
        dossier: &DossierId,
        home: &mut H,
    ) -> Result<Vec<(DocumentName, Vec<ChangeHash>)>, H::Error> {
        let documents = home.documents(dossier)?.into_iter();
        documents.map(|name| Ok((name.clone(), home.heads(dossier, &name)?))).collect()
    }
}
