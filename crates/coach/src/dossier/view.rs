//! A dossier as the faces show it.

use chrono::{DateTime, Utc};
use dossier::Dossier;
use dossier::method::MethodPath;
use dossier::model::*;
use serde::Serialize;
use ts_rs::TS;
use vault::{Shelf, Vault};

use crate::desk::document_id::note_document;
use crate::desk::open_dossier::OpenDossier;
use crate::dossier::at_once::{Difference, differences};
use crate::dossier::author::Names;
use crate::dossier::news::{NewsItem, news};
use crate::error::CoachError;
use crate::network::view::NetworkView;

/// A dossier as the window shows it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct DossierView {
    /// The client.
    pub profile: Profile,
    /// The people around the client.
    pub people: Vec<Person>,
    /// The organisations around the client.
    pub organisations: Vec<Organisation>,
    /// Ties among members; both ends are in view.
    pub ties: Vec<Tie>,
    /// Partnerships; both ends are in view.
    pub partnerships: Vec<Partnership>,
    /// Lines of descent; both ends are in view.
    pub parentages: Vec<Parentage>,
    /// Wishes.
    pub wishes: Vec<Wish>,
    /// How dimensions of life are.
    pub life: Vec<Life>,
    /// Needs.
    pub needs: Vec<Need>,
    /// Talents and interests.
    pub talents: Vec<Talent>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Reasons to hold back.
    pub resistances: Vec<Resistance>,
    /// Goals.
    pub goals: Vec<Goal>,
    /// Actions.
    pub actions: Vec<Action>,
    /// Filled-in instruments.
    pub measurements: Vec<Measurement>,
    /// What happened with steps.
    pub passages: Vec<Passage>,
    /// Approaches of the plan.
    pub approaches: Vec<Approach>,
    /// Check-ins of the aftercare.
    pub check_ins: Vec<CheckIn>,
    /// Questions to colleagues, and answers.
    pub supervision: Vec<Supervision>,
    /// Organisations' own methods that came along.
    pub own_methods: Vec<OwnMethod>,
    /// The method that is followed.
    pub method: MethodPath,
    /// The step of it that the dossier is in.
    pub step: String,
    /// Notes, newest first.
    pub notes: Vec<NoteCard>,
    /// Measuring moments, by their day.
    pub moments: Vec<Moment>,
    /// When the dossier was last made durable on this computer.
    pub saved_at: Option<DateTime<Utc>>,
    /// Whether there is an own edit to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
    /// A newer version wrote this dossier: it can be read, not edited.
    pub read_only: bool,
    /// What two people did at once, for somebody to choose.
    pub differences: Vec<Difference>,
    /// What came from others and was not looked at yet.
    pub news: Vec<NewsItem>,
    /// The dossier came from another and was not opened yet.
    pub is_new: bool,
}

/// A note as the logbook lists it: its text is asked for when it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct NoteCard {
    /// What stands around the text.
    pub note: Note,
    /// The beginning of the text, at most 160 characters.
    pub excerpt: String,
}

impl DossierView {
    /// Returns a dossier as the window shows it.
    pub(crate) fn of(open: &OpenDossier, vault: &Vault, names: &Names) -> Result<Self, CoachError> {
        let (dossier, conflicts) = (open.dossier(), open.conflicts());
        let (can_undo, can_redo) = open.can_undo_and_redo();
        let network = NetworkView::of(dossier);
        let (profile, method) = (dossier.profile(), dossier.followed_method());
        let step =
            profile.step.as_deref().and_then(|step| method.step(step)).or_else(|| method.steps().next());
        let step = step.map(|step| step.name.clone()).unwrap_or_default();
        Ok(Self {
            profile,
            people: network.people,
            organisations: network.organisations,
            ties: network.ties,
            partnerships: network.partnerships,
            parentages: network.parentages,
            wishes: dossier.all_as_added(),
            life: dossier.all_as_added(),
            needs: dossier.all_as_added(),
            talents: dossier.all_as_added(),
            roles: dossier.all_as_added(),
            resistances: dossier.all_as_added(),
            goals: dossier.all_as_added(),
            actions: dossier.all_as_added(),
            measurements: dossier.all_as_added(),
            passages: dossier.all_as_added(),
            approaches: dossier.all_as_added(),
            check_ins: dossier.all_as_added(),
            supervision: dossier.all_as_added(),
            own_methods: dossier.all_as_added(),
            method,
            step,
            notes: note_cards(dossier, vault)?,
            moments: dossier.moments(),
            saved_at: dossier.last_written().map(|written| written.at),
            can_undo,
            can_redo,
            read_only: dossier.is_of_a_newer_format(),
            differences: differences(dossier, conflicts, names),
            news: news(dossier, open.news(), &conflicts.questions),
            is_new: open.news().whole,
        })
    }
}

/// Returns the notes, newest first, with the excerpts that the vault has beside their texts.
fn note_cards(dossier: &Dossier, vault: &Vault) -> Result<Vec<NoteCard>, CoachError> {
    let mut notes: Vec<Note> = dossier.all_as_added();
    notes.reverse();
    notes.sort_by_key(|note| std::cmp::Reverse(note.day));
    let keys = notes.iter().map(|note| note_document(dossier.id(), &note.id).0.to_vec());
    let excerpts = vault.get_many(Shelf::Excerpts, keys)?;
    let cards = notes.into_iter().zip(excerpts).map(|(note, excerpt)| {
        // A damaged excerpt hides no note; `check` names it.
        let excerpt = excerpt.ok().flatten().unwrap_or_default();
        NoteCard { note, excerpt: String::from_utf8_lossy(&excerpt).into_owned() }
    });
    Ok(cards.collect())
}
