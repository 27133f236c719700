//! `import`, `export` and `log`: files of other programs, and the access log of what left the vault.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use coach::dossier::DossierId;
use coach::files::preview::{ImportPreview, LeftOut};
use coach::{CoachError, Desk, ExportFormat, ImportFile, ImportFormat, ImportInto};
use indicatif::ProgressBar;
use serde_json::json;

use crate::failure::Failure;
use crate::print::Printer;

#[derive(Args)]
pub(crate) struct ImportArguments {
    /// The path of the file to import.
    file: PathBuf,
    /// Creates a dossier for a new client with this name.
    #[arg(long, value_name = "NAME", required_unless_present = "dossier", conflicts_with = "dossier")]
    new: Option<String>,
    /// Adds to the dossier with this id.
    #[arg(long, value_name = "ID")]
    dossier: Option<String>,
    /// The format. Without it, the format is recognised from the file.
    #[arg(long, value_parser = import_format())]
    format: Option<ImportFormat>,
    /// The client's id in the file.
    #[arg(long, value_name = "ID IN FILE")]
    client: Option<String>,
    /// Prints what would be added, but adds nothing.
    #[arg(long)]
    dry_run: bool,
}

#[derive(Args)]
pub(crate) struct ExportArguments {
    /// The dossier's id, as `dossier list` prints it.
    id: String,
    /// The format of the file. csv writes two files.
    #[arg(long, value_parser = export_format())]
    format: ExportFormat,
    /// The path of the file to write. An existing file is replaced.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

fn import_format() -> impl TypedValueParser<Value = ImportFormat> {
    PossibleValuesParser::new(ImportFormat::ALL.map(ImportFormat::name))
        .try_map(|name| ImportFormat::of_name(&name).ok_or("not a format that can be imported"))
}

fn export_format() -> impl TypedValueParser<Value = ExportFormat> {
    PossibleValuesParser::new(ExportFormat::ALL.map(ExportFormat::name))
        .try_map(|name| ExportFormat::of_name(&name).ok_or("not a format that can be exported"))
}

/// Imports a file and prints what was added.
pub(crate) fn import(desk: &mut Desk, arguments: &ImportArguments, printer: &Printer) -> Result<(), Failure> {
    let path = &arguments.file;
    let bytes = std::fs::read(path).map_err(|source| CoachError::File { path: path.clone(), source })?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (format, client) = (arguments.format, arguments.client.as_deref());
    let file = ImportFile { name: &name, bytes: &bytes, format, client };
    let dossier = arguments.dossier.as_ref().map(|id| id.parse::<DossierId>()).transpose()?;
    let new = arguments.new.as_deref().unwrap_or_default();
    // The spinner draws on standard error, and only if that is a terminal.
    let spinner = ProgressBar::new_spinner().with_message(printer.text("import-busy"));
    spinner.enable_steady_tick(Duration::from_millis(100));
    let into = dossier.as_ref().map_or(ImportInto::New(new), ImportInto::Dossier);
    let (id, imported) = match (arguments.dry_run, &dossier) {
        (true, _) => (None, desk.preview_import(into, &file)?),
        (false, Some(id)) => (Some(id.clone()), desk.import(id, &file)?.1),
        (false, None) => {
            let (id, imported) = desk.import_new(new, &file)?;
            (Some(id), imported)
        }
    };
    spinner.finish_and_clear();
    printer.either(&json!({ "id": id, "dry_run": arguments.dry_run, "import": imported }), |_| {
        id.iter().for_each(|id| printer.line(id));
        lines(&imported, printer).iter().for_each(|line| printer.line(line));
    });
    Ok(())
}

/// Returns the import in sentences, followed by each line that could not be read.
fn lines(imported: &ImportPreview, printer: &Printer) -> Vec<String> {
    let mut lines: Vec<String> = imported
        .totals
        .iter()
        .map(|total| {
            let outcomes: Vec<String> = total.outcomes.iter().map(|outcome| printer.say(outcome)).collect();
            format!("{}: {}", printer.say(&total.in_file), outcomes.join(", "))
        })
        .collect();
    let counts =
        [("import-same-name", imported.same_name.len() as u32), ("import-unread", imported.unread_count)];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    lines.extend(counts.map(|(id, count)| printer.with(id, &[("count", &count.to_string())])));
    lines.extend(
        imported
            .unread
            .iter()
            .map(|line| format!("{}  {}  {}", line.line, line.text, printer.say(&line.why))),
    );
    if !imported.left_out.is_empty() {
        let kinds: Vec<String> = imported.left_out.iter().map(|one| left_out(one, printer)).collect();
        lines.push(printer.with("import-left-out", &[("kinds", &kinds.join(", "))]));
    }
    lines
}

/// Returns a kind of data that was left out, with the lines where it stands if the format has lines.
fn left_out(one: &LeftOut, printer: &Printer) -> String {
    if one.lines.is_empty() {
        return format!("{} ({})", one.what, one.times);
    }
    let lines = one.lines.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
    let more = if one.times as usize > one.lines.len() { " …" } else { "" };
    let (count, lines) = (one.times.to_string(), lines + more);
    printer.with("import-left-out-kind", &[("what", &one.what), ("count", &count), ("lines", &lines)])
}

/// Writes a dossier to a file in another program's format.
pub(crate) fn export(desk: &mut Desk, arguments: &ExportArguments, printer: &Printer) -> Result<(), Failure> {
    let id: DossierId = arguments.id.parse()?;
    printer.files(&desk.export(&id, arguments.format, &arguments.output)?);
    Ok(())
}

/// Prints the access log.
pub(crate) fn log(desk: &Desk, printer: &Printer) -> Result<(), Failure> {
    printer.either(&desk.access_log()?, |entries| {
        for entry in entries {
            let dossier = entry.dossier.as_ref().map_or("-".to_owned(), DossierId::to_string);
            printer.line(format_args!("{}  {dossier}  {}", entry.at, entry.format));
        }
    });
    Ok(())
}
