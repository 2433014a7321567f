//! Traits of serialization: names, namespaces and formats on the wire.

use crate::ir::{Literal, Setting};
use crate::model::Node;

/// `@jsonName`: the name, and the name as a key ready to be written.
pub(super) fn json_name(node: &Node) -> Option<Setting> {
    let name = node.as_str()?;
    let key = format!("{}:", serde_json::Value::from(name));
    Some(Setting::new("json_name", [Literal::Str(name.to_owned()), Literal::Str(key)]))
}

/// `@timestampFormat`
pub(super) fn timestamp_format(node: &Node) -> Option<Setting> {
    let format = match node.as_str()? {
        "date-time" => "schema::TimestampFormat::DateTime",
        "http-date" => "schema::TimestampFormat::HttpDate",
        "epoch-seconds" => "schema::TimestampFormat::EpochSeconds",
        _ => return None,
    };
    Some(Setting::new("timestamp_format", [Literal::Runtime(format)]))
}

/// `noErrorWrapping` of `@restXml`.
pub(super) fn no_error_wrapping(node: &Node) -> Option<Setting> {
    node.get("noErrorWrapping").and_then(Node::as_bool).unwrap_or(false).then(|| Setting::flag("no_error_wrapping"))
}

/// `@xmlNamespace`
pub(super) fn xml_namespace(node: &Node) -> Option<Setting> {
    let uri = node.get("uri")?.as_str()?;
    let prefix = node.get("prefix").and_then(Node::as_str).unwrap_or_default();
    Some(Setting::new("xml_namespace", [Literal::Str(uri.to_owned()), Literal::Str(prefix.to_owned())]))
}
