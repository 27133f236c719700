//! A draft laid beside a dossier: which edits add what is new.

use std::collections::{HashMap, HashSet};

use dossier::model::*;
use dossier::{Dossier, Edit, Field, ID_BYTES, Id, Invalid, MemberId, PersonId, Record, Relative, edit};

use crate::draft::{Draft, DraftLink, DraftMember, Unread, UnreadReason};
use crate::kin;
use crate::origin::{self, FromFile};

/// What an import would make.
#[derive(Debug, Default)]
pub struct ImportPlan {
    /// The edits: together they are one step.
    pub edits: Vec<Edit>,
    /// The people that would be added.
    pub people: Vec<FileMember>,
    /// The organisations that would be added.
    pub organisations: Vec<FileMember>,
    /// How many ties would be added.
    pub ties: u32,
    /// How many partnerships and lines of descent would be added.
    pub family: u32,
    /// How many members stand in the dossier already from this file, also where they were taken out of view since.
    pub already_there: u32,
    /// Names of people who would be added although somebody of that name is there.
    pub same_name: Vec<String>,
    /// The id in the file of the one who is the client.
    pub client: Option<String>,
    /// What could not be read.
    pub unread: Unread,
}

/// Somebody or something in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileMember {
    /// The id in the file.
    pub id: String,
    /// The name.
    pub name: String,
}

/// Lays a draft beside a dossier. Returns `None` where there is no randomness for ids.
///
/// What stands in the dossier is never changed: who was imported before is left as the coach made it, and who was taken
/// out of view stays out of view.
pub fn plan_import(
    mut draft: Draft,
    dossier: &Dossier,
    random: &mut dyn FnMut() -> Option<[u8; ID_BYTES]>,
) -> Option<ImportPlan> {
    find_client(&mut draft, &dossier.profile());
    kin::fill_in(&mut draft);
    client_ties(&mut draft);
    let mut planner = Planner {
        members: Members::of(dossier),
        plan: ImportPlan { client: draft.client.clone(), unread: draft.unread, ..ImportPlan::default() },
        random,
    };
    if let Some(client) = &draft.client {
        planner.members.by_file_id.insert(client.clone(), End::Client);
    }
    for person in draft.people.into_iter().filter(|person| Some(&person.id) != draft.client.as_ref()) {
        planner.member::<Person>(person, PersonField::Name)?;
    }
    for organisation in draft.organisations {
        planner.member::<Organisation>(organisation, OrganisationField::Name)?;
    }
    planner.lines::<Tie>(dossier, draft.ties)?;
    planner.lines::<Partnership>(dossier, draft.partnerships)?;
    planner.lines::<Parentage>(dossier, draft.parentages)?;
    Some(planner.plan)
}

/// The client of the dossier is the one in the file with the same name, unless the file or the coach said who it is.
fn find_client(draft: &mut Draft, profile: &Profile) {
    if draft.client.is_none() {
        let mut same = draft.people.iter().filter(|person| folded(&person.name) == folded(&profile.name));
        if let (Some(one), None) = (same.next(), same.next()) {
            draft.client = Some(one.id.clone());
        }
    }
}

/// A tie with the client tells about the other's own quality, strength and energy.
fn client_ties(draft: &mut Draft) {
    let Some(client) = &draft.client else { return };
    let (own, others) =
        std::mem::take(&mut draft.ties).into_iter().partition(|tie| tie.ends.contains(client));
    draft.ties = others;
    let mut known: HashMap<String, Vec<TieField>> = HashMap::new();
    for tie in own {
        let DraftLink { ends: [a, b], fields, .. } = tie;
        known.entry(if a == *client { b } else { a }).or_default().extend(fields);
    }
    for person in &mut draft.people {
        let fields = known.remove(&person.id).into_iter().flatten();
        person.fields.extend(fields.filter_map(|field| match field {
            TieField::Quality(quality) => Some(PersonField::Quality(quality)),
            TieField::Strength(strength) => Some(PersonField::Strength(strength)),
            TieField::Energy(energy) => Some(PersonField::Energy(energy)),
            _ => None,
        }));
    }
    for organisation in &mut draft.organisations {
        let fields = known.remove(&organisation.id).into_iter().flatten();
        organisation.fields.extend(fields.filter_map(|field| match field {
            TieField::Quality(quality) => Some(OrganisationField::Quality(quality)),
            TieField::Strength(strength) => Some(OrganisationField::Strength(strength)),
            TieField::Energy(energy) => Some(OrganisationField::Energy(energy)),
            _ => None,
        }));
    }
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// What a line can end at.
#[derive(Clone, PartialEq)]
enum End {
    Client,
    Member(MemberId),
    /// Was there and was taken out of view.
    Gone,
}

/// The members that stand in the dossier or will.
#[derive(Default)]
struct Members {
    by_file_id: HashMap<String, End>,
    by_origin: HashMap<String, End>,
    by_name: HashMap<String, Vec<MemberId>>,
}

impl Members {
    fn of(dossier: &Dossier) -> Self {
        let mut members = Self::default();
        members.take::<Person>(dossier, |person| (person.name.clone(), MemberId::Person(person.id.clone())));
        members
            .take::<Organisation>(dossier, |one| (one.name.clone(), MemberId::Organisation(one.id.clone())));
        members
    }

    fn take<R: FromFile>(&mut self, dossier: &Dossier, named: impl Fn(&R) -> (String, MemberId)) {
        for (record, removed) in dossier.all_and_removed::<R>() {
            let (name, id) = named(&record);
            let end = if removed { End::Gone } else { End::Member(id.clone()) };
            if let Some(origin) = record.origin() {
                self.by_origin.insert(origin.to_owned(), end.clone());
            }
            self.by_origin.insert(origin::of_lasting(record.id().as_str()), end);
            if !removed {
                self.by_name.entry(folded(&name)).or_default().push(id);
            }
        }
    }

    /// The end that a file means: by its id in the file, by an id that lasts, or by a name that only one member has.
    fn find(&self, id: &str) -> Result<End, UnreadReason> {
        let known = self.by_file_id.get(id).or_else(|| self.by_origin.get(&origin::of_lasting(id)));
        match (known, self.by_name.get(&folded(id)).map(Vec::as_slice)) {
            (Some(end), _) => Ok(end.clone()),
            (None, Some([one])) => Ok(End::Member(one.clone())),
            (None, Some([_, _, ..])) => Err(UnreadReason::AmbiguousEnd),
            (None, _) => Err(UnreadReason::UnknownEnd),
        }
    }
}

struct Planner<'a> {
    members: Members,
    plan: ImportPlan,
    random: &'a mut dyn FnMut() -> Option<[u8; ID_BYTES]>,
}

/// A person or an organisation.
trait Member: FromFile {
    fn member(id: Self::Id) -> MemberId;
    fn list(plan: &mut ImportPlan) -> &mut Vec<FileMember>;
}

impl Member for Person {
    fn member(id: PersonId) -> MemberId {
        MemberId::Person(id)
    }

    fn list(plan: &mut ImportPlan) -> &mut Vec<FileMember> {
        &mut plan.people
    }
}

impl Member for Organisation {
    fn member(id: dossier::OrganisationId) -> MemberId {
        MemberId::Organisation(id)
    }

    fn list(plan: &mut ImportPlan) -> &mut Vec<FileMember> {
        &mut plan.organisations
    }
}

impl Planner<'_> {
    fn member<R: Member>(
        &mut self,
        draft: DraftMember<R::Field>,
        name: fn(String) -> R::Field,
    ) -> Option<()> {
        let lasting = draft.lasting || draft.id.parse::<MemberId>().is_ok();
        let origin = origin::of_member(&draft.id, lasting, &draft.name);
        if let Some(end) = self.members.by_origin.get(&origin) {
            self.members.by_file_id.insert(draft.id, end.clone());
            self.plan.already_there += 1;
            return Some(());
        }
        let own = [name(draft.name.clone()), R::origin_field(origin.clone())];
        let fields = own.into_iter().chain(draft.fields);
        let Ok((id, fields)) = self.checked::<R>(fields, draft.line, &draft.name)? else {
            self.plan.unread.add(draft.line, &draft.id, UnreadReason::NoName);
            return Some(());
        };
        if self.members.by_name.contains_key(&folded(&draft.name)) {
            self.plan.same_name.push(draft.name.clone());
        }
        self.plan.edits.push(edit::add::<R>(id.clone(), fields));
        R::list(&mut self.plan).push(FileMember { id: draft.id.clone(), name: draft.name });
        let end = End::Member(R::member(id));
        self.members.by_origin.insert(origin, end.clone());
        self.members.by_file_id.insert(draft.id, end);
        Some(())
    }

    fn lines<R: Line>(&mut self, dossier: &Dossier, drafts: Vec<DraftLink<R::Field>>) -> Option<()> {
        let mut there: HashSet<String> = dossier
            .all_and_removed::<R>()
            .into_iter()
            .filter_map(|(line, _)| line.origin().map(str::to_owned))
            .collect();
        for draft in drafts {
            let (first, second) = (self.members.find(&draft.ends[0]), self.members.find(&draft.ends[1]));
            let shown = draft.ends.join(" – ");
            let (first, second) = match (first, second) {
                (Ok(first), Ok(second)) => (first, second),
                (Err(why), _) | (_, Err(why)) => {
                    self.plan.unread.add(draft.line, &shown, why);
                    continue;
                }
            };
            // Whoever was taken out of view takes the lines along.
            if first == End::Gone || second == End::Gone {
                continue;
            }
            let Some(ends) = R::ends([&first, &second]) else {
                self.plan.unread.add(draft.line, &shown, UnreadReason::UnknownEnd);
                continue;
            };
            let kind = draft.fields.iter().find(|field| field.key() == "kind");
            let kind = kind.map(|kind| format!("{kind:?}")).unwrap_or_default();
            let names = [name(&first), name(&second)];
            let origin = origin::of_line(R::MAP, [&names[0], &names[1]], &kind);
            if !there.insert(origin.clone()) {
                continue;
            }
            let fields = ends.into_iter().chain([R::origin_field(origin)]).chain(draft.fields);
            match self.checked::<R>(fields, draft.line, &shown)? {
                Ok((id, fields)) => {
                    self.plan.edits.push(edit::add::<R>(id, fields));
                    *R::count(&mut self.plan) += 1;
                }
                Err(_) => self.plan.unread.add(draft.line, &shown, UnreadReason::ToItself),
            }
        }
        Some(())
    }

    /// Leaves out and names values that the record refuses, then asks whether the rest is a whole record.
    fn checked<R: FromFile>(
        &mut self,
        fields: impl IntoIterator<Item = R::Field>,
        line: u32,
        shown: &str,
    ) -> Option<Result<Whole<R>, Invalid>> {
        let id = R::Id::from_random((self.random)()?);
        let mut kept = Vec::new();
        let mut record = R::blank(id.clone());
        for field in fields {
            if field.check().is_err() || field.unknown_choice().is_some() {
                self.plan.unread.add(line, &format!("{shown}: {}", field.key()), UnreadReason::Value);
            } else {
                record.set(field.clone());
                kept.push(field);
            }
        }
        Some(record.complete().map(|()| (id, kept)))
    }
}

/// The id and the fields of a record that has what it needs.
type Whole<R> = (<R as Record>::Id, Vec<<R as Record>::Field>);

fn name(end: &End) -> String {
    match end {
        End::Member(id) => id.to_string(),
        End::Client | End::Gone => String::new(),
    }
}

/// A tie, a partnership or a line of descent.
trait Line: FromFile {
    /// The two ends as fields, where such a line can end there.
    fn ends(ends: [&End; 2]) -> Option<[Self::Field; 2]>;
    fn count(plan: &mut ImportPlan) -> &mut u32;
}

fn relative(end: &End) -> Option<Option<Relative>> {
    match end {
        End::Client => Some(Some(Relative::Client)),
        End::Member(MemberId::Person(id)) => Some(Some(Relative::Person(id.clone()))),
        End::Member(MemberId::Organisation(_)) | End::Gone => None,
    }
}

impl Line for Tie {
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
}

impl Line for Partnership {
    fn ends([a, b]: [&End; 2]) -> Option<[PartnershipField; 2]> {
        Some([PartnershipField::A(relative(a)?), PartnershipField::B(relative(b)?)])
    }

    fn count(plan: &mut ImportPlan) -> &mut u32 {
        &mut plan.family
    }
}

impl Line for Parentage {
    fn ends([parent, child]: [&End; 2]) -> Option<[ParentageField; 2]> {
        Some([ParentageField::Parent(relative(parent)?), ParentageField::Child(relative(child)?)])
    }

    fn count(plan: &mut ImportPlan) -> &mut u32 {
        &mut plan.family
    }
}
