//! Facts of diagnostics about services, names, streams and recursion, and their messages.

use super::facts;
use super::parts::{Backticked, ClosureName, List, Renamed, TypedShape};
use super::{MediaTypeProblem, Obligation, RecursionPath};
use crate::model::ShapeId;

facts! {
    /// Facts of diagnostics about services, names, streams and recursion.
    ServiceFacts

    LengthInOutput { operation: ShapeId }
        "Structures that contain a reference to a stream marked with the @requiresLength trait can only be used as \
         operation inputs, but this structure is referenced from `{operation}` as output",
    StreamInMember { structure: ShapeId }
        "Members cannot target structures that contain a stream, but this member targets {structure}",
    StreamRelation { relation: String, structure: ShapeId }
        "This shape has an invalid `{relation}` relationship to a structure, `{structure}`, that contains a stream",
    EventTargets { members: List<String> }
        "Each member of an event stream union must target a structure shape, but the following union members do not: \
         [{members}]",
    StreamWithoutPayload { member: ShapeId, target: ShapeId, service: ShapeId }
        "Member `{member}` referencing @streaming shape `{target}` must have the @httpPayload trait, as service \
         `{service}` has a protocol that supports @httpPayload.",
    UnboundEventMembers { members: Backticked }
        "This event structure contains a member marked with the `eventPayload` trait, so all other members must be \
         marked with the `eventHeader` trait. However, the following member(s) are not marked with the eventHeader \
         trait: {members}",
    InvalidRename { shape: ShapeId, name: String }
        "Service attempts to rename `{shape}` to an invalid identifier, \"{name}\"",
    SameRename { shape: ShapeId, name: String }
        "Service rename for `{shape}` does not actually change the name from `{name}`",
    RenameOutside { shape: ShapeId }
        "Service attempts to rename a shape not in the service: {shape}",
    RenameType { shape_type: &'static str, shape: ShapeId, name: String }
        "Service attempts to rename a {shape_type} shape from `{shape}` to \"{name}\"; {shape_type}s cannot be renamed",
    OperationBoundOften { service: ShapeId, binders: List<TypedShape> }
        "An operation can appear only once in an entire service closure. This operation is illegally bound into the \
         `{service}` service closure from multiple shapes: {binders}",
    ResourceBoundOften { service: ShapeId, binders: Backticked }
        "A resource can appear only once in an entire service closure. This resource is illegally bound into the \
         `{service}` service closure from multiple shapes: [{binders}]",
    UnknownSchemes { service: ShapeId, schemes: List<String> }
        "auth trait applies authentication that is not configured on the service shape, `{service}`: [{schemes}]",
    ApiKeyPlace { found: &'static str }
        "The httpApiKeyAuth trait must have an `in` value of `header` when a `scheme` is provided, found: {found}",
    NoDocuments { protocol: ShapeId, documents: List<String> }
        "This service uses the `{protocol}` protocol which does not support inline document types, but the following \
         document types were found in the closure of the service: [{documents}]",
    SharedJsonName { name: String, members: List<String> }
        "This shape contains members with conflicting JSON names that resolve to '{name}': {members}",
    FlattenedName { inner: ShapeId, member: String, name: String }
        "Member is `@xmlFlattened`, so `@xmlName` of target's member (`{inner}`) has no effect. The flattened list \
         elements will have the name of this member - `{member}`. If this is unintended, you can add \
         `@xmlName(\"{name}\")` to this member.",
    XmlNamespace { shape: TypedShape, uri: String }
        "An `xmlNamespace` trait is applied to the {shape} shape with an invalid uri: {uri}",
    MediaType { value: String, problem: MediaTypeProblem }
        "Invalid mediaType value, \"{value}\": {problem}",
    UnitTarget { unit: &'static str }
        "Only members of a union, enum, or intEnum can reference {unit}",
    UnionDefault { target: ShapeId, default: String }
        "This union member targets `{target}`, a shape with a default value of `{default}`. Note that default values \
         are only applicable to structures and ignored in tagged unions. It is a best practice for union members to \
         target shapes with no default value (for example, instead of targeting PrimitiveInteger, target Integer).",
    EventStreamVersions { protocol: &'static str, versions: List<String> }
        "The following values of the `eventStreamHttp` property do not also appear in the `http` property of the \
         {protocol} protocol trait: [{versions}]",
    DuplicateIndex { index: i64 }
        "Duplicate idx value \"{index}\"",
    MissingIndex { index: i64 }
        "idx must start at 1 and increase with no gaps, but no members were found for idx {index}",
    MissingIndexes { first: i64, last: i64 }
        "idx must start at 1 and increase with no gaps, but no members were found for idxs between {first} and \
         {last}, inclusive",
    SharedName { shape: ClosureName, other: ShapeId, renamed: Renamed, service: ShapeId, obligation: Obligation }
        "{shape} conflicts with `{other}` {renamed}in the `{service}` service closure. Shapes in the closure of a \
         service {obligation} have case-insensitively unique names regardless of their namespaces. Use the `rename` \
         property of the service to disambiguate shape names.",
    IndexInService { shape: ShapeId, member: ShapeId }
        "Structure `{shape}` is in the closure of an indexed service, but its member `{member}` is missing an idx \
         trait",
    IndexInShape { shape: ShapeId, member: ShapeId }
        "Shape `{shape}` contains an idx trait, but its member `{member}` is missing an idx trait",
    RecursiveCollection { path: RecursionPath }
        "Found invalid shape recursion: {path}. A recursive list, set, or map shape is only valid if an intermediate \
         reference is through a union or structure.",
    RecursiveStructure { path: RecursionPath }
        "Found invalid shape recursion: {path}. A structure cannot be mutually recursive through all required members.",
}
