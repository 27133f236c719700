//! Methods: named paths of steps in phases. A method is a small file, see `docs/method-format.md`. Two
//! methods ship, and an organisation can add its own.

mod error;
mod file;
mod followed;
mod path;
mod progress;
mod shipped;
mod work_area;

pub use error::MethodError;
pub use file::METHOD_FORMAT;
pub use path::{MethodPath, MethodStep, Phase};
pub use progress::{MethodProgress, Stage, StageState};
pub use shipped::{SEVEN_STEPS, shipped};
pub use work_area::WorkArea;
