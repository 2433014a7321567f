//! Facts of diagnostics, and their messages. Rules report facts; only this module contains messages.
//!
//! Messages are those of the reference implementation, whose test suites compare them. `Details` contains the facts of
//! frequent kinds of diagnostics, and each other file those of one family of rules.

mod alloy;
mod api;
mod aws;
mod cases;
mod choices;
mod diff;
mod endpoint_rules;
mod files;
mod generation;
mod http;
mod kinds;
mod linters;
mod loading;
mod message;
mod models;
mod operations;
mod parts;
mod problems;
mod resources;
mod services;
mod values;

pub use alloy::AlloyFacts;
pub use api::ApiFacts;
pub use aws::AwsFacts;
pub use cases::TestFacts;
pub use choices::{
    BreakingEffect, DeprecatedUse, IdentifierCount, Inheritance, LifecycleTrait, Limit, LimitChange, MediaTypeProblem,
    MissingAnchors, Obligation, OperationSide, Repetition, StatusClass, TraitPresence,
};
pub use diff::{
    Audiences, BoundKind, DiffFacts, Identifiers, Json, MigrationRisk, Nullability, NullabilityReason,
    TargetDifference, TargetEffect, TraitValue,
};
pub use endpoint_rules::EndpointRuleFacts;
pub use files::{ConfigFacts, FileFacts, ProjectFacts, TransformFacts};
pub use generation::{EndpointCondition, GenerationFacts, WaiterProblem};
pub use http::HttpFacts;
pub use kinds::{Bound, Choice, EnumValue, Unit, Unknown};
pub use linters::LinterFacts;
pub use loading::{Difference, LoadFacts, MemberRule};
pub use message::Message;
pub use models::ModelFacts;
pub use operations::OperationFacts;
pub(crate) use parts::Scope;
pub use parts::{
    Alternatives, Backticked, ClosureName, List, Notice, OperationUri, Quoted, Renamed, RequiredMember, TraitPair,
    TypedShape, Use, Uses, VerbPrefix,
};
pub use problems::{
    Commas, EndpointTestProblem, PaginationHint, Problems, RecursionPath, ReferenceProblem, ResourceCycle,
    SdkIdProblem, SdkIdProblems,
};
pub use resources::ResourceFacts;
pub use services::ServiceFacts;
pub use values::ValueFacts;

use message::facts;
use serde::Serialize;

use crate::model::ShapeId;
use crate::nearest::suggestion;

/// Facts of a diagnostic, by kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Details {
    /// A node does not have the type of the shape.
    NodeType {
        /// The shape.
        shape: ShapeId,
        /// Its type.
        shape_type: &'static str,
        /// The expected type of node.
        expected: &'static str,
        /// The type of the node.
        found: &'static str,
        /// The node, if it is short.
        value: Option<String>,
    },
    /// A node is null, but a value is required.
    NullValue {
        /// The list, map or structure.
        shape: ShapeId,
        /// Its type.
        shape_type: &'static str,
        /// The member.
        member: String,
    },
    /// A structure lacks a required member.
    MissingMember {
        /// The structure.
        shape: ShapeId,
        /// The member.
        member: String,
    },
    /// A structure or union has no such member.
    UnknownMember {
        /// The structure or union.
        shape: ShapeId,
        /// The unknown name.
        member: String,
        /// The nearest existing name.
        near: Option<String>,
    },
    /// A value is not a value of the enum.
    UnknownValue {
        /// The enum.
        shape: ShapeId,
        /// Its values, in order.
        expected: Vec<String>,
        /// The value.
        found: EnumValue,
        /// The nearest of its values.
        near: Option<String>,
    },
    /// A number is not an integer.
    Fraction {
        /// The shape.
        shape: ShapeId,
        /// Its type.
        shape_type: &'static str,
        /// The number.
        found: String,
    },
    /// A number is out of range of its type.
    Overflow {
        /// The type.
        shape_type: &'static str,
        /// The violated bound.
        bound: Bound,
        /// The value of the bound.
        limit: String,
        /// The number.
        found: String,
    },
    /// A number is outside a `@range`.
    Range {
        /// The shape with the constraint.
        shape: ShapeId,
        /// The violated bound.
        bound: Bound,
        /// The value of the bound.
        limit: String,
        /// The number.
        found: String,
    },
    /// The length of a value is outside its `@length`.
    Length {
        /// The shape with the constraint.
        shape: ShapeId,
        /// The violated bound.
        bound: Bound,
        /// The value of the bound.
        limit: i128,
        /// The length.
        found: i128,
        /// The unit of the length.
        unit: Unit,
    },
    /// A string does not match a `@pattern`.
    Pattern {
        /// The shape with the constraint.
        shape: ShapeId,
        /// The pattern.
        pattern: String,
    },
    /// A condition of `@conditions` is not true for a value.
    Condition {
        /// The shape with the condition.
        shape: ShapeId,
        /// The name of the condition.
        condition: String,
        /// Why it cannot be evaluated.
        problem: Option<String>,
    },
    /// Items of a list with `@uniqueItems` are equal.
    DuplicateItems {
        /// The list.
        shape: ShapeId,
        /// The items.
        items: Vec<String>,
    },
    /// A member or property refers to a shape that does not exist.
    UnresolvedTarget {
        /// The type of the shape that refers to it.
        shape_type: &'static str,
        /// The property, or `None` for a member's target.
        relation: Option<&'static str>,
        /// The ID.
        target: ShapeId,
        /// The nearest ID that exists.
        near: Option<String>,
    },
    /// A property refers to a shape of a wrong type.
    WrongTarget {
        /// The type of the shape that refers to it.
        shape_type: &'static str,
        /// The property.
        relation: &'static str,
        /// The expected type.
        expected: &'static str,
        /// The shape that it refers to.
        target: ShapeId,
        /// The type of that shape.
        found: &'static str,
    },
    /// A trait is applied to a shape that its selector does not match.
    Selector {
        /// The trait, without the namespace of the prelude.
        r#trait: String,
        /// The shape.
        shape: ShapeId,
        /// The selector, on one line.
        selector: String,
    },
    /// IDs differ only by case.
    ConflictingIds {
        /// The ID.
        shape: ShapeId,
        /// The others.
        others: Vec<String>,
    },
    /// Several definitions of a shape differ.
    ConflictingDefinitions {
        /// The shape.
        shape: ShapeId,
        /// The first difference.
        difference: Difference,
    },
    /// A name is not one of a fixed set.
    UnknownChoice {
        /// The kind of name.
        what: Choice,
        /// The name.
        name: String,
        /// The existing names.
        known: Vec<String>,
        /// The nearest one.
        near: Option<String>,
    },
    /// A name that does not exist.
    UnknownName {
        /// The kind of name.
        what: Unknown,
        /// The name.
        name: String,
        /// Where it must be defined.
        within: Option<String>,
        /// The nearest name that exists.
        near: Option<String>,
    },
    /// The message of a validator or trait in the model.
    Configured {
        /// The message.
        message: String,
    },
    /// Facts of the rules for the `alloy` traits.
    #[serde(untagged)]
    Alloy(AlloyFacts),
    /// Facts of the rules for the `aws.*` traits.
    #[serde(untagged)]
    Aws(AwsFacts),
    /// Facts of `codegen.toml`.
    #[serde(untagged)]
    Config(ConfigFacts),
    /// Facts of changes between two models.
    #[serde(untagged)]
    Diff(DiffFacts),
    /// Facts of the rules for endpoint rules.
    #[serde(untagged)]
    EndpointRule(EndpointRuleFacts),
    /// Facts of files of models.
    #[serde(untagged)]
    File(FileFacts),
    /// Facts of the generation of code.
    #[serde(untagged)]
    Generation(GenerationFacts),
    /// Facts of the rules for HTTP bindings.
    #[serde(untagged)]
    Http(HttpFacts),
    /// Facts of linters.
    #[serde(untagged)]
    Linter(LinterFacts),
    /// Facts of the loader.
    #[serde(untagged)]
    Load(LoadFacts),
    /// Facts of the rules for references between shapes, traits and metadata.
    #[serde(untagged)]
    Model(ModelFacts),
    /// Facts of the rules for operations, paginators and waiters.
    #[serde(untagged)]
    Operation(OperationFacts),
    /// Facts of projects.
    #[serde(untagged)]
    Project(ProjectFacts),
    /// Facts of the rules for resources.
    #[serde(untagged)]
    Resource(ResourceFacts),
    /// Facts of the rules for services, names, streams and recursion.
    #[serde(untagged)]
    Service(ServiceFacts),
    /// Facts of the rules for test cases.
    #[serde(untagged)]
    Test(TestFacts),
    /// Facts of transforms.
    #[serde(untagged)]
    Transform(TransformFacts),
    /// Facts of the rules for values.
    #[serde(untagged)]
    Value(ValueFacts),
}

impl Details {
    /// A name that does not exist in `within`, which may be empty.
    pub fn unknown(what: Unknown, name: &str, within: &str, near: Option<&str>) -> Self {
        let within = Some(within.to_owned()).filter(|within| !within.is_empty());
        Self::UnknownName { what, name: name.to_owned(), within, near: near.map(str::to_owned) }
    }

    /// The message.
    pub fn message(&self) -> String {
        match self {
            Self::NodeType { shape, shape_type, expected, found, value } => {
                let value = value.as_ref().map(|value| format!(", `{value}`")).unwrap_or_default();
                format!("Expected {expected} value for {shape_type} shape, `{shape}`; found {found} value{value}")
            }
            Self::NullValue { shape, shape_type: "structure", member } => {
                format!("Required structure member `{member}` for `{shape}` cannot be null")
            }
            Self::NullValue { shape, shape_type, .. } => {
                format!("Non-sparse {shape_type} shape `{shape}` cannot contain null values")
            }
            Self::MissingMember { shape, member } => {
                format!("Missing required structure member `{member}` for `{shape}`")
            }
            Self::UnknownMember { shape, member, .. } => format!("Member `{member}` does not exist in `{shape}`"),
            Self::UnknownValue { shape, expected, found, .. } => unknown_value(shape, expected, found),
            Self::Fraction { shape, shape_type, found } => format!(
                "{shape_type} shapes must not have floating point values, but found `{found}` provided for `{shape}`"
            ),
            Self::Overflow { shape_type, bound, limit, found } => {
                let comparison = if *bound == Bound::Min { '>' } else { '<' };
                format!("{shape_type} value must be {comparison} {limit}, but found {found}")
            }
            Self::Range { shape, bound, limit, found } => {
                let comparison = if *bound == Bound::Min { "greater" } else { "less" };
                format!("Value provided for `{shape}` must be {comparison} than or equal to {limit}, but found {found}")
            }
            Self::Length { shape, bound, limit, found, unit } => length(shape, *bound, *limit, *found, *unit),
            Self::Pattern { shape, pattern } => {
                format!("String value provided for `{shape}` must match regular expression: {pattern}")
            }
            Self::Condition { shape, condition, problem: None } => {
                format!("Value provided for `{shape}` must match the {condition} condition expression")
            }
            Self::Condition { shape, condition, problem: Some(problem) } => {
                format!("The {condition} condition of `{shape}` cannot be evaluated for the value: {problem}")
            }
            Self::DuplicateItems { shape, items } => format!(
                "Value provided for `{shape}` must have unique items, but the following items had multiple entries: \
                 [`{}`]",
                items.join("`, `")
            ),
            Self::UnresolvedTarget { shape_type, relation, target, .. } => unresolved(shape_type, *relation, target),
            Self::WrongTarget { shape_type, relation, expected, target, found } => format!(
                "{shape_type} shape `{relation}` relationships must target a {expected} shape, but found ({found}: \
                 `{target}`)"
            ),
            Self::Selector { r#trait, shape, selector } => format!(
                "Trait `{trait}` cannot be applied to `{shape}`. This trait may only be applied to shapes that match the \
                 following selector: {selector}"
            ),
            Self::ConflictingIds { shape, others } => {
                format!(
                    "Shape ID `{shape}` conflicts with other shape IDs in the model: [{}]",
                    Backticked(others.clone())
                )
            }
            Self::ConflictingDefinitions { shape, difference } => {
                format!("Conflicting shape definition for `{shape}` found at both of the places shown: {difference}")
            }
            Self::UnknownChoice { what: Choice::BuiltIn, name, known, .. } => {
                format!("The `{name}` built-in used is not registered, valid built-ins: {}", known.join(", "))
            }
            Self::UnknownChoice { what: Choice::Error, name, known, .. } => format!(
                "errorType '{name}' not found on operation. This operation defines the following errors: [{}]",
                known.join(", ")
            ),
            Self::UnknownName { what, name, within, .. } => what.message(name, within.as_deref().unwrap_or_default()),
            Self::Configured { message } => message.clone(),
            Self::Alloy(facts) => facts.to_string(),
            Self::Aws(facts) => facts.to_string(),
            Self::Config(facts) => facts.to_string(),
            Self::Diff(facts) => facts.to_string(),
            Self::EndpointRule(facts) => facts.to_string(),
            Self::File(facts) => facts.to_string(),
            Self::Generation(facts) => facts.to_string(),
            Self::Http(facts) => facts.to_string(),
            Self::Linter(facts) => facts.to_string(),
            Self::Load(facts) => facts.to_string(),
            Self::Model(facts) => facts.to_string(),
            Self::Operation(facts) => facts.to_string(),
            Self::Project(facts) => facts.to_string(),
            Self::Resource(facts) => facts.to_string(),
            Self::Service(facts) => facts.to_string(),
            Self::Test(facts) => facts.to_string(),
            Self::Transform(facts) => facts.to_string(),
            Self::Value(facts) => facts.to_string(),
        }
    }

    /// Help, if the facts provide it.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::UnknownName { what: Unknown::Trait, near: None, .. } => {
                Some("load the file that defines it".to_owned())
            }
            Self::UnknownMember { near, .. }
            | Self::UnknownValue { near, .. }
            | Self::UnknownChoice { near, .. }
            | Self::UnknownName { near, .. } => near.as_ref().map(suggestion),
            Self::UnresolvedTarget { near: Some(near), .. } => Some(suggestion(near)),
            Self::UnresolvedTarget { .. } => Some("define the shape, or load the file that defines it".to_owned()),
            Self::ConflictingIds { .. } => Some("rename one of them, so that they differ in more than case".to_owned()),
            _ => None,
        }
    }
}

fn unknown_value(shape: &ShapeId, expected: &[String], found: &EnumValue) -> String {
    let all = Backticked(expected.to_vec());
    match found {
        EnumValue::String(_) => {
            format!("String value provided for `{shape}` must be one of the following values: {all}")
        }
        EnumValue::Integer(found) => {
            format!(
                "Integer value provided for `{shape}` must be one of the following values: {all}, but found {found}"
            )
        }
    }
}

fn length(shape: &ShapeId, bound: Bound, limit: i128, found: i128, unit: Unit) -> String {
    let unit = match unit {
        Unit::Characters if bound == Bound::Min => {
            return format!(
                "String value provided for `{shape}` must be >= {limit} characters, but the provided value is only \
                 {found} characters."
            );
        }
        Unit::Characters => {
            return format!(
                "String value provided for `{shape}` must be <= {limit} characters, but the provided value is {found} \
                 characters."
            );
        }
        Unit::Bytes => "bytes",
        Unit::Elements => "elements",
        Unit::Entries => "entries",
    };
    let (most, only) = if bound == Bound::Min { ("at least", "only ") } else { ("no more than", "") };
    format!(
        "Value provided for `{shape}` must have {most} {limit} {unit}, but the provided value {only}has {found} {unit}"
    )
}

fn unresolved(shape_type: &str, relation: Option<&str>, target: &ShapeId) -> String {
    let Some(relation) = relation else {
        return format!("{shape_type} shape targets an unresolved shape `{target}`");
    };
    let article = if relation.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{shape_type} shape has {article} `{relation}` relationship to an unresolved shape `{target}`")
}
