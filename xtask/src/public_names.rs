//! Public types that share a name.
//!
//! A reader who meets `Place` in two crates has to find out each time which of them is meant, and a search
//! for it finds both.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{Ident, Item, Visibility};

use crate::checkout::root;
use crate::program::metadata;
use crate::source::Crate;

/// The names that several types share, each with the reason.
const SHARED: &[(&str, &str)] =
    &[("Error", "each library has one, and it is always written with the name of its crate or module")];

/// The macros that define public types without the word `pub`. The name of each is the first of its entry.
const DEFINING: &[&str] = &["choices", "ids", "record", "signing_keys"];

type Types = BTreeMap<String, Vec<(PathBuf, usize)>>;

/// Refuses two public types of one name in the libraries of the workspace.
pub(crate) fn check() -> Result<()> {
    let metadata = metadata()?;
    let mut types = Types::new();
    for package in metadata["packages"].as_array().context("cargo names no packages")? {
        for target in package["targets"].as_array().into_iter().flatten() {
            if target["kind"][0] == "lib" {
                add_types(
                    Path::new(target["src_path"].as_str().context("a target has no file")?),
                    &mut types,
                )?;
            }
        }
    }
    let is_shared = |name: &str| SHARED.iter().any(|(shared, _)| *shared == name);
    let mut count = 0;
    for (name, places) in types.iter().filter(|(name, places)| places.len() > 1 && !is_shared(name)) {
        println!("{name} is the name of {} public types:", places.len());
        for (file, line) in places {
            println!("  {}:{line}", file.strip_prefix(root()).unwrap_or(file).display());
        }
        count += 1;
    }
    if count > 0 {
        bail!("{count} names belong to more than one public type: give each type a word of its own");
    }
    Ok(())
}

/// Adds the public types of one library.
fn add_types(crate_root: &Path, types: &mut Types) -> Result<()> {
    for module in Crate::read(crate_root)?.modules {
        for (name, span) in module.items.iter().flat_map(public_types) {
            types.entry(name).or_default().push((module.file.clone(), span.start().line));
        }
    }
    Ok(())
}

fn public_types(item: &Item) -> Vec<(String, Span)> {
    let named = |visibility: &Visibility, name: &Ident| match visibility {
        Visibility::Public(_) => vec![(name.to_string(), name.span())],
        Visibility::Restricted(_) | Visibility::Inherited => Vec::new(),
    };
    match item {
        Item::Enum(one) => named(&one.vis, &one.ident),
        Item::Struct(one) => named(&one.vis, &one.ident),
        Item::Trait(one) => named(&one.vis, &one.ident),
        Item::Type(one) => named(&one.vis, &one.ident),
        Item::Union(one) => named(&one.vis, &one.ident),
        Item::Macro(one) if DEFINING.iter().any(|name| one.mac.path.is_ident(name)) => {
            defined(one.mac.tokens.clone())
        }
        Item::Macro(one) => declared(one.mac.tokens.clone()),
        _ => Vec::new(),
    }
}

/// Returns the public types that are declared in full within a macro or a call of one.
fn declared(tokens: TokenStream) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    let mut before = [String::new(), String::new()];
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            found.extend(declared(group.stream()));
        }
        if let TokenTree::Ident(name) = &token
            && before[0] == "pub"
            && ["enum", "struct", "trait", "type", "union"].contains(&before[1].as_str())
        {
            found.push((name.to_string(), name.span()));
        }
        before = [std::mem::take(&mut before[1]), token.to_string()];
    }
    found
}

/// Returns the names that a call of such a macro defines: they begin an entry, or follow `fields`.
fn defined(tokens: TokenStream) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    let mut may_define = true;
    for token in tokens {
        may_define = match token {
            TokenTree::Ident(ident) => {
                let name = ident.to_string();
                let is_field_type = name == "fields";
                if may_define && name.starts_with(char::is_uppercase) {
                    found.push((name, ident.span()));
                }
                is_field_type
            }
            TokenTree::Group(_) => true,
            TokenTree::Punct(punct) => punct.as_char() == ';',
            TokenTree::Literal(_) => false,
        };
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

    use super::{Types, add_types};

    fn names_of(text: &str) -> Vec<(String, usize)> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("lib.rs");
        std::fs::write(&file, text).unwrap();
        let mut types = Types::new();
        add_types(&file, &mut types).unwrap();
        types.into_iter().map(|(name, places)| (name, places.len())).collect()
    }

    #[test]
    fn public_types_are_found_and_others_are_not() {
        let found = names_of(
            "pub struct Place;\nstruct Hidden;\npub(crate) enum Inner {}\npub trait Kind {}\npub fn place() {}\n\
             mod other { pub enum Place {} }\n#[cfg(test)]\nmod tests { pub struct Kind; }",
        );
        assert_eq!(found, [("Kind".to_owned(), 1), ("Place".to_owned(), 2)]);
    }

    #[test]
    fn types_that_stand_in_a_macro_are_found() {
        let found = names_of(
            "message_kinds! {\n/// A topic.\npub enum Topic { One => \"one\" } enum Hidden { One => \"two\" } }\n\
             macro_rules! declare { ($name:ident) => { pub enum $name {} pub struct Edit; pub(crate) struct Inner; } }",
        );
        let names: Vec<_> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Edit", "Topic"]);
    }

    #[test]
    fn types_that_a_macro_defines_are_found() {
        let found = names_of(
            "record! {\n/// A tie.\nTie by TieId, fields TieField, in \"ties\" { a / A: Option<MemberId>, }\n}\n\
             ids! {\n/// One tie.\nTieId = \"t\";\n/// One goal.\nGoalId = \"g\";\n}\nvalid_by_type!(Other);",
        );
        let names: Vec<_> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["GoalId", "Tie", "TieField", "TieId"]);
    }
}
