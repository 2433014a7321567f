//! Documentation of items, and their deprecation.

use super::{Body, Definition, Module};

/// Documentation: Markdown lines, without `///`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    /// Wrapped lines.
    pub lines: Vec<String>,
    /// Deprecation, if the item is deprecated.
    pub deprecated: Option<Deprecation>,
}

/// The attribute `#[deprecated]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deprecation {
    /// Version or date of the deprecation.
    pub since: Option<String>,
    /// Reason, or replacement.
    pub note: Option<String>,
}

impl Module {
    /// Whether the module contains deprecated items.
    pub fn has_deprecated(&self) -> bool {
        let is_deprecated = |docs: &Docs| docs.deprecated.is_some();
        is_deprecated(&self.docs)
            || self.definitions.iter().flat_map(Definition::all_docs).any(is_deprecated)
            || self.operations.iter().any(|operation| is_deprecated(&operation.docs))
            || self.waiters().any(|waiter| is_deprecated(&waiter.docs))
    }
}

impl Definition {
    /// The documentation of the shape and of its members.
    fn all_docs(&self) -> impl Iterator<Item = &Docs> {
        let members: Vec<&Docs> = match &self.body {
            Body::Structure { members, .. } | Body::Union { members, .. } => {
                members.iter().map(|member| &member.docs).collect()
            }
            Body::StringEnum { variants, .. } => variants.iter().map(|variant| &variant.docs).collect(),
            Body::IntEnum { variants, .. } => variants.iter().map(|variant| &variant.docs).collect(),
            Body::Plain { .. } | Body::Newtype { .. } => Vec::new(),
        };
        members.into_iter().chain([&self.docs])
    }
}
