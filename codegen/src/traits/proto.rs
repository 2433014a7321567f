//! Traits of `alloy.proto` that rules check. No code is generated from them.

use super::read::{FromNode, optional, required};
use crate::model::{Invalid, Node, Trait};

super::markers! {
    /// `alloy.proto#grpc`: a service is called by gRPC.
    Grpc = "alloy.proto#grpc"
    /// `alloy.proto#protoEnabled`: a shape is converted to protobuf, with all shapes that it refers to.
    ProtoEnabled = "alloy.proto#protoEnabled"
    /// `alloy.proto#protoInlinedOneOf`: a union is part of the message that has it.
    ProtoInlinedOneOf = "alloy.proto#protoInlinedOneOf"
    /// `alloy.proto#protoWrapped`: a value is wrapped in a message.
    ProtoWrapped = "alloy.proto#protoWrapped"
}

/// `alloy.proto#protoIndex`: number of a field or enum value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProtoIndex(pub i64);

impl Trait for ProtoIndex {
    const ID: &'static str = "alloy.proto#protoIndex";

    fn read(node: &Node) -> Result<Self, Invalid> {
        i64::from_node(node).map(Self)
    }
}

/// `alloy.proto#protoReservedFields`: names and numbers that the fields of a message must not have.
#[derive(Clone, Debug, PartialEq)]
pub struct ProtoReservedFields(pub Vec<Reserved>);

impl Trait for ProtoReservedFields {
    const ID: &'static str = "alloy.proto#protoReservedFields";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Vec::from_node(node).map(Self)
    }
}

/// A reserved name, and reserved numbers from the first to the last. One of them is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reserved {
    /// Name of a field.
    pub name: Option<std::sync::Arc<str>>,
    /// First and last number.
    pub numbers: Option<(i64, i64)>,
}

impl FromNode for Reserved {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        let number: Option<i64> = optional(node, "number")?;
        let range: Option<Range> = optional(node, "range")?;
        let numbers = number.map(|number| (number, number)).or(range.map(|Range(first, last)| (first, last)));
        Ok(Self { name: optional(node, "name")?, numbers })
    }
}

/// First and last number.
struct Range(i64, i64);

impl FromNode for Range {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self(required(node, "start")?, required(node, "end")?))
    }
}

/// `alloy.proto#grpcError`: status of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GrpcError {
    /// The code.
    pub code: i64,
}

impl Trait for GrpcError {
    const ID: &'static str = "alloy.proto#grpcError";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { code: required(node, "code")? })
    }
}

#[cfg(test)]
mod tests {
    use super::{GrpcError, ProtoIndex, ProtoReservedFields, Reserved};
    use crate::model::Trait;
    use crate::traits::testing::{node, problem};

    #[test]
    fn reserved_fields_are_names_numbers_and_ranges() {
        let text = r#"[{"name": "id"}, {"number": 3}, {"range": {"start": 5, "end": 7}}]"#;
        let ProtoReservedFields(found) = ProtoReservedFields::read(&node(text)).expect("valid");
        let numbers = |numbers| Reserved { name: None, numbers: Some(numbers) };
        assert_eq!(found, [Reserved { name: Some("id".into()), numbers: None }, numbers((3, 3)), numbers((5, 7))]);
        assert_eq!(problem::<ProtoReservedFields>(r#"[{"range": {"start": 5}}]"#), "Missing expected member `end`.");
    }

    #[test]
    fn indexes_and_codes_are_numbers() {
        assert_eq!(ProtoIndex::read(&node("3")), Ok(ProtoIndex(3)));
        assert_eq!(problem::<ProtoIndex>("\"a\""), "Expected number, but found string.");
        assert_eq!(problem::<GrpcError>("{}"), "Missing expected member `code`.");
    }
}
