//! How the record's types stand in CBOR: ids and names as text, moments as seconds, hashes as bytes.

macro_rules! codec {
    ($(#[$doc:meta])* $name:ident: $type:ty, |$value:ident, $e:ident| $encode:expr, |$d:ident| $decode:expr) => {
        $(#[$doc])*
        pub(crate) mod $name {
            use minicbor::{Decoder, Encoder};

            #[allow(unused_imports)]
            use super::*;

            pub(crate) fn encode<C, W: minicbor::encode::Write>(
                $value: &$type,
                $e: &mut Encoder<W>,
                _: &mut C,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                $encode?;
                Ok(())
            }

            pub(crate) fn decode<C>($d: &mut Decoder<'_>, _: &mut C) -> Result<$type, minicbor::decode::Error> {
                $decode
            }
        }
    };
}

use dossier::ChangeHash;
use chrono::{DateTime, Utc};
use dossier::{CoachId, DocumentName, DossierId};
use minicbor::decode::Error;


/// The most heads that a document has: more are refused.
const MOST_HEADS: usize = 1_000;
/// The most documents that one dossier has.
const MOST_DOCUMENTS: usize = 20_000;

pub(crate) type Documents = Vec<(DocumentName, Vec<ChangeHash>)>;

fn text<T: std::str::FromStr>(d: &mut minicbor::Decoder<'_>) -> Result<T, Error> {
    let at = d.position();
    d.str()?.parse().map_err(|_| Error::message("not a name of this kind").at(at))
}

fn read_heads(d: &mut minicbor::Decoder<'_>) -> Result<Vec<ChangeHash>, Error> {
    let bytes = d.bytes()?;
    let (hashes, rest) = bytes.as_chunks::<32>();
    if !rest.is_empty() || hashes.len() > MOST_HEADS {
        return Err(Error::message("not a list of heads"));
    }
    Ok(hashes.iter().map(|hash| ChangeHash(*hash)).collect())
}

fn flat(heads: &[ChangeHash]) -> Vec<u8> {
    heads.iter().flat_map(|head| head.0).collect()
}

fn read_documents(d: &mut minicbor::Decoder<'_>) -> Result<Documents, Error> {
    let count = d.map()?.filter(|count| *count <= MOST_DOCUMENTS as u64);
    let count = count.ok_or_else(|| Error::message("not a list of documents"))?;
    (0..count).map(|_| Ok((text(d)?, read_heads(d)?))).collect()
}

codec!(/// A dossier's id, as text.
    dossier_id: DossierId, |value, e| e.str(dossier::Id::as_str(value)), |d| text(d));
codec!(/// A coach's id, as text.
    coach_id: CoachId, |value, e| e.str(dossier::Id::as_str(value)), |d| text(d));
codec!(/// A document's name, as text.
    document_name: DocumentName, |value, e| e.str(&value.to_string()), |d| text(d));
codec!(/// A moment, in seconds since 1970.
    moment: DateTime<Utc>, |value, e| e.i64(value.timestamp()),
    |d| DateTime::from_timestamp(d.i64()?, 0).ok_or_else(|| Error::message("not a moment")));
codec!(/// Heads, one after another in one string of bytes.
    heads: Vec<ChangeHash>, |value, e| e.bytes(&flat(value)), |d| read_heads(d));
codec!(/// Documents with their heads.
    documents: Documents,
    |value, e| {
        e.map(value.len() as u64)?;
        value.iter().try_for_each(|(name, heads)| e.str(&name.to_string())?.bytes(&flat(heads)).map(drop))
    },
    |d| read_documents(d));

/// The CBOR of a value. Values of this crate always have one: writing to memory does not fail.
pub(crate) fn to_vec<T: minicbor::Encode<()>>(value: &T) -> Vec<u8> {
    minicbor::to_vec(value).unwrap_or_default()
}

/// Reads a value that fills `bytes` wholly.
pub(crate) fn read<T: for<'b> minicbor::Decode<'b, ()>>(bytes: &[u8]) -> Option<T> {
    let mut decoder = minicbor::Decoder::new(bytes);
    let value = decoder.decode().ok()?;
    (decoder.position() == bytes.len()).then_some(value)
}
