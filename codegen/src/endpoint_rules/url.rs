//! URLs: `parseURL` and `uriEncode`.

use std::net::{Ipv4Addr, Ipv6Addr};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::types::{Type, Value};

/// The result of `parseURL`.
pub(super) const MEMBERS: [(&str, Type); 5] = [
    ("scheme", Type::String),
    ("authority", Type::String),
    ("path", Type::String),
    ("normalizedPath", Type::String),
    ("isIp", Type::Boolean),
];

/// The parts of an HTTP URL. `None` for other URLs, and for those with a query or fragment, which endpoints cannot
/// have.
pub(super) fn parse(arguments: &[Value]) -> Value {
    let [Value::String(text)] = arguments else { return Value::None };
    split(text).unwrap_or(Value::None)
}

/// Whether the text is an HTTP URL without query or fragment.
pub(crate) fn is_url(text: &str) -> bool {
    split(text).is_some()
}

fn split(text: &str) -> Option<Value> {
    let (scheme, rest) = text.split_once("://")?;
    if !matches!(scheme, "http" | "https") || rest.contains(['?', '#', ' ']) {
        return None;
    }
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let (host, port) = match host_and_port.strip_prefix('[') {
        Some(inner) => inner.split_once(']').map(|(host, port)| (host, port.strip_prefix(':').or(Some(port))))?,
        None => host_and_port.split_once(':').map_or((host_and_port, None), |(host, port)| (host, Some(port))),
    };
    let is_port = |port: &str| port.is_empty() || port.parse::<u16>().is_ok();
    if host.is_empty() || !port.is_none_or(is_port) {
        return None;
    }
    let is_ip = host.parse::<Ipv4Addr>().is_ok() || host.parse::<Ipv6Addr>().is_ok();
    let start = if path.starts_with('/') { "" } else { "/" };
    let end = if path.len() > 1 && !path.ends_with('/') { "/" } else { "" };
    let normalized = format!("{start}{path}{end}");
    let values = [
        Value::text(scheme),
        Value::text(authority),
        Value::text(path),
        Value::String(normalized),
        Value::Boolean(is_ip),
    ];
    Some(Value::Record(MEMBERS.iter().zip(values).map(|((name, _), value)| ((*name).to_owned(), value)).collect()))
}

/// All but unreserved characters (RFC 3986, section 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Escapes all but unreserved characters.
pub(super) fn encode(arguments: &[Value]) -> Value {
    let [Value::String(text)] = arguments else { return Value::None };
    Value::String(utf8_percent_encode(text, RESERVED).to_string())
}
