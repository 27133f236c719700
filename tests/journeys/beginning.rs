//! What several journeys begin with.

use std::path::PathBuf;

use kring_tests::{Laptop, Window};

/// A new dossier, on its map with nobody on it.
pub(crate) fn a_dossier_of(window: &Window, client: &str) {
    window.click("new-dossier").unwrap();
    window.write("client-name", client).unwrap();
    window.click("create-dossier").unwrap();
    window.sees("Wie zie je op een gewone dag?").unwrap();
}

/// A dossier with one person in it, and back at the list of dossiers.
pub(crate) fn a_dossier_with_fatima(window: &Window) {
    a_dossier_of(window, "Mevrouw De Wit");
    window.write("add-person-name", "Fatima\u{e007}").unwrap();
    window.member("Fatima").unwrap();
    window.is_saved().unwrap();
    window.click("back").unwrap();
}

/// What follows on the beginning of the first `data-testid` that begins like this: the id of what it stands for.
pub(crate) fn first(window: &Window, beginning: &str) -> String {
    let script = "return document.querySelector(`[data-testid^='${arguments[0]}']`)?.dataset.testid ?? null";
    let look = || Some(window.script(script, &[beginning.into()]).ok()?.as_str()?.to_owned());
    window.wait(beginning, look).unwrap()[beginning.len()..].to_owned()
}

/// The screen can be used by everyone, in light and dark; with a folder named in `KRING_PICTURES` it is left there to be seen.
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
