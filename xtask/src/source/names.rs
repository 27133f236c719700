//! Following a path to the file that defines what it names.

use std::collections::BTreeSet;

use super::module::Crate;

/// The thing that a path names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Target {
    Module(usize),
    /// Something that this module defines.
    Item(usize),
}

/// The imports that were followed on the way to a name: a name that leads to itself leads nowhere.
type Followed = BTreeSet<(usize, usize)>;

impl Crate {
    /// Returns the thing that a path in the module `from` names, or `None` if it belongs to another crate.
    pub(crate) fn target(&self, from: usize, path: &[String]) -> Option<Target> {
        self.follow(from, path, &mut Followed::new())
    }

    /// Returns the module whose macro of this name is called by its bare name.
    pub(crate) fn macro_anywhere(&self, name: &str) -> Option<Target> {
        let defines = |item: &syn::Item| matches!(item, syn::Item::Macro(one) if one.ident.as_ref().is_some_and(|ident| ident == name));
        let found = self.modules.iter().position(|module| module.items.iter().any(defines));
        found.map(Target::Item)
    }

    fn follow(&self, from: usize, path: &[String], followed: &mut Followed) -> Option<Target> {
        let (first, rest) = path.split_first()?;
        let mut here = match first.as_str() {
            "crate" => Target::Module(0),
            "self" => Target::Module(from),
            "super" => Target::Module(self.modules[from].parent?),
            name => self.name(from, name, rest.is_empty(), followed)?,
        };
        for (number, name) in rest.iter().enumerate() {
            // The names after an item are its variants or functions.
            let Target::Module(module) = here else { break };
            here = match name.as_str() {
                "super" => Target::Module(self.modules[module].parent?),
                "self" => here,
                name => {
                    let is_last = number + 1 == rest.len();
                    // A name that nothing here defines comes from a macro of this module.
                    self.name(module, name, is_last, followed).unwrap_or(Target::Item(module))
                }
            };
        }
        Some(here)
    }

    /// Returns what a module knows by a name. For the last name of a path, an item takes precedence over a
    /// module of the same name.
    fn name(&self, module: usize, name: &str, is_last: bool, followed: &mut Followed) -> Option<Target> {
        let known = &self.modules[module];
        let child = known.children.get(name).map(|child| Target::Module(*child));
        if child.is_some() && !is_last {
            return child;
        }
        if known.defines.contains(name) {
            return Some(Target::Item(module));
        }
        for (number, import) in known.imports.iter().enumerate() {
            if import.name.as_deref() == Some(name) && followed.insert((module, number)) {
                let target = self.follow(module, &import.path, followed);
                if target.is_some() {
                    return target;
                }
            }
        }
        if child.is_some() {
            return child;
        }
        for (number, import) in known.imports.iter().enumerate() {
            if import.name.is_none() && followed.insert((module, number)) {
                if let Some(Target::Module(other)) = self.follow(module, &import.path, followed)
                    && let Some(target) = self.name(other, name, is_last, followed)
                {
                    return Some(target);
                }
                followed.remove(&(module, number));
            }
        }
        known.in_macros.contains(name).then_some(Target::Item(module))
    }
}
