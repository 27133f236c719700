//! The whole dossier as JSON, without private notes: those are in no export.

use std::collections::BTreeMap;

use dossier::model::*;
use dossier::{Dossier, FORMAT, Id, NoteId, Record};
use serde::Serialize;
use serde_json::{Value, json};

use super::definition::{ExportDefinition, one_file};
use super::ends::Ends;

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
    let ends = Ends::of(dossier);
    let whole = json!({
        "kring": { "format": FORMAT },
        "profile": dossier.profile(),
        "people": list::<Person>(dossier),
        "organisations": list::<Organisation>(dossier),
        "ties": links::<Tie>(dossier, &ends, ["a", "b"]),
        "partnerships": links::<Partnership>(dossier, &ends, ["a", "b"]),
        "parentages": links::<Parentage>(dossier, &ends, ["parent", "child"]),
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

/// Returns the links of a kind between members that can be seen.
fn links<R: Record + Serialize>(dossier: &Dossier, ends: &Ends, [first, second]: [&str; 2]) -> Vec<Value> {
    let seen = |link: &Value| {
        let end = |name: &str| link[name].as_str().unwrap_or_default();
        ends.have([end(first), end(second)])
    };
    list::<R>(dossier).into_iter().filter(seen).collect()
}
