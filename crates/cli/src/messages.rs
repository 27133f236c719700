//! Sentences for people, from the same message files as the window's.

pub(crate) use words::Words as Messages;

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn every_refusal_format_and_method_has_a_sentence_in_both_languages() {
        for language in [None, Some("en")] {
            let messages = Messages::of(language);
            let errors = crate::failure::Failure::codes().into_iter().map(|code| format!("error-{code}"));
            let unread = coach::UnreadReason::codes().into_iter().map(str::to_owned);
            for id in errors.chain(unread) {
                assert_ne!(messages.say(&id, &BTreeMap::new()), id);
            }
            let formats = coach::ExportFormat::ALL.map(coach::ExportFormat::name);
            let pictures = coach::PictureFormat::ALL.iter().map(|format| format.name());
            for format in formats.into_iter().chain(pictures) {
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
        }
    }
}
