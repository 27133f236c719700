//! The counts of a table that may be shown. Nobody can read or compute from them a group of fewer
//! than five clients.
//!
//! Readers know the total of a table, and they may know this rule. If only one count were hidden, it would
//! follow from the total and the other counts. If only small counts were hidden, their sum would reveal them.
//! So the smallest count of five or more is hidden with them. All counts equal to that one are hidden too,
//! because choosing one of them would reveal something. If a table has no count of five or more, it is not
//! shown at all. Empty groups are shown, because nobody is in them.

/// The smallest count of a group with clients that may be shown.
pub(crate) const FEWEST: u32 = 5;

/// Returns the counts, with `None` for each hidden one. Returns `None` if the table cannot be shown.
pub(crate) fn shown(counts: &[u32]) -> Option<Vec<Option<u32>>> {
    let mut hidden: Vec<bool> = counts.iter().map(|count| (1..FEWEST).contains(count)).collect();
    if hidden.iter().all(|hidden| !hidden) {
        return Some(counts.iter().copied().map(Some).collect());
    }
    let smallest = counts.iter().copied().filter(|count| *count >= FEWEST).min()?;
    for (hidden, count) in hidden.iter_mut().zip(counts) {
        *hidden |= *count == smallest;
    }
    Some(counts.iter().zip(hidden).map(|(count, hidden)| (!hidden).then_some(*count)).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn counts_of_five_and_more_and_empty_groups_are_shown() {
        assert_eq!(shown(&[5, 0, 12]), Some(vec![Some(5), Some(0), Some(12)]));
    }

    #[test]
    fn one_small_group_hides_the_smallest_other_group_too() {
        assert_eq!(shown(&[20, 3, 7]), Some(vec![Some(20), None, None]));
    }

    #[test]
    fn several_small_groups_hide_one_group_of_five_or_more_too() {
        assert_eq!(shown(&[20, 1, 2, 9]), Some(vec![Some(20), None, None, None]));
    }

    #[test]
    fn all_groups_that_are_equal_to_the_hidden_one_are_hidden() {
        assert_eq!(shown(&[5, 5, 1, 30]), Some(vec![None, None, None, Some(30)]));
    }

    #[test]
    fn a_table_without_a_group_of_five_or_more_is_not_shown() {
        assert_eq!(shown(&[3, 0]), None);
        assert_eq!(shown(&[1, 1, 1, 1, 1, 1]), None);
    }

    /// The total of a table, and the counts that it shows.
    type Seen = (u32, Vec<Option<u32>>);
    type Counts = Vec<u32>;

    /// Returns all tables with a number of groups, each of at most `most` clients.
    fn tables(groups: usize, most: u32) -> Vec<Counts> {
        let longer = |rows: Vec<Counts>| {
            let row = rows.into_iter();
            row.flat_map(|row| (0..=most).map(move |count| [row.clone(), vec![count]].concat())).collect()
        };
        (0..groups).fold(vec![Vec::new()], |rows, _| longer(rows))
    }

    #[test]
    fn a_small_group_cannot_be_computed_from_the_shown_counts_and_the_total() {
        for (groups, most) in [(2, 14), (3, 12), (4, 9)] {
            // The tables that look the same to somebody who knows the total.
            let mut alike: BTreeMap<Seen, Vec<Counts>> = BTreeMap::new();
            for counts in tables(groups, most) {
                let Some(seen) = shown(&counts) else { continue };
                alike.entry((counts.iter().sum(), seen)).or_default().push(counts);
            }
            for ((total, seen), possible) in alike {
                for at in 0..groups {
                    let first = possible[0][at];
                    let small = (1..FEWEST).contains(&first);
                    let told = small && possible.iter().all(|counts| counts[at] == first);
                    assert!(!told, "{seen:?} of {total} gives away {first} at {at}");
                }
            }
        }
    }
}
