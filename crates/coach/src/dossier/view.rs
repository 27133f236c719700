//! A dossier as the faces show it.

use chrono::{DateTime, Utc};
use dossier::method::MethodPath;
use dossier::model::*;
use serde::Serialize;
use ts_rs::TS;

use crate::dossier::at_once::{Difference, NewsItem};

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
