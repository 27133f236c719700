//! The declaration of a list of formats.

/// Declares an enum of formats from one list, which names for each format the constant that defines it.
///
/// The compiler guards the list: a constant that no list names is reported as unused.
macro_rules! formats {
    ($(#[$about:meta])* pub enum $formats:ident: $definition:ident {
        $($(#[$doc:meta])* $format:ident = $constant:path,)*
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $formats {
            $($(#[$doc])* $format,)*
        }

        impl $formats {
            /// Every format, in the order of the list.
            pub const ALL: [Self; [$(Self::$format),*].len()] = [$(Self::$format),*];

            /// Returns the name of the format at the terminal, in answers and in the access log.
            pub fn name(self) -> &'static str {
                self.definition().name
            }

            /// Returns the format of that name.
            pub fn of_name(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|format| format.name() == name)
            }

            fn definition(self) -> &'static $definition {
                match self {
                    $(Self::$format => &$constant,)*
                }
            }
        }
    };
}

pub(crate) use formats;
