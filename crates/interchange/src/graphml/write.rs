//! Writing GraphML: every member and the client a point, every tie and family line a line.

use std::collections::BTreeSet;

use dossier::model::*;
use dossier::{Dossier, Id, Record};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use serde::Serialize;

use super::CLIENT;
use crate::field::texts;

/// What a line's data do not repeat: its ends stand in its tag, and where it once came from concerns nobody else.
const LEFT_OUT: &[&str] = &["origin", "a", "b", "parent", "child"];

struct Thing {
    id: String,
    ends: Option<[String; 2]>,
    data: Vec<(&'static str, String)>,
}

/// Writes the network of a dossier.
pub(crate) fn write(dossier: &Dossier) -> Vec<u8> {
    let client = vec![("name", dossier.profile().name), ("type", "client".to_owned())];
    let mut nodes = vec![Thing { id: CLIENT.to_owned(), ends: None, data: client }];
    nodes.extend(dossier.all::<Person>().iter().map(|person| thing(person, "person", None)));
    nodes.extend(dossier.all::<Organisation>().iter().map(|one| thing(one, "organisation", None)));
    let there: BTreeSet<String> = nodes.iter().map(|node| node.id.clone()).collect();
    let mut edges = Vec::new();
    for tie in dossier.all::<Tie>() {
        edges.push(thing(&tie, "tie", ends(&tie.a, &tie.b)));
    }
    for line in dossier.all::<Partnership>() {
        edges.push(thing(&line, "partnership", ends(&line.a, &line.b)));
    }
    for line in dossier.all::<Parentage>() {
        edges.push(thing(&line, "parentage", ends(&line.parent, &line.child)));
    }
    // A line to a member who was taken out of view is out of view as well.
    edges.retain(|edge| edge.ends.iter().flatten().filter(|end| there.contains(*end)).count() == 2);
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    let _ = document(&mut Writer::new_with_indent(&mut bytes, b' ', 2), &nodes, &edges);
    bytes
}

fn ends<E: ToString>(a: &Option<E>, b: &Option<E>) -> Option<[String; 2]> {
    Some([a.as_ref()?.to_string(), b.as_ref()?.to_string()])
}

fn thing<R>(record: &R, kind: &str, ends: Option<[String; 2]>) -> Thing
where
    R: Record,
    R::Field: Serialize,
{
    let mut data = vec![("type", kind.to_owned())];
    data.extend(texts(record).into_iter().filter(|(field, _)| !LEFT_OUT.contains(field)));
    Thing { id: record.id().as_str().to_owned(), ends, data }
}

fn document(writer: &mut Writer<&mut Vec<u8>>, nodes: &[Thing], edges: &[Thing]) -> std::io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root =
        BytesStart::new("graphml").with_attributes([("xmlns", "http://graphml.graphdrawing.org/xmlns")]);
    writer.write_event(Event::Start(root))?;
    for (prefix, things, of) in [("n", nodes, "node"), ("e", edges, "edge")] {
        let names: BTreeSet<&str> =
            things.iter().flat_map(|thing| thing.data.iter().map(|(name, _)| *name)).collect();
        for name in names {
            let id = format!("{prefix}-{name}");
            let key = [("id", id.as_str()), ("for", of), ("attr.name", name), ("attr.type", "string")];
            writer.write_event(Event::Empty(BytesStart::new("key").with_attributes(key)))?;
        }
    }
    let graph = BytesStart::new("graph").with_attributes([("edgedefault", "undirected")]);
    writer.write_event(Event::Start(graph))?;
    for (prefix, things, tag) in [("n", nodes, "node"), ("e", edges, "edge")] {
        for thing in things {
            let mut start = BytesStart::new(tag).with_attributes([("id", thing.id.as_str())]);
            if let Some([a, b]) = &thing.ends {
                start.push_attribute(("source", a.as_str()));
                start.push_attribute(("target", b.as_str()));
            }
            writer.write_event(Event::Start(start))?;
            for (name, value) in &thing.data {
                let key = format!("{prefix}-{name}");
                writer.write_event(Event::Start(
                    BytesStart::new("data").with_attributes([("key", key.as_str())]),
                ))?;
                writer.write_event(Event::Text(BytesText::new(value)))?;
                writer.write_event(Event::End(BytesEnd::new("data")))?;
            }
            writer.write_event(Event::End(BytesEnd::new(tag)))?;
        }
    }
    writer.write_event(Event::End(BytesEnd::new("graph")))?;
    writer.write_event(Event::End(BytesEnd::new("graphml")))
}
