//! The roles that follow from grants, handovers, withdrawals and successions.

use std::collections::{BTreeMap, BTreeSet};

use super::act::Act;
use super::evaluation::Evaluation;
use super::member::{CharterMember, GrantedRole};
use crate::signing_key::PersonKey;

/// A role that a statement gave.
#[derive(Clone)]
struct Grant {
    number: usize,
    to: CharterMember,
    role: GrantedRole,
}

/// The successors that were named for each key that was replaced, with the statements that named them.
pub(super) struct Successors(BTreeMap<PersonKey, Vec<(usize, CharterMember)>>);

impl Successors {
    pub(super) fn of(evaluation: &Evaluation<'_>) -> Self {
        let mut all: BTreeMap<PersonKey, Vec<(usize, CharterMember)>> = BTreeMap::new();
        for number in evaluation.holding() {
            if let Act::Succeed { succession, name } = evaluation.graph().act(*number) {
                let member = CharterMember { person: succession.successor(), name: name.clone() };
                all.entry(succession.former()).or_default().push((*number, member));
            }
        }
        Self(all)
    }

    /// Returns the successor of a key, unless there are two: then nobody can tell which one is the person's.
    fn of_key(&self, person: &PersonKey) -> Option<&(usize, CharterMember)> {
        let all = self.0.get(person)?;
        let first = all.first()?;
        all.iter().all(|(_, other)| other.person == first.1.person).then_some(first)
    }

    /// Returns the successor of each key that was replaced, as far as there is only one.
    pub(super) fn unique(&self) -> BTreeMap<PersonKey, PersonKey> {
        let replaced = self.0.keys();
        replaced.filter_map(|person| Some((*person, self.of_key(person)?.1.person))).collect()
    }

    /// Returns the grant as one to the last successor of the person, or `None` if two people claim to be it or
    /// one of the keys was withdrawn.
    fn follow(
        &self,
        mut grant: Grant,
        evaluation: &Evaluation<'_>,
        withdrawn: &BTreeMap<PersonKey, Vec<usize>>,
    ) -> Option<Grant> {
        for _ in 0..=self.0.len() {
            let mut against = withdrawn.get(&grant.to.person).into_iter().flatten();
            if !against.all(|number| evaluation.graph().before(*number, grant.number)) {
                return None;
            }
            if !self.0.contains_key(&grant.to.person) {
                return Some(grant);
            }
            let (number, successor) = self.of_key(&grant.to.person)?;
            grant = Grant { number: grant.number.max(*number), to: successor.clone(), role: grant.role };
        }
        None
    }
}

impl Evaluation<'_> {
    /// Returns the roles of everybody but the keeper. A former keeper has the role of a coach. A key that was
    /// replaced has no role any more; its successor has it.
    pub(super) fn roles(&self) -> BTreeMap<PersonKey, (CharterMember, GrantedRole)> {
        let successors = Successors::of(self);
        let withdrawn = self.withdrawn_keys(&successors);
        let grants = self.grants().into_iter().filter_map(|grant| successors.follow(grant, self, &withdrawn));
        self.last_of_each(&grants.collect::<Vec<Grant>>())
    }

    fn grants(&self) -> Vec<Grant> {
        let graph = self.graph();
        let given = self.holding().iter().filter_map(|number| match graph.act(*number) {
            Act::Grant { to, role } => Some(Grant { number: *number, to: to.clone(), role: *role }),
            _ => None,
        });
        let of_former_keepers = self.tenures().iter().flat_map(|tenure| {
            let end = tenure.end.as_ref().filter(|end| end.former_stays);
            // From the handover on: a friend may accept an old one after the keeper was withdrawn.
            let decided = end.into_iter().flat_map(|end| end.decided.iter());
            decided.map(|number| Grant {
                number: *number,
                to: tenure.keeper.clone(),
                role: GrantedRole::Coach,
            })
        });
        given.chain(of_former_keepers).collect()
    }

    /// Returns the withdrawals of each person, by the key that they name and by every key that took its place.
    fn withdrawn_keys(&self, successors: &Successors) -> BTreeMap<PersonKey, Vec<usize>> {
        let mut all: BTreeMap<PersonKey, Vec<usize>> = BTreeMap::new();
        for withdrawal in self.withdrawals() {
            let (mut keys, mut open) = (BTreeSet::from([withdrawal.person]), vec![withdrawal.person]);
            while let Some(key) = open.pop() {
                all.entry(key).or_default().push(withdrawal.number);
                let next = successors.0.get(&key).into_iter().flatten().map(|(_, member)| member.person);
                open.extend(next.filter(|next| keys.insert(*next)));
            }
        }
        all
    }

    /// Returns the last role of each person; of roles that were given at the same time, the lesser.
    fn last_of_each(&self, grants: &[Grant]) -> BTreeMap<PersonKey, (CharterMember, GrantedRole)> {
        let mut roles: BTreeMap<PersonKey, (CharterMember, GrantedRole)> = BTreeMap::new();
        for Grant { number, to, role } in grants {
            let is_later =
                |other: &Grant| other.to.person == to.person && self.graph().before(*number, other.number);
            if grants.iter().any(is_later) {
                continue;
            }
            let lesser = roles.get(&to.person).map_or(*role, |(_, there)| (*there).min(*role));
            roles.insert(to.person, (to.clone(), lesser));
        }
        roles
    }
}
