//! URIs of requests.

use std::borrow::Cow;

use http::Uri;
#[cfg(feature = "client-core")]
use http::uri::PathAndQuery;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode};

/// All characters except the unreserved ones of RFC 3986.
#[cfg_attr(not(feature = "server"), allow(dead_code, reason = "bindings, endpoint rules and signatures use it"))]
pub(crate) const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Returns the parts of a query or form that are parameters, as they were sent.
#[cfg_attr(not(feature = "server"), allow(dead_code, reason = "servers, forms and signatures use it"))]
pub(crate) fn parts(query: &str) -> impl Iterator<Item = &str> {
    query.split('&').filter(|part| !part.is_empty())
}

/// Returns the decoded parameters of a query or form: `+` is a space. Their bytes need not be UTF-8.
#[cfg_attr(not(feature = "server"), allow(dead_code, reason = "servers, forms and signatures use it"))]
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = (Cow<'_, [u8]>, Cow<'_, [u8]>)> {
    let pairs = parts(query).map(|part| part.split_once('=').unwrap_or((part, "")));
    pairs.map(|(name, value)| (decoded(name), decoded(value)))
}

/// Decodes a name or value of a query.
pub(crate) fn decoded(text: &str) -> Cow<'_, [u8]> {
    if text.contains('+') {
        Cow::Owned(percent_decode(text.replace('+', " ").as_bytes()).collect())
    } else {
        percent_decode(text.as_bytes()).into()
    }
}

/// Returns decoded bytes as text. `None` if they are not UTF-8.
#[cfg_attr(not(feature = "server"), allow(dead_code, reason = "servers and forms use it"))]
pub(crate) fn text(bytes: Cow<'_, [u8]>) -> Option<Cow<'_, str>> {
    match bytes {
        Cow::Borrowed(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
        Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
    }
}

/// Returns the URI with another path and query.
///
/// # Errors
/// They are invalid or too long.
pub(crate) fn with_target(uri: &Uri, target: &str) -> Result<Uri, http::Error> {
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(target.parse()?);
    Ok(Uri::from_parts(parts)?)
}

/// Appends encoded `name=value` pairs, with `&` between them, to the query.
///
/// # Errors
/// The query is invalid or too long.
#[cfg(feature = "client-core")]
pub(crate) fn append_query(uri: &mut Uri, pairs: &str) -> Result<(), http::Error> {
    let target = uri.path_and_query().map_or("/", PathAndQuery::as_str);
    let sign = match uri.query() {
        Some("") => "",
        Some(_) => "&",
        None => "?",
    };
    *uri = with_target(uri, &format!("{target}{sign}{pairs}"))?;
    Ok(())
}

#[cfg(all(test, feature = "client-core"))]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_decoded() {
        let found = pairs("a=1&&b&%63+d=%2B+%C3%A9&=e&f=%FF").map(|(name, value)| (text(name), text(value)));
        let found: Vec<_> = found.map(|(name, value)| (name.unwrap_or_default(), value)).collect();
        let expected = [("a", Some("1")), ("b", Some("")), ("c d", Some("+ é")), ("", Some("e")), ("f", None)];
        assert_eq!(found, expected.map(|(name, value)| (name.into(), value.map(Into::into))));
    }

    #[test]
    fn pairs_follow_those_of_the_uri() {
        for (uri, expected) in [
            ("http://a.test", "http://a.test/?b=1&c=2"),
            ("http://a.test/d", "http://a.test/d?b=1&c=2"),
            ("http://a.test/d?", "http://a.test/d?b=1&c=2"),
            ("http://a.test/d?e", "http://a.test/d?e&b=1&c=2"),
        ] {
            let mut uri: Uri = uri.parse().expect("a URI");
            append_query(&mut uri, "b=1&c=2").expect("valid");
            assert_eq!(uri, expected);
        }
        assert!(append_query(&mut Uri::from_static("/"), &"a".repeat(70_000)).is_err(), "too long");
    }
}
