//! Sends a reminder by one of its channels.

use coach::caseload::reminder::channel::ReminderChannel;

/// Sends a reminder. If it cannot be sent, nothing happens: the agenda shows the same.
pub(crate) fn send(channel: ReminderChannel, title: &str, text: &str) {
    match channel {
        ReminderChannel::Notification => {
            let _ = notify_rust::Notification::new().appname("Kring").summary(title).body(text).show();
        }
    }
}
