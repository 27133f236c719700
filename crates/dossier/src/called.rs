//! What a record is called, in a line that names it; and whether it is in view.

use automerge::{ObjId, ROOT};

use crate::dossier::{Dossier, REMOVED};
use crate::touched::RecordRef;

/// The keys under which records keep what they are called, the first that is filled in counts.
const NAMES: [&str; 3] = ["name", "title", "words"];
/// The pairs of keys of records that join two.
const ENDS: [(&str, &str); 2] = [("a", "b"), ("parent", "child")];

impl Dossier {
    /// What the client or a record is called, removed or not; empty where it has no name of its own.
    pub fn called(&self, place: &RecordRef) -> String {
        let source = self.now();
        let Some(object) = self.object_of(place) else { return String::new() };
        let text = |key: &str| {
            let (value, id) = source.get(&object, key)?;
            Some(if value.is_object() { source.text(&id) } else { value.as_str()?.to_owned() })
        };
        let named = NAMES.iter().find_map(|key| text(key).filter(|name| !name.trim().is_empty()));
        let joins = || {
            let (one, other) = ENDS.iter().find_map(|(one, other)| text(one).zip(text(other)))?;
            Some(format!("{} – {}", self.called_by_id(&one), self.called_by_id(&other)))
        };
        named.or_else(joins).unwrap_or_default()
    }

    /// What somebody or something with an id is called; empty where there is none.
    pub fn called_by_id(&self, id: &str) -> String {
        match RecordRef::of_id(id) {
            Some(place) => self.called(&place),
            None => String::new(),
        }
    }

    /// Whether a record is there and in view; a profile always is.
    pub fn is_in_view(&self, place: &RecordRef) -> bool {
        match place {
            RecordRef::Profile => true,
            RecordRef::Record { .. } => {
                let object = self.object_of(place);
                object.is_some_and(|object| self.now().get(&object, REMOVED).is_none())
            }
        }
    }

    fn object_of(&self, place: &RecordRef) -> Option<ObjId> {
        let source = self.now();
        match place {
            RecordRef::Profile => source.object(&ROOT, "profile"),
            RecordRef::Record { kind, id } => source.object(&source.object(&ROOT, kind.map())?, id),
        }
    }
}
