//! Reading GraphML. Points within points are read as points; hyperedges and ports have no place in the record.

use std::collections::HashMap;

use dossier::model::*;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::CLIENT;
use crate::csv::{Member, Row};
use crate::draft::{Draft, DraftLink, DraftMember, UnreadReason};
use crate::encoding::{decode, one_line};
use crate::words;

/// The name of the attribute by which Network Canvas knows a point in every file.
const LASTING: &str = "networkCanvasUUID";
/// The tag in which yEd draws words under a point.
const DRAWN: &str = "NodeLabel";

/// Reads a network.
pub(crate) fn read(bytes: &[u8]) -> Draft {
    let text = decode(bytes);
    let mut graph = Graph { lines: Lines { text: &text, at: 0, number: 1 }, ..Graph::default() };
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
            Ok(Event::Text(text)) => graph.say(&text),
            Ok(Event::CData(text)) => graph.say(&text),
            Ok(Event::GeneralRef(name)) => graph.say(&entity(&name)),
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

/// The five entities of XML and numbered characters; a document's own entities are never expanded.
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

/// Counts lines as the reader goes on.
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

/// What a point or a line is called by an attribute.
struct Key {
    name: String,
    fallback: Option<String>,
}

struct Thing {
    id: String,
    ends: Option<[String; 2]>,
    line: u32,
    data: Vec<(String, String)>,
}

#[derive(Default)]
struct Graph<'a> {
    lines: Lines<'a>,
    /// The tags that are open.
    open: Vec<String>,
    keys: HashMap<String, Key>,
    key: Option<String>,
    things: Vec<Thing>,
    datum: Option<(String, String)>,
    /// The words under a point, as yEd draws them: it has no attribute for a name.
    drawn: Option<String>,
    draft: Draft,
    /// From a point's id to the id under which it stands in the draft.
    ids: HashMap<String, String>,
    edges: Vec<Thing>,
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
                self.keys.insert(id.clone(), Key { name, fallback: None });
                self.key = Some(id);
            }
            "node" => {
                let id = attribute("id").unwrap_or_default();
                self.things.push(Thing { id, ends: None, line, data: Vec::new() });
            }
            "edge" => {
                let ends = [attribute("source").unwrap_or_default(), attribute("target").unwrap_or_default()];
                let id = attribute("id").unwrap_or_default();
                self.things.push(Thing { id, ends: Some(ends), line, data: Vec::new() });
            }
            "data" => self.datum = attribute("key").map(|key| (key, String::new())),
            "default" => self.datum = Some((String::new(), String::new())),
            DRAWN => self.drawn = Some(String::new()),
            "hyperedge" | "port" => self.draft.unread.leave_out(&local),
            _ => {}
        }
        self.open.push(local);
    }

    fn say(&mut self, text: &str) {
        if let (Some(drawn), Some(DRAWN)) = (&mut self.drawn, self.open.last().map(String::as_str)) {
            drawn.push_str(text);
        }
        if let Some((_, said)) = &mut self.datum {
            said.push_str(text);
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
            DRAWN => {
                // A point may have more of them; yEd writes its name first.
                let thing =
                    self.things.last_mut().filter(|thing| thing.data.iter().all(|(key, _)| key != DRAWN));
                if let (Some(thing), Some(words)) = (thing, self.drawn.take()) {
                    thing.data.push((DRAWN.to_owned(), words));
                }
            }
            "data" => {
                if let (Some(thing), Some(datum)) = (self.things.last_mut(), self.datum.take()) {
                    thing.data.push(datum);
                }
            }
            "node" => {
                if let Some(node) = self.things.pop() {
                    self.node(node);
                }
            }
            // An edge may stand before its points.
            "edge" => self.edges.extend(self.things.pop()),
            _ => {}
        }
    }

    /// What the attributes of a point or line say, by field of the record.
    fn row(&mut self, thing: &Thing) -> Row<'static> {
        let mut values = Vec::new();
        for (key, text) in &thing.data {
            let name = self.keys.get(key).map_or(key.as_str(), |key| key.name.as_str());
            let text = text.trim();
            if text.is_empty() || name == LASTING {
                continue;
            }
            match words::field(name) {
                Some(field) => values.push((field, text.to_owned())),
                None if name.starts_with("networkCanvas") => {}
                None => self.draft.unread.leave_out(name),
            }
        }
        Row { line: thing.line, values }
    }

    /// The value of an attribute by its name; the network's default where the point has none.
    fn attribute(&self, thing: &Thing, name: &str) -> Option<String> {
        let (id, key) = self.keys.iter().find(|(_, key)| key.name == name)?;
        let said = thing.data.iter().find(|(key, _)| key == id).map(|(_, text)| text.trim().to_owned());
        said.or_else(|| key.fallback.clone()).filter(|text| !text.is_empty())
    }

    fn node(&mut self, node: Thing) {
        let row = self.row(&node);
        let lasting = self.attribute(&node, LASTING);
        let id = lasting.clone().unwrap_or_else(|| node.id.clone());
        self.ids.insert(node.id.clone(), id.clone());
        let name = row.first("name").map(one_line).filter(|name| !name.is_empty());
        // A point without a name is known by its id, as every program draws it.
        let name = name.unwrap_or_else(|| one_line(&node.id));
        if node.id == CLIENT {
            self.draft.client = Some(CLIENT.to_owned());
            return;
        }
        let (line, lasting) = (node.line, lasting.is_some());
        let passed_over = ["name", "id", "type", "a", ""];
        match row.kind() {
            Member::Person => {
                let fields = row.fields::<Person>(&passed_over, &mut self.draft.unread);
                self.draft.people.push(DraftMember { id, lasting, line, name, fields });
            }
            Member::Organisation => {
                let fields = row.fields::<Organisation>(&passed_over, &mut self.draft.unread);
                self.draft.organisations.push(DraftMember { id, lasting, line, name, fields });
            }
        }
    }

    fn finish(mut self) -> Draft {
        for edge in std::mem::take(&mut self.edges) {
            let row = self.row(&edge);
            let Some(ends) = edge.ends else { continue };
            let ends = ends.map(|end| self.ids.get(&end).cloned().unwrap_or(end));
            let line = edge.line;
            let passed_over = ["name", "id", "a", "", "type"];
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
