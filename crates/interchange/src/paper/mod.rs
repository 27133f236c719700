//! Paper: a drawing as a picture, and drawings and texts as pages that a screen reader can read aloud.
//!
//! # Invariants
//!
//! - Nothing is fetched, neither here nor by the program that opens the file: a drawing that holds more than
//!   shapes and text is refused, and the typesetter knows only the files in its [`world`].
//! - The contents of a document are data beside its template and are never pasted into it, so no text becomes
//!   markup.
//! - The fonts are included, so a print is the same on every computer.

mod drawing;
mod error;
mod fonts;
mod pages;
mod picture;
mod picture_format;
mod pixels;
mod print;
mod world;

pub use error::PictureError;
pub use pages::{Block, Fact, Pages, Sign};
pub use picture::{Language, Legend, MapPicture, Table};
pub use picture_format::PictureFormat;
