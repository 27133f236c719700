//! The caseload: one sealed summary a dossier, read without opening it.

use dossier::model::{Action, ActionStatus, DossierStatus, Organisation, Person};
use dossier::{Dossier, method};
use vault::Vault;

use crate::error::CoachError;
use crate::view::CaseCard;

/// The line that a dossier has in the caseload.
pub(crate) fn card(dossier: &Dossier) -> CaseCard {
    let profile = dossier.profile();
    let members = dossier.all::<Person>().len() + dossier.all::<Organisation>().len();
    let over = |action: &Action| matches!(action.status, Some(ActionStatus::Done | ActionStatus::Dropped));
    let open_actions = dossier.all::<Action>().iter().filter(|action| !over(action)).count();
    CaseCard {
        id: dossier.id().clone(),
        name: profile.name,
        closed: profile.status == Some(DossierStatus::Closed),
        example: profile.example,
        method: profile.method.unwrap_or_else(|| method::SEVEN_STEPS.name.to_owned()),
        step: profile
            .step
            .or_else(|| method::SEVEN_STEPS.steps().next().map(str::to_owned))
            .unwrap_or_default(),
        members: members as u32,
        open_actions: open_actions as u32,
        last_edited: dossier.last_written().map(|written| written.at).unwrap_or_default(),
    }
}

pub(crate) fn encode(card: &CaseCard) -> Vec<u8> {
    // Texts and numbers always have a JSON form.
    serde_json::to_vec(card).unwrap_or_default()
}

/// All lines, last edited first.
pub(crate) fn list(vault: &Vault) -> Result<Vec<CaseCard>, CoachError> {
    let summaries = vault.summaries()?.into_iter();
    let mut cards: Vec<CaseCard> =
        summaries.filter_map(|(_, bytes)| serde_json::from_slice(&bytes).ok()).collect();
    cards.sort_by(|a, b| b.last_edited.cmp(&a.last_edited).then_with(|| a.name.cmp(&b.name)));
    Ok(cards)
}
