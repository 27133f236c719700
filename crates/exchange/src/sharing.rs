//! Sharing a dossier: the statements that its keeper issues, and the people who get them.

use chrono::{DateTime, Utc};
use dossier::{ChangeHash, DocumentName, DossierId};
use minicbor::{Decode, Encode};

use crate::cbor;
use crate::charter::{Act, Charter, GrantedRole, IssueError, MemberRole};
use crate::entry::{DamagedEntry, EntryKey, read_entry};
use crate::exchange::Exchange;
use crate::home::{Home, Step};
use crate::randomness::Randomness;
use crate::shared::{Shared, Sharer};
use crate::signing_key::{FoundingSecret, PersonKey};

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
    /// The dossier was not founded on this device, or by a device that this one was before.
    #[error("the key with which the dossier was founded is not here")]
    NotFounded,
}

/// The key with which a dossier was founded, as it is saved until the charter is opened.
#[derive(Encode, Decode)]
#[cbor(transparent)]
struct FoundingEntry(#[cbor(with = "cbor::seed")] FoundingSecret);

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
        let mut step = Step::default();
        let charter = match charter {
            Some(charter) => Ok(charter),
            None => self.begin_charter(dossier, now, home, &mut step)?,
        };
        let mut charter = match charter {
            Ok(charter) => charter,
            Err(error) => return Ok(Err(error)),
        };
        let gone = match &act {
            Act::Withdraw { person } => Some(*person),
            _ => None,
        };
        if let Err(error) = charter.issue(act, &self.me.person, now) {
            return Ok(Err(error.into()));
        }
        self.save_charter(dossier, &charter, &mut step);
        self.tell_members(dossier, gone, now, &mut step);
        Ok(Ok(step))
    }

    /// Makes the charter of a dossier due for everybody who shares it, and for a person who no longer does.
    pub(crate) fn tell_members(
        &mut self,
        dossier: &DossierId,
        gone: Option<PersonKey>,
        now: DateTime<Utc>,
        step: &mut Step,
    ) {
        let own = self.person();
        let hear = self.members(dossier).into_iter().chain(gone).chain([own]);
        for person in hear.collect::<std::collections::BTreeSet<_>>() {
            for device in self.devices_of(&person).collect::<Vec<_>>() {
                self.make_due(device, dossier, None, now, step);
            }
        }
    }

    /// Founds a dossier: makes its id, and saves the key with which its charter can be opened.
    pub fn found(random: &mut Randomness) -> (DossierId, Step) {
        let founding = FoundingSecret::random(random);
        let dossier = founding.public().dossier();
        let mut step = Step::default();
        step.put(EntryKey::Founding(dossier.clone()), &FoundingEntry(founding));
        (dossier, step)
    }

    /// Opens the charter of a dossier that was founded here. The founding key has done its work then.
    pub(crate) fn begin_charter<H: Home>(
        &self,
        dossier: &DossierId,
        now: DateTime<Utc>,
        home: &mut H,
        step: &mut Step,
    ) -> Result<Result<Charter, ShareError>, H::Error> {
        let key = EntryKey::Founding(dossier.clone());
        let Some(bytes) = home.get(&key)? else { return Ok(Err(ShareError::NotFounded)) };
        let founding = match read_entry(key.clone(), &bytes) {
            Ok(FoundingEntry(founding)) => founding,
            Err(damaged) => return Ok(Err(damaged.into())),
        };
        let before = self.written_before(dossier, home)?;
        let opened = Charter::open(&founding, self.member(), before, &self.me.person, now);
        if opened.is_ok() {
            step.delete(key);
        }
        Ok(opened.map_err(ShareError::from))
    }

    /// Accepts a dossier that its keeper handed over to this person. Until then the keeper remains its keeper.
    pub fn accept_handover<H: Home>(
        &mut self,
        dossier: &DossierId,
        now: DateTime<Utc>,
        home: &mut H,
    ) -> Result<Result<Step, ShareError>, H::Error> {
        let mut charter = match self.charter(dossier, home)? {
            Err(damaged) => return Ok(Err(damaged.into())),
            Ok(None) => return Ok(Err(IssueError::NotOffered.into())),
            Ok(Some(charter)) => charter,
        };
        if let Err(error) = charter.accept(&self.me.person, now) {
            return Ok(Err(error.into()));
        }
        let mut step = Step::default();
        self.save_charter(dossier, &charter, &mut step);
        self.tell_members(dossier, None, now, &mut step);
        Ok(Ok(step))
    }

    /// Returns whether the keeper of a dossier wants to hand it over to this person, without reading its charter.
    pub fn is_offered(&self, dossier: &DossierId) -> bool {
        self.shared.get(dossier).is_some_and(|shared| shared.offered)
    }

    /// Returns whether it is unclear who keeps a dossier, without reading its charter.
    pub fn is_frozen(&self, dossier: &DossierId) -> bool {
        self.shared.get(dossier).is_some_and(|shared| shared.frozen)
    }

    /// Chooses whom to follow where the charter of a dossier is frozen. The choice goes to nobody else.
    pub fn follow_keeper<H: Home>(
        &mut self,
        dossier: &DossierId,
        keeper: &PersonKey,
        now: DateTime<Utc>,
        home: &mut H,
    ) -> Result<Result<Step, ShareError>, H::Error> {
        let mut charter = match self.charter(dossier, home)? {
            Err(damaged) => return Ok(Err(damaged.into())),
            Ok(None) => return Ok(Err(ShareError::NotFounded)),
            Ok(Some(charter)) => charter,
        };
        let mut step = Step::default();
        if !charter.follow(*keeper) {
            return Ok(Err(IssueError::NotAMember.into()));
        }
        self.save_charter(dossier, &charter, &mut step);
        self.tell_members(dossier, None, now, &mut step);
        Ok(Ok(step))
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
            people.into_iter().flatten().filter(move |(person, one)| one.role.is_some() && **person != me);
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
        let me = shared.people.get(&self.person());
        me.is_some_and(|me| me.role == Some(GrantedRole::Coach))
    }

    /// Returns the people to whom something of a dossier may be sent now, including this person for her other
    /// devices.
    pub(crate) fn members(&self, dossier: &DossierId) -> Vec<PersonKey> {
        let Some(shared) = self.shared.get(dossier) else { return Vec::new() };
        let with_role = shared.people.iter().filter(|(_, one)| one.role.is_some());
        with_role.map(|(person, _)| *person).filter(|person| self.may_receive(person)).collect()
    }

    /// Saves a charter, and the summary of who shares the dossier.
    pub(crate) fn save_charter(&mut self, dossier: &DossierId, charter: &Charter, step: &mut Step) {
        let terms = charter.terms();
        let role = |person: &PersonKey| match terms.role(person)? {
            MemberRole::Reader => Some(GrantedRole::Reader),
            MemberRole::Coach | MemberRole::Keeper => Some(GrantedRole::Coach),
        };
        let known = self.shared.get(dossier);
        let devices = |person: &PersonKey| {
            let one = known.and_then(|known| known.people.get(person));
            one.map(|one| one.devices.clone()).unwrap_or_default()
        };
        let sharer = |person: &PersonKey| Sharer { role: role(person), devices: devices(person) };
        let people = terms.all_named().map(|member| (member.person, sharer(&member.person))).collect();
        let offered = terms.offered_to().is_some_and(|to| to.person == self.person());
        let shared = Shared { people, statements: charter.digest(), frozen: terms.is_frozen(), offered };
        step.writes.insert(EntryKey::Charter(dossier.clone()), Some(charter.encode()));
        step.put(EntryKey::Shared(dossier.clone()), &shared);
        self.shared.insert(dossier.clone(), shared);
    }

    pub(crate) fn members_with_roles(&self, dossier: &DossierId) -> Vec<PersonKey> {
        let shared = self.shared.get(dossier);
        let people = shared.into_iter().flat_map(|shared| &shared.people);
        people.filter(|(_, one)| one.role.is_some()).map(|(person, _)| *person).collect()
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
