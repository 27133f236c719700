//! The paths that code names things by.

use proc_macro2::{TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprCall, ExprPath, ImplItem, Item, ItemUse, Macro, Path};

use super::import::imports;
use super::test_only::is_test_only;

/// A path in the code of a module.
pub(crate) struct Use {
    pub(crate) path: Vec<String>,
    pub(crate) line: usize,
    pub(crate) kind: Reader,
}

/// The reader of a path: how its first name is looked up.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Reader {
    /// A path in an expression, a type or a pattern.
    Code,
    /// A name in a `use` that no other module sees.
    Import,
    /// All names of a module in such a `use`.
    ImportAll,
    /// The name of a macro that is called.
    MacroName,
}

/// Returns the paths in the code of a module. A name that the module exports under another path is not a use
/// of that name.
pub(crate) fn walk(items: &[Item]) -> Vec<Use> {
    let mut paths = Paths::default();
    for item in items {
        paths.visit_item(item);
    }
    paths.found
}

#[derive(Default)]
struct Paths {
    found: Vec<Use>,
}

impl Paths {
    fn add(&mut self, path: Vec<String>, line: usize, kind: Reader) {
        self.found.push(Use { path, line, kind });
    }

    /// Finds the paths in the arguments of a macro, which have no syntax of their own: names with `::`
    /// between them, and types.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut line = 0;
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.end(&mut path, line);
                        line = ident.span().start().line;
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Group(group) => {
                    self.end(&mut path, line);
                    colons = 0;
                    self.tokens(group.stream());
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {
                    self.end(&mut path, line);
                    colons = 0;
                }
            }
        }
        self.end(&mut path, line);
    }

    fn end(&mut self, path: &mut Vec<String>, line: usize) {
        let path = std::mem::take(path);
        let is_type = path.first().is_some_and(|name| name.starts_with(char::is_uppercase));
        if path.len() > 1 || is_type {
            self.add(path, line, Reader::Code);
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item(&mut self, item: &'ast Item) {
        // A module within a function has a scope of its own; there is none in this workspace.
        if !matches!(item, Item::Mod(_)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        let test_only = match item {
            ImplItem::Fn(one) => is_test_only(&one.attrs),
            ImplItem::Const(one) => is_test_only(&one.attrs),
            _ => false,
        };
        if !test_only {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        for import in imports(item) {
            if !import.is_export {
                let kind = if import.name.is_some() { Reader::Import } else { Reader::ImportAll };
                self.add(import.path, import.line, kind);
            }
        }
    }

    fn visit_path(&mut self, path: &'ast Path) {
        if path.leading_colon.is_none() {
            let names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            self.add(names, path.span().start().line, Reader::Code);
        }
        visit::visit_path(self, path);
    }

    fn visit_expr_path(&mut self, expression: &'ast ExprPath) {
        // One small name is a variable, unless it is called.
        let is_variable = expression.path.get_ident().is_some_and(|name| is_small(&name.to_string()));
        if !is_variable {
            visit::visit_expr_path(self, expression);
        }
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        if let Expr::Path(function) = &*call.func
            && let Some(name) = function.path.get_ident()
        {
            self.add(vec![name.to_string()], name.span().start().line, Reader::Code);
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_macro(&mut self, called: &'ast Macro) {
        let names = called.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.add(names, called.path.span().start().line, Reader::MacroName);
        self.tokens(called.tokens.clone());
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        // `#[serde(with = "crate::hex")]` names a path in a text. Documentation names what it likes.
        if let syn::Meta::List(list) = &attribute.meta {
            for text in texts(list.tokens.clone()) {
                let path: Vec<String> = text.split("::").map(str::to_owned).collect();
                let is_name = |name: &String| {
                    !name.is_empty() && name.chars().all(|one| one.is_alphanumeric() || one == '_')
                };
                if path.len() > 1 && path.iter().all(is_name) {
                    self.add(path, attribute.span().start().line, Reader::Code);
                }
            }
        }
    }
}

fn is_small(name: &str) -> bool {
    name.chars().all(|one| one.is_lowercase() || one.is_numeric() || one == '_')
}

/// Returns the texts between quotes.
fn texts(tokens: TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Literal(literal) => {
                if let syn::Lit::Str(text) = syn::Lit::new(literal) {
                    found.push(text.value());
                }
            }
            TokenTree::Group(group) => found.extend(texts(group.stream())),
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
    found
}
