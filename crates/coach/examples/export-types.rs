//! Writes the TypeScript types that the window uses, and the lists of choices, into the given folder.

use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;

use coach::dossier::{
    Choice, Edit, Field, LONGEST_LINE, LONGEST_NOTE, LONGEST_PROSE, edit, instrument, method, model,
};
use coach::{ExportFormat, ImportFormat, MapPicture, PictureFormat, Round};
use ts_rs::{Config, TS};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name the folder to write in")?);
    let config = Config::new().with_out_dir(&folder).with_large_int("number");
    coach::desk::session::Session::export_all(&config)?;
    coach::desk::idle_lock::LockState::export_all(&config)?;
    coach::desk::account::AccountCard::export_all(&config)?;
    coach::desk::passphrase::PassphraseAdvice::export_all(&config)?;
    coach::caseload::card::CaseCard::export_all(&config)?;
    coach::dossier::view::DossierView::export_all(&config)?;
    coach::changed::Changed::export_all(&config)?;
    coach::dossier::news::Seen::export_all(&config)?;
    coach::files::preview::ImportPreview::export_all(&config)?;
    coach::desk::access_log::AccessEntry::export_all(&config)?;
    coach::network::quality::QualityView::export_all(&config)?;
    coach::method::progress::MethodProgressView::export_all(&config)?;
    coach::method::progress::StepMove::export_all(&config)?;
    coach::method::methods::MethodCard::export_all(&config)?;
    coach::network::then_and_now::ThenAndNow::export_all(&config)?;
    coach::notes::private::PrivateCard::export_all(&config)?;
    coach::search::SearchResults::export_all(&config)?;
    coach::search::NoteWords::export_all(&config)?;
    coach::plan::PlanView::export_all(&config)?;
    coach::plan::HeldCheckIn::export_all(&config)?;
    coach::carer::CarersView::export_all(&config)?;
    coach::dossier::supervision::Asked::export_all(&config)?;
    instrument::Scale::export_all(&config)?;
    coach::error::Failure::export_all(&config)?;
    coach::people::views::People::export_all(&config)?;
    coach::people::views::NewInvitation::export_all(&config)?;
    coach::people::views::CharterView::export_all(&config)?;
    coach::people::views::NewConsent::export_all(&config)?;
    MapPicture::export_all(&config)?;
    PictureFormat::export_all(&config)?;
    coach::paper::PaperRequest::export_all(&config)?;
    Round::export_all(&config)?;
    coach::caseload::agenda::Agenda::export_all(&config)?;
    coach::caseload::calendar::CalendarView::export_all(&config)?;
    coach::caseload::calendar::CalendarWords::export_all(&config)?;
    coach::caseload::habits::Habits::export_all(&config)?;
    coach::caseload::reminder::Reminder::export_all(&config)?;
    coach::caseload::reminder::channel::ReminderSwitch::export_all(&config)?;
    coach::caseload::figures::Figures::export_all(&config)?;
    Edit::export_all(&config)?;
    ExportFormat::export_all(&config)?;
    std::fs::write(folder.join("choices.ts"), choices()?)?;
    std::fs::write(folder.join("formats.ts"), formats()?)?;
    std::fs::write(folder.join("instruments.ts"), instruments()?)?;
    Ok(())
}

fn formats() -> Result<String, std::fmt::Error> {
    let quoted =
        |texts: Vec<String>| texts.iter().map(|text| format!("'{text}'")).collect::<Vec<_>>().join(", ");
    let extensions = ImportFormat::ALL.into_iter().flat_map(ImportFormat::extensions);
    let extensions = quoted(extensions.map(|extension| format!(".{extension}")).collect());
    let titles = ImportFormat::titles_by_contents().into_iter();
    let titles =
        titles.map(|(contents, titles)| format!("{contents}: '{titles}'")).collect::<Vec<_>>().join(", ");
    let exports = quoted(ExportFormat::ALL.map(|format| format.name().to_owned()).to_vec());
    let pictures = quoted(PictureFormat::ALL.iter().map(|format| format.name().to_owned()).collect());
    let mut text = String::from("// Generated from Rust by `cargo xtask codegen`; not to be edited.\n\n");
    writeln!(text, "/** The extensions of the files that can be imported. */")?;
    writeln!(text, "export const importExtensions = [{extensions}] as const;\n")?;
    writeln!(text, "/** The names of the formats that can be imported, by kind of contents. */")?;
    writeln!(text, "export const importTitles = {{ {titles} }} as const;\n")?;
    writeln!(text, "/** The formats that a dossier is exported in. */")?;
    writeln!(text, "export const exportFormats = [{exports}] as const;\n")?;
    writeln!(text, "/** The formats that a picture is saved in. */")?;
    writeln!(text, "export const pictureFormats = [{pictures}] as const;")?;
    Ok(text)
}

fn instruments() -> Result<String, std::fmt::Error> {
    let mut text = String::from("// Generated from Rust by `cargo xtask codegen`; not to be edited.\n\n");
    writeln!(text, "/** The instruments that can be filled in, with their items in order. */")?;
    writeln!(text, "export const instruments = {{")?;
    for name in instrument::FORMS {
        writeln!(text, "  '{}': [", name.as_str())?;
        for item in instrument::form(&name).map_or(&[][..], |form| form.items) {
            let scale = serde_json::to_string(&item.scale).unwrap_or_default().replace('"', "'");
            let (most, places) = (item.scale.most(), item.scale.places());
            writeln!(
                text,
                "    {{ name: '{}', scale: {scale}, most: {most}, places: {places} }},",
                item.name
            )?;
        }
        writeln!(text, "  ],")?;
    }
    writeln!(text, "}} as const;\n")?;
    writeln!(text, "/** The score of the Caregiver Strain Index from which strain is high. */")?;
    writeln!(text, "export const highStrain = {};", instrument::HIGH_STRAIN)?;
    Ok(text)
}

fn choices() -> Result<String, std::fmt::Error> {
    let mut text = String::from("// Generated from Rust by `cargo xtask codegen`; not to be edited.\n\n");
    writeln!(text, "/** The values of every choice, in the order in which a person is asked. */")?;
    writeln!(text, "export const choices = {{")?;
    let mut lists = edit::choice_lists();
    lists.insert(method::WorkArea::LIST, method::WorkArea::ALL.iter().map(Choice::as_str).collect());
    for (list, values) in lists {
        let values: Vec<String> = values.iter().map(|value| format!("'{value}'")).collect();
        writeln!(text, "  '{list}': [{}],", values.join(", "))?;
    }
    writeln!(text, "}} as const;\n")?;
    writeln!(
        text,
        "/** The methods that ship, with the names of their steps: their titles are in the message files. */"
    )?;
    writeln!(text, "export const shipped = {{")?;
    for path in method::shipped() {
        let steps: Vec<String> = path.steps().map(|step| format!("'{}'", step.name)).collect();
        writeln!(text, "  '{}': [{}],", path.name, steps.join(", "))?;
    }
    writeln!(text, "}} as const;\n")?;
    let keys = |keys: &[&str]| keys.iter().map(|key| format!("'{key}'")).collect::<Vec<_>>().join(", ");
    writeln!(text, "/** The fields of a person that an edit can set. */")?;
    writeln!(text, "export const personFields = [{}] as const;\n", keys(model::PersonField::KEYS))?;
    writeln!(text, "/** The kinds of records, and the profile, with the keys of their fields. */")?;
    writeln!(text, "export const fields = {{")?;
    for (kind, fields) in coach::dossier::at_once::fields() {
        writeln!(text, "  {kind}: [{}],", keys(fields))?;
    }
    writeln!(text, "}} as const;\n")?;
    writeln!(text, "/** The most characters of a line, of prose in a field, and of a note. */")?;
    writeln!(
        text,
        "export const longest = {{ line: {LONGEST_LINE}, prose: {LONGEST_PROSE}, note: {LONGEST_NOTE} }} as const;"
    )?;
    Ok(text)
}
