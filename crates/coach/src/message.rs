//! A message that is shown in the user's language.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A message that is shown in the user's language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
pub struct Message {
    /// The name of the message in the message files.
    pub id: String,
    /// The values that the message contains.
    pub args: BTreeMap<String, String>,
}

impl Message {
    /// Creates a message that contains values.
    pub(crate) fn new<'a>(id: &str, args: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        let args = args.into_iter().map(|(key, text)| (key.to_owned(), text)).collect();
        Self { id: id.to_owned(), args }
    }

    /// Creates a message that contains no values.
    pub(crate) fn plain(id: &str) -> Self {
        Self::new(id, [])
    }
}

/// A closed list of statements to the coach, each with its message. [`message_kinds`] defines such a list.
pub trait MessageKind: Copy + PartialEq + 'static {
    /// All kinds, in the order in which they are defined.
    const ALL: &'static [Self];

    /// Returns the name of the message.
    fn message_id(self) -> &'static str;

    /// Creates the message of this kind.
    fn message<'a>(self, args: impl IntoIterator<Item = (&'a str, String)>) -> Message {
        Message::new(self.message_id(), args)
    }

    /// Creates the message with a count. Returns `None` if the count is zero.
    fn counted(self, count: usize) -> Option<Message> {
        (count > 0).then(|| self.message([("count", count.to_string())]))
    }

    /// Creates the message with a count out of a whole. Returns `None` if the count is zero.
    fn counted_of(self, count: usize, whole: usize) -> Option<Message> {
        (count > 0).then(|| self.message([("count", count.to_string()), ("whole", whole.to_string())]))
    }

    /// Creates the message with a day. Returns `None` if there is no day.
    fn on(self, day: Option<NaiveDate>) -> Option<Message> {
        day.map(|day| self.message([("day", day.to_string())]))
    }

    /// Creates the message if `holds` is true.
    fn when(self, holds: bool) -> Option<Message> {
        holds.then(|| self.message([]))
    }
}

/// A closed list of statements to the coach, each with a question that opens the talk.
pub trait QuestionKind: MessageKind {
    /// Returns the name of the question's message.
    fn question_id(self) -> &'static str;

    /// Creates the question of this kind.
    fn question<'a>(self, args: impl IntoIterator<Item = (&'a str, String)>) -> Message {
        Message::new(self.question_id(), args)
    }
}

/// Defines an enum of statements to the coach. Each variant is beside the name of its message, so that the
/// list of variants and the list of messages cannot differ. Also defines a test that every message exists
/// in both languages.
///
/// With `ask`, each variant also has a question. The name of its message is `<message>-ask`.
macro_rules! message_kinds {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident { $($variant:ident => $id:literal,)+ }
        test $test:ident
    ) => {
        $crate::message::message_kinds! { @enum $(#[$meta])* $vis enum $name { $($variant => $id,)+ } }

        #[test]
        fn $test() {
            $crate::message::assert_all_said(&[$($id),+]);
        }
    };
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident { $($variant:ident => $id:literal,)+ }
        ask
        test $test:ident
    ) => {
        $crate::message::message_kinds! { @enum $(#[$meta])* $vis enum $name { $($variant => $id,)+ } }

        impl $crate::message::QuestionKind for $name {
            fn question_id(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!($id, "-ask"),)+
                }
            }
        }

        #[test]
        fn $test() {
            $crate::message::assert_all_said(&[$($id, concat!($id, "-ask")),+]);
        }
    };
    (@enum $(#[$meta:meta])* $vis:vis enum $name:ident { $($variant:ident => $id:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis enum $name {
            $(#[doc = concat!("The message `", $id, "`.")] $variant,)+
        }

        impl $crate::message::MessageKind for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn message_id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)+
                }
            }
        }
    };
}

pub(crate) use message_kinds;

/// Asserts that these messages exist in both languages.
#[cfg(test)]
pub(crate) fn assert_all_said(ids: &[&str]) {
    for words in [words::Words::of(None), words::Words::of(Some("en"))] {
        for id in ids {
            assert_ne!(words.text(id), *id, "no message has this name");
        }
    }
}
