//! Parts of facts that are facts themselves: several problems of one value, paths through shapes, and results of tests.

use std::fmt::{self, Display, Formatter};

use serde::Serialize;

use super::message::facts;
use super::parts::List;
use crate::model::ShapeId;

/// `a; b`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problems<T>(pub Vec<T>);

impl<T: Display> Display for Problems<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_joined(f, &self.0, "; ")
    }
}

/// `a;b`, as in messages of the reference implementation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SdkIdProblems(pub Vec<SdkIdProblem>);

impl Display for SdkIdProblems {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_joined(f, &self.0, ";")
    }
}

/// `a,b`, as in messages of the reference implementation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Commas(pub Vec<String>);

impl Display for Commas {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_joined(f, &self.0, ",")
    }
}

/// A cycle of shapes and members that starts and ends at the same shape.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RecursionPath {
    /// Members and their targets, in order.
    pub steps: Vec<ShapeId>,
    /// Number of shapes that are omitted before the end.
    pub omitted: usize,
    /// The shape.
    pub end: ShapeId,
}

impl Display for RecursionPath {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_joined(f, &self.steps, " > ")?;
        match self.omitted {
            0 => Ok(()),
            omitted => write!(f, " > … ({omitted} more shapes) > {}", self.end),
        }
    }
}

/// A cycle of resources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ResourceCycle {
    /// Number of resources that are omitted at the start.
    pub omitted: usize,
    /// The resources, in order.
    pub resources: Vec<ShapeId>,
}

impl Display for ResourceCycle {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(if self.omitted > 0 { "… -> " } else { "" })?;
        write_joined(f, &self.resources, " -> ")
    }
}

fn write_joined<T: Display>(f: &mut Formatter<'_>, items: &[T], separator: &str) -> fmt::Result {
    items.iter().enumerate().try_for_each(|(at, item)| {
        f.write_str(if at == 0 { "" } else { separator })?;
        write!(f, "{item}")
    })
}

facts! {
    /// Why a member cannot contain an identifier of a resource.
    ReferenceProblem

    ImplicitBinding { name: String }
        "implicit binding of `{name}` is not part of the structure (set \"rel\" to \"collection\" to create a \
         collection binding)",
    NoSuchMember { name: String }
        "`{name}` refers to a member that is not part of the structure",
    NotAString { name: String }
        "`{name}` refers to a member that does not target a string shape",
}

facts! {
    /// Why a name is not a valid `sdkId`.
    SdkIdProblem

    Pattern { pattern: &'static str }
        "Does not match the required pattern `{pattern}`",
    Ending { ending: &'static str }
        "Must not case-insensitively end with `{ending}`",
    Company {}
        "Must not contain any of the following company names: [`AWS`, `Amazon`, `Aws`]",
    Length {}
        "Must be between 1 and 50 characters long.",
}

facts! {
    /// Reason to consider an operation paginated.
    PaginationHint

    Verb { verb: String }
        "The verb of this operation, `{verb}`, requires that the operation is marked with the `paginated` trait.",
    Member { role: super::OperationSide, member: String }
        "This operation contains {role} member, `{member}`, that requires that the operation is marked with the \
         `paginated` trait.",
    List { verb: String }
        "The verb of this operation, `{verb}`, and the presence of a top-level list member in its output, suggests \
         that the operation should have the `paginated` trait.",
}

facts! {
    /// Why a test case of endpoint rules fails.
    EndpointTestProblem

    OtherError { expected: String, found: String }
        "Expected error `{expected}` but got `{found}`",
    EndpointForError { expected: String, found: String }
        "Expected error `{expected}` but got the endpoint `{found}`",
    ErrorForEndpoint { found: String }
        "Expected an endpoint but got the error `{found}`",
    OtherUrl { expected: String, found: String }
        "Expected the URL `{expected}` but got `{found}`",
    OtherHeaders { found: String }
        "Expected other headers than {found}",
    OtherProperties { found: List<String> }
        "Expected other properties than {found}",
    Evaluation { error: String }
        "{error}",
}
