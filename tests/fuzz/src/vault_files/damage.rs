//! Damage to the files of a vault.

use std::fs;
use std::io::Result;
use std::path::Path;

use super::folder::{Original, VaultFile};
use crate::bytes::Decisions;

/// The most places that are damaged in one vault.
const MOST: usize = 12;
/// The number of ways to damage a file.
const WAYS: u8 = 18;
/// The longest piece that is put in.
const LONGEST: usize = 1 << 20;

/// Numbers that ask for more than there is, as they lie on the disk, and texts that a header may hold.
const PIECES: &[&[u8]] = &[
    &[0xff; 4],
    &[0xff, 0xff, 0xff, 0x7f],
    &[0, 0, 0, 0x80],
    &[0, 0, 0, 0x10],
    &[0xff; 8],
    &[0, 0, 0, 0, 0, 0, 0, 0x80],
    &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
    &[0; 8],
    &[0; 512],
    b"KrngFrm2",
    b"4294967295",
    b"-1",
    b"1e999",
    b"null",
    b"\"\\u0000\"",
    b"{\"format\":2}",
    b"{",
    b"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
];

/// Damages the files in the folder.
pub(super) fn damage(original: &Original, folder: &Path, by: &mut Decisions<'_>) -> Result<()> {
    for _ in 0..=by.below(MOST) {
        if by.is_empty() {
            break;
        }
        let Some(file) = by.one_of(&original.files) else { continue };
        one(original, folder, file, by)?;
    }
    Ok(())
}

fn one(original: &Original, folder: &Path, file: &VaultFile, by: &mut Decisions<'_>) -> Result<()> {
    let path = folder.join(&file.path);
    // What was removed or made a folder stays so.
    let Ok(mut bytes) = fs::read(&path) else { return Ok(()) };
    let way = by.byte() % WAYS;
    let at = by.number() % file.used.min(bytes.len()).max(1);
    let length = usize::from(by.byte()) + 1;
    let end = (at + length).min(bytes.len());
    let at = at.min(end);
    match way {
        0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (length % 8)),
        1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = length as u8),
        2 | 3 => {
            let piece = by.one_of(PIECES).copied().unwrap_or_default();
            let until = if way == 2 { (at + piece.len()).min(bytes.len()) } else { at };
            drop(bytes.splice(at..until, piece.iter().copied()));
        }
        4 => drop(bytes.drain(at..end)),
        5 => bytes.truncate(at),
        6 => {
            let from = by.number() % file.used.max(1);
            let piece: Vec<u8> = bytes.iter().skip(from).take(length).copied().collect();
            drop(bytes.splice(at..end, piece));
        }
        7 => return fs::remove_file(path),
        8 => {
            let Some(other) = by.one_of(&original.files) else { return Ok(()) };
            bytes = fs::read(folder.join(&other.path)).unwrap_or_default();
        }
        9 => {
            let Some(foreign) = by.one_of(&original.foreign) else { return Ok(()) };
            let laid = folder.join(&foreign.path);
            fs::create_dir_all(laid.parent().unwrap_or(folder))?;
            return fs::write(laid, &foreign.bytes);
        }
        10 => {
            let Some(foreign) = by.one_of(&original.foreign) else { return Ok(()) };
            bytes.clone_from(&foreign.bytes);
        }
        11 => bytes.extend(vec![by.byte(); (by.number() * 64).min(LONGEST)]),
        12 if bytes.len() < LONGEST => bytes.extend(bytes.clone()),
        13 => {
            fs::remove_file(&path)?;
            return fs::create_dir(path);
        }
        14 => bytes.clear(),
        15 => {
            // Another copy of the same file under a name that only looks like one.
            let name = file.path.to_string_lossy().replace(['0', '1', '2'], "3");
            let other = folder.join(name);
            fs::create_dir_all(other.parent().unwrap_or(folder))?;
            return fs::write(other, &bytes);
        }
        16 => {
            let fill = by.byte();
            bytes.iter_mut().skip(at).take(length).for_each(|byte| *byte = fill);
        }
        _ => {
            let piece = by.bytes(length.min(32));
            drop(bytes.splice(at..end.min(at + piece.len()), piece.iter().copied()));
        }
    }
    // A mark has a second name elsewhere, which keeps the original.
    fs::remove_file(&path)?;
    fs::write(path, bytes)
}

/// Returns decisions that damage each file in each way.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let one = |file: u8, way: u8, place: u8| vec![place % 4, 0, 0, file, way, place, 0, 3, place, 7, 1, 2];
    let mut seeds = Vec::new();
    for way in 0..WAYS {
        for file in 0..8 {
            seeds.push(one(file, way, file.wrapping_mul(31).wrapping_add(way.wrapping_mul(7))));
        }
    }
    seeds
}
