//! Refuses services whose requests cannot be distinguished.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt;

use super::tables::ServiceProtocols;
use crate::protocol::route::Router;
use crate::schema::{Addressing, ProtocolId};

/// Services that cannot share a port: requests of some operations are equal in everything that names the service, or a
/// host has no service.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AmbiguousServices {
    /// Conflicts: one for each pair of services.
    pub conflicts: Vec<Conflict>,
    /// Hosts after which no service was added.
    pub unused_hosts: Vec<String>,
}

impl fmt::Display for AmbiguousServices {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let conflicts: Vec<String> = self.conflicts.iter().map(ToString::to_string).collect();
        if !conflicts.is_empty() {
            write!(f, "requests cannot be distinguished: {}; give each service its own host", conflicts.join("; "))?;
        }
        if !self.unused_hosts.is_empty() {
            let separator = if conflicts.is_empty() { "" } else { "; " };
            write!(f, "{separator}no service was added after these hosts: {}", self.unused_hosts.join(", "))?;
        }
        Ok(())
    }
}

impl std::error::Error for AmbiguousServices {}

/// Two services that cannot be distinguished.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Conflict {
    /// Shape IDs of the services.
    pub services: [&'static str; 2],
    /// Their common key: `target DynamoDB_20120810`, `action 2010-08-01 ListMetrics`, `path GET /things/{}`.
    pub common: String,
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [one, other] = self.services;
        write!(f, "{one} and {other} have the same {}", self.common)
    }
}

/// Key that distinguishes services with the same host and signing name.
type Key = (Place, String);

/// Host and signing name.
type Place = (Option<String>, Option<&'static str>);

/// Checks that requests for all operations can be distinguished, and that all hosts have services.
pub(super) fn check(
    services: &[ServiceProtocols],
    hosts: &HashMap<String, Vec<usize>>,
    unused_hosts: Vec<String>,
) -> Result<(), AmbiguousServices> {
    let mut own_hosts: HashMap<usize, &String> = HashMap::new();
    for (host, indices) in hosts {
        if let [only] = indices.as_slice() {
            own_hosts.entry(*only).and_modify(|known| *known = (*known).min(host)).or_insert(host);
        }
    }
    let mut known: HashMap<Key, usize> = HashMap::new();
    let mut conflicts: Vec<Conflict> = Vec::new();
    for (index, (service, protocols)) in services.iter().enumerate() {
        let host = own_hosts.get(&index).map(|host| (*host).clone());
        let place = (host.or(service.endpoint_prefix.map(str::to_owned)), service.sigv4.map(|sigv4| sigv4.name));
        for common in keys((service, protocols)) {
            match known.entry((place.clone(), common)) {
                Entry::Vacant(free) => drop(free.insert(index)),
                Entry::Occupied(taken) if *taken.get() == index => {}
                Entry::Occupied(taken) => {
                    let other = services.get(*taken.get()).map_or("", |(other, _)| other.id);
                    let pair = [other, service.id];
                    if !conflicts.iter().any(|conflict| conflict.services == pair) {
                        conflicts.push(Conflict { services: pair, common: taken.key().1.clone() });
                    }
                }
            }
        }
    }
    if conflicts.is_empty() && unused_hosts.is_empty() {
        Ok(())
    } else {
        Err(AmbiguousServices { conflicts, unused_hosts })
    }
}

/// Parts of requests that name the service, by protocol.
fn keys((service, protocols): (&&'static crate::schema::ServiceSchema, &Vec<ProtocolId>)) -> Vec<String> {
    let mut keys = Vec::new();
    for protocol in protocols {
        match protocol.addressing() {
            Addressing::Target => keys.push(format!("target {}", service.name())),
            Addressing::Rpc => keys.push(format!("RPC service {}", service.name())),
            Addressing::Action => keys.extend(
                service.operations.iter().map(|operation| format!("action {} {}", service.version, operation.name)),
            ),
            Addressing::Path => {
                let paths = service.operations.iter().filter_map(|operation| Router::pattern(operation));
                keys.extend(paths.map(|path| format!("path {path}")));
            }
        }
    }
    keys
}
