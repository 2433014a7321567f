//! Hash tables of what names services in requests, and one tree of the paths of all services.

use std::borrow::Cow;
use std::collections::HashMap;

use http::header::HOST;
use http::request;

use super::host;
use crate::protocol::form::server::claims as is_form;
use crate::protocol::route::Router;
use crate::protocol::{SMITHY_PROTOCOL, X_AMZ_TARGET, header};
use crate::schema::{Addressing, ProtocolId, ServiceSchema};
use crate::server::customizations;
use crate::server::recognition::{parameter, signing_name};

/// A service and the protocols that it accepts.
pub(super) type ServiceProtocols = (&'static ServiceSchema, Vec<ProtocolId>);

/// Services with something in common, by index.
type Group = Vec<usize>;

/// Ways to find the service of a request.
#[derive(Default)]
pub(super) struct Tables {
    hosts: HashMap<String, Group>,
    domains: Vec<String>,
    /// By endpoint prefix.
    prefixes: HashMap<&'static str, Group>,
    /// By signing name.
    scopes: HashMap<&'static str, Group>,
    /// By shape name, of services with awsJson.
    targets: HashMap<&'static str, Group>,
    /// By shape name, of services with Smithy RPC v2.
    rpc: HashMap<&'static str, Group>,
    /// By version, of services with query protocols.
    versions: HashMap<&'static str, Group>,
    /// By operation, of services with query protocols.
    actions: HashMap<&'static str, Group>,
    paths: Paths,
    /// Number of services.
    count: usize,
}

/// Paths of services with HTTP bindings. The tree has one leaf for each method and pattern; its operation is an index
/// of `services`.
#[derive(Default)]
struct Paths {
    router: Router,
    services: Vec<Group>,
}

/// Result of a search.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found<'t> {
    One(usize),
    /// Services that the head does not distinguish.
    Several(Cow<'t, [usize]>),
    /// The form names the service.
    Form,
    None,
}

/// Services that a request may be for.
#[derive(Clone)]
enum Candidates<'t> {
    All,
    Some(Cow<'t, [usize]>),
}

impl<'t> Candidates<'t> {
    /// Keeps those of a group. A group without any of them has no effect, as earlier parts of a request decide.
    fn narrowed(self, group: Option<&'t Group>) -> Self {
        let Some(group) = group else { return self };
        match self {
            Self::All => Self::Some(Cow::Borrowed(group)),
            Self::Some(before) if before.len() == 1 => Self::Some(before),
            Self::Some(before) => {
                // Groups are sorted.
                let both: Group = before.iter().copied().filter(|index| group.binary_search(index).is_ok()).collect();
                Self::Some(if both.is_empty() { before } else { Cow::Owned(both) })
            }
        }
    }

    fn one(&self) -> Option<usize> {
        match self {
            Self::Some(found) if found.len() == 1 => found.first().copied(),
            _ => None,
        }
    }
}

impl Tables {
    /// Paths of the fallback are not entered: it gets the paths that no other service has.
    pub(super) fn new(
        services: &[ServiceProtocols],
        hosts: HashMap<String, Group>,
        domains: Vec<String>,
        fallback: Option<usize>,
    ) -> Self {
        let mut tables = Self { hosts, domains, count: services.len(), ..Self::default() };
        let mut leaves = HashMap::new();
        for (index, (service, protocols)) in services.iter().enumerate() {
            let accepts = |addressing| protocols.iter().any(|protocol| protocol.addressing() == addressing);
            let put = |table: &mut HashMap<&'static str, Group>, name| table.entry(name).or_default().push(index);
            if let Some(prefix) = service.endpoint_prefix {
                put(&mut tables.prefixes, prefix);
            }
            if let Some(sigv4) = service.sigv4 {
                put(&mut tables.scopes, sigv4.name);
            }
            if accepts(Addressing::Target) {
                put(&mut tables.targets, service.name());
            }
            if accepts(Addressing::Rpc) {
                put(&mut tables.rpc, service.name());
            }
            if accepts(Addressing::Action) {
                put(&mut tables.versions, service.version);
                for operation in service.operations {
                    put(&mut tables.actions, operation.name);
                }
            }
            if accepts(Addressing::Path) && fallback != Some(index) {
                let optional = customizations::of(service).optional_literals;
                for operation in service.operations {
                    tables.paths.insert(&mut leaves, index, (operation, optional));
                }
            }
        }
        tables
    }

    /// Finds the service of a request by its head, and by its form if it was read.
    pub(super) fn find(&self, head: &request::Parts, form: Option<&[u8]>) -> Found<'_> {
        let mut candidates = Candidates::All.narrowed(self.by_host(head));
        if candidates.one().is_none()
            && let Some(name) = signing_name(head)
        {
            match self.scopes.get(name.as_str()) {
                Some(group) => candidates = candidates.narrowed(Some(group)),
                // Signed for another service.
                None if matches!(candidates, Candidates::All) => return Found::None,
                None => {}
            }
        }
        if let Some(index) = candidates.one() {
            return Found::One(index);
        }
        match self.mark(head, form) {
            Mark::Form => return Found::Form,
            Mark::Name(None) if matches!(candidates, Candidates::All) => return Found::None,
            Mark::Name(group) => candidates = candidates.narrowed(group),
            Mark::Action { version, action } => {
                if version.is_none() && action.is_none() && matches!(candidates, Candidates::All) {
                    return Found::None;
                }
                candidates = candidates.narrowed(version).narrowed(action);
            }
            Mark::None => match candidates {
                Candidates::All => candidates = Candidates::All.narrowed(self.paths.find(head)),
                Candidates::Some(_) => {}
            },
        }
        match candidates {
            Candidates::All if self.count == 1 => Found::One(0),
            Candidates::All => Found::None,
            Candidates::Some(found) if found.len() == 1 => found.first().map_or(Found::None, |one| Found::One(*one)),
            Candidates::Some(found) => Found::Several(found),
        }
    }

    fn by_host(&self, head: &request::Parts) -> Option<&Group> {
        let host = header(&head.headers, &HOST).or_else(|| head.uri.host())?;
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        let has_uppercase = name.bytes().any(|byte| byte.is_ascii_uppercase());
        let name = if has_uppercase { Cow::Owned(name.to_ascii_lowercase()) } else { Cow::Borrowed(name) };
        let known = self.hosts.get(&*name);
        known.or_else(|| host::prefix(&name, &self.domains, |part| self.prefixes.get(part)))
    }

    /// Returns what the mark of a protocol names.
    fn mark(&self, head: &request::Parts, form: Option<&[u8]>) -> Mark<'_> {
        if let Some(target) = header(&head.headers, &X_AMZ_TARGET) {
            return Mark::Name(target.rsplit_once('.').and_then(|(service, _)| self.targets.get(service)));
        }
        // Paths of other services may end in the same way.
        let is_rpc = head.headers.contains_key(&SMITHY_PROTOCOL);
        let mut segments = head.uri.path().rsplit('/');
        if is_rpc
            && let (Some(_), Some("operation"), Some(service), Some("service")) =
                (segments.next(), segments.next(), segments.next(), segments.next())
        {
            let name = service.rsplit_once('.').map_or(service, |(_, name)| name);
            if let Some(group) = self.rpc.get(name) {
                return Mark::Name(Some(group));
            }
        }
        if !is_form(head) || self.actions.is_empty() {
            return Mark::None;
        }
        let query = head.uri.query().unwrap_or_default();
        let find = |name| parameter(query, name).or_else(|| parameter(std::str::from_utf8(form?).ok()?, name));
        match (find("Action"), form) {
            (None, None) => Mark::Form,
            (None, Some(_)) => Mark::Action { version: None, action: None },
            (Some(action), _) => Mark::Action {
                version: find("Version").and_then(|version| self.versions.get(&*version)),
                action: self.actions.get(&*action),
            },
        }
    }
}

/// Facts about the service in the mark of a protocol.
enum Mark<'t> {
    /// Names the service. `None` if it is unknown.
    Name(Option<&'t Group>),
    /// Names version and operation.
    Action {
        version: Option<&'t Group>,
        action: Option<&'t Group>,
    },
    /// Version and operation are in the form.
    Form,
    None,
}

type Leaves = HashMap<String, usize>;

impl Paths {
    fn insert(
        &mut self,
        leaves: &mut Leaves,
        service: usize,
        (operation, optional): (&'static crate::schema::OperationSchema, &[&str]),
    ) {
        let Some(key) = Router::pattern(operation) else { return };
        let next = self.services.len();
        let leaf = *leaves.entry(key).or_insert(next);
        if leaf == next {
            self.router.insert(next, operation, optional);
            self.services.push(Vec::new());
        }
        if let Some(group) = self.services.get_mut(leaf)
            && group.last() != Some(&service)
        {
            group.push(service);
        }
    }

    fn find(&self, head: &request::Parts) -> Option<&Group> {
        self.services.get(self.router.by_path(head).ok()?.operation?)
    }
}

#[cfg(test)]
mod tests;
