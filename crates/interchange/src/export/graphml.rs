//! The network as GraphML: a node for the client and each member, an edge for each tie and family line.

use std::collections::BTreeSet;

use dossier::model::*;
use dossier::{Dossier, Id, Record};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use serde::Serialize;

use super::definition::{ExportDefinition, one_file};
use super::ends::{CLIENT, Ends};
use crate::field::texts;

pub(super) const DEFINITION: ExportDefinition =
    ExportDefinition { name: "graphml", with_notes: false, write: |dossier, _| one_file(write(dossier)) };

/// Fields that are not written as data: the ends of an edge are attributes of its tag, and nobody else needs
/// to know the origin of a record.
const LEFT_OUT: &[&str] = &["origin", "a", "b", "parent", "child"];

/// A node, or an edge if it has ends.
struct Element {
    id: String,
    ends: Option<[String; 2]>,
    data: Vec<(&'static str, String)>,
}

fn write(dossier: &Dossier) -> Vec<u8> {
    let client = vec![("name", dossier.profile().name), ("type", "client".to_owned())];
    let mut nodes = vec![Element { id: CLIENT.to_owned(), ends: None, data: client }];
    nodes.extend(dossier.all::<Person>().iter().map(|person| element(person, "person", None)));
    nodes.extend(dossier.all::<Organisation>().iter().map(|one| element(one, "organisation", None)));
    let members = Ends::of(dossier);
    let mut edges = Vec::new();
    for tie in dossier.all::<Tie>() {
        edges.push(element(&tie, "tie", ends(&tie.a, &tie.b)));
    }
    for link in dossier.all::<Partnership>() {
        edges.push(element(&link, "partnership", ends(&link.a, &link.b)));
    }
    for link in dossier.all::<Parentage>() {
        edges.push(element(&link, "parentage", ends(&link.parent, &link.child)));
    }
    edges.retain(|edge| edge.ends.as_ref().is_some_and(|[a, b]| members.have([a, b])));
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    let _ = document(&mut Writer::new_with_indent(&mut bytes, b' ', 2), &nodes, &edges);
    bytes
}

fn ends<E: ToString>(a: &Option<E>, b: &Option<E>) -> Option<[String; 2]> {
    Some([a.as_ref()?.to_string(), b.as_ref()?.to_string()])
}

fn element<R>(record: &R, kind: &str, ends: Option<[String; 2]>) -> Element
where
    R: Record,
    R::Field: Serialize,
{
    let mut data = vec![("type", kind.to_owned())];
    data.extend(texts(record).into_iter().filter(|(field, _)| !LEFT_OUT.contains(field)));
    Element { id: record.id().as_str().to_owned(), ends, data }
}

fn document(writer: &mut Writer<&mut Vec<u8>>, nodes: &[Element], edges: &[Element]) -> std::io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root =
        BytesStart::new("graphml").with_attributes([("xmlns", "http://graphml.graphdrawing.org/xmlns")]);
    writer.write_event(Event::Start(root))?;
    for (prefix, elements, of) in [("n", nodes, "node"), ("e", edges, "edge")] {
        let names: BTreeSet<&str> =
            elements.iter().flat_map(|element| element.data.iter().map(|(name, _)| *name)).collect();
        for name in names {
            let id = format!("{prefix}-{name}");
            let key = [("id", id.as_str()), ("for", of), ("attr.name", name), ("attr.type", "string")];
            writer.write_event(Event::Empty(BytesStart::new("key").with_attributes(key)))?;
        }
    }
    let graph = BytesStart::new("graph").with_attributes([("edgedefault", "undirected")]);
    writer.write_event(Event::Start(graph))?;
    for (prefix, elements, tag) in [("n", nodes, "node"), ("e", edges, "edge")] {
        for element in elements {
            let mut start = BytesStart::new(tag).with_attributes([("id", element.id.as_str())]);
            if let Some([a, b]) = &element.ends {
                start.push_attribute(("source", a.as_str()));
                start.push_attribute(("target", b.as_str()));
            }
            writer.write_event(Event::Start(start))?;
            for (name, value) in &element.data {
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
