//! Files of other programs, pictures, and the access log.

use coach::changed::Changed;
use coach::desk::access_log::AccessEntry;
use coach::dossier::DossierId;
use coach::files::preview::ImportPreview;
use coach::{ExportFormat, ImportInto, MapPicture, PictureFormat};
use percent_encoding::percent_decode_str;
use tauri::ipc::{InvokeBody, Request};
use tauri::{AppHandle, State};

use crate::answer::{Answer, announce_change};
use crate::desktop::{Desktop, StagedFile};
use crate::downloads::downloads;

/// Stores the bytes of a file that the coach chose, for the import that follows.
#[tauri::command(async)]
pub(crate) fn stage_file(desktop: State<'_, Desktop>, request: Request<'_>) {
    let name = request.headers().get("kring-file-name").and_then(|name| name.to_str().ok());
    let name = percent_decode_str(name.unwrap_or_default()).decode_utf8_lossy().into_owned();
    let bytes = match request.body() {
        InvokeBody::Raw(bytes) => bytes.clone(),
        InvokeBody::Json(_) => Vec::new(),
    };
    desktop.stage(StagedFile { name, bytes });
}

#[tauri::command(async)]
pub(crate) fn preview_import(
    desktop: State<'_, Desktop>,
    id: DossierId,
    client: Option<String>,
) -> Answer<ImportPreview> {
    let file = desktop.staged();
    desktop.at_desk(|desk| desk.preview_import(ImportInto::Dossier(&id), &file.to_import(client.as_deref())))
}

#[tauri::command(async)]
pub(crate) fn import(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    client: Option<String>,
) -> Answer<Changed> {
    let file = desktop.staged();
    let imported = desktop.at_desk(|desk| desk.import(&id, &file.to_import(client.as_deref())));
    announce_change(&app, imported.map(|(changed, _)| changed))
}

/// Writes a dossier to the downloads folder and returns the first file.
#[tauri::command(async)]
pub(crate) fn export(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    format: ExportFormat,
) -> Answer<String> {
    let files = desktop.at_desk(|desk| desk.export_into(&id, format, &downloads(&app)))?;
    Ok(files.first().map(|file| file.display().to_string()).unwrap_or_default())
}

/// Saves a drawing in the downloads folder.
#[tauri::command(async)]
pub(crate) fn save_picture(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    format: PictureFormat,
    picture: MapPicture,
) -> Answer<String> {
    let file = desktop.at_desk(|desk| desk.save_picture(&id, format, &picture, &downloads(&app)))?;
    Ok(file.display().to_string())
}

#[tauri::command(async)]
pub(crate) fn access_log(desktop: State<'_, Desktop>) -> Answer<Vec<AccessEntry>> {
    desktop.at_desk(|desk| desk.access_log())
}
