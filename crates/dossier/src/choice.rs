//! Closed lists that stay open to the future: a value that a newer version wrote is kept as `Unknown`.

/// What every choice can do.
pub trait Choice: Sized + Clone + Eq + Ord + 'static {
    /// The name of the list, in snake case, as messages and terminal options use it.
    const LIST: &'static str;
    /// The values that this version knows, in the order in which a person is asked.
    const ALL: &'static [Self];

    /// The value as it stands in the document and in files.
    fn as_str(&self) -> &str;

    /// The value behind a text; what this version does not know becomes `Unknown`.
    fn read(text: &str) -> Self;

    /// The value behind a text, if this version knows it.
    fn known(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|choice| choice.as_str() == text).cloned()
    }
}

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident in $list:literal { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
        #[serde(from = "String", into = "String")]
        pub enum $name {
            $($(#[$vdoc])* $variant,)*
            /// Written by a newer version; kept as it is.
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
        }
    )*};
}

pub(crate) use choices;
