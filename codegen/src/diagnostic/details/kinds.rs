//! Kinds of facts: bounds, units, and what a name refers to.

use serde::Serialize;

/// A bound of a constraint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Bound {
    /// The minimum.
    Min,
    /// The maximum.
    Max,
}

/// Unit of a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Unit {
    /// Characters of a string.
    Characters,
    /// Bytes of a blob.
    Bytes,
    /// Elements of a list.
    Elements,
    /// Entries of a map.
    Entries,
}

/// Kind of an enum value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum EnumValue {
    /// A string enum.
    String(String),
    /// An `intEnum`.
    Integer(String),
}

/// Kind of a name from a fixed set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Choice {
    /// A built-in value of endpoint rules.
    BuiltIn,
    /// An error of an operation.
    Error,
}

/// Kind of an unknown name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Unknown {
    /// A service of the model.
    Service,
    /// An operation of a service.
    Operation,
    /// An operation of a service, named by an endpoint test case.
    TestOperation,
    /// A property of a shape.
    Property,
    /// A validator.
    Validator,
    /// A member that `@paginated` names.
    PageMember,
    /// A mixin.
    Mixin,
    /// A trait.
    Trait,
    /// A shape type.
    ShapeType,
    /// A shape named by the value of a trait.
    Shape,
    /// A shape named by the value of a trait with `@idRef`.
    IdRef,
}

impl Unknown {
    /// The message about a name that does not exist.
    pub(super) fn message(self, name: &str, within: &str) -> String {
        match self {
            Self::Service => format!("The model has no service `{name}`"),
            Self::Operation => format!("Service `{within}` has no operation `{name}`"),
            Self::TestOperation => format!("Test case operation `{name}` does not exist in service `{within}`"),
            Self::Property => format!("Unknown property {name} for {within}"),
            Self::Validator => format!("Unable to locate a validator named `{name}`"),
            Self::PageMember => format!("paginated trait `{within}` targets a member `{name}` that does not exist"),
            Self::Mixin => format!("Cannot apply mixin to {within}: {name} not found"),
            Self::Trait => format!(
                "Unable to resolve trait `{name}`. If this is a custom trait, then it must be defined before it can be \
                 used in a model."
            ),
            Self::ShapeType => format!("Invalid shape `type`: {name}"),
            Self::Shape => format!("Shape not found in model: {name}"),
            Self::IdRef => format!("Shape ID `{name}` was not found in the model"),
        }
    }
}
