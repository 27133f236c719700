//! The first steps that several journeys share.

use std::path::PathBuf;

use kring_tests::{Laptop, Window};

/// Creates a dossier and opens its empty map.
pub(crate) fn a_dossier_of(window: &Window, client: &str) {
    window.click("new-dossier").unwrap();
    window.write("client-name", client).unwrap();
    window.click("create-dossier").unwrap();
    window.sees("Wie zie je op een gewone dag?").unwrap();
}

/// Creates a dossier with one person and returns to the list of dossiers.
pub(crate) fn a_dossier_with_fatima(window: &Window) {
    a_dossier_of(window, "Mevrouw De Wit");
    window.write("add-person-name", "Fatima\u{e007}").unwrap();
    window.member("Fatima").unwrap();
    window.is_saved().unwrap();
    window.click("back").unwrap();
}

/// Returns the rest of the first `data-testid` that begins like this: the id of a record.
pub(crate) fn first(window: &Window, beginning: &str) -> String {
    let script = "return document.querySelector(`[data-testid^='${arguments[0]}']`)?.dataset.testid ?? null";
    let look = || Some(window.script(script, &[beginning.into()]).ok()?.as_str()?.to_owned());
    window.wait(beginning, look).unwrap()[beginning.len()..].to_owned()
}

/// Checks that the screen has no violations of WCAG, in light and dark. If `KRING_PICTURES` names a folder,
/// saves pictures there.
pub(crate) fn looks(laptop: &Laptop, window: &Window, screen: &str) {
    let folder = std::env::var_os("KRING_PICTURES").map(PathBuf::from);
    for theme in ["dark", "light"] {
        window.script("document.documentElement.dataset.theme = arguments[0]", &[theme.into()]).unwrap();
        window.painted().unwrap();
        if let Some(folder) = &folder {
            laptop.picture(&folder.join(format!("{screen}-{theme}.png"))).unwrap();
        }
        assert_eq!(window.axe().unwrap(), Vec::<String>::new(), "{screen} {theme}");
    }
}
