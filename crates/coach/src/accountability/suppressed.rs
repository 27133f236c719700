//! Which counts of a table may be shown, so that no group under five can be read or computed from it.
//!
//! Its total is known. So one hidden count would be the total less the others: at least two are hidden, the smallest of the
//! others along with it. Hidden counts that are five together or fewer would be a small group again; as many of them as
//! their sum would each be one. Where hiding more does not help, the table is not shown. Groups that are empty are shown:
//! nobody is in them.

/// The fewest clients that a count may be of.
pub(crate) const FEWEST: u32 = 5;

/// The counts with `None` for each that is hidden; `None` where the table cannot be shown.
pub(crate) fn shown(counts: &[u32]) -> Option<Vec<Option<u32>>> {
    let mut hidden: Vec<bool> = counts.iter().map(|count| (1..FEWEST).contains(count)).collect();
    if hidden.iter().all(|hidden| !hidden) {
        return Some(counts.iter().copied().map(Some).collect());
    }
    while !holds(counts, &hidden) {
        let others = (0..counts.len()).filter(|at| !hidden[*at] && counts[*at] > 0);
        let smallest = others.min_by_key(|at| counts[*at])?;
        hidden[smallest] = true;
    }
    Some(counts.iter().zip(hidden).map(|(count, hidden)| (!hidden).then_some(*count)).collect())
}

/// Whether the sum of what is hidden, which anybody can compute, says nothing about a group under five.
fn holds(counts: &[u32], hidden: &[bool]) -> bool {
    let all: Vec<u32> =
        counts.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(count, _)| *count).collect();
    let (sum, groups) = (all.iter().sum::<u32>(), all.len() as u32);
    groups >= 2 && sum > FEWEST && sum > groups
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

    use super::*;

    /// All tables of `groups` counts that show the same: what somebody who knows the total cannot tell apart.
    fn alike(counts: &[u32]) -> Vec<Vec<u32>> {
        let (total, seen) = (counts.iter().sum::<u32>(), shown(counts));
        let mut all: Vec<Vec<u32>> = vec![Vec::new()];
        for _ in counts {
            all = all
                .into_iter()
                .flat_map(|row| (0..=total).map(move |count| [row.clone(), vec![count]].concat()))
                .collect();
        }
        all.retain(|row| row.iter().sum::<u32>() == total && shown(row) == seen);
        all
    }

    #[test]
    fn counts_of_five_and_more_and_empty_groups_are_shown() {
        assert_eq!(shown(&[5, 0, 12]), Some(vec![Some(5), Some(0), Some(12)]));
    }

    #[test]
    fn one_small_group_takes_the_smallest_other_along() {
        assert_eq!(shown(&[20, 3, 7]), Some(vec![Some(20), None, None]));
    }

    #[test]
    fn two_small_groups_that_are_small_together_take_a_third_along() {
        assert_eq!(shown(&[20, 1, 2, 9]), Some(vec![Some(20), None, None, None]));
    }

    #[test]
    fn a_table_that_would_give_itself_away_is_not_shown() {
        assert_eq!(shown(&[3, 0]), None);
        assert_eq!(shown(&[1, 1, 1, 1, 1, 1]), None);
    }

    #[test]
    fn nobody_who_knows_the_rule_and_the_total_can_tell_a_small_group() {
        for a in 0..=9 {
            for b in 0..=9 {
                for c in 0..=9 {
                    let counts = [a, b, c];
                    let possible = alike(&counts);
                    for (at, count) in
                        counts.iter().enumerate().filter(|(_, count)| (1..FEWEST).contains(*count))
                    {
                        let differs = possible.iter().any(|row| row[at] != *count);
                        // Where nothing is shown, there is not even a total.
                        assert!(differs || shown(&counts).is_none(), "{counts:?} gives away {count} at {at}");
                    }
                }
            }
        }
    }
}
