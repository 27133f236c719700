//! Comparing a network then and now, in a record of five years.

use std::path::Path;

use anyhow::{Context, Result};
use automerge::AutoCommit;
use coach::dossier::model::{Frequency, Moment, MomentField, Person, PersonField, Ring};
use coach::dossier::{Edit, MomentId, edit};

use crate::record::{everyday_edit, five_years, id, new_desk, person};
use crate::table::{Amount, Line, median, timed};

const ROUNDS: usize = 15;
const MOMENTS: usize = 10;
const EDITS_BETWEEN: usize = 500;

pub(crate) fn measure(home: &Path) -> Result<Vec<Line>> {
    let mut desk = new_desk(home)?;
    let dossier = five_years(&mut desk, 0)?;
    for number in 0..MOMENTS {
        let name = MomentField::Name(format!("Moment {number}"));
        desk.edit(&dossier, &edit::add::<Moment>(moment(number), [name]))?;
        for later in number * EDITS_BETWEEN..(number + 1) * EDITS_BETWEEN {
            desk.edit(&dossier, &later_edit(later))?;
        }
    }
    let whole = desk.read(&dossier)?.save();
    let today = *desk.days(&dossier)?.last().context("the record has no days")?;
    let [mut first, mut middle, mut day, mut load] = [(); 4].map(|()| Vec::with_capacity(ROUNDS));
    for _ in 0..ROUNDS {
        first.push(timed(|| Ok(desk.then_and_now(&dossier, &moment(0), None)?))?);
        middle.push(timed(|| Ok(desk.then_and_now(&dossier, &moment(2), Some(&moment(7)))?))?);
        day.push(timed(|| Ok(desk.network_on(&dossier, today)?))?);
        load.push(timed(|| Ok(AutoCommit::load(&whole)?))?);
    }
    let theirs = Amount::Milliseconds(median(load));
    let against = |what, ours| Line {
        what,
        kring: Amount::Milliseconds(median(ours)),
        yardstick: "AutoCommit::load of it",
        theirs,
        aim: 1.0,
    };
    Ok(vec![
        against("then and now of five years: since the first moment", first),
        against("then and now of five years: between two moments", middle),
        against("the network on a day of five years", day),
    ])
}

fn moment(number: usize) -> MomentId {
    id(number)
}

/// Returns an edit. One in ten moves somebody or says how often they meet; the others are everyday ones.
fn later_edit(number: usize) -> Edit {
    let who = person(number / 10 % 40);
    match number % 20 {
        0 => {
            let ring = if number.is_multiple_of(40) { Ring::Intimates } else { Ring::Acquaintances };
            edit::set::<Person>(who, PersonField::Ring(Some(ring)))
        }
        10 => {
            let often = if number % 40 == 10 { Frequency::Daily } else { Frequency::Monthly };
            edit::set::<Person>(who, PersonField::Frequency(Some(often)))
        }
        _ => everyday_edit(number),
    }
}
