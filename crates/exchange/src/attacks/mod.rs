//! Attacks by somebody with valid keys and a program of their own. Mallory is a contact, and a member of one
//! dossier or of none.

mod cards;
mod charters;
mod endless;
mod false_put_back;
mod flooding;
mod forgotten_withdrawal;
mod put_back;
mod stolen_device;
mod vouching;

use dossier::DossierId;
use minicbor::bytes::ByteVec;

use crate::charter::GrantedRole;
use crate::content::{EnvelopeContent, EnvelopePart};
use crate::envelope::SealedEnvelope;
use crate::forge;
use crate::home::{Home, Step};
use crate::incoming::Received;
use crate::signing_key::DeviceKey;
use crate::stories::support::*;

/// Returns an envelope from one coach to a device, with any parts.
fn forged(from: &mut Coach, to: &DeviceKey, parts: Vec<EnvelopePart>) -> Vec<u8> {
    forge::envelope(&mut from.exchange, to, from.now, parts, &mut from.random).unwrap()
}

/// Sends a coach an envelope with any parts, as Mallory makes it.
fn attack(from: &mut Coach, on: &mut Coach, parts: Vec<EnvelopePart>) -> Received {
    let bytes = forged(from, &on.exchange.device(), parts);
    receive(on, bytes)
}

/// Reads an envelope, and makes its step durable. Returns the outcome without the step.
fn receive(on: &mut Coach, bytes: Vec<u8>) -> Received {
    let received = on.exchange.receive(bytes, on.now, &mut on.random, &mut on.home).unwrap().unwrap();
    match received {
        Received::Merged(step, answers) => {
            on.commit(step);
            Received::Merged(Step::default(), answers)
        }
        other => other,
    }
}

/// Returns the parts of all envelopes that a coach sends to a device now.
fn sent_to(from: &mut Coach, to: &mut Coach) -> Vec<EnvelopePart> {
    let device = to.exchange.device();
    let mut parts = Vec::new();
    loop {
        let (step, posts) = from.exchange.outgoing(from.now, &mut from.random, &mut from.home).unwrap();
        from.commit(step);
        if posts.is_empty() {
            return parts;
        }
        for post in posts {
            if post.outgoing.to == device
                && let Ok(Ok(opened)) = to.exchange.open(post.outgoing.bytes.clone(), to.now, &mut to.random)
            {
                parts.extend(opened.into_content().parts);
            }
            if let Some(receipt) = post.receipt {
                let step = from.exchange.delivered(&receipt, from.now, &mut from.home).unwrap();
                from.commit(step);
            }
        }
    }
}

/// Returns whether any part says something about a dossier.
fn speaks_of(parts: &[EnvelopePart], dossier: &DossierId) -> bool {
    parts.iter().any(|part| match part {
        EnvelopePart::Charter { dossier: id, .. }
        | EnvelopePart::Changes { dossier: id, .. }
        | EnvelopePart::Have { dossier: id, .. } => id == dossier,
        _ => false,
    })
}

/// Returns the number of bytes that a coach has saved.
fn saved_bytes(coach: &Coach) -> usize {
    coach.home.entries().map(|(key, value)| key.len() + value.len()).sum()
}

/// Anna shares one dossier with Bram and Mallory, and another with Bram alone.
struct Scene {
    anna: Coach,
    bram: Coach,
    mallory: Coach,
    store: Store,
    /// The dossier of all three.
    shared: DossierId,
    /// The dossier of which Mallory is no member.
    secret: DossierId,
}

fn scene(role: GrantedRole) -> Scene {
    let (mut anna, mut bram, mut mallory) = (Coach::new("Anna"), Coach::new("Bram"), Coach::new("Mallory"));
    let mut store = Store::default();
    acquainted(&mut anna, &mut bram, &mut store);
    acquainted(&mut anna, &mut mallory, &mut store);
    let (shared, secret) = (anna.new_dossier("Mevrouw De Wit"), anna.new_dossier("Meneer Jansen"));
    for dossier in [&shared, &secret] {
        anna.consent(dossier);
        anna.share(dossier, &bram.person(), GrantedRole::Coach).unwrap();
    }
    anna.share(&shared, &mallory.person(), role).unwrap();
    settle(&mut [&mut anna, &mut bram, &mut mallory], &mut store);
    Scene { anna, bram, mallory, store, shared, secret }
}

fn bytes(of: Vec<u8>) -> ByteVec {
    of.into()
}

fn documents(coach: &mut Coach, dossier: &DossierId) -> usize {
    coach.home.documents(dossier).unwrap().len()
}
