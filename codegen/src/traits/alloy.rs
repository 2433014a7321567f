//! Traits of `alloy` that change JSON, or which values are valid, and those that rules check.

use std::sync::Arc;

use super::read::{FromNode, optional, required};
use super::{
    EventHeader, EventPayload, HttpHeader, HttpLabel, HttpPayload, HttpPrefixHeaders, HttpQuery, HttpQueryParams,
    HttpResponseCode, Streaming,
};
use crate::model::{Invalid, Member, Node, Shape, ShapeType, Trait};

super::texts! {
    /// `alloy#discriminated`: a union is written as a structure, with the name of its member under this key.
    Discriminated = "alloy#discriminated"
}

super::markers! {
    /// `alloy#untagged`: a union is written as the value of its member.
    Untagged = "alloy#untagged" => Shape: "untagged"
    /// `alloy#jsonUnknown`: a member holds what the model does not have.
    JsonUnknown = "alloy#jsonUnknown" => Member: "json_unknown"
    /// `alloy#openEnum`: values that an enum does not list are valid.
    OpenEnum = "alloy#openEnum" => Shape: "open"
    /// `alloy#nullable`: null is a value of its own.
    Nullable = "alloy#nullable"
}

/// The namespace of these traits.
pub(crate) const ALLOY: &str = "alloy";

/// Whether a member distinguishes null from an absent value: one of a structure that is in the body of messages. The
/// trait may be that of its target.
pub(crate) fn is_nullable(container: ShapeType, member: &Member, target: Option<&Shape>) -> bool {
    const ELSEWHERE: &[&str] = &[
        HttpLabel::ID,
        HttpQuery::ID,
        HttpQueryParams::ID,
        HttpHeader::ID,
        HttpPrefixHeaders::ID,
        HttpPayload::ID,
        HttpResponseCode::ID,
        EventHeader::ID,
        EventPayload::ID,
        JsonUnknown::ID,
    ];
    container == ShapeType::Structure
        && (member.has::<Nullable>() || target.is_some_and(Shape::has::<Nullable>))
        && !member.traits.keys().any(|id| ELSEWHERE.contains(&id.as_str()))
        && !target.is_some_and(Shape::has::<Streaming>)
}

/// Traits that other tools implement and generated code does not, or not everywhere, and what users can do instead.
pub(crate) const WITHOUT_EFFECT: &[(&str, &str)] = &[
    (
        Nullable::ID,
        "it is for members of structures in bodies of JSON and CBOR (XML and forms write null as absent: use a member \
         that says so); lists and maps with null have `@sparse`",
    ),
    (AlloyDefault::ID, "use `@default` for a default of generated code"),
    (StructurePattern::ID, "the type of the shape is a string; configure a type of your own that parses it"),
    ("alloy#preserveKeyOrder", "maps are in the order of their keys; use a list to keep another order"),
    ("alloy#offsetDateTimeFormat", "timestamps are in UTC; add a member for the offset"),
    ("alloy#urlFormName", "protocols with form bodies have other traits: `@xmlName` and `aws.protocols#ec2QueryName`"),
    ("alloy#urlFormFlattened", "protocols with form bodies have another trait: `@xmlFlattened`"),
];

/// `alloy#defaultValue`: a default that other tools use.
#[derive(Clone, Debug, PartialEq)]
pub struct AlloyDefault(pub Node);

impl Trait for AlloyDefault {
    const ID: &'static str = "alloy#defaultValue";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self(node.clone()))
    }
}

/// `alloy#structurePattern`: a string of parts that are members of a structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StructurePattern {
    /// The pattern, with names of members in braces.
    pub pattern: Arc<str>,
    /// Shape ID of the structure.
    pub target: Arc<str>,
}

impl Trait for StructurePattern {
    const ID: &'static str = "alloy#structurePattern";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { pattern: required(node, "pattern")?, target: required(node, "target")? })
    }
}

/// `alloy#dataExamples`: values of a shape. Contains those that are node values.
#[derive(Clone, Debug, PartialEq)]
pub struct DataExamples(pub Vec<Node>);

impl Trait for DataExamples {
    const ID: &'static str = "alloy#dataExamples";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Vec::<DataExample>::from_node(node).map(|all| Self(all.into_iter().filter_map(|one| one.0).collect()))
    }
}

/// A value of a shape, if it is a node value.
struct DataExample(Option<Node>);

impl FromNode for DataExample {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        optional(node, "smithy").map(Self)
    }
}

impl super::Lower for Discriminated {
    const ON: &'static [super::On] = &[super::On::Shape];

    fn settings(&self, _: &crate::model::Traits) -> Vec<crate::ir::Setting> {
        vec![crate::ir::Setting::new("discriminated", [super::text(self.as_str())])]
    }
}

#[cfg(test)]
mod tests {
    use super::{DataExamples, Discriminated, JsonUnknown, StructurePattern};
    use crate::ir::{Literal, Setting};
    use crate::model::{Trait, Traits};
    use crate::traits::testing::{node, problem};
    use crate::traits::{On, settings};

    #[test]
    fn traits_of_unions_become_part_of_schemas() {
        let mut traits = Traits::new();
        traits.put::<Discriminated>(node("\"type\""));
        let key = Literal::Str("type".to_owned());
        assert_eq!(settings(On::Shape, &traits), [Setting::new("discriminated", [key])]);
        assert_eq!(problem::<Discriminated>("1"), "Expected string, but found number.");
        assert_eq!(JsonUnknown::read(&node("{}")), Ok(JsonUnknown));
    }

    #[test]
    fn only_node_values_of_data_examples_are_read() {
        let DataExamples(found) =
            DataExamples::read(&node(r#"[{"smithy": 1}, {"json": 2}, {"string": "3"}]"#)).expect("valid");
        assert_eq!(found, [node("1")]);
    }

    #[test]
    fn a_structure_pattern_has_a_pattern_and_a_target() {
        let text = r#"{"pattern": "{a}_{b}", "target": "example#Pair"}"#;
        let StructurePattern { pattern, target } = StructurePattern::read(&node(text)).expect("valid");
        assert_eq!((&*pattern, &*target), ("{a}_{b}", "example#Pair"));
        assert_eq!(problem::<StructurePattern>("{}"), "Missing expected member `pattern`.");
    }
}
