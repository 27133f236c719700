//! The targets. The bytes of some are signed and sealed first, because otherwise a checksum would keep them
//! from the reader.

use chrono::{DateTime, TimeDelta, Utc};
use dossier::model::Person;
use dossier::{Dossier, NoteText};
use exchange::carrier::Storage;
use exchange::charter::{Charter, SignedStatement};
use exchange::{Exchange, Invitation, MemoryHome, Randomness, Received, SealedEnvelope};
use interchange::{ExportFormat, ImportFormat};

use crate::forge;
use crate::scene::{Scene, now, scene, writer};

/// Reads the bytes as something that was carried to Anna.
pub fn envelope(data: &[u8]) {
    let _ = SealedEnvelope::from_bytes(data.to_vec());
    let Some((exchange, home, random)) = scene().anna() else { return };
    receive(exchange, home, random, data.to_vec());
}

/// Reads the bytes as the content under Bram's signature and seal.
pub fn content(data: &[u8]) {
    let Scene { anna, bram, .. } = scene();
    let to = anna.device();
    if let Some(sealed) = forge::envelope(data, &bram.device, &to, anna.key()) {
        envelope(&sealed);
    }
}

/// Reads the bytes as the parts of an otherwise valid envelope of Bram's.
pub fn parts(data: &[u8]) {
    if let Some(mut bytes) = crate::seeds::front_of_content() {
        bytes.extend(data);
        content(&bytes);
    }
}

/// Reads the bytes as the reply to an invitation of Anna's.
pub fn introduction(data: &[u8]) {
    let Scene { anna, bram, open, .. } = scene();
    let Some(secret) = crate::seeds::secret_of(open) else { return };
    let to = anna.device();
    if let Some(sealed) = forge::reply(data, &open.id, &secret, &bram.device, &to) {
        envelope(&sealed);
    }
}

/// Searches the bytes for an invitation.
pub fn invitation(data: &[u8]) {
    if let Ok(found) = Invitation::find(&String::from_utf8_lossy(data)) {
        let again = Invitation::find(&found.to_text()).map(|again| again.to_code());
        assert_eq!(again.as_ref(), Ok(&found.to_code()), "an invitation is read back as another");
    }
}

/// Reads the bytes as the contents of a code whose checksum is right.
pub fn invitation_bytes(data: &[u8]) {
    if data.len() < 4096 {
        invitation(forge::code(data).as_bytes());
    }
}

/// Reads the bytes as a statement, and adds them, signed by Bram, to the charter that he and Anna have.
pub fn statement(data: &[u8]) {
    let _ = SignedStatement::from_bytes(data);
    let Some(bytes) = forge::statement(data, &scene().bram.person) else { return };
    let Ok(statement) = SignedStatement::from_bytes(&bytes) else { return };
    if let Some(mut charter) = crate::seeds::charter() {
        let _ = charter.add(statement.clone());
        read_back(&charter);
    }
    if let Ok(charter) = Charter::begin(statement.statement().dossier.clone(), statement) {
        read_back(&charter);
    }
}

/// Reads the bytes as a saved charter.
pub fn charter(data: &[u8]) {
    if let Ok(charter) = Charter::decode(data) {
        read_back(&charter);
    }
}

/// Reads the bytes as the address of a storage.
pub fn storage(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(storage) = text.parse::<Storage>() {
        let written = storage.to_string();
        assert_eq!(
            written.parse::<Storage>().as_ref(),
            Ok(&storage),
            "{written} is read back as another storage"
        );
    }
}

/// Reads the bytes as one of Anna's entries, chosen by the first byte.
pub fn entries(data: &[u8]) {
    let Some((which, value)) = data.split_first() else { return };
    let (scene, random) = (scene(), Randomness::from_seed([9; 32]));
    let mut entries: Vec<_> = scene.home.entries().collect();
    let place = usize::from(*which) % entries.len().max(1);
    let Some(entry) = entries.get_mut(place) else { return };
    entry.1 = value.to_vec();
    let mut home = scene.home.clone();
    let writes = entries
        .iter()
        .filter_map(|(key, value)| exchange::EntryKey::from_bytes(key).map(|key| (key, Some(value.clone()))))
        .collect();
    let step = exchange::Step { writes, ..Default::default() };
    home.commit(step);
    let mut random = random;
    if let Ok(Some((exchange, step))) = Exchange::load(entries, scene.incarnation, now(), &mut random) {
        home.commit(step);
        let sealed = crate::seeds::content().and_then(|content| {
            forge::envelope(&content, &scene.bram.device, &scene.anna.device(), scene.anna.key())
        });
        receive(exchange, home, random, sealed.unwrap_or_default());
    }
}

/// Reads the bytes as changes with right checksums: of a record that is here, and of one that is not.
pub fn changes(data: &[u8]) {
    let scene = scene();
    let changes = forge::mended(data.to_vec());
    let here = scene.home.record(&scene.dossier).cloned();
    let begun = Dossier::create(scene.dossier.clone(), &writer()).ok();
    for mut record in here.into_iter().chain(begun) {
        let Ok(mut arrival) = record.examine(&changes) else { continue };
        let _ = arrival.covered_by(&arrival.after());
        let whole = arrival.whole();
        if !arrival.is_waiting() && record.fast_forward(arrival) {
            let _ = record.all::<Person>();
            let _ = interchange::write(ExportFormat::Json, &record, &[]);
            let saved = whole.unwrap_or_else(|| record.save());
            let again = Dossier::load(scene.dossier.clone(), [saved.as_slice()], &writer());
            let heads = again.map(|again| again.heads()).ok();
            assert_eq!(heads, Some(record.heads()), "a record is read back as another");
        }
    }
}

/// Reads the bytes as changes of a note with right checksums.
pub fn note_changes(data: &[u8]) {
    let scene = scene();
    let Ok(mut text) = NoteText::create(scene.note.clone(), &writer()) else { return };
    let Ok(mut arrival) = text.examine(&forge::mended(data.to_vec())) else { return };
    let whole = arrival.whole();
    if !arrival.is_waiting() && text.fast_forward(arrival) {
        let saved = whole.unwrap_or_else(|| text.save());
        let again = NoteText::load(scene.note.clone(), [saved.as_slice()], &writer());
        let read = again.map(|again| again.text()).ok();
        assert_eq!(read, Some(text.text()), "a note is read back as another");
    }
}

/// Reads the bytes as a file of another program.
pub fn files(data: &[u8]) {
    let _ = ImportFormat::recognise("", data);
    for format in ImportFormat::ALL {
        let _ = interchange::read(format, data);
    }
}

/// Receives an envelope, answers it, and restarts the program from what was saved.
fn receive(mut exchange: Exchange, mut home: MemoryHome, mut random: Randomness, bytes: Vec<u8>) {
    let (now, later): (DateTime<Utc>, _) = (now(), now() + TimeDelta::days(1));
    let Ok(received) = exchange.receive(bytes, now, &mut random, &mut home);
    let Ok(Received::Merged(step, _)) = received else { return };
    home.commit(step);
    let Ok((step, _)) = exchange.outgoing(later, &mut random, &mut home);
    home.commit(step);
    let again = Exchange::load(home.entries(), scene().incarnation, now, &mut random);
    assert!(matches!(again, Ok(Some(_))), "what was kept cannot be read again");
    for dossier in exchange.shared_dossiers() {
        let Ok(charter) = exchange.charter(dossier, &mut home);
        assert!(matches!(charter, Ok(Some(_))), "a charter that was kept cannot be read again");
    }
}

/// Checks that a charter has the same terms after it was saved and read again.
fn read_back(charter: &Charter) {
    let again = Charter::decode(&charter.encode());
    assert_eq!(again.as_ref(), Ok(charter), "a charter is read back as another");
    assert_eq!(again.map(|again| again.terms()), Ok(charter.terms()));
}
