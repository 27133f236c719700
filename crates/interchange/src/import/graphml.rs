//! Networks of nodes and edges: GraphML (graphml.graphdrawing.org/specification), also those that Network
//! Canvas exports.
//!
//! Nodes within nodes are read as nodes. The record has no place for hyperedges and ports.

use std::collections::{BTreeMap, HashMap, HashSet};

use dossier::model::*;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::definition::{Contents, ImportDefinition, begins_with};
use super::draft::{Draft, Unread, UnreadReason};
use super::row::{Row, Value, is_own_link};
use crate::encoding::decode;
use crate::export::CLIENT;
use crate::text::one_line;
use crate::vocabulary;

pub(super) const DEFINITION: ImportDefinition = ImportDefinition {
    name: "graphml",
    titles: &["GraphML", "Network Canvas"],
    contents: Contents::Network,
    extensions: &["graphml"],
    shared_extensions: &["xml"],
    shows: |head| begins_with(head, "<") && head.contains("graphml"),
    allows: |_| true,
    read: |bytes| Ok(read(bytes)),
    example: "<graphml><key id=\"n\" for=\"node\" attr.name=\"name\"/><graph edgedefault=\"undirected\"><node id=\"a\">\
              <data key=\"n\">Anna</data></node><node id=\"b\"/><edge source=\"a\" target=\"b\"/></graph></graphml>",
};

/// The word for an attribute that anything may have.
const ALL: &str = "all";
/// The attribute of Network Canvas that holds an id which is the same in every file.
const LASTING: &str = "networkCanvasUUID";
/// The tag that holds the words yEd draws below a node.
const LABEL: &str = "NodeLabel";
/// The tags of GraphML, each with the attributes that say nothing about a person or a tie.
const TAGS: [(&str, &[&str]); 7] = [
    ("graphml", &[]),
    ("key", &["id", "for", "attr.name", "attr.type", "yfiles.type"]),
    ("graph", &["id", "edgedefault"]),
    ("node", &["id", "yfiles.foldertype"]),
    ("edge", &["id", "source", "target", "directed"]),
    ("data", &["id", "key"]),
    ("default", &[]),
];
/// The beginnings of attributes that say something about the file.
const ABOUT_THE_FILE: [&str; 4] = ["xmlns", "xsi:", "xml:", "parse."];

fn read(bytes: &[u8]) -> Draft {
    let mut unread = Unread::default();
    let text = decode(bytes, &mut unread);
    let mut graph = Graph { lines: Lines { text: &text, at: 0, number: 1 }, ..Graph::default() };
    graph.draft.unread = unread;
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = true;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        let line = graph.lines.number_at(at);
        match reader.read_event() {
            Ok(Event::Start(tag)) => graph.open(&tag, line),
            Ok(Event::Empty(tag)) => {
                graph.open(&tag, line);
                graph.close(tag.local_name().as_ref());
            }
            Ok(Event::End(tag)) => graph.close(tag.local_name().as_ref()),
            Ok(Event::Text(text)) => graph.add_text(&text, line),
            Ok(Event::CData(text)) => graph.add_text(&text, line),
            Ok(Event::GeneralRef(name)) => match entity(&name) {
                Some(text) => graph.add_text(&text, line),
                None => {
                    graph.draft.unread.add(line, &format!("&{};", &*name), UnreadReason::Value);
                }
            },
            Ok(Event::DocType(declaration)) => graph.name_entities(&declaration, line),
            Ok(Event::Eof) => {
                if !graph.open.is_empty() {
                    graph.break_off(line, "");
                }
                break;
            }
            Ok(_) => {}
            Err(error) => {
                graph.break_off(line, &error.to_string());
                break;
            }
        }
    }
    graph.finish()
}

/// Returns the text of a reference to one of XML's five entities or to a numbered character.
///
/// A document's own entities are never expanded: they could grow without end.
pub(super) fn entity(name: &str) -> Option<String> {
    if let Some(known) = quick_xml::escape::resolve_predefined_entity(name) {
        return Some(known.to_owned());
    }
    let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    number.and_then(char::from_u32).map(String::from)
}

/// Returns the field and the choice of an attribute that is true or false: Network Canvas writes one for each
/// choice, such as `relationship_friend`.
fn category(name: &str) -> Option<(&'static str, &'static str)> {
    let (field, choice) = name.rsplit_once('_')?;
    let field = vocabulary::field(field)?;
    Some((field, vocabulary::choice(field, choice)?))
}

/// Counts lines as the reader advances.
#[derive(Default)]
struct Lines<'a> {
    text: &'a str,
    at: usize,
    number: u32,
}

impl Lines<'_> {
    fn number_at(&mut self, at: usize) -> u32 {
        let passed = self.text.as_bytes().get(self.at..at).unwrap_or_default();
        self.number += passed.iter().filter(|byte| **byte == b'\n').count() as u32;
        self.at = self.at.max(at);
        self.number
    }
}

/// The declaration of an attribute: its name, and its value for those that give none.
struct Key {
    name: String,
    fallback: Option<Fallback>,
}

/// The value of an attribute for those that give none.
struct Fallback {
    text: String,
    line: u32,
    /// True if a node or an edge has it.
    is_used: bool,
}

/// The text of a datum that is being read.
struct Datum {
    key: String,
    text: String,
    line: u32,
    /// True if a tag within it has attributes, which are no part of the text.
    has_attributes: bool,
}

/// A node, or an edge if it has ends.
struct Element {
    id: String,
    /// The number of the graph: ids count within one graph.
    graph: usize,
    ends: Option<[String; 2]>,
    line: u32,
    /// The attribute that gives the edge a direction, with its line.
    direction: Option<(&'static str, u32)>,
    data: Vec<Datum>,
    /// The numbers of people and organisations before the node, if it is a group of yEd: those after it are in
    /// the group.
    group_from: Option<(usize, usize)>,
}

#[derive(Default)]
struct Graph<'a> {
    lines: Lines<'a>,
    /// The open tags, the innermost last.
    open: Vec<String>,
    /// The declarations of attributes by id and by what they are for: some programs give a node's attribute and an
    /// edge's the same id.
    keys: BTreeMap<(String, String), Key>,
    key: Option<(String, String)>,
    /// The number of graphs so far.
    graphs: usize,
    /// The line of the graph, if its edges have a direction unless they say otherwise.
    directed_from: Option<u32>,
    elements: Vec<Element>,
    datum: Option<Datum>,
    /// The label that is being read, with its line: yEd has no attribute for a name.
    label: Option<(u32, String)>,
    draft: Draft,
    /// The id of each node in the draft, by its graph and its id there.
    ids: HashMap<(usize, String), String>,
    edges: Vec<Element>,
}

impl Graph<'_> {
    fn open(&mut self, tag: &BytesStart<'_>, line: u32) {
        let local = tag.local_name().as_ref().to_owned();
        let attribute = |name: &str| {
            let found = tag.attributes().flatten().find(|found| found.key.as_ref() == name)?;
            let raw = found.value.into_owned();
            Some(quick_xml::escape::unescape(&raw).map(|text| text.into_owned()).unwrap_or(raw))
        };
        self.name_unknown(tag, &local, line);
        match local.as_str() {
            "key" => {
                let id = attribute("id").unwrap_or_default();
                let name =
                    attribute("attr.name").or_else(|| attribute("yfiles.type")).unwrap_or_else(|| id.clone());
                let key = (id, attribute("for").unwrap_or_else(|| ALL.to_owned()));
                self.keys.insert(key.clone(), Key { name, fallback: None });
                self.key = Some(key);
            }
            // A graph within a node belongs to the graph around it.
            "graph" => match self.elements.last() {
                None => {
                    self.graphs += 1;
                    self.directed_from =
                        attribute("edgedefault").filter(|default| default == "directed").map(|_| line);
                }
                // Only a node that its program calls a group puts its members into a group.
                Some(element) if element.group_from.is_none() => self.draft.unread.leave_out("graph", line),
                Some(_) => {}
            },
            "node" | "edge" => {
                let id = attribute("id").unwrap_or_default();
                let end = |name| attribute(name).unwrap_or_default();
                let ends = (local == "edge").then(|| [end("source"), end("target")]);
                let before = (self.draft.people.len(), self.draft.organisations.len());
                let group_from = attribute("yfiles.foldertype").map(|_| before);
                let direction = match attribute("directed").as_deref() {
                    Some("true" | "1") => Some(("directed", line)),
                    Some(_) => None,
                    None => self.directed_from.map(|line| ("edgedefault", line)),
                };
                let (graph, data) = (self.graphs, Vec::new());
                self.elements.push(Element { id, graph, ends, line, direction, data, group_from });
            }
            "data" | "default" => {
                let key = attribute("key").unwrap_or_default();
                self.datum = Some(Datum { key, text: String::new(), line, has_attributes: false });
            }
            LABEL => self.label = Some((line, String::new())),
            _ => {}
        }
        self.open.push(local);
    }

    /// Names a tag or an attribute that GraphML does not have. Within a datum, whatever is no text counts as part
    /// of the datum.
    fn name_unknown(&mut self, tag: &BytesStart<'_>, local: &str, line: u32) {
        if let Some(datum) = &mut self.datum {
            datum.has_attributes |= tag.attributes().next().is_some();
            return;
        }
        let Some((_, known)) = TAGS.iter().find(|(tag, _)| *tag == local) else {
            self.draft.unread.leave_out(local, line);
            return;
        };
        for attribute in tag.attributes().flatten() {
            let name = attribute.key.as_ref();
            if !known.contains(&name) && !ABOUT_THE_FILE.iter().any(|about| name.starts_with(about)) {
                self.draft.unread.leave_out(name, line);
            }
        }
    }

    /// Names the entities that a document declares, which are never expanded.
    fn name_entities(&mut self, declaration: &str, line: u32) {
        for (at, _) in declaration.match_indices("<!ENTITY") {
            let before = declaration[..at].matches('\n').count() as u32;
            self.draft.unread.leave_out("ENTITY", line + before);
        }
    }

    fn add_text(&mut self, text: &str, line: u32) {
        if let (Some((_, label)), Some(LABEL)) = (&mut self.label, self.open.last().map(String::as_str)) {
            label.push_str(text);
        }
        if let Some(datum) = &mut self.datum {
            datum.text.push_str(text);
            return;
        }
        // An unknown tag is named as a whole.
        let Some(open) = self.open.last().filter(|open| TAGS.iter().any(|(tag, _)| tag == open)) else {
            return;
        };
        for (number, _) in (line..).zip(text.split('\n')).filter(|(_, seen)| !seen.trim().is_empty()) {
            self.draft.unread.leave_out(open, number);
        }
    }

    fn close(&mut self, local: &str) {
        self.open.pop();
        match local {
            "default" => {
                let key = self.key.as_ref().and_then(|key| self.keys.get_mut(key));
                if let (Some(key), Some(Datum { text, line, .. })) = (key, self.datum.take()) {
                    key.fallback = Some(Fallback { text, line, is_used: false });
                }
            }
            "key" => self.key = None,
            LABEL => self.add_label(),
            "data" => self.add_datum(),
            "node" => {
                if let Some(node) = self.elements.pop() {
                    self.node(node);
                }
            }
            // An edge may come before its nodes.
            "edge" => self.edges.extend(self.elements.pop()),
            _ => {}
        }
    }

    /// Adds a label to its node. A node may have several labels; yEd writes its name first.
    fn add_label(&mut self) {
        let Some((line, text)) = self.label.take() else { return };
        let element = self.elements.last_mut();
        match element.filter(|element| element.data.iter().all(|datum| datum.key != LABEL)) {
            Some(element) => {
                element.data.push(Datum { key: LABEL.to_owned(), text, line, has_attributes: false });
            }
            None if text.trim().is_empty() => {}
            None => self.draft.unread.leave_out(LABEL, line),
        }
    }

    /// Adds a datum to its node or edge, and names one of something else: of the whole network, or of a port.
    fn add_datum(&mut self) {
        let Some(datum) = self.datum.take() else { return };
        let of_element = self.open.last().is_some_and(|open| matches!(open.as_str(), "node" | "edge"));
        match self.elements.last_mut().filter(|_| of_element) {
            Some(element) => element.data.push(datum),
            None if datum.text.trim().is_empty() && !datum.has_attributes => {}
            None => {
                let name = name_of(&self.keys, &datum.key, self.open.last().map_or(ALL, String::as_str));
                self.draft.unread.leave_out(name, datum.line);
            }
        }
    }

    /// Names the place where the file cannot be read any further, and the node or edge that was not complete.
    fn break_off(&mut self, line: u32, error: &str) {
        for element in std::mem::take(&mut self.elements) {
            for datum in element.data.iter().chain(&self.datum) {
                self.draft.unread.add(datum.line, datum.text.trim(), UnreadReason::BreaksOff);
            }
        }
        self.draft.unread.add(line, error, UnreadReason::BreaksOff);
    }

    /// Returns the attributes of a node or edge by field of the record, with the defaults of the file for those
    /// that it does not give.
    fn row(&mut self, element: &Element) -> Row<'static> {
        let kind = if element.ends.is_some() { "edge" } else { "node" };
        let mut row = Row { line: element.line, values: Vec::new() };
        let mut labels = Vec::new();
        for datum in &element.data {
            let name = name_of(&self.keys, &datum.key, kind);
            add_value(name, datum, &mut row.values, &mut labels, &mut self.draft.unread);
        }
        for ((id, of), key) in &mut self.keys {
            let is_given = element.data.iter().any(|datum| datum.key == *id);
            if is_given || ![ALL, kind].contains(&of.as_str()) {
                continue;
            }
            if let Some(Fallback { text, line, is_used }) = &mut key.fallback {
                *is_used = true;
                let datum = Datum { key: id.clone(), text: text.clone(), line: *line, has_attributes: false };
                add_value(&key.name, &datum, &mut row.values, &mut labels, &mut self.draft.unread);
            }
        }
        row.values.extend(labels);
        row
    }

    /// Returns the value of an attribute, or the default of the network if the node has none.
    fn attribute(&self, element: &Element, name: &str) -> Option<String> {
        let ((id, _), key) = self
            .keys
            .iter()
            .find(|((_, of), key)| [ALL, "node"].contains(&of.as_str()) && key.name == name)?;
        let given = element.data.iter().find(|datum| datum.key == *id);
        let given = given.map(|datum| datum.text.trim().to_owned());
        given
            .or_else(|| key.fallback.as_ref().map(|fallback| fallback.text.clone()))
            .filter(|text| !text.is_empty())
    }

    /// Puts the members within a group into it. The group itself is nobody.
    fn group(&mut self, group: &Element, (people, organisations): (usize, usize)) {
        let mut row = self.row(group);
        let name = row.take("name");
        row.name_all(&mut self.draft.unread);
        let Some(name) = name else { return };
        let mut has_members = false;
        for person in self.draft.people.iter_mut().skip(people) {
            if !person.fields.iter().any(|field| matches!(field, PersonField::Group(_))) {
                person.fields.push(PersonField::Group(Some(name.clone())));
                has_members = true;
            }
        }
        for one in self.draft.organisations.iter_mut().skip(organisations) {
            if !one.fields.iter().any(|field| matches!(field, OrganisationField::Group(_))) {
                one.fields.push(OrganisationField::Group(Some(name.clone())));
                has_members = true;
            }
        }
        if !has_members {
            self.draft.unread.leave_out(&name, group.line);
        }
    }

    fn node(&mut self, node: Element) {
        if let Some(from) = node.group_from {
            return self.group(&node, from);
        }
        let mut row = self.row(&node);
        let lasting = self.attribute(&node, LASTING);
        let id = lasting.clone().unwrap_or_else(|| match node.graph {
            0 | 1 => node.id.clone(),
            graph => format!("{graph}/{}", node.id),
        });
        self.ids.insert((node.graph, node.id.clone()), id.clone());
        // Programs draw the id of a node without a name, so the id becomes its name.
        let name = row.take("name").unwrap_or_else(|| one_line(&node.id));
        // Network Canvas labels each node “Node” where it knows no name.
        row.pass_over("name", |other| other == name || other == "Node");
        row.pass_over("id", |other| other == node.id);
        if node.id == CLIENT {
            self.draft.client = Some(id.clone());
            row.pass_over("type", |kind| kind == CLIENT);
        }
        row.add_member(id, lasting.is_some(), name, &mut self.draft);
    }

    fn finish(mut self) -> Draft {
        let mut default_named = HashSet::new();
        for edge in std::mem::take(&mut self.edges) {
            let row = self.row(&edge);
            let Some(ends) = edge.ends else { continue };
            if let Some((attribute, line)) = edge.direction
                && row.link_kind() != Some("parentage")
                && (attribute == "directed" || default_named.insert(line))
            {
                // A tie of the record has no direction.
                self.draft.unread.leave_out(attribute, line);
            }
            let ends = ends.map(|end| self.ids.get(&(edge.graph, end.clone())).cloned().unwrap_or(end));
            let own_id = Some(edge.id).filter(|id| is_own_link(id));
            row.add_link(own_id, ends, &mut self.draft);
        }
        for key in self.keys.values() {
            if let Some(Fallback { line, is_used: false, .. }) = key.fallback {
                self.draft.unread.leave_out(&key.name, line);
            }
        }
        self.draft
    }
}

/// Returns the name of an attribute by its id and the tag of what has it; the id if nothing declares it.
fn name_of<'a>(keys: &'a BTreeMap<(String, String), Key>, id: &'a str, of: &str) -> &'a str {
    let key = [of, ALL].iter().find_map(|of| keys.get(&(id.to_owned(), (*of).to_owned())));
    let key = key.or_else(|| keys.iter().find(|((known, _), _)| known == id).map(|(_, key)| key));
    key.map_or(id, |key| &key.name)
}

/// Adds the text of a datum to the values or the labels of a node or an edge, and names what has no place.
fn add_value(
    name: &str,
    datum: &Datum,
    values: &mut Vec<Value<'static>>,
    labels: &mut Vec<Value<'static>>,
    unread: &mut Unread,
) {
    let (text, line) = (datum.text.trim(), datum.line);
    if text.is_empty() && !datum.has_attributes || name == LASTING {
        return;
    }
    let value = |field, text: &str| Value { field, name: name.to_owned(), text: text.to_owned(), line };
    let field = vocabulary::field(name);
    if datum.has_attributes && field.is_some() {
        unread.leave_out(name, line);
    }
    match field {
        Some(_) if text.is_empty() => {}
        Some(field) if name.eq_ignore_ascii_case("label") => labels.push(value(field, text)),
        Some(field) => values.push(value(field, text)),
        None => match category(name) {
            Some((field, choice)) if text == "true" => values.push(value(field, choice)),
            Some(_) if text == "false" => {}
            _ => unread.leave_out(name, line),
        },
    }
}
