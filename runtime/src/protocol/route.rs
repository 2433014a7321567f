//! Finds the operation of a request: a trie of path segments for protocols with HTTP bindings, a hash map for the
//! others. The time does not depend on the number of operations.

use std::collections::HashMap;

use http::header::HOST;
use http::request;

use super::Rejection;
use crate::http_binding::{Segment, Template};
use crate::schema::ServiceSchema;

/// The operation of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Match<'r> {
    /// The index in the service's operations. None where only the body says.
    pub(crate) operation: Option<usize>,
    /// The path's labels, as they were sent.
    pub(crate) labels: Vec<(&'static str, &'r str)>,
}

/// The routes of a service.
#[derive(Debug, Default)]
pub(crate) struct Router {
    /// The service's shape id.
    service: (&'static str, &'static str),
    names: HashMap<&'static str, usize>,
    root: Node,
}

#[derive(Debug, Default)]
struct Node {
    literals: HashMap<&'static str, Node>,
    label: Option<Box<Node>>,
    /// Greedy labels here: how many segments follow, and what comes there.
    greedy: Vec<(usize, Node)>,
    ends: Vec<End>,
    /// Whether one of the ends has a host prefix.
    has_hosts: bool,
}

/// An operation whose path ends here.
#[derive(Debug)]
struct End {
    operation: usize,
    method: &'static str,
    /// Parameters that the query must have, with their values where these are given.
    query: Vec<(&'static str, &'static str)>,
    labels: Vec<&'static str>,
    /// How the host begins, up to the first label (spec: `@endpoint`).
    host: Option<&'static str>,
}

impl End {
    /// How well the request's host fits: the longest prefix best, and another one's prefix worst.
    fn rank(&self, host: &str) -> usize {
        match self.host {
            None => 1,
            Some(prefix) if host.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix)) => {
                1 + prefix.len()
            }
            Some(_) => 0,
        }
    }

    /// Whether it is to be preferred to one that comes before it, and has as many query literals or more.
    fn is_better(&self, before: &Self, host: &str) -> bool {
        self.query.len() == before.query.len() && self.rank(host) > before.rank(host)
    }
}

impl Router {
    pub(crate) fn new(service: &'static ServiceSchema) -> Self {
        let mut router = Self { service: service.id.split_once('#').unwrap_or_default(), ..Self::default() };
        for (index, operation) in service.operations.iter().enumerate() {
            router.names.insert(operation.name, index);
            let Some(http) = operation.http else { continue };
            let template = Template::parse(http.uri);
            let labels = template.segments.iter().filter_map(|segment| match segment {
                Segment::Label(name) | Segment::Greedy(name) => Some(*name),
                Segment::Literal(_) => None,
            });
            let end = End {
                operation: index,
                method: http.method,
                labels: labels.collect(),
                query: template.query,
                host: operation.host_prefix.and_then(|prefix| prefix.split('{').next()),
            };
            router.root.insert(&template.segments, end);
        }
        router.root.sort();
        router
    }

    /// The operation of this name.
    pub(crate) fn by_name<'r>(&self, name: &str) -> Option<Match<'r>> {
        self.names.get(name).map(|operation| Match { operation: Some(*operation), labels: Vec::new() })
    }

    /// The operation that `X-Amz-Target` names: `Service.Operation`.
    pub(crate) fn by_target<'r>(&self, target: &str) -> Option<Match<'r>> {
        self.by_name(target.strip_prefix(self.service.1)?.strip_prefix('.')?)
    }

    /// The operation of a path that ends in `/service/{Service}/operation/{Operation}`, whatever comes before (spec:
    /// "Smithy RPC v2", routing). The service's namespace may stand before its name.
    pub(crate) fn by_rpc_path<'r>(&self, path: &str) -> Option<Match<'r>> {
        let mut segments = path.rsplit('/');
        let (operation, word, service) = (segments.next()?, segments.next()?, segments.next()?);
        let (namespace, name) = self.service;
        let in_namespace = || service.strip_suffix(name).and_then(|rest| rest.strip_suffix('.')) == Some(namespace);
        let named = word == "operation" && (service == name || in_namespace()) && segments.next() == Some("service");
        // There is at least the slash in front.
        if named && segments.next().is_some() { self.by_name(operation) } else { None }
    }

    /// The operation bound to a method, path and query; where several are, the one whose host prefix fits best.
    pub(crate) fn by_path<'r>(&self, head: &'r request::Parts) -> Result<Match<'r>, Rejection> {
        let path = head.uri.path();
        let trimmed = path.strip_prefix('/').unwrap_or(path);
        let segments: Vec<&'r str> = if trimmed.is_empty() { Vec::new() } else { trimmed.split('/').collect() };
        let mut search = Search { head, path: trimmed, values: Vec::new(), allowed: Vec::new() };
        match search.walk(&self.root, &segments) {
            Some(end) => {
                let labels = end.labels.iter().copied().zip(search.values).collect();
                Ok(Match { operation: Some(end.operation), labels })
            }
            None if search.allowed.is_empty() => Err(Rejection::unknown_operation()),
            None => {
                search.allowed.sort_unstable();
                search.allowed.dedup();
                Err(Rejection::method_not_allowed(&search.allowed))
            }
        }
    }
}

impl Node {
    fn insert(&mut self, segments: &[Segment], end: End) {
        match segments.split_first() {
            None => self.ends.push(end),
            Some((Segment::Literal(text), rest)) => self.literals.entry(text).or_default().insert(rest, end),
            Some((Segment::Label(_), rest)) => self.label.get_or_insert_default().insert(rest, end),
            Some((Segment::Greedy(_), rest)) => {
                let mut node = Node::default();
                node.insert(rest, end);
                self.greedy.push((rest.len(), node));
            }
        }
    }

    /// The most specific first: more query literals, longer tails behind greedy labels.
    fn sort(&mut self) {
        self.has_hosts = self.ends.iter().any(|end| end.host.is_some());
        self.ends.sort_by_key(|end| std::cmp::Reverse(end.query.len()));
        self.greedy.sort_by_key(|(tail, _)| std::cmp::Reverse(*tail));
        let greedy = self.greedy.iter_mut().map(|(_, node)| node);
        for node in self.literals.values_mut().chain(self.label.as_deref_mut()).chain(greedy) {
            node.sort();
        }
    }
}

struct Search<'r> {
    head: &'r request::Parts,
    path: &'r str,
    values: Vec<&'r str>,
    /// Methods that the path has, where it lacks this one.
    allowed: Vec<&'static str>,
}

impl<'r> Search<'r> {
    fn walk<'n>(&mut self, node: &'n Node, segments: &[&'r str]) -> Option<&'n End> {
        let (first, rest) = match segments {
            // A slash at the end says nothing (spec: "Literal character sequences").
            [] | [""] => return self.end(node),
            [first, rest @ ..] => (first, rest),
        };
        if let Some(next) = node.literals.get(*first)
            && let Some(end) = self.walk(next, rest)
        {
            return Some(end);
        }
        if let Some(next) = &node.label
            && !first.is_empty()
        {
            self.values.push(first);
            if let Some(end) = self.walk(next, rest) {
                return Some(end);
            }
            self.values.pop();
        }
        for (tail, next) in &node.greedy {
            // The slash at the end is a greedy label's where that is the last segment.
            let slash = usize::from(*tail > 0 && segments.ends_with(&[""]));
            let Some(count) = segments.len().checked_sub(tail + slash).filter(|count| *count > 0) else { continue };
            let (taken, rest) = segments.split_at(count);
            self.values.push(self.joined(taken));
            if let Some(end) = self.walk(next, rest) {
                return Some(end);
            }
            self.values.pop();
        }
        None
    }

    /// The piece of the path that the segments make up.
    fn joined(&self, segments: &[&'r str]) -> &'r str {
        let offset = |text: &str| text.as_ptr() as usize - self.path.as_ptr() as usize;
        match (segments.first(), segments.last()) {
            (Some(first), Some(last)) => self.path.get(offset(first)..offset(last) + last.len()).unwrap_or_default(),
            _ => "",
        }
    }

    fn end<'n>(&mut self, node: &'n Node) -> Option<&'n End> {
        let mut fitting = node.ends.iter().filter(|end| self.head.method == end.method && self.has(&end.query));
        let mut found = fitting.next();
        if node.has_hosts {
            let host = self.host();
            for other in fitting {
                found = found.map(|best| if other.is_better(best, host) { other } else { best });
            }
        }
        if found.is_none() {
            let others = node.ends.iter().filter(|end| self.has(&end.query)).map(|end| end.method);
            let others: Vec<&'static str> = others.collect();
            self.allowed.extend(others);
        }
        found
    }

    /// The host that the request is for.
    fn host(&self) -> &str {
        let named = self.head.headers.get(HOST).and_then(|host| host.to_str().ok());
        named.or(self.head.uri.host()).unwrap_or_default()
    }

    fn has(&self, wanted: &[(&str, &str)]) -> bool {
        wanted.iter().all(|(name, value)| {
            self.head.uri.query().unwrap_or_default().split('&').any(|pair| {
                let (key, text) = pair.split_once('=').unwrap_or((pair, ""));
                key == *name && (value.is_empty() || text == *value)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use http::Request;

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
    static SERVICE: ServiceSchema = ServiceSchema::new(
        "example.routes#Routes",
        "",
        &[&PLAIN, &LABEL, &GREEDY, &INNER, &ROOT, &DATA, &SAME, &DATA_OF],
    );

    /// The operation's name, and its labels.
    fn found(host: &str, path: &str) -> Option<(&'static str, Vec<String>)> {
        let head = Request::get(path).header(HOST, host).body(()).expect("good parts").into_parts().0;
        let router = Router::new(&SERVICE);
        let found = router.by_path(&head).ok()?;
        let labels = found.labels.iter().map(|(_, text)| (*text).to_owned()).collect();
        Some((SERVICE.operations[found.operation?].name, labels))
    }

    #[test]
    fn a_slash_at_the_end_of_a_path_or_pattern_says_nothing() {
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
    fn the_host_tells_operations_of_one_path_apart() {
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
        let router = Router::new(&SERVICE);
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
}
