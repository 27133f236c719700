//! Transport of envelopes between devices.

pub(crate) mod arrivals;
pub mod courier;
pub(crate) mod direct;
mod envelope_files;
pub(crate) mod exchange_home;
pub(crate) mod open_carriers;
mod poison;
mod reauthor;
pub(crate) mod replica;
pub(crate) mod storage;
pub(crate) mod storage_watch;
