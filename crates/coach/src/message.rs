//! A message that a face says in the user's language.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A message that a face says in the user's language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
pub struct Message {
    /// The name in the message files.
    pub id: String,
    /// What the message names.
    pub args: BTreeMap<String, String>,
}

impl Message {
    /// Makes a message that names something.
    pub(crate) fn new<'a>(id: &str, args: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        let args = args.into_iter().map(|(key, text)| (key.to_owned(), text)).collect();
        Self { id: id.to_owned(), args }
    }

    /// Makes a message that names nothing.
    pub(crate) fn plain(id: &str) -> Self {
        Self::new(id, [])
    }
}

/// A closed list of things that are said to the coach, each with its message. [`message_kinds`] defines one.
pub trait MessageKind: Copy + PartialEq + 'static {
    /// All kinds, in the order in which they were written down.
    const ALL: &'static [Self];

    /// Returns the name of the message.
    fn message_id(self) -> &'static str;

    /// Makes the message.
    fn message<'a>(self, args: impl IntoIterator<Item = (&'a str, String)>) -> Message {
        Message::new(self.message_id(), args)
    }

    /// Makes the message of a count, unless it is zero.
    fn counted(self, count: usize) -> Option<Message> {
        (count > 0).then(|| self.message([("count", count.to_string())]))
    }

    /// Makes the message of a count out of a whole, unless the count is zero.
    fn counted_of(self, count: usize, whole: usize) -> Option<Message> {
        (count > 0).then(|| self.message([("count", count.to_string()), ("whole", whole.to_string())]))
    }

    /// Makes the message of a day, if there is one.
    fn on(self, day: Option<NaiveDate>) -> Option<Message> {
        day.map(|day| self.message([("day", day.to_string())]))
    }

    /// Makes the message, if it holds.
    fn when(self, holds: bool) -> Option<Message> {
        holds.then(|| self.message([]))
    }
}

/// A list of things that are said to the coach with a question each, to open the talk with.
pub trait QuestionKind: MessageKind {
    /// Returns the name of the question's message.
    fn question_id(self) -> &'static str;

    /// Makes the question.
    fn question<'a>(self, args: impl IntoIterator<Item = (&'a str, String)>) -> Message {
        Message::new(self.question_id(), args)
    }
}

/// Defines an enum of things that are said to the coach. Each variant stands beside the name of its message, so that the list of
/// variants and the list of messages cannot differ. The test that it defines holds that both languages have every message.
///
/// With `ask` each also has a question, whose message is named `<message>-ask`.
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

/// Asserts that both languages have these messages.
#[cfg(test)]
pub(crate) fn assert_all_said(ids: &[&str]) {
    for words in [words::Words::of(None), words::Words::of(Some("en"))] {
        for id in ids {
            assert_ne!(words.text(id), *id, "no message has this name");
        }
    }
}
