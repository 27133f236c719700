//! Searching.

use clap::Args;

#[derive(Args)]
pub(crate) struct SearchArguments {
    /// The words; the last one may be a beginning.
    #[arg(required = true)]
    pub(crate) words: Vec<String>,
}
