//! A former keeper makes keys and signs thousands of statements with them. Evaluating these must not take the cube
//! of their number, which would take hours here.

use super::*;

/// A key that nobody but the former keeper has.
fn made_up(number: usize) -> PersonSecret {
    PersonSecret::from_bytes(blake3::hash(&number.to_le_bytes()).as_bytes())
}

fn member(secret: &PersonSecret) -> CharterMember {
    CharterMember { person: secret.public(), name: "Niemand".into() }
}

fn signed(author: &PersonSecret, after: &[StatementHash], act: Act) -> SignedStatement {
    signed_at(0, author, after, act)
}

fn signed_at(seconds: usize, author: &PersonSecret, after: &[StatementHash], act: Act) -> SignedStatement {
    let mut parents = after.to_vec();
    parents.sort();
    let (dossier, author_key, at) = (dossier_id(1), author.public(), at(seconds as i64));
    Statement { dossier, parents, author: author_key, at, act }.sign(author)
}

/// Returns a chain of successions of made-up keys from `first` on, and the last statement.
fn chain(first: &PersonSecret, from: usize, length: usize, after: StatementHash) -> Vec<SignedStatement> {
    let (mut all, mut former, mut last) = (Vec::new(), first.clone(), after);
    for number in from..from + length {
        let next = made_up(number);
        let succession = Succession::sign(&former, &next);
        let one = signed(&next, &[last], Act::Succeed { succession, name: "Niemand".into() });
        last = one.hash();
        all.push(one);
        former = next;
    }
    all
}

/// Returns a charter that Anna handed over to Bram, who withdrew her.
fn brams() -> (Charter, StatementHash) {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let bram = handed(&mut charter, Anna, &[consented], Bram);
    put(&mut charter, Bram, &[bram], withdraw(Anna));
    (charter, consented)
}

/// Checks that those who follow Bram go on as if nothing had come.
fn go_on(mut charter: Charter) {
    assert!(charter.terms().is_frozen());
    assert!(charter.claimants().iter().any(|claimant| claimant.person == Bram.key()));
    assert!(charter.follow(Bram.key()));
    charter.issue(grant(Cleo, GrantedRole::Coach), &Bram.secret(), at(1)).unwrap();
    assert_eq!(role(&charter, Cleo), Some(MemberRole::Coach));
    assert_eq!(Charter::decode(&charter.encode()).unwrap().terms(), charter.terms());
}

#[test]
fn many_acceptances_successions_and_withdrawals_are_evaluated() {
    const MANY: usize = 500;
    let (mut charter, consented) = brams();
    let friend = made_up(0);
    let offered = signed(&Anna.secret(), &[consented], Act::HandOver { to: member(&friend) });
    let offer = offered.hash();
    let mut all = vec![offered];
    all.extend((0..MANY).map(|number| signed_at(number, &friend, &[offer], accept(offer))));
    let accepted = all[1].hash();
    all.extend(chain(&friend, 1, MANY, offer));
    let zed = made_up(MANY).public();
    for _ in 0..MANY {
        let last = all.last().map_or(offer, SignedStatement::hash);
        all.push(signed(&Anna.secret(), &[last], Act::Withdraw { person: zed }));
    }
    let last = all.last().map_or(offer, SignedStatement::hash);
    all.push(signed(&friend, &[accepted, last], consent()));
    charter.extend(all);
    go_on(charter);
}

#[test]
fn many_ways_through_a_branch_are_evaluated() {
    const MANY: usize = 200;
    let (mut charter, consented) = brams();
    let [first, second, third] = [0, 1, 2].map(made_up);
    let mut all = vec![signed(&Anna.secret(), &[consented], Act::HandOver { to: member(&first) })];
    all.push(signed(&first, &[all[0].hash()], accept(all[0].hash())));
    let again = signed(&first, &[all[1].hash()], Act::HandOver { to: member(&second) });
    let offer = again.hash();
    all.push(again);
    all.extend((0..MANY).map(|number| signed_at(number, &second, &[offer], accept(offer))));
    let begun = all[3].hash();
    let further = signed(&second, &[begun], Act::HandOver { to: member(&third) });
    let offer = further.hash();
    all.push(further);
    all.extend((0..MANY).map(|number| signed_at(number, &third, &[offer], accept(offer))));
    all.extend(chain(&third, 3, MANY, offer));
    let zed = made_up(MANY + 2).public();
    for _ in 0..MANY {
        let last = all.last().map_or(offer, SignedStatement::hash);
        all.push(signed(&second, &[last], Act::Withdraw { person: zed }));
    }
    charter.extend(all);
    go_on(charter);
}

#[test]
fn many_claimants_are_evaluated() {
    let (mut charter, consented) = brams();
    for number in 0..400 {
        let friend = made_up(number);
        let offered = signed(&Anna.secret(), &[consented], Act::HandOver { to: member(&friend) });
        let accepted = signed(&friend, &[offered.hash()], accept(offered.hash()));
        charter.statements.extend([offered, accepted].map(|one| (one.hash(), one)));
    }
    charter.extend([]);
    assert_eq!(charter.claimants().len(), 401);
    go_on(charter);
}

#[test]
fn made_up_keys_cannot_fill_a_charter_with_removals() {
    let (mut charter, consented) = brams();
    for number in 0..6 {
        let friend = made_up(number);
        let offered = signed(&Anna.secret(), &[consented], Act::HandOver { to: member(&friend) });
        let accepted = signed(&friend, &[offered.hash()], accept(offered.hash()));
        let begun = accepted.hash();
        let removing = (0..RESERVE)
            .map(|number| signed_at(number, &friend, &[begun], Act::Withdraw { person: Cleo.key() }));
        charter.extend([offered, accepted].into_iter().chain(removing));
    }
    assert!(charter.len() <= crate::charter::MOST_KEPT / 2, "{}", charter.len());
    // Whoever follows Bram has room for what he removes.
    assert!(charter.follow(Bram.key()));
    charter.issue(grant(Cleo, GrantedRole::Coach), &Bram.secret(), at(1)).unwrap();
    assert!(charter.len() <= crate::charter::MOST_STATEMENTS + 32, "{}", charter.len());
    charter.issue(withdraw(Cleo), &Bram.secret(), at(2)).unwrap();
    assert_eq!(role(&charter, Cleo), None);
}
