//! The methods that ship with Kring.

use std::sync::LazyLock;

use super::error::MethodError;
use super::file::{self, Titles};
use super::path::MethodPath;

/// The name of the method of a dossier for which nobody chose one: the guide on social networks (Hogeschool
/// Utrecht).
pub const SEVEN_STEPS: &str = "seven-steps";

static SHIPPED: LazyLock<Vec<MethodPath>> = LazyLock::new(|| {
    let files =
        [include_str!("../../methods/seven-steps.toml"), include_str!("../../methods/network-coach.toml")];
    files.iter().filter_map(|text| file::read(text, Titles::InMessages).ok()).collect()
});

/// Returns the methods that ship. The first is the method of a dossier for which nobody chose one.
pub fn shipped() -> &'static [MethodPath] {
    &SHIPPED
}

impl MethodPath {
    /// Reads a method of an organisation's own from the text of its file.
    pub fn read(text: &str) -> Result<Self, MethodError> {
        file::read(text, Titles::InFile { taken: shipped() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_methods_that_ship_can_be_read_and_have_all_their_steps() {
        let names: Vec<&str> = shipped().iter().map(|path| path.name.as_str()).collect();
        assert_eq!(names, [SEVEN_STEPS, "network-coach"]);
        let steps: Vec<usize> = shipped().iter().map(|path| path.steps().count()).collect();
        assert_eq!(steps, [7, 10]);
        assert_eq!(shipped()[1].phases.iter().map(|phase| phase.steps.len()).collect::<Vec<_>>(), [3, 3, 4]);
    }
}
