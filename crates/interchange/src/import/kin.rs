//! The relations of relatives to the client, derived from partnerships and descent.

use std::collections::{HashMap, HashSet};

use dossier::PersonId;
use dossier::model::{PartnershipField, PersonField, Relation};

use super::draft::Draft;

/// Fills in the relation to the client of every relative for whom the file gives none.
pub(super) fn fill_in_relations(draft: &mut Draft) {
    let Some(client) = draft.client.clone() else { return };
    let lines = FamilyLines::of(draft);
    let parents = lines.parents(&client);
    let children = lines.children(&client);
    let close: [(Relation, HashSet<&str>); 6] = [
        (Relation::Partner, lines.partners.get(client.as_str()).into_iter().flatten().copied().collect()),
        (Relation::Sibling, parents.iter().flat_map(|parent| lines.children(parent)).collect()),
        (Relation::Grandparent, parents.iter().flat_map(|parent| lines.parents(parent)).collect()),
        (Relation::Grandchild, children.iter().flat_map(|child| lines.children(child)).collect()),
        (Relation::Parent, parents),
        (Relation::Child, children),
    ];
    let mut found: HashMap<String, Relation> = HashMap::new();
    for (relation, ids) in close {
        found.extend(ids.into_iter().map(|id| (id.to_owned(), relation.clone())));
    }
    let related: HashSet<String> = lines.related(&client).into_iter().map(str::to_owned).collect();
    // A file of Kring itself says what the coach chose, and what the coach left open.
    let others = draft.people.iter_mut().filter(|person| person.id.parse::<PersonId>().is_err());
    for person in others {
        let given = person.fields.iter().any(|field| matches!(field, PersonField::Relation(Some(_))));
        if !given && related.contains(&person.id) {
            let relation = found.remove(&person.id).unwrap_or(Relation::Family);
            person.fields.push(PersonField::Relation(Some(relation)));
        }
    }
}

/// The partnerships that have not ended and the lines of descent of a draft, by person.
#[derive(Default)]
struct FamilyLines<'a> {
    parents: HashMap<&'a str, Vec<&'a str>>,
    children: HashMap<&'a str, Vec<&'a str>>,
    partners: HashMap<&'a str, Vec<&'a str>>,
}

impl<'a> FamilyLines<'a> {
    fn of(draft: &'a Draft) -> Self {
        let mut lines = Self::default();
        for line in &draft.parentages {
            let [parent, child] = [line.ends[0].as_str(), line.ends[1].as_str()];
            lines.parents.entry(child).or_default().push(parent);
            lines.children.entry(parent).or_default().push(child);
        }
        let goes_on = |field: &PartnershipField| {
            !matches!(field, PartnershipField::Divorced(Some(_)) | PartnershipField::Separated(Some(_)))
        };
        for line in draft.partnerships.iter().filter(|line| line.fields.iter().all(goes_on)) {
            let [a, b] = [line.ends[0].as_str(), line.ends[1].as_str()];
            lines.partners.entry(a).or_default().push(b);
            lines.partners.entry(b).or_default().push(a);
        }
        lines
    }

    fn parents(&self, id: &str) -> HashSet<&'a str> {
        self.parents.get(id).into_iter().flatten().copied().collect()
    }

    fn children(&self, id: &str) -> HashSet<&'a str> {
        self.children.get(id).into_iter().flatten().copied().collect()
    }

    /// Returns everybody whom partnerships and descent connect with `id`, directly or through others.
    fn related(&self, id: &str) -> HashSet<&'a str> {
        let mut seen: HashSet<&str> = HashSet::new();
        let next = |id: &str| [&self.parents, &self.children, &self.partners].map(|map| map.get(id));
        let mut open: Vec<&'a str> = next(id).into_iter().flatten().flatten().copied().collect();
        while let Some(id) = open.pop() {
            if seen.insert(id) {
                open.extend(next(id).into_iter().flatten().flatten());
            }
        }
        seen
    }
}
