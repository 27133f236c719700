//! The codes of errors, each written once.
//!
//! A code names the message in which a program explains an error. [`codes!`] writes the match that returns
//! the code and the list of all codes from the same lines. The match is exhaustive, so a variant without a
//! code does not compile; a test goes through the list, so a code without a message fails.
//!
//! ```
//! use codes::codes;
//!
//! enum DiskError {
//!     Full,
//!     Gone { path: String },
//! }
//!
//! codes!(DiskError {
//!     Self::Full => "disk-full",
//!     Self::Gone { .. } => "disk-gone",
//! });
//!
//! enum SaveError {
//!     ReadOnly,
//!     Disk(DiskError),
//! }
//!
//! codes!(SaveError {
//!     Self::ReadOnly => "read-only",
//! } from {
//!     Self::Disk(error) => error: DiskError,
//! });
//!
//! let error = SaveError::Disk(DiskError::Gone { path: "/media/stick".into() });
//! assert_eq!(error.code(), "disk-gone");
//! assert_eq!(SaveError::codes(), ["read-only", "disk-full", "disk-gone"]);
//! # assert_eq!(SaveError::ReadOnly.code(), "read-only");
//! # assert_eq!(DiskError::Full.code(), "disk-full");
//! ```

/// Gives an enum `code()`, which returns the code of a value, and `codes()`, which returns the codes of all
/// values.
///
/// A line may have a guard if one variant has two messages. The lines after `from` name the variants that
/// hold another error with codes of its own.
#[macro_export]
macro_rules! codes {
    (
        $error:ident { $($pattern:pat $(if $guard:expr)? => $code:literal,)* }
        $(from { $($holder:pat => $held:ident: $held_type:ty,)* })?
    ) => {
        impl $error {
            /// Returns the stable code, which names the message that explains this value.
            pub fn code(&self) -> &'static str {
                match self {
                    $($pattern $(if $guard)? => $code,)*
                    $($($holder => $held.code(),)*)?
                }
            }

            /// Returns every code that [`code`](Self::code) can return, so that a test can look for each
            /// message.
            pub fn codes() -> ::std::vec::Vec<&'static str> {
                let own: &[&'static str] = &[$($code),*];
                let held: &[::std::vec::Vec<&'static str>] = &[$($(<$held_type>::codes()),*)?];
                [own, held.concat().as_slice()].concat()
            }
        }
    };
}
