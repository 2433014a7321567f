//! Writer of XML.

use super::{Settings, XSI, format_of, name_of};
use crate::codec::Unwritable;
use crate::codec::json::write_document;
use crate::codec::text::to_text;
use crate::reflect::{Ref, Reflect};
use crate::schema::{Member, Schema, TimestampFormat, XmlNamespace};

type Namespace = Option<XmlNamespace>;

/// Element of a structure or union.
#[derive(Clone, Copy, Debug)]
pub struct Element<'a> {
    /// Name.
    pub name: &'a str,
    /// Namespace.
    pub namespace: Option<XmlNamespace>,
    /// Text elements before the members.
    pub before: &'a [(&'a str, &'a str)],
    /// Text elements after the members.
    pub after: &'a [(&'a str, &'a str)],
    /// A member whose element has a different name than in the schema, and that name.
    pub renamed: Option<(usize, &'a str)>,
}

impl<'a> Element<'a> {
    /// Creates an element with members only.
    pub fn new(name: &'a str, namespace: Option<XmlNamespace>) -> Self {
        Self { name, namespace, before: &[], after: &[], renamed: None }
    }
}

/// Appends a structure or union as an element. [`Settings::bindings`] selects the members that are in the body.
///
/// # Errors
/// If a string cannot be written. The appended bytes are not a valid document in this case.
pub fn write(
    out: &mut Vec<u8>,
    settings: Settings,
    element: Element<'_>,
    shape: &dyn Reflect,
) -> Result<(), Unwritable> {
    let mut document = Document::new(out);
    document.shape(settings, element, shape);
    document.finish()
}

/// Writer of a document.
#[derive(Debug)]
pub struct Document<'o> {
    out: &'o mut Vec<u8>,
    /// Member that is being written.
    member: &'static str,
    unwritable: Option<Unwritable>,
}

impl<'o> Document<'o> {
    /// Creates a writer that appends to a buffer.
    pub fn new(out: &'o mut Vec<u8>) -> Self {
        Self { out, member: "", unwritable: None }
    }

    /// Appends an element with the members of a structure or union.
    pub fn shape(&mut self, settings: Settings, element: Element<'_>, shape: &dyn Reflect) {
        self.members(element, shape, |member| member.in_body(settings.bindings));
    }

    /// Appends an element with the value of a member, such as an HTTP payload.
    pub fn value(&mut self, name: &str, namespace: Option<XmlNamespace>, member: &'static Member, value: Ref<'_>) {
        self.member = member.name;
        self.element(name, namespace, member.target, format_of(member), value);
    }

    /// Appends a text element.
    pub fn text(&mut self, name: &str, text: &str) {
        self.start(name, None);
        self.escaped(text, Where::Text);
        self.end(name);
    }

    /// Finishes the document.
    ///
    /// # Errors
    /// If a string could not be written.
    pub fn finish(self) -> Result<(), Unwritable> {
        self.unwritable.map_or(Ok(()), Err)
    }

    /// Opens an element.
    pub fn start(&mut self, name: &str, namespace: Option<XmlNamespace>) {
        self.open(name, namespace);
        self.out.push(b'>');
    }

    /// Closes an element.
    pub fn end(&mut self, name: &str) {
        self.out.extend_from_slice(b"</");
        self.push(name);
        self.out.push(b'>');
    }

    fn push(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    /// Appends a start tag without its last character.
    fn open(&mut self, name: &str, namespace: Namespace) {
        self.out.push(b'<');
        self.push(name);
        if let Some(XmlNamespace { uri, prefix }) = namespace {
            self.push(" xmlns");
            if let Some(prefix) = prefix {
                self.out.push(b':');
                self.push(prefix);
            }
            self.push("=\"");
            self.escaped(uri, Where::Attribute);
            self.out.push(b'"');
        }
    }

    fn texts(&mut self, elements: &[(&str, &str)]) {
        for (name, text) in elements {
            self.text(name, text);
        }
    }

    fn members(&mut self, element: Element<'_>, shape: &dyn Reflect, is_here: impl Fn(&Member) -> bool) {
        let schema = shape.schema();
        self.open(element.name, element.namespace);
        if schema.sets.xml_attributes {
            shape.each(&mut |index, value| {
                if let Some(member) =
                    schema.members.get(index).filter(|member| member.traits.xml_attribute && is_here(member))
                {
                    self.attribute(member, value);
                }
                true
            });
        }
        self.out.push(b'>');
        self.texts(element.before);
        shape.each(&mut |index, value| {
            if let Some(member) =
                schema.members.get(index).filter(|member| !member.traits.xml_attribute && is_here(member))
            {
                let renamed = element.renamed.filter(|(renamed, _)| *renamed == index);
                self.member(renamed.map_or(name_of(member), |(_, name)| name), member, value);
            }
            true
        });
        self.texts(element.after);
        self.end(element.name);
    }

    fn attribute(&mut self, member: &Member, value: Ref<'_>) {
        let Some(text) = to_text(value, format_of(member)) else { return };
        self.member = member.name;
        self.out.push(b' ');
        self.push(name_of(member));
        self.out.extend_from_slice(b"=\"");
        self.escaped(&text, Where::Attribute);
        self.out.push(b'"');
    }

    fn member(&mut self, name: &str, member: &Member, value: Ref<'_>) {
        self.member = member.name;
        match value {
            // The most common leaf is first.
            Ref::Str(text) => {
                self.start(name, member.traits.xml_namespace);
                self.escaped(text, Where::Text);
                self.end(name);
            }
            Ref::List(list) if member.traits.xml_flattened => {
                let Some(element) = member.target.members.first() else { return };
                let namespace = element.traits.xml_namespace.or(member.traits.xml_namespace);
                for index in 0..list.len() {
                    self.element(name, namespace, element.target, format_of(element), list.get(index));
                }
            }
            Ref::Map(map) if member.traits.xml_flattened => {
                map.each(&mut |key, value| {
                    self.entry(name, member.traits.xml_namespace, member.target, key, value);
                    true
                });
            }
            // XML has no null for members.
            Ref::Null => {}
            value => self.element(name, member.traits.xml_namespace, member.target, format_of(member), value),
        }
    }

    fn element(
        &mut self,
        name: &str,
        namespace: Namespace,
        schema: &'static Schema,
        format: TimestampFormat,
        value: Ref<'_>,
    ) {
        match value {
            Ref::Shape(shape) => return self.members(Element::new(name, namespace), shape, |_| true),
            Ref::Absent | Ref::Null => {
                self.open(name, namespace);
                let (uri, prefix) = XSI;
                self.push(&format!(" xmlns:{prefix}=\"{uri}\" {prefix}:nil=\"true\"/>"));
                return;
            }
            _ => {}
        }
        self.start(name, namespace);
        match value {
            Ref::List(list) => {
                if let Some(member) = schema.members.first() {
                    let name = member.traits.xml_name.unwrap_or("member");
                    for index in 0..list.len() {
                        self.element(
                            name,
                            member.traits.xml_namespace,
                            member.target,
                            format_of(member),
                            list.get(index),
                        );
                    }
                }
            }
            Ref::Map(map) => {
                map.each(&mut |key, value| {
                    self.entry("entry", None, schema, key, value);
                    true
                });
            }
            Ref::Document(document) => {
                let mut json = Vec::new();
                write_document(&mut json, document);
                self.escaped(&String::from_utf8_lossy(&json), Where::Text);
            }
            leaf => {
                if let Some(text) = to_text(leaf, format) {
                    self.escaped(&text, Where::Text);
                }
            }
        }
        self.end(name);
    }

    /// Appends a map entry: key and value in an element.
    fn entry(&mut self, name: &str, namespace: Namespace, schema: &'static Schema, key: &str, value: Ref<'_>) {
        let [key_member, value_member] = schema.members else { return };
        self.start(name, namespace);
        let key_name = key_member.traits.xml_name.unwrap_or("key");
        self.start(key_name, key_member.traits.xml_namespace);
        self.escaped(key, Where::Text);
        self.end(key_name);
        let value_name = value_member.traits.xml_name.unwrap_or("value");
        self.element(
            value_name,
            value_member.traits.xml_namespace,
            value_member.target,
            format_of(value_member),
            value,
        );
        self.end(name);
    }

    #[cold]
    fn note(&mut self) {
        self.unwritable.get_or_insert(Unwritable::characters(self.member));
    }

    /// Appends escaped text. Line ends, and white space in attributes, become references, as readers would normalize
    /// them (XML 1.0, sections 2.11 and 3.3.3).
    fn escaped(&mut self, text: &str, place: Where) {
        let mut done = 0;
        for (at, byte) in text.bytes().enumerate() {
            let reference = match byte {
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'&' => "&amp;",
                b'\r' => "&#xD;",
                b'"' if place == Where::Attribute => "&quot;",
                b'\n' if place == Where::Attribute => "&#xA;",
                b'\t' if place == Where::Attribute => "&#x9;",
                b'\t' | b'\n' => continue,
                0..0x20 => {
                    self.note();
                    continue;
                }
                // U+FFFE and U+FFFF.
                0xef if matches!(text.as_bytes().get(at + 1..at + 3), Some([0xbf, 0xbe | 0xbf])) => {
                    self.note();
                    continue;
                }
                _ => continue,
            };
            self.push(text.get(done..at).unwrap_or_default());
            self.push(reference);
            done = at + 1;
        }
        self.push(text.get(done..).unwrap_or_default());
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    Text,
    Attribute,
}
