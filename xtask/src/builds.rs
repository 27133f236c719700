//! The builds of `cargo xtask run` and `cargo xtask test`, each command once.

/// Builds the desktop program.
pub(crate) const DESKTOP: &[&str] = &["build", "--bin", "kring-desktop"];
/// Builds the terminal program.
pub(crate) const TERMINAL: &[&str] = &["build", "--bin", "kring"];
/// Plays the tour.
pub(crate) const TOUR: &[&str] = &["run", "--quiet", "--bin", "tour"];
/// Writes the window's types.
pub(crate) const TYPES: &[&str] = &["run", "--quiet", "--example", "export-types"];
/// Plays simulated years of exchange.
pub(crate) const SIMULATION: &[&str] = &["run", "--quiet", "--bin", "simulation"];
/// Runs the tests.
pub(crate) const TESTS: &[&str] = &["test", "--workspace"];
/// Runs the journeys through the real window.
pub(crate) const JOURNEYS: &[&str] = &[
    "test",
    "--features",
    "kring-tests/journeys",
    "--test",
    "journeys",
    "--test",
    "direct",
    "--test",
    "two-terminals",
];

/// All of these builds.
pub(crate) const ALL: &[&[&str]] = &[DESKTOP, TERMINAL, TOUR, TYPES, SIMULATION, TESTS, JOURNEYS];

/// Returns the arguments by which cargo only builds what a command builds and runs.
pub(crate) fn only_build<'a>(command: &[&'a str]) -> Vec<&'a str> {
    match command {
        ["run", rest @ ..] => [&["build"], rest].concat(),
        ["test", rest @ ..] => [&["test", "--no-run"], rest].concat(),
        command => command.to_vec(),
    }
}
