//! The drawn network: how it is shown, how it differs from an earlier moment, and what stands out in it.

pub(crate) mod change;
pub mod quality;
pub mod then_and_now;
pub mod view;
