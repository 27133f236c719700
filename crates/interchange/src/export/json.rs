//! The whole dossier as JSON, without private notes: those are in no export.

use std::collections::BTreeMap;

use dossier::model::*;
use dossier::{Dossier, FORMAT, Id, NoteId, Record};
use serde::Serialize;
use serde_json::{Value, json};

use super::definition::{ExportDefinition, one_file};

pub(super) const DEFINITION: ExportDefinition = ExportDefinition {
    name: "json",
    with_notes: true,
    write: |dossier, texts| one_file(write(dossier, texts)),
};

fn write(dossier: &Dossier, texts: &[(NoteId, String)]) -> Vec<u8> {
    let texts: BTreeMap<&str, &str> = texts.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    let mut notes = list::<Note>(dossier);
    for note in &mut notes {
        let text = note["id"].as_str().and_then(|id| texts.get(id));
        note["text"] = json!(text);
    }
    let whole = json!({
        "kring": { "format": FORMAT },
        "profile": dossier.profile(),
        "people": list::<Person>(dossier),
        "organisations": list::<Organisation>(dossier),
        "ties": list::<Tie>(dossier),
        "partnerships": list::<Partnership>(dossier),
        "parentages": list::<Parentage>(dossier),
        "wishes": list::<Wish>(dossier),
        "life": list::<Life>(dossier),
        "needs": list::<Need>(dossier),
        "talents": list::<Talent>(dossier),
        "roles": list::<Role>(dossier),
        "resistance": list::<Resistance>(dossier),
        "goals": list::<Goal>(dossier),
        "actions": list::<Action>(dossier),
        "notes": notes,
        "moments": list::<Moment>(dossier),
        "measurements": list::<Measurement>(dossier),
        "passages": list::<Passage>(dossier),
        "approaches": list::<Approach>(dossier),
        "check_ins": list::<CheckIn>(dossier),
        "supervision": list::<Supervision>(dossier),
        "own_methods": list::<OwnMethod>(dossier),
    });
    // Texts, numbers and lists of them always have a JSON form.
    serde_json::to_vec_pretty(&whole).unwrap_or_default()
}

fn list<R: Record + Serialize>(dossier: &Dossier) -> Vec<Value> {
    dossier.all::<R>().iter().filter_map(|record| serde_json::to_value(record).ok()).collect()
}
