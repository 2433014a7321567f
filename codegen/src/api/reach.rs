//! The directions in which shapes are sent.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::{Audience, Level, Levels};
use crate::ir::{Module, SchemaRef};

/// Directions in which values of a shape are sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Directions {
    /// In requests: clients produce them, servers receive them.
    pub(super) requests: bool,
    /// In responses: servers produce them, clients receive them.
    pub(super) responses: bool,
}

impl Directions {
    /// Both.
    pub(super) fn or(self, other: Self) -> Self {
        Self { requests: self.requests || other.requests, responses: self.responses || other.responses }
    }

    /// Verdicts for producers and for consumers of values of the shape. All users of a module without operations are
    /// producers.
    pub(super) fn levels(self, produced: Level, received: Level) -> Levels {
        let mut levels = Levels::of(&[Audience::Types, Audience::Stored], produced);
        if self.requests {
            levels = levels.with(Audience::Client, produced).with(Audience::Server, received);
        }
        if self.responses {
            levels = levels.with(Audience::Server, produced).with(Audience::Client, received);
        }
        levels
    }
}

/// The directions of all shapes, by origin.
pub(super) fn reach<'m>(module: &'m Module, facts: &Facts<'m>) -> BTreeMap<&'m str, Directions> {
    let mut reached: BTreeMap<&'m str, Directions> = BTreeMap::new();
    let mut waiting: Vec<(SchemaRef, Directions)> = Vec::new();
    let requests = Directions { requests: true, responses: false };
    let responses = Directions { requests: false, responses: true };
    for operation in &module.operations {
        waiting.push((operation.schemas.0.clone(), requests));
        waiting.push((operation.schemas.1.clone(), responses));
        waiting.extend(operation.errors.iter().map(|error| (SchemaRef::Local(error.schema.clone()), responses)));
    }
    while let Some((schema, directions)) = waiting.pop() {
        let Some((origin, node)) = facts.target(&schema) else { continue };
        let known = reached.entry(origin).or_default();
        let joined = known.or(directions);
        if *known != joined {
            *known = joined;
            waiting.extend(node.edges.iter().map(|edge| (edge.entry.target.clone(), directions)));
        }
    }
    reached
}
