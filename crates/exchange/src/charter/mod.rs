//! The charter of a dossier: its keeper, the client's consent, and who may read and write.
//!
//! A charter is a set of signed statements, each linked to those before it by their hashes. The terms of the
//! charter ([`Terms`]) are a function of the set alone, so everybody who has the same statements agrees,
//! whatever the order in which they came.

mod act;
#[allow(clippy::module_inception, reason = "the file is named after the type that it defines")]
mod charter;
mod ending;
mod evaluation;
mod graph;
mod issue;
mod member;
mod result;
mod roles;
mod standing;
mod statement;
mod statement_hash;
mod tenure;
mod terms;

pub use act::{Act, ConsentForm};
pub use charter::{Charter, CharterError};
pub(crate) use charter::{CharterDigest, MOST_KEPT, digest_of};
#[cfg(test)]
pub(crate) use charter::{MOST_STATEMENTS, RESERVE};
pub use issue::IssueError;
pub use member::{CharterMember, GrantedRole, MemberRole};
pub use statement::{NotAStatement, SignedStatement, Statement};
pub use statement_hash::StatementHash;
pub use terms::{Consent, StatementSummary, Terms};

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]
mod tests;
