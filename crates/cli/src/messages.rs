//! Sentences for people, from the same message files as the window's.

pub(crate) use words::Words as Messages;

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn every_refusal_finding_and_change_has_a_sentence_in_both_languages() {
        for language in [None, Some("en")] {
            let messages = Messages::of(language);
            let errors = crate::failure::Failure::codes().into_iter().map(|code| format!("error-{code}"));
            let unread = coach::UnreadReason::codes().into_iter().map(str::to_owned);
            for id in errors.chain(unread) {
                assert_ne!(messages.say(&id, &BTreeMap::new()), id);
            }
            let formats = coach::ExportFormat::ALL.map(coach::ExportFormat::name);
            for format in formats.into_iter().chain(coach::PictureFormat::ALL.map(coach::PictureFormat::name))
            {
                let id = format!("export-{format}");
                assert_ne!(messages.say(&id, &BTreeMap::new()), id);
            }
            // A format of a new kind of contents is named in both sentences.
            for contents in coach::Contents::ALL {
                let args = BTreeMap::from([(contents.argument().to_owned(), "here".to_owned())]);
                for id in ["import-kinds", "error-unknown-format"] {
                    assert!(messages.say(id, &args).contains("here"), "{id}: {contents:?}");
                }
            }
            for finding in coach::network::quality::FINDINGS {
                for id in [format!("finding-{finding}"), format!("finding-{finding}-ask")] {
                    assert_ne!(messages.say(&id, &BTreeMap::new()), id);
                }
            }
            let changes = coach::network::then_and_now::CHANGES.iter().map(|name| format!("change-{name}"));
            let figures = coach::network::then_and_now::FIGURES.iter().map(|name| format!("figure-{name}"));
            for id in changes.chain(figures) {
                assert_ne!(messages.say(&id, &BTreeMap::new()), id);
            }
            let hands = coach::caseload::hands::HANDS.iter().map(|hand| (*hand).to_owned());
            let kinds = coach::caseload::due::DueKind::ALL.iter().map(|kind| format!("due-{}", kind.name()));
            let figures = coach::caseload::figures::ROWS.iter().flat_map(|(table, rows)| {
                let rows = rows.iter().map(move |row| format!("figures-{table}-{row}"));
                rows.chain([format!("figures-{table}")])
            });
            for id in hands.chain(kinds).chain(figures) {
                assert_ne!(messages.say(&id, &BTreeMap::new()), id);
            }
            let suggestions = coach::plan::SUGGESTIONS.iter().flat_map(|name| {
                let why = format!("suggestion-{name}");
                [format!("{why}-ask"), why]
            });
            let progress = coach::plan::PROGRESS.iter().map(|name| format!("progress-{name}"));
            for id in suggestions.chain(progress) {
                assert_ne!(messages.say(&id, &BTreeMap::new()), id);
            }
            let known = coach::method::step_facts::KNOWN.iter().map(|name| format!("known-{name}"));
            let open = coach::method::step_facts::OPEN.iter().map(|name| format!("open-{name}"));
            for id in known.chain(open) {
                assert_ne!(messages.say(&id, &BTreeMap::new()), id);
            }
            for path in coach::dossier::method::shipped() {
                let phases = path.phases.iter().map(|phase| &phase.name).filter(|name| !name.is_empty());
                let phases = phases.map(|phase| format!("phase-{}-{phase}", path.name));
                let steps = path.steps().flat_map(|step| {
                    let (path, step) = (&path.name, &step.name);
                    let asks = (1..=3).map(move |number| format!("ask-{path}-{step}-{number}"));
                    [format!("step-{path}-{step}"), format!("for-{path}-{step}")].into_iter().chain(asks)
                });
                for id in phases.chain(steps).chain([format!("method-{}", path.name)]) {
                    assert_ne!(messages.say(&id, &BTreeMap::new()), id);
                }
            }
            let loads = coach::carer::LOADS.iter();
            let loads = loads.flat_map(|name| [format!("load-{name}"), format!("load-{name}-ask")]);
            let hands = ["load-hand-high", "load-hand-rising"].map(str::to_owned);
            for id in loads.chain(hands) {
                assert_ne!(messages.say(&id, &BTreeMap::new()), id);
            }
            for advice in coach::desk::passphrase::ADVICE {
                assert_ne!(messages.say(advice, &BTreeMap::new()), *advice);
            }
        }
    }
}
