//! The caseload: one sealed summary per dossier. A summary is read without opening its dossier, once while
//! the desk is open.

use chrono::{DateTime, NaiveDate, Utc};
use dossier::instrument::{self, LoadWarning};
use dossier::model::{
    Action, ActionField, ActionStatus, DossierStatus, Measurement, Organisation, Person, PersonField,
    Supervision, SupervisionField,
};
use dossier::{Dossier, DossierId, Edit, RecordEdit};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::Vault;

use crate::caseload::attention;
use crate::caseload::due::{self, Days, Due, DueKind};
use crate::environment::day;
use crate::message::Message;

/// One dossier in the caseload.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CaseCard {
    /// The id of the dossier.
    pub id: DossierId,
    /// The client's name or alias.
    pub name: String,
    /// True if the dossier is closed.
    pub closed: bool,
    /// True if the client is fictional.
    pub example: bool,
    /// The method that the dossier follows.
    pub method: String,
    /// The title of the method, if it is an organisation's own.
    #[serde(default)]
    pub method_title: Option<String>,
    /// The current step of the method.
    pub step: String,
    /// The title of the step, in an organisation's own method.
    #[serde(default)]
    pub step_title: Option<String>,
    /// The number of people and organisations on the map.
    pub members: u32,
    /// The number of actions that are not done.
    pub open_actions: u32,
    /// The warning about a carer's load, if a load asks for attention.
    #[serde(default)]
    pub carer_load: Option<LoadWarning>,
    /// The number of questions to colleagues that are not settled.
    #[serde(default)]
    pub open_questions: u32,
    /// The number of changes from others that have not been seen yet.
    #[serde(default)]
    pub news: u32,
    /// The time of the last note or edit.
    pub last_edited: DateTime<Utc>,
    /// The first day that the record mentions.
    #[serde(default)]
    pub started: Option<NaiveDate>,
    /// The day on which the dossier was closed.
    #[serde(default)]
    pub closed_on: Option<NaiveDate>,
    /// The last contact at the time of the last edit, and the contacts on later days.
    #[serde(default)]
    pub contacts: Vec<NaiveDate>,
    /// The dated items of the agenda, sorted by day.
    #[serde(default)]
    pub dues: Vec<Due>,
    /// The last contact until today. This field and the following ones are computed when the card is read.
    #[serde(default)]
    pub last_contact: Option<NaiveDate>,
    /// The next contact or check-in that was agreed.
    #[serde(default)]
    pub next_contact: Option<NaiveDate>,
    /// The number of actions that were due before today.
    #[serde(default)]
    pub late_actions: u32,
    /// The names of the people with whom the dossier is shared.
    #[serde(default)]
    pub with: Vec<String>,
    /// The reasons why the dossier asks for attention.
    #[serde(default, rename = "hands")]
    pub attention: Vec<Message>,
}

/// The counts on a card. Computing them reads every member, action and note.
#[derive(Clone)]
pub(crate) struct Counts {
    members: u32,
    open_actions: u32,
    days: Days,
    /// The heaviest load that asks for attention.
    carer_load: Option<LoadWarning>,
    open_questions: u32,
}

impl Counts {
    pub(crate) fn of(dossier: &Dossier) -> Self {
        let members = dossier.count::<Person>() + dossier.count::<Organisation>();
        let over =
            |action: &Action| matches!(action.status, Some(ActionStatus::Done | ActionStatus::Dropped));
        let open_actions = dossier.all::<Action>().iter().filter(|action| !over(action)).count();
        let open_question = |one: &&Supervision| one.reply_to.is_none() && !one.settled;
        Self {
            members: members as u32,
            open_actions: open_actions as u32,
            days: Days::of(dossier),
            carer_load: carer_load(dossier),
            open_questions: dossier.all::<Supervision>().iter().filter(open_question).count() as u32,
        }
    }

    /// Returns whether the counts stay the same after an edit, as they do after most edits.
    pub(crate) fn outlast(edit: &Edit) -> bool {
        if !Days::outlast(edit) {
            return false;
        }
        match edit {
            Edit::All(edits) => edits.iter().all(Self::outlast),
            // A carer who has died asks for no attention.
            Edit::Person(RecordEdit::Set { to, .. }) => !matches!(to, PersonField::Life(_)),
            Edit::Person(_) => false,
            Edit::Organisation(change) => matches!(change, RecordEdit::Set { .. }),
            Edit::Action(RecordEdit::Set { to, .. }) => !matches!(to, ActionField::Status(_)),
            Edit::Action(_) | Edit::Measurement(_) => false,
            Edit::Supervision(RecordEdit::Set { to, .. }) => matches!(to, SupervisionField::Words(_)),
            Edit::Supervision(_) => false,
            _ => true,
        }
    }
}

/// Returns the heaviest load of a carer that asks for attention. Reads no people if no instrument
/// was filled in.
fn carer_load(dossier: &Dossier) -> Option<LoadWarning> {
    let measurements: Vec<Measurement> = dossier.all_as_added();
    if measurements.is_empty() {
        return None;
    }
    instrument::carers(&dossier.all(), &measurements).iter().filter_map(|carer| carer.warning).max()
}

/// Returns the card of a dossier.
pub(crate) fn card(dossier: &Dossier, counts: Counts, news: u32) -> CaseCard {
    let profile = dossier.profile();
    let path = dossier.followed_method();
    let step = profile.step.as_deref().and_then(|step| path.step(step)).or_else(|| path.steps().next());
    let closed = profile.status == Some(DossierStatus::Closed);
    let written = closed.then(|| dossier.profile_written("status")).flatten();
    CaseCard {
        id: dossier.id().clone(),
        name: profile.name,
        closed,
        closed_on: written.map(|written| day(written.at)),
        started: counts.days.started,
        contacts: counts.days.contacts,
        dues: counts.days.dues,
        last_contact: None,
        next_contact: None,
        late_actions: 0,
        with: Vec::new(),
        attention: Vec::new(),
        example: profile.example,
        step: step.map(|step| step.name.clone()).unwrap_or_default(),
        step_title: step.and_then(|step| step.title.clone()),
        method_title: path.title.clone(),
        method: path.name.clone(),
        members: counts.members,
        open_actions: counts.open_actions,
        carer_load: counts.carer_load.filter(|_| !closed),
        open_questions: counts.open_questions,
        news,
        last_edited: dossier.last_written().map(|written| written.at).unwrap_or_default(),
    }
}

pub(crate) fn encode(card: &CaseCard) -> Vec<u8> {
    // Texts and numbers always have a JSON form.
    serde_json::to_vec(card).unwrap_or_default()
}

/// Sets the fields of a card that depend on the day on which it is read.
fn on_a_day(mut card: CaseCard, today: NaiveDate) -> CaseCard {
    card.last_contact = due::last_contact(&card.contacts, today);
    let still = due::still_due(&card.dues, card.last_contact);
    card.next_contact =
        still.filter(|due| due.kind != DueKind::Action && due.day >= today).map(|due| due.day).min();
    let late = |due: &&Due| due.kind == DueKind::Action && due.day < today;
    card.late_actions = card.dues.iter().filter(late).count() as u32;
    card.attention =
        attention::reasons(card.carer_load, &card.dues, card.last_contact, card.open_questions, today);
    card
}

/// The cards of all dossiers, kept up to date by every edit that becomes durable.
#[derive(Default)]
pub(crate) struct Caseload(Option<Vec<CaseCard>>);

impl Caseload {
    /// Returns all cards as they are on a day, the last edited first.
    pub(crate) fn list(&mut self, vault: &Vault, today: NaiveDate) -> Vec<CaseCard> {
        let cards = self.0.get_or_insert_with(|| {
            let summaries = vault.summaries().into_iter();
            summaries.filter_map(|(_, bytes)| serde_json::from_slice(&bytes).ok()).collect()
        });
        cards.sort_by(|a, b| b.last_edited.cmp(&a.last_edited).then_with(|| a.name.cmp(&b.name)));
        cards.iter().cloned().map(|card| on_a_day(card, today)).collect()
    }

    /// Replaces the card of a dossier by the one that the vault has now.
    pub(crate) fn replace(&mut self, card: CaseCard) {
        let Some(cards) = &mut self.0 else { return };
        match cards.iter_mut().find(|there| there.id == card.id) {
            Some(there) => *there = card,
            None => cards.push(card),
        }
    }
}
