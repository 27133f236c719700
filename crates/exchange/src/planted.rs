//! Weaknesses that were found in a review and mended since. A simulation plants one again, to see whether its
//! attacker finds it.

/// A weakness that was mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// A card counts although its device did not sign it.
    CardNotSigned,
    /// A certificate counts although its device did not sign it.
    CertificateWithoutDevice,
    /// Of two handovers by one keeper, the one with the smaller hash counts.
    HandoverBySmallestHash,
    /// The digest of statements is the exclusive or of 64 bits of each.
    WeakDigest,
    /// A charter keeps what anybody states.
    StatementsOfAnybody,
    /// A person may have any number of devices, and a document any number of heads.
    NoCaps,
    /// Nothing checks the recipient's role before a part of a dossier is sent.
    AccessUnchecked,
}

impl Weakness {
    /// All weaknesses, in the order of the review.
    pub const ALL: [Self; 7] = [
        Self::CardNotSigned,
        Self::CertificateWithoutDevice,
        Self::HandoverBySmallestHash,
        Self::WeakDigest,
        Self::StatementsOfAnybody,
        Self::NoCaps,
        Self::AccessUnchecked,
    ];
}

#[cfg(feature = "memory")]
thread_local! {
    static PLANTED: std::cell::Cell<Option<Weakness>> = const { std::cell::Cell::new(None) };
}

/// Plants a weakness in all exchanges of this thread, or none.
#[cfg(feature = "memory")]
pub fn plant(weakness: Option<Weakness>) {
    PLANTED.set(weakness);
}

/// Returns whether a weakness was planted. In a program that people use, none is.
#[cfg(feature = "memory")]
pub(crate) fn is(weakness: Weakness) -> bool {
    PLANTED.get() == Some(weakness)
}

#[cfg(not(feature = "memory"))]
pub(crate) const fn is(_: Weakness) -> bool {
    false
}
