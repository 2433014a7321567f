//! Compares bodies: JSON and XML by structure, forms by pairs, other formats by bytes.

use std::cmp::Ordering;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::{Map, Value as Json};

use super::Failure;
use crate::codec::cbor::read_document;
use crate::types::Document;

/// Returns the bytes of a case's body. Binary formats are base64.
pub(super) fn bytes(message: &Map<String, Json>) -> Bytes {
    let text = message.get("body").and_then(Json::as_str).unwrap_or_default();
    let headers = message.get("headers").and_then(Json::as_object).into_iter().flatten();
    let own =
        headers.filter(|(name, _)| name.eq_ignore_ascii_case("content-type")).find_map(|(_, value)| value.as_str());
    let media_type = message.get("bodyMediaType").and_then(Json::as_str).or(own);
    decode(text, media_type.unwrap_or_default())
}

fn decode(text: &str, media_type: &str) -> Bytes {
    let is_binary = matches!(media_type, "application/cbor" | "application/vnd.amazon.eventstream");
    let decoded = if is_binary { STANDARD.decode(text).ok() } else { None };
    decoded.map_or_else(|| Bytes::from(text.to_owned()), Bytes::from)
}

/// Returns the request ID in a case's body.
pub(super) fn request_id(message: &Map<String, Json>) -> Option<String> {
    let text = message.get("body").and_then(Json::as_str)?;
    tree(text).ok()?.request_id().map(str::to_owned)
}

/// Compares a body with the expected one of a case.
pub(super) fn compare(expected: &str, found: &[u8], media_type: &str) -> Result<(), Failure> {
    let media_type = media_type.split(';').next().unwrap_or_default().trim();
    let text = String::from_utf8_lossy(found);
    let same = if expected.is_empty() || found.is_empty() {
        expected.is_empty() == found.is_empty()
    } else if media_type.ends_with("json") || media_type.contains("x-amz-json") {
        let parse = |text: &str| serde_json::from_str::<Json>(text).map_err(Failure::of(format!("body {text}")));
        same_json(&parse(expected)?, &parse(&text)?)
    } else if media_type.ends_with("xml") {
        let (expected, mut found) = (tree(expected)?, tree(&text)?);
        if expected.request_id().is_none() {
            found.forget_request_id();
        }
        expected == found
    } else if media_type == "application/cbor" {
        let parse = |bytes: &[u8]| read_document(bytes).map_err(Failure::of("body"));
        same_document(&parse(&decode(expected, media_type))?, &parse(found)?)
    } else if media_type == "application/x-www-form-urlencoded" {
        pairs(expected) == pairs(&text)
    } else {
        decode(expected, media_type) == found
    };
    if same { Ok(()) } else { Err(Failure::differs("body", expected, text)) }
}

/// Compares numbers by value.
fn same_json(left: &Json, right: &Json) -> bool {
    match (left, right) {
        (Json::Number(left), Json::Number(right)) => left == right || left.as_f64() == right.as_f64(),
        (Json::Array(left), Json::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same_json(left, right))
        }
        (Json::Object(left), Json::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(name, left)| right.get(name).is_some_and(|right| same_json(left, right)))
        }
        (left, right) => left == right,
    }
}

/// Compares documents by value: 1.0 equals 1.
fn same_document(left: &Document, right: &Document) -> bool {
    match (left, right) {
        (Document::Number(left), Document::Number(right)) => {
            left == right || {
                let (left, right) = (left.to_f64(), right.to_f64());
                left.total_cmp(&right).is_eq() || (left.is_nan() && right.is_nan())
            }
        }
        (Document::Array(left), Document::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same_document(left, right))
        }
        (Document::Object(left), Document::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(name, left)| right.get(name).is_some_and(|right| same_document(left, right)))
        }
        (left, right) => left == right,
    }
}

/// Returns the unescaped pairs of a form, sorted.
fn pairs(form: &str) -> Vec<(String, String)> {
    let unescape =
        |text: &str| percent_encoding::percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
    let pairs = form.split('&').map(str::trim).filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let mut pairs: Vec<_> = pairs.map(|(name, value)| (unescape(name), unescape(value))).collect();
    pairs.sort();
    pairs
}

/// An XML element. The order of attributes, and of children with different names, is ignored. The order of map entries
/// is ignored, too: XML does not distinguish them from lists of pairs, so children with two children each are
/// unordered.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
    children: Vec<Element>,
}

impl Element {
    fn open(start: &BytesStart<'_>) -> Result<Self, Failure> {
        let mut element = Self { name: start.name().as_ref().to_owned(), ..Self::default() };
        for attribute in start.attributes() {
            let attribute = attribute.map_err(Failure::of("attribute"))?;
            element.attributes.push((attribute.key.as_ref().to_owned(), attribute.value.into_owned()));
        }
        element.attributes.sort();
        Ok(element)
    }

    /// Text of the element with the request ID.
    fn request_id(&self) -> Option<&str> {
        if self.is_request_id() { Some(&self.text) } else { self.children.iter().find_map(Self::request_id) }
    }

    fn is_request_id(&self) -> bool {
        self.name.eq_ignore_ascii_case("RequestId")
    }

    /// Removes the request ID, for cases without one.
    fn forget_request_id(&mut self) {
        for child in &mut self.children {
            child.forget_request_id();
        }
        self.children.retain(|child| {
            let is_empty = child.children.is_empty() && child.text.is_empty();
            !(child.is_request_id() || (child.name == "ResponseMetadata" && is_empty))
        });
    }

    fn close(mut self) -> Self {
        if !self.children.is_empty() {
            // White space between elements is ignored.
            self.text = self.text.trim().to_owned();
        }
        self.children.sort_by(|left, right| {
            let pairs = left.children.len() == 2 && right.children.len() == 2;
            left.name.cmp(&right.name).then_with(|| if pairs { left.cmp(right) } else { Ordering::Equal })
        });
        self
    }
}

/// Reads the root element. References are not resolved.
fn tree(document: &str) -> Result<Element, Failure> {
    let mut reader = Reader::from_str(document);
    let mut open = vec![Element::default()];
    loop {
        let event = reader.read_event().map_err(Failure::of(format!("body {document}")))?;
        let Some(top) = open.last_mut() else { return Err(Failure::invalid(&document, "XML")) };
        match event {
            Event::Start(start) => open.push(Element::open(&start)?),
            Event::Empty(start) => top.children.push(Element::open(&start)?),
            Event::End(_) => {
                let element = open.pop().unwrap_or_default().close();
                if let Some(parent) = open.last_mut() {
                    parent.children.push(element);
                }
            }
            Event::Text(text) => top.text.push_str(&text),
            Event::CData(text) => top.text.push_str(&text),
            Event::GeneralRef(name) => top.text.extend(["&", &name, ";"]),
            Event::Eof => return Ok(open.pop().unwrap_or_default().close()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::compare;

    #[test]
    fn layout_and_order_are_ignored() {
        for (media_type, left, right) in [
            ("application/json", r#"{"a": 1, "b": [2.0]}"#, r#"{"b":[2],"a":1}"#),
            (
                "application/xml",
                "<a y='1' x='2'>\n <b>1</b> <c/> <b>2</b></a>",
                r#"<a x="2" y="1"><b>1</b><b>2</b><c></c></a>"#,
            ),
            ("application/x-www-form-urlencoded", "A=1\n&B=x%20y", "B=x+y&A=1"),
            ("text/plain", "a", "a"),
        ] {
            assert!(compare(left, right.as_bytes(), media_type).is_ok(), "{media_type}");
        }
    }

    #[test]
    fn other_values_are_other_bodies() {
        for (media_type, left, right) in [
            ("application/json", "[1, 2]", "[2, 1]"),
            ("application/xml", "<a><b>1</b><b>2</b></a>", "<a><b>2</b><b>1</b></a>"),
            ("application/x-www-form-urlencoded", "A=1", "A=1&A=1"),
            ("text/plain", "a", "a "),
            ("application/json", "{}", ""),
        ] {
            assert!(compare(left, right.as_bytes(), media_type).is_err(), "{media_type}");
        }
    }
}
