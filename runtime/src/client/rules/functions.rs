//! The functions of endpoint rules.

use std::borrow::Cow;
use std::net::{Ipv4Addr, Ipv6Addr};

use percent_encoding::utf8_percent_encode;

use super::value::{Arn, Url, Value, parts, slice};
use crate::client::endpoint::is_host_label;
use crate::client::partitions::Partitions;
use crate::endpoint_rules::Function;
use crate::uri::RESERVED;

impl Function {
    /// Most arguments of a function that [`apply`](Self::apply) evaluates.
    pub(super) const MAX_ARGUMENTS: usize = 4;

    /// Returns the result of a function other than `coalesce` and `isSet`, which the evaluation has. Absent if the
    /// arguments do not have the types that the generator has checked.
    pub(super) fn apply<'a>(
        self,
        arguments: [Value<'a>; Self::MAX_ARGUMENTS],
        partitions: &'a Partitions,
    ) -> Value<'a> {
        match (self, arguments) {
            (Self::Not, [value, ..]) => Value::Boolean(!value.holds()),
            (Self::Equals, [Value::Absent, ..] | [_, Value::Absent, ..]) => Value::Absent,
            (Self::Equals, [left, right, ..]) => Value::Boolean(left == right),
            (Self::Ite, [Value::Boolean(true), value, ..] | [Value::Boolean(false), _, value, _]) => value,
            (Self::Partition, [Value::Text(region), ..]) => Value::Partition(partitions.of(&region)),
            (Self::IsHostLabel, [Value::Text(text), Value::Boolean(with_dots), ..]) => {
                Value::Boolean(if with_dots { text.split('.').all(is_host_label) } else { is_host_label(&text) })
            }
            (Self::IsVirtualHostableBucket, [Value::Text(text), Value::Boolean(with_dots), ..]) => {
                Value::Boolean(is_bucket(&text) && (with_dots || !text.contains('.')))
            }
            (Self::ParseArn, [Value::Text(text), ..]) => parse_arn(&text),
            (Self::ParseUrl, [Value::Text(text), ..]) => parse_url(&text).unwrap_or_default(),
            (Self::UriEncode, [Value::Text(text), ..]) => Value::Text(encode(text)),
            (
                Self::Substring,
                [Value::Text(text), Value::Integer(start), Value::Integer(stop), Value::Boolean(reverse)],
            ) => substring(&text, start..stop, reverse),
            (Self::Split, [Value::Text(text), Value::Text(delimiter), Value::Integer(limit), _]) => {
                split(&text, &delimiter, limit)
            }
            _ => Value::Absent,
        }
    }
}

/// Characters `start` to `stop`, counted from the end if `reverse`. Absent if the text is too short or not ASCII.
fn substring<'a>(text: &Cow<'a, str>, range: std::ops::Range<i64>, reverse: bool) -> Value<'a> {
    let (Ok(start), Ok(stop)) = (usize::try_from(range.start), usize::try_from(range.end)) else {
        return Value::Absent;
    };
    if !text.is_ascii() || start >= stop || text.len() < stop {
        return Value::Absent;
    }
    let range = if reverse { text.len() - stop..text.len() - start } else { start..stop };
    slice(text, range).map_or(Value::Absent, Value::Text)
}

/// At most `limit` parts, or all if it is 0.
fn split<'a>(text: &Cow<'a, str>, delimiter: &str, limit: i64) -> Value<'a> {
    let Ok(limit) = usize::try_from(limit) else { return Value::Absent };
    if delimiter.is_empty() {
        return Value::Absent;
    }
    let limit = if limit == 0 { usize::MAX } else { limit };
    let mut start = 0;
    let ranges = text.splitn(limit, delimiter).map(|part| {
        let range = start..start + part.len();
        start = range.end + delimiter.len();
        range
    });
    parts(text, ranges)
}

/// Whether a bucket name can be part of a host name.
fn is_bucket(text: &str) -> bool {
    let is_edge = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let bytes = text.as_bytes();
    (3..=63).contains(&bytes.len())
        && bytes.iter().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.'))
        && is_edge(bytes.first())
        && is_edge(bytes.last())
        && !["..", ".-", "-."].iter().any(|pair| text.contains(pair))
        && text.parse::<Ipv4Addr>().is_err()
}

fn parse_arn<'a>(text: &Cow<'a, str>) -> Value<'a> {
    let mut start = 0;
    let mut ranges = text.splitn(6, ':').map(|part| {
        let range = start..start + part.len();
        start = range.end + 1;
        range
    });
    let mut next = || ranges.next().and_then(|range| slice(text, range)).unwrap_or_default();
    let (prefix, partition, service, region, account, resource) = (next(), next(), next(), next(), next(), next());
    if prefix != "arn" || partition.is_empty() || service.is_empty() || resource.is_empty() {
        return Value::Absent;
    }
    Value::Arn(Box::new(Arn { partition, service, region, account, resource }))
}

/// Parts of an HTTP URL without a query and a fragment, which endpoints cannot have.
fn parse_url<'a>(text: &Cow<'a, str>) -> Option<Value<'a>> {
    let (scheme, rest) = text.split_once("://")?;
    if !matches!(scheme, "http" | "https") || rest.contains(['?', '#', ' ']) {
        return None;
    }
    let authority_start = scheme.len() + 3;
    let path_start = rest.find('/').map_or(text.len(), |at| authority_start + at);
    let (authority, path) = (text.get(authority_start..path_start)?, text.get(path_start..)?);
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let (host, port) = match host_and_port.strip_prefix('[') {
        Some(inner) => inner.split_once(']').map(|(host, port)| (host, port.strip_prefix(':').or(Some(port))))?,
        None => host_and_port.split_once(':').map_or((host_and_port, None), |(host, port)| (host, Some(port))),
    };
    let is_port = |port: &str| port.is_empty() || port.parse::<u16>().is_ok();
    if host.is_empty() || !port.is_none_or(is_port) {
        return None;
    }
    let is_normal = path.len() > 1 && path.ends_with('/');
    Some(Value::Url(Box::new(Url {
        scheme: slice(text, 0..scheme.len())?,
        authority: slice(text, authority_start..path_start)?,
        path: slice(text, path_start..text.len())?,
        normalized_path: match path {
            "" | "/" => Cow::Borrowed("/"),
            _ if is_normal => slice(text, path_start..text.len())?,
            _ => Cow::Owned(format!("{path}/")),
        },
        is_ip: host.parse::<Ipv4Addr>().is_ok() || host.parse::<Ipv6Addr>().is_ok(),
    })))
}

/// Escapes all but unreserved characters (RFC 3986, section 2.3).
fn encode(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => utf8_percent_encode(text, RESERVED).into(),
        Cow::Owned(text) => Cow::Owned(utf8_percent_encode(&text, RESERVED).to_string()),
    }
}
