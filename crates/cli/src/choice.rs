//! Arguments that are one value of a closed list of the record.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use coach::dossier::Choice;

/// Returns a parser that accepts the values that this version knows.
pub(crate) fn choice<C: Choice + Send + Sync>() -> impl TypedValueParser<Value = C> {
    PossibleValuesParser::new(C::ALL.iter().map(Choice::as_str)).map(|value| C::read(&value))
}
