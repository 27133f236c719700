//! Decisions read from the bytes that a fuzzer makes.
//!
//! One byte is one decision, in the order of the bytes. So a small change of the bytes is a small change of
//! what happens, a fuzzer can join the beginning of one input to the end of another, and seeds can be written
//! by hand.

/// The bytes that no decision used yet.
pub(crate) struct Decisions<'a>(&'a [u8]);

impl<'a> Decisions<'a> {
    /// Returns the decisions that these bytes stand for.
    pub(crate) fn of(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Returns whether all bytes were used.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the next byte; zero once all were used.
    pub(crate) fn byte(&mut self) -> u8 {
        self.bytes(1).first().copied().unwrap_or_default()
    }

    /// Returns a number of two bytes.
    pub(crate) fn number(&mut self) -> usize {
        usize::from(self.byte()) | usize::from(self.byte()) << 8
    }

    /// Returns a number below `most`, which is not zero.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        usize::from(self.byte()) % most.max(1)
    }

    /// Returns whether something happens that the fuzzer should not do every time, because it takes long.
    pub(crate) fn rarely(&mut self) -> bool {
        self.byte() % 16 == 15
    }

    /// Returns one item of a list. If the list is empty, returns `None` and uses no byte.
    pub(crate) fn one_of<'l, T>(&mut self, list: &'l [T]) -> Option<&'l T> {
        if list.is_empty() { None } else { list.get(self.below(list.len())) }
    }

    /// Returns the next bytes, fewer at the end.
    pub(crate) fn bytes(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(count.min(self.0.len()));
        self.0 = rest;
        taken
    }
}
