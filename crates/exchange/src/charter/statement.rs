//! One signed statement.

use std::fmt;

use chrono::{DateTime, Utc};
use dossier::DossierId;
use minicbor::{Decode, Encode};

use super::Act;
use crate::cbor;
use crate::key::{PersonKey, PersonSecret, Signature};

const PURPOSE: &str = "kring 2026 charter statement";
/// The longest statement that names the heads of all documents.
const LONGEST_WITH_HEADS: usize = 1024 * 1024;
/// The longest of the others.
const LONGEST: usize = 64 * 1024;
/// The most statements that one follows.
pub(super) const MOST_PARENTS: usize = 64;

/// The name of a statement: the hash of what was signed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct StatementHash(#[cbor(with = "minicbor::bytes")] pub [u8; 32]);

impl StatementHash {
    pub(crate) fn digest(&self) -> u64 {
        let (number, _) = self.0.split_first_chunk().unwrap_or((&[0; 8], &[]));
        u64::from_le_bytes(*number)
    }
}

impl fmt::Display for StatementHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for StatementHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d, ..] = self.0;
        write!(f, "{a:02x}{b:02x}{c:02x}{d:02x}…")
    }
}

/// What somebody states about a dossier.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub struct Statement {
    /// About which dossier.
    #[cbor(n(0), with = "cbor::dossier_id")]
    pub dossier: DossierId,
    /// The statements that it follows, sorted.
    #[n(1)]
    pub parents: Vec<StatementHash>,
    /// Who.
    #[n(2)]
    pub author: PersonKey,
    /// When, by the author's clock. People see it; no rule looks at it.
    #[cbor(n(3), with = "cbor::moment")]
    pub at: DateTime<Utc>,
    /// What.
    #[n(4)]
    pub act: Act,
}

impl Statement {
    pub(crate) fn sign(mut self, secret: &PersonSecret) -> SignedStatement {
        // As everybody else will read it: without what is less than a second.
        self.at = DateTime::from_timestamp(self.at.timestamp(), 0).unwrap_or(self.at);
        let signed = cbor::to_vec(&self);
        let signature = secret.sign(PURPOSE, &signed);
        SignedStatement {
            hash: hash(&signed),
            bytes: cbor::to_vec(&Wire { signature, signed }),
            statement: self,
        }
    }
}

/// A statement whose signature held, with the bytes that travel.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedStatement {
    statement: Statement,
    hash: StatementHash,
    bytes: Vec<u8>,
}

#[derive(Encode, Decode)]
struct Wire {
    #[n(0)]
    signature: Signature,
    #[cbor(n(1), with = "minicbor::bytes")]
    signed: Vec<u8>,
}

/// Why bytes are not a signed statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAStatement {
    /// They cannot be read.
    #[error("the statement cannot be read")]
    Unreadable,
    /// The signature does not hold.
    #[error("the statement's signature does not hold")]
    BadSignature,
}

impl SignedStatement {
    /// Reads a statement and checks its signature.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotAStatement> {
        let wire: Option<Wire> = (bytes.len() <= LONGEST_WITH_HEADS).then(|| cbor::read(bytes)).flatten();
        let Wire { signature, signed } = wire.ok_or(NotAStatement::Unreadable)?;
        let statement: Statement = cbor::read(&signed).ok_or(NotAStatement::Unreadable)?;
        let fits = bytes.len() <= LONGEST || statement.act.names_heads();
        let sorted = statement.parents.is_sorted_by(|a, b| a < b) && statement.parents.len() <= MOST_PARENTS;
        if !fits || !sorted || !statement.act.is_well_formed() {
            return Err(NotAStatement::Unreadable);
        }
        if !statement.author.verifies(PURPOSE, &signed, &signature) {
            return Err(NotAStatement::BadSignature);
        }
        Ok(Self { statement, hash: hash(&signed), bytes: bytes.to_vec() })
    }

    /// Whether others can read it: it may name more heads than fit.
    pub(super) fn can_be_read(&self) -> bool {
        Self::from_bytes(&self.bytes).is_ok()
    }

    /// The bytes that travel.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.bytes.clone()
    }

    /// What is stated.
    pub fn statement(&self) -> &Statement {
        &self.statement
    }

    /// Its name.
    pub fn hash(&self) -> StatementHash {
        self.hash
    }

    pub(crate) fn opens(&self) -> bool {
        let Statement { author, act, parents, .. } = &self.statement;
        matches!(act, Act::Open { keeper, .. } if keeper.person == *author) && parents.is_empty()
    }
}

fn hash(signed: &[u8]) -> StatementHash {
    StatementHash(blake3::derive_key("kring 2026 name of a charter statement", signed))
}
