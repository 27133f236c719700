//! Files of methods, which an organisation writes by hand, and which a dossier that follows one holds.

use dossier::method::{MethodPath, MethodProgress, shipped};
use dossier::model::{OwnMethod, OwnMethodField, Passage, PassageField, PassageKind, ProfileField};
use dossier::{Dossier, DossierId, Edit, ID_BYTES, Id, PassageId, Prose, Record, edit};

use crate::member::METHODS;
use crate::scene::{now, writer};

/// Reads the bytes as the file of a method, and lets a dossier follow what could be read.
pub fn method(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match MethodPath::read(text) {
        Ok(path) => follow(&path, text),
        Err(error) => drop((error.to_string(), error.args())),
    }
}

fn follow(path: &MethodPath, text: &str) {
    assert!(path.steps().next().is_some(), "a method without steps was read");
    let steps: Vec<Passage> = path
        .steps()
        .zip([PassageKind::Begun, PassageKind::Done, PassageKind::Skipped].into_iter().cycle())
        .map(|(step, kind)| {
            let mut passage = Passage::blank(PassageId::from_random([1; ID_BYTES]));
            passage.set(PassageField::Method(path.name.clone()));
            passage.set(PassageField::Step(step.name.clone()));
            passage.set(PassageField::Kind(Some(kind)));
            passage
        })
        .collect();
    for step in path.steps() {
        let progress = MethodProgress::along(path, Some(step.name.as_str()), &steps);
        assert_eq!(progress.here, step.name);
        let _ = progress.after(&step.name);
    }
    assert!(path.step(&MethodProgress::resumed(path, &steps)).is_some());

    let Ok(mut dossier) = Dossier::create(DossierId::from_random([3; ID_BYTES]), &writer()) else { return };
    let own = [OwnMethodField::Name(path.name.clone()), OwnMethodField::Definition(Prose(text.to_owned()))];
    let followed = Edit::All(vec![
        edit::add::<OwnMethod>(Id::from_random([4; ID_BYTES]), own),
        Edit::Profile(ProfileField::Method(Some(path.name.clone()))),
    ]);
    let added = dossier.apply(&followed, now());
    assert!(added.is_ok(), "a method that was read cannot be followed: {added:?}");
    assert_eq!(dossier.followed_method(), *path, "a method is read back as another");
}

/// Returns files of methods.
pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let own = METHODS.iter().map(|text| text.as_bytes().to_vec());
    let lines = shipped().iter().map(|path| {
        let steps = path.steps().map(|step| {
            format!(
                "\n[[step]]\nname = \"{}\"\nabout = \"map\"\ntitle = \"Stap\"\npurpose = \"Waarom.\"\n\
                 questions = [\"Wie?\", \"Waar?\"]\n",
                step.name
            )
        });
        let head = format!("kring-method = 1\nname = \"own-{}\"\ntitle = \"Eigen\"\n", path.name);
        [head].into_iter().chain(steps).collect::<String>().into_bytes()
    });
    own.chain(lines).collect()
}
