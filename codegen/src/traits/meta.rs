//! Traits of definitions: of traits, protocols, authentication schemes and metadata (spec: "Defining traits").

use std::sync::Arc;

use super::read::{FromNode, Named, flag, optional, required, syntax, unknown};
use crate::model::{Invalid, Node, Trait};
use crate::selector::Selector;

/// `@trait`: the shape defines a trait.
#[derive(Clone, Debug, PartialEq)]
pub struct TraitDefinition {
    /// What it may be applied to; everything where it is absent.
    pub selector: Option<Arc<str>>,
    /// Traits that cannot be applied together with it. Ids of the prelude may be relative.
    pub conflicts: Vec<Arc<str>>,
    /// Whether one member of a structure may have it, or may target what has it.
    pub structurally_exclusive: Option<Exclusive>,
    /// Changes of its values that break users.
    pub breaking_changes: Vec<BreakingChange>,
}

/// Whether members of a structure exclude each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exclusive {
    /// One member may have the trait.
    Member,
    /// One member may target a shape with the trait.
    Target,
}

/// A change of a trait's value that breaks users.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakingChange {
    /// Which part of the value: names of members, behind slashes.
    pub path: Option<Arc<str>>,
    /// `add`, `remove`, `update`, `presence` or `any`.
    pub change: Option<Arc<str>>,
    /// How bad it is.
    pub severity: Option<Arc<str>>,
    /// Why.
    pub message: Option<Arc<str>>,
}

impl FromNode for BreakingChange {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            path: optional(node, "path")?,
            change: optional(node, "change")?,
            severity: optional(node, "severity")?,
            message: optional(node, "message")?,
        })
    }
}

impl FromNode for Exclusive {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        let text: Arc<str> = FromNode::from_node(node)?;
        match &*text {
            "member" => Ok(Self::Member),
            "target" => Ok(Self::Target),
            _ => Err(unknown(node, &text)),
        }
    }
}

impl Trait for TraitDefinition {
    const ID: &'static str = "smithy.api#trait";

    fn read(node: &Node) -> Result<Self, Invalid> {
        let selector: Option<Arc<str>> = optional(node, "selector")?;
        if let Some(error) = selector.as_ref().and_then(|selector| Selector::parse(selector).err()) {
            let span = node.get("selector").map_or(node.span, |node| node.span);
            return Err(syntax(span, error.to_string()));
        }
        Ok(Self {
            selector,
            conflicts: optional(node, "conflicts")?.unwrap_or_default(),
            structurally_exclusive: optional(node, "structurallyExclusive")?,
            breaking_changes: optional(node, "breakingChanges")?.unwrap_or_default(),
        })
    }
}

/// `@authDefinition`: the trait is a scheme of authentication.
#[derive(Clone, Debug, PartialEq)]
pub struct AuthDefinition {
    /// Traits that it understands.
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
    /// Traits that it understands.
    pub traits: Vec<Arc<str>>,
    /// Whether it has no documents.
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

/// `@traitValidators`: what is wrong with models that have the trait, by event id.
#[derive(Clone, Debug, PartialEq)]
pub struct TraitValidators(pub Named<TraitValidator>);

/// One of [`TraitValidators`].
#[derive(Clone, Debug, PartialEq)]
pub struct TraitValidator {
    /// What is wrong.
    pub selector: Arc<str>,
    /// Why.
    pub message: Option<Arc<str>>,
    /// How bad it is; an error where it is absent.
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

/// `@metadata`: the shape is the type of this metadata.
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
