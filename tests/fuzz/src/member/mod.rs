//! A member of a dossier who writes whatever can be written in an Automerge document. The signatures and
//! seals around it are valid, because a member has keys.

mod kind;
mod shown;
mod value;
mod writing;

pub(crate) use kind::{Kind, kinds};
pub(crate) use shown::{METHODS, WORDS};
pub(crate) use writing::{MemberDocument, seeds};
