//! Finds a request's operation: a tree of path segments for protocols with HTTP bindings, a hash map for those with a
//! target. The cost does not grow with the number of operations.

mod tree;

use std::collections::HashMap;

use http::request;
use tree::{Leaf, Node, Search};

use super::Rejection;
use crate::http_binding::{Segment, Template};
use crate::schema::{Binding, ServiceSchema};

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

impl Router {
    /// The routes of the service's operations. Requests may leave out query literals of the names in `optional`.
    pub(crate) fn new(service: &'static ServiceSchema, optional: &[&str]) -> Self {
        let mut router = Self { service: service.id.split_once('#').unwrap_or_default(), ..Self::default() };
        for (index, operation) in service.operations.iter().enumerate() {
            router.names.insert(operation.name, index);
            let Some(http) = operation.http else { continue };
            let template = Template::parse(http.uri);
            let labels = template.segments.iter().filter_map(|segment| match segment {
                Segment::Label(name) | Segment::Greedy(name) => Some(*name),
                Segment::Literal(_) => None,
            });
            let required = || operation.input.members.iter().filter(|member| member.required);
            let (optional, query) = template.query.into_iter().partition(|(name, _)| optional.contains(name));
            let leaf = Leaf {
                operation: index,
                method: http.method,
                labels: labels.collect(),
                query,
                optional,
                parameters: required()
                    .filter_map(|member| if let Binding::Query(name) = member.binding { Some(name) } else { None })
                    .collect(),
                headers: required()
                    .filter_map(|member| if let Binding::Header(name) = member.binding { Some(name) } else { None })
                    .collect(),
                host: operation.host_prefix.and_then(|prefix| prefix.split('{').next()),
            };
            router.root.insert(&template.segments, leaf);
        }
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

    /// The operation of a path that ends in `/service/{Service}/operation/{Operation}` (spec: "Smithy RPC v2",
    /// routing). The name of the service may have its namespace.
    pub(crate) fn by_rpc_path<'r>(&self, path: &str) -> Option<Match<'r>> {
        let mut segments = path.rsplit('/');
        let (operation, word, service) = (segments.next()?, segments.next()?, segments.next()?);
        let (namespace, name) = self.service;
        let in_namespace = || service.strip_suffix(name).and_then(|rest| rest.strip_suffix('.')) == Some(namespace);
        let named = word == "operation" && (service == name || in_namespace()) && segments.next() == Some("service");
        // There is at least the slash in front.
        if named && segments.next().is_some() { self.by_name(operation) } else { None }
    }

    /// The operation bound to a method, path and query (spec: "Specificity routing"). The host prefix decides among
    /// operations that are equally specific, then the headers and query parameters of required members.
    pub(crate) fn by_path<'r>(&self, head: &'r request::Parts) -> Result<Match<'r>, Rejection> {
        let mut search = Search::new(head);
        match search.run(&self.root) {
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

#[cfg(test)]
mod tests;
