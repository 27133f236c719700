//! The kinds of records, in the words of network coaching: one file per noun.

mod action;
mod approach;
mod check_in;
mod family;
mod goal;
mod instrument;
mod life;
mod measurement;
mod moment;
mod note;
mod organisation;
mod own_method;
mod passage;
mod person;
mod profile;
mod relationship;
mod strengths;
mod supervision;
mod support;
mod tie;

pub use action::{Action, ActionField, ActionStatus, Intervention, Method, Worked};
pub use approach::{Approach, ApproachField};
pub use check_in::{CheckIn, CheckInField, Going};
pub use family::{Parentage, ParentageField, ParentageKind, Partnership, PartnershipField, PartnershipKind};
pub use goal::{Goal, GoalField, GoalKind, GoalStatus, NetworkDimension};
pub use instrument::Instrument;
pub use life::{
    Life, LifeDimension, LifeField, Need, NeedField, NeedStatus, Provision, Resistance, ResistanceField,
};
pub use life::{Reason, Wish, WishField};
pub use measurement::{Measurement, MeasurementField};
pub use moment::{Moment, MomentField};
pub use note::{Note, NoteField, NoteKind};
pub use organisation::{Organisation, OrganisationField, OrganisationKind};
pub use own_method::{OwnMethod, OwnMethodField};
pub use passage::{Passage, PassageField, PassageKind};
pub use person::{
    AgeGroup, CarerRole, CivilStatus, Gender, Person, PersonField, Relation, Ring, Schooling, Sector,
};
pub use person::{LifeStatus, Work};
pub use profile::{DossierStatus, Household, Profile, ProfileField};
pub use relationship::{Channel, Energy, Frequency, Initiative, Quality, Strength, TravelTime};
pub use strengths::{Role, RoleField, RoleTime, Talent, TalentField, TalentKind};
pub use supervision::{Supervision, SupervisionField};
pub use support::SupportKind;
pub use tie::{Tie, TieField, TieKind};
