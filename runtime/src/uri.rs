//! URIs of requests.

use http::Uri;
#[cfg(feature = "client-core")]
use http::uri::PathAndQuery;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};

/// All characters except the unreserved ones of RFC 3986.
#[cfg_attr(not(feature = "server"), allow(dead_code, reason = "bindings, endpoint rules and signatures use it"))]
pub(crate) const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

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
