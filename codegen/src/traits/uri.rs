//! Syntax of URI patterns and host prefixes in `@http` and `@endpoint` (spec: "http trait", uri; "endpoint trait",
//! hostPrefix). Rules resolve labels to members.

use crate::hash::HashSet;
use crate::model::{UriProblem, is_identifier};

/// The error of a URI pattern, if it has one.
pub(super) fn uri_problem(uri: &str) -> Option<UriProblem> {
    if uri.ends_with('?') {
        return Some(UriProblem::EmptyQuery { uri: uri.to_owned() });
    }
    if !uri.starts_with('/') {
        return Some(UriProblem::Relative { uri: uri.to_owned() });
    }
    if uri.contains('#') {
        return Some(UriProblem::Fragment { uri: uri.to_owned() });
    }
    let (path, query) = uri.split_once('?').map_or((uri, None), |(path, query)| (path, Some(query)));
    let mut labels = Labels::new(uri);
    // Trailing slashes do not start a segment. As in the reference implementation, indices do not count slashes.
    let mut index = 1;
    for segment in path.trim_end_matches('/').split('/').skip(1) {
        if let Some(problem) = labels.segment(segment, index) {
            return Some(problem);
        }
        index += segment.chars().count();
    }
    query.and_then(|query| query_problem(uri, query))
}

fn query_problem(uri: &str, query: &str) -> Option<UriProblem> {
    if query.contains(['{', '}']) {
        return Some(UriProblem::QueryLabel { uri: uri.to_owned() });
    }
    let mut seen = HashSet::default();
    let mut keys = query.split('&').map(|literal| literal.split_once('=').map_or(literal, |(key, _)| key));
    keys.any(|key| !seen.insert(key)).then(|| UriProblem::RepeatedParameter { uri: uri.to_owned() })
}

/// The error of a host prefix, if it has one.
pub(super) fn host_problem(host: &str) -> Option<UriProblem> {
    let mut labels = Labels::new(host);
    let (mut at, mut was_label) = (0, false);
    while let Some(rest) = host.get(at..).filter(|rest| !rest.is_empty()) {
        let is_label = rest.starts_with('{');
        let end = if is_label { rest.find('}').map(|end| end + 1) } else { rest.find('{').or(Some(rest.len())) };
        let segment = end.and_then(|end| rest.get(..end));
        let Some(segment) = segment.filter(|segment| !is_label || segment.matches('{').count() == 1) else {
            return Some(UriProblem::UnclosedLabel { index: at });
        };
        if is_label && was_label {
            return Some(UriProblem::AdjacentLabels { host: host.to_owned() });
        }
        if segment.ends_with("+}") {
            return Some(UriProblem::GreedyLabel { host: host.to_owned() });
        }
        if let Some(problem) = labels.segment(segment, at) {
            return Some(problem);
        }
        was_label = is_label;
        at += segment.len();
    }
    None
}

/// Labels of a pattern, compared without case.
struct Labels<'t> {
    pattern: &'t str,
    seen: HashSet<String>,
}

impl<'t> Labels<'t> {
    fn new(pattern: &'t str) -> Self {
        Self { pattern, seen: HashSet::default() }
    }

    /// The error of a literal, a `{label}` or a `{label+}`, if it has one.
    fn segment(&mut self, text: &str, index: usize) -> Option<UriProblem> {
        let Some(label) = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else {
            return literal_problem(text, index);
        };
        let name = label.strip_suffix('+').unwrap_or(label);
        if name.is_empty() {
            return Some(UriProblem::EmptyLabel { index });
        }
        if !is_identifier(name) {
            return Some(UriProblem::LabelName { name: name.to_owned(), index });
        }
        let is_new = self.seen.insert(name.to_ascii_lowercase());
        (!is_new).then(|| UriProblem::RepeatedLabel { name: name.to_owned(), pattern: self.pattern.to_owned() })
    }
}

fn literal_problem(text: &str, index: usize) -> Option<UriProblem> {
    if text.is_empty() {
        return Some(UriProblem::EmptySegment { index });
    }
    text.contains(['{', '}']).then(|| UriProblem::Braces { segment: text.to_owned(), index })
}

#[cfg(test)]
mod tests {
    use super::{host_problem, uri_problem};

    #[track_caller]
    fn uri(text: &str, wanted: &str) {
        let found = uri_problem(text).map(|problem| problem.to_string()).unwrap_or_default();
        assert!(found.starts_with(wanted) && found.is_empty() == wanted.is_empty(), "{text}: {found}");
    }

    #[test]
    fn uris_are_paths_of_literals_and_labels() {
        for good in ["/", "/a", "/a/", "//", "/a/{b}/{c+}", "/{a}?b&c=d", "/a.b-c~%20", "/{a}/{b}"] {
            uri(good, "");
        }
        uri("", "URI pattern must start with '/'");
        uri("foo/{a", "URI pattern must start with '/'");
        uri("/a?", "URI patterns must not end with '?'");
        uri("/a#b", "URI pattern must not contain a fragment");
        uri("/a//b", "Segments must not be empty at index 2");
        uri("/a{b}c", "Literal segments must not contain `{` or `}` characters. Found segment `a{b}c` at index 1");
        uri("/{", "Literal segments must not contain");
        uri("/{}", "Empty label declaration in pattern at index 1.");
        uri("/{+}", "Empty label declaration in pattern at index 1.");
        uri("/{a-b}", "Invalid label name in pattern: 'a-b' at index 1. Labels must contain value identifiers.");
        uri("/{a}/{A+}", "Label `A` is defined more than once in pattern: /{a}/{A+}");
    }

    #[test]
    fn query_strings_are_distinct_literals() {
        uri("/a?x={y}", "URI labels must not appear in the query string");
        uri("/?a=1&a=2", "Literal query parameters must not be repeated");
        uri("/?a=1&b=2", "");
    }

    #[test]
    fn labels_of_hosts_are_separated() {
        for good in ["", "a.", "{a}.", "a-{b}-{c}.", "{a}.{b}."] {
            assert_eq!(host_problem(good), None);
        }
        let bad = |text| host_problem(text).map(|problem| problem.to_string()).unwrap_or_default();
        assert_eq!(bad("{a}{b}."), "Host labels must not be adjacent in a pattern. Found {a}{b}.");
        assert_eq!(bad("a{b"), "Unclosed label found in pattern at: 1");
        assert_eq!(bad("{a{b}}"), "Unclosed label found in pattern at: 0");
        assert_eq!(bad("{a+}."), "Pattern must not contain a greedy label. Found {a+}.");
        assert!(bad("a}.").starts_with("Literal segments must not contain"));
        assert!(bad("{a}.{A}.").starts_with("Label `A` is defined more than once"));
        assert!(bad("{}.").starts_with("Empty label declaration"));
    }
}
