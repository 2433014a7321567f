//! Facts of diagnostics about linters, and their messages.

use super::facts;
use super::parts::{Alternatives, Backticked, VerbPrefix};
use super::{PaginationHint, Repetition};
use crate::model::ShapeId;

facts! {
    /// Facts of diagnostics about linters.
    LinterFacts

    ValidatorsType { found: &'static str }
        "metadata `validators` must be an array, but found {found}",
    ValidatorType { found: &'static str }
        "a validator must be an object, but found {found}",
    KeyType { key: &'static str, found: &'static str }
        "Expected `{key}` of a validator to be a string; found {found}.",
    ConfigurationType { found: &'static str }
        "Expected `configuration` to be an object; found {found}",
    NamespacesType { found: &'static str }
        "Expected `namespaces` to be an array of strings. Found {found}.",
    NamespaceType { index: usize, found: &'static str }
        "Expected array element {index} to be a string but found {found}.",
    UnknownSeverity { found: String }
        "`{found}` is not a severity: expected NOTE, WARNING or DANGER",
    ValidatorSelector { name: String, error: String }
        "Invalid `selector` of validator `{name}`: {error}",
    InvalidSettings { name: String, problem: String }
        "Error creating `{name}` validator: {problem}",
    Abbreviation { shape_type: &'static str, name: String, better: String }
        "{shape_type} name, `{name}`, contains invalid abbreviations. Change this {shape_type} name to `{better}`",
    TraitCase { shape_type: &'static str, name: String }
        "{shape_type} trait definition, `{name}`, is not lower camel case",
    ShapeCase { shape_type: &'static str, name: String }
        "{shape_type} shape name, `{name}`, is not upper camel case",
    MemberCase { name: String, casing: &'static str, scope: String }
        "Member shape member name, `{name}`, is not {casing} camel case; members in the {scope} must all use {casing} \
         camel case.",
    RepeatedName { shape: String, shape_type: &'static str, member: String, repetition: Repetition }
        "The `{shape}` {shape_type} shape repeats its name in the member `{member}`; {shape_type} member names should \
         not be {repetition} the {shape_type} name.",
    VerbPrefixOnly { name: String }
        "Operation name consists of only a verb prefix: {name}",
    OtherVerb { name: String, verb: String, prefix: VerbPrefix, verbs: Backticked }
        "Operation shape `{name}` uses a non-standard verb, `{verb}`{prefix}. Consider using one of the following \
         verbs instead: {verbs}",
    UnknownVerb { name: String, verb: String, prefix: VerbPrefix, verbs: Backticked }
        "Operation shape `{name}` uses a non-standard verb, `{verb}`{prefix}. Expected one of the following verbs: \
         {verbs}",
    Selected { selector: String }
        "Selector capture matched selector: {selector}",
    NothingSelected { selector: String }
        "Expected at least one shape to match selector: {selector}",
    Unreferenced { selector: String }
        "This shape is unreferenced. It has no modeled connections to shapes that match the following selector: \
         `{selector}`",
    MissingInputTrait { operation: ShapeId }
        "This structure is the input of `{operation}`, but it is not marked with the @input trait. The @input trait \
         gives operations more flexibility to evolve their top-level input members in ways that would otherwise be \
         backward incompatible.",
    MissingOutputTrait { operation: ShapeId }
        "This structure is the output of `{operation}`, but it is not marked with the @output trait.",
    MissingPagination { hint: PaginationHint }
        "{hint} Paginating operations that can return potentially unbounded lists of data helps to maintain a \
         predictable SLA and helps to prevent operational issues in the future.",
    TimestampShape { name: String, shape_type: &'static str }
        "Shape `{name}` is named like a timestamp but is a `{shape_type}` shape.",
    TimestampMember { name: String, shape_type: &'static str }
        "Member `{name}` is named like a timestamp but references a `{shape_type}` shape",
    ReservedWord { name: String, reason: String }
        "The word `{name}` is reserved. {reason}",
    SensitiveMember { term: String }
        "This member possibly contains sensitive data but neither the enclosing nor target shape are marked with the \
         sensitive trait (based on the presence of '{term}')",
    SensitiveShape { term: String }
        "This shape possibly contains sensitive data but is not marked with the sensitive trait (based on the \
         presence of '{term}')",
    NamespaceTerm { namespace: String, term: String, advice: Alternatives }
        "{namespace} namespace uses a non-inclusive term `{term}`.{advice}",
    ShapeTerm { shape_type: String, term: String, advice: Alternatives }
        "{shape_type} shape uses a non-inclusive term `{term}`.{advice}",
    TraitTerm { name: String, term: String, advice: Alternatives }
        "'{name}' trait has a value that contains a non-inclusive term `{term}`.{advice}",
    TraitTermAt { name: String, place: String, term: String, advice: Alternatives }
        "'{name}' trait value at path {{{place}}} contains a non-inclusive term `{term}`.{advice}",
}
