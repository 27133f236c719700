//! The methods that a dossier can follow: those that ship, those that this account keeps, and those that came along in it.

use std::collections::BTreeMap;

use dossier::method::{MethodPath, StageState, Way, shipped};
use dossier::model::{OwnMethod, OwnMethodField, Passage, PassageField, PassageKind, ProfileField};
use dossier::{Dossier, DossierId, Edit, Prose, edit};
use serde::Serialize;
use ts_rs::TS;
use vault::{Batch, Shelf, Vault};

use crate::changed::Changed;
use crate::desk::Desk;
use crate::error::CoachError;

/// The account's own methods, by name, each as it stands in its file.
const KEY: &[u8] = b"methods";

/// More than an organisation has.
const MOST: usize = 50;

/// A method to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MethodCard {
    /// The method.
    pub path: MethodPath,
    /// Where it comes from.
    pub from: MethodFrom,
}

/// Where a method comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MethodFrom {
    /// It ships with Kring.
    Kring,
    /// This account keeps it.
    Account,
    /// It came along in the dossier.
    Dossier,
}

impl Desk {
    /// The methods that a dossier can follow, or any dossier: those that ship first, then own ones by title.
    pub fn methods(&mut self, dossier: Option<&DossierId>) -> Result<Vec<MethodCard>, CoachError> {
        let mut own: BTreeMap<String, MethodCard> = BTreeMap::new();
        if let Some(id) = dossier {
            let record = self.read(id)?;
            let names = record.all::<OwnMethod>().into_iter().map(|one| one.name);
            let paths = names.filter_map(|name| record.method_named(&name));
            let cards = paths.map(|path| MethodCard { path: path.into_owned(), from: MethodFrom::Dossier });
            own.extend(cards.map(|card| (card.path.name.clone(), card)));
        }
        // The account's own file stands above what came along: following it brings the dossier up to date.
        let kept = kept(&self.vault)?;
        let paths = kept.values().filter_map(|text| MethodPath::read(text).ok());
        let cards = paths.map(|path| MethodCard { path, from: MethodFrom::Account });
        own.extend(cards.map(|card| (card.path.name.clone(), card)));
        own.retain(|name, _| !shipped().iter().any(|path| path.name == *name));
        let mut own: Vec<MethodCard> = own.into_values().collect();
        own.sort_by(|a, b| a.path.title.cmp(&b.path.title));
        let shipped = shipped().iter().map(|path| MethodCard { path: path.clone(), from: MethodFrom::Kring });
        Ok(shipped.chain(own).collect())
    }

    /// Keeps an organisation's own method in this account; a file of the same name takes the place of the one before.
    pub fn add_method(&mut self, file: &[u8]) -> Result<MethodPath, CoachError> {
        let text = std::str::from_utf8(file).map_err(|_| dossier::method::MethodError::NotAMethod)?;
        let text = text.trim_start_matches('\u{feff}');
        let path = MethodPath::read(text)?;
        let mut methods = kept(&self.vault)?;
        if methods.len() >= MOST && !methods.contains_key(&path.name) {
            return Err(CoachError::TooManyMethods { most: MOST });
        }
        methods.insert(path.name.clone(), text.to_owned());
        keep(&self.vault, &methods)?;
        Ok(path)
    }

    /// Takes an own method out of this account. Dossiers that follow it hold it themselves.
    pub fn remove_method(&mut self, name: &str) -> Result<(), CoachError> {
        let mut methods = kept(&self.vault)?;
        if methods.remove(name).is_none() {
            return Err(CoachError::NoSuchMethod(name.to_owned()));
        }
        keep(&self.vault, &methods)
    }

    /// Lets a dossier follow a method. Nothing that was done or written by another is lost, and a dossier that comes back to a
    /// method goes on where it was.
    pub fn follow(&mut self, id: &DossierId, name: &str) -> Result<Changed, CoachError> {
        let own = kept(&self.vault)?.remove(name);
        let day = self.outside.today();
        let (new_method, new_passage) = (self.outside.id()?, self.outside.id()?);
        let record = self.read(id)?;
        let path = match &own {
            Some(text) => MethodPath::read(text)?,
            None => record
                .method_named(name)
                .ok_or_else(|| CoachError::NoSuchMethod(name.to_owned()))?
                .into_owned(),
        };
        let passages: Vec<Passage> = record.all_as_added();
        let mut edits: Vec<Edit> = Vec::new();
        edits.extend(left_behind(record, &passages).map(|step| {
            let fields = [
                PassageField::Method(step.0),
                PassageField::Step(step.1),
                PassageField::Kind(Some(PassageKind::Begun)),
                PassageField::Day(Some(day)),
            ];
            edit::add::<Passage>(new_passage, fields)
        }));
        edits.push(Edit::Profile(ProfileField::Method(Some(path.name.clone()))));
        edits.push(Edit::Profile(ProfileField::Step(Some(Way::resumed(&path, &passages)))));
        if let Some(text) = own {
            let there = record.all_as_added::<OwnMethod>().into_iter().rev().find(|one| one.name == name);
            let definition = OwnMethodField::Definition(Prose(text));
            edits.push(match there {
                Some(one) => edit::set::<OwnMethod>(one.id, definition),
                None => {
                    edit::add::<OwnMethod>(new_method, [OwnMethodField::Name(name.to_owned()), definition])
                }
            });
        }
        self.edit(id, &Edit::All(edits))
    }
}

/// The step that a dossier leaves when it follows another method, where nothing is noted of it yet: without that it would be
/// forgotten where it was.
fn left_behind(record: &Dossier, passages: &[Passage]) -> Option<(String, String)> {
    let profile = record.profile();
    let path = record.method()?;
    let way = Way::along(&path, profile.step.as_deref(), passages);
    let begun = |one: &Passage| one.method == path.name && one.step == way.here;
    let noted = passages.iter().any(begun);
    let now = way.stages.iter().any(|stage| stage.step == way.here && stage.state == StageState::Now);
    (now && !noted).then(|| (path.name.clone(), way.here.clone()))
}

fn kept(vault: &Vault) -> Result<BTreeMap<String, String>, CoachError> {
    let Some(bytes) = vault.get(Shelf::Settings, KEY)? else { return Ok(BTreeMap::new()) };
    serde_json::from_slice(&bytes).map_err(|_| CoachError::AccountDamaged)
}

fn keep(vault: &Vault, methods: &BTreeMap<String, String>) -> Result<(), CoachError> {
    let mut batch = Batch::default();
    batch.put(Shelf::Settings, KEY, &serde_json::to_vec(methods).map_err(|_| CoachError::AccountDamaged)?);
    Ok(vault.commit(batch)?)
}
