//! The channels through which a reminder reaches the coach. A new channel needs a variant here, its messages,
//! and code in the window that sends the reminder.

use serde::{Deserialize, Serialize};
use strum::VariantArray;
use ts_rs::TS;

use crate::message::Message;

/// A channel through which a reminder reaches the coach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, VariantArray)]
#[serde(rename_all = "snake_case")]
pub enum ReminderChannel {
    /// A notification on this computer.
    Notification,
}

impl ReminderChannel {
    /// All channels, in the order in which the settings list them.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Returns the id of the message that offers the channel in the settings.
    fn offer(self) -> &'static str {
        match self {
            Self::Notification => "settings-reminders-on",
        }
    }

    /// Returns the id of the message that explains what others can see of the reminder.
    fn explanation(self) -> &'static str {
        match self {
            Self::Notification => "settings-reminders-explain",
        }
    }
}

/// The channels that are switched on, as the vault stores them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct ReminderChannels {
    #[serde(rename = "reminders")]
    notification: bool,
}

impl Default for ReminderChannels {
    fn default() -> Self {
        Self { notification: true }
    }
}

impl ReminderChannels {
    /// Switches a channel on or off.
    pub(crate) fn set(&mut self, channel: ReminderChannel, on: bool) {
        match channel {
            ReminderChannel::Notification => self.notification = on,
        }
    }

    /// Returns the channels that are switched on.
    pub(crate) fn on(&self) -> impl Iterator<Item = ReminderChannel> {
        ReminderChannel::ALL.iter().copied().filter(|channel| self.is_on(*channel))
    }

    /// Returns a switch for every channel.
    pub(crate) fn switches(&self) -> Vec<ReminderSwitch> {
        let switch = |channel: ReminderChannel| ReminderSwitch {
            channel,
            on: self.is_on(channel),
            says: Message::plain(channel.offer()),
            explains: Message::plain(channel.explanation()),
        };
        ReminderChannel::ALL.iter().copied().map(switch).collect()
    }

    fn is_on(&self, channel: ReminderChannel) -> bool {
        match channel {
            ReminderChannel::Notification => self.notification,
        }
    }
}

/// A channel in the settings, with its switch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReminderSwitch {
    /// The channel. The window treats it as a name that it only passes back, so it can show any channel.
    #[ts(as = "String")]
    pub channel: ReminderChannel,
    /// True if the channel is switched on.
    pub on: bool,
    /// The sentence that offers the channel.
    pub says: Message,
    /// The sentence that explains what others can see of the reminder.
    pub explains: Message,
}

#[cfg(test)]
mod tests {
    use words::Words;

    use super::*;

    #[test]
    fn every_channel_is_offered_and_explained_in_both_languages() {
        for words in [Words::of(None), Words::of(Some("en"))] {
            for switch in ReminderChannels::default().switches() {
                for Message { id, args } in [switch.says, switch.explains] {
                    assert_ne!(words.say(&id, &args), id);
                }
            }
        }
    }

    #[test]
    fn a_channel_that_is_switched_off_is_not_on() {
        for &channel in ReminderChannel::ALL {
            let mut channels = ReminderChannels::default();
            channels.set(channel, false);
            assert!(channels.on().all(|on| on != channel), "{channel:?}");
            channels.set(channel, true);
            assert!(channels.on().any(|on| on == channel), "{channel:?}");
        }
    }
}
