//! Detects a storage that was emptied or restored to an earlier day, by a mark that is left there once a day.

use std::collections::BTreeMap;

use exchange::DeviceKey;
use exchange::carrier::{Mailbox, Mark};

use crate::changed::Topic;
use crate::desk::Desk;
use crate::desk::shared_desk::SharedDesk;
use crate::error::CoachError;
use crate::message::Message;
use crate::transport::storage::STORAGE;

/// Compares the mark that was found in the own mailbox with the one that was left there. Reports a loss as an
/// event, and makes this round send again what was lost.
pub(crate) fn watch(desk: &impl SharedDesk, found: Option<Mark>) -> Result<Vec<Topic>, CoachError> {
    let left = desk.borrow_desk(|desk| desk.mark_left())?;
    let lost = match (left, found) {
        (Some(_), None) => Some(("event-storage-emptied", None)),
        (Some(left), Some(found)) if found < left => Some(("event-storage-put-back", Some(found))),
        _ => None,
    };
    let Some((id, since)) = lost else { return Ok(Vec::new()) };
    desk.borrow_desk(|desk| desk.storage_lost(id, since))?;
    Ok(vec![Topic::People])
}

/// Leaves today's mark if it is not there yet. This runs last: a full storage refuses the mark, and only
/// removing what was merged makes room in it.
pub(crate) fn leave_mark(
    desk: &impl SharedDesk,
    mailbox: &Mailbox,
    own: &DeviceKey,
    found: Option<Mark>,
) -> Result<(), CoachError> {
    let (left, today) = desk.borrow_desk(|desk| Ok((desk.mark_left()?, Mark::of(desk.now()))))?;
    // If the clock was set back by a day, the later mark stays. A mark that is further ahead was left by a
    // clock that was wrong, and would hide a storage that is put back.
    let tomorrow = Mark(today.0.saturating_add(1));
    let left = left.filter(|left| *left <= tomorrow);
    let stands = found.filter(|found| (today..=tomorrow).contains(found) && Some(*found) >= left);
    if stands.is_none() {
        mailbox.leave_mark(own, today, found)?;
    }
    let mark = stands.unwrap_or(today);
    if left == Some(mark) { Ok(()) } else { desk.borrow_desk(|desk| desk.left_mark(mark)) }
}

impl Desk {
    /// Reports a loss and makes everything due again, once a day: a storage that keeps no marks would otherwise be
    /// filled in each round.
    fn storage_lost(&mut self, id: &str, since: Option<Mark>) -> Result<(), CoachError> {
        let today = Some(Mark::of(self.now()).0);
        let Some(mut storage) = STORAGE.read(self.vault())?.filter(|storage| storage.lost != today) else {
            return Ok(());
        };
        storage.lost = today;
        STORAGE.save(self.vault(), &storage)?;
        let day = since.map(|since| ("day".to_owned(), since.day().to_string()));
        let args = BTreeMap::from_iter(day);
        self.happened(Message { id: id.to_owned(), args })?;
        let now = self.now();
        let step = self.with_exchange(|exchange, _, _| Ok(exchange.send_all_again(now)))?;
        self.save_step(step).map(drop)
    }
}
