//! Imports of a file of another program into a dossier. The coach sees a preview first. A file is imported
//! whole or not at all.

use dossier::model::ProfileField;
use dossier::{DocumentName, Dossier, DossierId, Edit};
use interchange::{ImportFormat, ImportPlan};

use crate::changed::Changed;
use crate::desk::Desk;
use crate::error::CoachError;
use crate::files::preview::{ImportPreview, preview};

/// A file that a coach chose.
#[derive(Clone, Debug)]
pub struct ImportFile<'a> {
    /// The name of the file, without its folder.
    pub name: &'a str,
    /// The contents of the file.
    pub bytes: &'a [u8],
    /// The format of the file. If it is absent, the format is recognised from the file.
    pub format: Option<ImportFormat>,
    /// The id of the client in the file, if the coach chose one.
    pub client: Option<&'a str>,
}

/// The dossier that a file is imported into.
#[derive(Clone, Copy, Debug)]
pub enum ImportInto<'a> {
    /// A new dossier for a client of this name.
    New(&'a str),
    /// An existing dossier with this id.
    Dossier(&'a DossierId),
}

impl Desk {
    /// Returns what an import would add. Nothing is written.
    pub fn preview_import(
        &mut self,
        into: ImportInto<'_>,
        file: &ImportFile<'_>,
    ) -> Result<ImportPreview, CoachError> {
        let (format, plan) = self.plan(into, file)?;
        Ok(preview(format, &plan))
    }

    /// Imports everything that can be read of a file, as one edit that can be undone.
    pub fn import(
        &mut self,
        id: &DossierId,
        file: &ImportFile<'_>,
    ) -> Result<(Changed, ImportPreview), CoachError> {
        let (format, plan) = self.plan(ImportInto::Dossier(id), file)?;
        let made = preview(format, &plan);
        if !plan.edits.is_empty() {
            self.edit(id, &Edit::All(plan.edits))?;
        }
        Ok((Changed::dossier(id), made))
    }

    /// Creates a dossier for a new client and imports a file into it. If the file cannot be read, no
    /// dossier is created.
    pub fn import_new(
        &mut self,
        name: &str,
        file: &ImportFile<'_>,
    ) -> Result<(DossierId, ImportPreview), CoachError> {
        let (format, plan) = self.plan(ImportInto::New(name), file)?;
        let made = preview(format, &plan);
        let named = Edit::Profile(ProfileField::Name(name.trim().to_owned()));
        let id = self.begin(&Edit::All([vec![named], plan.edits].concat()))?;
        Ok((id, made))
    }

    fn plan(
        &mut self,
        into: ImportInto<'_>,
        file: &ImportFile<'_>,
    ) -> Result<(ImportFormat, ImportPlan), CoachError> {
        let format = file.format.or_else(|| ImportFormat::recognise(file.name, file.bytes));
        let format = format.ok_or_else(|| CoachError::UnknownFormat(file.name.to_owned()))?;
        let mut draft = interchange::read(format, file.bytes)?;
        if let Some(client) = file.client {
            draft.client = Some(client.to_owned());
        }
        let today = self.today();
        let environment = self.environment();
        let mut random = || {
            let mut bytes = [0; dossier::ID_BYTES];
            (environment.random)(&mut bytes).then_some(bytes)
        };
        let plan = match into {
            ImportInto::Dossier(id) => interchange::plan_import(draft, self.read(id)?, today, &mut random),
            ImportInto::New(name) => {
                let id: DossierId = environment.id()?;
                let mut empty = Dossier::create(id.clone(), &self.writer(&id, &DocumentName::Record))?;
                let name = ProfileField::Name(name.trim().to_owned());
                empty.apply(&Edit::Profile(name), (environment.now)())?;
                interchange::plan_import(draft, &empty, today, &mut random)
            }
        };
        Ok((format, plan.ok_or(CoachError::NoRandomness)?))
    }
}
