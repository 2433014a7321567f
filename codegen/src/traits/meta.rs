//! Traits of definitions: traits, protocols, authentication schemes and metadata (spec: "Defining traits").

use std::sync::Arc;

use super::read::{FromNode, Named, Placed, flag, one_of, optional, required, syntax};
use crate::model::{Invalid, Node, Trait, TraitProblem};
use crate::selector::Selector;

/// `@trait`: the shape defines a trait.
#[derive(Clone, Debug, PartialEq)]
pub struct TraitDefinition {
    /// Selector of the shapes that it can be applied to; default: all.
    pub selector: Option<Selector>,
    /// Traits that conflict with it. IDs of the prelude may be relative.
    pub conflicts: Vec<Arc<str>>,
    /// Whether only one member of a structure can have it, or can target a shape that has it.
    pub structurally_exclusive: Option<Exclusive>,
    /// Breaking changes of its values.
    pub breaking_changes: Vec<Placed<BreakingChange>>,
}

/// How the trait is exclusive among the members of a structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exclusive {
    /// Only one member can have the trait.
    Member,
    /// Only one member can target a shape with the trait.
    Target,
}

/// A breaking change of a trait's value.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakingChange {
    /// JSON pointer to the part of the value.
    pub path: Option<Arc<str>>,
    /// `add`, `remove`, `update`, `presence` or `any`.
    pub change: Option<Arc<str>>,
    /// Severity.
    pub severity: Option<Arc<str>>,
    /// Message.
    pub message: Option<Arc<str>>,
}

impl FromNode for BreakingChange {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            path: optional(node, "path")?.map(pointer).transpose()?,
            change: optional(node, "change")?.map(change).transpose()?,
            severity: optional(node, "severity")?,
            message: optional(node, "message")?,
        })
    }
}

/// Checks the syntax of a JSON pointer.
fn pointer(path: Placed<Arc<str>>) -> Result<Arc<str>, Invalid> {
    let rest = path.value.trim_start_matches('#');
    if rest.is_empty() || rest.starts_with('/') {
        return Ok(path.value);
    }
    Err(syntax(path.span, TraitProblem::Pointer { pointer: path.value.to_string() }))
}

/// Checks the kind of a change.
fn change(kind: Placed<Arc<str>>) -> Result<Arc<str>, Invalid> {
    if ["add", "remove", "update", "presence", "any"].contains(&&*kind.value.to_ascii_lowercase()) {
        return Ok(kind.value);
    }
    Err(syntax(kind.span, TraitProblem::DiffType { found: kind.value.to_string() }))
}

impl FromNode for Exclusive {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        one_of(node, [Self::Member, Self::Target], |exclusive| match exclusive {
            Self::Member => "member",
            Self::Target => "target",
        })
    }
}

impl FromNode for Selector {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        let text: Arc<str> = FromNode::from_node(node)?;
        Self::parse(&text).map_err(|error| syntax(node.span, TraitProblem::Syntax { error: error.to_string() }))
    }
}

impl Trait for TraitDefinition {
    const ID: &'static str = "smithy.api#trait";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            selector: optional(node, "selector")?,
            conflicts: optional(node, "conflicts")?.unwrap_or_default(),
            structurally_exclusive: optional(node, "structurallyExclusive")?,
            breaking_changes: optional(node, "breakingChanges")?.unwrap_or_default(),
        })
    }
}

/// `@authDefinition`: the trait is an authentication scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct AuthDefinition {
    /// Traits that it supports.
    pub traits: Vec<Arc<str>>,
}

impl Trait for AuthDefinition {
    const ID: &'static str = "smithy.api#authDefinition";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { traits: optional(node, "traits")?.unwrap_or_default() })
    }
}

/// `@protocolDefinition`: the trait is a protocol.
#[derive(Clone, Debug, PartialEq)]
pub struct ProtocolDefinition {
    /// Traits that it supports.
    pub traits: Vec<Arc<str>>,
    /// Whether it does not support documents.
    pub no_inline_document_support: bool,
}

impl Trait for ProtocolDefinition {
    const ID: &'static str = "smithy.api#protocolDefinition";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            traits: optional(node, "traits")?.unwrap_or_default(),
            no_inline_document_support: flag(node, "noInlineDocumentSupport")?,
        })
    }
}

/// `@traitValidators`: invalid uses of a trait, by event ID.
#[derive(Clone, Debug, PartialEq)]
pub struct TraitValidators(pub Named<Placed<TraitValidator>>);

/// One of [`TraitValidators`].
#[derive(Clone, Debug, PartialEq)]
pub struct TraitValidator {
    /// Selector of invalid shapes.
    pub selector: Arc<str>,
    /// Message.
    pub message: Option<Arc<str>>,
    /// Severity; default: error.
    pub severity: Option<Arc<str>>,
}

impl FromNode for TraitValidator {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            selector: required(node, "selector")?,
            message: optional(node, "message")?,
            severity: optional(node, "severity")?,
        })
    }
}

impl Trait for TraitValidators {
    const ID: &'static str = "smithy.api#traitValidators";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Named::from_node(node).map(Self)
    }
}

/// `@metadata`: the shape is the schema of a metadata key.
#[derive(Clone, Debug, PartialEq)]
pub struct Metadata {
    /// The key.
    pub key: Arc<str>,
}

impl Trait for Metadata {
    const ID: &'static str = "smithy.api#metadata";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { key: required(node, "key")? })
    }
}

#[cfg(test)]
mod tests {
    use super::{Exclusive, Metadata, ProtocolDefinition, TraitDefinition, TraitValidators};
    use crate::model::{Breaks, Trait};
    use crate::selector::Selector;
    use crate::traits::testing::{node, problem};

    #[test]
    fn a_definition_has_a_selector_that_parses() {
        let text =
            r#"{"selector": "structure", "structurallyExclusive": "target", "breakingChanges": [{"change": "any"}]}"#;
        let definition = TraitDefinition::read(&node(text)).expect("valid");
        assert_eq!(definition.selector.as_ref().map(Selector::as_str), Some("structure"));
        assert_eq!(definition.structurally_exclusive, Some(Exclusive::Target));
        let changes: Vec<_> = definition.breaking_changes.iter().map(|rule| rule.value.change.as_deref()).collect();
        assert_eq!(changes, [Some("any")]);
        assert_eq!(
            TraitDefinition::read(&node(r#"{"selector": "["}"#)).expect_err("no selector").breaks,
            Breaks::Syntax
        );
        assert_eq!(problem::<TraitDefinition>(r#"{"structurallyExclusive": "no"}"#), "Unexpected value `no`");
    }

    #[test]
    fn protocols_metadata_and_validators_have_the_parts_of_their_definitions() {
        let protocol = ProtocolDefinition::read(&node(r#"{"traits": ["a#b"], "noInlineDocumentSupport": true}"#));
        assert!(protocol.is_ok_and(|protocol| protocol.no_inline_document_support && protocol.traits.len() == 1));
        assert_eq!(Metadata::read(&node(r#"{"key": "a"}"#)), Ok(Metadata { key: "a".into() }));
        assert_eq!(problem::<Metadata>("{}"), "Missing expected member `key`.");
        assert_eq!(problem::<TraitValidators>(r#"{"A": {}}"#), "Missing expected member `selector`.");
    }
}
