//! The edits of a hostile member: at any place of a document, with any value, in changes of any time.

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{
    ActorId, Author, Automerge, AutomergeError, ChangeHash, ObjId, ObjType, ROOT, ReadDoc, Value,
};
use dossier::{Dossier, DossierId, Heads, Id, NoteId, NoteText, Writer};

use super::kind::{Form, Kind, kinds};
use super::shown::{TIMES, WORDS};
use super::value::{self, RECORDS};
use crate::bytes::Decisions;

/// The most edits of one time that a member writes. More only take longer.
const MOST: usize = 400;

/// A document of a member, which he writes without this program.
pub(crate) struct MemberDocument {
    doc: Automerge,
}

/// The acts of a member, by the byte that stands for each.
mod act {
    pub(super) const FIELD: std::ops::Range<u8> = 0..12;
    pub(super) const PROFILE: std::ops::Range<u8> = 12..14;
    pub(super) const REMOVE: u8 = 14;
    pub(super) const ROOT: u8 = 15;
    pub(super) const DELETE: u8 = 16;
    pub(super) const TEXT: u8 = 17;
    pub(super) const STRANGE_RECORD: u8 = 18;
    pub(super) const COUNT: u8 = 19;
    pub(super) const COMMIT: u8 = 20;
    pub(super) const STOP: u8 = 21;
    pub(super) const ALL: u8 = 22;
}

impl MemberDocument {
    /// Returns a record with nothing in it.
    pub(crate) fn record(dossier: &DossierId, writer: &Writer) -> Option<Self> {
        let doc = Automerge::load(&Dossier::create(dossier.clone(), writer).ok()?.save()).ok()?;
        Some(Self::by(doc, writer))
    }

    /// Returns the empty text of a note.
    pub(crate) fn note(note: &NoteId, writer: &Writer) -> Option<Self> {
        let doc = Automerge::load(&NoteText::create(note.clone(), writer).ok()?.save()).ok()?;
        Some(Self::by(doc, writer))
    }

    fn by(mut doc: Automerge, writer: &Writer) -> Self {
        doc.set_author(Some(Author::from(writer.coach.as_str().as_bytes().to_vec())));
        doc.set_actor(ActorId::from(writer.actor));
        Self { doc }
    }

    /// Returns the whole document, and its heads.
    pub(crate) fn whole(&self) -> (Vec<u8>, Heads) {
        (self.doc.save(), self.doc.get_heads())
    }

    /// Returns what was written after `heads`, and the heads now.
    pub(crate) fn since(&self, heads: &[ChangeHash]) -> (Vec<u8>, Heads) {
        (self.doc.save_after(heads), self.doc.get_heads())
    }

    /// Writes in a record until the member stops.
    pub(crate) fn write(&mut self, by: &mut Decisions<'_>) {
        let mut left = MOST;
        while left > 0 && !by.is_empty() {
            let heads: Vec<ChangeHash> =
                self.doc.get_changes_meta(&[]).iter().map(|change| change.hash).collect();
            let mut tx = self.doc.transaction();
            let mut stops = false;
            while left > 0 && !by.is_empty() {
                left -= 1;
                match by.byte() % act::ALL {
                    act::COMMIT => break,
                    act::STOP => {
                        stops = true;
                        break;
                    }
                    // What Automerge itself refuses, a member can't write.
                    what => drop(edit(&mut tx, what, &heads, by)),
                }
            }
            let at = by.one_of(TIMES).copied().unwrap_or_default();
            tx.commit_with(CommitOptions::default().with_time(at));
            if stops {
                return;
            }
        }
    }

    /// Writes in the text of a note.
    pub(crate) fn write_text(&mut self, by: &mut Decisions<'_>) {
        let mut tx = self.doc.transaction();
        for _ in 0..=by.byte() % 4 {
            // What Automerge itself refuses, a member can't write.
            let _ = match by.byte() % 8 {
                0 => value::put(&mut tx, &ROOT, "text", None, &[], by),
                1 => tx.put_object(ROOT, "text", ObjType::Text).map(drop),
                _ => splice(&mut tx, &ROOT, "text", by),
            };
        }
        let at = by.one_of(TIMES).copied().unwrap_or_default();
        tx.commit_with(CommitOptions::default().with_time(at));
    }
}

fn edit(
    tx: &mut Transaction<'_>,
    what: u8,
    heads: &[ChangeHash],
    by: &mut Decisions<'_>,
) -> Result<(), AutomergeError> {
    let (kinds, profile) = kinds();
    if act::PROFILE.contains(&what) {
        let Some(field) = by.one_of(profile) else { return Ok(()) };
        let object = map(tx, &ROOT, "profile")?;
        return value::put(tx, &object, field.key, Some(field), heads, by);
    }
    let Some(kind) = by.one_of(kinds) else { return Ok(()) };
    if what == act::ROOT {
        let key = by.one_of(&["format", "kind", "id", "profile", "pets", kind.map]).copied();
        return value::put(tx, &ROOT, key.unwrap_or(kind.map), None, heads, by);
    }
    let number = by.byte() % RECORDS as u8;
    if what == act::STRANGE_RECORD {
        let id = match by.byte() % 3 {
            0 => (kind.id)(number).to_uppercase(),
            1 => value::id(by),
            _ => value::words(by),
        };
        let all = map(tx, &ROOT, kind.map)?;
        return value::put(tx, &all, &id, None, heads, by);
    }
    let record = record(tx, kind, number)?;
    let Some(field) = by.one_of(&kind.fields) else { return Ok(()) };
    match what {
        what if act::FIELD.contains(&what) => value::put(tx, &record, field.key, Some(field), heads, by),
        act::REMOVE => value::put(tx, &record, "removed", None, heads, by),
        act::DELETE if by.byte().is_multiple_of(4) => {
            let all = map(tx, &ROOT, kind.map)?;
            tx.delete(&all, (kind.id)(number))
        }
        act::DELETE => tx.delete(&record, field.key),
        act::TEXT => splice(tx, &record, field.key, by),
        act::COUNT => tx.increment(&record, field.key, i64::from(by.byte()) << 55),
        _ => Ok(()),
    }
}

/// Replaces a part of a text.
fn splice(
    tx: &mut Transaction<'_>,
    object: &ObjId,
    key: &str,
    by: &mut Decisions<'_>,
) -> Result<(), AutomergeError> {
    let text = match tx.get(object, key)? {
        Some((Value::Object(ObjType::Text), text)) => text,
        _ => tx.put_object(object, key, ObjType::Text)?,
    };
    let length = tx.length(&text);
    let at = by.number() % (length + 1);
    let gone = by.number() % (length - at + 1);
    tx.splice_text(&text, at, gone as isize, &value::words(by))
}

/// Returns a record of a kind, which is made if there is none.
fn record(tx: &mut Transaction<'_>, kind: &Kind, number: u8) -> Result<ObjId, AutomergeError> {
    let all = map(tx, &ROOT, kind.map)?;
    map(tx, &all, &(kind.id)(number))
}

fn map(tx: &mut Transaction<'_>, object: &ObjId, key: &str) -> Result<ObjId, AutomergeError> {
    match tx.get(object, key)? {
        Some((Value::Object(ObjType::Map), map)) => Ok(map),
        _ => tx.put_object(object, key, ObjType::Map),
    }
}

/// Returns decisions by which a member writes two records of a kind with a fitting value in every field, for
/// each kind, and then a bit of everything.
pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let (kinds, profile) = kinds();
    let mut everything: Vec<u8> = (0..profile.len() as u8).flat_map(|field| [12, field, 0, 3, 0]).collect();
    let mut seeds = Vec::new();
    for (number, kind) in (0..).zip(kinds) {
        let written = fields(number, kind);
        everything.extend(written.iter().take(90));
        seeds.push(ended(written));
    }
    // Ties and family lines between all of them, some in a circle.
    let between = [(2_u8, 0_u8, 1_u8), (3, 0, 1), (4, 0, 1)];
    let family = (0..RECORDS as u8).flat_map(|from| {
        between.into_iter().flat_map(move |(kind, a, b)| {
            let end = |field, person| [0, kind, from, field, 0, 0, 0, person];
            [end(a, from), end(b, (from + 1) % RECORDS as u8)].concat()
        })
    });
    everything.extend(family);
    seeds.push(ended(everything));
    seeds
}

/// Returns decisions that fill in every field of two records.
fn fields(number: u8, kind: &Kind) -> Vec<u8> {
    let of_record = |record: u8| {
        (0_u8..).zip(&kind.fields).flat_map(move |(place, field)| {
            let value: &[u8] = match (field.form, field.choices.is_empty(), field.key) {
                (Form::Flag, ..) => &[0, record],
                (Form::Choices, ..) => &[0, 1, record, record + 1],
                // The words of a method and of a step, and a file that defines the method.
                (Form::Words, _, "method") => &[0, 1, 3, 30],
                (Form::Words, _, "step") => &[0, 1, 3, 32],
                (Form::Words, _, "definition") => &[0, 1, 3, 225, 0],
                (Form::Words, _, "answers") => &[0, 1, 3, 36],
                (Form::Words, ..) => &[0, 1, 3, record],
                (Form::Scalar, false, _) => &[0, record],
                (Form::Scalar, _, "a" | "parent" | "person" | "member") => &[0, 0, 0, 0],
                (Form::Scalar, _, "b" | "child") => &[0, 0, 0, 1],
                (Form::Scalar, _, "goal") => &[0, 0, 11, 0],
                (Form::Scalar, _, "wish") => &[0, 0, 5, 0],
                (Form::Scalar, _, "moment") => &[0, 0, 14, 0],
                (Form::Scalar, _, "reply_to") => &[0, 0, 19, 0],
                (Form::Scalar, _, "year" | "minutes" | "time" | "next_time") => &[0, 2, 6],
                (Form::Scalar, _, "heads") => &[12, 0],
                (Form::Scalar, _, "ecogram" | "circle" | "sociogram" | "genogram") => &[0, 3, 25],
                (Form::Scalar, _, "title" | "group" | "contact" | "origin") => &[0, 3, record],
                (Form::Scalar, ..) => &[0, 1, 0],
            };
            [[0, number, record, place].as_slice(), value].concat()
        })
    };
    (0..2).flat_map(of_record).collect()
}

fn ended(mut decisions: Vec<u8>) -> Vec<u8> {
    debug_assert!(WORDS.len() < 200, "the first decision of a text chooses any of the words");
    decisions.extend([act::COMMIT, 1, act::STOP, 1]);
    decisions
}
