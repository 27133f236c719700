//! Private notes are never sent: everything that leaves is opened with its recipient's keys and searched.

use chrono::{DateTime, Utc};
use dossier::model::{Person, PersonField};
use dossier::{DocumentName, DossierId, Id, NoteId, PersonId, edit};

use crate::charter::{Act, ConsentForm, GrantedRole};
use crate::header::{Header, Kind};
use crate::{
    Exchange, InvitationKind, InviterRole, MemoryHome, Outgoing, PersonKey, Randomness, Received, Step, cbor,
};

/// The text that Anna wrote for herself.
const PRIVATE: &str = "kanarie-voor-mijzelf";
/// The text that she wrote for Bram too. The search must find this text, because otherwise it proves nothing
/// that it does not find the private one.
const SHARED: &str = "merel-voor-ons-beiden";

struct Coach {
    exchange: Exchange,
    home: MemoryHome,
    random: Randomness,
}

impl Coach {
    fn new(name: &str, seed: u8) -> Self {
        let mut random = Randomness::from_seed([seed; 32]);
        let (exchange, step) = Exchange::begin(name, [seed; 16], now(), &mut random);
        let mut home = MemoryHome::new(exchange.coach(), exchange.device());
        home.commit(step);
        Self { exchange, home, random }
    }

    fn person(&self) -> PersonKey {
        self.exchange.person()
    }

    fn issue(&mut self, dossier: &DossierId, act: Act) {
        let step = self.exchange.issue(dossier, act, now(), &mut self.home).unwrap().unwrap();
        self.home.commit(step);
    }

    /// Returns the plain content of an envelope that was sealed for this coach.
    fn looks_into(&mut self, bytes: &[u8]) -> Vec<u8> {
        let (header, _) = Header::read(bytes).unwrap();
        assert_eq!(header.kind, Kind::Envelope);
        match self.exchange.open(bytes.to_vec(), now(), &mut self.random) {
            Ok(Ok(opened)) => cbor::to_vec(opened.content()),
            _ => panic!("an envelope does not open"),
        }
    }
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap()
}

/// Carries everything from one to the other and back until both are silent. Returns the plain content of all
/// envelopes.
fn carry(anna: &mut Coach, bram: &mut Coach) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    loop {
        let before = all.len();
        for there in [true, false] {
            let (from, to) = if there { (&mut *anna, &mut *bram) } else { (&mut *bram, &mut *anna) };
            let (step, posts) = from.exchange.outgoing(now(), &mut from.random, &mut from.home).unwrap();
            from.home.commit(step);
            for post in posts {
                let Outgoing { bytes, .. } = post.outgoing;
                if post.receipt.is_some() {
                    all.push(to.looks_into(&bytes));
                }
                let received =
                    to.exchange.receive(bytes, now(), &mut to.random, &mut to.home).unwrap().unwrap();
                let Received::Merged(step, answers) = received else { panic!("something was not merged") };
                to.home.commit(step);
                for answer in answers {
                    take(from, answer);
                }
                if let Some(receipt) = &post.receipt {
                    let step = from.exchange.delivered(receipt, now(), &mut from.home).unwrap();
                    from.home.commit(step);
                }
            }
        }
        if all.len() == before {
            return all;
        }
    }
}

fn take(who: &mut Coach, outgoing: Outgoing) {
    let received =
        who.exchange.receive(outgoing.bytes, now(), &mut who.random, &mut who.home).unwrap().unwrap();
    let Received::Merged(step, _) = received else { panic!("a welcome was not merged") };
    who.home.commit(step);
}

fn commit(who: &mut Coach, step: Step) {
    who.home.commit(step);
}

fn shows(content: &[u8], text: &str) -> bool {
    content.windows(text.len()).any(|part| part == text.as_bytes())
}

#[test]
fn nothing_that_is_sent_contains_a_private_note() {
    let (mut anna, mut bram) = (Coach::new("Anna", 1), Coach::new("Bram", 2));
    let (kind, role) = (InvitationKind::Colleague, InviterRole::Professional);
    let (invitation, step) = anna.exchange.invite(kind, role, None, now(), &mut anna.random);
    commit(&mut anna, step);
    let step = bram.exchange.accept(&invitation, now(), &mut bram.random).unwrap();
    commit(&mut bram, step);
    let mut left = carry(&mut anna, &mut bram);
    let (of_anna, of_bram) = (anna.person(), bram.person());
    let step = anna.exchange.confirm(&of_bram, now()).unwrap();
    commit(&mut anna, step);
    let step = bram.exchange.confirm(&of_anna, now()).unwrap();
    commit(&mut bram, step);

    let (dossier, founded) = Exchange::found(&mut anna.random);
    commit(&mut anna, founded);
    let note = NoteId::from_random([4; 10]);
    anna.home.write_private(&dossier, &note, PRIVATE, now()).unwrap();
    let person = edit::add::<Person>(PersonId::from_random([5; 10]), [PersonField::Name(SHARED.into())]);
    anna.home.edit(&dossier, &person, now()).unwrap();
    // The shared note has the same id as the private one.
    anna.home.write_note(&dossier, &note, SHARED, now()).unwrap();
    anna.issue(
        &dossier,
        Act::Consent {
            purpose: "samen".into(),
            how: ConsentForm::Spoken,
            given_by: "mevrouw Smit".into(),
            until: None,
        },
    );
    let to = anna.exchange.member_of(&of_bram).unwrap();
    anna.issue(&dossier, Act::Grant { to, role: GrantedRole::Coach });
    left.extend(carry(&mut anna, &mut bram));

    // Both go on writing, and Anna writes more for herself.
    anna.home.write_private(&dossier, &note, &format!("{PRIVATE}, en nog eens {PRIVATE}"), now()).unwrap();
    for who in [&mut anna, &mut bram] {
        let step = who.exchange.edited(&dossier, &DocumentName::Note(note.clone()), now());
        let text = format!("{}.", who.home.note(&dossier, &note).unwrap());
        who.home.write_note(&dossier, &note, &text, now()).unwrap();
        who.home.commit(step);
    }
    left.extend(carry(&mut anna, &mut bram));

    assert!(left.iter().any(|content| shows(content, SHARED)), "the search finds what was shared");
    assert!(!left.iter().any(|content| shows(content, PRIVATE)));
    assert!(bram.home.note(&dossier, &note).unwrap().starts_with(SHARED));
    assert_eq!(bram.home.private_notes(&dossier), []);
    assert_eq!(anna.home.private_notes(&dossier).len(), 1);
}
