//! The measuring moments of a dossier.

use crate::document::Heads;
use crate::dossier::Dossier;
use crate::id::MomentId;
use crate::model::Moment;

impl Dossier {
    /// Returns the heads of the record at a measuring moment; `None` if there is no such moment, or the
    /// record does not hold the changes that it names.
    pub fn heads_at(&self, moment: &MomentId) -> Option<Heads> {
        self.one::<Moment>(moment)?.then().filter(|heads| self.knows(heads))
    }

    /// Returns all measuring moments, by their day and then in the order in which they were added.
    pub fn moments(&self) -> Vec<Moment> {
        let mut moments = self.all_as_added::<Moment>();
        moments.sort_by_key(|moment| moment.day);
        moments
    }

    /// Returns the last measuring moment whose heads the record holds. If `before` is given, only moments
    /// before that one count.
    pub fn last_moment(&self, before: Option<&MomentId>) -> Option<Moment> {
        let mut moments = self.moments();
        let until = before.and_then(|before| moments.iter().position(|moment| moment.id == *before));
        moments.truncate(until.unwrap_or(moments.len()));
        moments.into_iter().rfind(|moment| moment.then().is_some_and(|heads| self.knows(&heads)))
    }
}
