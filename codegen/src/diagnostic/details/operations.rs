//! Facts of diagnostics about operations, paginators and waiters, and their messages.

use super::Obligation;
use super::facts;
use super::parts::{Backticked, List};
use crate::model::ShapeId;

facts! {
    /// Facts of diagnostics about operations, paginators and waiters.
    OperationFacts

    WaiterDelays { trait_id: &'static str, waiter: String, min: i64, max: i64 }
        "`{trait_id}` trait waiter named `{waiter}` has a `minDelay` value of {min} that is greater than its \
         `maxDelay` value of {max}",
    WaiterWithoutSuccess { trait_id: &'static str, waiter: String }
        "No success state matcher found for `{trait_id}` trait waiter named `{waiter}`",
    MessageState { state: &'static str }
        "The `message` property is only valid on acceptors with a `failure` state, but found state `{state}`.",
    InvalidPath { path: String, error: String }
        "Invalid JMESPath expression ({path}): {error}",
    BooleanExpected { comparator: &'static str, found: String }
        "Waiter acceptors with a {comparator} comparator must set their `expected` value to 'true' or 'false', but \
         found '{found}'.",
    ReturnType { comparator: &'static str, expected: &'static str, found: &'static str }
        "Waiter acceptors with a {comparator} comparator must return a `{expected}` type, but this acceptor was \
         statically determined to return a `{found}` type.",
    PathProblem { path: String, problem: String }
        "Problem found in JMESPath expression ({path}): {problem}",
    InvalidMessagePath { path: String, error: String }
        "Invalid JMESPath expression in `message` ({path}): {error}",
    MessageType { found: &'static str }
        "The `message` JMESPath expression must resolve to a string or an array of strings, but this expression was \
         statically determined to return a `{found}` type.",
    MessageElement { found: &'static str }
        "The `message` JMESPath expression must resolve to a string or an array of strings, but this expression resolves \
         to an array of `{found}`.",
    SharedWaiterName { trait_id: &'static str, waiter: String, service: ShapeId, others: List<String> }
        "`{trait_id}` trait waiter name `{waiter}` case-insensitively conflicts with waiters on other operations in \
         the closure of service, `{service}`: [{others}]",
    UsedAs { used: &'static str, marked: &'static str, shape: ShapeId }
        "Operation `{used}` cannot target structures marked with the `@{marked}` trait: `{shape}`",
    UsedInMember { marked: &'static str, shape: ShapeId }
        "Members cannot target structures marked with the @{marked} trait: {shape}",
    UsedOften { marked: &'static str, operations: Backticked }
        "Shapes marked with the @{marked} trait cannot be used as {marked} by multiple operations: {operations}",
    InputOutputName { marked: &'static str, operation: String, shape: ShapeId }
        "The {marked} of this operation should target a shape that starts with the operation's name, '{operation}', \
         but the targeted shape is `{shape}`",
    AmbiguousName { role: &'static str, operation: ShapeId, target: ShapeId }
        "The name of this shape implies that it is the {role} of {operation}, but that operation uses {target} for \
         {role}. This kind of ambiguity can confuse developers calling this operation and can cause issues in code \
         generators that use similar naming conventions to generate {role} types.",
    IdempotentError { key: &'static str, error: String, known: Backticked }
        "The `{key}` property references error `{error}`, but it is not in the operation's errors list. Expected one \
         of {known}",
    NoEncoding { operation: ShapeId }
        "There must be at least one compression algorithm in `encodings` for the `requestCompression` trait applied \
         to `{operation}`",
    UnknownEncodings { operation: ShapeId, encodings: Backticked }
        "Invalid compression algorithms found in `requestCompression` trait applied to `{operation}`: {encodings}",
    CompressedStream { member: ShapeId, target: ShapeId }
        "The `requestCompression` trait can only be applied to operations which do not have input members that target \
         shapes with both the `streaming` and `requiresLength` traits applied, but found member `{member}` targeting \
         `{target}`",
    UpdateDefaults { members: List<String> }
        "This update style operation has top-level input members marked with the @default trait. It will be \
         impossible to tell if the member was omitted or explicitly provided. Affected members: [{members}]",
    PageProperty { name: &'static str }
        "paginated trait `{name}` is not configured",
    PagePath { name: &'static str }
        "paginated trait `{name}` does not allow path values",
    PagePathLength { name: &'static str }
        "paginated trait `{name}` contains a path with more than two parts, which can make your API cumbersome to use",
    PageRequired { name: &'static str, member: String, obligation: Obligation }
        "paginated trait `{name}` member `{member}` {obligation} not be required",
    PageType { name: &'static str, member: String, found: &'static str, expected: Backticked }
        "paginated trait `{name}` member `{member}` targets a {found} shape, but must target one of the following: \
         [{expected}]",
    PageTypeNotRecommended { name: &'static str, member: String, found: &'static str, expected: Backticked }
        "paginated trait `{name}` member `{member}` targets a {found} shape, but this is not recommended. One of \
         [{expected}] SHOULD be targeted.",
}
