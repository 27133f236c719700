//! Closed lists of choices that tolerate the future: a value that a newer version wrote is kept as `Unknown`.

/// A value of a closed list.
pub trait Choice: Sized + Clone + Eq + Ord + 'static {
    /// The name of the list, as messages and terminal options use it.
    const LIST: &'static str;
    /// The values that this version knows, in the order in which the programs offer them.
    const ALL: &'static [Self];

    /// Returns the value as it is written in documents and files.
    fn as_str(&self) -> &str;

    /// Reads a value. A value that this version does not know becomes `Unknown`.
    fn read(text: &str) -> Self;

    /// Reads a value that this version knows.
    fn known(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|choice| choice.as_str() == text).cloned()
    }
}

/// Declares closed lists of choices: the docs, the name of the list, and each value with its text in
/// documents and files.
///
/// Everything else derives from this one list: reading and writing, the options that the programs offer, the
/// order of comparison.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident in $list:literal { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
        #[serde(from = "String", into = "String")]
        pub enum $name {
            $($(#[$vdoc])* $variant,)*
            /// A value that a newer version wrote, kept as it is.
            Unknown(String),
        }

        impl $crate::choice::Choice for $name {
            const LIST: &'static str = $list;
            const ALL: &'static [Self] = &[$(Self::$variant),*];

            fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(raw) => raw,
                }
            }

            fn read(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    other => Self::Unknown(other.to_owned()),
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                <Self as $crate::choice::Choice>::read(&text)
            }
        }

        impl From<$name> for String {
            fn from(choice: $name) -> Self {
                $crate::choice::Choice::as_str(&choice).to_owned()
            }
        }

        impl $crate::value::Scalar for $name {
            fn to_scalar(&self) -> automerge::ScalarValue {
                $crate::choice::Choice::as_str(self).into()
            }

            fn from_scalar(value: &automerge::ScalarValue) -> Option<Self> {
                value.as_str().map(<Self as $crate::choice::Choice>::read)
            }

            fn content(&self) -> $crate::value::Content {
                let value = $crate::choice::Choice::as_str(self).to_owned();
                let list = <Self as $crate::choice::Choice>::LIST;
                $crate::value::Content::Choices { list, values: vec![value] }
            }
        }
    )*};
}

pub(crate) use choices;
