//! Forges Automerge bytes that Automerge itself would not write, with a right checksum.
#![allow(dead_code)]

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use sha2::{Digest, Sha256};

pub(crate) const DOCUMENT: u8 = 0;
pub(crate) const CHANGE: u8 = 1;
pub(crate) const COMPRESSED: u8 = 2;

/// The columns of a table, by name.
pub(crate) type Columns = Vec<(u8, Vec<u8>)>;

pub(crate) fn unsigned(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 127 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

pub(crate) fn signed(mut number: i64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while !(-64..64).contains(&number) {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8 & 0x7f);
    bytes
}

fn prefixed(bytes: &[u8]) -> Vec<u8> {
    [unsigned(bytes.len() as u64), bytes.to_vec()].concat()
}

/// Returns a run of rows with one value.
pub(crate) fn run(rows: u64, value: &[u8]) -> Vec<u8> {
    [signed(rows as i64), value.to_vec()].concat()
}

/// Returns a run of rows with one text.
pub(crate) fn words(rows: u64, text: &str) -> Vec<u8> {
    run(rows, &prefixed(text.as_bytes()))
}

/// Returns a run of rows without a value.
pub(crate) fn nulls(rows: u64) -> Vec<u8> {
    [signed(0), unsigned(rows)].concat()
}

pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut deflating = DeflateEncoder::new(Vec::new(), Compression::best());
    deflating.write_all(bytes).unwrap();
    deflating.finish().unwrap()
}

/// Returns a chunk with a right checksum.
pub(crate) fn chunk(kind: u8, content: &[u8]) -> Vec<u8> {
    container(kind, kind, content, content)
}

/// Returns the chunk of a change that is deflated.
pub(crate) fn compressed(content: &[u8]) -> Vec<u8> {
    container(COMPRESSED, CHANGE, content, &deflate(content))
}

fn container(kind: u8, hashed: u8, plain: &[u8], content: &[u8]) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update([hashed]);
    hash.update(unsigned(plain.len() as u64));
    hash.update(plain);
    let checksum = hash.finalize();
    let mut bytes = vec![0x85, 0x6f, 0x4a, 0x83];
    bytes.extend(&checksum[..4]);
    bytes.push(kind);
    bytes.extend(prefixed(content));
    bytes
}

/// Returns a list of columns, and the columns.
fn table(columns: &Columns) -> (Vec<u8>, Vec<u8>) {
    let mut listed = unsigned(columns.len() as u64);
    for (name, bytes) in columns {
        listed.extend(unsigned(u64::from(*name)));
        listed.extend(unsigned(bytes.len() as u64));
    }
    (listed, columns.iter().flat_map(|(_, bytes)| bytes.clone()).collect())
}

/// Returns the content of a document chunk.
pub(crate) fn document(actors: &[&[u8]], heads: &[[u8; 32]], changes: &Columns, ops: &Columns) -> Vec<u8> {
    let mut content = unsigned(actors.len() as u64);
    actors.iter().for_each(|actor| content.extend(prefixed(actor)));
    content.extend(unsigned(heads.len() as u64));
    content.extend(heads.concat());
    let (changes, ops) = (table(changes), table(ops));
    content.extend([changes.0, ops.0, changes.1, ops.1].concat());
    heads.iter().for_each(|_| content.push(0));
    content
}

/// Returns the content of the chunk of a change.
pub(crate) fn change(
    deps: &[[u8; 32]],
    actor: &[u8],
    message: &str,
    others: &[&[u8]],
    ops: &Columns,
) -> Vec<u8> {
    let mut content = unsigned(deps.len() as u64);
    content.extend(deps.concat());
    content.extend(prefixed(actor));
    content.extend([1, 1, 0]);
    content.extend(prefixed(message.as_bytes()));
    content.extend(unsigned(others.len() as u64));
    others.iter().for_each(|actor| content.extend(prefixed(actor)));
    let (listed, columns) = table(ops);
    content.extend([listed, columns].concat());
    content
}
