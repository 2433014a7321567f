//! Facts of diagnostics about values of traits, constraints and nodes, and their messages.

use super::{MissingAnchors, facts};
use crate::model::{ShapeId, TraitProblem};

facts! {
    /// Facts of diagnostics about values of traits, constraints and nodes.
    ValueFacts

    Trait { name: String, problem: TraitProblem }
        "Error validating trait `{name}`: {problem}",
    NegativeLength { key: &'static str }
        "A length trait is applied with a negative `{key}` value.",
    InvalidPattern { error: String, pattern: String }
        "Invalid `pattern` trait: {error}: {pattern}",
    UnanchoredPattern { missing: MissingAnchors }
        "A pattern trait is applied without a {missing}, meaning only part of the string must match the regular \
         expression. Explicitly anchoring regular expressions is preferable: readers need not know what happens \
         without.",
    ConditionProblem { condition: String, problem: String }
        "Condition `{condition}`: Problem found in JMESPath expression for condition {condition}: {problem}",
    ConditionType { condition: String, found: &'static str }
        "Condition {condition} expression must return a boolean type, but this expression was statically determined \
         to return a `{found}` type.",
    MissingDefault { target: ShapeId, default: String }
        "Member targets {target}, which requires that the member defines the same default of `{default}` or `null`",
    OtherDefault { target: ShapeId, found: String, expected: String }
        "Member defines a default value that differs from the default value of the target shape, {target}. The member \
         has a default of `{found}`, but the target has a default of `{expected}`.",
    DuplicateEnumValue { shape_type: &'static str, value: String }
        "Multiple {shape_type} members found with duplicate value `{value}`",
    EnumValueType { found: String }
        "enum members can only be assigned string values, but found: {found}",
    IntEnumValueType { found: String }
        "intEnum members require integer values, but found: {found}",
    IntEnumFraction { found: String }
        "intEnum members do not support floating point values: {found}",
    IntEnumOverflow { found: String }
        "intEnum members must fit within an integer, but found: {found}",
    EnumName { name: String }
        "The name `{name}` does not match the recommended enum name format of beginning with an uppercase letter, \
         followed by any number of uppercase letters, numbers, or underscores.",
    DuplicateEnumEntry { key: &'static str, value: String }
        "Duplicate enum trait values found with the same `{key}` property of '{value}'",
    EnumEntryWithoutName { value: String }
        "`{value}` enum value body is missing the `name` property; if any enum trait value contains a `name` \
         property, then all values must contain the `name` property.",
    ExampleWithoutError { title: String }
        "Example: `{title}` has allowConstraintErrors enabled, so error must be defined.",
    ExampleWithOutputAndError { title: String }
        "Example: `{title}` has both output and error defined, only one should be present.",
    ExampleError { error: String, title: String }
        "Error parameters provided for operation without the `{error}` error: `{title}`",
    NotNumeric { shape: ShapeId, found: String }
        "Value for `{shape}` must either be numeric or one of the following strings: [\"NaN\", \"Infinity\", \
         \"-Infinity\"], but was \"{found}\"",
    NotANumber { shape: ShapeId, trait_id: &'static str, found: String }
        "Value provided for `{shape}` must be a number because the `{trait_id}` trait is applied, but found \
         \"{found}\"",
    InvalidId { id: String }
        "Invalid shape ID: {id}",
    IdSelector { id: String, selector: String }
        "Shape ID `{id}` does not match selector `{selector}`",
    ShapeWithoutValues { shape_type: &'static str }
        "Encountered invalid shape type: {shape_type}",
    Timestamp { found: &'static str, shape: ShapeId }
        "Invalid {found} value provided for timestamp, `{shape}`. Expected a number that contains epoch seconds with \
         optional millisecond precision, or a string that contains an RFC 3339 formatted timestamp (e.g., \
         \"1985-04-12T23:20:50.52Z\")",
    EpochSeconds { found: &'static str, shape: ShapeId }
        "Invalid {found} value provided for timestamp, `{shape}`. Expected a number that contains epoch seconds with \
         optional millisecond precision",
    TimestampType { found: &'static str, format: &'static str }
        "Invalid {found} value provided for a timestamp with a `{format}` format.",
    HttpDate { format: &'static str, found: String }
        "Invalid value provided for {format} formatted timestamp. Expected a string value that matches the \
         IMF-fixdate production of RFC 9110 section-5.6.7. Found: {found}",
    DateTime { found: String, shape: ShapeId }
        "Invalid string value, `{found}`, provided for timestamp, `{shape}`. Expected an RFC 3339 formatted timestamp \
         (e.g., \"1985-04-12T23:20:50.52Z\")",
    MemberDecimal { member: ShapeId, key: &'static str, found: String, target: ShapeId }
        "Member `{member}` is marked with the `range` trait, but its `{key}` property is a decimal ({found}) when its \
         target (`{target}`) does not support decimals.",
    ShapeDecimal { shape: ShapeId, key: &'static str, found: String, shape_type: &'static str }
        "Shape `{shape}` is marked with the `range` trait, but its `{key}` property is a decimal ({found}) when its \
         shape (`{shape_type}`) does not support decimals.",
    JavaPattern { feature: &'static str, pattern: String }
        "The pattern uses {feature}, which Java has and ECMA-262 does not have: {pattern}",
    WeakenedJavaPattern { feature: &'static str, pattern: String, left_out: String }
        "The pattern uses {feature}, which Java has and ECMA-262 does not have: {pattern}. Not enforced: {left_out}",
}
