//! A desk that several threads share.

use std::cell::RefCell;

use crate::desk::Desk;
use crate::error::CoachError;

/// A desk that several threads share. Long work borrows it for short moments only, so that the window can use
/// it in between.
pub trait SharedDesk {
    /// Runs a use case on the open desk.
    fn borrow_desk<T>(&self, run: impl FnOnce(&mut Desk) -> Result<T, CoachError>) -> Result<T, CoachError>;
}

impl SharedDesk for RefCell<Desk> {
    fn borrow_desk<T>(&self, run: impl FnOnce(&mut Desk) -> Result<T, CoachError>) -> Result<T, CoachError> {
        run(&mut self.borrow_mut())
    }
}
