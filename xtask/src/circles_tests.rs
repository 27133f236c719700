#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use std::fs;

use super::{Imports, add_imports, circles};

/// Writes a crate of these files, the first of which is its root, and returns its circles by the names of the
/// files.
fn circles_of(files: &[(&str, &str)]) -> Vec<Vec<(String, usize)>> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let mut imports = Imports::new();
    add_imports(&folder.path().join(files[0].0), &mut imports).unwrap();
    let name = |file: &std::path::Path| file.strip_prefix(folder.path()).unwrap().display().to_string();
    let found = circles(&imports);
    found.iter().map(|circle| circle.0.iter().map(|(file, line)| (name(file), *line)).collect()).collect()
}

fn circle(files: &[(&str, usize)]) -> Vec<Vec<(String, usize)>> {
    vec![files.iter().map(|(name, line)| ((*name).to_owned(), *line)).collect()]
}

#[test]
fn files_that_import_in_one_direction_are_no_circle() {
    let found = circles_of(&[
        ("lib.rs", "mod high;\nmod low;\npub use high::High;"),
        ("high.rs", "use crate::low::Low;\npub struct High(Low);"),
        ("low.rs", "pub struct Low;"),
    ]);
    assert_eq!(found, Vec::<Vec<_>>::new());
}

#[test]
fn two_files_that_use_each_other_are_a_circle_with_the_lines_that_do() {
    let found = circles_of(&[
        ("lib.rs", "mod one;\nmod two;"),
        ("one.rs", "use crate::two::Two;\npub struct One(Two);"),
        ("two.rs", "pub struct Two;\n\nuse super::one::One;\nfn of(_: One) {}"),
    ]);
    assert_eq!(found, circle(&[("one.rs", 1), ("two.rs", 3)]));
}

#[test]
fn a_path_within_a_function_counts_as_an_import() {
    let found = circles_of(&[
        ("lib.rs", "mod one;\nmod two;"),
        ("one.rs", "pub fn one() {\n    crate::two::two();\n}"),
        ("two.rs", "pub fn two() {\n    super::one::one();\n}"),
    ]);
    assert_eq!(found, circle(&[("one.rs", 2), ("two.rs", 2)]));
}

#[test]
fn a_path_given_to_a_macro_counts_as_an_import() {
    let found = circles_of(&[
        ("lib.rs", "mod one;\nmod two;"),
        ("one.rs", "pub fn one() -> u8 { 1 }\nfn print() { println!(\"{}\", crate::two::TWO); }"),
        ("two.rs", "pub const TWO: u8 = 2;\nfn one() -> u8 { crate::one::one() }"),
    ]);
    assert_eq!(found, circle(&[("one.rs", 2), ("two.rs", 2)]));
}

#[test]
fn a_path_in_an_attribute_counts_as_an_import() {
    let found = circles_of(&[
        ("lib.rs", "mod hex;\nmod key;"),
        ("hex.rs", "use crate::key::Key;\npub fn serialize(_: &Key) {}"),
        (
            "key.rs",
            "pub struct Key;\n#[derive(Serialize)]\npub struct Held {\n    #[serde(with = \"crate::hex\")]\n    key: Key,\n}",
        ),
    ]);
    // A module that is named whole holds nothing by itself.
    assert_eq!(found, Vec::<Vec<_>>::new());
    let found = circles_of(&[
        ("lib.rs", "mod hex;\nmod key;"),
        ("hex.rs", "use crate::key::Key;\npub fn write(_: &Key) {}"),
        (
            "key.rs",
            "pub struct Key;\npub struct Held {\n    #[serde(serialize_with = \"crate::hex::write\")]\n    key: Key,\n}",
        ),
    ]);
    assert_eq!(found, circle(&[("hex.rs", 1), ("key.rs", 3)]));
}

#[test]
fn a_re_export_leads_to_the_file_that_defines_the_name() {
    let found = circles_of(&[
        ("lib.rs", "mod model;\nmod view;\npub use view::View;"),
        ("model/mod.rs", "mod person;\npub use person::*;"),
        ("model/person.rs", "use crate::View;\npub struct Person;\nfn of(_: View) {}"),
        ("view.rs", "use crate::model::Person;\npub struct View(Person);"),
    ]);
    assert_eq!(found, circle(&[("model/person.rs", 1), ("view.rs", 1)]));
}

#[test]
fn a_file_that_only_re_exports_is_in_no_circle() {
    let found = circles_of(&[
        ("lib.rs", "mod model;"),
        ("model/mod.rs", "mod person;\nmod tie;\npub use person::Person;\npub use tie::Tie;"),
        ("model/person.rs", "pub struct Person;"),
        ("model/tie.rs", "use super::Person;\npub struct Tie(Person);"),
    ]);
    assert_eq!(found, Vec::<Vec<_>>::new());
}

#[test]
fn a_parent_and_a_child_that_use_each_other_are_a_circle() {
    let found = circles_of(&[
        ("main.rs", "mod print;\nstruct Printer;\nfn main() {\n    print::all(&Printer);\n}"),
        ("print.rs", "use super::Printer;\npub fn all(_: &Printer) {}"),
    ]);
    assert_eq!(found, circle(&[("main.rs", 4), ("print.rs", 1)]));
}

#[test]
fn names_that_a_macro_defines_belong_to_the_file_that_calls_it() {
    let found = circles_of(&[
        ("lib.rs", "mod record;\nmod tie;\nmod person;"),
        ("record.rs", "macro_rules! record { () => {} }\npub(crate) use record;"),
        ("tie.rs", "use crate::record::record;\nuse crate::person::Person;\nrecord! { Tie { who: Person } }"),
        ("person.rs", "use crate::record::record;\nuse crate::tie::Tie;\nrecord! { Person { tie: Tie } }"),
    ]);
    assert_eq!(found, circle(&[("person.rs", 2), ("tie.rs", 2)]));
}

#[test]
fn code_of_tests_alone_is_left_out() {
    let found = circles_of(&[
        ("lib.rs", "mod one;\nmod two;"),
        ("one.rs", "use crate::two::Two;\npub struct One(Two);"),
        (
            "two.rs",
            "pub struct Two;\n#[cfg(test)]\nmod tests { use crate::one::One; fn of(_: One) {} }\n\
             #[cfg(all(test, unix))]\nuse crate::one::One;",
        ),
    ]);
    assert_eq!(found, Vec::<Vec<_>>::new());
}

#[test]
fn three_files_in_a_row_are_named_once() {
    let found = circles_of(&[
        ("lib.rs", "mod one;\nmod two;\nmod three;"),
        ("one.rs", "use crate::two::Two;\npub struct One(Two);"),
        ("two.rs", "use crate::three::Three;\npub struct Two(Three);"),
        ("three.rs", "use crate::one::One;\npub struct Three(Box<One>);"),
    ]);
    assert_eq!(found, circle(&[("one.rs", 1), ("two.rs", 1), ("three.rs", 1)]));
}
