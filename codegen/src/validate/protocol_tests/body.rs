//! Bodies in test cases: well-formed JSON and XML.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::source::Span;
use crate::syntax::json;

/// The error of a body with this media type. `None` if it is valid or empty, or the type is not checked.
pub(super) fn fault(body: &str, media_type: &str) -> Option<String> {
    if body.is_empty() {
        return None;
    }
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let subtype = essence.split_once('/').map_or("", |(_, subtype)| subtype);
    match subtype.rsplit('+').next() {
        Some("json") => json::parse(Span::NONE.source, body).err().map(|diagnostic| diagnostic.message),
        Some("xml") => xml_fault(body),
        _ => None,
    }
}

/// Whether a text is a well-formed element without a document type. Document types are rejected, because they can
/// define entities.
fn xml_fault(body: &str) -> Option<String> {
    let mut reader = Reader::from_str(body);
    let (mut depth, mut roots) = (0_usize, 0_usize);
    let mut starts = |depth: usize, attributes: quick_xml::events::attributes::Attributes<'_>| {
        roots += usize::from(depth == 0);
        attributes.map(|attribute| attribute.map(drop)).find_map(Result::err).map(|error| error.to_string())
    };
    loop {
        let fault = match reader.read_event() {
            Err(error) => Some(error.to_string()),
            Ok(Event::Eof) => break,
            Ok(Event::DocType(_)) => Some("a document type is not allowed".to_owned()),
            Ok(Event::Start(tag)) => {
                let fault = starts(depth, tag.attributes());
                depth += 1;
                fault
            }
            Ok(Event::Empty(tag)) => starts(depth, tag.attributes()),
            Ok(Event::End(_)) => {
                depth = depth.saturating_sub(1);
                None
            }
            Ok(Event::Text(text)) if depth == 0 && !text.trim().is_empty() => {
                Some("text outside the root element".to_owned())
            }
            Ok(_) => None,
        };
        if fault.is_some() {
            return fault;
        }
    }
    match (depth, roots) {
        (0, 1) => None,
        (0, 0) => Some("no root element".to_owned()),
        (0, _) => Some("more than one root element".to_owned()),
        _ => Some("an element is not closed".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn invalid_json_and_xml_are_detected() {
        for (body, media_type, is_good) in [
            (r#"{"a": 1}"#, "application/json", true),
            (r#"{"a": 1 "b": 2}"#, "application/vnd.api+json; charset=utf-8", false),
            ("<a b='c'><d/>text</a>", "application/xml", true),
            ("<?xml version='1.0'?>\n<a/>\n", "text/xml", true),
            ("<a></b>", "application/xml", false),
            ("<a>", "application/xml", false),
            ("<a/><b/>", "application/xml", false),
            ("text", "application/xml", false),
            ("<a b='1' b='2'/>", "application/xml", false),
            ("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "application/xml", false),
            ("{", "text/plain", true),
            ("", "application/json", true),
        ] {
            assert_eq!(fault(body, media_type).is_none(), is_good, "{body}");
        }
    }
}
