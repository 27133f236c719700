//! The project's own commands: `cargo xtask run`, `test`, `codegen`.

mod bench;
mod circles;
mod codegen;
mod directions;
mod place;
mod run;
mod shell;
mod source;
mod system;
mod test;
mod ui;

use anyhow::{Result, bail};

const HELP: &str =
    "cargo xtask run               builds and opens Kring; without a display it makes a tour in target/tour
cargo xtask test              everything that has to be well
cargo xtask bench [SUBJECT]   figures beside yardsticks: edit, caseload, opening, exchange, then, measures,
                              map, window
cargo xtask simulate --seeds N  plays N simulated years of exchange: 200 in `test`, 10000 in a night; --seed N plays one again
cargo xtask circles [CRATE]   names the files that import each other
cargo xtask codegen [--check] writes the window's types from Rust, or checks that they are current";

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["run"] => run::run(),
        ["test"] => test::test(),
        ["bench", subjects @ ..] => bench::bench(subjects),
        ["simulate", rest @ ..] => test::simulate(rest),
        ["circles"] => circles::check(None),
        ["circles", only] => circles::check(Some(only)),
        ["codegen"] => codegen::write(),
        ["codegen", "--check"] => codegen::check(),
        [] | ["help" | "--help"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("there is no such command\n{HELP}"),
    }
}
