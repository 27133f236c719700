//! Four words that two people compare, across the table or by phone.

use argon2::{Algorithm, Argon2, Params, Version};

use crate::key::PersonKey;

/// 1,024 short Dutch words; the first four letters of each are its own.
const WORDS: &str = include_str!("words.txt");
/// Memory in KiB, passes and lanes.
const COST: (u32, u32, u32) = (64 * 1024, 3, 1);

/// The four words of two people and the secret of the invitation between them: the same on both sides.
///
/// Whoever read an invitation on its way could answer it in somebody's place, and would then need a key whose words agree: about
/// 2^40 tries. Each try costs an Argon2id of 64 MiB and three passes (RFC 9106), about 0.2 s of one core: some eight
/// thousand core-years, against an invitation that holds for two weeks. `None` where there is not that much memory.
pub fn comparison_words(a: &PersonKey, b: &PersonKey, secret: &[u8; 32]) -> Option<[&'static str; 4]> {
    let (first, second) = if a <= b { (a, b) } else { (b, a) };
    let input = [first.0, second.0, *secret].concat();
    let salt = blake3::derive_key("kring 2026 comparison words", &input);
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, Some(8)).ok()?;
    let mut hash = [0; 8];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(&input, &salt[..16], &mut hash)
        .ok()?;
    let number = u64::from_be_bytes(hash);
    let words: Vec<&str> = WORDS.lines().collect();
    let word = |place: u32| words.get((number >> (10 * place) & 1023) as usize).copied();
    Some([word(3)?, word(2)?, word(1)?, word(0)?])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_word_is_short_plain_and_known_by_its_first_four_letters() {
        let words: Vec<&str> = WORDS.lines().collect();
        assert_eq!(words.len(), 1024);
        assert!(words.is_sorted_by(|a, b| a < b));
        assert!(words.iter().all(|word| (3..=7).contains(&word.len())));
        assert!(words.iter().all(|word| word.bytes().all(|letter| letter.is_ascii_lowercase())));
        let beginnings: BTreeSet<&str> = words.iter().map(|word| &word[..word.len().min(4)]).collect();
        assert_eq!(beginnings.len(), words.len());
    }

    #[test]
    fn both_sides_see_the_same_words_and_a_third_sees_others() {
        let (anna, bram, cleo) = (PersonKey([1; 32]), PersonKey([2; 32]), PersonKey([3; 32]));
        let words = comparison_words(&anna, &bram, &[9; 32]);
        assert_eq!(words, Some(["amandel", "hert", "puree", "lepel"]));
        assert_eq!(comparison_words(&bram, &anna, &[9; 32]), words);
        assert_ne!(comparison_words(&anna, &cleo, &[9; 32]), words);
        assert_ne!(comparison_words(&anna, &bram, &[8; 32]), words);
    }
}
