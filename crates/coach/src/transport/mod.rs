//! Transport of envelopes between devices.

pub(crate) mod arrivals;
pub mod courier;
pub(crate) mod direct;
mod envelope_files;
mod envelope_reading;
pub(crate) mod exchange_home;
pub(crate) mod open_carriers;
mod pause;
mod poison;
mod reauthor;
mod receiving;
pub(crate) mod replica;
pub mod round;
mod routes;
mod sending;
pub(crate) mod storage;
pub(crate) mod storage_watch;
mod taken_in;
mod unread;
