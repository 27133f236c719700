//! The harness of tests of the whole system: the real window on a virtual display, driven through WebDriver.
//!
//! [`Display`] is a virtual screen, [`Window`] the real program on it; a [`Coach`] works at the terminal. A
//! test waits until a thing is so and never sleeps for a fixed time, and ends only processes that it started.

mod agreed;
mod caseload;
mod coach;
mod display;
mod laptop;
#[cfg(target_os = "linux")]
mod notification_server;
mod package;
mod process;
mod s3_server;
mod served;
mod story;
#[cfg(unix)]
mod touchscreen;
#[cfg(unix)]
mod webdav_server;
mod weeks;
mod window;

pub use agreed::Agreed;
pub use caseload::{LATE, a_caseload_of_two_hundred};
pub use coach::Coach;
pub use display::Display;
pub use laptop::{Laptop, Typist};
#[cfg(target_os = "linux")]
pub use notification_server::{Notification, NotificationServer};
pub use package::package;
pub use s3_server::S3Server;
pub use served::{Allows, PASSWORD, USER};
pub use story::{
    at_a_desk_of, at_a_new_desk, make_account, make_account_as, open_example, passphrase, terminal, unlock,
};
#[cfg(unix)]
pub use touchscreen::Touchscreen;
#[cfg(unix)]
pub use webdav_server::WebdavServer;
pub use weeks::{Week, six_weeks};
pub use window::Window;
