//! Bodies in test cases: well-formed JSON and XML.

use super::xml;
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
        Some("xml") => xml::check(body).err().map(|fault| fault.to_string()),
        _ => None,
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
            ("<?xml version='2.0'?>\n<a/>\n", "text/xml", false),
            ("<a></b>", "application/xml", false),
            ("{", "text/plain", true),
            ("", "application/json", true),
        ] {
            assert_eq!(fault(body, media_type).is_none(), is_good, "{body}");
        }
    }
}
