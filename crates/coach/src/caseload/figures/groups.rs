//! The groups in which the figures count clients. Each table counts all clients in the groups of one enum.

use chrono::NaiveDate;

use crate::message::message_kinds;

message_kinds! {
    /// The groups of clients by the status of their dossier.
    pub(super) enum StatusGroup {
        Open => "figures-status-open",
        Closed => "figures-status-closed",
    }
    test every_status_has_a_message_in_both_languages
}

message_kinds! {
    /// The groups of clients by the duration of the coaching. The guide's volunteers coach for
    /// about nine months.
    pub(super) enum DurationGroup {
        Under3Months => "figures-duration-under-3",
        Under6Months => "figures-duration-3-to-6",
        Under9Months => "figures-duration-6-to-9",
        Longer => "figures-duration-over-9",
    }
    test every_duration_has_a_message_in_both_languages
}

message_kinds! {
    /// The groups of clients by the change in the size of the network from the first measuring moment
    /// to the last.
    pub(super) enum SizeGroup {
        Larger => "figures-network-larger",
        Same => "figures-network-same",
        Smaller => "figures-network-smaller",
        Unknown => "figures-network-unknown",
    }
    test every_change_of_size_has_a_message_in_both_languages
}

message_kinds! {
    /// The groups of clients by the outcome of their goals.
    pub(super) enum GoalsGroup {
        Reached => "figures-goals-reached",
        NoneReached => "figures-goals-none-reached",
        NoGoals => "figures-goals-no-goals",
    }
    test every_outcome_of_goals_has_a_message_in_both_languages
}

message_kinds! {
    /// The groups of clients by the heaviest load of a carer on the Caregiver Strain Index.
    pub(super) enum CarerGroup {
        High => "figures-carer-high",
        NotHigh => "figures-carer-not-high",
        Unknown => "figures-carer-unknown",
    }
    test every_load_of_a_carer_has_a_message_in_both_languages
}

impl DurationGroup {
    /// Returns the group for coaching that lasted from one day until another. A month counts as 30.4 days.
    pub(super) fn of(started: Option<NaiveDate>, until: NaiveDate) -> Self {
        match started.map_or(0, |started| (until - started).num_days()) {
            ..=91 => Self::Under3Months,
            92..=182 => Self::Under6Months,
            183..=274 => Self::Under9Months,
            275.. => Self::Longer,
        }
    }
}

impl SizeGroup {
    /// Returns the group for the number of members at the start and at the end.
    pub(super) fn of(size: Option<(usize, usize)>) -> Self {
        match size {
            None => Self::Unknown,
            Some((then, now)) if now > then => Self::Larger,
            Some((then, now)) if now < then => Self::Smaller,
            Some(_) => Self::Same,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_grouped_by_its_number_of_days() {
        let started = NaiveDate::default();
        let after = |days| DurationGroup::of(Some(started), started + chrono::TimeDelta::days(days));
        assert_eq!(
            [0, 91, 92, 274, 275].map(after),
            [
                DurationGroup::Under3Months,
                DurationGroup::Under3Months,
                DurationGroup::Under6Months,
                DurationGroup::Under9Months,
                DurationGroup::Longer
            ]
        );
    }
}
