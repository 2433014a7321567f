//! Facts of diagnostics about models that cannot be generated as a whole, and their messages.

use std::fmt::{self, Display, Formatter};

use serde::Serialize;

use super::facts;
use super::files::NameOwner;
use super::parts::List;
use crate::model::ShapeId;

facts! {
    /// Facts of diagnostics about models that cannot be generated as a whole.
    GenerationFacts

    NoProtocol { service: ShapeId }
        "Service `{service}` has no protocol that can be generated",
    MissingHttp { protocol: &'static str, operations: List<String> }
        "`{protocol}` needs `@http`, which is missing on these operations: {operations}",
    UnsendableStreams { protocols: List<&'static str>, operations: List<String> }
        "Streams of bytes cannot be sent with {protocols}: calls of these operations fail: {operations}",
    UnsupportedAuth { service: ShapeId, schemes: List<String> }
        "Clients of `{service}` are not authenticated: they support none of {schemes}",
    UnsupportedEndpoints { service: ShapeId, conditions: List<EndpointCondition> }
        "Some endpoints of `{service}` depend on what clients do not support: {conditions}",
    EmptyClosure { id: String }
        "Shape closure `{id}` selects no shapes, so that no types are generated",
    UnknownValidationError { id: String }
        "Validation error `{id}` does not exist in the model",
    NotAValidationError { id: String }
        "Validation error `{id}` is not an error shape",
    UnlistedValidationError { id: String }
        "Validation error `{id}` is not an error of the operations",
    ValidationErrorWithoutMessage { id: String }
        "Validation error `{id}` has no member `message`",
    UnknownTrait { id: String }
        "Trait `{id}` does not exist in the model",
    WithoutEffect { name: &'static str }
        "`@{name}` has no effect on generated code",
    SharedRustName { owner: NameOwner, name: String, natural: String, other: NameOwner }
        "The Rust name of {owner} is `{name}`, since `{natural}` is that of {other}",
    NestedTooDeep { limit: usize }
        "Lists and maps are nested deeper than {limit} levels",
    MemberConstraint { member: ShapeId }
        "Constraints of member `{member}` are not enforced: its target cannot have constraints",
    EmptyRange { shape: String, shape_type: &'static str }
        "No `{shape_type}` is in the range of `{shape}`",
    WeakerPattern { pattern: String, shape: String, ignored: String }
        "Pattern `{pattern}` of `{shape}` is only partly enforced: {ignored} is ignored",
    InvalidPattern { pattern: String, shape: String, error: String }
        "Pattern `{pattern}` of `{shape}` is not enforced: {error}",
    OmittedWaiter { waiter: String, reason: WaiterProblem }
        "Waiter `{waiter}` is not generated: {reason}",
    PreludeType { shape: ShapeId }
        "`{shape}` is part of the prelude, and its type cannot be replaced",
    StreamType { shape: ShapeId }
        "`{shape}` is a stream, which cannot be replaced",
    ErrorType { shape: ShapeId }
        "`{shape}` is an error, which cannot be replaced",
    MessageType { shape: ShapeId }
        "`{shape}` is the input or output of an operation, which cannot be replaced",
    UntypedShape { shape: ShapeId, shape_type: &'static str }
        "`{shape}` is of type `{shape_type}`, which cannot be replaced",
}

facts! {
    /// Why a waiter is not generated.
    WaiterProblem

    InputStream { member: String }
        "the stream `{member}` of its input can be sent only once",
    Expression { expression: String, error: String }
        "its expression `{expression}` cannot be evaluated: {error}",
    StreamInExpression { expression: String, member: String }
        "its expression `{expression}` cannot be evaluated: `{member}` is a stream, which has no value",
}

/// Dependencies of the endpoints of a service.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum EndpointCondition {
    /// A built-in parameter.
    BuiltIn {
        /// Its name.
        name: String,
    },
    /// An authentication scheme of an endpoint.
    AuthScheme {
        /// Its name.
        name: String,
    },
    /// Rules that are nested too deeply.
    DeepRules,
    /// An expression that generated code cannot represent.
    Expression,
    /// An expression of `@operationContextParams`.
    Path {
        /// The expression.
        path: String,
        /// Why it cannot be evaluated.
        problem: String,
    },
}

impl Display for EndpointCondition {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::BuiltIn { name } => write!(f, "the built-in `{name}`"),
            Self::AuthScheme { name } => write!(f, "the authentication scheme `{name}`"),
            Self::DeepRules => f.write_str("rules that are nested too deeply"),
            Self::Expression => f.write_str("an expression that generated code cannot represent"),
            Self::Path { path, problem } => write!(f, "the expression `{path}`, which cannot be evaluated: {problem}"),
        }
    }
}
