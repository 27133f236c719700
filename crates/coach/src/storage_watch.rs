//! Whether the storage still holds what was left there: it may have been emptied, or put back to an earlier day.

use std::collections::BTreeMap;

use exchange::DeviceKey;
use exchange::carrier::{Mailbox, Mark};

use crate::courier::Lender;
use crate::desk::Desk;
use crate::error::CoachError;
use crate::view::{Message, Topic};

/// Compares the mark in the own mailbox with the one that was left there. What was lost is named and sent again; the mark
/// is left anew where that is due.
pub(crate) fn watch(
    desk: &impl Lender,
    mailbox: &Mailbox,
    own: &DeviceKey,
    found: Option<Mark>,
) -> Result<Vec<Topic>, CoachError> {
    let (left, today) = desk.lend(|desk| Ok((desk.mark_left()?, Mark::of((desk.outside.now)()))))?;
    let mut stale = Vec::new();
    let lost = match (left, found) {
        (Some(_), None) => Some(("event-storage-emptied", None)),
        (Some(left), Some(found)) if found < left => Some(("event-storage-put-back", Some(found))),
        _ => None,
    };
    if let Some((id, since)) = lost {
        desk.lend(|desk| desk.storage_lost(id, since))?;
        stale.push(Topic::Together);
    }
    if lost.is_some() || left.is_none_or(|left| left < today) {
        mailbox.leave(own, today, found)?;
        desk.lend(|desk| desk.left_mark(today))?;
    }
    Ok(stale)
}

impl Desk {
    fn storage_lost(&mut self, id: &str, since: Option<Mark>) -> Result<(), CoachError> {
        let day = since.map(|since| ("day".to_owned(), since.day().to_string()));
        let args = BTreeMap::from_iter(day);
        self.happened(Message { id: id.to_owned(), args })?;
        let now = (self.outside.now)();
        let step = self.with_exchange(|exchange, _, _| Ok(exchange.send_all_again(now)))?;
        self.keep(step).map(drop)
    }
}
