//! The changes in a part of an envelope, read without the documents that they belong to.

use automerge::{Automerge, Change, ChangeHash};
use dossier::CoachId;

/// A change, with the person whom it names as its author.
pub(crate) struct Written {
    pub(crate) hash: ChangeHash,
    pub(crate) author: Option<CoachId>,
    /// The stream in which it was written.
    pub(crate) actor: Vec<u8>,
    /// The number of the change in its stream.
    pub(crate) number: u64,
}

/// The bytes with which each chunk begins.
const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
/// The kind of a chunk that holds a whole document.
const DOCUMENT: u8 = 0;

/// Returns the changes in chunks of Automerge. An attacker who opened an envelope reads each of them, also
/// those that follow others that are not here.
pub(crate) fn changes_in(bytes: &[u8]) -> Vec<Written> {
    let mut all = Vec::new();
    let mut rest = bytes;
    while let Some((chunk, kind)) = first_chunk(rest) {
        if kind == DOCUMENT {
            let document = Automerge::load(chunk).ok();
            all.extend(document.iter().flat_map(|one| one.get_changes(&[])).map(|one| written(&one)));
        } else if let Ok(change) = Change::from_bytes(chunk.to_vec()) {
            all.push(written(&change));
        }
        rest = &rest[chunk.len()..];
    }
    all
}

fn written(change: &Change) -> Written {
    let author = change.author();
    let author = author.and_then(|author| std::str::from_utf8(author.as_bytes()).ok()?.parse().ok());
    let actor = change.actor_id().to_bytes().to_vec();
    Written { hash: change.hash(), author, actor, number: change.seq() }
}

/// Returns the first chunk and its kind. A chunk is magic, a checksum of four bytes, its kind, its length in
/// LEB128, and its content.
fn first_chunk(bytes: &[u8]) -> Option<(&[u8], u8)> {
    let rest = bytes.strip_prefix(&MAGIC)?;
    let kind = *rest.get(4)?;
    let (mut length, mut at) = (0_usize, 5);
    for shift in (0..usize::BITS).step_by(7) {
        let byte = *rest.get(at)?;
        at += 1;
        length |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some((bytes.get(..(MAGIC.len() + at).checked_add(length)?)?, kind))
}
