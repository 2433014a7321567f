//! Facts of diagnostics about files, definitions and mixins that cannot be loaded, and their messages.

use std::fmt;

use super::facts;
use super::parts::{Backticked, List};
use crate::model::{ShapeId, TraitProblem};

facts! {
    /// Facts of diagnostics about files, definitions and mixins that cannot be loaded.
    LoadFacts

    UnsupportedType { shape_type: &'static str, version: &'static str }
        "{shape_type} shapes cannot be used in Smithy version {version}",
    UnsupportedVersion { version: String }
        "Unsupported Smithy version number: {version}",
    InvalidShapeId { text: String }
        "Invalid shape ID: {text}",
    InvalidMemberId { shape: ShapeId, member: String }
        "Invalid shape ID: {shape}${member}",
    MemberInShapeId { shape_type: String, shape: ShapeId }
        "Shapes of type `{shape_type}` cannot contain a member in their shape ID. Found `{shape}`",
    UnexpectedNode { expected: &'static str, found: &'static str }
        "Expected {expected}, but found {found}.",
    UnexpectedProperty { property: String, expected: &'static str, found: &'static str }
        "Expected `{property}` to be {expected}; found {found}",
    UnexpectedValue { subject: String, expected: &'static str, found: &'static str }
        "{subject} must be {expected}, but found {found}",
    UnknownProperties { known: Backticked, found: Backticked }
        "Expected an object with possible properties of {known}, but found additional properties: {found}",
    EnumMemberTarget { shape_type: &'static str, unit: &'static str, target: ShapeId }
        "{shape_type} members may only target `{unit}`, but found `{target}`",
    UnexpectedMember { rule: MemberRule, member: String }
        "{rule}, but found `{member}`",
    MissingMembers { shape: ShapeId, members: List<&'static str> }
        "Missing required members of shape `{shape}`: {members}",
    MissingOnlyMember { shape: ShapeId, member: &'static str }
        "Missing required member of shape `{shape}`: {member}",
    ElidedResourceNotFound { member: ShapeId, resource: ShapeId }
        "Cannot apply resource to elided member {member}: {resource} not found",
    ElidedMixinNotFound { member: ShapeId, mixin: ShapeId }
        "Cannot apply mixin to {member}: {mixin} not found",
    ElisionFromOther { found: &'static str, target: ShapeId }
        "The target of the `for` production must be a resource shape, but found a {found} shape: {target}",
    MixinOperation { shape: ShapeId }
        "Operation shapes with the mixin trait MUST target `smithy.api#Unit` for their input and output. Operation \
         mixin shape `{shape}` defines one or both of these properties.",
    MixinResource { shape: ShapeId }
        "Resource shapes with the mixin trait may not define any properties. Resource mixin shape `{shape}` defines \
         one or more properties.",
    MixinVersion { target: ShapeId }
        "Mixins can only be used in Smithy 2.0 or later. Attempted to apply a @mixin trait to `{target}` in a model \
         file using version `1.0`.",
    MixinTypes { shape: ShapeId, shape_type: &'static str, mixins: Backticked }
        "Mixins may only be mixed into shapes of the same type. The following mixins were applied to the {shape_type} \
         shape `{shape}` which are not {shape_type} shapes: [{mixins}]",
    MixinMember { inherited: ShapeId }
        "Member conflicts with an inherited mixin member: `{inherited}`",
    MixinCycle { others: List<String> }
        "Unable to resolve mixins; cycles detected between this shape and [{others}]",
    TraitOnUnknown { name: String, target: ShapeId }
        "Trait `{name}` applied to unknown shape `{target}`",
    TraitOnPrelude { name: ShapeId, namespace: &'static str }
        "Cannot apply `{name}` to an immutable prelude shape defined in `{namespace}`.",
    NotATrait { shape: ShapeId }
        "Shape `{shape}` cannot be applied as a trait. If this is a custom trait, please add `@trait` to this shape.",
    MemberAsTrait { member: ShapeId }
        "`{member}` is a member, which cannot be applied as a trait.",
    InvalidTrait { name: String, problem: TraitProblem }
        "Error creating trait `{name}`: {problem}",
    TraitConflict { name: ShapeId, shape: ShapeId }
        "Conflicting `{name}` trait found on shape `{shape}`. It has different values in the places shown",
    MetadataConflict { key: String }
        "Metadata conflict for key `{key}`. Defined in both of the places shown, with different values",
    PreludeConflict { shape: ShapeId }
        "Conflicting shape definition for `{shape}` found: the prelude defines it, and cannot be changed",
    DuplicateDefinition { shape: ShapeId }
        "Ignoring duplicate but equivalent shape definition: {shape} defined at both of the places shown",
    UndefinedUse { shape: String }
        "Use statement refers to undefined shape: {shape}",
    SyntacticId { text: String, shape: String }
        "Syntactic shape ID `{text}` does not resolve to a valid shape ID: `{shape}`. Did you mean to quote this \
         string? Are you missing a model file?",
}

/// Members that a collection may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum MemberRule {
    /// `member`.
    List,
    /// `member`, of a list that is written as a set.
    Set,
    /// `key` and `value`.
    Map,
}

impl fmt::Display for MemberRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::List => "List shapes may only have a `member` member",
            Self::Set => "Set shapes may only have a `member` member",
            Self::Map => "Map shapes may only have `key` and `value` members",
        })
    }
}

/// The first difference between two definitions of a shape, except for traits.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "of", rename_all = "camelCase")]
pub enum Difference {
    /// The types of the shapes.
    Types {
        /// That of the first definition.
        first: &'static str,
        /// That of the second definition.
        second: &'static str,
    },
    /// Their mixins.
    Mixins,
    /// Their properties.
    Properties,
    /// A member that only one of them has.
    Member {
        /// Its name.
        member: String,
    },
    /// The order of members.
    MemberOrder,
    /// The target of a member.
    Target {
        /// The name of the member.
        member: String,
        /// The target in the first definition.
        first: ShapeId,
        /// The target in the second definition.
        second: ShapeId,
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Types { first, second } => write!(f, "the types `{first}` and `{second}` differ"),
            Self::Mixins => f.write_str("their mixins differ"),
            Self::Properties => f.write_str("their properties differ"),
            Self::Member { member } => write!(f, "only one has the member `{member}`"),
            Self::MemberOrder => f.write_str("the order of their members differs"),
            Self::Target { member, first, second } => {
                write!(f, "`{member}` targets `{first}` in one, and `{second}` in the other")
            }
        }
    }
}
