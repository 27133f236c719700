//! Values that a member writes into a field: what fits, and what does not.

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ChangeHash, ObjId, ObjType, ScalarValue};

use super::kind::{Form, KnownField, kinds};
use super::shown::{DAYS, FLOATS, METHODS, NUMBERS, WORDS};
use crate::bytes::Decisions;

/// The number of records of each kind. With few of them, references meet.
pub(crate) const RECORDS: usize = 4;

/// The most characters of a long text. Longer ones only take longer.
const LONG: usize = 60_000;

/// Writes a value at a key. What Automerge refuses is left out.
pub(crate) fn put(
    tx: &mut Transaction<'_>,
    object: &ObjId,
    key: &str,
    field: Option<&KnownField>,
    heads: &[ChangeHash],
    by: &mut Decisions<'_>,
) -> Result<(), AutomergeError> {
    match by.byte() % 16 {
        // Half of the values fit, because views do little with a record in which nothing does.
        0..8 => fitting(tx, object, key, field, by),
        8 => tx.put(object, key, *by.one_of(NUMBERS).unwrap_or(&0)),
        9 => tx.put(object, key, *by.one_of(FLOATS).unwrap_or(&0.0)),
        10 => tx.put(object, key, by.byte().is_multiple_of(2)),
        11 => tx.put(object, key, scalar(by)),
        12 => tx.put(object, key, heads_of(heads, by)),
        13 => object_of_any_type(tx, object, key, by),
        14 => tx.put(object, key, long(by)),
        _ => {
            let length = usize::from(by.byte());
            tx.put(object, key, String::from_utf8_lossy(by.bytes(length)).into_owned())
        }
    }
}

/// Writes a value of the form that the field has.
fn fitting(
    tx: &mut Transaction<'_>,
    object: &ObjId,
    key: &str,
    field: Option<&KnownField>,
    by: &mut Decisions<'_>,
) -> Result<(), AutomergeError> {
    let choices = field.map(|field| field.choices.as_slice()).unwrap_or_default();
    match field.map_or(Form::Scalar, |field| field.form) {
        Form::Flag => tx.put(object, key, by.byte().is_multiple_of(2)),
        Form::Choices => {
            let map = tx.put_object(object, key, ObjType::Map)?;
            for _ in 0..=by.below(3) {
                if let Some(choice) = by.one_of(choices) {
                    tx.put(&map, *choice, true)?;
                }
            }
            Ok(())
        }
        Form::Words if by.byte().is_multiple_of(2) => {
            let text = tx.put_object(object, key, ObjType::Text)?;
            tx.splice_text(&text, 0, 0, &words(by))
        }
        _ => match by.one_of(choices) {
            Some(choice) => tx.put(object, key, *choice),
            None => tx.put(object, key, reference_day_number_or_words(by)),
        },
    }
}

/// Returns one of the scalars that a field without a list can hold.
fn reference_day_number_or_words(by: &mut Decisions<'_>) -> ScalarValue {
    match by.byte() % 4 {
        0 => id(by).as_str().into(),
        1 => by.one_of(DAYS).copied().unwrap_or_default().into(),
        2 => by.one_of(NUMBERS).copied().unwrap_or_default().into(),
        _ => words(by).as_str().into(),
    }
}

/// Returns the id of a record, or of the client.
pub(crate) fn id(by: &mut Decisions<'_>) -> String {
    let (kind, number) = (by.one_of(&kinds().0), by.byte());
    match kind {
        Some(kind) if number < 240 => (kind.id)(number % RECORDS as u8),
        _ => "client".to_owned(),
    }
}

/// Returns a text.
pub(crate) fn words(by: &mut Decisions<'_>) -> String {
    match by.byte() {
        choice @ 0..200 => {
            WORDS.get(usize::from(choice) % WORDS.len()).copied().unwrap_or_default().to_owned()
        }
        200..225 => format!(
            "{} {}",
            by.one_of(WORDS).copied().unwrap_or_default(),
            by.one_of(WORDS).copied().unwrap_or_default()
        ),
        225..240 => by.one_of(METHODS).copied().unwrap_or_default().to_owned(),
        _ => long(by),
    }
}

/// Returns a word many times.
fn long(by: &mut Decisions<'_>) -> String {
    let (word, times) = (by.one_of(WORDS).copied().unwrap_or_default(), by.number());
    word.chars().cycle().take(if word.is_empty() { 0 } else { times.min(LONG) }).collect()
}

fn scalar(by: &mut Decisions<'_>) -> ScalarValue {
    let number = by.one_of(NUMBERS).copied().unwrap_or_default();
    match by.byte() % 6 {
        0 => ScalarValue::Null,
        1 => ScalarValue::Uint(number as u64),
        2 => ScalarValue::Timestamp(number),
        3 => ScalarValue::counter(number),
        4 => ScalarValue::Bytes(by.bytes(8).to_vec()),
        _ => id(by).as_str().into(),
    }
}

/// Returns heads as a measuring moment names them: real ones, and some that nobody has.
fn heads_of(heads: &[ChangeHash], by: &mut Decisions<'_>) -> String {
    let real = |hash: &ChangeHash| hash.to_string();
    match by.byte() % 4 {
        0 => heads.last().map(real).unwrap_or_default(),
        1 => by.one_of(heads).map(real).unwrap_or_default(),
        2 => heads.iter().map(real).collect::<Vec<_>>().join(" "),
        _ => "0123456789abcdef".repeat(4),
    }
}

fn object_of_any_type(
    tx: &mut Transaction<'_>,
    object: &ObjId,
    key: &str,
    by: &mut Decisions<'_>,
) -> Result<(), AutomergeError> {
    match by.byte() % 4 {
        0 => {
            let map = tx.put_object(object, key, ObjType::Map)?;
            tx.put(&map, words(by), true)
        }
        1 => {
            let text = tx.put_object(object, key, ObjType::Text)?;
            tx.splice_text(&text, 0, 0, &words(by))
        }
        2 => {
            let list = tx.put_object(object, key, ObjType::List)?;
            tx.insert(&list, 0, words(by))
        }
        _ => {
            let mut inner = tx.put_object(object, key, ObjType::Map)?;
            for _ in 0..by.byte() % 80 {
                inner = tx.put_object(&inner, "in", ObjType::Map)?;
            }
            Ok(())
        }
    }
}
