//! Files of other programs, in and out.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use coach::dossier::DossierId;
use coach::files::preview::ImportPreview;
use coach::{CoachError, Desk, ImportFile, ImportInto};
use indicatif::ProgressBar;
use serde_json::json;

use crate::arguments::files::{ExportArguments, ImportArguments};
use crate::commands::Printer;
use crate::failure::Failure;
use crate::messages::Messages;

pub(crate) fn import(
    desk: &mut Desk,
    asked: &ImportArguments,
    printer: &Printer,
    messages: &Messages,
) -> Result<(), Failure> {
    let path = &asked.file;
    let bytes = std::fs::read(path).map_err(|source| CoachError::File { path: path.clone(), source })?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let file =
        ImportFile { name: &name, bytes: &bytes, format: asked.format, client: asked.client.as_deref() };
    let dossier = asked.dossier.as_ref().map(|id| id.parse::<DossierId>()).transpose()?;
    let new = asked.new.as_deref().unwrap_or_default();
    // Shown on standard error, and only where that is a terminal.
    let busy = ProgressBar::new_spinner().with_message(messages.say("import-busy", &BTreeMap::new()));
    busy.enable_steady_tick(Duration::from_millis(100));
    let into = dossier.as_ref().map_or(ImportInto::New(new), ImportInto::Dossier);
    let (id, made) = match (asked.dry_run, &dossier) {
        (true, _) => (None, desk.preview_import(into, &file)?),
        (false, Some(id)) => (Some(id.clone()), desk.import(id, &file)?.1),
        (false, None) => {
            let (id, made) = desk.import_new(new, &file)?;
            (Some(id), made)
        }
    };
    busy.finish_and_clear();
    if printer.json {
        printer.json(&json!({ "id": id, "dry_run": asked.dry_run, "import": made }));
    } else {
        id.iter().for_each(|id| println!("{id}"));
        lines(&made, messages).iter().for_each(|line| println!("{line}"));
    }
    Ok(())
}

/// The import in sentences, then what could not be read, line by line.
fn lines(made: &ImportPreview, messages: &Messages) -> Vec<String> {
    let say = |id: &str, args: &[(&str, String)]| {
        let args = args.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
        messages.say(id, &args)
    };
    let counts = [
        ("import-people", made.people.len() as u32),
        ("import-organisations", made.organisations.len() as u32),
        ("import-ties", made.ties),
        ("import-family", made.family),
        ("import-already-there", made.already_there),
        ("import-same-name", made.same_name.len() as u32),
        ("import-unread", made.unread_count),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let mut lines: Vec<String> = counts.map(|(id, count)| say(id, &[("count", count.to_string())])).collect();
    lines.extend(made.unread.iter().map(|line| {
        let why = say(&line.why.id, &[]);
        format!("{}  {}  {why}", line.line, line.text)
    }));
    if !made.left_out.is_empty() {
        let kinds: Vec<String> =
            made.left_out.iter().map(|one| format!("{} ({})", one.what, one.times)).collect();
        lines.push(say("import-left-out", &[("kinds", kinds.join(", "))]));
    }
    lines
}

pub(crate) fn export(desk: &mut Desk, asked: &ExportArguments, printer: &Printer) -> Result<(), Failure> {
    let id: DossierId = asked.id.parse()?;
    let files: Vec<PathBuf> = desk.export(&id, asked.format, &asked.output)?;
    if printer.json {
        printer.json(&json!({ "files": files }));
    } else {
        files.iter().for_each(|file| println!("{}", file.display()));
    }
    Ok(())
}

pub(crate) fn log(desk: &Desk, printer: &Printer) -> Result<(), Failure> {
    let entries = desk.access_log()?;
    if printer.json {
        printer.json(&entries);
    } else {
        let dossier = |id: &Option<DossierId>| id.as_ref().map_or("-".to_owned(), DossierId::to_string);
        entries
            .iter()
            .for_each(|entry| println!("{}  {}  {}", entry.at, dossier(&entry.dossier), entry.format));
    }
    Ok(())
}
