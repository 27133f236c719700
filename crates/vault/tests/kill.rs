//! A program that is killed at any moment loses no acknowledged write.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use vault::{Append, Batch, DocumentId, KdfParams, Passphrase, Vault};

const DOCUMENT: DocumentId = DocumentId([3; 16]);
const KILLS: usize = 500;

fn passphrase() -> Passphrase {
    Passphrase::from("fiets paraplu zondag".to_owned())
}

fn chunk(number: usize) -> Vec<u8> {
    format!("{number} {}", "x".repeat(number % 400)).into_bytes()
}

/// This is no test by itself, but the child process that the test below kills. It prints each number once it
/// is durable.
#[test]
#[ignore = "the child process of another test"]
fn child() {
    let Ok(folder) = std::env::var("KRING_TEST_CHILD") else { return };
    let (vault, _) = Vault::open_at_cost(Path::new(&folder), &passphrase(), KdfParams::LEAST).unwrap();
    let mut number = vault.chunks(DOCUMENT).unwrap().len();
    let mut out = std::io::stdout();
    writeln!(out, "open {number}").unwrap();
    loop {
        let part = Append { document: DOCUMENT, chunk: &chunk(number), summary: Some(b"s") };
        vault.append(&[part], Batch::default()).unwrap();
        number += 1;
        writeln!(out, "saved {number}").unwrap();
        if number % 150 == 0 {
            vault.replace(DOCUMENT, &chunk(0)).unwrap();
            number = 1;
            writeln!(out, "replaced 1").unwrap();
        }
    }
}

#[test]
fn five_hundred_kills_lose_no_acknowledged_write() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    drop(Vault::create(&folder, &passphrase(), KdfParams::LEAST, Batch::default()).unwrap());
    let mut moment = 12_345_u64;
    let mut saved_in_all = 0;
    let mut before = 0;
    for round in 0..KILLS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["child", "--exact", "--nocapture", "--ignored"])
            .env("KRING_TEST_CHILD", &folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // The moment of the kill differs from round to round but is the same in every run: up to 20 ms after
        // opening.
        moment = moment.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let wait = Duration::from_micros((moment >> 33) % 20_000);
        let mut begun: Option<Instant> = None;
        let mut acknowledged: Option<usize> = None;
        for line in lines.map_while(Result::ok) {
            let number: Option<usize> = line.rsplit(' ').next().and_then(|word| word.parse().ok());
            if line.contains("open ") {
                begun = Some(Instant::now());
                // One more chunk than acknowledged, or the replacement of all chunks, may have become durable
                // before the kill.
                let found = number.unwrap();
                assert!(
                    found >= before || (found == 1 && before >= 149),
                    "round {round}: {found} of {before}"
                );
                before = found;
            }
            if line.contains("saved") || line.contains("replaced") {
                acknowledged = number.or(acknowledged);
                saved_in_all += 1;
            }
            if begun.is_some_and(|begun| begun.elapsed() >= wait) {
                // The kill happens once; the rest of the pipe is read to its end.
                let _ = child.kill();
            }
        }
        child.wait().unwrap();
        before = acknowledged.unwrap_or(before);
    }
    let (vault, _) = Vault::open(&folder, &passphrase()).unwrap();
    let chunks = vault.chunks(DOCUMENT).unwrap();
    assert!(chunks.iter().enumerate().all(|(number, there)| *there == chunk(number)));
    assert_eq!(vault.check().unwrap().problems, []);
    assert!(saved_in_all > KILLS, "{saved_in_all} were acknowledged in all");
}
