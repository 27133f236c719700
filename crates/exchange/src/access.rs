//! The parts of a dossier that a person may get. Everything that goes out about a dossier is checked here.

use dossier::DossierId;

use crate::charter::{Charter, CharterDigest};
use crate::exchange::Exchange;
use crate::planted::{self, Weakness};
use crate::signing_key::PersonKey;

/// The part of a dossier that a person may get. Each contains those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Access {
    /// Nothing: the charter never named the person.
    Nothing,
    /// The charter up to the withdrawal of the person's role.
    UpToWithdrawal,
    /// The charter. The person has another key than the one that the charter names.
    Charter,
    /// The charter, the cards of the members, and what the record contains. Whether the record may be sent
    /// now, the consent decides.
    Everything,
}

impl Exchange {
    /// Returns which part of a dossier a person may get.
    pub(crate) fn access(&self, dossier: &DossierId, person: &PersonKey) -> Access {
        let Some(shared) = self.shared.get(dossier) else { return Access::Nothing };
        if *person == self.person() || planted::is(Weakness::AccessUnchecked) {
            return Access::Everything;
        }
        match shared.people.get(person) {
            Some(named) if named.role.is_some() => return Access::Everything,
            Some(_) => return Access::UpToWithdrawal,
            None => {}
        }
        let has_role_under_former_key = shared
            .people
            .iter()
            .any(|(former, named)| named.role.is_some() && self.latest_key(former) == *person);
        if has_role_under_former_key { Access::Charter } else { Access::Nothing }
    }

    /// Returns the part of a charter that a person may see, or `None` if they may see nothing of it.
    pub(crate) fn charter_for(&self, charter: Charter, person: &PersonKey) -> Option<Charter> {
        match self.access(&charter.dossier().clone(), person) {
            Access::Nothing => None,
            Access::UpToWithdrawal => Some(charter.up_to_withdrawal_of(person)),
            Access::Charter | Access::Everything => Some(charter),
        }
    }

    /// Returns the digest of what is here of a charter, as a person may see it.
    pub(crate) fn digest_for(&self, charter: Option<Charter>, person: &PersonKey) -> CharterDigest {
        let seen = charter.and_then(|charter| self.charter_for(charter, person));
        seen.map_or([0; 32], |charter| charter.digest())
    }
}
