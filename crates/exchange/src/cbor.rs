//! The CBOR encoding of the record's types: ids and names as text, moments as seconds, hashes as bytes.

macro_rules! codec {
    ($(#[$doc:meta])* $name:ident: $type:ty, |$value:ident, $e:ident| $encode:expr, |$d:ident| $decode:expr) => {
        $(#[$doc])*
        pub(crate) mod $name {
            use minicbor::{Decoder, Encoder};

            #[allow(unused_imports)]
            use crate::cbor::*;

            #[allow(clippy::ptr_arg, reason = "derived code hands over the field as it is")]
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
use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use dossier::{DocumentName, DossierId, Id};
use minicbor::decode::Error;

use crate::sealing_key::SealingSecret;
use crate::signing_key::{DeviceSecret, FoundingSecret, PersonSecret};

/// The most heads of one document; more are refused.
pub(crate) const MOST_HEADS: usize = 1_000;
/// The most documents of one dossier; more are refused.
pub(crate) const MOST_DOCUMENTS: usize = 20_000;

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

codec!(/// Encodes the id of a dossier as text.
    dossier_id: DossierId, |value, e| e.str(value.as_str()), |d| text(d));
codec!(/// Encodes the name of a document as text.
    document_name: DocumentName, |value, e| e.str(&value.to_string()), |d| text(d));
codec!(/// Encodes a moment as seconds since 1970.
    moment: DateTime<Utc>, |value, e| e.i64(value.timestamp()),
    |d| DateTime::from_timestamp(d.i64()?, 0).ok_or_else(|| Error::message("not a moment")));
codec!(/// Encodes heads as one string of bytes.
    heads: Vec<ChangeHash>, |value, e| e.bytes(&flat(value)), |d| read_heads(d));
codec!(/// Encodes documents with their heads as a map.
    documents: Documents,
    |value, e| {
        e.map(value.len() as u64)?;
        value.iter().try_for_each(|(name, heads)| e.str(&name.to_string())?.bytes(&flat(heads)).map(drop))
    },
    |d| read_documents(d));

codec!(/// Encodes a moment, or null.
maybe_moment: Option<DateTime<Utc>>,
|value, e| match value {
    Some(moment) => e.i64(moment.timestamp()),
    None => e.null(),
},
|d| {
    if d.datatype()? == minicbor::data::Type::Null {
        d.null()?;
        return Ok(None);
    }
    DateTime::from_timestamp(d.i64()?, 0).map(Some).ok_or_else(|| Error::message("not a moment"))
});
codec!(/// Encodes the ids of dossiers as text.
    dossier_ids: BTreeSet<DossierId>,
    |value, e| {
        e.array(value.len() as u64)?;
        value.iter().try_for_each(|id| e.str(id.as_str()).map(drop))
    },
    |d| texts(d));
codec!(/// Encodes the names of documents as text, or null.
maybe_document_names: Option<BTreeSet<DocumentName>>,
|value, e| match value {
    None => e.null().map(drop),
    Some(names) => {
        e.array(names.len() as u64)?;
        names.iter().try_for_each(|name| e.str(&name.to_string()).map(drop))
    }
},
|d| {
    if d.datatype()? == minicbor::data::Type::Null {
        d.null()?;
        return Ok(None);
    }
    texts(d).map(Some)
});

fn texts<T: std::str::FromStr + Ord>(d: &mut minicbor::Decoder<'_>) -> Result<BTreeSet<T>, Error> {
    let count = d.array()?.ok_or_else(|| Error::message("not a list of known length"))?;
    (0..count).map(|_| text(d)).collect()
}

codec!(/// Encodes a day as days since 1970, or null.
maybe_day: Option<NaiveDate>,
|value, e| match value {
    Some(day) => e.i32(day.to_epoch_days()),
    None => e.null(),
},
|d| {
    if d.datatype()? == minicbor::data::Type::Null {
        d.null()?;
        return Ok(None);
    }
    NaiveDate::from_epoch_days(d.i32()?).map(Some).ok_or_else(|| Error::message("not a day"))
});

/// Encodes a value. Every value of this crate has an encoding, and writing to memory does not fail.
pub(crate) fn to_vec<T: minicbor::Encode<()>>(value: &T) -> Vec<u8> {
    minicbor::to_vec(value).unwrap_or_default()
}

/// Decodes a value that fills `bytes` exactly.
pub(crate) fn read<T: for<'b> minicbor::Decode<'b, ()>>(bytes: &[u8]) -> Option<T> {
    let mut decoder = minicbor::Decoder::new(bytes);
    let value = decoder.decode().ok()?;
    (decoder.position() == bytes.len()).then_some(value)
}

/// A secret that is saved in the vault as its seed.
pub(crate) trait Seed: Sized {
    fn seed(&self) -> &[u8; 32];
    fn from_seed(seed: &[u8; 32]) -> Self;
}

macro_rules! seeds {
    ($($secret:ident)*) => {$(
        impl Seed for $secret {
            fn seed(&self) -> &[u8; 32] {
                self.expose_seed()
            }

            fn from_seed(seed: &[u8; 32]) -> Self {
                Self::from_bytes(seed)
            }
        }
    )*};
}

seeds! { PersonSecret DeviceSecret FoundingSecret SealingSecret }

/// Encodes a secret as its seed.
pub(crate) mod seed {
    use minicbor::encode::Write;
    use minicbor::{Decoder, Encoder};

    use crate::cbor::{Error, Seed};

    pub(crate) fn encode<C, T: Seed, W: Write>(
        secret: &T,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.bytes(secret.seed())?;
        Ok(())
    }

    pub(crate) fn decode<C, T: Seed>(d: &mut Decoder<'_>, _: &mut C) -> Result<T, Error> {
        let seed = d.bytes()?.try_into();
        Ok(T::from_seed(seed.map_err(|_| Error::message("not a seed"))?))
    }
}

/// Encodes a map whose keys are written as text.
pub(crate) mod by_text {
    use std::collections::BTreeMap;
    use std::fmt::Display;
    use std::str::FromStr;

    use minicbor::encode::Write;
    use minicbor::{Decode, Decoder, Encode, Encoder};

    use crate::cbor::{Error, text};

    pub(crate) fn encode<C, K: Display, V: Encode<C>, W: Write>(
        map: &BTreeMap<K, V>,
        e: &mut Encoder<W>,
        context: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.map(map.len() as u64)?;
        map.iter().try_for_each(|(key, value)| e.str(&key.to_string())?.encode_with(value, context).map(drop))
    }

    pub(crate) fn decode<'b, C, K: FromStr + Ord, V: Decode<'b, C>>(
        d: &mut Decoder<'b>,
        context: &mut C,
    ) -> Result<BTreeMap<K, V>, Error> {
        let count = d.map()?.ok_or_else(|| Error::message("not a map of known length"))?;
        (0..count).map(|_| Ok((text(d)?, d.decode_with(context)?))).collect()
    }
}
