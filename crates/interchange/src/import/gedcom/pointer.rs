//! A pointer from one record of a family tree to another.

/// An id, with the line that names it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pointer {
    pub(super) line: u32,
    pub(super) to: String,
}

impl Pointer {
    /// Returns the pointer back: to the person on the same line.
    pub(super) fn of(self, person: &str) -> Self {
        Self { to: person.to_owned(), ..self }
    }
}
