//! URI patterns of `@http`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// The same, but for the slashes of greedy labels.
const GREEDY: &AsciiSet = &RESERVED.remove(b'/');

/// A part of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Segment {
    /// Text as it is.
    Literal(&'static str),
    /// `{name}`
    Label(&'static str),
    /// `{name+}`: one segment or several.
    Greedy(&'static str),
}

/// A URI pattern.
#[derive(Clone, Debug)]
pub(crate) struct Template {
    pub(crate) segments: Vec<Segment>,
    /// Query parameters that the pattern itself has.
    pub(crate) query: Vec<(&'static str, &'static str)>,
}

impl Template {
    pub(crate) fn parse(uri: &'static str) -> Self {
        let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
        let segments = path.trim_start_matches('/').split('/').filter(|segment| !segment.is_empty());
        Self {
            segments: segments.map(segment).collect(),
            query: query
                .split('&')
                .filter(|pair| !pair.is_empty())
                .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
                .collect(),
        }
    }
}

fn segment(text: &'static str) -> Segment {
    match text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        Some(name) => name.strip_suffix('+').map_or(Segment::Label(name), Segment::Greedy),
        None => Segment::Literal(text),
    }
}

/// Appends a value, escaped for a place where no delimiter may stand.
pub(super) fn push_escaped(out: &mut String, value: &str) {
    out.extend(utf8_percent_encode(value, RESERVED));
}

/// Appends a greedy label's value; its slashes stay.
pub(super) fn push_greedy(out: &mut String, value: &str) {
    out.extend(utf8_percent_encode(value, GREEDY));
}

/// Undoes escapes. None where the result is not UTF-8.
pub(super) fn unescape(text: &str) -> Option<String> {
    percent_encoding::percent_decode_str(text).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

/// The pairs of a query string, undone. None where one is not UTF-8.
pub(super) fn query_pairs(query: &str) -> Option<Vec<(String, String)>> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((unescape(&name.replace('+', " "))?, unescape(&value.replace('+', " "))?))
        })
        .collect()
}
