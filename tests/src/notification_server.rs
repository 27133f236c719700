//! A notification server on a session bus of its own, so that no other program of this computer takes part.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use dbus::Message;
use dbus::channel::{Channel, default_reply};
use tempfile::TempDir;

use crate::process::Process;

const NAME: &str = "org.freedesktop.Notifications";
/// The longest wait for a notification, and for an answer of the bus.
const PATIENCE: Duration = Duration::from_secs(30);
/// The answer of RequestName to a program that now owns the name.
const OWNER: u32 = 1;

/// A notification that was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    /// The program that sent it.
    pub program: String,
    /// The title of the notification.
    pub summary: String,
    /// The text below the title.
    pub body: String,
    /// The whole message, with hints and buttons.
    pub all: String,
}

/// A bus with a server that receives notifications. Dropping it ends the bus.
pub struct NotificationServer {
    address: String,
    shown: Arc<Shown>,
    _bus: Process,
    _folder: TempDir,
}

#[derive(Default)]
struct Shown {
    notifications: Mutex<Vec<Notification>>,
    more: Condvar,
}

impl NotificationServer {
    /// Starts a bus. Notifications can be sent as soon as this returns.
    pub fn start() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let rules = folder.path().join("bus.conf");
        let socket = folder.path().join("bus");
        std::fs::write(&rules, RULES.replace("SOCKET", &socket.display().to_string()))?;
        let mut command = Command::new("dbus-daemon");
        command.arg("--nofork").arg("--print-address=1").arg(format!("--config-file={}", rules.display()));
        let mut bus = Process::start(command.stdout(Stdio::piped()))?;
        let mut address = String::new();
        BufReader::new(bus.stdout().context("the bus says nothing")?).read_line(&mut address)?;
        let address = address.trim().to_owned();
        ensure!(!address.is_empty(), "dbus-daemon did not start");

        let shown = Arc::new(Shown::default());
        let channel = take_the_name(&address)?;
        thread::spawn({
            let shown = Arc::clone(&shown);
            move || serve(&channel, &shown)
        });
        Ok(Self { address, shown, _bus: bus, _folder: folder })
    }

    /// Returns the address of the bus.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Waits until `count` notifications were shown and returns all of them, in order.
    pub fn wait_for(&self, count: usize) -> Result<Vec<Notification>> {
        let until = Instant::now() + PATIENCE;
        let mut shown = self.shown.notifications.lock().unwrap_or_else(PoisonError::into_inner);
        while shown.len() < count {
            let left = until.saturating_duration_since(Instant::now());
            ensure!(!left.is_zero(), "waited in vain for {count} notifications, of which came: {shown:?}");
            shown = self.shown.more.wait_timeout(shown, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        Ok(shown.clone())
    }
}

/// The configuration of the bus. It names no services of this computer, so a test starts none of them.
const RULES: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=SOCKET</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

fn take_the_name(address: &str) -> Result<Channel> {
    let mut channel = Channel::open_private(address)?;
    channel.register()?;
    let bus = "org.freedesktop.DBus";
    let ask = Message::new_method_call(bus, "/org/freedesktop/DBus", bus, "RequestName");
    let ask = ask.map_err(|refused| anyhow!(refused))?.append2(NAME, 0_u32);
    let answer = channel.send_with_reply_and_block(ask, PATIENCE)?.read1::<u32>()?;
    ensure!(answer == OWNER, "somebody else shows notifications on this bus");
    Ok(channel)
}

/// Answers messages until the bus ends.
fn serve(channel: &Channel, shown: &Shown) {
    while let Ok(message) = channel.blocking_pop_message(PATIENCE) {
        // The sender may have ended.
        let _ = message.and_then(|message| answer(&message, shown)).map(|answer| channel.send(answer));
    }
}

fn answer(message: &Message, shown: &Shown) -> Option<Message> {
    if message.interface().as_deref() != Some(NAME) {
        return default_reply(message);
    }
    match message.member().as_deref()? {
        "Notify" => notify(message, shown),
        "GetCapabilities" => Some(message.return_with_args((vec!["body"],))),
        "GetServerInformation" => Some(message.return_with_args(("tests", "Kring", "0", "1.2"))),
        "CloseNotification" => Some(message.method_return()),
        _ => default_reply(message),
    }
}

/// Records a notification and answers with its number.
fn notify(message: &Message, shown: &Shown) -> Option<Message> {
    let (program, _, _, summary, body) = message.get5::<String, u32, &str, String, String>();
    let all = format!("{:?}", message.get_items());
    let notification = Notification { program: program?, summary: summary?, body: body?, all };
    let mut notifications = shown.notifications.lock().unwrap_or_else(PoisonError::into_inner);
    notifications.push(notification);
    shown.more.notify_all();
    Some(message.return_with_args((notifications.len() as u32,)))
}
