//! Many dossiers at once, and many dossiers with nothing new.

use std::path::Path;

use ::exchange::DeviceKey;
use ::exchange::carrier::{Mailbox, ObjectName};
use anyhow::{Context, Result, ensure};

use super::pair::{Pair, counted};
use crate::record::some_months;
use crate::table::{Amount, Line, median, timed};

const THOUSAND: usize = 1000;
const FEW: usize = 10;
const MANY: usize = 10_000;
const POLLS: usize = 21;
/// The approximate size of the content of one envelope, in bytes.
const LARGE: usize = 1024 * 1024;

/// Measures a thousand dossiers sent to somebody whose vault is new, until they are merged and durable,
/// beside a copy of the same documents over the same server.
pub(crate) fn a_thousand_dossiers(home: &Path) -> Result<Vec<Line>> {
    let mut pair = Pair::meet(home)?;
    let mut documents = Vec::with_capacity(THOUSAND);
    for _ in 0..THOUSAND {
        let (dossier, bytes) = some_months(pair.anna.desk())?;
        pair.share(&dossier)?;
        documents.push(bytes);
    }
    let (sending, _, bytes) = counted(&pair.server, || timed(|| pair.anna.round()))?;
    let whole = sending + timed(|| pair.bram.round())?;
    ensure!(pair.bram.desk().caseload().len() == THOUSAND, "not all dossiers arrived");

    let mailbox = pair.mailbox()?;
    let (put, got) = copy(&mailbox, 1, &documents, &home.join("copy"))?;
    let all = documents.concat();
    let pieces: Vec<&[u8]> = all.chunks(LARGE).collect();
    let (large_put, large_got) = copy(&mailbox, 2, &pieces, &home.join("large"))?;

    let what = "1,000 dossiers to a new vault, until they are durable there";
    let line = |what, kring, yardstick, theirs| Line {
        what,
        kring: Amount::Milliseconds(kring),
        yardstick,
        theirs: Amount::Milliseconds(theirs),
        aim: 1.5,
    };
    let mebibytes = |bytes: f64| Amount::Mebibytes(bytes / LARGE as f64);
    Ok(vec![
        line(what, whole, "copying their documents, a file each", put + got),
        line(what, whole, "copying their documents in files of 1 MiB", large_put + large_got),
        line("sending 1,000 dossiers", sending, "putting their documents there, a file each", put),
        Line {
            what: "1,000 dossiers as envelopes",
            kring: mebibytes(bytes),
            yardstick: "their documents",
            theirs: mebibytes(all.len() as f64),
            aim: 1.5,
        },
    ])
}

/// Puts files on the server and fetches them into a folder, as somebody does who copies them. Returns the
/// time of each half.
fn copy(mailbox: &Mailbox, number: u8, files: &[impl AsRef<[u8]>], folder: &Path) -> Result<(f64, f64)> {
    let nobody = DeviceKey([number; 32]);
    let put = timed(|| {
        for (place, file) in files.iter().enumerate() {
            mailbox.put(&nobody, &ObjectName((place as u128).to_be_bytes()), file.as_ref())?;
        }
        Ok(())
    })?;
    std::fs::create_dir_all(folder)?;
    let got = timed(|| {
        let names = mailbox.list(&nobody)?;
        ensure!(names.len() == files.len(), "not all files are there");
        for name in names {
            let bytes = mailbox.get(&nobody, &name)?.context("a file is gone")?;
            std::fs::write(folder.join(name.to_string()), bytes)?;
        }
        Ok(())
    })?;
    Ok((put, got))
}

/// Measures a check for news where there is none: as many requests with ten thousand shared dossiers as with
/// ten.
pub(crate) fn nothing_new(home: &Path) -> Result<Vec<Line>> {
    let mut pair = Pair::meet(home)?;
    let (mut shared, mut requests, mut took) = (0, Vec::new(), Vec::new());
    for number in [FEW, MANY] {
        while shared < number {
            let dossier = pair.anna.desk().new_dossier("Mevrouw De Wit")?;
            pair.share(&dossier)?;
            shared += 1;
            if shared % THOUSAND == 0 || shared == number {
                pair.until_quiet()?;
                let Pair { anna, bram, server } = pair;
                pair = Pair { anna: anna.again()?, bram: bram.again()?, server };
            }
        }
        ensure!(pair.bram.desk().caseload().len() == number, "not all dossiers arrived");
        requests.push(counted(&pair.server, || Ok((pair.anna.round()?, pair.bram.round()?)))?.1);
        let polls = (0..POLLS).map(|_| timed(|| Ok((pair.anna.round()?, pair.bram.round()?))));
        took.push(median(polls.collect::<Result<_>>()?));
    }
    let line = |what, kring, yardstick, theirs, aim| Line { what, kring, yardstick, theirs, aim };
    let what = "both check, nothing is new, 10,000 dossiers are shared";
    Ok(vec![
        line(what, Amount::Requests(requests[1]), "with 10 dossiers", Amount::Requests(requests[0]), 1.0),
        line(what, Amount::Milliseconds(took[1]), "with 10 dossiers", Amount::Milliseconds(took[0]), 1.5),
    ])
}
