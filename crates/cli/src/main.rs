//! `kring`, the terminal program; see the library of this package.

fn main() -> std::process::ExitCode {
    cli::main()
}
