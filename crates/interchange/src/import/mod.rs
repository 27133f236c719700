//! Reading files of other programs: the list of formats, and the two steps from a file to edits of a dossier.
//!
//! To add a format, write its reader with an [`ImportDefinition`] in a file of this folder, and add the file
//! and the constant to this one. The terminal, the window, the tests of hostile bytes and fuzzing take the
//! format from the list.

mod client;
mod contacts;
mod csv;
mod definition;
mod draft;
mod gedcom;
mod graphml;
mod json;
mod kin;
mod members;
mod origin;
mod plan;
mod row;
mod totals;
mod vcard;

use std::collections::BTreeMap;

use definition::ImportDefinition;
pub use definition::{Contents, MAX_FILE_BYTES, ReadError};
pub use draft::{Draft, DraftLink, DraftMember, Omission, Unread, UnreadReason, UnreadText, Unusable};
pub use plan::{FileMember, ImportPlan, plan_import};
pub use totals::{Tally, Totals};

use crate::encoding::decode;
use crate::formats_macro::formats;

/// The number of bytes at the beginning of a file by which its format is recognised.
const HEAD: usize = 4096;

formats! {
    /// A format that Kring reads.
    pub enum ImportFormat: ImportDefinition {
        /// Family trees: GEDCOM 5.5.1 (FamilySearch 2019) and 7.0 (FamilySearch 2021).
        Gedcom = gedcom::DEFINITION,
        /// Family trees of Gramps, in its own XML.
        Gramps = gedcom::gramps::DEFINITION,
        /// Tables of people or ties, also those that Network Canvas exports.
        Csv = csv::DEFINITION,
        /// Networks of nodes and edges: GraphML (graphml.graphdrawing.org), also those that Network Canvas
        /// exports.
        Graphml = graphml::DEFINITION,
        /// Whole dossiers that Kring exported.
        Json = json::DEFINITION,
        /// Contacts: vCard 3 (RFC 2426) and 4 (RFC 6350).
        Vcard = vcard::DEFINITION,
    }
}

impl ImportFormat {
    /// Returns the format of a file by its contents or, if these do not tell, by the extension of its name.
    pub fn recognise(name: &str, bytes: &[u8]) -> Option<Self> {
        let head = decode(bytes.get(..HEAD).unwrap_or(bytes), &mut Unread::default());
        let head = head.trim_start();
        let mut all = Self::ALL.into_iter();
        if let Some(format) = all.find(|format| (format.definition().shows)(head)) {
            return Some(format);
        }
        // XML that no format claims comes from another program, whatever the file is called.
        if head.starts_with('<') {
            return None;
        }
        let extension = name.rsplit_once('.')?.1.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| {
            let definition = format.definition();
            definition.extensions.contains(&extension.as_str()) && (definition.allows)(head)
        })
    }

    /// Returns the extensions of the files that the window offers to choose from, without the dot.
    pub fn extensions(self) -> impl Iterator<Item = &'static str> {
        let definition = self.definition();
        definition.extensions.iter().chain(definition.shared_extensions).copied()
    }

    /// Returns a small file of this format with somebody in it, from which tests and fuzzing begin.
    pub fn example(self) -> &'static str {
        self.definition().example
    }

    /// Returns the names of all formats by kind of contents, as messages take them: “GraphML, Network
    /// Canvas”.
    pub fn titles_by_contents() -> BTreeMap<&'static str, String> {
        by_contents(|definition| definition.titles.join(", "))
    }

    /// Returns the usual extension of each format by kind of contents, as messages take them: “.graphml”.
    pub fn usual_extensions_by_contents() -> BTreeMap<&'static str, String> {
        by_contents(|definition| {
            definition.extensions.first().map_or_else(String::new, |one| format!(".{one}"))
        })
    }
}

fn by_contents(text: fn(&ImportDefinition) -> String) -> BTreeMap<&'static str, String> {
    let joined = |contents: Contents| {
        let all = ImportFormat::ALL.into_iter().map(ImportFormat::definition);
        let texts = all.filter(|definition| definition.contents == contents).map(text);
        texts.collect::<Vec<_>>().join(", ")
    };
    Contents::ALL.iter().copied().map(|contents| (contents.argument(), joined(contents))).collect()
}

/// Reads a file as a draft, before it is compared with any dossier.
///
/// # Errors
///
/// Returns a [`ReadError`] for a file that cannot be read as a whole. A line that cannot be read is no error:
/// it is named in [`Draft::unread`], and the rest of the file is read.
pub fn read(format: ImportFormat, bytes: &[u8]) -> Result<Draft, ReadError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ReadError::TooLarge);
    }
    let draft = (format.definition().read)(bytes)?;
    if draft.is_empty() { Err(ReadError::NothingFound) } else { Ok(draft) }
}
