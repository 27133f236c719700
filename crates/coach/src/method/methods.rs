//! The methods that a dossier can follow: those that ship with Kring, those of this account, and those in
//! the dossier itself.

use std::collections::BTreeMap;

use dossier::method::{MethodPath, MethodProgress, StageState, shipped};
use dossier::model::{OwnMethod, OwnMethodField, Passage, PassageField, PassageKind, ProfileField};
use dossier::{Dossier, DossierId, Edit, Prose, edit};
use serde::Serialize;
use ts_rs::TS;

use crate::changed::Changed;
use crate::desk::Desk;
use crate::desk::setting::{Setting, SettingError, SettingName};
use crate::error::CoachError;

/// The account's own methods by name, each as the text of its file.
pub(crate) const OWN_METHODS: Setting<BTreeMap<String, String>> = Setting::json(SettingName::Methods);

/// The maximum number of methods in an account. No organisation has as many.
const MOST: usize = 50;

/// A method that a dossier can follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MethodCard {
    /// The steps of the method.
    pub path: MethodPath,
    /// The source of the method.
    pub from: MethodFrom,
}

/// The source of a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MethodFrom {
    /// The method ships with Kring.
    Kring,
    /// The account has the method.
    Account,
    /// The dossier contains the method.
    Dossier,
}

impl Desk {
    /// Returns the methods that a dossier can follow, or that any dossier can follow. The shipped methods
    /// come first, and then the others, sorted by title.
    pub fn methods(&mut self, dossier: Option<&DossierId>) -> Result<Vec<MethodCard>, CoachError> {
        let mut own: BTreeMap<String, MethodCard> = BTreeMap::new();
        if let Some(id) = dossier {
            let record = self.read(id)?;
            let names = record.all::<OwnMethod>().into_iter().map(|one| one.name);
            let paths = names.filter_map(|name| record.method_named(&name));
            let cards = paths.map(|path| MethodCard { path: path.into_owned(), from: MethodFrom::Dossier });
            own.extend(cards.map(|card| (card.path.name.clone(), card)));
        }
        // The account's own file is preferred to the copy in the dossier, because following it
        // updates that copy.
        let account = OWN_METHODS.read_if_intact(self.vault())?.unwrap_or_default();
        let paths = account.values().filter_map(|text| MethodPath::read(text).ok());
        let cards = paths.map(|path| MethodCard { path, from: MethodFrom::Account });
        own.extend(cards.map(|card| (card.path.name.clone(), card)));
        own.retain(|name, _| !shipped().iter().any(|path| path.name == *name));
        let mut own: Vec<MethodCard> = own.into_values().collect();
        own.sort_by(|a, b| a.path.title.cmp(&b.path.title));
        let shipped = shipped().iter().map(|path| MethodCard { path: path.clone(), from: MethodFrom::Kring });
        Ok(shipped.chain(own).collect())
    }

    /// Adds an organisation's own method to this account, or replaces the one of the same name.
    pub fn add_method(&mut self, file: &[u8]) -> Result<MethodPath, CoachError> {
        let text = std::str::from_utf8(file).map_err(|_| dossier::method::MethodError::NotAMethod)?;
        let text = text.trim_start_matches('\u{feff}');
        let path = MethodPath::read(text)?;
        let mut methods = OWN_METHODS.read_if_intact(self.vault())?.unwrap_or_default();
        if methods.len() >= MOST && !methods.contains_key(&path.name) {
            return Err(CoachError::TooManyMethods { most: MOST });
        }
        methods.insert(path.name.clone(), text.to_owned());
        OWN_METHODS.save(self.vault(), &methods)?;
        Ok(path)
    }

    /// Removes a method from this account. Dossiers that follow it contain a copy.
    pub fn remove_method(&mut self, name: &str) -> Result<(), CoachError> {
        let mut methods = OWN_METHODS.read(self.vault())?.unwrap_or_default();
        if methods.remove(name).is_none() {
            return Err(CoachError::NoSuchMethod(name.to_owned()));
        }
        Ok(OWN_METHODS.save(self.vault(), &methods)?)
    }

    /// Makes a dossier follow a method. Everything that was done and written under another method stays, and
    /// a dossier that returns to a method continues where it was.
    pub fn follow(&mut self, id: &DossierId, name: &str) -> Result<Changed, CoachError> {
        // A dossier can follow a method that Kring brings, or one that its record has, while the account's own
        // methods are damaged.
        let (own, damaged) = match OWN_METHODS.read(self.vault()) {
            Err(error @ SettingError::Damaged(_)) => (None, Some(error)),
            methods => (methods?.unwrap_or_default().get(name).cloned(), None),
        };
        let day = self.today();
        let (new_method, new_passage) = (self.new_id()?, self.new_id()?);
        let record = self.read(id)?;
        let path = match &own {
            Some(text) => MethodPath::read(text)?,
            None => match record.method_named(name) {
                Some(path) => path.into_owned(),
                None => {
                    let unknown = || CoachError::NoSuchMethod(name.to_owned());
                    return Err(damaged.map_or_else(unknown, CoachError::from));
                }
            },
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
        edits.push(Edit::Profile(ProfileField::Step(Some(MethodProgress::resumed(&path, &passages)))));
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

/// Returns the method and the step that a dossier is in, if no passage records that step. Without a passage,
/// the dossier could not return to it from another method.
fn left_behind(record: &Dossier, passages: &[Passage]) -> Option<(String, String)> {
    let profile = record.profile();
    let path = record.method()?;
    let progress = MethodProgress::along(&path, profile.step.as_deref(), passages);
    let begun = |one: &Passage| one.method == path.name && one.step == progress.here;
    let noted = passages.iter().any(begun);
    let now =
        progress.stages.iter().any(|stage| stage.step == progress.here && stage.state == StageState::Now);
    (now && !noted).then(|| (path.name.clone(), progress.here.clone()))
}
