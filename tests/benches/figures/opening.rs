//! Opening a dossier of five years.

use std::path::Path;

use anyhow::{Context, Result};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, ObjType, ROOT, ReadDoc};
use coach::Desk;
use coach::dossier::{DossierId, Id};

use crate::record::{NOTES, five_years, new_desk, note, open_again, two_hundred_words};
use crate::table::{Amount, Line, median, timed};

const ROUNDS: usize = 15;
const LATER_EDITS: usize = 5000;

pub(crate) fn measure(home: &Path) -> Result<Vec<Line>> {
    let mut desk = new_desk(home)?;
    let dossier = five_years(&mut desk, LATER_EDITS)?;
    let whole = as_one_document(&mut desk, &dossier)?;
    drop(desk);
    let [mut ours, mut theirs] = [(); 2].map(|()| Vec::with_capacity(ROUNDS));
    for _ in 0..ROUNDS {
        let mut desk = open_again(home)?;
        ours.push(timed(|| Ok(desk.dossier(&dossier)?))?);
        theirs.push(timed(|| Ok(AutoCommit::load(&whole)?))?);
    }
    Ok(vec![Line {
        what: "opening a dossier of five years to its first screen",
        kring: Amount::Milliseconds(median(ours)),
        yardstick: "AutoCommit::load of it as one document",
        theirs: Amount::Milliseconds(median(theirs)),
        aim: 0.15,
    }])
}

/// Builds the same record with the text of its notes inside the one document.
fn as_one_document(desk: &mut Desk, dossier: &DossierId) -> Result<Vec<u8>> {
    let mut document = AutoCommit::load(&desk.read(dossier)?.save())?;
    let (_, notes) = document.get(ROOT, "notes")?.context("the record has no notes")?;
    for number in 0..NOTES {
        let (_, place) = document.get(&notes, note(number).as_str())?.context("a note is missing")?;
        let text = document.put_object(&place, "text", ObjType::Text)?;
        document.splice_text(&text, 0, 0, &two_hundred_words(number))?;
        document.commit();
    }
    Ok(document.save())
}
