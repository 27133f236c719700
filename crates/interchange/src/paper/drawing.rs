//! A drawing that was looked at before anything is made of it.

use resvg::usvg::{Options, Tree, roxmltree};
use roxmltree::{Document, Node, NodeType, ParsingOptions};

use super::PictureError;
use super::fonts;

/// The most bytes of a drawing: five hundred people with all their ties are a tenth of it.
const LARGEST: usize = 16 * 1024 * 1024;
/// The most things in a drawing.
const MOST_NODES: u32 = 200_000;
/// How deep things can lie within each other: what reads a drawing calls itself for every step.
const DEEPEST: usize = 64;
/// The longest side of a drawing, in its own units.
const LONGEST: f32 = 20_000.0;

/// What a drawing is made of; all else may be fetched or run by who opens it.
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

/// A drawing that is complete in itself and has a size that paper can hold.
pub(super) struct Drawing {
    pub(super) tree: Tree,
}

impl Drawing {
    /// Reads a drawing and looks at everything in it.
    pub(super) fn read(svg: &str) -> Result<Self, PictureError> {
        if svg.len() > LARGEST {
            return Err(PictureError::TooLarge);
        }
        // A document type could name outside files, or words that unfold without end.
        let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
        let document = Document::parse_with_options(svg, options).map_err(|error| match error {
            roxmltree::Error::NodesLimitReached => PictureError::TooLarge,
            error => PictureError::Unreadable(error.to_string()),
        })?;
        let root = document.root_element().tag_name().name();
        if root != "svg" {
            return Err(PictureError::Unreadable(format!("it is no drawing but {root}")));
        }
        look_at(document.root())?;
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

/// Refuses what is fetched or run, and what lies too deep. It keeps its own list of what is still to be looked
/// at, since the depth is what it guards.
fn look_at(root: Node<'_, '_>) -> Result<(), PictureError> {
    let mut waiting = vec![(root, 0)];
    while let Some((node, depth)) = waiting.pop() {
        if depth > DEEPEST {
            return Err(PictureError::TooLarge);
        }
        match node.node_type() {
            NodeType::PI => return Err(foreign("a processing instruction")),
            NodeType::Element => look_at_element(node)?,
            NodeType::Root | NodeType::Comment | NodeType::Text => {}
        }
        waiting.extend(node.children().map(|child| (child, depth + 1)));
    }
    Ok(())
}

fn look_at_element(node: Node<'_, '_>) -> Result<(), PictureError> {
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
        if refers || key.starts_with("on") || (!says(key) && fetches(value)) {
            return Err(foreign(value));
        }
    }
    Ok(())
}

/// Whether an attribute holds a text or a name, which nothing follows.
fn says(key: &str) -> bool {
    matches!(key, "id" | "class" | "role" | "lang") || key.starts_with("aria-") || key.starts_with("data-")
}

/// Whether a style fetches something. A backslash can spell any word otherwise, so none is taken.
fn fetches(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let begins = |rest: &str| rest.trim_start_matches([' ', '\'', '"']).starts_with('#');
    let within = style.split("url(").skip(1).all(begins);
    !within || ["@import", "image-set(", "src(", "\\"].iter().any(|word| style.contains(word))
}

fn foreign(what: &str) -> PictureError {
    PictureError::Foreign(what.chars().take(80).collect())
}
