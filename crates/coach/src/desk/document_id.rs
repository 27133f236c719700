//! Where the documents of a dossier stand in the vault.

use dossier::{DossierId, Id, NoteId};
use vault::DocumentId;

/// The record of a dossier.
pub(crate) fn dossier_document(id: &DossierId) -> DocumentId {
    of_kind(b'd', &id.to_bytes())
}

/// The dossier whose record stands there, if it is one.
pub(crate) fn dossier_of(document: DocumentId) -> Option<DossierId> {
    let [kind, id @ .., _, _, _, _, _] = document.0;
    (kind == b'd').then(|| DossierId::from_random(id))
}

/// The text of a note in one dossier. The dossier is part of the place: a note of the same id in another dossier, which
/// other people share, is another text.
pub(crate) fn note_document(dossier: &DossierId, note: &NoteId) -> DocumentId {
    let both = [dossier.to_bytes(), note.to_bytes()].concat();
    of_kind(b't', &vault::fingerprint("kring 2026 document of a note", &both)[..15])
}

/// What one writes about a dossier for oneself.
pub(crate) fn private_document(dossier: &DossierId) -> DocumentId {
    of_kind(b'p', &dossier.to_bytes())
}

/// Where the text of a note stood before dossiers could be shared.
pub(crate) fn note_document_before_sharing(note: &NoteId) -> DocumentId {
    of_kind(b'n', &note.to_bytes())
}

fn of_kind(kind: u8, id: &[u8]) -> DocumentId {
    let mut bytes = [0; 16];
    bytes[0] = kind;
    bytes[1..=id.len()].copy_from_slice(id);
    DocumentId(bytes)
}
