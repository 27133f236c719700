//! A drawing that was checked before anything is made of it.

use resvg::usvg::{Options, Tree, roxmltree};
use roxmltree::{Document, Node, NodeType, ParsingOptions};

use super::error::PictureError;
use super::fonts;

/// The largest drawing, in bytes: five hundred people with all their ties take a tenth of it.
const LARGEST: usize = 16 * 1024 * 1024;
/// The most elements of a drawing.
const MOST_NODES: u32 = 200_000;
/// The deepest nesting of elements: the reader of drawings recurses for every level.
const DEEPEST: usize = 64;
/// The longest side of a drawing, in its own units.
const LONGEST: f32 = 20_000.0;

/// The elements of a drawing. The program that opens the file could fetch or run any other.
const DRAWN: &[&str] = &[
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "g",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
];

/// A drawing that is complete in itself and fits on paper.
pub(super) struct Drawing {
    pub(super) tree: Tree,
}

impl Drawing {
    /// Reads a drawing and checks everything in it.
    pub(super) fn read(svg: &str) -> Result<Self, PictureError> {
        if svg.len() > LARGEST {
            return Err(PictureError::TooLarge);
        }
        // The parser refuses a document type, which could name outside files or entities that grow without
        // end.
        let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
        let document = Document::parse_with_options(svg, options).map_err(|error| match error {
            roxmltree::Error::NodesLimitReached => PictureError::TooLarge,
            error => PictureError::Unreadable(error.to_string()),
        })?;
        let root = document.root_element().tag_name().name();
        if root != "svg" {
            return Err(PictureError::Unreadable(format!("it is no drawing but {root}")));
        }
        check(document.root())?;
        let options = Options {
            fontdb: fonts::for_painting(),
            font_family: fonts::SANS.to_owned(),
            ..Options::default()
        };
        let tree = Tree::from_xmltree(&document, &options)
            .map_err(|error| PictureError::Unreadable(error.to_string()))?;
        let size = tree.size();
        if size.width().max(size.height()) > LONGEST {
            return Err(PictureError::TooLarge);
        }
        Ok(Self { tree })
    }
}

/// Refuses elements that are fetched or run, and elements that are nested too deeply.
///
/// It keeps a list of the elements to check instead of recursing, because depth is what it guards against.
fn check(root: Node<'_, '_>) -> Result<(), PictureError> {
    let mut waiting = vec![(root, 0)];
    while let Some((node, depth)) = waiting.pop() {
        if depth > DEEPEST {
            return Err(PictureError::TooLarge);
        }
        match node.node_type() {
            NodeType::PI => return Err(foreign("a processing instruction")),
            NodeType::Element => check_element(node)?,
            NodeType::Root | NodeType::Comment | NodeType::Text => {}
        }
        waiting.extend(node.children().map(|child| (child, depth + 1)));
    }
    Ok(())
}

fn check_element(node: Node<'_, '_>) -> Result<(), PictureError> {
    let name = node.tag_name().name();
    if !DRAWN.contains(&name) {
        return Err(foreign(name));
    }
    let rules = node.children().filter_map(|child| child.text()).filter(|_| name == "style");
    if let Some(rules) = rules.into_iter().find(|rules| fetches(rules)) {
        return Err(foreign(rules));
    }
    for attribute in node.attributes() {
        let (key, value) = (attribute.name(), attribute.value());
        let refers = matches!(key, "href" | "src") && !value.starts_with('#');
        if refers || key.starts_with("on") || (!is_text(key) && fetches(value)) {
            return Err(foreign(value));
        }
    }
    Ok(())
}

/// Returns whether an attribute holds a text or a name, which no program follows.
fn is_text(key: &str) -> bool {
    matches!(key, "id" | "class" | "role" | "lang") || key.starts_with("aria-") || key.starts_with("data-")
}

/// Returns whether a style fetches something. A backslash can disguise any word, so a style with one counts
/// as fetching.
fn fetches(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let begins = |rest: &str| rest.trim_start_matches([' ', '\'', '"']).starts_with('#');
    let within = style.split("url(").skip(1).all(begins);
    !within || ["@import", "image-set(", "src(", "\\"].iter().any(|word| style.contains(word))
}

fn foreign(what: &str) -> PictureError {
    PictureError::Foreign(what.chars().take(80).collect())
}
