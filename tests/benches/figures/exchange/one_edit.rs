//! One everyday edit, from one laptop to the other.

use std::path::Path;

use ::exchange::DeviceKey;
use ::exchange::carrier::ObjectName;
use anyhow::{Context, Result, ensure};

use super::computed::Computed;
use super::pair::{Pair, counted};
use crate::record::{everyday_edit, five_years};
use crate::table::{Amount, Line, median, timed};

const ROUNDS: usize = 51;
const SLOW_ROUNDS: usize = 15;
/// The time of a request to a server that is not in the same building.
const FAR_AWAY: u64 = 20;
/// The number of bytes that an edit may cost beside its own change.
const ENVELOPE: f64 = 2048.0;

pub(crate) fn measure(home: &Path) -> Result<Vec<Line>> {
    let mut pair = Pair::meet(home)?;
    let dossier = five_years(pair.anna.desk(), 0)?;
    pair.share(&dossier)?;
    pair.until_quiet()?;

    let mailbox = pair.mailbox()?;
    let before = pair.server.requests();
    let nobody = DeviceKey([7; 32]);
    let [mut over, mut sent, mut taken, mut settled, mut put, mut got] =
        [(); 6].map(|()| Vec::with_capacity(ROUNDS));
    for round in 0..ROUNDS {
        let before = pair.anna.desk().read(&dossier)?.heads();
        pair.anna.desk().edit(&dossier, &everyday_edit(round))?;
        let raw = pair.anna.desk().read(&dossier)?.save_since(&before);
        let (_, requests, bytes) = counted(&pair.server, || pair.anna.round())?;
        sent.push(requests);
        over.push(bytes - raw.len() as f64);
        taken.push(counted(&pair.server, || pair.bram.round())?.1);
        settled.push(counted(&pair.server, || pair.anna.round())?.1);
        let name = ObjectName([round as u8; 16]);
        put.push(counted(&pair.server, || Ok(mailbox.put(&nobody, &name, raw)?))?.1);
        got.push(counted(&pair.server, || mailbox.get(&nobody, &name)?.context("it is not there"))?.1);
    }
    // What was taken in is removed in the next round that carries nothing.
    pair.until_quiet()?;
    let copying: f64 = put.iter().chain(&got).sum();
    let whole = (pair.server.requests() - before) as f64 - copying;
    let requests = |what, kring, yardstick, theirs| Line {
        what,
        kring: Amount::Requests(median(kring)),
        yardstick,
        theirs: Amount::Requests(median(theirs)),
        aim: 3.0,
    };
    let mut lines = vec![
        Line {
            what: "sending one edit: bytes beside its change",
            kring: Amount::Bytes(median(over)),
            yardstick: "the least length of an envelope, 2 KiB",
            theirs: Amount::Bytes(ENVELOPE),
            aim: 1.0,
        },
        requests("sending one edit", sent, "putting its change there", put.clone()),
        requests("receiving and answering one edit", taken, "fetching its change", got.clone()),
        requests("receiving that answer", settled, "fetching its change", got),
        Line {
            what: "51 edits one by one: all of this, and removing the envelopes",
            kring: Amount::Requests(whole),
            yardstick: "putting and fetching their changes",
            theirs: Amount::Requests(copying),
            aim: 4.5,
        },
    ];

    pair.server.take_longer(FAR_AWAY);
    let mut computed = Computed::new()?;
    let [mut whole, mut within] = [(); 2].map(|()| Vec::with_capacity(SLOW_ROUNDS));
    for round in 0..SLOW_ROUNDS {
        // An edit that changes nothing would not be sent.
        pair.anna.desk().edit(&dossier, &everyday_edit(ROUNDS + round))?;
        whole.push(timed(|| Ok((pair.anna.round()?, pair.bram.round()?)))?);
        ensure!(pair.anna.round()?.received == 1, "the edit was not answered");
        within.push(computed.one_edit()?);
    }
    lines.push(Line {
        what: "sealing and signing one edit and its answer, opening and checking the edit",
        kring: Amount::Milliseconds(median(within)),
        yardstick: "the two rounds that carry them, at 20 ms a request",
        theirs: Amount::Milliseconds(median(whole)),
        aim: 0.05,
    });
    Ok(lines)
}
