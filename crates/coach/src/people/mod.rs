//! Colleagues and own devices: invitations, acquaintance, and who shares a dossier.

pub(crate) mod charter;
pub mod events;
pub mod meeting;
pub(crate) mod own_device;
pub mod views;
