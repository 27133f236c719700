//! What one person took away while another changed it: asked about, not silently gone.
//!
//! Nothing is stored for this. A record that is out of view carries a mark, and Automerge knows which changes the one who
//! wrote the mark had not seen. Where one of these wrote in the record, a person should say what to do; the answer is an
//! edit that comes after both, and so settles the question on every replica.

use std::collections::{BTreeSet, HashMap};

use automerge::{Automerge, ChangeHash, ObjId, ROOT};

use crate::dossier::{Dossier, REMOVED};
use crate::edit::{Edit, IntoEdit, RecordEdit, RecordKind, for_every_kind};
use crate::history::Written;
use crate::id::{Id, MemberId, Relative};
use crate::model::{Parentage, Partnership, Tie};
use crate::record::Record;
use crate::touched::{RecordRef, Touch, Touches};

/// A record that one person removed while another wrote in it, brought it back, or tied something to it.
#[derive(Clone, Debug, PartialEq)]
pub struct RemovalConflict {
    /// What kind of record.
    pub kind: RecordKind,
    /// Which one.
    pub id: String,
    /// Who removed it, and when.
    pub removed: Written,
    /// Who changed it at the same time, and when: the last one.
    pub changed: Written,
    /// The answer that brings it back.
    pub restore: Edit,
    /// The answer that leaves it out.
    pub leave_out: Edit,
}

/// A record that is out of view.
struct Removed {
    kind: RecordKind,
    id: String,
    marks: BTreeSet<ChangeHash>,
    restore: Edit,
    leave_out: Edit,
}

impl Dossier {
    /// What one person removed while another changed it, as far as nobody has answered.
    pub fn removal_conflicts(&self) -> Vec<RemovalConflict> {
        let mut removed = Vec::new();
        for_every_kind!(R => self.add_removed::<R>(&mut removed));
        if removed.is_empty() {
            return Vec::new();
        }
        let graph = Graph::of(&self.document.doc);
        let lines = self.lines_in_view();
        let (mut apart, mut touches) = (HashMap::new(), HashMap::new());
        let mut reader = Touches::of(&self.document.doc);
        let questions = removed.into_iter().filter_map(|one| {
            let unseen = apart.entry(one.marks.clone()).or_insert_with(|| graph.apart_from(&one.marks));
            let place = RecordRef::Record { kind: one.kind, id: one.id.clone() };
            let lines = lines.get(&one.id);
            let concerns =
                |there: &RecordRef| *there == place || lines.is_some_and(|lines| lines.contains(there));
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
        questions.collect()
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
            let Ok(id) = entry.key.parse::<R::Id>() else { continue };
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

    /// The ties and family lines in view, by whom they join: they are out of sight with a member that was removed.
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

/// Which change follows on which, causes first.
struct Graph {
    hashes: Vec<ChangeHash>,
    deps: Vec<Vec<usize>>,
    places: HashMap<ChangeHash, usize>,
}

impl Graph {
    fn of(doc: &Automerge) -> Self {
        let changes = doc.get_changes_meta(&[]);
        let hashes: Vec<ChangeHash> = changes.iter().map(|change| change.hash).collect();
        let places: HashMap<ChangeHash, usize> =
            hashes.iter().enumerate().map(|(place, hash)| (*hash, place)).collect();
        let deps = changes.iter().map(|change| {
            let deps = change.deps.iter();
            deps.filter_map(|dep| places.get(dep).copied()).collect()
        });
        Self { deps: deps.collect(), hashes, places }
    }

    /// The changes that neither come before any of `marks` nor after it.
    fn apart_from(&self, marks: &BTreeSet<ChangeHash>) -> Vec<ChangeHash> {
        let marks: Vec<usize> = marks.iter().filter_map(|mark| self.places.get(mark).copied()).collect();
        let mut before = vec![false; self.hashes.len()];
        let mut ahead = marks.clone();
        while let Some(place) = ahead.pop() {
            if !before[place] {
                before[place] = true;
                ahead.extend(&self.deps[place]);
            }
        }
        let mut after = vec![false; self.hashes.len()];
        marks.iter().for_each(|mark| after[*mark] = true);
        for place in 0..self.hashes.len() {
            after[place] |= self.deps[place].iter().any(|dep| after[*dep]);
        }
        let apart = (0..self.hashes.len()).filter(|place| !before[*place] && !after[*place]);
        apart.map(|place| self.hashes[place]).collect()
    }
}
