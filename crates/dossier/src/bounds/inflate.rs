//! Inflating up to a limit, with the library that Automerge inflates with.

use std::io::Read;

use flate2::bufread::DeflateDecoder;

use super::damage::damaged;
use super::spent::Spent;
use crate::loading::LoadError;

/// Inflates `bytes` and counts the result. It stops at the limit, however much the bytes stand for.
pub(super) fn inflate(bytes: &[u8], spent: &mut Spent) -> Result<Vec<u8>, LoadError> {
    let mut inflated = Vec::new();
    let one_too_many = spent.left() as u64 + 1;
    DeflateDecoder::new(bytes).take(one_too_many).read_to_end(&mut inflated).map_err(|_| damaged())?;
    spent.chunk(inflated.len())?;
    Ok(inflated)
}
