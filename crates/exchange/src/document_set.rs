//! Some documents of a dossier, or all of them.

use std::collections::BTreeSet;

use dossier::DocumentName;
use minicbor::{Decode, Encode};

use crate::cbor;

/// Some documents of a dossier, or all of them if there is no list.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(transparent)]
pub(crate) struct DocumentSet(
    #[cbor(with = "cbor::maybe_document_names")] pub(crate) Option<BTreeSet<DocumentName>>,
);

impl DocumentSet {
    pub(crate) const ALL: Self = Self(None);
    pub(crate) const NONE: Self = Self(Some(BTreeSet::new()));

    pub(crate) fn one(document: &DocumentName) -> Self {
        Self(Some([document.clone()].into()))
    }

    pub(crate) fn with(self, document: &DocumentName) -> Self {
        Self(self.0.map(|mut some| {
            some.insert(document.clone());
            some
        }))
    }

    pub(crate) fn holds(&self, document: &DocumentName) -> bool {
        self.0.as_ref().is_none_or(|some| some.contains(document))
    }
}
