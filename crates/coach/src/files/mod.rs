//! Files of other programs: imports, exports and pictures.

pub mod export;
pub mod import;
pub mod preview;
pub(crate) mod written;
