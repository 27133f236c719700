//! The harness of whole-system tests: the real window under a virtual display, driven through WebDriver.
//!
//! [`Display`] is a virtual screen, [`Window`] the real program on it; a [`Coach`] works at the terminal. Everything is
//! waited for, nothing is slept for, and only processes that were started here are ended.

#[cfg(feature = "journeys")]
mod agreed;
#[cfg(feature = "journeys")]
mod caseload;
mod coach;
mod display;
#[cfg(unix)]
mod hand;
mod laptop;
#[cfg(all(target_os = "linux", feature = "journeys"))]
mod notification_server;
mod package;
mod process;
mod s3_server;
mod served;
mod story;
#[cfg(unix)]
mod webdav_server;
#[cfg(feature = "journeys")]
mod weeks;
mod window;

#[cfg(feature = "journeys")]
pub use agreed::Agreed;
#[cfg(feature = "journeys")]
pub use caseload::{LATE, a_caseload_of_two_hundred};
pub use coach::Coach;
pub use display::Display;
#[cfg(unix)]
pub use hand::Hand;
pub use laptop::Laptop;
#[cfg(all(target_os = "linux", feature = "journeys"))]
pub use notification_server::{Notification, NotificationServer};
pub use package::package;
pub use s3_server::S3Server;
pub use served::{Allows, PASSWORD, USER};
pub use story::{
    at_a_desk_of, at_a_new_desk, make_account, make_account_as, open_example, passphrase, terminal, unlock,
};
#[cfg(unix)]
pub use webdav_server::WebdavServer;
#[cfg(feature = "journeys")]
pub use weeks::{Week, six_weeks};
pub use window::Window;
