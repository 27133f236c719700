//! The names that one `use` brings into a module.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{ItemUse, UseTree, Visibility};

/// One name of a `use`, or all names of a module.
pub(crate) struct Import {
    /// The path as it is written.
    pub(crate) path: Vec<String>,
    /// The name that the module knows it by; a `*` has none.
    pub(crate) name: Option<String>,
    /// True if other modules find the name here.
    pub(crate) is_export: bool,
    /// The line in the file.
    pub(crate) line: usize,
}

/// Returns the names that a `use` brings.
pub(super) fn imports(item: &ItemUse) -> Vec<Import> {
    let is_export = match &item.vis {
        Visibility::Inherited => false,
        Visibility::Restricted(only) => !only.path.is_ident("self"),
        Visibility::Public(_) => true,
    };
    let mut found = Vec::new();
    // A path that begins with `::` is of another crate.
    if item.leading_colon.is_none() {
        flatten(&item.tree, &mut Vec::new(), &mut |path, name, span| {
            let line = span.start().line;
            found.push(Import { path: path.to_vec(), name, is_export, line });
        });
    }
    found
}

fn flatten(
    tree: &UseTree,
    before: &mut Vec<String>,
    found: &mut impl FnMut(&[String], Option<String>, Span),
) {
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            flatten(&path.tree, before, found);
            before.pop();
        }
        UseTree::Name(name) if name.ident == "self" => found(before, before.last().cloned(), tree.span()),
        UseTree::Name(name) => {
            found_at(before, name.ident.to_string(), Some(name.ident.to_string()), tree, found)
        }
        UseTree::Rename(rename) if rename.ident == "self" => {
            found(before, Some(rename.rename.to_string()), tree.span());
        }
        UseTree::Rename(rename) => {
            found_at(before, rename.ident.to_string(), Some(rename.rename.to_string()), tree, found);
        }
        UseTree::Glob(_) => found(before, None, tree.span()),
        UseTree::Group(group) => {
            for one in &group.items {
                flatten(one, before, found);
            }
        }
    }
}

fn found_at(
    before: &mut Vec<String>,
    last: String,
    name: Option<String>,
    tree: &UseTree,
    found: &mut impl FnMut(&[String], Option<String>, Span),
) {
    before.push(last);
    found(before, name, tree.span());
    before.pop();
}
