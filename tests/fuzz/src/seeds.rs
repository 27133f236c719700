//! The seeds: valid input for each target, and small mutations of it.

use dossier::DocumentName;
use exchange::charter::Charter;
use exchange::{EntryKey, EnvelopeContent, EnvelopePart, Home, Invitation, Randomness};
use interchange::ImportFormat;
use minicbor::{Decoder, Encoder};

use crate::forge;
use crate::scene::{now, scene};

/// Returns valid input for a target.
pub fn seeds(target: &str) -> Vec<Vec<u8>> {
    let scene = scene();
    let whole = |document: &DocumentName| {
        let Ok(changes) = scene.brams.clone().changes_since(&scene.dossier, document, &[]);
        changes
    };
    let note = DocumentName::Note(scene.note.clone());
    match target {
        "envelope" => content()
            .and_then(|content| {
                let to = scene.anna.device();
                forge::envelope(&content, &scene.bram.device, &to, scene.anna.key())
            })
            .into_iter()
            .collect(),
        "content" => content().into_iter().collect(),
        "parts" => parts().iter().filter_map(|part| minicbor::to_vec([part]).ok()).collect(),
        "introduction" => minicbor::to_vec((&scene.anna, scene.anna.key())).into_iter().collect(),
        "invitation" => vec![scene.open.to_text().into_bytes(), b"kring3:ABC, kring2:".to_vec()],
        "invitation_bytes" => minicbor::to_vec(&scene.open).into_iter().collect(),
        "statement" => statements().iter().filter_map(|bytes| signed_part(bytes)).collect(),
        "charter" => saved_charter().into_iter().collect(),
        "storage" => [
            "/media/anna/stick one",
            "file:///media/anna/stick%20one",
            "davs://Cloud.Example:443/dav/files/anna/",
            "http://[::1]:8080/a b",
            "s3://kring-team/noord/%C3%A9?endpoint=https%3A%2F%2Fs3.example&region=us-east-1",
        ]
        .map(|text| text.as_bytes().to_vec())
        .into(),
        "desk" => crate::desk::seeds(),
        "method" => crate::method::seeds(),
        "vault" => crate::vault_files::seeds(),
        "entries" => {
            let values = scene.home.entries().map(|(_, value)| value);
            (0_u8..).zip(values).map(|(which, value)| [&[which], value.as_slice()].concat()).collect()
        }
        "changes" => vec![whole(&DocumentName::Record), scene.news_of_bram(&DocumentName::Record)],
        "note_changes" => vec![whole(&note)],
        "files" => ImportFormat::ALL.iter().map(|format| format.example().as_bytes().to_vec()).collect(),
        _ => Vec::new(),
    }
}

/// Returns a seed with a few small mutations: bytes that differ, are missing, come twice, or come from
/// elsewhere.
pub fn mutated(seed: &[u8], other: &[u8], random: &mut Randomness) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    let [times] = random.bytes();
    for _ in 0..=times % 4 {
        let [kind, value, short, a @ .., b1, b2]: [u8; 8] = random.bytes();
        let length = bytes.len().max(1);
        let at = u16::from_le_bytes([a[0], a[1]]) as usize % length;
        let end = (at + usize::from(short) % 24 + 1).min(bytes.len());
        match kind % 8 {
            0 | 1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (value % 8)),
            2 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = value),
            3 => {
                let extreme = [0x00, 0x1f, 0x7f, 0x80, 0xff, 0x1b, 0x9f, 0xbf][usize::from(value) % 8];
                bytes.iter_mut().skip(at).take(1 + usize::from(short) % 9).for_each(|byte| *byte = extreme);
            }
            4 if at < end => drop(bytes.drain(at..end)),
            5 if at < end => {
                let twice = bytes[at..end].to_vec();
                bytes.splice(at..at, twice);
            }
            6 => bytes.truncate(at),
            _ => {
                let from = u16::from_le_bytes([b1, b2]) as usize % other.len().max(1);
                let piece = other[from.min(other.len())..].iter().take(usize::from(short) + 1).copied();
                let end = end.min(bytes.len()).max(at.min(bytes.len()));
                bytes.splice(at.min(end)..end, piece.collect::<Vec<_>>());
            }
        }
    }
    bytes
}

/// Reads the one-time secret of an invitation from its encoding.
pub(crate) fn secret_of(invitation: &Invitation) -> Option<[u8; 32]> {
    let bytes = minicbor::to_vec(invitation).ok()?;
    let mut decoder = Decoder::new(&bytes);
    decoder.array().ok()?;
    decoder.skip().and_then(|()| decoder.skip()).ok()?;
    decoder.bytes().ok()?.try_into().ok()
}

/// Returns the charter that Anna saved.
pub(crate) fn charter() -> Option<Charter> {
    Charter::decode(&saved_charter()?).ok()
}

fn saved_charter() -> Option<Vec<u8>> {
    let scene = scene();
    let Ok(bytes) = scene.home.clone().get(&EntryKey::Charter(scene.dossier.clone()));
    bytes
}

fn statements() -> Vec<Vec<u8>> {
    charter().iter().flat_map(Charter::statements).map(|statement| statement.to_bytes()).collect()
}

/// Returns the signed bytes without the signature.
fn signed_part(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut decoder = Decoder::new(bytes);
    decoder.array().ok()?;
    decoder.skip().ok()?;
    decoder.bytes().ok().map(<[u8]>::to_vec)
}

/// Returns the parts that Bram would send about the dossier.
fn parts() -> Vec<EnvelopePart> {
    let scene = scene();
    let (dossier, document) = (scene.dossier.clone(), DocumentName::Record);
    let Ok(heads) = scene.brams.clone().heads(&dossier, &document);
    let changes = scene.news_of_bram(&document);
    let proofs: Vec<_> = signed_heads(&heads).into_iter().collect();
    let statements = statements().into_iter().map(Into::into).collect();
    let mut parts = vec![
        EnvelopePart::Charter { dossier: dossier.clone(), statements },
        EnvelopePart::Changes { dossier: dossier.clone(), document: document.clone(), changes, proofs },
        EnvelopePart::Device { card: scene.anna.clone() },
    ];
    // Every field that later versions add is left out.
    let mut encoder = Encoder::new(Vec::new());
    let flat: Vec<u8> = heads.iter().flat_map(|head| head.0).collect();
    let have = encoder
        .array(2)
        .and_then(|e| e.u8(2))
        .and_then(|e| e.array(4))
        .and_then(|e| e.str(&dossier.to_string()))
        .and_then(|e| e.bytes(&[3; 32]))
        .and_then(|e| e.map(1))
        .and_then(|e| e.str(&document.to_string()))
        .and_then(|e| e.bytes(&flat))
        .and_then(|e| e.bytes(&[0; 32]))
        .is_ok();
    let have = have.then(|| encoder.into_writer());
    parts.extend(have.and_then(|bytes| minicbor::decode(&bytes).ok()));
    parts
}

fn signed_heads(heads: &[dossier::ChangeHash]) -> Option<exchange::HeadsProof> {
    let scene = scene();
    let flat: Vec<u8> = heads.iter().flat_map(|head| head.0).collect();
    let mut claim = Encoder::new(Vec::new());
    claim.array(3).ok()?.str(&scene.dossier.to_string()).ok()?.str("record").ok()?.bytes(&flat).ok()?;
    let signature = scene.bram.device.sign("kring 2026 signed heads", &claim.into_writer());
    let mut proof = Encoder::new(Vec::new());
    proof.array(4).ok()?.encode(&scene.bram.certificate).ok()?.bytes(&flat).ok()?.encode(signature).ok()?;
    proof.array(0).ok()?;
    minicbor::decode(&proof.into_writer()).ok()
}

/// Returns the content of an envelope of Bram's.
pub(crate) fn content() -> Option<Vec<u8>> {
    content_of(parts())
}

/// Returns the beginning of that content, up to its parts.
pub(crate) fn front_of_content() -> Option<Vec<u8>> {
    let mut bytes = content_of(Vec::new())?;
    bytes.pop();
    Some(bytes)
}

fn content_of(parts: Vec<EnvelopePart>) -> Option<Vec<u8>> {
    let content = EnvelopeContent {
        sender: scene().bram.certificate.clone(),
        number: 100,
        previous: [0; 32],
        sent: now(),
        acknowledged: 1,
        answer_with: None,
        parts,
    };
    minicbor::to_vec(content).ok()
}
