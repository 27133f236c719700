//! `kring`, the terminal face: for application managers, scripts and tests. It calls the same use cases as the window.

mod arguments;
mod commands;
mod failure;
mod files;
mod history;
mod messages;
mod next;
mod notes;
mod passphrase;
mod plan;
mod records;
mod report;
mod search;
mod sharing;
mod steps;
mod strain;
mod together;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let messages = messages::Messages::of(arguments.language.as_deref());
    match commands::run(&arguments, &messages) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{}", failure.explain(&messages));
            failure.exit_code()
        }
    }
}
