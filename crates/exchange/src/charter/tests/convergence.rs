//! Everybody who has the same statements reads the same terms, whatever the order in which they came.

use proptest::prelude::*;

use super::*;

/// Returns an act that somebody may think of, chosen by random numbers.
fn any_act(kind: u8, who: u8, known: &[StatementHash], which: usize) -> Act {
    let who = EVERYBODY[usize::from(who) % EVERYBODY.len()];
    match kind % 12 {
        0 | 1 => grant(who, GrantedRole::Coach),
        2 => grant(who, GrantedRole::Reader),
        3 | 4 => withdraw(who),
        5 | 6 => hand_over(who),
        7 => consent(),
        8 => Act::WithdrawConsent { consent: known[which % known.len()] },
        9 | 10 => accept(known[which % known.len()]),
        _ => {
            if which.is_multiple_of(4) {
                Act::Close
            } else {
                consent_until(Some("2026-05-03"))
            }
        }
    }
}

/// An event at one of three replicas: its owner makes a statement, or it receives the charter of another.
#[derive(Clone, Debug)]
enum Happens {
    States { at: usize, kind: u8, who: u8, which: usize, honest: bool },
    Hears { at: usize, from: usize },
}

fn happens() -> impl Strategy<Value = Happens> {
    let states = (0..3_usize, any::<u8>(), any::<u8>(), any::<usize>(), any::<bool>())
        .prop_map(|(at, kind, who, which, honest)| Happens::States { at, kind, who, which, honest });
    let hears = (0..3_usize, 0..3_usize).prop_map(|(at, from)| Happens::Hears { at, from });
    prop_oneof![2 => states, 1 => hears]
}

fn hear(replicas: &mut [Charter; 3], at: usize, from: usize) {
    let all: Vec<SignedStatement> = replicas[from].statements().cloned().collect();
    replicas[at].extend(all);
}

fn play(history: Vec<Happens>) -> [Charter; 3] {
    let opened = annas();
    let mut replicas = [opened.clone(), opened.clone(), opened];
    for (number, one) in (0..).zip(history) {
        match one {
            Happens::States { at: place, kind, who, which, honest } => {
                let author = [Anna, Bram, Cleo][place];
                let replica = &mut replicas[place];
                let known: Vec<StatementHash> = replica.statements().map(SignedStatement::hash).collect();
                let act = any_act(kind, who, &known, which);
                if honest {
                    // Many of these acts make no sense and are refused.
                    let issued = replica.issue(act, &author.secret(), at(number));
                    issued.or_else(|_| replica.accept(&author.secret(), at(number))).unwrap_or_default();
                } else {
                    // This person signs anything, after anything.
                    let after = known[which % known.len()];
                    replica.extend([says_at(number, author, &[after], act)]);
                }
            }
            Happens::Hears { at, from } => hear(&mut replicas, at, from),
        }
    }
    replicas
}

/// Returns a history in which all hear of each other in the end, and the number of rounds until all agree.
fn agree(replicas: &mut [Charter; 3]) -> usize {
    for round in 0..10 {
        let digests: BTreeSet<CharterDigest> = replicas.iter().map(Charter::digest).collect();
        if digests.len() == 1 {
            return round;
        }
        for (at, from) in [(0, 1), (0, 2), (2, 0), (1, 0), (1, 2), (2, 1)] {
            hear(replicas, at, from);
        }
    }
    panic!("they never agree");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn replicas_that_hear_of_each_other_agree(history in proptest::collection::vec(happens(), 0..60)) {
        let mut replicas = play(history);
        prop_assert!(agree(&mut replicas) <= 3);
        for replica in &replicas {
            let terms = replica.terms();
            prop_assert_eq!(&terms, &replicas[0].terms());
            prop_assert_eq!(replica.encode(), replicas[0].encode());
            prop_assert_eq!(Charter::decode(&replica.encode()).map(|back| back.terms()), Ok(terms.clone()));
            // There is a keeper, and nobody can withdraw the keeper; a frozen charter has none.
            let keeper = terms.role(&terms.keeper().person);
            prop_assert_eq!(keeper == Some(MemberRole::Keeper), !terms.is_frozen());
            prop_assert!(terms.is_frozen() || !terms.is_withdrawn(&terms.keeper().person));
            prop_assert!(!terms.is_frozen() || !terms.shared_on(day("2026-01-01")));
        }
    }

    #[test]
    fn the_order_of_the_same_statements_does_not_matter(
        history in proptest::collection::vec(happens(), 0..60),
        seed in any::<[u8; 32]>(),
    ) {
        let mut replicas = play(history);
        agree(&mut replicas);
        let mut rest: Vec<SignedStatement> = replicas[0].statements().cloned().collect();
        let mut random = crate::Randomness::from_seed(seed);
        let mut other = annas();
        // Statements come one by one; those that come too early come again.
        while !rest.is_empty() {
            let which = usize::from(u16::from_le_bytes(random.bytes())) % rest.len();
            match other.insert(rest[which].clone()) {
                Ok(()) => drop(rest.swap_remove(which)),
                Err(error) => prop_assert_eq!(error, CharterError::ParentMissing),
            }
        }
        other.extend([]);
        prop_assert_eq!(other.encode(), replicas[0].encode());
    }
}
