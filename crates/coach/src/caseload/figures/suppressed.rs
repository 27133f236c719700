//! Which counts of a table may be shown, so that no group under five can be read or computed from it.
//!
//! Its total is known, and so is this rule. One hidden count would be the total less the others, and small counts alone would be
//! told by their sum: a count of five or more is hidden along with them, the smallest there is, and all that are equal to it:
//! which of two was taken would tell something too. Where there is none, the table is not shown. Groups that are empty are
//! shown: nobody is in them.

/// The fewest clients that a count may be of.
pub(crate) const FEWEST: u32 = 5;

/// The counts with `None` for each that is hidden; `None` where the table cannot be shown.
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
    fn one_small_group_takes_the_smallest_other_along() {
        assert_eq!(shown(&[20, 3, 7]), Some(vec![Some(20), None, None]));
    }

    #[test]
    fn small_groups_take_one_of_five_or_more_along() {
        assert_eq!(shown(&[20, 1, 2, 9]), Some(vec![Some(20), None, None, None]));
    }

    #[test]
    fn of_equal_groups_all_go_along() {
        assert_eq!(shown(&[5, 5, 1, 30]), Some(vec![None, None, None, Some(30)]));
    }

    #[test]
    fn a_table_that_would_give_itself_away_is_not_shown() {
        assert_eq!(shown(&[3, 0]), None);
        assert_eq!(shown(&[1, 1, 1, 1, 1, 1]), None);
    }

    /// What somebody sees who knows the total, and the counts of each group behind it.
    type Seen = (u32, Vec<Option<u32>>);
    type Counts = Vec<u32>;

    /// All tables of so many counts, each at most so high.
    fn tables(groups: usize, most: u32) -> Vec<Counts> {
        let longer = |rows: Vec<Counts>| {
            let row = rows.into_iter();
            row.flat_map(|row| (0..=most).map(move |count| [row.clone(), vec![count]].concat())).collect()
        };
        (0..groups).fold(vec![Vec::new()], |rows, _| longer(rows))
    }

    #[test]
    fn nobody_who_knows_the_rule_and_the_total_can_tell_a_small_group() {
        for (groups, most) in [(2, 14), (3, 12), (4, 9)] {
            // Tables that look alike to somebody who knows the total.
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
