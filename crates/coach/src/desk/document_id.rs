//! The ids of a dossier's documents in the vault.

use dossier::{DossierId, Id, NoteId};
use vault::DocumentId;

/// Returns the document id of a dossier's record.
pub(crate) fn dossier_document(id: &DossierId) -> DocumentId {
    of_kind(b'd', &id.to_bytes())
}

/// Returns the dossier of a document, if the document is a record.
pub(crate) fn dossier_of(document: DocumentId) -> Option<DossierId> {
    let [kind, id @ .., _, _, _, _, _] = document.0;
    (kind == b'd').then(|| DossierId::from_random(id))
}

/// Returns the document id of a note's text. The id also depends on the dossier: a note with the same id in
/// another dossier, which other people share, has another text.
pub(crate) fn note_document(dossier: &DossierId, note: &NoteId) -> DocumentId {
    let both = [dossier.to_bytes(), note.to_bytes()].concat();
    of_kind(b't', &vault::fingerprint("kring 2026 document of a note", &both)[..15])
}

/// Returns the document id of the private notes on a dossier.
pub(crate) fn private_document(dossier: &DossierId) -> DocumentId {
    of_kind(b'p', &dossier.to_bytes())
}

fn of_kind(kind: u8, id: &[u8]) -> DocumentId {
    let mut bytes = [0; 16];
    bytes[0] = kind;
    bytes[1..=id.len()].copy_from_slice(id);
    DocumentId(bytes)
}
