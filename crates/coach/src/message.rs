//! A message that a face says in the user's language.

use std::collections::BTreeMap;

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
