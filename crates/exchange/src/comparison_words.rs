//! Four words that two people compare in person or by phone.

use argon2::{Algorithm, Argon2, Params, Version};

use crate::signing_key::PersonKey;

/// 1,024 short Dutch words. The first four letters of each are unique, and no two words differ by one letter,
/// so a word that is misheard is not another word of the list.
const WORDS: &str = include_str!("words.txt");
/// The memory in KiB, the passes and the lanes of Argon2id.
const COST: (u32, u32, u32) = (64 * 1024, 3, 1);

/// Returns the four words of two people and the secret between them, which are the same on both sides.
///
/// Somebody who reads an invitation on its way could stand between the two people with keys of their own.
/// They would need keys that give the same words: about 2^40 tries. Each try costs an Argon2id of 64 MiB and
/// three passes (RFC 9106), which takes 0.229 s of one core. That is 8,000 core-years, while an invitation is
/// valid for two weeks. With a plain hash the search would take hours.
///
/// This is true only if `secret` covers something that the person who accepts chooses after they see the
/// invitation. Otherwise, if that person's key is known beforehand, keys for both sides can be searched at
/// once, and 2^21 tries are enough: six core-days.
///
/// Returns `None` if the computer does not have that much memory.
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
    fn each_word_is_short_and_unique_in_its_first_four_letters() {
        let words: Vec<&str> = WORDS.lines().collect();
        assert_eq!(words.len(), 1024);
        assert!(words.is_sorted_by(|a, b| a < b));
        assert!(words.iter().all(|word| (3..=7).contains(&word.len())));
        assert!(words.iter().all(|word| word.bytes().all(|letter| letter.is_ascii_lowercase())));
        let beginnings: BTreeSet<&str> = words.iter().map(|word| &word[..word.len().min(4)]).collect();
        assert_eq!(beginnings.len(), words.len());
    }

    #[test]
    fn no_word_is_one_letter_away_from_another() {
        let words: Vec<&str> = WORDS.lines().collect();
        for (place, word) in words.iter().enumerate() {
            for other in &words[place + 1..] {
                assert!(!other.starts_with(word), "{word} begins {other}");
                assert!(!is_one_slip(word.as_bytes(), other.as_bytes()), "{word} is almost {other}");
            }
        }
    }

    fn is_one_slip(a: &[u8], b: &[u8]) -> bool {
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
        match long.len() - short.len() {
            0 => short[same + 1..] == long[same + 1..],
            1 => short[same..] == long[same + 1..],
            _ => false,
        }
    }

    #[test]
    fn both_sides_see_the_same_words_and_a_third_sees_others() {
        let (anna, bram, cleo) = (PersonKey([1; 32]), PersonKey([2; 32]), PersonKey([3; 32]));
        let words = comparison_words(&anna, &bram, &[9; 32]);
        assert_eq!(words, Some(["album", "joggen", "seconde", "mixer"]));
        assert_eq!(comparison_words(&bram, &anna, &[9; 32]), words);
        assert_ne!(comparison_words(&anna, &cleo, &[9; 32]), words);
        assert_ne!(comparison_words(&anna, &bram, &[8; 32]), words);
    }
}
