//! The modules of one crate, each with what it defines and imports.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Expr, Item, ItemMod, Lit, Meta};

use super::import::{Import, imports};
use super::test_only::is_test_only;

/// A crate, from the file that cargo names as its root. Code that only tests compile is left out.
pub(crate) struct Crate {
    /// The modules of the crate, of which the root is the first.
    pub(crate) modules: Vec<Module>,
}

/// One module, in a file of its own or within another's.
pub(crate) struct Module {
    pub(crate) file: PathBuf,
    pub(crate) parent: Option<usize>,
    pub(crate) children: BTreeMap<String, usize>,
    /// The names that are defined here.
    pub(crate) defines: BTreeSet<String>,
    /// The names in calls of macros that may define something.
    pub(crate) in_macros: BTreeSet<String>,
    pub(crate) imports: Vec<Import>,
    /// The code, without the modules within.
    pub(crate) items: Vec<Item>,
}

impl Crate {
    /// Reads the file and those of all its modules.
    pub(crate) fn read(root: &Path) -> Result<Self> {
        let mut read = Self { modules: Vec::new() };
        let folder = root.parent().context("a file has no folder")?;
        read.add_file(root, folder, None)?;
        Ok(read)
    }

    fn add_file(&mut self, file: &Path, children: &Path, parent: Option<usize>) -> Result<usize> {
        let name = || file.display().to_string();
        let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", name()))?;
        let parsed = syn::parse_file(&text).with_context(|| format!("{} is not Rust", name()))?;
        self.add_module(file, children, parent, parsed.items)
    }

    fn add_module(
        &mut self,
        file: &Path,
        children: &Path,
        parent: Option<usize>,
        items: Vec<Item>,
    ) -> Result<usize> {
        let id = self.modules.len();
        self.modules.push(Module::new(file, parent));
        for item in items {
            if is_test_only(attributes(&item)) {
                continue;
            }
            if let Item::Mod(module) = item {
                let name = module.ident.to_string();
                let child = self.add_child(file, children, id, module)?;
                self.modules[id].children.insert(name, child);
            } else {
                self.modules[id].add(item);
            }
        }
        Ok(id)
    }

    fn add_child(&mut self, file: &Path, folder: &Path, parent: usize, module: ItemMod) -> Result<usize> {
        let name = module.ident.to_string();
        let below = folder.join(&name);
        if let Some((_, items)) = module.content {
            return self.add_module(file, &below, Some(parent), items);
        }
        if let Some(path) = path_attribute(&module.attrs) {
            let file = file.parent().context("a file has no folder")?.join(path);
            let folder = file.parent().context("a file has no folder")?.to_owned();
            return self.add_file(&file, &folder, Some(parent));
        }
        let beside = folder.join(format!("{name}.rs"));
        let child = if beside.exists() { beside } else { below.join("mod.rs") };
        self.add_file(&child, &below, Some(parent))
    }
}

impl Module {
    fn new(file: &Path, parent: Option<usize>) -> Self {
        Self {
            file: file.to_owned(),
            parent,
            children: BTreeMap::new(),
            defines: BTreeSet::new(),
            in_macros: BTreeSet::new(),
            imports: Vec::new(),
            items: Vec::new(),
        }
    }

    /// Returns whether the module defines nothing, and only passes on what others define.
    pub(crate) fn is_facade(&self) -> bool {
        self.defines.is_empty() && self.in_macros.is_empty()
    }

    fn add(&mut self, item: Item) {
        let name = match &item {
            Item::Const(one) => Some(&one.ident),
            Item::Enum(one) => Some(&one.ident),
            Item::Fn(one) => Some(&one.sig.ident),
            Item::Macro(one) => {
                if one.ident.is_none() {
                    names(one.mac.tokens.clone(), &mut self.in_macros);
                }
                one.ident.as_ref()
            }
            Item::Static(one) => Some(&one.ident),
            Item::Struct(one) => Some(&one.ident),
            Item::Trait(one) => Some(&one.ident),
            Item::TraitAlias(one) => Some(&one.ident),
            Item::Type(one) => Some(&one.ident),
            Item::Union(one) => Some(&one.ident),
            Item::Use(one) => {
                self.imports.extend(imports(one));
                None
            }
            _ => None,
        };
        self.defines.extend(name.map(ToString::to_string));
        self.items.push(item);
    }
}

/// Collects the names of types in a call of a macro.
fn names(tokens: TokenStream, found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                let name = ident.to_string();
                if name.starts_with(char::is_uppercase) {
                    found.insert(name);
                }
            }
            TokenTree::Group(group) => names(group.stream(), found),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn path_attribute(attributes: &[Attribute]) -> Option<String> {
    attributes.iter().find_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("path") => match &pair.value {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(path) => Some(path.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(one) => &one.attrs,
        Item::Enum(one) => &one.attrs,
        Item::ExternCrate(one) => &one.attrs,
        Item::Fn(one) => &one.attrs,
        Item::ForeignMod(one) => &one.attrs,
        Item::Impl(one) => &one.attrs,
        Item::Macro(one) => &one.attrs,
        Item::Mod(one) => &one.attrs,
        Item::Static(one) => &one.attrs,
        Item::Struct(one) => &one.attrs,
        Item::Trait(one) => &one.attrs,
        Item::TraitAlias(one) => &one.attrs,
        Item::Type(one) => &one.attrs,
        Item::Union(one) => &one.attrs,
        Item::Use(one) => &one.attrs,
        _ => &[],
    }
}
