//! Networks of nodes and edges: GraphML (graphml.graphdrawing.org/specification), also those that Network
//! Canvas exports.
//!
//! Nodes within nodes are read as nodes. The record has no place for hyperedges and ports.

use std::collections::{BTreeMap, HashMap};

use dossier::model::*;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::definition::{Contents, ImportDefinition, begins_with};
use super::draft::{Draft, DraftLink, DraftMember, Unread, UnreadReason};
use super::row::{MemberKind, Row};
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

/// The attribute of Network Canvas that holds an id which is the same in every file.
const LASTING: &str = "networkCanvasUUID";
/// The tag that holds the words yEd draws below a node.
const LABEL: &str = "NodeLabel";

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
            Ok(Event::Text(text)) => graph.add_text(&text),
            Ok(Event::CData(text)) => graph.add_text(&text),
            Ok(Event::GeneralRef(name)) => graph.add_text(&entity(&name)),
            Ok(Event::Eof) => {
                if !graph.open.is_empty() {
                    graph.draft.unread.add(line, "", UnreadReason::BreaksOff);
                }
                break;
            }
            Ok(_) => {}
            Err(error) => {
                graph.draft.unread.add(line, &error.to_string(), UnreadReason::BreaksOff);
                break;
            }
        }
    }
    graph.finish()
}

/// Returns the text of a reference to one of XML's five entities or to a numbered character.
///
/// A document's own entities are never expanded: they could grow without end.
fn entity(name: &str) -> String {
    if let Some(known) = quick_xml::escape::resolve_predefined_entity(name) {
        return known.to_owned();
    }
    let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    number.and_then(char::from_u32).map(String::from).unwrap_or_default()
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

/// The declaration of an attribute: its name, what it is for (`node`, `edge` or `all`), and its value for those that
/// give none.
struct Key {
    name: String,
    of: String,
    fallback: Option<String>,
}

/// A node, or an edge if it has ends.
struct Element {
    id: String,
    /// The number of the graph: ids count within one graph.
    graph: usize,
    ends: Option<[String; 2]>,
    line: u32,
    data: Vec<(String, String)>,
    /// The number of people before the node, if it is a group of yEd: those after it are in the group.
    group_from: Option<usize>,
}

#[derive(Default)]
struct Graph<'a> {
    lines: Lines<'a>,
    /// The open tags, the innermost last.
    open: Vec<String>,
    keys: BTreeMap<String, Key>,
    key: Option<String>,
    /// The number of graphs so far.
    graphs: usize,
    elements: Vec<Element>,
    datum: Option<(String, String)>,
    /// The label that is being read: yEd has no attribute for a name.
    label: Option<String>,
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
        match local.as_str() {
            "key" => {
                let id = attribute("id").unwrap_or_default();
                let name =
                    attribute("attr.name").or_else(|| attribute("yfiles.type")).unwrap_or_else(|| id.clone());
                let of = attribute("for").unwrap_or_else(|| "all".to_owned());
                self.keys.insert(id.clone(), Key { name, of, fallback: None });
                self.key = Some(id);
            }
            // A graph within a node belongs to the graph around it.
            "graph" if self.elements.is_empty() => self.graphs += 1,
            "node" | "edge" => {
                let id = attribute("id").unwrap_or_default();
                let end = |name| attribute(name).unwrap_or_default();
                let ends = (local == "edge").then(|| [end("source"), end("target")]);
                let group_from = attribute("yfiles.foldertype").map(|_| self.draft.people.len());
                let graph = self.graphs;
                self.elements.push(Element { id, graph, ends, line, data: Vec::new(), group_from });
            }
            "data" => self.datum = attribute("key").map(|key| (key, String::new())),
            "default" => self.datum = Some((String::new(), String::new())),
            LABEL => self.label = Some(String::new()),
            "hyperedge" | "port" | "desc" => self.draft.unread.leave_out(&local, line),
            _ => {}
        }
        self.open.push(local);
    }

    fn add_text(&mut self, text: &str) {
        if let (Some(label), Some(LABEL)) = (&mut self.label, self.open.last().map(String::as_str)) {
            label.push_str(text);
        }
        if let Some((_, value)) = &mut self.datum {
            value.push_str(text);
        }
    }

    fn close(&mut self, local: &str) {
        self.open.pop();
        match local {
            "default" => {
                let key = self.key.as_ref().and_then(|key| self.keys.get_mut(key));
                if let (Some(key), Some((_, text))) = (key, self.datum.take()) {
                    key.fallback = Some(text);
                }
            }
            "key" => self.key = None,
            LABEL => {
                // A node may have several labels; yEd writes its name first.
                let element = self
                    .elements
                    .last_mut()
                    .filter(|element| element.data.iter().all(|(key, _)| key != LABEL));
                if let (Some(element), Some(words)) = (element, self.label.take()) {
                    element.data.push((LABEL.to_owned(), words));
                }
            }
            "data" => match (self.elements.last_mut(), self.datum.take()) {
                (Some(element), Some(datum)) => element.data.push(datum),
                (None, Some((key, text))) if !text.trim().is_empty() => {
                    // It says something about the whole network.
                    let name = self.keys.get(&key).map_or(key, |key| key.name.clone());
                    if !name.starts_with("networkCanvas") {
                        self.draft.unread.leave_out(&name, 0);
                    }
                }
                _ => {}
            },
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

    /// Returns the attributes of a node or edge by field of the record, with the defaults of the file for those
    /// that it does not give.
    fn row(&mut self, element: &Element) -> Row<'static> {
        let kind = if element.ends.is_some() { "edge" } else { "node" };
        let given = element.data.iter().map(|(key, text)| (key, text.clone()));
        let is_given = |key: &&String| element.data.iter().any(|(given, _)| given == *key);
        let defaults =
            self.keys.iter().filter(|(id, key)| [kind, "all"].contains(&key.of.as_str()) && !is_given(id));
        let defaults = defaults.filter_map(|(id, key)| Some((id, key.fallback.clone()?)));
        let mut values: Vec<(&'static str, String)> = Vec::new();
        let mut labels = Vec::new();
        for (key, text) in given.chain(defaults) {
            let name = self.keys.get(key).map_or(key.as_str(), |key| key.name.as_str());
            let text = text.trim();
            if text.is_empty() || name == LASTING {
                continue;
            }
            match vocabulary::field(name) {
                // Network Canvas labels each node “Node” where it knows no name.
                Some(field) if name.eq_ignore_ascii_case("label") => labels.push((field, text.to_owned())),
                Some(field) => values.push((field, text.to_owned())),
                None if name.starts_with("networkCanvas") => {}
                None => match category(name) {
                    Some((field, choice)) if text == "true" => values.push((field, choice.to_owned())),
                    Some(_) if text == "false" => {}
                    _ => self.draft.unread.leave_out(name, element.line),
                },
            }
        }
        values.extend(labels);
        Row { line: element.line, values }
    }

    /// Returns the value of an attribute, or the default of the network if the node has none.
    fn attribute(&self, element: &Element, name: &str) -> Option<String> {
        let (id, key) = self.keys.iter().find(|(_, key)| key.name == name)?;
        let given = element.data.iter().find(|(key, _)| key == id).map(|(_, text)| text.trim().to_owned());
        given.or_else(|| key.fallback.clone()).filter(|text| !text.is_empty())
    }

    /// Puts the people within a group into it. The group itself is nobody.
    fn group(&mut self, group: &Element, from: usize) {
        let row = self.row(group);
        let Some(name) = row.first("name").map(one_line).filter(|name| !name.is_empty()) else { return };
        for person in self.draft.people.iter_mut().skip(from) {
            if !person.fields.iter().any(|field| matches!(field, PersonField::Group(_))) {
                person.fields.push(PersonField::Group(Some(name.clone())));
            }
        }
    }

    fn node(&mut self, node: Element) {
        if let Some(from) = node.group_from {
            return self.group(&node, from);
        }
        let row = self.row(&node);
        let lasting = self.attribute(&node, LASTING);
        let id = lasting.clone().unwrap_or_else(|| match node.graph {
            0 | 1 => node.id.clone(),
            graph => format!("{graph}/{}", node.id),
        });
        self.ids.insert((node.graph, node.id.clone()), id.clone());
        let name = row.first("name").map(one_line).filter(|name| !name.is_empty());
        // Programs draw the id of a node without a name, so the id becomes its name.
        let name = name.unwrap_or_else(|| one_line(&node.id));
        for (_, other) in row.values.iter().filter(|(field, _)| *field == "name") {
            if one_line(other) != name && other != "Node" {
                self.draft.unread.leave_out(vocabulary::heading("name"), node.line);
            }
        }
        if node.id == CLIENT {
            self.draft.client = Some(CLIENT.to_owned());
            return;
        }
        let (line, lasting) = (node.line, lasting.is_some());
        let passed_over = ["name", "id", "type"];
        match row.kind() {
            MemberKind::Person => {
                let fields = row.fields::<Person>(&passed_over, &mut self.draft.unread);
                self.draft.people.push(DraftMember { id, lasting, line, name, fields });
            }
            MemberKind::Organisation => {
                let fields = row.fields::<Organisation>(&passed_over, &mut self.draft.unread);
                self.draft.organisations.push(DraftMember { id, lasting, line, name, fields });
            }
        }
    }

    fn finish(mut self) -> Draft {
        for edge in std::mem::take(&mut self.edges) {
            let row = self.row(&edge);
            let Some(ends) = edge.ends else { continue };
            let ends = ends.map(|end| self.ids.get(&(edge.graph, end.clone())).cloned().unwrap_or(end));
            let line = edge.line;
            let passed_over = ["name", "id", "a", "b", "type"];
            match row.first("type") {
                Some("partnership") => {
                    let fields = row.fields::<Partnership>(&passed_over, &mut self.draft.unread);
                    self.draft.partnerships.push(DraftLink { ends, line, fields });
                }
                Some("parentage") => {
                    let fields = row.fields::<Parentage>(&passed_over, &mut self.draft.unread);
                    self.draft.parentages.push(DraftLink { ends, line, fields });
                }
                _ => {
                    let fields = row.fields::<Tie>(&passed_over, &mut self.draft.unread);
                    self.draft.ties.push(DraftLink { ends, line, fields });
                }
            }
        }
        self.draft
    }
}
