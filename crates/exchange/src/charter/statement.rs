//! A signed statement.

use chrono::{DateTime, Utc};
use dossier::DossierId;
use minicbor::{Decode, Encode};

use super::act::Act;
use super::statement_hash::StatementHash;
use crate::cbor;
use crate::signing_key::{PersonKey, PersonSecret, Signature};

const PURPOSE: &str = "kring 2026 charter statement";
/// The length of the longest statement that names the heads of documents.
const LONGEST_WITH_HEADS: usize = 1024 * 1024;
/// The length of the longest other statement. The longest consent fits.
const LONGEST: usize = 16 * 1024;
/// The most parents of one statement.
pub(super) const MOST_PARENTS: usize = 64;

/// A statement about a dossier.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub struct Statement {
    /// The dossier that it is about.
    #[cbor(n(0), with = "cbor::dossier_id")]
    pub dossier: DossierId,
    /// The statements that it follows, sorted.
    #[n(1)]
    pub parents: Vec<StatementHash>,
    /// The person who makes the statement.
    #[n(2)]
    pub author: PersonKey,
    /// The moment by the author's clock. People see it, and no rule uses it.
    #[cbor(n(3), with = "cbor::moment")]
    pub at: DateTime<Utc>,
    /// The act that it states.
    #[n(4)]
    pub act: Act,
}

impl Statement {
    pub(crate) fn sign(mut self, secret: &PersonSecret) -> SignedStatement {
        // Others read whole seconds only.
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

/// A statement whose signature is valid, with the bytes that travel.
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

/// The reason why bytes are not a signed statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAStatement {
    /// The bytes cannot be read.
    #[error("the statement cannot be read")]
    Unreadable,
    /// The signature is not valid.
    #[error("the signature of the statement is not valid")]
    BadSignature,
}

impl SignedStatement {
    /// Reads a statement and checks its signature.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotAStatement> {
        let (read, Wire { signature, signed }) = Self::read(bytes)?;
        if !read.statement.author.verifies(PURPOSE, &signed, &signature) || !read.statement.act.is_signed() {
            return Err(NotAStatement::BadSignature);
        }
        Ok(read)
    }

    /// Reads a statement whose signature was checked before it was saved.
    pub(super) fn from_saved(bytes: &[u8]) -> Result<Self, NotAStatement> {
        Ok(Self::read(bytes)?.0)
    }

    fn read(bytes: &[u8]) -> Result<(Self, Wire), NotAStatement> {
        let wire: Option<Wire> = (bytes.len() <= LONGEST_WITH_HEADS).then(|| cbor::read(bytes)).flatten();
        let wire = wire.ok_or(NotAStatement::Unreadable)?;
        let statement: Statement = cbor::read(&wire.signed).ok_or(NotAStatement::Unreadable)?;
        let fits = bytes.len() <= LONGEST || statement.act.names_heads();
        let sorted = statement.parents.is_sorted_by(|a, b| a < b) && statement.parents.len() <= MOST_PARENTS;
        let of_author = match &statement.act {
            Act::Succeed { succession, .. } => succession.successor() == statement.author,
            _ => true,
        };
        if !fits || !sorted || !of_author || !statement.act.is_well_formed() {
            return Err(NotAStatement::Unreadable);
        }
        let hash = hash(&wire.signed);
        Ok((Self { statement, hash, bytes: bytes.to_vec() }, wire))
    }

    /// Returns whether others can read the statement. It may name more heads than fit.
    pub(super) fn can_be_read(&self) -> bool {
        Self::from_bytes(&self.bytes).is_ok()
    }

    /// Returns the bytes that travel.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.bytes.clone()
    }

    /// Returns the number of bytes that travel.
    pub(super) fn size(&self) -> usize {
        self.bytes.len()
    }

    /// Returns the statement without its signature.
    pub fn statement(&self) -> &Statement {
        &self.statement
    }

    /// Returns the hash that names the statement.
    pub fn hash(&self) -> StatementHash {
        self.hash
    }

    /// Returns whether the statement opens a charter. The key from which the id of the dossier was derived
    /// must name its author.
    pub(crate) fn opens(&self) -> bool {
        let Statement { dossier, author, act, parents, .. } = &self.statement;
        let Act::Open { keeper, founding, .. } = act else { return false };
        keeper.person == *author && parents.is_empty() && founding.holds(dossier, author)
    }
}

fn hash(signed: &[u8]) -> StatementHash {
    StatementHash(blake3::derive_key("kring 2026 name of a charter statement", signed))
}
