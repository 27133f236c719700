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
            let codes = coach::VaultError::CODES.iter().chain(crate::failure::CODES);
            for code in codes {
                let id = format!("error-{code}");
                assert_ne!(messages.say(&id, &BTreeMap::new()), id);
            }
            for why in coach::Why::ALL {
                assert_ne!(messages.say(why.code(), &BTreeMap::new()), why.code());
            }
            for finding in coach::quality::FINDINGS {
                for id in [format!("finding-{finding}"), format!("finding-{finding}-ask")] {
                    assert_ne!(messages.say(&id, &BTreeMap::new()), id);
                }
            }
            let changes = coach::then_and_now::CHANGES.iter().map(|name| format!("change-{name}"));
            let figures = coach::then_and_now::FIGURES.iter().map(|name| format!("figure-{name}"));
            for id in changes.chain(figures) {
                assert_ne!(messages.say(&id, &BTreeMap::new()), id);
            }
            for advice in coach::passphrase::ADVICE {
                assert_ne!(messages.say(advice, &BTreeMap::new()), *advice);
            }
        }
    }
}
