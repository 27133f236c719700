//! The name by which a sentence refers to a record, and the question whether the record is in view.

use automerge::{ObjId, ROOT};

use crate::dossier::Dossier;
use crate::model::Profile;
use crate::reading::REMOVED;
use crate::record::Record;
use crate::record_ref::RecordRef;

/// The keys of the fields that can hold a record's name; the first that is filled in counts.
const NAMES: [&str; 3] = ["name", "title", "words"];
/// The pairs of keys of records that join two others.
const ENDS: [(&str, &str); 2] = [("a", "b"), ("parent", "child")];

impl Dossier {
    /// Returns the name of the client or of a record, removed or not; empty if the record has no name of its
    /// own. A record that joins two others has the names of these.
    pub fn name_of(&self, record: &RecordRef) -> String {
        let own = |record: &RecordRef| {
            Some(self.own_name(&self.object_of(record)?)).filter(|name| !name.is_empty())
        };
        // The ends of a line are people, and these have names. Somebody can write that a line ends at a line,
        // even at itself, so do not look any further.
        let end = |id: &str| RecordRef::of_id(id).and_then(|end| own(&end)).unwrap_or_default();
        let joins = || {
            let object = self.object_of(record)?;
            let text = |key: &str| self.text_of(&object, key);
            let (one, other) = ENDS.iter().find_map(|(one, other)| text(one).zip(text(other)))?;
            Some(format!("{} – {}", end(&one), end(&other)))
        };
        own(record).or_else(joins).unwrap_or_default()
    }

    /// Returns the first filled-in field that can hold the name of a record; empty if there is none.
    fn own_name(&self, object: &ObjId) -> String {
        let text = |key: &&str| self.text_of(object, key).filter(|name| !name.trim().is_empty());
        NAMES.iter().find_map(text).unwrap_or_default()
    }

    fn text_of(&self, object: &ObjId, key: &str) -> Option<String> {
        let source = self.now();
        let (value, id) = source.get(object, key)?;
        Some(if value.is_object() { source.text(&id) } else { value.as_str()?.to_owned() })
    }

    /// Returns the name of the record with this id; empty if there is none.
    pub fn name_by_id(&self, id: &str) -> String {
        match RecordRef::of_id(id) {
            Some(record) => self.name_of(&record),
            None => String::new(),
        }
    }

    /// Returns whether a record exists and is in view; the profile always is.
    pub fn is_in_view(&self, record: &RecordRef) -> bool {
        match record {
            RecordRef::Profile => true,
            RecordRef::Record { .. } => {
                let object = self.object_of(record);
                object.is_some_and(|object| self.now().get(&object, REMOVED).is_none())
            }
        }
    }

    fn object_of(&self, record: &RecordRef) -> Option<ObjId> {
        let source = self.now();
        match record {
            RecordRef::Profile => source.object(&ROOT, Profile::MAP),
            RecordRef::Record { kind, id } => source.object(&source.object(&ROOT, kind.map())?, id),
        }
    }
}
