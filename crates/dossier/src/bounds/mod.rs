//! Bounds on Automerge bytes that somebody else wrote, checked before Automerge reads them.
//!
//! A column of Automerge's format is compressed twice: its values are run lengths, and these may be deflated.
//! So a mebibyte can stand for gigabytes, and Automerge makes all of them. This reader walks the same chunks,
//! and inflates up to a limit. It counts what the run lengths stand for without making it. It refuses what it
//! does not understand, so that Automerge never reads more than was counted.

mod change;
mod chunk;
mod column;
mod damage;
mod depth;
mod document;
mod inflate;
mod limits;
mod reader;
mod runs;
mod spent;

use chunk::Chunk;
pub(crate) use chunk::is_one_document;
use damage::damaged;
pub(crate) use spent::Size;
use spent::Spent;

use crate::loading::LoadError;

/// Returns the whole chunks at the beginning of `bytes`, if Automerge can load them with a bounded amount of
/// memory and time. Bytes that follow them are no chunk, or one that was cut short.
///
/// # Errors
///
/// [`LoadError::TooLarge`] if the chunks hold more of something than this version reads, and
/// [`LoadError::Unreadable`] if one of them is not as Automerge writes it.
pub(crate) fn within(bytes: &[u8], size: Size) -> Result<&[u8], LoadError> {
    let mut spent = Spent::nothing(size);
    let mut rest = bytes;
    while let Some((chunk, after)) = Chunk::first(rest) {
        spent.chunk(chunk.content.len())?;
        match chunk.kind {
            chunk::DOCUMENT => document::measure(chunk.content, &mut spent)?,
            chunk::CHANGE => change::measure(chunk.content, &mut spent)?,
            chunk::COMPRESSED => {
                let content = inflate::inflate(chunk.content, &mut spent)?;
                change::measure(&content, &mut spent)?;
            }
            // Automerge calls its fourth kind of chunk experimental, and no version of this program writes
            // it.
            _ => return Err(damaged()),
        }
        rest = after;
    }
    Ok(&bytes[..bytes.len() - rest.len()])
}

/// Returns the bytes of each whole chunk.
pub(crate) fn chunks(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (_, after) = Chunk::first(rest)?;
        let (chunk, after) = rest.split_at(rest.len() - after.len());
        rest = after;
        Some(chunk)
    })
}

#[cfg(test)]
mod tests {
    use automerge::transaction::Transactable;
    use automerge::{ActorId, Automerge, ObjType, ROOT};
    use proptest::prelude::*;

    use super::*;

    fn written() -> Automerge {
        let mut doc = Automerge::new().with_actor(ActorId::from([1; 16]));
        let mut tx = doc.transaction();
        let map = tx.put_object(ROOT, "people", ObjType::Map).unwrap();
        for number in 0..300 {
            let person = tx.put_object(&map, format!("p-{number}"), ObjType::Map).unwrap();
            tx.put(&person, "name", "Fatima").unwrap();
        }
        let text = tx.put_object(ROOT, "text", ObjType::Text).unwrap();
        tx.splice_text(&text, 0, 0, &"Koffie gedronken. ".repeat(90)).unwrap();
        tx.splice_text(&text, 4, 9, "thee").unwrap();
        tx.commit();
        doc
    }

    #[test]
    fn what_automerge_writes_is_within_the_bounds() {
        let doc = written();
        for bytes in [doc.save(), doc.save_nocompress(), doc.save_after(&[])] {
            assert_eq!(within(&bytes, Size::OfADocument).unwrap().len(), bytes.len());
        }
        let twice = [doc.save(), doc.save_after(&[])].concat();
        assert_eq!(within(&twice, Size::OfADocument).unwrap().len(), twice.len());
        assert_eq!(within(&[], Size::OfADocument).unwrap().len(), 0);
    }

    #[test]
    fn a_chunk_that_was_cut_short_is_left_out() {
        let (doc, changes) = (written().save(), written().save_after(&[]));
        let cut = [doc.as_slice(), &changes[..changes.len() - 1]].concat();
        assert_eq!(within(&cut, Size::OfAddedChanges).unwrap(), doc);
    }

    #[test]
    fn a_bundle_is_refused() {
        let doc = written();
        let bundle = doc.bundle(doc.get_heads()).unwrap();
        assert!(matches!(within(bundle.bytes(), Size::OfADocument), Err(LoadError::Unreadable(_))));
    }

    proptest! {
        #[test]
        fn damaged_bytes_are_refused_or_counted_and_never_panic(
            damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
            kind in 0..3_usize,
        ) {
            let doc = written();
            let mut bytes = [doc.save(), doc.save_nocompress(), doc.save_after(&[])][kind].clone();
            for (place, byte) in damage {
                let place = place.index(bytes.len());
                bytes[place] = byte;
            }
            let _ = within(&bytes, Size::OfADocument);
        }

        #[test]
        fn any_content_of_a_chunk_is_refused_or_counted_and_never_panics(
            kind in 0..5_u8,
            content in prop::collection::vec(any::<u8>(), 0..300),
        ) {
            let mut bytes = vec![0x85, 0x6f, 0x4a, 0x83, 0, 0, 0, 0, kind];
            bytes.extend([(content.len() % 128) as u8 | 0x80, (content.len() / 128) as u8]);
            bytes.extend(content);
            let _ = within(&bytes, Size::OfADocument);
        }
    }
}
