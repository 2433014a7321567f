//! Facts of diagnostics about references between shapes, traits and metadata, and their messages.

use super::parts::{Backticked, List, Notice, TraitPair, TypedShape};
use super::{DeprecatedUse, facts};
use crate::model::ShapeId;

facts! {
    /// Facts of diagnostics about references between shapes, traits and metadata.
    ModelFacts

    MixinAsTrait { name: String, shape: ShapeId }
        "Trait `{name}` is a mixin and cannot be applied to `{shape}`.",
    ConflictingTraits { shape_type: &'static str, pairs: List<TraitPair> }
        "Found conflicting traits on {shape_type} shape: {pairs}",
    UnstableTrait { id: String }
        "This shape applies a trait that is unstable: {id}",
    PrivateTarget { relation: &'static str, target: ShapeId }
        "This shape has an invalid {relation} relationship that targets a private shape, `{target}`, in another \
         namespace.",
    ChangePath { index: usize, path: String, name: String, shape: ShapeId, shape_type: &'static str }
        "Invalid trait breakingChanges element {index}, '{path}', at segment '{name}': Evaluated shape `{shape}`, a \
         {shape_type}, has no member named `{name}`",
    TargetsMember { member: ShapeId }
        "Members cannot target member shapes, but found (member: `{member}`)",
    MapKey { target: TypedShape }
        "Map key member targets {target}, but is expected to target a string",
    TargetType { shape_type: &'static str, target: TypedShape }
        "Members cannot target {shape_type} shapes, but found {target}",
    NotAMixin { mixin: ShapeId }
        "Attempted to use {mixin} as a mixin, but it is not marked with the mixin trait",
    TargetsNoShape { shape_type: &'static str, relation: &'static str, target: ShapeId }
        "{shape_type} shape `{relation}` relationships must target a shape, but found the member `{target}`",
    ErrorAsInputOutput { relation: &'static str, target: ShapeId }
        "Operation {relation} targets an invalid structure `{target}` that is marked with the `error` trait.",
    LifecycleTarget { relation: &'static str, target: TypedShape }
        "Resource {relation} lifecycle operation must target an operation, but found {target}",
    NotAnError { target: ShapeId }
        "`{target}` cannot be bound as an error because it is not marked with the `error` trait.",
    TargetsTrait { relation: &'static str, target: ShapeId }
        "Found a {relation} reference to trait definition `{target}`. Trait definitions cannot be targeted by members \
         or referenced by shapes in any other context other than applying them as traits.",
    TargetsMixin { relation: &'static str, target: ShapeId }
        "Illegal {relation} reference to mixin `{target}`; shapes marked with the mixin trait can only be referenced \
         to apply them as a mixin.",
    ReservedKey { key: String }
        "The metadata key `{key}` has been reserved by Smithy and may not be defined elsewhere.",
    SharedKey { key: String, others: List<String> }
        "A type has already been defined for the metadata key `{key}`. Conflicts with: [{others}]",
    DuplicateClosure { id: String }
        "Shape closure id `{id}` is declared more than once.",
    ClosureIsShape { id: String }
        "Shape closure ids must not match the ids of shapes in the model, but `{id}` does.",
    EmptyClosure { id: String }
        "Shape closure `{id}` must define at least one of `includeNamespaces` or `includeBySelector`.",
    ClosureNamespace { id: String, namespace: String }
        "Shape closure `{id}` includes namespace `{namespace}`, which has no shapes in the model.",
    ClosureSelector { id: String, error: String }
        "Shape closure `{id}` has an invalid `includeBySelector`: {error}",
    ExpensiveSelector { selector: String }
        "The selector `{selector}` uses up the steps that selectors may take together",
    ClosureSelectsNothing { id: String }
        "Shape closure `{id}` has an `includeBySelector` that matches no shapes in the model.",
    ClosureSameRename { id: String, shape: String, name: String }
        "Shape closure `{id}` rename for `{shape}` does not change the name from `{name}`.",
    ClosureRenameOutside { id: String, shape: String }
        "Shape closure `{id}` attempts to rename `{shape}`, which is not in the closure.",
    ClosureRenameShape { id: String, shape: String, name: String, other: String }
        "Shape closure `{id}` rename for `{shape}` (\"{name}\") case-insensitively conflicts with non-renamed shape \
         `{other}`.",
    ClosureRenameTwice { id: String, shape: String, name: String, other: String }
        "Shape closure `{id}` rename for `{shape}` (\"{name}\") case-insensitively conflicts with the rename for \
         `{other}`.",
    ClosureNames { id: String, shapes: List<String> }
        "Shape closure `{id}` contains shapes whose names conflict case-insensitively: [{shapes}]. Some tools do not \
         support such closures. Use `rename` to make the names unique.",
    NotAnObject { index: usize, found: &'static str }
        "Expected array element {index} to be a object but found {found}.",
    OverrideSeverity { found: String }
        "Expected one of `DANGER`, `WARNING`; got `{found}`.",
    MissingKey { key: &'static str }
        "Missing expected member `{key}`.",
    ValidatorKey { trait_id: &'static str, key: String }
        "`{trait_id}` key is not a valid event ID: `{key}`",
    ValidatorSelector { event: String, error: String }
        "The selector of `{event}` is invalid: {error}",
    DeprecatedTrait { id: String }
        "This shape applies a trait that is deprecated: {id}",
    DeprecatedTraitWithMessage { id: String, message: String }
        "This shape applies a trait that is deprecated: {id}, {message}",
    ExclusiveTarget { name: String, members: Backticked }
        "Only a single member of a structure can target a shape marked with the `{name}` trait, but it was found on \
         the following members: {members}",
    ExclusiveMember { name: String, members: Backticked }
        "The `{name}` trait can be applied to only a single member of a shape, but it was found on the following \
         members: {members}",
    DeprecatedShape { usage: DeprecatedUse, target: ShapeId, notice: Notice }
        "{usage}, {target}{notice}",
    Incompatible { definition: ShapeId, shape: ShapeId }
        "Found an incompatible shape when validating the constraints of the `{definition}` trait attached to `{shape}`",
    IncompatibleWithMessage { definition: ShapeId, shape: ShapeId, message: String }
        "Found an incompatible shape when validating the constraints of the `{definition}` trait attached to \
         `{shape}`: {message}",
}
