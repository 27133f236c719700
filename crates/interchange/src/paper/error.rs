//! The reasons why a picture or pages cannot be made.

use codes::codes;
use thiserror::Error;

/// The reason why a picture or pages cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PictureError {
    /// The drawing cannot be read.
    #[error("the drawing cannot be read: {0}")]
    Unreadable(String),
    /// The drawing holds something that is not drawn but fetched or run.
    #[error("the drawing holds something that is not drawn: {0}")]
    Foreign(String),
    /// The drawing or its table is larger than paper holds.
    #[error("the drawing or its table is too large")]
    TooLarge,
    /// The typesetter or the painter refused.
    #[error("the picture cannot be made: {0}")]
    NotMade(String),
}

codes!(PictureError {
    Self::Unreadable(_) => "picture-unreadable",
    Self::Foreign(_) => "picture-foreign",
    Self::TooLarge => "picture-too-large",
    Self::NotMade(_) => "picture-not-made",
});
