//! The drawn network: how it is shown, how it differs from an earlier moment, and what stands out in it.

pub mod change;
pub mod figure_change;
pub mod finding;
pub mod measure;
pub mod quality;
pub mod then_and_now;
pub mod view;
