//! Shares of a whole, as floating-point numbers.

/// Returns the share that `part` is of `whole`; `None` if `whole` is zero.
pub(super) fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| float(part) / float(whole))
}

/// Converts a count to a float, which is exact: networks have far fewer members than the range in which
/// floats are exact.
pub(super) fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
