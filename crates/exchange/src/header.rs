//! The header: the first bytes of everything that travels.

use crate::sealing_key::KeyId;
use crate::signing_key::DeviceKey;

/// The length of the longest envelope that is read.
pub const MAX_ENVELOPE_BYTES: usize = 32 * 1024 * 1024;

const MAGIC: &[u8; 5] = b"KRING";

const VERSION: u8 = 2;

/// The kind of a sealed message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An envelope between two devices.
    Envelope = 1,
    /// The answer to an invitation.
    Reply = 2,
    /// The answer to a reply.
    Welcome = 3,
}

/// The first bytes of everything that travels. They are enough to find the key, and say nothing about the
/// sender.
pub(crate) struct Header {
    pub(crate) kind: Kind,
    pub(crate) key: KeyId,
}

impl Header {
    pub(crate) fn read(bytes: &[u8]) -> Result<(Self, &[u8]), EnvelopeError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(EnvelopeError::NotOurs)?;
        let (&[version, kind], rest) = rest.split_first_chunk().ok_or(EnvelopeError::CutOff)?;
        if version < VERSION {
            return Err(EnvelopeError::OlderVersion { version });
        }
        if version > VERSION {
            return Err(EnvelopeError::NewerVersion { version });
        }
        let (key, rest) = rest.split_first_chunk().ok_or(EnvelopeError::CutOff)?;
        let kind = match kind {
            1 => Kind::Envelope,
            2 => Kind::Reply,
            3 => Kind::Welcome,
            _ => return Err(EnvelopeError::NotOurs),
        };
        Ok((Self { kind, key: KeyId(*key) }, rest))
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        [MAGIC.as_slice(), &[VERSION, self.kind as u8], &self.key.0].concat()
    }

    /// Returns the bytes that bind a sealed message to its place: the header and the recipient.
    pub(crate) fn associated(&self, recipient: &DeviceKey) -> Vec<u8> {
        [self.bytes().as_slice(), &recipient.0].concat()
    }
}

/// The reason why bytes are not an envelope that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeError {
    /// The bytes do not begin as an envelope does.
    #[error("this is not an envelope of Kring")]
    NotOurs,
    /// The envelope ends too early, or a bit differs.
    #[error("the envelope is damaged or cut off")]
    CutOff,
    /// A newer version of Kring made the envelope.
    #[error("a newer version of Kring made this envelope (format {version})")]
    NewerVersion {
        /// The format of the envelope.
        version: u8,
    },
    /// An earlier version of Kring, which was never released, made the envelope.
    #[error("an earlier test version of Kring made this envelope (format {version})")]
    OlderVersion {
        /// The format of the envelope.
        version: u8,
    },
    /// The envelope is longer than [`MAX_ENVELOPE_BYTES`].
    #[error("the envelope is longer than allowed")]
    TooLong,
    /// The envelope was sealed with a key that is not here any more, or never was.
    #[error("the envelope was sealed with a key that this device does not have")]
    NoKey,
    /// The sender's signature is not valid.
    #[error("the signature of the sender is not valid")]
    BadSignature,
}
