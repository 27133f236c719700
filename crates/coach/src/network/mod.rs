//! The network of a client: its view, its changes since an earlier moment, and the findings about it.

pub mod change;
pub mod figure_change;
pub mod finding;
pub mod measure;
pub mod quality;
pub mod then_and_now;
pub mod view;
