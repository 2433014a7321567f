//! Tests of routing, some against a matcher that tries everything.

use http::Request;
use http::header::HOST;

use super::*;
use crate::schema::OperationSchema;
use crate::schema::prelude::UNIT;

const fn at(name: &'static str, uri: &'static str) -> OperationSchema {
    OperationSchema::new(name, &UNIT, &UNIT).http("GET", uri, 200)
}

static PLAIN: OperationSchema = at("Plain", "/plain/");
static LABEL: OperationSchema = at("Label", "/label/{name}");
static GREEDY: OperationSchema = at("Greedy", "/label/{name}/{rest+}");
static INNER: OperationSchema = at("Inner", "/inner/{rest+}/end");
static ROOT: OperationSchema = at("Root", "/");
static DATA: OperationSchema = at("Data", "/same").host_prefix("data.");
static SAME: OperationSchema = at("Same", "/same");
static DATA_OF: OperationSchema = at("DataOf", "/same").host_prefix("data-{name}.");
static SERVICE: ServiceSchema =
    ServiceSchema::new("example.routes#Routes", "", &[&PLAIN, &LABEL, &GREEDY, &INNER, &ROOT, &DATA, &SAME, &DATA_OF]);

/// The operation's name, and its labels.
fn found(host: &str, path: &str) -> Option<(&'static str, Vec<String>)> {
    let head = Request::get(path).header(HOST, host).body(()).expect("good parts").into_parts().0;
    let router = Router::new(&SERVICE, &[]);
    let found = router.by_path(&head).ok()?;
    let labels = found.labels.iter().map(|(_, text)| (*text).to_owned()).collect();
    Some((SERVICE.operations[found.operation?].name, labels))
}

#[test]
fn a_trailing_slash_of_a_path_or_pattern_is_ignored() {
    for (path, name, labels) in [
        ("/plain", "Plain", &[][..]),
        ("/plain/", "Plain", &[]),
        ("/", "Root", &[]),
        ("/label/foo", "Label", &["foo"]),
        ("/label/foo/", "Label", &["foo"]),
        ("/inner/a/b/end/", "Inner", &["a/b"]),
    ] {
        let labels = labels.iter().map(ToString::to_string).collect();
        assert_eq!(found("localhost", path), Some((name, labels)), "{path}");
    }
    for path in ["/plain//", "/label//", "/label/", "/inner/end/"] {
        assert_eq!(found("localhost", path), None, "{path}");
    }
}

#[test]
fn a_greedy_label_keeps_its_slashes_but_is_never_empty() {
    let greedy = |path| found("localhost", path).filter(|found| found.0 == "Greedy").map(|found| found.1);
    assert_eq!(greedy("/label/foo/a/b/"), Some(vec!["foo".to_owned(), "a/b/".to_owned()]));
    assert_eq!(greedy("/label/foo//a"), Some(vec!["foo".to_owned(), "/a".to_owned()]));
    assert_eq!(greedy("/label/foo/"), None);
}

#[test]
fn the_host_distinguishes_operations_with_the_same_path() {
    for (host, name) in [
        ("data.example.com", "Data"),
        ("DATA.example.com:8080", "Data"),
        ("data-x.example.com", "DataOf"),
        ("example.com", "Same"),
        ("é", "Same"),
    ] {
        assert_eq!(found(host, "/same").map(|found| found.0), Some(name), "{host}");
    }
}

#[test]
fn a_path_may_name_the_service_with_its_namespace() {
    let router = Router::new(&SERVICE, &[]);
    let found = |path: &str| router.by_rpc_path(path).is_some();
    assert!(found("/service/Routes/operation/Plain"));
    assert!(found("/v1/service/example.routes.Routes/operation/Plain"));
    for path in [
        "/service/routes.Routes/operation/Plain",
        "/service/other.example.routes.Routes/operation/Plain",
        "/service/example.routesRoutes/operation/Plain",
        "/service/.Routes/operation/Plain",
    ] {
        assert!(!found(path), "{path}");
    }
}

fn leaked(operations: Vec<OperationSchema>) -> &'static ServiceSchema {
    let operations =
        operations.into_iter().map(|operation| -> &'static OperationSchema { Box::leak(Box::new(operation)) });
    let operations: Vec<&'static OperationSchema> = operations.collect();
    Box::leak(Box::new(ServiceSchema::new("example.routes#Any", "", operations.leak())))
}

/// The pattern of the operation that a request is for.
fn pattern(uris: &[&'static str], path: &str) -> Option<&'static str> {
    let service = leaked(uris.iter().map(|uri| at("Any", uri)).collect());
    let head = Request::get(path).body(()).expect("good parts").into_parts().0;
    Some(service.operations[Router::new(service, &[]).by_path(&head).ok()?.operation?].http?.uri)
}

#[test]
fn the_more_specific_pattern_wins_in_any_order() {
    for (path, best, other) in [
        ("/b/k?uploads", "/{b}/{k+}?uploads", "/{b}/{k+}"),
        ("/b/k?a=1&b", "/{b}/{k+}?a=1&b", "/{b}/{k+}?a"),
        ("/b/k?a=1", "/{b}/{k+}?a=1", "/{b}/{k+}?a"),
        ("/b/k?a=%31", "/{b}/{k+}?a=1", "/{b}/{k+}"),
        ("/abc/bcd/cde?def=efg", "/abc/bcd/{xyz}", "/{xyz}/bcd/cde?def=efg"),
        ("/abc/foo/bar/bcd", "/abc/{xyz+}/bcd", "/abc/{xyz+}"),
        ("/a/b/b", "/{x+}/b", "/{x+}/{y}/b"),
        ("/a/b/c", "/{x+}/b/{y}", "/{x+}/{y}/c"),
        ("/a/b/c", "/{x}/{y+}", "/{x+}/c"),
        ("/a/b/c/d", "/{x+}/c/{y+}", "/{x+}/{y}/d"),
    ] {
        assert_eq!(pattern(&[best, other], path), Some(best), "{path}");
        assert_eq!(pattern(&[other, best], path), Some(best), "{path}");
    }
}

/// A matcher that tries every pattern and every way to place greedy labels.
mod naive {
    use super::*;

    /// Values of the labels; the first greedy label has the longest one.
    fn values(pattern: &[Segment], segments: &[&str]) -> Option<Vec<String>> {
        let Some((first, rest)) = pattern.split_first() else {
            return matches!(segments, [] | [""]).then(Vec::new);
        };
        let lengths = match first {
            Segment::Greedy(_) => 1..=segments.len(),
            Segment::Label(_) | Segment::Literal(_) => 1..=1,
        };
        lengths.rev().find_map(|length| {
            let (taken, after) = (segments.get(..length)?.join("/"), segments.get(length..)?);
            let is_right = match first {
                Segment::Literal(text) => taken == *text,
                _ => !taken.is_empty(),
            };
            let mut all = values(rest, after).filter(|_| is_right)?;
            if !matches!(first, Segment::Literal(_)) {
                all.insert(0, taken);
            }
            Some(all)
        })
    }

    fn kinds(template: &Template) -> Vec<u8> {
        let kind = |segment: &Segment| match segment {
            Segment::Literal(_) => 3,
            Segment::Label(_) => 2,
            Segment::Greedy(_) => 1,
        };
        template.segments.iter().map(kind).collect()
    }

    /// The index of the operation, and the values of its labels.
    pub(super) fn found(operations: &[&OperationSchema], method: &str, uri: &str) -> Option<(usize, Vec<String>)> {
        let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
        let segments: Vec<&str> = path[1..].split('/').collect();
        let pairs: Vec<(&str, &str)> =
            query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, ""))).collect();
        let candidates = operations.iter().enumerate().filter_map(|(index, operation)| {
            let http = operation.http.filter(|http| http.method == method)?;
            let template = Template::parse(http.uri);
            let has = |(name, value): &(&str, &str)| {
                pairs.iter().any(|pair| pair.0 == *name && (value.is_empty() || pair.1 == *value))
            };
            let values = values(&template.segments, &segments).filter(|_| template.query.iter().all(has))?;
            let with_values = template.query.iter().filter(|literal| !literal.1.is_empty()).count();
            Some(((kinds(&template), template.query.len(), with_values, std::cmp::Reverse(index)), values))
        });
        let best = candidates.max_by(|one, other| one.0.cmp(&other.0))?;
        Some((best.0.3.0, best.1))
    }
}

#[test]
fn routes_are_those_of_a_matcher_that_tries_everything() {
    let mut random = fastrand::Rng::with_seed(8);
    let mut hits = 0;
    for _ in 0..400 {
        let operations = (0..random.usize(1..12)).map(|_| {
            let segments = (0..random.usize(0..5)).map(|index| match random.u8(0..6) {
                0..3 => ["a", "b", "c"][random.usize(0..3)].to_owned(),
                3..5 => format!("{{l{index}}}"),
                _ => format!("{{l{index}+}}"),
            });
            let path = segments.collect::<Vec<_>>().join("/");
            let query = ["", "", "?q", "?q=1", "?r", "?q&r", "?q=1&r"][random.usize(0..7)];
            let method = ["GET", "POST"][random.usize(0..2)];
            OperationSchema::new("Any", &UNIT, &UNIT).http(method, format!("/{path}{query}").leak(), 200)
        });
        let service = leaked(operations.collect());
        let router = Router::new(service, &[]);
        for _ in 0..40 {
            let segments = (0..random.usize(0..6)).map(|_| ["a", "b", "c", "d", ""][random.usize(0..5)]);
            let path = segments.collect::<Vec<_>>().join("/");
            let uri = format!("/{path}{}", ["", "?q", "?q=1&r", "?r&q=2", "?s"][random.usize(0..5)]);
            let method = ["GET", "POST"][random.usize(0..2)];
            let head = Request::builder().method(method).uri(&uri).body(()).expect("good parts").into_parts().0;
            let found = router.by_path(&head).ok().and_then(|found| {
                Some((found.operation?, found.labels.iter().map(|label| label.1.to_owned()).collect::<Vec<_>>()))
            });
            hits += usize::from(found.is_some());
            let patterns: Vec<_> = service.operations.iter().filter_map(|operation| operation.http).collect();
            assert_eq!(found, naive::found(service.operations, method, &uri), "{method} {uri} of {patterns:?}");
        }
    }
    assert!(hits > 2000, "{hits} of the requests have an operation");
}
