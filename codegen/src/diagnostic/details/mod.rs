//! Facts of diagnostics, and their messages. All other modules report facts.
//!
//! Messages are those of the reference implementation, whose test suites compare them. `Details` contains the facts of
//! frequent kinds of diagnostics, and each other file those of one family of rules.

mod alloy;
mod api;
mod aws;
mod cases;
mod choices;
mod cloud;
mod diff;
mod endpoint_rules;
mod errors;
mod files;
mod frequent;
mod generation;
mod http;
mod kinds;
mod linters;
mod loading;
mod message;
mod models;
mod notes;
mod operations;
mod parts;
mod problems;
mod resources;
mod services;
mod syntax;
mod values;

pub use alloy::AlloyFacts;
pub use api::ApiFacts;
pub use aws::AwsFacts;
pub use cases::TestFacts;
pub use choices::{
    BreakingEffect, DeprecatedUse, IdentifierCount, Inheritance, LifecycleTrait, Limit, LimitChange, MediaTypeProblem,
    MissingAnchors, NumberProblem, Obligation, OperationSide, Repetition, SettingChange, StatusClass, TextKind,
    TraitPresence,
};
pub use cloud::CloudFacts;
pub use diff::{
    Audiences, BoundKind, DiffFacts, Identifiers, Json, MigrationRisk, Nullability, NullabilityReason,
    TargetDifference, TargetEffect, TraitValue,
};
pub use endpoint_rules::EndpointRuleFacts;
pub use errors::{ErrorFacts, ProgramFacts};
pub use files::{ConfigFacts, FileFacts, NameOwner, ProjectFacts, TransformFacts};
pub use generation::{EndpointCondition, GenerationFacts, WaiterProblem};
pub use http::HttpFacts;
pub use kinds::{Bound, Choice, EnumValue, Unit, Unknown};
pub use linters::LinterFacts;
pub use loading::{Difference, LoadFacts, MemberRule};
pub use message::Message;
pub use models::ModelFacts;
pub use notes::{HelpFacts, LabelFacts, Note};
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
pub use syntax::{ExpectedToken, FoundCharacter, FoundToken, StringProblem, SyntaxFacts, SyntaxProblem};
pub use values::ValueFacts;

use message::facts;
use serde::Serialize;

use crate::model::ShapeId;

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
    /// Facts of the rules for traits of IAM, API Gateway, `CloudFormation`, standard endpoints and MQTT.
    #[serde(untagged)]
    Cloud(CloudFacts),
    /// Facts of `codegen.toml`.
    #[serde(untagged)]
    Config(ConfigFacts),
    /// Facts of changes between two models.
    #[serde(untagged)]
    Diff(DiffFacts),
    /// Facts of the rules for endpoint rules.
    #[serde(untagged)]
    EndpointRule(EndpointRuleFacts),
    /// An error of another library or of the operating system.
    #[serde(untagged)]
    Error(ErrorFacts),
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
    /// Facts of a program that uses this library.
    #[serde(untagged)]
    Program(ProgramFacts),
    /// Facts of projects.
    #[serde(untagged)]
    Project(ProjectFacts),
    /// Facts of the rules for resources.
    #[serde(untagged)]
    Resource(ResourceFacts),
    /// Facts of the rules for services, names, streams and recursion.
    #[serde(untagged)]
    Service(ServiceFacts),
    /// Facts of syntax errors in models.
    #[serde(untagged)]
    Syntax(SyntaxFacts),
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
}
