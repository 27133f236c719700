//! The terms that follow from the evaluation of a charter.

use super::act::Act;
use super::evaluation::Evaluation;
use super::roles::Successors;
use super::terms::Terms;

impl Evaluation<'_> {
    /// Returns the terms of the charter.
    pub(super) fn terms(&self) -> Terms {
        let roles = self.roles();
        let closed = self.holding().iter().any(|number| matches!(self.graph().act(*number), Act::Close));
        // Nobody is asked to keep a dossier in which they have no role, or no role by this key.
        let offered_to = self.offered_to().filter(|(_, to)| !closed && roles.contains_key(&to.person));
        Terms {
            keeper: self.tenures().last().keeper.clone(),
            frozen: self.tenures().is_forked(),
            offered_to,
            roles,
            withdrawn: self.withdrawals().iter().map(|one| one.person).collect(),
            successors: Successors::of(self).unique(),
            consents: self.consents(),
            closed,
            before: self.documents_before().clone(),
            history: self.history(),
        }
    }
}
