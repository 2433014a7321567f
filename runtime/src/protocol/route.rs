//! Finds a request's operation: a trie over path segments for protocols with bindings, a hash map for those with a target.
//! The cost does not grow with the number of operations.

use std::collections::HashMap;

use http::Method;

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
    service: &'static str,
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
}

/// An operation whose path ends here.
#[derive(Debug)]
struct End {
    operation: usize,
    method: &'static str,
    /// Parameters that the query must have, with their values where these are given.
    query: Vec<(&'static str, &'static str)>,
    labels: Vec<&'static str>,
}

impl Router {
    pub(crate) fn new(service: &'static ServiceSchema) -> Self {
        let mut router = Self { service: service.name(), ..Self::default() };
        for (index, operation) in service.operations.iter().enumerate() {
            router.names.insert(operation.name, index);
            let Some(http) = operation.http else { continue };
            let template = Template::parse(http.uri);
            let labels = template.segments.iter().filter_map(|segment| match segment {
                Segment::Label(name) | Segment::Greedy(name) => Some(*name),
                Segment::Literal(_) => None,
            });
            let end = End { operation: index, method: http.method, labels: labels.collect(), query: template.query };
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
        self.by_name(target.strip_prefix(self.service)?.strip_prefix('.')?)
    }

    /// The operation of a path that ends in `/service/{Service}/operation/{Operation}`, whatever comes before (spec:
    /// "Smithy RPC v2", routing).
    pub(crate) fn by_rpc_path<'r>(&self, path: &str) -> Option<Match<'r>> {
        let mut segments = path.rsplit('/');
        let (operation, word, service) = (segments.next()?, segments.next()?, segments.next()?);
        let named = word == "operation" && service == self.service && segments.next() == Some("service");
        // There is at least the slash in front.
        if named && segments.next().is_some() { self.by_name(operation) } else { None }
    }

    /// The operation bound to a method, path and query.
    pub(crate) fn by_path<'r>(&self, method: &Method, path: &'r str, query: &str) -> Result<Match<'r>, Rejection> {
        let trimmed = path.strip_prefix('/').unwrap_or(path);
        let segments: Vec<&'r str> = if trimmed.is_empty() { Vec::new() } else { trimmed.split('/').collect() };
        let mut search =
            Search { method: method.as_str(), path: trimmed, query, values: Vec::new(), allowed: Vec::new() };
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
        self.ends.sort_by_key(|end| std::cmp::Reverse(end.query.len()));
        self.greedy.sort_by_key(|(tail, _)| std::cmp::Reverse(*tail));
        let greedy = self.greedy.iter_mut().map(|(_, node)| node);
        for node in self.literals.values_mut().chain(self.label.as_deref_mut()).chain(greedy) {
            node.sort();
        }
    }
}

struct Search<'q, 'r> {
    method: &'q str,
    path: &'r str,
    query: &'q str,
    values: Vec<&'r str>,
    /// Methods that the path has, where it lacks this one.
    allowed: Vec<&'static str>,
}

impl<'r> Search<'_, 'r> {
    fn walk<'n>(&mut self, node: &'n Node, segments: &[&'r str]) -> Option<&'n End> {
        let Some((first, rest)) = segments.split_first() else { return self.end(node) };
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
            let Some(count) = segments.len().checked_sub(*tail).filter(|count| *count > 0) else { continue };
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
        let found = node.ends.iter().find(|end| end.method == self.method && self.has(&end.query));
        if found.is_none() {
            let others = node.ends.iter().filter(|end| self.has(&end.query)).map(|end| end.method);
            let others: Vec<&'static str> = others.collect();
            self.allowed.extend(others);
        }
        found
    }

    fn has(&self, wanted: &[(&str, &str)]) -> bool {
        wanted.iter().all(|(name, value)| {
            self.query.split('&').any(|pair| {
                let (key, text) = pair.split_once('=').unwrap_or((pair, ""));
                key == *name && (value.is_empty() || text == *value)
            })
        })
    }
}
