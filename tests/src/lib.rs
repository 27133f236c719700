//! The harness of whole-system tests: the real window under a virtual display, driven through WebDriver.
//!
//! [`Display`] is a virtual screen, [`Window`] the real program on it; a [`Coach`] works at the terminal. Everything is
//! waited for, nothing is slept for, and only processes that were started here are ended.

mod agreed;
mod caseload;
mod coach;
mod display;
#[cfg(unix)]
mod hand;
mod laptop;
#[cfg(target_os = "linux")]
mod notification_server;
mod package;
mod process;
mod s3_server;
mod served;
mod story;
#[cfg(unix)]
mod webdav_server;
mod weeks;
mod window;

pub use agreed::Agreed;
pub use caseload::{LATE, a_caseload_of_two_hundred};
pub use coach::Coach;
pub use display::Display;
#[cfg(unix)]
pub use hand::Hand;
pub use laptop::Laptop;
#[cfg(target_os = "linux")]
pub use notification_server::{Notification, NotificationServer};
pub use package::package;
pub use s3_server::S3Server;
pub use served::{Allows, PASSWORD, USER};
pub use story::{
    at_a_desk_of, at_a_new_desk, make_account, make_account_as, open_example, passphrase, terminal, unlock,
};
#[cfg(unix)]
pub use webdav_server::WebdavServer;
pub use weeks::{Week, six_weeks};
pub use window::Window;
