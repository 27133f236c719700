//! Sending what is due: directly to devices that are connected now, and into the mailboxes of all others.

use std::collections::{BTreeMap, BTreeSet};

use exchange::carrier::{CarrierError, DirectLine, Mailbox, ObjectName};
use exchange::{DeviceKey, Outgoing, Post, Receipt};

use crate::desk::Desk;
use crate::desk::shared_desk::SharedDesk;
use crate::error::CoachError;
use crate::transport::round::Round;
use crate::transport::routes::Routes;

/// Sends the answer to a received envelope and returns whether it was sent. A sender on the direct line is
/// still connected.
pub(super) fn answered(routes: &Routes, answer: &Outgoing) -> Result<bool, CoachError> {
    let sent_directly =
        routes.line.as_ref().is_some_and(|line| line.put(&answer.to, answer.bytes.clone()).is_ok());
    match &routes.mailbox {
        Some(mailbox) if !sent_directly => put(mailbox, answer).map(|()| true),
        _ => Ok(sent_directly),
    }
}

/// Sends what is due to the devices that are connected now. Envelopes for other devices are not made yet.
pub(super) fn send_directly(
    desk: &impl SharedDesk,
    line: &DirectLine,
    round: &mut Round,
) -> Result<(), CoachError> {
    let mut reached = line.reachable(desk.borrow_desk(Desk::devices_with_outgoing)?);
    while !reached.is_empty() {
        let posts =
            desk.borrow_desk(|desk| desk.outgoing_to_reachable(&|device| reached.contains(device)))?;
        if posts.is_empty() {
            break;
        }
        for Post { outgoing: Outgoing { to, bytes }, receipt } in posts {
            if reached.contains(&to) && line.put(&to, bytes).is_ok() {
                round.sent += 1;
                receipt.map(|receipt| desk.borrow_desk(|desk| desk.delivered(&receipt))).transpose()?;
            } else {
                // The device disconnected in the meantime, so this round does not try it again.
                reached.remove(&to);
                receipt.map(|receipt| desk.borrow_desk(|desk| desk.not_delivered(&[receipt]))).transpose()?;
            }
        }
    }
    Ok(())
}

/// Sends what is due into the mailboxes.
pub(super) fn send(desk: &impl SharedDesk, mailbox: &Mailbox, round: &mut Round) -> Result<(), CoachError> {
    loop {
        let posts = desk.borrow_desk(Desk::outgoing)?;
        if posts.is_empty() {
            return Ok(());
        }
        let mut posts = posts.into_iter();
        while let Some(post) = posts.next() {
            if let Err(error) = put(mailbox, &post.outgoing) {
                let undelivered: Vec<Receipt> =
                    [post].into_iter().chain(posts).filter_map(|post| post.receipt).collect();
                desk.borrow_desk(|desk| desk.not_delivered(&undelivered))?;
                return Err(error);
            }
            round.sent += 1;
            if let Some(receipt) = &post.receipt {
                desk.borrow_desk(|desk| desk.delivered(receipt))?;
            }
        }
    }
}

fn put(mailbox: &Mailbox, outgoing: &Outgoing) -> Result<(), CoachError> {
    Ok(mailbox.put(&outgoing.to, &outgoing.name(), outgoing.bytes.clone())?)
}

/// Makes due again what devices have not answered and what is no longer in their mailboxes.
pub(super) fn send_lost_again(desk: &impl SharedDesk, mailbox: &Mailbox) -> Result<(), CoachError> {
    for (device, names) in desk.borrow_desk(Desk::unanswered)? {
        let listing = match mailbox.list_with_mark(&device) {
            // Some storages let nobody look into the mailbox of another. What is lost is sent again later.
            Err(CarrierError::NotAllowed) => return Ok(()),
            listing => listing?,
        };
        let here: BTreeSet<ObjectName> = listing.names.into_iter().collect();
        let all_lie_there = !names.is_empty() && names.is_subset(&here);
        if listing.is_whole && !all_lie_there {
            desk.borrow_desk(|desk| desk.send_again(&device))?;
        }
    }
    Ok(())
}

impl Desk {
    /// Returns the envelopes to carry now. Their sequence numbers are durable when this returns.
    pub(super) fn outgoing(&mut self) -> Result<Vec<Post>, CoachError> {
        self.outgoing_to_reachable(&|_| true)
    }

    fn outgoing_to_reachable(
        &mut self,
        reached: &dyn Fn(&DeviceKey) -> bool,
    ) -> Result<Vec<Post>, CoachError> {
        let now = self.now();
        let (step, posts) = self.with_exchange(|exchange, home, random| {
            exchange.outgoing_to_reachable(reached, now, random, home)
        })?;
        self.save_step(step)?;
        Ok(posts)
    }

    fn unanswered(&mut self) -> Result<BTreeMap<DeviceKey, BTreeSet<ObjectName>>, CoachError> {
        let now = self.now();
        Ok(self.exchange()?.unanswered(now))
    }

    fn send_again(&mut self, device: &DeviceKey) -> Result<(), CoachError> {
        let now = self.now();
        let step = self.with_exchange(|exchange, _, _| Ok(exchange.send_unanswered_again(device, now)))?;
        self.save_step(step).map(drop)
    }

    pub(super) fn delivered(&mut self, receipt: &Receipt) -> Result<(), CoachError> {
        let now = self.now();
        let step = self.with_exchange(|exchange, home, _| exchange.delivered(receipt, now, home))?;
        self.save_step(step).map(drop)
    }

    fn not_delivered(&mut self, receipts: &[Receipt]) -> Result<(), CoachError> {
        let now = self.now();
        self.with_exchange(|exchange, _, _| {
            receipts.iter().for_each(|receipt| exchange.not_delivered(receipt, now));
            Ok(())
        })
    }
}
