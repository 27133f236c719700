//! The harness of whole-system tests: the real window under a virtual display, driven through WebDriver.
//!
//! [`Display`] is a virtual screen, [`Window`] the real program on it. Everything is waited for, nothing is slept for, and
//! only processes that were started here are ended.

mod display;
mod laptop;
mod package;
mod process;
mod story;
mod window;

pub use display::Display;
pub use laptop::Laptop;
pub use package::package;
pub use story::{at_a_new_desk, make_account, open_example, passphrase, terminal, unlock};
pub use window::Window;
