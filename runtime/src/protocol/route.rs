//! Finds the operation of a request: in a tree of path segments for protocols with HTTP bindings, in a hash map for
//! others. The cost does not depend on the number of operations.

mod tree;

use std::collections::HashMap;

use http::request;
use tree::{Leaf, Node, Parameters, Search};

use super::Rejection;
use crate::http_binding::{Segment, Template};
use crate::schema::{Binding, OperationSchema, ServiceSchema};

/// The operation of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Match<'r> {
    /// Index of the operation in its service. `None` if the body names the operation.
    pub(crate) operation: Option<usize>,
    /// Labels of the path, as sent.
    pub(crate) labels: Vec<(&'static str, &'r str)>,
}

/// Routes of a service.
#[derive(Debug, Default)]
pub(crate) struct Router {
    /// Namespace and name of the service.
    service: (&'static str, &'static str),
    names: HashMap<&'static str, usize>,
    root: Node,
    parameters: Parameters,
}

impl Router {
    /// Creates the routes of a service. Requests may omit the query literals named in `optional`.
    pub(crate) fn new(service: &'static ServiceSchema, optional: &[&str]) -> Self {
        let mut router = Self { service: service.id.split_once('#').unwrap_or_default(), ..Self::default() };
        for (index, operation) in service.operations.iter().enumerate() {
            router.names.insert(operation.name, index);
            router.insert(index, operation, optional);
        }
        router
    }

    /// Adds the path of an operation, if it has one, with this index.
    pub(crate) fn insert(&mut self, index: usize, operation: &'static OperationSchema, optional: &[&str]) {
        let Some(http) = operation.http else { return };
        let template = Template::parse(http.uri);
        let labels = template.segments.iter().filter_map(|segment| match segment {
            Segment::Label(name) | Segment::Greedy(name) => Some(*name),
            Segment::Literal(_) => None,
        });
        let (optional, query) = template.query.into_iter().partition(|(name, _)| optional.contains(name));
        let leaf = Leaf {
            operation: index,
            method: http.method,
            labels: labels.collect(),
            query,
            optional,
            parameters: required(operation, |binding| match binding {
                Binding::Query(name) => Some(name),
                _ => None,
            }),
            headers: required(operation, |binding| match binding {
                Binding::Header(name) => Some(name),
                _ => None,
            }),
            host: operation.host_prefix.and_then(|prefix| prefix.split('{').next()),
        };
        self.parameters.add(&leaf);
        self.root.insert(&template.segments, leaf);
    }

    /// Returns what requests of an operation with a path have in common: `GET /things/{}?list`. Names of labels do not
    /// matter, names of required parameters and headers do.
    pub(crate) fn pattern(operation: &OperationSchema) -> Option<String> {
        let http = operation.http?;
        let template = Template::parse(http.uri);
        let mut pattern = format!("{} ", http.method);
        for segment in &template.segments {
            pattern.push('/');
            pattern.push_str(match segment {
                Segment::Literal(text) => text,
                Segment::Label(_) => "{}",
                Segment::Greedy(_) => "{+}",
            });
        }
        let mut parts: Vec<String> = template.query.iter().map(|(name, value)| format!("?{name}={value}")).collect();
        let query = |binding| if let Binding::Query(name) = binding { Some(name) } else { None };
        let header = |binding| if let Binding::Header(name) = binding { Some(name) } else { None };
        parts.extend(required(operation, query).into_iter().map(|name| format!("?{name}")));
        parts.extend(required(operation, header).into_iter().map(|name| format!(" {name}")));
        parts.extend(operation.host_prefix.map(|prefix| format!(" {prefix}")));
        parts.sort();
        Some(pattern + &parts.concat())
    }

    /// Returns the operation with this name.
    pub(crate) fn by_name<'r>(&self, name: &str) -> Option<Match<'r>> {
        self.names.get(name).map(|operation| Match { operation: Some(*operation), labels: Vec::new() })
    }

    /// Returns the operation of an `X-Amz-Target` header: `Service.Operation`.
    pub(crate) fn by_target<'r>(&self, target: &str) -> Option<Match<'r>> {
        self.by_name(target.strip_prefix(self.service.1)?.strip_prefix('.')?)
    }

    /// Returns the operation of a path that ends in `/service/{Service}/operation/{Operation}` (spec: "Smithy RPC v2",
    /// routing). The service may be an absolute shape ID.
    pub(crate) fn by_rpc_path<'r>(&self, path: &str) -> Option<Match<'r>> {
        let mut segments = path.rsplit('/');
        let (operation, word, service) = (segments.next()?, segments.next()?, segments.next()?);
        let (namespace, name) = self.service;
        let in_namespace = || service.strip_suffix(name).and_then(|rest| rest.strip_suffix('.')) == Some(namespace);
        let named = word == "operation" && (service == name || in_namespace()) && segments.next() == Some("service");
        // The path begins with a slash.
        if named && segments.next().is_some() { self.by_name(operation) } else { None }
    }

    /// Returns the operation bound to a method, path and query (spec: "Specificity routing"). Host prefix, then headers
    /// and query parameters of required members distinguish equally specific operations.
    pub(crate) fn by_path<'r>(&self, head: &'r request::Parts) -> Result<Match<'r>, Rejection> {
        let mut search = Search::new(head, &self.parameters);
        match search.run(&self.root) {
            Some(end) => {
                let labels = end.labels.iter().copied().zip(search.values).collect();
                Ok(Match { operation: Some(end.operation), labels })
            }
            None if search.allowed.is_empty() => {
                Err(Rejection::unknown_operation().because("no operation has the path of the request"))
            }
            None => {
                search.allowed.sort_unstable();
                search.allowed.dedup();
                Err(Rejection::method_not_allowed(&search.allowed))
            }
        }
    }
}

/// Names that a binding gives to required members.
fn required(operation: &OperationSchema, name: fn(Binding) -> Option<&'static str>) -> Vec<&'static str> {
    operation
        .input
        .members
        .iter()
        .filter(|member| member.required)
        .filter_map(|member| name(member.traits.binding))
        .collect()
}

#[cfg(test)]
mod tests;
