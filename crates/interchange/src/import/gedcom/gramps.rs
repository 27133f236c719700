//! Family trees of Gramps, in its own XML (gramps-project.org/xml), packed by gzip or not.
//!
//! A tree becomes the structures of GEDCOM, which the readers of people and families know. What has no such
//! structure keeps its own tag, by which it is named. What is private in Gramps is read, and named.

use std::collections::HashMap;
use std::io::Read;

use flate2::read::GzDecoder;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::structure::Structure;
use super::tree::Tree;
use crate::encoding::decode;
use crate::import::definition::{Contents, ImportDefinition, MAX_FILE_BYTES, ReadError, begins_with};
use crate::import::draft::{Draft, Unread, UnreadReason};

pub(in crate::import) const DEFINITION: ImportDefinition = ImportDefinition {
    name: "gramps",
    titles: &["Gramps"],
    contents: Contents::FamilyTree,
    extensions: &["gramps"],
    shared_extensions: &[],
    shows: |head| begins_with(head, "<") && head.contains("gramps-project.org"),
    allows: |_| true,
    read,
    example: "<database xmlns=\"http://gramps-project.org/xml/1.7.1/\"><people><person handle=\"_1\" id=\"I1\"><name>\
              <first>Anna</first><surname>Jansen</surname></name></person></people></database>",
};

/// The first bytes of a file that gzip packed.
const GZIP: &[u8] = &[0x1f, 0x8b];
/// The deepest level of tags that is read. Gramps writes fewer than ten.
const DEEPEST: usize = 50;
/// Attributes that say something about the entry in the program.
const ABOUT_THE_ENTRY: [&str; 6] = ["handle", "hlink", "change", "id", PRIVATE, "alt"];
/// The attribute of an entry that its owner keeps out of reports and exports.
const PRIVATE: &str = "priv";

/// A tag with everything in it.
#[derive(Default)]
struct Node {
    tag: String,
    line: u32,
    attributes: Vec<(String, String)>,
    text: String,
    children: Vec<Node>,
}

fn read(bytes: &[u8]) -> Result<Draft, ReadError> {
    let mut draft = Draft::default();
    let bytes = unpacked(bytes, &mut draft.unread)?;
    let text = decode(&bytes, &mut draft.unread);
    let whole = Node::read(&text, &mut draft.unread);
    let database = whole.children.into_iter().find(|node| node.tag == "database").unwrap_or_default();
    let mut events: HashMap<String, (Node, bool)> = HashMap::new();
    let mut entries = Vec::new();
    for list in database.children {
        if ["people", "families", "events", "notes"].contains(&list.tag.as_str()) {
            list.name_private(&mut draft.unread);
        }
        match list.tag.as_str() {
            "header" => {}
            "events" => {
                let all = list.children.into_iter();
                events.extend(all.map(|event| (event.attribute("handle").to_owned(), (event, false))));
            }
            _ => entries.extend(list.children),
        }
    }
    let mut tree = Tree::default();
    for entry in entries {
        let structure = match entry.tag.as_str() {
            "person" => person(&entry, &mut events),
            "family" => family(&entry, &mut events),
            "note" => note(&entry),
            _ => {
                draft.unread.leave_out(&entry.tag, entry.line);
                continue;
            }
        };
        super::add(structure, &mut tree, &mut draft);
    }
    super::finish(tree, &mut draft);
    let mut unused: Vec<&Node> = events.values().filter(|(_, used)| !used).map(|(event, _)| event).collect();
    unused.sort_by_key(|event| event.line);
    unused.into_iter().for_each(|event| draft.unread.leave_out("event", event.line));
    Ok(draft)
}

/// Returns the bytes of a file without the packing. Names a file of which the packing breaks off.
fn unpacked(bytes: &[u8], unread: &mut Unread) -> Result<Vec<u8>, ReadError> {
    if !bytes.starts_with(GZIP) {
        return Ok(bytes.to_vec());
    }
    let mut text = Vec::new();
    let most = MAX_FILE_BYTES as u64 + 1;
    if let Err(error) = GzDecoder::new(bytes).take(most).read_to_end(&mut text) {
        unread.add(0, &error.to_string(), UnreadReason::BreaksOff);
    }
    if text.len() > MAX_FILE_BYTES { Err(ReadError::TooLarge) } else { Ok(text) }
}

impl Node {
    /// Reads a document up to the place where it breaks off.
    fn read(text: &str, unread: &mut Unread) -> Self {
        let mut open = vec![Self::default()];
        let (mut reader, mut at, mut line) = (Reader::from_str(text), 0, 1);
        loop {
            let position = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
            let passed = text.as_bytes().get(at..position).unwrap_or_default();
            line += passed.iter().filter(|byte| **byte == b'\n').count() as u32;
            at = position.max(at);
            let more = match reader.read_event() {
                Ok(Event::Start(tag)) if open.len() < DEEPEST => {
                    open.push(Self::of(&tag, line));
                    continue;
                }
                Ok(Event::Empty(tag)) => {
                    open.push(Self::of(&tag, line));
                    close(&mut open);
                    continue;
                }
                Ok(Event::End(_)) => {
                    close(&mut open);
                    continue;
                }
                Ok(Event::Text(text)) => text.to_string(),
                Ok(Event::CData(text)) => text.to_string(),
                Ok(Event::GeneralRef(name)) => crate::import::graphml::entity(&name).unwrap_or_else(|| {
                    unread.add(line, &format!("&{};", &*name), UnreadReason::Value);
                    String::new()
                }),
                Ok(Event::Eof) if open.len() == 1 => break,
                Ok(Event::Start(_) | Event::Eof) => {
                    unread.add(line, "", UnreadReason::BreaksOff);
                    break;
                }
                Err(error) => {
                    unread.add(line, &error.to_string(), UnreadReason::BreaksOff);
                    break;
                }
                Ok(_) => continue,
            };
            if let Some(node) = open.last_mut() {
                node.text.push_str(&more);
            }
        }
        while open.len() > 1 {
            close(&mut open);
        }
        open.pop().unwrap_or_default()
    }

    fn of(tag: &BytesStart<'_>, line: u32) -> Self {
        let attributes = tag.attributes().flatten().map(|attribute| {
            let raw = attribute.value.into_owned();
            let value = quick_xml::escape::unescape(&raw).map(|text| text.into_owned()).unwrap_or(raw);
            (attribute.key.as_ref().to_owned(), value)
        });
        Self {
            tag: tag.local_name().as_ref().to_owned(),
            line,
            attributes: attributes.collect(),
            ..Self::default()
        }
    }

    fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    fn child(&self, tag: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.tag == tag)
    }

    /// Returns whether a child is the first one with its tag.
    fn is_first(&self, child: &Self) -> bool {
        self.child(&child.tag).is_some_and(|first| std::ptr::eq(first, child))
    }

    /// Returns the node under another tag, with its attributes but for the given ones.
    fn under(&self, tag: &str, value: &str, without: &[&str]) -> Structure {
        let mut structure = Structure::new(self.line, tag, value);
        let attributes = self.attributes.iter().filter(|(name, _)| {
            !ABOUT_THE_ENTRY.contains(&name.as_str()) && !without.contains(&name.as_str())
        });
        let attributes = attributes.map(|(name, value)| Structure::new(self.line, name, value));
        structure.substructures.extend(attributes);
        // A text that is no part of the value is named.
        if !self.text.trim().is_empty() && self.text.trim() != value {
            structure.substructures.push(Structure::new(self.line, "text", self.text.trim()));
        }
        structure
    }

    /// Returns the node as a structure that nobody knows.
    fn unknown(&self) -> Structure {
        let mut structure = self.under(&self.tag, self.text.trim(), &[]);
        structure.substructures.extend(self.children.iter().map(Self::unknown));
        structure
    }

    /// Names every entry that the program marks as private.
    ///
    /// Such an entry is read like any other: without it a family would lack people, and nobody would see that. The
    /// coach decides whether it belongs in the dossier.
    fn name_private(&self, unread: &mut Unread) {
        if !["", "0"].contains(&self.attribute(PRIVATE)) {
            unread.add(self.line, &self.described(), UnreadReason::Private);
        }
        self.children.iter().for_each(|child| child.name_private(unread));
    }

    /// Returns the tag and the number of an entry with its name, or with its contents if it has none.
    fn described(&self) -> String {
        let mut words = vec![self.tag.as_str(), self.attribute("id")];
        match self.child("name") {
            Some(name) => name.children.iter().for_each(|part| part.add_words(&mut words)),
            None => self.add_words(&mut words),
        }
        words.retain(|word| !word.is_empty());
        words.join(" ")
    }

    fn add_words<'a>(&'a self, words: &mut Vec<&'a str>) {
        let attributes = self.attributes.iter().filter(|(name, _)| !ABOUT_THE_ENTRY.contains(&name.as_str()));
        words.extend(attributes.map(|(_, value)| value.as_str()));
        words.push(self.text.trim());
        // What the entry points at has a name of its own.
        let own = self.children.iter().filter(|child| child.attribute("hlink").is_empty());
        own.for_each(|child| child.add_words(words));
    }

    /// Returns the pointer to another entry.
    fn pointer(&self) -> String {
        format!("@{}@", self.attribute("hlink"))
    }
}

/// Moves the innermost open tag into the one around it.
fn close(open: &mut Vec<Node>) {
    if open.len() > 1
        && let (Some(node), Some(parent)) = (open.pop(), open.last_mut())
    {
        parent.children.push(node);
    }
}

type Events = HashMap<String, (Node, bool)>;

fn person(node: &Node, events: &mut Events) -> Structure {
    let mut person = node.under("INDI", "", &[]);
    person.substructures.extend(about_references(node));
    person.id = Some(node.attribute("handle").to_owned()).filter(|handle| !handle.is_empty());
    for child in &node.children {
        person.substructures.push(match child.tag.as_str() {
            "gender" => child.under("SEX", child.text.trim(), &[]),
            "name" => name(child),
            "childof" => child.under("FAMC", &child.pointer(), &[]),
            "parentin" => child.under("FAMS", &child.pointer(), &[]),
            "noteref" => child.under("NOTE", &child.pointer(), &[]),
            "personref" => {
                let mut association = child.under("ASSO", &child.pointer(), &["rel"]);
                association.substructures.push(Structure::new(child.line, "RELA", child.attribute("rel")));
                association.substructures.extend(child.children.iter().map(Node::unknown));
                association
            }
            "eventref" => event(child, events),
            _ => child.unknown(),
        });
    }
    person
}

fn name(node: &Node) -> Structure {
    let text = |tag: &str| node.child(tag).map_or("", |part| part.text.trim());
    let prefix = node.child("surname").map_or("", |surname| surname.attribute("prefix"));
    let whole = [text("first"), prefix, text("surname")].join(" ");
    let mut name = node.under("NAME", &whole, &["type"]);
    match node.attribute("type") {
        "" | "Birth Name" => {}
        kind => name.substructures.push(Structure::new(node.line, "TYPE", kind)),
    }
    let mut has_surname = false;
    for part in &node.children {
        name.substructures.push(match part.tag.as_str() {
            "first" if node.is_first(part) => continue,
            "surname" if !has_surname => {
                has_surname = true;
                part.under("SURN", part.text.trim(), &["prefix", "prim"])
            }
            "nick" => part.under("NICK", part.text.trim(), &[]),
            "title" => part.under("NPFX", part.text.trim(), &[]),
            "suffix" => part.under("NSFX", part.text.trim(), &[]),
            "call" => part.under("GIVN", part.text.trim(), &[]),
            _ => part.unknown(),
        });
    }
    name
}

fn family(node: &Node, events: &mut Events) -> Structure {
    let mut family = node.under("FAM", "", &[]);
    family.substructures.extend(about_references(node));
    family.id = Some(node.attribute("handle").to_owned()).filter(|handle| !handle.is_empty());
    let mut married = None;
    for child in &node.children {
        family.substructures.push(match child.tag.as_str() {
            "father" => child.under("HUSB", &child.pointer(), &[]),
            "mother" => child.under("WIFE", &child.pointer(), &[]),
            "childref" => {
                let mut line = child.under("CHIL", &child.pointer(), &["frel", "mrel"]);
                for (tag, name) in [("_FREL", "frel"), ("_MREL", "mrel")] {
                    match child.attribute(name) {
                        "" | "None" | "Unknown" => {}
                        "Stepchild" => line.substructures.push(Structure::new(child.line, tag, "step")),
                        kind => line.substructures.push(Structure::new(child.line, tag, kind)),
                    }
                }
                line.substructures.extend(child.children.iter().map(Node::unknown));
                line
            }
            "rel" => match child.attribute("type") {
                "Married" => {
                    married = Some(child.under("MARR", "", &["type"]));
                    continue;
                }
                "Unknown" => continue,
                _ => child.unknown(),
            },
            "eventref" => event(child, events),
            _ => child.unknown(),
        });
    }
    if family.first("MARR").is_none() {
        family.substructures.extend(married);
    }
    family
}

fn note(node: &Node) -> Structure {
    let text = node.child("text").map_or("", |text| text.text.trim());
    // Whether lines are broken is about the text, and a general note is of no kind.
    let without: &[&str] =
        if node.attribute("type") == "General" { &["format", "type"] } else { &["format"] };
    let mut note = node.under("NOTE", text, without);
    note.id = Some(node.attribute("handle").to_owned()).filter(|handle| !handle.is_empty());
    note.substructures.extend(
        node.children.iter().filter(|child| child.tag != "text" || !node.is_first(child)).map(Node::unknown),
    );
    note
}

/// Returns the event that a person or family points at.
fn event(reference: &Node, events: &mut Events) -> Structure {
    let is_own = matches!(reference.attribute("role"), "" | "Primary" | "Family");
    let Some((event, used)) = events.get_mut(reference.attribute("hlink")).filter(|_| is_own) else {
        return reference.under(&reference.tag, &reference.pointer(), &[]);
    };
    *used = true;
    let kind = event.child("type").map_or("", |kind| kind.text.trim());
    let tag = match kind {
        "Birth" => "BIRT",
        "Death" => "DEAT",
        "Burial" => "BURI",
        "Cremation" => "CREM",
        "Occupation" => "OCCU",
        "Marriage" => "MARR",
        "Divorce" => "DIV",
        "Annulment" => "ANUL",
        kind => kind,
    };
    let description = event.child("description").map_or("", |text| text.text.trim());
    let mut structure = event.under(tag, description, &[]);
    for child in &event.children {
        structure.substructures.push(match child.tag.as_str() {
            "type" | "description" if event.is_first(child) => continue,
            "dateval" | "daterange" | "datespan" | "datestr" => date(child),
            _ => child.unknown(),
        });
    }
    structure
}

/// Returns what the references to events say of themselves, which is no part of the events.
fn about_references(node: &Node) -> impl Iterator<Item = Structure> {
    let references =
        node.children.iter().filter(|child| child.tag == "eventref" && !child.children.is_empty());
    references.map(|reference| {
        let mut about = Structure::new(reference.line, &reference.tag, "");
        about.substructures.extend(reference.children.iter().map(Node::unknown));
        about
    })
}

/// Returns a date as GEDCOM writes it.
fn date(node: &Node) -> Structure {
    let (value, start, stop) = (node.attribute("val"), node.attribute("start"), node.attribute("stop"));
    let text = match (node.tag.as_str(), node.attribute("type")) {
        ("daterange", _) => format!("BET {start} AND {stop}"),
        ("datespan", _) => format!("FROM {start} TO {stop}"),
        ("dateval", "about") => format!("ABT {value}"),
        ("dateval", "before") => format!("BEF {value}"),
        ("dateval", "after") => format!("AFT {value}"),
        (_, kind) => format!("{kind} {value}"),
    };
    let text = match node.attribute("quality") {
        "estimated" => format!("EST {text}"),
        "calculated" => format!("CAL {text}"),
        quality => format!("{quality} {text}"),
    };
    let text = match node.attribute("cformat") {
        "" | "Gregorian" => text,
        calendar => format!("@#D{calendar}@ {text}"),
    };
    node.under("DATE", &text, &["val", "start", "stop", "type", "quality", "cformat"])
}
