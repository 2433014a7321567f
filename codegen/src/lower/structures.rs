//! Structures and unions by the names of their types.

use crate::hash::HashMap;
use crate::ir::{Body, Build, Definition, Member};

/// Structures and unions by the names of their types.
pub(super) struct Structures<'d>(HashMap<&'d str, &'d Body>);

impl<'d> Structures<'d> {
    pub(super) fn new(definitions: &'d [Definition]) -> Self {
        let named = definitions.iter().filter_map(|definition| match &definition.body {
            body @ (Body::Structure { name, .. } | Body::Union { name, .. }) => Some((name.as_str(), body)),
            _ => None,
        });
        Self(named.collect())
    }

    /// Members of a structure or union.
    pub(super) fn members(&self, name: &str) -> Option<&'d [Member]> {
        match self.0.get(name)? {
            Body::Structure { members, .. } | Body::Union { members, .. } => Some(members),
            _ => None,
        }
    }

    /// Name of the builder of a structure.
    pub(super) fn builder(&self, name: &str) -> Option<&'d str> {
        match self.0.get(name)? {
            Body::Structure { builder, .. } => Some(builder),
            _ => None,
        }
    }

    /// Return type of the builder of a structure.
    pub(super) fn build(&self, name: &str) -> Option<Build> {
        match self.0.get(name)? {
            Body::Structure { build, .. } => Some(*build),
            _ => None,
        }
    }
}
