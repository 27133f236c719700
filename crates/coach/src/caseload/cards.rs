//! The cards of the caseload, as they are today.

use crate::caseload::attention;
use crate::caseload::card::CaseCard;
use crate::desk::Desk;

impl Desk {
    /// Returns the cards of the caseload, the last edited first, without opening a dossier.
    pub fn caseload(&mut self) -> Vec<CaseCard> {
        let today = self.today();
        let stores = self.stores();
        let mut cards = stores.caseload.list(stores.vault, today);
        // If the exchange cannot be read, the cards have no names for now. The next call tries again.
        if let Ok(exchange) = self.exchange() {
            for card in &mut cards {
                card.with = exchange.shared_with(&card.id).map(str::to_owned).collect();
                let sharing = attention::sharing(exchange.is_frozen(&card.id), exchange.is_offered(&card.id));
                card.attention.splice(0..0, sharing);
            }
        }
        cards
    }
}
