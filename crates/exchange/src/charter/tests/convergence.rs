//! Whoever has the same statements reads the same, whatever the order they came in.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

/// What each of three people stated, in the order in which it arrives from them.
type Streams = [Vec<SignedStatement>; 3];

/// Delivers three streams in every interleaving, and returns in how many, and what all of them came to.
///
/// A charter is its statements and those that wait, no more: where all ways to a place lead to equal
/// charters, each way on from there is walked once for all of them.
fn every_interleaving(start: &Charter, streams: &Streams) -> (u64, Charter) {
    let mut places: BTreeMap<[usize; 3], (u64, Charter)> = BTreeMap::from([([0; 3], (1, start.clone()))]);
    // Sorted by place, so that all ways to a place were walked before it is left.
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

/// Anna hands over to Bram and, on her other device, to Cleo; both go on as keepers. `winner` got the smaller
/// hash.
fn two_keepers(winner: Who) -> (Charter, Streams) {
    let charter = annas();
    let consented = says(Anna, &[charter.root], consent());
    let granted = says(Anna, &[consented.hash()], grant(Dewi, Role::Coach));
    let loser = if winner == Bram { Cleo } else { Bram };
    let lost = says(Anna, &[granted.hash()], hand_over(loser));
    let mut won = (1..).map(|seconds| says_at(seconds, Anna, &[granted.hash()], hand_over(winner)));
    let won = won.find(|won| won.hash() < lost.hash()).unwrap();
    // Beside both handovers: it only takes away.
    let withdrawn = says(Anna, &[granted.hash()], withdraw(Dewi));
    let mut last = [StatementHash([0; 32]); 2];
    let [mut brams, mut cleos] = [(Bram, 0), (Cleo, 1)].map(|(who, place)| {
        let start = if who == winner { won.hash() } else { lost.hash() };
        let other = if who == Bram { Cleo } else { Bram };
        let first = says(who, &[start], grant(Dewi, Role::Reader));
        let second = says(who, &[first.hash(), withdrawn.hash()], grant(Dewi, Role::Coach));
        let beside = says(who, &[first.hash()], withdraw(Dewi));
        let fourth = says(who, &[second.hash(), beside.hash()], grant(other, Role::Reader));
        last[place] = fourth.hash();
        vec![first, second, beside, fourth]
    });
    brams.push(says(Bram, &[last[0], last[1]], hand_over(Anna)));
    cleos.push(says(Cleo, &[last[0], last[1]], hand_over(Anna)));
    (charter, [vec![consented, granted, won, lost, withdrawn], brams, cleos])
}

#[test]
fn two_who_were_made_keeper_at_once_and_went_on_agree_after_every_order() {
    for winner in [Bram, Cleo] {
        let (start, streams) = two_keepers(winner);
        let (ways, charter) = every_interleaving(&start, &streams);
        assert_eq!((ways, charter.len(), charter.missing().len()), (ORDERS, 16, 0));
        // The winner handed back; Dewi was withdrawn beside the last grant.
        assert_eq!(charter.standing().keeper(), &Anna.member());
        assert_eq!(role(&charter, winner), Some(StandingRole::Coach));
        let loser = if winner == Bram { Cleo } else { Bram };
        assert_eq!(role(&charter, loser), Some(StandingRole::Reader));
        assert_eq!(role(&charter, Dewi), None);
    }
}

/// What somebody may think of, with numbers chosen at random.
fn any_act(kind: u8, who: u8, known: &[StatementHash], which: usize) -> Act {
    let who = EVERYBODY[usize::from(who) % EVERYBODY.len()];
    match kind % 10 {
        0 | 1 => grant(who, Role::Coach),
        2 => grant(who, Role::Reader),
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
fn streams_made_at_random_agree_after_every_order() {
    for seed in 0..12 {
        let mut random = crate::Randomness::from_seed([seed; 32]);
        let start = annas();
        let mut known = vec![start.root];
        let mut streams = Streams::default();
        for number in 0..15 {
            let [kind, who, which, author, a, b] = random.bytes::<6>();
            let author = [Anna, Anna, Bram, Cleo][usize::from(author) % 4];
            // Mostly what came shortly before, so that tenures grow long; of any author, so that streams
            // wait.
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

/// What happens at one of three replicas: its owner states something, or it hears one statement of another.
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
    fn three_replicas_that_have_all_agree(story in proptest::collection::vec(happens(), 0..60)) {
        let opened = annas();
        let mut replicas = [opened.clone(), opened.clone(), opened];
        for (number, one) in (0..).zip(story) {
            match one {
                Happens::States { at: place, kind, who, which, honest } => {
                    let author = [Anna, Bram, Cleo][place];
                    let replica = &mut replicas[place];
                    let known: Vec<StatementHash> = replica.statements().map(SignedStatement::hash).collect();
                    let act = any_act(kind, who, &known, which);
                    if honest {
                        // Much makes no sense, and is refused.
                        replica.state(act, &author.secret(), at(number)).unwrap_or_default();
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
        // Each hears the rest in an order of its own.
        let up: Vec<SignedStatement> = all.values().cloned().collect();
        let down: Vec<SignedStatement> = all.values().rev().cloned().collect();
        let causes_first: Vec<SignedStatement> =
            replicas.iter().flat_map(|replica| replica.statements().cloned()).collect();
        for (replica, rest) in replicas.iter_mut().zip([up, down, causes_first]) {
            rest.into_iter().for_each(|one| assert!(replica.add(one).is_ok()));
        }
        for replica in &replicas {
            prop_assert!(replica.missing().is_empty());
            prop_assert_eq!(replica.standing(), replicas[0].standing());
            prop_assert_eq!(replica.encode(), replicas[0].encode());
            let back = Charter::decode(&replica.encode()).map(|back| back.standing());
            prop_assert_eq!(back, Ok(replica.standing()));
            // Somebody keeps it always, and is nobody's to withdraw.
            let standing = replica.standing();
            prop_assert_eq!(standing.role(&standing.keeper().person), Some(StandingRole::Keeper));
            prop_assert!(standing.withdrawn(&standing.keeper().person).is_none());
        }
    }
}
