//! Everybody who has the same statements reads the same terms, whatever the order in which they came.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

/// The statements of three people, each in the order in which they arrive.
type Streams = [Vec<SignedStatement>; 3];

/// Delivers three streams in every interleaving. Returns the number of interleavings, and the charter that
/// all of them led to.
///
/// A charter is its statements and those that wait, and nothing else. So if all ways to a position lead to
/// equal charters, each way on from there is walked once for all of them.
fn every_interleaving(start: &Charter, streams: &Streams) -> (u64, Charter) {
    let mut places: BTreeMap<[usize; 3], (u64, Charter)> = BTreeMap::from([([0; 3], (1, start.clone()))]);
    // The positions are sorted, so all ways to a position are walked before it is left.
    while let Some((place, (ways, charter))) = places.pop_first() {
        let mut is_last = true;
        for (stream, statements) in streams.iter().enumerate() {
            let Some(statement) = statements.get(place[stream]) else { continue };
            is_last = false;
            let (mut next, mut after) = (place, charter.clone());
            next[stream] += 1;
            after.add(statement.clone()).unwrap();
            let (others, there) = places.entry(next).or_insert_with(|| (0, after.clone()));
            assert_eq!(*there, after, "at {next:?}");
            *others += ways;
        }
        if is_last {
            assert!(places.is_empty());
            return (ways, charter);
        }
    }
    unreachable!("the last place is reached")
}

const ORDERS: u64 = 756_756;

/// Anna hands over to Bram and, on her other device, to Cleo, and both go on as keepers. The handover to
/// `winner` has the smaller hash.
fn two_keepers(winner: Who) -> (Charter, Streams) {
    let charter = annas();
    let consented = says(Anna, &[charter.root], consent());
    let granted = says(Anna, &[consented.hash()], grant(Dewi, GrantedRole::Coach));
    let loser = if winner == Bram { Cleo } else { Bram };
    let lost = says(Anna, &[granted.hash()], hand_over(loser));
    let mut won = (1..).map(|seconds| says_at(seconds, Anna, &[granted.hash()], hand_over(winner)));
    let won = won.find(|won| won.hash() < lost.hash()).unwrap();
    // This withdrawal is concurrent with both handovers, and only removes something.
    let withdrawn = says(Anna, &[granted.hash()], withdraw(Dewi));
    let mut last = [StatementHash([0; 32]); 2];
    let [mut brams, mut cleos] = [(Bram, 0), (Cleo, 1)].map(|(who, place)| {
        let start = if who == winner { won.hash() } else { lost.hash() };
        let other = if who == Bram { Cleo } else { Bram };
        let first = says(who, &[start], grant(Dewi, GrantedRole::Reader));
        let second = says(who, &[first.hash(), withdrawn.hash()], grant(Dewi, GrantedRole::Coach));
        let beside = says(who, &[first.hash()], withdraw(Dewi));
        let fourth = says(who, &[second.hash(), beside.hash()], grant(other, GrantedRole::Reader));
        last[place] = fourth.hash();
        vec![first, second, beside, fourth]
    });
    brams.push(says(Bram, &[last[0], last[1]], hand_over(Anna)));
    cleos.push(says(Cleo, &[last[0], last[1]], hand_over(Anna)));
    (charter, [vec![consented, granted, won, lost, withdrawn], brams, cleos])
}

#[test]
fn two_keepers_made_at_once_agree_after_every_order() {
    for winner in [Bram, Cleo] {
        let (start, streams) = two_keepers(winner);
        let (ways, charter) = every_interleaving(&start, &streams);
        assert_eq!((ways, charter.len(), charter.missing().len()), (ORDERS, 16, 0));
        // The winner handed back, and Dewi was withdrawn concurrently with the last grant.
        assert_eq!(charter.terms().keeper(), &Anna.member());
        assert_eq!(role(&charter, winner), Some(MemberRole::Coach));
        let loser = if winner == Bram { Cleo } else { Bram };
        assert_eq!(role(&charter, loser), Some(MemberRole::Reader));
        assert_eq!(role(&charter, Dewi), None);
    }
}

/// Returns an act that somebody may think of, chosen by random numbers.
fn any_act(kind: u8, who: u8, known: &[StatementHash], which: usize) -> Act {
    let who = EVERYBODY[usize::from(who) % EVERYBODY.len()];
    match kind % 10 {
        0 | 1 => grant(who, GrantedRole::Coach),
        2 => grant(who, GrantedRole::Reader),
        3 | 4 => withdraw(who),
        5 | 6 => hand_over(who),
        7 => consent(),
        8 => Act::WithdrawConsent { consent: known[which % known.len()] },
        _ => {
            if which.is_multiple_of(4) {
                Act::Close
            } else {
                consent_until(Some("2026-05-03"))
            }
        }
    }
}

#[test]
fn random_streams_agree_after_every_order() {
    for seed in 0..12 {
        let mut random = crate::Randomness::from_seed([seed; 32]);
        let start = annas();
        let mut known = vec![start.root];
        let mut streams = Streams::default();
        for number in 0..15 {
            let [kind, who, which, author, a, b] = random.bytes::<6>();
            let author = [Anna, Anna, Bram, Cleo][usize::from(author) % 4];
            // Most parents are recent, so that tenures grow long. They are of any author, so that statements
            // have to wait.
            let parent = |byte: u8| known[known.len() - 1 - usize::from(byte) % known.len().min(4)];
            let parents: BTreeSet<StatementHash> = [parent(a), parent(b)].into();
            let act = any_act(kind, who, &known, usize::from(which));
            let parents: Vec<StatementHash> = parents.into_iter().collect();
            let statement = says_at(number, author, &parents, act);
            known.push(statement.hash());
            streams[number as usize % 3].push(statement);
        }
        let (ways, charter) = every_interleaving(&start, &streams);
        assert_eq!((ways, charter.len()), (ORDERS, 16));
    }
}

/// An event at one of three replicas: its owner issues a statement, or it receives one statement of another
/// replica.
#[derive(Clone, Debug)]
enum Happens {
    States { at: usize, kind: u8, who: u8, which: usize, honest: bool },
    Hears { at: usize, from: usize, which: usize },
}

fn happens() -> impl Strategy<Value = Happens> {
    let states = (0..3_usize, any::<u8>(), any::<u8>(), any::<usize>(), any::<bool>())
        .prop_map(|(at, kind, who, which, honest)| Happens::States { at, kind, who, which, honest });
    let hears = (0..3_usize, 0..3_usize, any::<usize>()).prop_map(|(at, from, which)| Happens::Hears {
        at,
        from,
        which,
    });
    prop_oneof![states, hears.clone(), hears]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn three_replicas_with_all_statements_agree(history in proptest::collection::vec(happens(), 0..60)) {
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
                        replica.issue(act, &author.secret(), at(number)).unwrap_or_default();
                    } else {
                        let after = known[which % known.len()];
                        replica.add(says_at(number, author, &[after], act)).unwrap();
                    }
                }
                Happens::Hears { at, from, which } => {
                    let all: Vec<SignedStatement> = replicas[from].statements().cloned().collect();
                    replicas[at].add(all[which % all.len()].clone()).unwrap();
                }
            }
        }
        let all: BTreeMap<StatementHash, SignedStatement> = replicas
            .iter()
            .flat_map(|replica| replica.statements().map(|one| (one.hash(), one.clone())))
            .collect();
        // Each replica receives the rest in another order.
        let up: Vec<SignedStatement> = all.values().cloned().collect();
        let down: Vec<SignedStatement> = all.values().rev().cloned().collect();
        let causes_first: Vec<SignedStatement> =
            replicas.iter().flat_map(|replica| replica.statements().cloned()).collect();
        for (replica, rest) in replicas.iter_mut().zip([up, down, causes_first]) {
            rest.into_iter().for_each(|one| assert!(replica.add(one).is_ok()));
        }
        for replica in &replicas {
            prop_assert!(replica.missing().is_empty());
            prop_assert_eq!(replica.terms(), replicas[0].terms());
            prop_assert_eq!(replica.encode(), replicas[0].encode());
            let back = Charter::decode(&replica.encode()).map(|back| back.terms());
            prop_assert_eq!(back, Ok(replica.terms()));
            // There is always a keeper, and nobody can withdraw the keeper.
            let terms = replica.terms();
            prop_assert_eq!(terms.role(&terms.keeper().person), Some(MemberRole::Keeper));
            prop_assert!(terms.withdrawn(&terms.keeper().person).is_none());
        }
    }
}
