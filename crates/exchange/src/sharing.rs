//! Sharing a dossier: the statements that its keeper issues, and the people who get them.

use chrono::{DateTime, Utc};
use dossier::{ChangeHash, DocumentName, DossierId};

use crate::charter::{Act, Charter, GrantedRole, IssueError, MemberRole};
use crate::entry::{DamagedEntry, EntryKey};
use crate::exchange::Exchange;
use crate::home::{Home, Step};
use crate::shared::Shared;
use crate::signing_key::PersonKey;

/// The reason why a statement could not be issued.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// The charter refuses it.
    #[error(transparent)]
    Charter(#[from] IssueError),
    /// The charter cannot be read.
    #[error(transparent)]
    Damaged(#[from] DamagedEntry),
    /// The words with this person were not compared.
    #[error("the words with this person have not been compared")]
    Unconfirmed,
}

impl Exchange {
    /// Issues a statement about a dossier, for every member. Opens the charter first if there is none.
    pub fn issue<H: Home>(
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
        if let Err(error) = charter.issue(act, &self.me.person, now) {
            return Ok(Err(error.into()));
        }
        let mut step = Step::default();
        self.save_charter(dossier, &charter, &mut step);
        let own = self.person();
        let hear = self.members(dossier).into_iter().chain(gone).chain([own]);
        for person in hear.collect::<std::collections::BTreeSet<_>>() {
            for device in self.devices_of(&person).collect::<Vec<_>>() {
                self.make_due(device, dossier, None, now, &mut step);
            }
        }
        Ok(Ok(step))
    }

    /// Withdraws the role of a person. The changes of theirs that the keeper has remain; later ones are not
    /// merged.
    pub fn withdraw<H: Home>(
        &mut self,
        dossier: &DossierId,
        person: &PersonKey,
        now: DateTime<Utc>,
        home: &mut H,
    ) -> Result<Result<Step, ShareError>, H::Error> {
        let accepted = self.written_before(dossier, home)?;
        self.issue(dossier, Act::Withdraw { person: *person, accepted }, now, home)
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

    /// Returns the dossiers that have a charter.
    pub fn shared_dossiers(&self) -> impl Iterator<Item = &DossierId> {
        self.shared.keys()
    }

    /// Returns the names of the others who have a role in a dossier now, without reading its charter.
    pub fn shared_with(&self, dossier: &DossierId) -> impl Iterator<Item = &str> {
        let (me, people) = (self.person(), self.shared.get(dossier).map(|shared| &shared.people));
        let others =
            people.into_iter().flatten().filter(move |(person, role)| role.is_some() && **person != me);
        others.filter_map(|(person, _)| self.contacts.get(person)).map(|contact| contact.name.as_str())
    }

    /// Returns the charter of a dossier, if it has one.
    pub fn charter<H: Home>(
        &self,
        dossier: &DossierId,
        home: &mut H,
    ) -> Result<Result<Option<Charter>, DamagedEntry>, H::Error> {
        charter_at(dossier, home)
    }

    /// Returns whether this person may write in a dossier. If it has a charter, the charter decides.
    pub fn may_write(&self, dossier: &DossierId) -> bool {
        let Some(shared) = self.shared.get(dossier) else { return true };
        matches!(shared.people.get(&self.person()), Some(Some(GrantedRole::Coach)))
    }

    /// Returns the people to whom something of a dossier may be sent now, including this person for her other
    /// devices.
    pub(crate) fn members(&self, dossier: &DossierId) -> Vec<PersonKey> {
        let Some(shared) = self.shared.get(dossier) else { return Vec::new() };
        let with_role = shared.people.iter().filter(|(_, role)| role.is_some());
        with_role.map(|(person, _)| *person).filter(|person| self.may_receive(person)).collect()
    }

    /// Saves a charter, and the summary of who shares the dossier.
    pub(crate) fn save_charter(&mut self, dossier: &DossierId, charter: &Charter, step: &mut Step) {
        let terms = charter.terms();
        let role = |person: &PersonKey| match terms.role(person)? {
            MemberRole::Reader => Some(GrantedRole::Reader),
            MemberRole::Coach | MemberRole::Keeper => Some(GrantedRole::Coach),
        };
        let people = terms.all_named().map(|member| (member.person, role(&member.person))).collect();
        let shared = Shared { people, statements: charter.digest() };
        step.writes.insert(EntryKey::Charter(dossier.clone()), Some(charter.encode()));
        step.put(EntryKey::Shared(dossier.clone()), &shared);
        self.shared.insert(dossier.clone(), shared);
    }

    pub(crate) fn members_with_roles(&self, dossier: &DossierId) -> Vec<PersonKey> {
        let shared = self.shared.get(dossier);
        let people = shared.into_iter().flat_map(|shared| &shared.people);
        people.filter(|(_, role)| role.is_some()).map(|(person, _)| *person).collect()
    }
}

pub(crate) fn charter_at<H: Home>(
    dossier: &DossierId,
    home: &mut H,
) -> Result<Result<Option<Charter>, DamagedEntry>, H::Error> {
    let key = EntryKey::Charter(dossier.clone());
    let Some(bytes) = home.get(&key)? else { return Ok(Ok(None)) };
    Ok(Charter::decode(&bytes).map(Some).map_err(|_| DamagedEntry { key }))
}
