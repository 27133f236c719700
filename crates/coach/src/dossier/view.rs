//! The view of a dossier, for the window.

use chrono::{DateTime, Utc};
use dossier::Dossier;
use dossier::method::MethodPath;
use dossier::model::*;
use serde::Serialize;
use ts_rs::TS;
use vault::{Shelf, Vault};

use crate::desk::document_id::note_document;
use crate::desk::open_dossier::OpenDossier;
use crate::dossier::at_once::{self, ConflictCard};
use crate::dossier::author::Names;
use crate::dossier::news::{NewsItem, news};
use crate::error::CoachError;
use crate::network::view::NetworkView;

/// A dossier as the window shows it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct DossierView {
    /// The profile of the client.
    pub profile: Profile,
    /// The people around the client.
    pub people: Vec<Person>,
    /// The organisations around the client.
    pub organisations: Vec<Organisation>,
    /// Ties between members whose records are both in view.
    pub ties: Vec<Tie>,
    /// Partnerships between people whose records are both in view.
    pub partnerships: Vec<Partnership>,
    /// Lines of descent between people whose records are both in view.
    pub parentages: Vec<Parentage>,
    /// The wishes of the client.
    pub wishes: Vec<Wish>,
    /// The state of the dimensions of the client's life.
    pub life: Vec<Life>,
    /// The needs of the client.
    pub needs: Vec<Need>,
    /// The talents and interests of the client.
    pub talents: Vec<Talent>,
    /// The roles of the client.
    pub roles: Vec<Role>,
    /// The client's reasons for not asking for support.
    pub resistances: Vec<Resistance>,
    /// The goals of the plan.
    pub goals: Vec<Goal>,
    /// The actions of the plan.
    pub actions: Vec<Action>,
    /// The instruments that were filled in.
    pub measurements: Vec<Measurement>,
    /// The recorded events of the steps: begun, done or skipped.
    pub passages: Vec<Passage>,
    /// The approaches of the plan.
    pub approaches: Vec<Approach>,
    /// The check-ins of the aftercare.
    pub check_ins: Vec<CheckIn>,
    /// Questions to colleagues, and their answers.
    pub supervision: Vec<Supervision>,
    /// Organisations' own methods that are stored in the dossier.
    pub own_methods: Vec<OwnMethod>,
    /// The method that the dossier follows.
    pub method: MethodPath,
    /// The current step of the method.
    pub step: String,
    /// The notes, newest first.
    pub notes: Vec<NoteCard>,
    /// The measuring moments, sorted by day.
    pub moments: Vec<Moment>,
    /// The time at which the dossier was last made durable on this computer.
    pub saved_at: Option<DateTime<Utc>>,
    /// True if there is an edit of this person to undo.
    pub can_undo: bool,
    /// True if there is an edit to redo.
    pub can_redo: bool,
    /// True if a newer version wrote this dossier, so it can be read and not edited.
    pub read_only: bool,
    /// The conflicts between two people's changes, for somebody to resolve.
    pub conflicts: Vec<ConflictCard>,
    /// The changes from others that have not been seen yet.
    pub news: Vec<NewsItem>,
    /// True if the dossier came from another person and was not opened yet.
    pub is_new: bool,
}

/// A note in the list of notes. Its text is loaded when it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct NoteCard {
    /// The note without its text.
    pub note: Note,
    /// The beginning of the text, at most 160 characters.
    pub excerpt: String,
}

impl DossierView {
    /// Returns a dossier as the window shows it.
    pub(crate) fn of(open: &OpenDossier, vault: &Vault, names: &Names) -> Result<Self, CoachError> {
        let (dossier, found) = (open.dossier(), open.conflicts());
        let (can_undo, can_redo) = open.can_undo_and_redo(vault);
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
            conflicts: at_once::cards(dossier, found, names),
            news: news(dossier, open.news(), &found.removals),
            is_new: open.news().whole,
        })
    }
}

/// Returns the notes, newest first, with the excerpts that the vault stores beside their texts.
fn note_cards(dossier: &Dossier, vault: &Vault) -> Result<Vec<NoteCard>, CoachError> {
    let mut notes: Vec<Note> = dossier.all_as_added();
    notes.reverse();
    notes.sort_by_key(|note| std::cmp::Reverse(note.day));
    let keys = notes.iter().map(|note| note_document(dossier.id(), &note.id).0.to_vec());
    let excerpts = vault.get_many(Shelf::Excerpts, keys)?;
    let cards = notes.into_iter().zip(excerpts).map(|(note, excerpt)| {
        // A damaged excerpt must not hide its note. `check` reports the damage.
        let excerpt = excerpt.ok().flatten().unwrap_or_default();
        NoteCard { note, excerpt: String::from_utf8_lossy(&excerpt).into_owned() }
    });
    Ok(cards.collect())
}
