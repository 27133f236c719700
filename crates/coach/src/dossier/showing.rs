//! The views of a dossier: the whole dossier, its conflicts, and its news.

use dossier::DossierId;
use vault::Batch;

use crate::changed::Changed;
use crate::desk::Desk;
use crate::dossier::at_once::ConflictCard;
use crate::dossier::author::Names;
use crate::dossier::news::Seen;
use crate::dossier::view::DossierView;
use crate::error::CoachError;

impl Desk {
    /// Returns a dossier as the window shows it.
    pub fn dossier(&mut self, id: &DossierId) -> Result<DossierView, CoachError> {
        let names = self.names()?;
        let (open, stores) = self.open(id)?;
        DossierView::of(open, stores.vault, &names)
    }

    /// Returns the conflicts between two people's changes to a dossier.
    pub fn conflicts(&mut self, id: &DossierId) -> Result<Vec<ConflictCard>, CoachError> {
        Ok(self.dossier(id)?.conflicts)
    }

    /// Saves that the coach has seen changes from others.
    pub fn seen(&mut self, id: &DossierId, seen: &Seen) -> Result<Changed, CoachError> {
        let (open, mut stores) = self.open(id)?;
        let was_new = open.see(seen, Batch::default(), &mut stores)?;
        Ok(if was_new { Changed::dossier(id) } else { Changed::nothing() })
    }

    /// Returns the names of the authors that are known at this desk.
    pub(crate) fn names(&mut self) -> Result<Names, CoachError> {
        let exchange = self.exchange()?;
        let contacts = exchange.contacts();
        let colleagues = contacts.map(|contact| (contact.coach(), contact.name.clone())).collect();
        Ok(Names { me: exchange.own_coaches(), colleagues })
    }
}
