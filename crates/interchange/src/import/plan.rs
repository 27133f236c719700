//! The plan of an import: the edits that add to a dossier what a draft has and the dossier lacks.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use dossier::model::*;
use dossier::{
    Dossier, Edit, Field, ID_BYTES, Id, Invalid, MemberId, PartialDate, PersonId, Record, Relative, edit,
};
use serde::Serialize;

use super::draft::{Draft, DraftLink, DraftMember, Unread, UnreadReason};
use super::members::{End, Members};
use super::origin::{self, Imported};
use super::totals::{Tally, Totals};
use super::{client, kin};
use crate::field::{described, with_fields};
use crate::text::comparable;

/// The result that an import would have.
#[derive(Debug, Default)]
pub struct ImportPlan {
    /// The edits that make the import; one undo takes them all back.
    pub edits: Vec<Edit>,
    /// The people that would be added.
    pub people: Vec<FileMember>,
    /// The organisations that would be added.
    pub organisations: Vec<FileMember>,
    /// The number of ties that would be added.
    pub ties: u32,
    /// The number of partnerships and lines of descent that would be added.
    pub family: u32,
    /// The number of members that an earlier import of this file added, including those removed since.
    pub already_there: u32,
    /// The names of members that would be added although the dossier has one of that name.
    pub same_name: Vec<String>,
    /// The id of the client in the file.
    pub client: Option<String>,
    /// The number of records of each kind in the file, by their outcome.
    pub totals: Totals,
    /// The parts of the file that could not be read or used.
    pub unread: Unread,
}

/// A person or an organisation in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileMember {
    /// The id in the file.
    pub id: String,
    /// The name of the member.
    pub name: String,
}

/// Compares a draft with a dossier, and returns the edits that add what the dossier lacks. Returns `None` if
/// there is no randomness for ids.
///
/// An import only adds: members of an earlier import stay as the coach left them, and removed members stay
/// removed. But if none of an earlier import is left, because it was undone, the file is read as if for the first
/// time.
pub fn plan_import(
    mut draft: Draft,
    dossier: &Dossier,
    today: NaiveDate,
    random: &mut dyn FnMut() -> Option<[u8; ID_BYTES]>,
) -> Option<ImportPlan> {
    name_future_dates(&mut draft, today);
    let mut totals = in_file(&draft);
    name_second_ids(&mut draft, &mut totals);
    client::find(&mut draft, &dossier.profile());
    client::name_fields(&mut draft, &dossier.profile());
    kin::fill_in_relations(&mut draft);
    client::move_ties(&mut draft, &mut totals.ties);
    let mut members = Members::of(dossier);
    let mut origins = draft.people.iter().map(origin_of).chain(draft.organisations.iter().map(origin_of));
    let is_undone = !origins.any(|origin| members.is_here(&origin));
    if is_undone {
        members.forget_removed();
    }
    let mut planner = Planner {
        members,
        is_undone,
        plan: ImportPlan {
            totals,
            client: draft.client.clone(),
            unread: draft.unread,
            ..ImportPlan::default()
        },
        random,
    };
    if let Some(client) = &draft.client {
        planner.members.set_client(client);
    }
    for person in draft.people {
        if Some(&person.id) == draft.client.as_ref() {
            planner.plan.totals.people.of_client += 1;
            continue;
        }
        planner.add_member::<Person>(person, PersonField::Name)?;
    }
    for organisation in draft.organisations {
        planner.add_member::<Organisation>(organisation, OrganisationField::Name)?;
    }
    planner.add_links::<Tie>(dossier, draft.ties)?;
    planner.add_links::<Partnership>(dossier, draft.partnerships)?;
    planner.add_links::<Parentage>(dossier, draft.parentages)?;
    Some(planner.plan)
}

fn origin_of<F>(draft: &DraftMember<F>) -> String {
    let lasting = draft.lasting || draft.id.parse::<MemberId>().is_ok();
    origin::of_member(&draft.id, lasting, &draft.name)
}

/// Returns the numbers of records in the file. Those that say too little to be in the draft are not added.
fn in_file(draft: &Draft) -> Totals {
    let tally = |usable: usize, unusable: u32| Tally {
        in_file: usable as u32 + unusable,
        not_added: unusable,
        ..Tally::default()
    };
    Totals {
        people: tally(draft.people.len(), draft.unusable.members),
        organisations: tally(draft.organisations.len(), draft.unusable.organisations),
        ties: tally(draft.ties.len(), draft.unusable.ties),
        family: tally(draft.partnerships.len() + draft.parentages.len(), draft.unusable.family),
    }
}

/// Names the dates that are still to come: nobody was born or died then.
fn name_future_dates(draft: &mut Draft, today: NaiveDate) {
    let Draft { people, unread, .. } = draft;
    for person in people {
        let (line, name) = (person.line, &person.name);
        person.fields.retain(|field| match field {
            PersonField::Born(Some(date)) | PersonField::Died(Some(date)) if begins_after(date, today) => {
                unread.add(line, &format!("{name}: {date}"), UnreadReason::Value);
                false
            }
            _ => true,
        });
    }
}

fn begins_after(date: &PartialDate, day: NaiveDate) -> bool {
    let month = date.month().map_or(1, u32::from);
    let first = date.day().or_else(|| NaiveDate::from_ymd_opt(i32::from(date.year()), month, 1));
    first.is_some_and(|first| first > day)
}

/// Names the members whose id stood in the file before: programs that number what they export begin anew. One
/// with another name is another person, and gets another id.
fn name_second_ids(draft: &mut Draft, totals: &mut Totals) {
    let (mut names, Draft { people, organisations, unread, .. }) = (HashMap::new(), draft);
    people.retain_mut(|person| is_first(person, &mut names, &mut totals.people, unread));
    let tally = &mut totals.organisations;
    organisations.retain_mut(|organisation| is_first(organisation, &mut names, tally, unread));
}

/// Returns whether a member stands in the file for the first time.
fn is_first<F: Field + Serialize>(
    member: &mut DraftMember<F>,
    names: &mut HashMap<String, String>,
    tally: &mut Tally,
    unread: &mut Unread,
) -> bool {
    let name = comparable(&member.name);
    let Some(first) = names.get(&member.id) else {
        names.insert(member.id.clone(), name);
        return true;
    };
    let mut shown = format!("{}: {}", member.id, member.name);
    if *first == name {
        shown = with_fields(&shown, &member.fields);
    }
    unread.add(member.line, &shown, UnreadReason::SameId);
    if *first == name {
        tally.twice += 1;
        return false;
    }
    (member.id, member.lasting) = (format!("{} {}", member.id, member.name), false);
    is_first(member, names, tally, unread)
}

struct Planner<'a> {
    members: Members,
    /// True if nothing of an earlier import of the file is left.
    is_undone: bool,
    plan: ImportPlan,
    random: &'a mut dyn FnMut() -> Option<[u8; ID_BYTES]>,
}

/// A kind of record that is a member: a person or an organisation.
trait MemberRecord: Imported {
    fn member(id: Self::Id) -> MemberId;
    /// Returns the list of the plan that names such members.
    fn list(plan: &mut ImportPlan) -> &mut Vec<FileMember>;
    /// Returns the numbers of such members.
    fn tally(totals: &mut Totals) -> &mut Tally;
}

impl MemberRecord for Person {
    fn member(id: PersonId) -> MemberId {
        MemberId::Person(id)
    }

    fn list(plan: &mut ImportPlan) -> &mut Vec<FileMember> {
        &mut plan.people
    }

    fn tally(totals: &mut Totals) -> &mut Tally {
        &mut totals.people
    }
}

impl MemberRecord for Organisation {
    fn member(id: dossier::OrganisationId) -> MemberId {
        MemberId::Organisation(id)
    }

    fn list(plan: &mut ImportPlan) -> &mut Vec<FileMember> {
        &mut plan.organisations
    }

    fn tally(totals: &mut Totals) -> &mut Tally {
        &mut totals.organisations
    }
}

impl Planner<'_> {
    fn add_member<R: MemberRecord<Field: Serialize>>(
        &mut self,
        draft: DraftMember<R::Field>,
        name: fn(String) -> R::Field,
    ) -> Option<()> {
        let origin = origin_of(&draft);
        if self.members.recognise(&draft.id, &origin) {
            self.plan.already_there += 1;
            R::tally(&mut self.plan.totals).already_there += 1;
            return Some(());
        }
        let first = [name(draft.name.clone()), R::origin_field(origin.clone())];
        let fields = first.into_iter().chain(draft.fields.clone());
        let Ok((id, fields)) = self.checked::<R>(fields, draft.line, &draft.name)? else {
            let whole = with_fields(&draft.id, &draft.fields);
            self.plan.unread.add(draft.line, &whole, UnreadReason::NoName);
            R::tally(&mut self.plan.totals).not_added += 1;
            return Some(());
        };
        if self.members.has_name(&draft.name) {
            self.plan.same_name.push(draft.name.clone());
        }
        self.plan.edits.push(edit::add::<R>(id.clone(), fields));
        R::tally(&mut self.plan.totals).added += 1;
        R::list(&mut self.plan).push(FileMember { id: draft.id.clone(), name: draft.name });
        self.members.add(draft.id, origin, R::member(id));
        Some(())
    }

    fn add_links<R: LinkRecord<Field: Serialize>>(
        &mut self,
        dossier: &Dossier,
        drafts: Vec<DraftLink<R::Field>>,
    ) -> Option<()> {
        let links = dossier.all_and_removed::<R>().into_iter();
        let here = links.filter(|(_, removed)| !(self.is_undone && *removed)).flat_map(|(link, _)| {
            [Some(origin::of_lasting(link.id().as_str())), link.origin().map(str::to_owned)]
        });
        let here: HashSet<String> = here.flatten().collect();
        let mut added: HashMap<String, Vec<R::Field>> = HashMap::new();
        for draft in drafts {
            let (first, second) = (self.members.find(&draft.ends[0]), self.members.find(&draft.ends[1]));
            let shown = draft.ends.join(" – ");
            let whole = || with_fields(&shown, &draft.fields);
            let (first, second) = match (first, second) {
                (Ok(first), Ok(second)) => (first, second),
                (Err(why), _) | (_, Err(why)) => {
                    self.plan.unread.add(draft.line, &whole(), why);
                    R::tally(&mut self.plan.totals).not_added += 1;
                    continue;
                }
            };
            // A removed member keeps its links out of the dossier too.
            if first == End::Removed || second == End::Removed {
                R::tally(&mut self.plan.totals).already_there += 1;
                continue;
            }
            let Some(ends) = R::ends([&first, &second]) else {
                self.plan.unread.add(draft.line, &whole(), UnreadReason::UnknownEnd);
                R::tally(&mut self.plan.totals).not_added += 1;
                continue;
            };
            let kind = draft.fields.iter().find(|field| field.key() == "kind");
            let kind = kind.map(|kind| format!("{kind:?}")).unwrap_or_default();
            let mut names = [end_name(&first), end_name(&second)];
            if !R::HAS_DIRECTION {
                names.sort_unstable();
            }
            let origin = match &draft.id {
                Some(id) => origin::of_lasting(id),
                None => origin::of_link(R::MAP, [&names[0], &names[1]], &kind),
            };
            if here.contains(&origin) {
                R::tally(&mut self.plan.totals).already_there += 1;
                continue;
            }
            // Some programs write a tie once in each direction.
            if let Some(first) = added.get(&origin) {
                for other in draft.fields.iter().filter(|field| !first.contains(field)) {
                    let text = format!("{shown}; {}", described(other));
                    self.plan.unread.add(draft.line, &text, UnreadReason::Value);
                }
                R::tally(&mut self.plan.totals).twice += 1;
                continue;
            }
            added.insert(origin.clone(), draft.fields.clone());
            let fields = ends.into_iter().chain([R::origin_field(origin)]).chain(draft.fields.clone());
            match self.checked::<R>(fields, draft.line, &shown)? {
                Ok((id, fields)) => {
                    self.plan.edits.push(edit::add::<R>(id, fields));
                    *R::count(&mut self.plan) += 1;
                    R::tally(&mut self.plan.totals).added += 1;
                }
                Err(_) => {
                    self.plan.unread.add(draft.line, &whole(), UnreadReason::ToItself);
                    R::tally(&mut self.plan.totals).not_added += 1;
                }
            }
        }
        Some(())
    }

    /// Leaves out the values that the record refuses or has already and names them as unread, then checks that the
    /// rest is complete.
    fn checked<R: Imported<Field: Serialize>>(
        &mut self,
        fields: impl IntoIterator<Item = R::Field>,
        line: u32,
        shown: &str,
    ) -> Option<Result<Complete<R>, Invalid>> {
        let id = R::Id::from_random((self.random)()?);
        let mut accepted = Vec::new();
        let mut record = R::blank(id.clone());
        for field in fields {
            let known = accepted.iter().find(|known: &&R::Field| known.key() == field.key());
            if known.is_some_and(|known| *known == field) {
                continue;
            }
            if known.is_some() || field.check().is_err() || field.unknown_choice().is_some() {
                let text = format!("{shown}; {}", described(&field));
                self.plan.unread.add(line, &text, UnreadReason::Value);
            } else {
                record.set(field.clone());
                accepted.push(field);
            }
        }
        Some(record.complete().map(|()| (id, accepted)))
    }
}

/// The id and the fields of a complete record.
type Complete<R> = (<R as Record>::Id, Vec<<R as Record>::Field>);

/// Returns the name by which an origin remembers an end; the client's is empty.
fn end_name(end: &End) -> String {
    match end {
        End::Member(id) => id.to_string(),
        End::Client | End::Removed => String::new(),
    }
}

/// A kind of record between two members: a tie, a partnership or a line of descent.
trait LinkRecord: Imported {
    /// True if the first end and the second mean different things.
    const HAS_DIRECTION: bool;
    /// Returns the two ends as fields, if such a record can end there.
    fn ends(ends: [&End; 2]) -> Option<[Self::Field; 2]>;
    /// Returns the number in the plan that counts such records.
    fn count(plan: &mut ImportPlan) -> &mut u32;
    /// Returns the numbers of such records.
    fn tally(totals: &mut Totals) -> &mut Tally;
}

/// Returns the end of a family line; `None` for an end that is no person.
fn relative(end: &End) -> Option<Option<Relative>> {
    match end {
        End::Client => Some(Some(Relative::Client)),
        End::Member(MemberId::Person(id)) => Some(Some(Relative::Person(id.clone()))),
        End::Member(MemberId::Organisation(_)) | End::Removed => None,
    }
}

impl LinkRecord for Tie {
    const HAS_DIRECTION: bool = false;

    fn ends(ends: [&End; 2]) -> Option<[TieField; 2]> {
        match ends {
            [End::Member(a), End::Member(b)] => {
                Some([TieField::A(Some(a.clone())), TieField::B(Some(b.clone()))])
            }
            _ => None,
        }
    }

    fn count(plan: &mut ImportPlan) -> &mut u32 {
        &mut plan.ties
    }

    fn tally(totals: &mut Totals) -> &mut Tally {
        &mut totals.ties
    }
}

impl LinkRecord for Partnership {
    const HAS_DIRECTION: bool = false;

    fn ends([a, b]: [&End; 2]) -> Option<[PartnershipField; 2]> {
        Some([PartnershipField::A(relative(a)?), PartnershipField::B(relative(b)?)])
    }

    fn count(plan: &mut ImportPlan) -> &mut u32 {
        &mut plan.family
    }

    fn tally(totals: &mut Totals) -> &mut Tally {
        &mut totals.family
    }
}

impl LinkRecord for Parentage {
    const HAS_DIRECTION: bool = true;

    fn ends([parent, child]: [&End; 2]) -> Option<[ParentageField; 2]> {
        Some([ParentageField::Parent(relative(parent)?), ParentageField::Child(relative(child)?)])
    }

    fn count(plan: &mut ImportPlan) -> &mut u32 {
        &mut plan.family
    }

    fn tally(totals: &mut Totals) -> &mut Tally {
        &mut totals.family
    }
}
