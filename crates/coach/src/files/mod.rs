//! Files of other programs: looked at first, then taken in whole or not at all; and a dossier given to other programs.

pub mod preview;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use dossier::model::{Note, ProfileField};
use dossier::{DocumentName, Dossier, DossierId, Edit};
use interchange::paper::{MapPicture, PictureFormat};
use interchange::{ExportFormat, ImportFormat, ImportPlan};

use crate::changed::Changed;
use crate::desk::access_log::AccessEntry;
use crate::desk::{Desk, changed};
use crate::error::CoachError;
use crate::files::preview::{ImportPreview, InFile, LeftOut, UnreadLine};
use crate::message::Message;

/// A file that a coach chose.
#[derive(Clone, Debug)]
pub struct ImportFile<'a> {
    /// Its name, without the folder.
    pub name: &'a str,
    /// What stands in it.
    pub bytes: &'a [u8],
    /// Its format; recognised where nobody says it.
    pub format: Option<ImportFormat>,
    /// The id in the file of the one who is the client, where the coach chose it.
    pub client: Option<&'a str>,
}

/// Where an import goes.
#[derive(Clone, Copy, Debug)]
pub enum ImportInto<'a> {
    /// A dossier for a new client of that name.
    New(&'a str),
    /// A dossier that is there.
    Dossier(&'a DossierId),
}

impl Desk {
    /// Says what an import would make. Nothing is written.
    pub fn preview_import(
        &mut self,
        into: ImportInto<'_>,
        file: &ImportFile<'_>,
    ) -> Result<ImportPreview, CoachError> {
        let (format, plan) = self.plan(into, file)?;
        Ok(preview(format, &plan))
    }

    /// Takes a file in: all of it that can be read, as one step that can be undone.
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
        Ok((changed(id), made))
    }

    /// Opens a dossier for a new client with what a file tells; where the file cannot be read there is no dossier.
    pub fn import_new(
        &mut self,
        name: &str,
        file: &ImportFile<'_>,
    ) -> Result<(DossierId, ImportPreview), CoachError> {
        let (format, plan) = self.plan(ImportInto::New(name), file)?;
        let made = preview(format, &plan);
        let id: DossierId = self.outside.id()?;
        let named = Edit::Profile(ProfileField::Name(name.trim().to_owned()));
        self.begin(id.clone(), &Edit::All([vec![named], plan.edits].concat()))?;
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
        let outside = self.outside;
        let mut random = || {
            let mut bytes = [0; dossier::ID_BYTES];
            (outside.random)(&mut bytes).then_some(bytes)
        };
        let plan = match into {
            ImportInto::Dossier(id) => interchange::plan_import(draft, self.read(id)?, &mut random),
            ImportInto::New(name) => {
                let id: DossierId = outside.id()?;
                let mut empty = Dossier::create(id.clone(), &self.writer(&id, &DocumentName::Record))?;
                let name = ProfileField::Name(name.trim().to_owned());
                empty.apply(&Edit::Profile(name), (outside.now)())?;
                interchange::plan_import(draft, &empty, &mut random)
            }
        };
        Ok((format, plan.ok_or(CoachError::NoRandomness)?))
    }

    /// Writes a dossier to files that other programs read, and remembers in the access log that it left the vault.
    /// Returns the files that were written.
    pub fn export(
        &mut self,
        id: &DossierId,
        format: ExportFormat,
        to: &Path,
    ) -> Result<Vec<PathBuf>, CoachError> {
        let notes = if format.with_notes() { self.read(id)?.all::<Note>() } else { Vec::new() };
        let texts = notes.into_iter().map(|note| Ok((note.id.clone(), self.note_text(id, &note.id)?)));
        let texts = texts.collect::<Result<Vec<_>, CoachError>>()?;
        let files = interchange::write(format, self.read(id)?, &texts);
        self.log_leaving(id, format.name())?;
        files.iter().map(|file| write(&beside(to, file.suffix), &file.bytes)).collect()
    }

    /// Writes a dossier to files with a new name in a folder; nothing that stands there is touched.
    pub fn export_into(
        &mut self,
        id: &DossierId,
        format: ExportFormat,
        folder: &Path,
    ) -> Result<Vec<PathBuf>, CoachError> {
        let name = self.read(id)?.profile().name;
        self.export(id, format, &free_name(folder, &name, format.name()))
    }

    /// Makes a file of a drawing of a dossier, with a new name in a folder, and remembers in the access log that it left the
    /// vault.
    pub fn save_picture(
        &mut self,
        id: &DossierId,
        format: PictureFormat,
        picture: &MapPicture,
        folder: &Path,
    ) -> Result<PathBuf, CoachError> {
        self.read(id)?;
        let bytes = picture.file(format)?;
        self.log_leaving(id, format.name())?;
        // Named after its title and not after the dossier: names may have been hidden in it.
        write(&free_name(folder, &picture.title, format.name()), &bytes)
    }

    /// Remembers that something is about to leave the vault: a line about a file that then could not be written is better
    /// than the reverse.
    pub(crate) fn log_leaving(&mut self, id: &DossierId, format: &str) -> Result<(), CoachError> {
        self.log_access(Some(id.clone()), format)
    }

    /// The same of something that may be about no client in particular.
    pub(crate) fn log_access(&mut self, dossier: Option<DossierId>, format: &str) -> Result<(), CoachError> {
        let entry = AccessEntry { at: (self.outside.now)(), dossier, format: format.to_owned() };
        Ok(self.vault.log_access(&serde_json::to_vec(&entry).unwrap_or_default())?)
    }

    /// What left the vault or was removed from it for good, latest first.
    pub fn access_log(&self) -> Result<Vec<AccessEntry>, CoachError> {
        let lines = self.vault.access_log()?;
        Ok(lines.iter().rev().filter_map(|line| serde_json::from_slice(line).ok()).collect())
    }
}

/// A file in a folder that is not there yet, named after what it is about.
pub(crate) fn free_name(folder: &Path, about: &str, ending: &str) -> PathBuf {
    let plain: String = about.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(60).collect();
    let name = |number| match number {
        1 => folder.join(format!("kring-{plain}.{ending}")),
        number => folder.join(format!("kring-{plain}-{number}.{ending}")),
    };
    (1..u32::MAX).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(u32::MAX))
}

/// `anna.csv` with `-banden` is `anna-banden.csv`.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let (stem, ending) = (path.file_stem().unwrap_or_default(), path.extension().unwrap_or_default());
    let (stem, ending) = (stem.to_string_lossy(), ending.to_string_lossy());
    let dot = if ending.is_empty() { "" } else { "." };
    path.with_file_name(format!("{stem}{suffix}{dot}{ending}"))
}

/// Writes a file whole or not at all, for this user only where the system knows such a thing.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<PathBuf, CoachError> {
    let file = |source| CoachError::File { path: path.to_owned(), source };
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options
        .open(&part)
        .and_then(|mut open| {
            open.write_all(bytes)?;
            open.sync_all()
        })
        .and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written.map_err(file)?;
    Ok(path.to_owned())
}

fn preview(format: ImportFormat, plan: &ImportPlan) -> ImportPreview {
    let named = |members: &[interchange::FileMember]| -> Vec<InFile> {
        let members = members.iter();
        members.map(|member| InFile { id: member.id.clone(), name: member.name.clone() }).collect()
    };
    let unread = plan.unread.lines.iter().map(|line| UnreadLine {
        line: line.line,
        text: line.text.clone(),
        why: Message { id: line.reason.code().to_owned(), args: Default::default() },
    });
    let left_out =
        plan.unread.left_out.iter().map(|(what, times)| LeftOut { what: what.clone(), times: *times });
    ImportPreview {
        format: format.name().to_owned(),
        people: named(&plan.people),
        organisations: named(&plan.organisations),
        ties: plan.ties,
        family: plan.family,
        already_there: plan.already_there,
        same_name: plan.same_name.clone(),
        client: plan.client.clone(),
        unread: unread.collect(),
        unread_count: plan.unread.count,
        left_out: left_out.collect(),
    }
}
