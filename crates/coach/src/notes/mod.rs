//! Notes on a dossier.

pub mod private;
mod shared;
