//! Parts of facts that need their own form in messages, such as lists of names.

use std::fmt::{self, Display, Formatter};

use serde::Serialize;

use crate::model::{Shape, ShapeId};

/// `a, b`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct List<T>(pub Vec<T>);

/// `` `a`, `b` ``
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Backticked(pub Vec<String>);

/// `'a', 'b'`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quoted(pub Vec<String>);

/// Writes items, separated by commas.
fn write_list<T>(
    f: &mut Formatter<'_>,
    items: &[T],
    item: impl Fn(&mut Formatter<'_>, &T) -> fmt::Result,
) -> fmt::Result {
    items.iter().enumerate().try_for_each(|(at, one)| {
        f.write_str(if at == 0 { "" } else { ", " })?;
        item(f, one)
    })
}

impl<T: Display> Display for List<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_list(f, &self.0, |f, one| write!(f, "{one}"))
    }
}

impl Display for Backticked {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_list(f, &self.0, |f, one| write!(f, "`{one}`"))
    }
}

impl Display for Quoted {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_list(f, &self.0, |f, one| write!(f, "'{one}'"))
    }
}

/// A shape or member with its type.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TypedShape {
    /// Its type.
    pub shape_type: &'static str,
    /// Its ID.
    pub shape: ShapeId,
}

impl From<&Shape> for TypedShape {
    fn from(shape: &Shape) -> Self {
        Self { shape_type: shape.kind.name(), shape: shape.id.clone() }
    }
}

impl Display for TypedShape {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "({}: `{}`)", self.shape_type, self.shape)
    }
}

/// An operation and its URI.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct OperationUri {
    /// The operation.
    pub operation: ShapeId,
    /// Its URI.
    pub uri: String,
}

impl Display for OperationUri {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` ({})", self.operation, self.uri)
    }
}

/// A member that binds an identifier of a resource.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct RequiredMember {
    /// Its name.
    pub name: String,
    /// Its target.
    pub target: String,
}

impl Display for RequiredMember {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "required member named `{}` that targets `{}`", self.name, self.target)
    }
}

/// Traits that cannot be applied together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct TraitPair {
    /// A trait.
    pub name: String,
    /// The trait that it conflicts with.
    pub other: String,
}

impl Display for TraitPair {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` conflicts with `{}`", self.name, self.other)
    }
}

/// Uses of a structure, by relationship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Uses(pub Vec<Use>);

/// Shapes that use a structure in one relationship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Use {
    /// The relationship.
    pub relation: String,
    /// The shapes.
    pub shapes: List<String>,
}

impl Display for Uses {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("{")?;
        write_list(f, &self.0, |f, one| write!(f, "{}: [{}]", one.relation, one.shapes))?;
        f.write_str("}")
    }
}

/// A shape with its name in the closure of a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClosureName {
    /// The shape.
    pub shape: ShapeId,
    /// Its name, if the service renames it.
    pub renamed: Option<String>,
}

impl Display for ClosureName {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.renamed {
            Some(name) => write!(f, "Renamed shape name \"{name}\""),
            None => write!(f, "Shape name `{}`", self.shape),
        }
    }
}

/// The name of a shape in the closure of a service, if the service renames it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Renamed(pub Option<String>);

impl Display for Renamed {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|name| write!(f, "(renamed to \"{name}\") "))
    }
}

/// The contents of `@deprecated`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// Its message.
    pub message: Option<String>,
    /// Its date or version.
    pub since: Option<String>,
}

impl Display for Notice {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.message.iter().try_for_each(|message| write!(f, ". {message}"))?;
        self.since.iter().try_for_each(|since| write!(f, " (since {since})"))
    }
}

/// The prefix before the verb of an operation's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VerbPrefix(pub Option<String>);

impl Display for VerbPrefix {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|prefix| write!(f, ", with a detected prefix of `{prefix}`"))
    }
}

/// Terms to use instead of another. May be empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternatives(pub Backticked);

impl Display for Alternatives {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.0.0.is_empty() {
            return Ok(());
        }
        write!(f, " Consider using one of the following terms instead: {}", self.0)
    }
}

/// The subject of a message, which precedes it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Scope<'a> {
    /// The value at a path. Omitted if the path is empty.
    Value(&'a str),
    /// An operation in a service.
    Service(&'a ShapeId),
    /// A transform that failed.
    Transform(&'a str),
    /// An acceptor of a waiter.
    Acceptor {
        /// The waiter.
        waiter: &'a str,
        /// The index of the acceptor.
        index: usize,
    },
}

impl Display for Scope<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value("") => Ok(()),
            Self::Value(path) => write!(f, "{path}: "),
            Self::Service(service) => write!(f, "When bound within the `{service}` service, "),
            Self::Transform(name) => write!(f, "transform `{name}` failed: "),
            Self::Acceptor { waiter, index } => write!(f, "Waiter `{waiter}`, acceptor {index}: "),
        }
    }
}
