//! `cargo xtask`: the project's own commands.

mod advisories;
mod bench;
mod build_once;
mod builds;
mod checkout;
mod circles;
mod codegen;
mod directions;
mod fuzz;
mod program;
mod public_names;
mod run;
mod shell;
mod source;
mod system;
mod test;
mod tools;
mod ui;

use anyhow::{Result, bail};

const HELP: &str = "cargo xtask run                 builds and opens Kring; without a display it plays a tour into target/tour
cargo xtask test                runs all checks and tests
cargo xtask bench [SUBJECT]     measures Kring beside other programs: edit, caseload, opening, exchange, then, measures,
                                map, search, window
cargo xtask simulate --seeds N  plays N simulated years of exchange: 200 in `test`, 10000 in a night; --seed N plays one again
cargo xtask simulate --malicious [--seeds N] [--from N] [--planted K]
                                plays years with malicious members, 10000 without a number; a weakness that was
                                mended can be planted, to see how many years it takes to be found
cargo xtask fuzz [--minutes N] [--target NAME] [--keep]
                                runs the fuzz targets under libFuzzer, each for 5 minutes without a number; with --keep
                                the kept corpus gets the inputs that reach new code
cargo xtask circles [PACKAGE]   names the files that import each other
cargo xtask names               names the public types that share a name
cargo xtask builds              names the dependencies that are compiled more than once
cargo xtask advisories [FOLDER] checks vulnerabilities and licences of the dependencies, or copies what a clone of
                                rustsec/advisory-db in FOLDER says about them into xtask/advisories
cargo xtask codegen [--check]   writes the window's types from Rust, or checks that they are current";

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["run"] => run::run(),
        ["test"] => test::test(),
        ["bench", subjects @ ..] => bench::bench(subjects),
        ["simulate", rest @ ..] => test::simulate(rest),
        ["fuzz", rest @ ..] => fuzz::fuzz(rest),
        ["circles"] => circles::check(None),
        ["circles", only] => circles::check(Some(only)),
        ["names"] => public_names::check(),
        ["builds"] => build_once::check(),
        ["advisories"] => advisories::check(),
        ["advisories", clone] => advisories::copy(clone.as_ref()),
        ["codegen"] => codegen::write(),
        ["codegen", "--check"] => codegen::check(),
        [] | ["help" | "--help"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("there is no such command\n{HELP}"),
    }
}
