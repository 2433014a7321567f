//! Documentation of items, and the attribute that deprecates them.

use super::{Body, Definition, Module};

/// Documentation: Markdown lines, without `///`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    /// The lines, wrapped.
    pub lines: Vec<String>,
    /// The attribute `#[deprecated]`, if the item has it.
    pub deprecated: Option<Deprecation>,
}

/// The attribute `#[deprecated]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deprecation {
    /// Version or date.
    pub since: Option<String>,
    /// Reason, or what to use instead.
    pub note: Option<String>,
}

impl Module {
    /// Whether any item is deprecated.
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
