//! Facts of diagnostics about resources, and their messages.

use super::facts;
use super::parts::{Backticked, List, Quoted, RequiredMember};
use super::{IdentifierCount, LifecycleTrait, Problems, ReferenceProblem, ResourceCycle};
use crate::model::ShapeId;

facts! {
    /// Facts of diagnostics about resources.
    ResourceFacts

    CollectionBindsAll { resource: ShapeId }
        "This operation is bound as a collection operation on the `{resource}` resource, but it improperly binds all \
         of the identifiers of the resource to members of the operation input.",
    InstanceBinding { resource: ShapeId, expected: List<RequiredMember>, found: List<RequiredMember> }
        "This operation does not form a valid instance operation when bound to resource `{resource}`. All of the \
         identifiers of the resource were not implicitly or explicitly bound to the input of the operation. Expected \
         the following identifier bindings: [{expected}]. Found the following identifier bindings: [{found}]",
    ChildBinding { child: ShapeId, parent: ShapeId, missing: Backticked }
        "This operation is bound to the `{child}` resource, which is a child of the `{parent}` resource, and it is \
         missing the following resource identifier bindings of `{parent}`: [{missing}]",
    OverriddenIdentifier { identifier: String, members: Quoted }
        "Implicit resource identifier for '{identifier}' is overridden by `resourceIdentifier` trait on members: \
         {members}",
    SharedIdentifier { identifier: String, members: Quoted }
        "Conflicting resource identifier member bindings found for identifier '{identifier}' between members: \
         {members}",
    Cycle { path: ResourceCycle }
        "Circular resource hierarchy found: {path}",
    IdentifierIsProperty { name: String }
        "Resource identifier `{name}` cannot also be a resource property",
    MissingIdentifiers { parent: ShapeId, missing: List<String> }
        "This resource is bound as a child of `{parent}`, but it is invalid because its `identifiers` property is \
         missing the following identifiers that are defined in `{parent}`: [{missing}]",
    IncompatibleIdentifier { parent: ShapeId, name: String, expected: ShapeId, found: ShapeId }
        "The `identifiers` property of this resource is incompatible with its binding to `{parent}`: expected the \
         `{name}` member to target `{expected}`, but found a target of `{found}`",
    Lifecycle { name: &'static str, operation: ShapeId, requirement: LifecycleTrait }
        "The `{name}` lifecycle operation of this resource targets an invalid operation, `{operation}`. The targeted \
         operation {requirement}",
    FitsResource { operation: ShapeId, service: ShapeId, resources: Backticked }
        "The `{operation}` operation is bound to the `{service}` service but has members that match identifiers of \
         the following resource shapes: [{resources}]. It may be more accurately bound to one of them than directly \
         to the service.",
    UnusedProperty { name: String }
        "Resource property `{name}` is not used in the input or output of create or an instance operation.",
    SharedProperty { name: String, members: List<String> }
        "This shape contains members with conflicting resource property names that resolve to '{name}': {members}",
    PropertyTarget { expected: ShapeId, operation: String, resource: ShapeId, name: String }
        "This member must target `{expected}`. This member is used as part of the `{operation}` operation of the \
         `{resource}` resource and conflicts with its `{name}` resource property.",
    NotAProperty {
        member: String,
        resource: ShapeId,
        identifier_trait: &'static str,
        property_trait: &'static str,
        not_property_trait: &'static str,
    }
        "Member `{member}` does not target a property or identifier for resource `{resource}`. If it is an \
         identifier, apply the `{identifier_trait}` trait. If it is a property, apply the `{property_trait}` trait. \
         If it is neither, apply the `{not_property_trait}` trait.",
    IdsOnString { reference: String }
        "References applied to string shapes cannot contain 'ids': {reference}",
    NotAResource { found: &'static str, reference: String }
        "`references` trait reference targets a {found} shape not a resource: {reference}",
    SeveralIdentifiers { resource: ShapeId, reference: String, identifiers: Backticked }
        "This string shape contains an invalid reference to {resource}: {reference}. References on a string shape can \
         only refer to resource shapes with exactly one entry in its identifiers property, but this shape has the \
         following identifiers: [{identifiers}]",
    NumberOfIdentifiers {
        count: IdentifierCount,
        reference: String,
        expected: usize,
        found: usize,
        identifiers: Backticked,
    }
        "{count} were provided in the `ids` properties of {reference}. Expected {expected} identifiers(s), but found \
         {found}. This resource requires bindings for the following identifiers: [{identifiers}].",
    ExtraneousIdentifiers { reference: String, extraneous: Backticked, resource: ShapeId, identifiers: Backticked }
        "`references` trait {reference} contains extraneous resource identifier bindings, [{extraneous}], that are \
         not actually identifier names of the resource, `{resource}`. This resource has the following identifier \
         names: [{identifiers}]",
    InvalidReference { reference: String, problems: Problems<ReferenceProblem> }
        "`references` trait {reference} is invalid for the following reasons: {problems}",
    MissingReference { resources: Backticked }
        "This member appears to reference the following resources without being included in a `@references` trait: \
         [{resources}]",
}
