//! A record: one flat map in the document, with one typed field per key.

use automerge::transaction::Transaction;
use automerge::{AutomergeError, ObjId};

use crate::id::Id;
use crate::source::{Entry, Source};
use crate::validity::Invalid;
use crate::value::Content;

/// One kind of thing in a dossier: a person, a tie, a goal. Every record is a map keyed by field, within a
/// map keyed by id.
///
/// Records are in maps and not in lists, because concurrent additions to a map merge.
#[allow(private_interfaces)]
pub trait Record: Sized + Clone + 'static {
    /// The type of the ids of this kind.
    type Id: Id;
    /// The type of one field with its value.
    type Field: Field;
    /// The key of the map at the root of the document that holds all records of this kind.
    const MAP: &'static str;
    /// The keys of the fields that a complete record needs.
    const NEEDS: &'static [&'static str];

    /// Returns a record about which nothing is known yet.
    fn blank(id: Self::Id) -> Self;

    /// Returns the id of the record.
    fn id(&self) -> &Self::Id;

    /// Sets one field.
    fn set(&mut self, field: Self::Field);

    /// Returns the field with this key.
    fn field(&self, key: &str) -> Option<Self::Field>;

    /// Returns every field with its value.
    fn fields(&self) -> Vec<Self::Field>;

    /// Reads one key of the document into the record; ignores a key of a newer version.
    #[doc(hidden)]
    fn read_entry(&mut self, source: &Source<'_>, entry: &Entry);

    /// Returns an error if the record lacks something that it needs: a person a name, a tie its two ends.
    fn complete(&self) -> Result<(), Invalid>;
}

/// One field of a record with its value.
#[allow(private_interfaces)]
pub trait Field: Sized + Clone + PartialEq + std::fmt::Debug + 'static {
    /// The keys of all fields of this kind of record.
    const KEYS: &'static [&'static str];

    /// Returns the key in the document, which is also the name in files and on the terminal.
    fn key(&self) -> &'static str;

    /// Returns the value for a reader that shows it without knowing which field it is.
    fn content(&self) -> Content;

    /// Returns an error if the value by itself is not valid, such as a text that is too long or a position
    /// off the map.
    fn check(&self) -> Result<(), Invalid>;

    /// Returns a choice in the value that this version does not know. A record keeps one that a newer version
    /// wrote; one that a person typed is a mistake.
    fn unknown_choice(&self) -> Option<&str>;

    /// Returns the values that the field with this key can take, if they are a closed list.
    fn choices(key: &str) -> Vec<&'static str>;

    /// Returns the name of the closed list of the field with this key, see
    /// [`Choice::LIST`](crate::Choice::LIST).
    fn list(key: &str) -> Option<&'static str>;

    #[doc(hidden)]
    fn write(&self, tx: &mut Transaction<'_>, object: &ObjId) -> Result<(), AutomergeError>;

    #[doc(hidden)]
    fn read(source: &Source<'_>, entry: &Entry) -> Option<Self>;

    #[doc(hidden)]
    fn prepare_all(tx: &mut Transaction<'_>, object: &ObjId) -> Result<(), AutomergeError>;
}

/// Declares a record: its struct for readers, its field enum for edits, and how each key is read and written.
macro_rules! record {
    (
        $(#[$doc:meta])*
        $name:ident by $id:ty, fields $field:ident, in $map:literal {
            $($(#[$fdoc:meta])* $key:ident / $variant:ident : $type:ty,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        pub struct $name {
            /// The id of the record.
            pub id: $id,
            $($(#[$fdoc])* pub $key: $type,)*
        }

        #[doc = concat!("One field of [`", stringify!($name), "`] with its value.")]
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(tag = "field", content = "value", rename_all = "snake_case")]
        pub enum $field {
            $($(#[$fdoc])* $variant($type),)*
        }

        #[allow(private_interfaces)]
        impl $crate::record::Record for $name {
            type Id = $id;
            type Field = $field;
            const MAP: &'static str = $map;
            const NEEDS: &'static [&'static str] = <Self as $crate::validity::Complete>::NEEDS;

            fn blank(id: $id) -> Self {
                Self { id, $($key: Default::default(),)* }
            }

            fn id(&self) -> &$id {
                &self.id
            }

            fn set(&mut self, field: $field) {
                match field {
                    $($field::$variant(value) => self.$key = value,)*
                }
            }

            fn field(&self, key: &str) -> Option<$field> {
                match key {
                    $(stringify!($key) => Some($field::$variant(self.$key.clone())),)*
                    _ => None,
                }
            }

            fn fields(&self) -> Vec<$field> {
                vec![$($field::$variant(self.$key.clone()),)*]
            }

            fn read_entry(&mut self, source: &$crate::source::Source<'_>, entry: &$crate::source::Entry) {
                match entry.key.as_str() {
                    $(stringify!($key) => {
                        if let Some(value) = $crate::value::FieldValue::read(source, &entry.value, &entry.id) {
                            self.$key = value;
                        }
                    })*
                    _ => {}
                }
            }

            fn complete(&self) -> Result<(), $crate::validity::Invalid> {
                $crate::validity::Complete::check_complete(self)
            }
        }

        #[allow(private_interfaces)]
        impl $crate::record::Field for $field {
            const KEYS: &'static [&'static str] = &[$(stringify!($key)),*];

            fn key(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => stringify!($key),)*
                }
            }

            fn content(&self) -> $crate::value::Content {
                match self {
                    $(Self::$variant(value) => $crate::value::FieldValue::content(value),)*
                }
            }

            fn check(&self) -> Result<(), $crate::validity::Invalid> {
                match self {
                    $(Self::$variant(value) => $crate::validity::Valid::check(value, stringify!($key)),)*
                }
            }

            fn unknown_choice(&self) -> Option<&str> {
                match self {
                    $(Self::$variant(value) => $crate::validity::Valid::unknown_choice(value),)*
                }
            }

            fn choices(key: &str) -> Vec<&'static str> {
                match key {
                    $(stringify!($key) => <$type as $crate::validity::Valid>::choices(),)*
                    _ => Vec::new(),
                }
            }

            fn list(key: &str) -> Option<&'static str> {
                match key {
                    $(stringify!($key) => <$type as $crate::validity::Valid>::list(),)*
                    _ => None,
                }
            }

            fn write(
                &self,
                tx: &mut automerge::transaction::Transaction<'_>,
                object: &automerge::ObjId,
            ) -> Result<(), automerge::AutomergeError> {
                match self {
                    $(Self::$variant(value) => {
                        $crate::value::FieldValue::write(value, tx, object, stringify!($key))
                    })*
                }
            }

            fn read(source: &$crate::source::Source<'_>, entry: &$crate::source::Entry) -> Option<Self> {
                match entry.key.as_str() {
                    $(stringify!($key) => {
                        let value = $crate::value::FieldValue::read(source, &entry.value, &entry.id)?;
                        Some(Self::$variant(value))
                    })*
                    _ => None,
                }
            }

            fn prepare_all(
                tx: &mut automerge::transaction::Transaction<'_>,
                object: &automerge::ObjId,
            ) -> Result<(), automerge::AutomergeError> {
                $(<$type as $crate::value::FieldValue>::prepare(tx, object, stringify!($key))?;)*
                Ok(())
            }
        }
    };
}

pub(crate) use record;
