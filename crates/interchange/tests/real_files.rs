//! Files that other programs wrote. Some are read from the packages in which they were published.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::path::PathBuf;
use std::process::Command;

use dossier::model::*;
use interchange::{ImportFormat, ReadError, read};
use support::*;

/// Returns the folder of a package that this one depends on.
fn package(name: &str) -> PathBuf {
    let out =
        Command::new(env!("CARGO")).args(["metadata", "--format-version", "1", "--locked"]).output().unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let found = packages.iter().find(|package| package["name"] == name).unwrap();
    PathBuf::from(found["manifest_path"].as_str().unwrap()).parent().unwrap().to_owned()
}

/// The file is a family tree that GEDitCOM 2.9 wrote, with everything that the standard has.
#[test]
fn a_family_tree_of_another_program_is_read_whole() {
    let file = std::fs::read(package("gedcom-rs").join("data/complete.ged")).unwrap();
    assert_eq!(ImportFormat::recognise("complete.ged", &file), Some(ImportFormat::Gedcom));
    let mut dossier = dossier_of("Mevrouw De Wit");
    let plan = import_bytes(&mut dossier, ImportFormat::Gedcom, &file);
    let text = String::from_utf8_lossy(&file);
    let individuals = text.lines().filter(|line| line.ends_with(" INDI")).count();
    assert_eq!(plan.people.len(), individuals);
    assert!(!dossier.all::<Parentage>().is_empty() && !dossier.all::<Partnership>().is_empty());
    insta::assert_debug_snapshot!("a_tree_by_another_program", (plan.people, plan.family, plan.unread));
    let again = planned(&dossier, ImportFormat::Gedcom, &file);
    assert!(again.edits.is_empty());
}

/// The files come from Evolution, Apple's server, Cyrus, ez-vcard and others (see the package's SOURCES.txt).
#[test]
fn contacts_of_other_programs_are_read() {
    let folder = package("calcard").join("resources/vcard");
    let (mut files, mut found) = (0, 0);
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "vcf") {
            continue;
        }
        files += 1;
        let mut dossier = dossier_of("Mevrouw De Wit");
        match read(ImportFormat::Vcard, &std::fs::read(&path).unwrap()) {
            Ok(_) => {
                found += import_bytes(&mut dossier, ImportFormat::Vcard, &std::fs::read(&path).unwrap())
                    .people
                    .len()
            }
            Err(error) => assert_eq!(error, ReadError::NothingFound, "{}", path.display()),
        }
    }
    assert!(files > 200, "{files}");
    assert!(found > 200, "{found}");
}

/// The files hold one network of invented people, as networkx 3.6 and python-igraph 1.0 write it.
#[test]
fn networks_of_other_programs_are_read_whole() {
    for (name, bytes) in [
        ("networkx-3.graphml", include_bytes!("files/networkx-3.graphml").as_slice()),
        ("igraph-1.graphml", include_bytes!("files/igraph-1.graphml").as_slice()),
    ] {
        assert_eq!(ImportFormat::recognise(name, bytes), Some(ImportFormat::Graphml));
        let mut dossier = dossier_of("Mevrouw De Wit");
        let plan = import_bytes(&mut dossier, ImportFormat::Graphml, bytes);
        assert!(plan.unread.lines.is_empty(), "{name}: {:?}", plan.unread.lines);
        assert_eq!(people(&dossier).len(), 3);
        assert_eq!(person(&dossier, "Fatima").age, Some(AgeGroup::From65));
        assert_eq!(dossier.all::<Tie>().len(), 2);
    }
}

/// The file is written by pyyed 1.5 in the way of yEd: the names are labels, and the ids of nodes are
/// numbers.
#[test]
fn the_labels_of_yed_become_names() {
    let bytes = include_bytes!("files/yed-3.graphml");
    let mut dossier = dossier_of("Mevrouw De Wit");
    import_bytes(&mut dossier, ImportFormat::Graphml, bytes);
    let mut names: Vec<String> = people(&dossier).into_iter().map(|person| person.name).collect();
    names.sort();
    assert_eq!(names, ["Fatima", "Joris de Wit", "Wim & Ria"]);
    assert_eq!(dossier.all::<Tie>().len(), 2);
}

/// The file holds the people of Les Misérables, as networkx 3.6 writes them.
#[test]
fn a_large_network_is_read_whole() {
    let bytes = include_bytes!("files/les-miserables.graphml");
    let mut dossier = dossier_of("Mevrouw De Wit");
    let plan = import_bytes(&mut dossier, ImportFormat::Graphml, bytes);
    assert!(plan.unread.lines.is_empty(), "{:?}", plan.unread.lines);
    assert_eq!((people(&dossier).len(), dossier.all::<Tie>().len()), (77, 254));
}
