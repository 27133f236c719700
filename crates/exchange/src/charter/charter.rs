//! The set of the statements about one dossier.

use std::collections::{BTreeMap, BTreeSet};

use dossier::DossierId;
use minicbor::{Decode, Encode};

use super::act::Act;
use super::evaluation::Evaluation;
use super::member::CharterMember;
use super::statement::{NotAStatement, SignedStatement, Statement};
use super::statement_hash::StatementHash;
use super::tenure::Claimant;
use super::terms::Terms;
use super::{graph, standing};
use crate::cbor;
use crate::planted::{self, Weakness};
use crate::signing_key::PersonKey;

/// The most statements of one charter that give something.
pub(crate) const MOST_STATEMENTS: usize = 4_096;

/// The most statements of one person that remove something from one charter. They have room of their own.
pub(crate) const RESERVE: usize = 1_024;

/// The most statements of all who are not the keeper that remove something from one charter. Otherwise somebody
/// who makes keys could fill it with the statements of people who do not exist.
const MOST_REMOVING: usize = 4 * RESERVE;

/// The most statements of a charter: those that count, and those that are kept for people who follow another
/// keeper.
pub(crate) const MOST_KEPT: usize = 2 * MOST_STATEMENTS + MOST_REMOVING + RESERVE;

/// The most bytes of the statements of one charter that give something, so that all of it fits in one envelope.
pub(super) const MOST_BYTES: usize = 8 * 1024 * 1024;

/// The statements about one dossier, all of which follow the one that opened the charter.
///
/// A charter is a set without an order of arrival: charters with the same statements have the same terms,
/// unless somebody chose whom to follow where it is frozen.
#[derive(Clone, Debug, PartialEq)]
pub struct Charter {
    pub(super) dossier: DossierId,
    pub(super) root: StatementHash,
    pub(super) statements: BTreeMap<StatementHash, SignedStatement>,
    /// The statements with which the tenures begin that this person follows where the charter is frozen. Nobody
    /// else learns of it.
    pub(super) chosen: BTreeSet<StatementHash>,
}

/// The reason why a statement was not added, or a charter was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CharterError {
    /// The statement is about another dossier.
    #[error("the statement is about another dossier")]
    AnotherDossier,
    /// The statement opens the charter a second time.
    #[error("the charter was opened by another statement")]
    AnotherRoot,
    /// The statement has no parents and does not open the charter. Only the first statement has no parents.
    #[error("only the statement that opens a charter has no parents")]
    NotOpened,
    /// The statement follows another that is not here.
    #[error("the statement follows another that is not here")]
    ParentMissing,
    /// The charter has too many statements already.
    #[error("there are too many statements")]
    TooMany,
    /// The author of the statement has no say in this charter.
    #[error("the author of the statement has no say in this charter")]
    NoStanding,
    /// The bytes of the charter cannot be read.
    #[error("the charter cannot be read")]
    Unreadable,
}

/// The digest of a set of statements: two sets have the same digest only if they are equal.
pub(crate) type CharterDigest = [u8; 32];

impl Charter {
    /// Begins a charter with the statement that opened it.
    pub fn begin(dossier: DossierId, opening: SignedStatement) -> Result<Self, CharterError> {
        let root = opening.hash();
        if opening.statement().dossier != dossier {
            return Err(CharterError::AnotherDossier);
        }
        if !opening.opens() {
            return Err(CharterError::NotOpened);
        }
        let statements = BTreeMap::from([(root, opening)]);
        Ok(Self { dossier, root, statements, chosen: BTreeSet::new() })
    }

    /// Adds a statement.
    pub fn add(&mut self, statement: SignedStatement) -> Result<(), CharterError> {
        let hash = statement.hash();
        let room = Room::of(self);
        if !room.has_place_for(&statement) {
            return Err(CharterError::TooMany);
        }
        self.insert(statement)?;
        self.drop_what_cannot_count(&room.of_others);
        if self.statements.contains_key(&hash) { Ok(()) } else { Err(CharterError::NoStanding) }
    }

    /// Adds statements, causes first. Those that do not belong here are skipped.
    pub(crate) fn extend(&mut self, statements: impl IntoIterator<Item = SignedStatement>) {
        let mut room = Room::of(self);
        for statement in statements {
            // A statement that is not added is of no use here. If it is honest, it comes again with its
            // causes, because the digests differ.
            let is_new = !self.statements.contains_key(&statement.hash());
            if is_new && room.has_place_for(&statement) && self.insert(statement.clone()).is_ok() {
                room.add(&statement);
            }
        }
        self.drop_what_cannot_count(&room.of_others);
    }

    pub(super) fn insert(&mut self, statement: SignedStatement) -> Result<(), CharterError> {
        let hash = statement.hash();
        let Statement { dossier, parents, act, .. } = statement.statement();
        if *dossier != self.dossier {
            return Err(CharterError::AnotherDossier);
        }
        if hash == self.root || self.statements.contains_key(&hash) {
            return Ok(());
        }
        if matches!(act, Act::Open { .. }) {
            return Err(CharterError::AnotherRoot);
        }
        // A second statement without parents could pass for the first.
        if parents.is_empty() {
            return Err(CharterError::NotOpened);
        }
        if !parents.iter().all(|parent| self.statements.contains_key(parent)) {
            return Err(CharterError::ParentMissing);
        }
        self.statements.insert(hash, statement);
        Ok(())
    }

    /// Returns the statements that are kept only for those who follow another keeper than the `chosen`. Whoever
    /// claims to be the keeper could otherwise take the room of the one whom this person follows.
    pub(super) fn of_others(&self, chosen: &BTreeSet<StatementHash>) -> BTreeSet<StatementHash> {
        if chosen.is_empty() {
            return BTreeSet::new();
        }
        let counts = standing::kept(&self.statements, chosen);
        self.statements.keys().filter(|hash| !counts.contains(hash)).copied().collect()
    }

    /// Drops the statements that cannot count, and those that are kept only for others if there are too many.
    /// `before` were the latter.
    fn drop_what_cannot_count(&mut self, before: &BTreeSet<StatementHash>) {
        if planted::is(Weakness::StatementsOfAnybody) {
            return;
        }
        let kept = standing::kept(&self.statements, &BTreeSet::new());
        self.statements.retain(|hash, _| kept.contains(hash));
        let of_others = self.of_others(&self.chosen);
        let size = |hash: &StatementHash| self.statements.get(hash).map_or(0, SignedStatement::size);
        if of_others.len() > MOST_STATEMENTS || of_others.iter().map(size).sum::<usize>() > MOST_BYTES {
            let mut in_order = graph::causes_first(&self.statements);
            in_order.retain(|hash| of_others.contains(hash));
            in_order.sort_by_key(|hash| !before.contains(hash));
            let (mut room, mut kept) = (MOST_BYTES, BTreeSet::new());
            for hash in in_order.into_iter().take(MOST_STATEMENTS) {
                match room.checked_sub(size(&hash)) {
                    Some(left) => room = left,
                    None => break,
                }
                kept.insert(hash);
            }
            self.keep(|hash| kept.contains(hash) || !of_others.contains(hash));
        }
    }

    /// Keeps some statements, except those that follow one which is not kept.
    pub(super) fn keep(&mut self, is_kept: impl Fn(&StatementHash) -> bool) {
        self.statements.retain(|hash, _| is_kept(hash));
        let with_causes: BTreeSet<StatementHash> =
            graph::causes_first(&self.statements).into_iter().collect();
        self.statements.retain(|hash, _| with_causes.contains(hash));
    }

    /// Chooses whom to follow where the charter is frozen, or chooses anew. Returns false if the person is none
    /// of those who may be the keeper.
    pub(crate) fn follow(&mut self, person: PersonKey) -> bool {
        let mut claims = self.forks().into_iter().rev().flat_map(|fork| fork.claims);
        match claims.find(|claim| claim.keeper.person == person) {
            Some(claim) => {
                self.chosen = claim.chosen;
                true
            }
            None => false,
        }
    }

    /// Returns the people among whom this person chooses whom to follow, or chose. The keeper whom this person
    /// follows now is one of them. There is nobody if the charter was never frozen.
    ///
    /// This reads the charter once for each of them.
    pub fn claimants(&self) -> Vec<CharterMember> {
        let mut seen = BTreeSet::new();
        let claims = self.forks().into_iter().flat_map(|fork| fork.claims);
        claims.map(|claim| claim.keeper).filter(|keeper| seen.insert(keeper.person)).collect()
    }

    /// Returns the forks of this charter, from the first one on to the one at which this person has not chosen
    /// yet, if there is one. A choice leads to the next fork only, so whoever chose wrongly once can choose
    /// anew whatever those state whom they followed.
    fn forks(&self) -> Vec<Fork> {
        let (mut forks, mut before) = (Vec::new(), BTreeSet::new());
        loop {
            let claims = self.claims(&before);
            let starts = claims.iter().flat_map(|claim| &claim.starts);
            let followed: Vec<StatementHash> = starts
                .filter(|start| self.chosen.contains(start) && !before.contains(start))
                .copied()
                .collect();
            if !claims.is_empty() {
                forks.push(Fork { claims });
            }
            if followed.is_empty() {
                return forks;
            }
            before.extend(followed);
        }
    }

    /// Returns the claims to a charter that is frozen after some choices, each with the person who is its keeper
    /// if it is followed: the claimant may have handed over further.
    fn claims(&self, before: &BTreeSet<StatementHash>) -> Vec<Claim> {
        let evaluation = Evaluation::new(&self.statements, before);
        let claimants = evaluation.tenures().claimants();
        let starts: BTreeSet<&StatementHash> = claimants.iter().flat_map(|one| &one.starts).collect();
        let later = self.chosen.iter().filter(|chosen| !starts.contains(chosen));
        let later: BTreeSet<StatementHash> = later.copied().collect();
        let claims = claimants.iter().map(|Claimant { member, starts }| {
            let chosen: BTreeSet<StatementHash> = later.iter().chain(starts).copied().collect();
            let tenures = evaluation.tenures_with(&chosen);
            let (keeper, doubt) = match tenures.is_forked() {
                true => (member, Doubt::ForksAgain),
                false if tenures.last().follows(evaluation.graph(), starts) => {
                    (&tenures.last().keeper, Doubt::None)
                }
                false => (&tenures.last().keeper, Doubt::Unseen),
            };
            Claim { starts: starts.clone(), keeper: keeper.clone(), chosen, doubt }
        });
        let mut claims: Vec<Claim> = claims.collect();
        claims.sort_by_key(|claim| (claim.doubt, claim.keeper.person));
        // Several of them may lead to one person, who is asked for once.
        let mut keepers = BTreeSet::new();
        claims.retain(|claim| keepers.insert(claim.keeper.person));
        claims
    }

    /// Returns the dossier that the charter is about.
    pub(crate) fn dossier(&self) -> &DossierId {
        &self.dossier
    }

    /// Returns the statement that opened the charter.
    pub(crate) fn root(&self) -> StatementHash {
        self.root
    }

    /// Returns the statements that no other statement follows.
    pub fn heads(&self) -> Vec<StatementHash> {
        let followed: BTreeSet<StatementHash> =
            self.statements.values().flat_map(|one| one.statement().parents.iter().copied()).collect();
        self.statements.keys().filter(|hash| !followed.contains(hash)).copied().collect()
    }

    /// Returns the statements, causes first.
    pub fn statements(&self) -> impl Iterator<Item = &SignedStatement> {
        graph::causes_first(&self.statements).into_iter().filter_map(|hash| self.statements.get(&hash))
    }

    /// Returns the number of statements.
    #[allow(clippy::len_without_is_empty)]
    pub fn len(&self) -> usize {
        self.statements.len()
    }

    /// Returns whether a statement is here.
    pub(crate) fn holds(&self, statement: &StatementHash) -> bool {
        self.statements.contains_key(statement)
    }

    /// Reads a statement that came in. The signature of one that is here was checked before.
    pub(crate) fn read(&self, bytes: &[u8]) -> Result<SignedStatement, NotAStatement> {
        let read = SignedStatement::from_saved(bytes)?;
        let is_here = self.statements.get(&read.hash()) == Some(&read);
        if is_here { Ok(read) } else { SignedStatement::from_bytes(bytes) }
    }

    /// Returns a digest of the set of statements, which is the same for everybody who has the same set.
    pub(crate) fn digest(&self) -> CharterDigest {
        digest_of(self.statements.keys().copied())
    }

    /// Returns the part of the charter that a person may see whose role was withdrawn: the withdrawals, and
    /// everything before them.
    pub(crate) fn up_to_withdrawal_of(&self, person: &PersonKey) -> Self {
        let evaluation = Evaluation::new(&self.statements, &self.chosen);
        let graph = evaluation.graph();
        let last = evaluation.withdrawals().iter().filter(|one| one.person == *person);
        let last: Vec<usize> = last.map(|one| one.number).collect();
        let seen = |number: &usize| last.iter().any(|end| end == number || graph.before(*number, *end));
        let seen: BTreeSet<StatementHash> =
            graph.numbers().filter(seen).map(|number| graph.hash(number)).collect();
        let mut part = self.clone();
        part.statements.retain(|hash, _| *hash == self.root || seen.contains(hash));
        part
    }

    /// Evaluates the statements.
    pub fn terms(&self) -> Terms {
        Evaluation::new(&self.statements, &self.chosen).terms()
    }

    /// Encodes the charter.
    pub fn encode(&self) -> Vec<u8> {
        let statements = self.statements().map(|one| one.to_bytes().into()).collect();
        cbor::to_vec(&Saved { statements, chosen: self.chosen.iter().copied().collect() })
    }

    /// Decodes what [`Charter::encode`] returned. The vault lets nobody change it, so the signatures are not
    /// checked again.
    pub fn decode(bytes: &[u8]) -> Result<Self, CharterError> {
        let Saved { statements, chosen } = cbor::read(bytes).ok_or(CharterError::Unreadable)?;
        let mut statements = statements.iter().map(|bytes| SignedStatement::from_saved(bytes));
        let opening = statements.next().and_then(Result::ok).ok_or(CharterError::Unreadable)?;
        let mut charter = Self::begin(opening.statement().dossier.clone(), opening)?;
        charter.chosen = chosen.into_iter().collect();
        for statement in statements {
            charter.insert(statement.map_err(|_| CharterError::Unreadable)?)?;
        }
        Ok(charter)
    }
}

/// Returns the digest of a set of statements.
pub(crate) fn digest_of(hashes: impl IntoIterator<Item = StatementHash>) -> CharterDigest {
    let sorted: BTreeSet<StatementHash> = hashes.into_iter().collect();
    if planted::is(Weakness::WeakDigest) {
        return weak_digest_of(&sorted);
    }
    let hashes: Vec<u8> = sorted.iter().flat_map(|hash| hash.0).collect();
    blake3::derive_key("kring 2026 digest of a charter", &hashes)
}

/// Returns the digest of the first format.
fn weak_digest_of(hashes: &BTreeSet<StatementHash>) -> CharterDigest {
    let mut digest = [0; 32];
    for hash in hashes {
        digest.iter_mut().zip(&hash.0[..8]).for_each(|(byte, more)| *byte ^= more);
    }
    digest
}

/// A point at which it is unclear who the keeper is.
struct Fork {
    claims: Vec<Claim>,
}

/// A claim to a frozen charter.
struct Claim {
    /// The statements with which the claimant's tenure begins.
    starts: Vec<StatementHash>,
    /// The keeper, if the claim is followed.
    keeper: CharterMember,
    /// The choices of somebody who follows the claim.
    chosen: BTreeSet<StatementHash>,
    doubt: Doubt,
}

/// The doubt whether a claim leads to its keeper. Of several claims that lead to one person, the one with the least
/// doubt is followed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Doubt {
    None,
    /// The keeper began without having seen the claim.
    Unseen,
    /// The claim leads to another fork.
    ForksAgain,
}

/// The room that a charter has for more statements.
///
/// Statements that remove something are counted apart from those that give something, and for each author, so that
/// a former keeper cannot use up the room for the withdrawals of the next one. Statements that are kept only for
/// people who follow another keeper are not counted.
struct Room {
    of_others: BTreeSet<StatementHash>,
    giving: usize,
    bytes: usize,
    removing: BTreeMap<PersonKey, usize>,
    /// The person who is the keeper now.
    keeper: Option<PersonKey>,
}

impl Room {
    fn of(charter: &Charter) -> Self {
        let evaluation = Evaluation::new(&charter.statements, &charter.chosen);
        let keeper = (!evaluation.tenures().is_forked()).then(|| evaluation.tenures().last().keeper.person);
        let of_others = charter.of_others(&charter.chosen);
        let (giving, bytes, removing) = (0, 0, BTreeMap::new());
        let mut room = Self { of_others, giving, bytes, removing, keeper };
        for (hash, statement) in &charter.statements {
            if !room.of_others.contains(hash) {
                room.add(statement);
            }
        }
        room
    }

    fn has_place_for(&self, statement: &SignedStatement) -> bool {
        let author = statement.statement().author;
        if !statement.statement().act.takes_away() {
            return self.giving < MOST_STATEMENTS && self.bytes < MOST_BYTES;
        }
        let of_all = self.removing.iter().filter(|(author, _)| Some(**author) != self.keeper);
        let is_room_left = || of_all.map(|(_, count)| count).sum::<usize>() < MOST_REMOVING;
        self.removing.get(&author).is_none_or(|count| *count < RESERVE)
            && (self.keeper == Some(author) || is_room_left())
    }

    fn add(&mut self, statement: &SignedStatement) {
        match statement.statement().act.takes_away() {
            true => *self.removing.entry(statement.statement().author).or_default() += 1,
            false => (self.giving, self.bytes) = (self.giving + 1, self.bytes + statement.size()),
        }
    }
}

/// The charter as it is saved.
#[derive(Encode, Decode)]
struct Saved {
    #[n(0)]
    statements: Vec<minicbor::bytes::ByteVec>,
    #[n(1)]
    chosen: Vec<StatementHash>,
}
