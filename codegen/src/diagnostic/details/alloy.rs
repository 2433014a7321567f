//! Facts of diagnostics about the `alloy` traits, and their messages.

use super::facts;
use super::parts::List;
use crate::model::ShapeId;

facts! {
    /// Facts of diagnostics about the `alloy` traits.
    AlloyFacts

    NotAStructure { member: String }
        "Target of member '{member}' is not a structure shape",
    HasDiscriminator { member: String, discriminator: String }
        "Target of member '{member}' contains discriminator '{discriminator}'",
    SeveralUnknown { trait_id: &'static str }
        "{trait_id} trait was used multiple times within the same union, this is not allowed.",
    OperationWithoutHttp { protocol: &'static str }
        "Operations tied to {protocol} services must be annotated with the @http trait",
    OverriddenHeader { header: String }
        "Header named `{header}` may be overridden in client/server implementations",
    MissingParameters { members: List<String> }
        "Did not find pattern params for the following members: {members}",
    ParameterType { member: String, target: ShapeId }
        "Pattern params must target simple shapes only, but '{member}' targets '{target}'",
    OptionalParameter { member: String }
        "Pattern params must not target optional structure members, but '{member}' is optional",
    ServiceWithoutOperations { service: ShapeId }
        "grpc service: {service} needs at least one operation.",
    OperationWithoutInput { operation: ShapeId }
        "An input shape must be specified on operation {operation}.",
    OperationWithoutOutput { operation: ShapeId }
        "An output shape must be specified on operation {operation}.",
    PartlyIndexed { trait_id: &'static str }
        "The {trait_id} trait must be applied to all members of the shape.",
    DuplicateIndex { index: i64, members: List<String>, shape: ShapeId }
        "@protoIndex({index}) is used multiple times in members {members} of shape {shape}.",
    IndexedOpenEnum { shape: ShapeId }
        "Members of enumeration {shape} must not have the `@protoIndex` trait applied.",
    EnumWithoutZero { shape: ShapeId }
        "One of the members of enumeration {shape} must represent a default value, by means of a \
         `@alloy.proto#protoIndex(0)` applied trait",
    ReservedName { name: String, shape: ShapeId }
        "A reserved field name {name} was declared as a member in {shape}.",
    ReservedNumber { number: i64, shape: ShapeId }
        "A reserved proto index {number} was declared in {shape}.",
}
