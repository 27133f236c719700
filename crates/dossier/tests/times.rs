//! Times and days that somebody else wrote, however far from now.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{Automerge, ROOT, ReadDoc};
use chrono::{DateTime, Datelike, FixedOffset};
use dossier::model::*;
use dossier::*;
use proptest::prelude::*;
use support::*;

/// The last second that chrono can tell, which it cannot show anywhere east of Greenwich.
const CHRONOS_LAST: i64 = 8_210_266_876_799;

/// Returns the dossier of Mrs De Wit with a moment that somebody added at `seconds`, on a day that is `day`.
fn written_at(seconds: i64, day: &str) -> Dossier {
    let mut dossier = mrs_de_wit();
    let moment = MomentId::from_random([1; 10]);
    let name = MomentField::Name("start".into());
    dossier.apply(&edit::add::<Moment>(moment.clone(), [name]), at(1)).unwrap();
    let mut doc = Automerge::load(&dossier.save()).unwrap();
    let mut tx = doc.transaction();
    let (_, moments) = tx.get(ROOT, "moments").unwrap().unwrap();
    let (_, moment) = tx.get(&moments, moment.as_str()).unwrap().unwrap();
    tx.put(&moment, "day", day).unwrap();
    tx.commit_with(CommitOptions::default().with_time(seconds));
    let mut here = copy_for(&mrs_de_wit(), &bram());
    here.merge(here.examine(&doc.save()).unwrap()).unwrap();
    here
}

fn everywhere() -> impl Iterator<Item = FixedOffset> {
    [-86_399, -3_600, 0, 3_600, 86_399].into_iter().filter_map(FixedOffset::east_opt)
}

#[test]
fn a_change_at_the_end_of_time_is_shown_in_every_time_zone() {
    for seconds in [CHRONOS_LAST, -8_334_601_228_800, CHRONOS_LAST + 1, 1 << 60, -(1 << 60)] {
        let dossier = written_at(seconds, "2027-01-01");
        let written = dossier.last_written().unwrap().at;
        for offset in everywhere() {
            assert!((1..=9999).contains(&written.with_timezone(&offset).year()), "{seconds}");
            let days = dossier.days(&at(9).with_timezone(&offset));
            assert!(days.iter().all(|day| (1..=9999).contains(&day.day.year())), "{seconds}");
        }
        assert!(dossier.created_at().is_some());
        assert!(dossier.condensed(&bram(), at(9)).is_ok());
    }
}

#[test]
fn a_day_out_of_the_calendar_is_as_if_nobody_wrote_it() {
    for day in ["+262142-12-31", "-262143-01-01", "+10000-01-01", "0000-12-31"] {
        assert_eq!(written_at(0, day).all::<Moment>()[0].day, None, "{day}");
    }
    let last = written_at(0, "9999-12-31").all::<Moment>()[0].day;
    assert_eq!(last.map(|day| day.year()), Some(9999));
}

#[test]
fn a_day_that_no_reader_shows_is_not_written() {
    let mut dossier = mrs_de_wit();
    let day = MomentField::Day(chrono::NaiveDate::from_ymd_opt(10_000, 1, 1));
    let edit = edit::add::<Moment>(MomentId::from_random([1; 10]), [MomentField::Name("start".into()), day]);
    assert!(matches!(dossier.apply(&edit, at(1)), Err(EditError::Invalid(Invalid::NotAYear { .. }))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_time_of_a_change_is_shown_in_every_time_zone(
        seconds in prop_oneof![-(1_i64 << 62)..1 << 62, -9_000_000_000_000..9_000_000_000_000_i64],
    ) {
        let dossier = written_at(seconds, "2027-01-01");
        let times = [dossier.last_written().map(|written| written.at), dossier.created_at()];
        for time in times.into_iter().flatten() {
            for offset in everywhere() {
                let shown: DateTime<FixedOffset> = time.with_timezone(&offset);
                prop_assert!((1..=9999).contains(&shown.date_naive().year()));
            }
        }
    }
}
