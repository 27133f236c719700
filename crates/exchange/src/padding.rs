//! Padding, which hides the exact length of an envelope's content.

/// The length of the shortest envelope; most edits fit in it.
pub(crate) const LEAST: usize = 2048;

/// Puts the length in front and zeros behind, so that the whole has one of few lengths: `LEAST`, or above it
/// a PADMÉ length, which is at most 12% more (Nikitin et al. 2019, "Reducing Metadata Leakage from Encrypted
/// Files and Communication with PURBs", section 4).
pub(crate) fn padded(plain: &[u8], around: usize) -> Vec<u8> {
    let whole = padme((4 + plain.len() + around).max(LEAST));
    let mut bytes = Vec::with_capacity(whole - around);
    bytes.extend((plain.len() as u32).to_le_bytes());
    bytes.extend(plain);
    bytes.resize(whole - around, 0);
    bytes
}

pub(crate) fn unpadded(bytes: &[u8]) -> Option<&[u8]> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.get(..u32::from_le_bytes(*length) as usize)
}

fn padme(length: usize) -> usize {
    let exponent = length.ilog2();
    let significant = exponent.ilog2() + 1;
    let mask = (1_usize << (exponent - significant.min(exponent))) - 1;
    (length + mask) & !mask
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn padding_maps_many_lengths_to_few_and_adds_at_most_12_percent() {
        let lengths: std::collections::BTreeSet<usize> =
            (0..100_000).map(|length| padded(&vec![0; length], 100).len()).collect();
        assert!(lengths.len() < 120, "{}", lengths.len());
        for length in [0, 1, 5_000, 77_777] {
            let padded = padded(&vec![7; length], 100);
            assert_eq!(unpadded(&padded), Some(vec![7; length].as_slice()));
            assert!(padded.len() + 100 <= LEAST.max((length + 104) * 112 / 100 + 1));
        }
    }
}
