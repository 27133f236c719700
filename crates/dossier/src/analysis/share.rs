//! Parts of a whole.

/// `part` of `whole`; absent where there is no whole.
pub(super) fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| float(part) / float(whole))
}

/// A count as a number to compute with: networks have far fewer members than a float is exact for.
pub(super) fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
