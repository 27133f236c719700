//! The caseload of a thousand dossiers.

use std::path::Path;

use anyhow::Result;

use crate::record::{new_desk, open_again};
use crate::sqlcipher::SqlCipher;
use crate::table::{Amount, Line, median, timed};

const DOSSIERS: usize = 1000;
const ROUNDS: usize = 21;

pub(crate) fn measure(home: &Path) -> Result<Vec<Line>> {
    let mut desk = new_desk(home)?;
    let mut sqlcipher = SqlCipher::create(&home.join("sqlcipher"))?;
    for number in 0..DOSSIERS {
        desk.new_dossier(&format!("Mevrouw De Wit {number}"))?;
    }
    for (number, card) in desk.caseload().iter().enumerate() {
        sqlcipher.commit(card.id.to_string().as_bytes(), number as i64, b"", &serde_json::to_vec(card)?)?;
    }
    drop(desk);
    drop(sqlcipher);
    let [mut ours, mut theirs, mut ours_again, mut theirs_again] =
        [(); 4].map(|()| Vec::with_capacity(ROUNDS));
    for _ in 0..ROUNDS {
        let mut desk = open_again(home)?;
        ours.push(timed(|| Ok(desk.caseload()))?);
        ours_again.push(timed(|| Ok(desk.caseload()))?);
        let sqlcipher = SqlCipher::open(&home.join("sqlcipher"))?;
        theirs.push(timed(|| sqlcipher.summaries())?);
        theirs_again.push(timed(|| sqlcipher.summaries())?);
    }
    let line = |what, ours, theirs| Line {
        what,
        kring: Amount::Milliseconds(median(ours)),
        yardstick: "SQLCipher reading 1,000 rows of that size",
        theirs: Amount::Milliseconds(median(theirs)),
        aim: 1.5,
    };
    Ok(vec![
        line("the caseload of 1,000 dossiers, first time after unlocking", ours, theirs),
        line("the caseload of 1,000 dossiers, after that", ours_again, theirs_again),
    ])
}
