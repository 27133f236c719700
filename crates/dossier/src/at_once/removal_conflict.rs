//! Records that one person removed while another changed them: a person decides, and nothing disappears
//! without notice.
//!
//! Nothing is stored for this. A removed record carries a mark, and Automerge knows which changes the person
//! who wrote the mark had not seen. If one of these wrote in the record, a person should decide. The decision
//! is an edit that depends on both changes, so it settles the conflict on every replica.

use std::collections::{BTreeSet, HashMap};

use automerge::{ChangeHash, ObjId, ROOT};

use super::concurrency::Concurrency;
use crate::dossier::Dossier;
use crate::edit::{Edit, IntoEdit, RecordEdit, RecordKind, for_every_kind};
use crate::id::{Id, MemberId, Relative, of_key};
use crate::model::{Parentage, Partnership, Tie};
use crate::reading::REMOVED;
use crate::record::Record;
use crate::record_ref::RecordRef;
use crate::touched::{Touch, Touches};
use crate::written::Written;

/// A record that one person removed while another wrote in it, restored it, or tied something to it.
#[derive(Clone, Debug, PartialEq)]
pub struct RemovalConflict {
    /// The kind of the record.
    pub kind: RecordKind,
    /// The id of the record.
    pub id: String,
    /// The author and the time of the removal.
    pub removed: Written,
    /// The author and the time of the last change that was made at the same time.
    pub changed: Written,
    /// The edit that restores the record.
    pub restore: Edit,
    /// The edit that leaves the record out of view.
    pub leave_out: Edit,
}

/// A removed record, with the changes that removed it.
struct Removed {
    kind: RecordKind,
    id: String,
    marks: BTreeSet<ChangeHash>,
    restore: Edit,
    leave_out: Edit,
}

impl Dossier {
    /// Returns the records that one person removed while another changed them, and about which nobody has
    /// decided yet.
    pub fn removal_conflicts(&self) -> Vec<RemovalConflict> {
        let mut removed = Vec::new();
        for_every_kind!(R => self.add_removed::<R>(&mut removed));
        if removed.is_empty() {
            return Vec::new();
        }
        let concurrency = Concurrency::of(&self.document.doc);
        let lines = self.lines_in_view();
        let (mut concurrent, mut touches) = (HashMap::new(), HashMap::new());
        let mut reader = Touches::of(&self.document.doc);
        let conflicts = removed.into_iter().filter_map(|one| {
            let unseen = concurrent.entry(one.marks.clone()).or_insert_with(|| concurrency.with(&one.marks));
            let record = RecordRef::Record { kind: one.kind, id: one.id.clone() };
            let lines = lines.get(&one.id);
            let concerns =
                |there: &RecordRef| *there == record || lines.is_some_and(|lines| lines.contains(there));
            let changed = unseen.iter().filter(|change| {
                let touched: &BTreeSet<(RecordRef, Touch)> =
                    touches.entry(**change).or_insert_with(|| reader.by(change));
                touched.iter().any(|(there, touch)| *touch == Touch::Wrote && concerns(there))
            });
            let changed = self.latest(changed)?;
            let removed = self.latest(&one.marks)?;
            let Removed { kind, id, restore, leave_out, .. } = one;
            Some(RemovalConflict { kind, id, removed, changed, restore, leave_out })
        });
        conflicts.collect()
    }

    fn latest<'a>(&self, changes: impl IntoIterator<Item = &'a ChangeHash>) -> Option<Written> {
        let written = changes.into_iter().filter_map(|change| self.written_by_hash(change));
        written.max_by_key(|written| written.at)
    }

    fn add_removed<R: IntoEdit>(&self, removed: &mut Vec<Removed>) {
        let source = self.now();
        let Some(map) = source.object(&ROOT, <R as Record>::MAP) else { return };
        let marked = |object: &ObjId| -> BTreeSet<ChangeHash> {
            let marks = source.get_all(object, REMOVED).into_iter();
            marks.filter_map(|(_, op)| self.document.doc.hash_for_opid(&op)).collect()
        };
        for entry in source.entries(&map) {
            let Some(id) = of_key::<R::Id>(&entry.key) else { continue };
            let marks = marked(&entry.id);
            if !marks.is_empty() {
                removed.push(Removed {
                    kind: R::KIND,
                    id: id.to_string(),
                    marks,
                    restore: R::edit(RecordEdit::Restore { id: id.clone() }),
                    leave_out: R::edit(RecordEdit::LeaveOut { id }),
                });
            }
        }
    }

    /// Returns the ties and family lines in view, by the members that they join. They disappear with a member
    /// that is removed.
    fn lines_in_view(&self) -> HashMap<String, BTreeSet<RecordRef>> {
        let mut lines: HashMap<String, BTreeSet<RecordRef>> = HashMap::new();
        let mut add = |end: Option<String>, kind: RecordKind, id: &str| {
            if let Some(end) = end {
                lines.entry(end).or_default().insert(RecordRef::Record { kind, id: id.to_owned() });
            }
        };
        let member = |end: &Option<MemberId>| end.as_ref().map(MemberId::to_string);
        let relative = |end: &Option<Relative>| end.as_ref().map(Relative::to_string);
        for tie in self.all::<Tie>() {
            [member(&tie.a), member(&tie.b)]
                .into_iter()
                .for_each(|end| add(end, RecordKind::Tie, tie.id.as_str()));
        }
        for line in self.all::<Partnership>() {
            let ends = [relative(&line.a), relative(&line.b)];
            ends.into_iter().for_each(|end| add(end, RecordKind::Partnership, line.id.as_str()));
        }
        for line in self.all::<Parentage>() {
            let ends = [relative(&line.parent), relative(&line.child)];
            ends.into_iter().for_each(|end| add(end, RecordKind::Parentage, line.id.as_str()));
        }
        lines
    }
}
