//! Messages of frequent kinds of diagnostics, and help that facts provide.

use super::{Backticked, Bound, Choice, Details, EnumValue, Note, Unit, Unknown};
use crate::model::ShapeId;

impl Details {
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
            Self::Cloud(facts) => facts.to_string(),
            Self::Config(facts) => facts.to_string(),
            Self::Diff(facts) => facts.to_string(),
            Self::EndpointRule(facts) => facts.to_string(),
            Self::Error(facts) => facts.to_string(),
            Self::File(facts) => facts.to_string(),
            Self::Generation(facts) => facts.to_string(),
            Self::Http(facts) => facts.to_string(),
            Self::Linter(facts) => facts.to_string(),
            Self::Load(facts) => facts.to_string(),
            Self::Model(facts) => facts.to_string(),
            Self::Operation(facts) => facts.to_string(),
            Self::Program(facts) => facts.to_string(),
            Self::Project(facts) => facts.to_string(),
            Self::Resource(facts) => facts.to_string(),
            Self::Service(facts) => facts.to_string(),
            Self::Syntax(facts) => facts.to_string(),
            Self::Test(facts) => facts.to_string(),
            Self::Transform(facts) => facts.to_string(),
            Self::Value(facts) => facts.to_string(),
        }
    }

    /// Help, if the facts provide it.
    pub fn help(&self) -> Option<Note> {
        match self {
            Self::UnknownName { what: Unknown::Trait, near: None, .. } => Some("load the file that defines it".into()),
            Self::UnknownMember { near, .. }
            | Self::UnknownValue { near, .. }
            | Self::UnknownChoice { near, .. }
            | Self::UnknownName { near, .. } => near.as_ref().map(Note::nearest),
            Self::UnresolvedTarget { near: Some(near), .. } => Some(Note::nearest(near)),
            Self::UnresolvedTarget { .. } => Some("define the shape, or load the file that defines it".into()),
            Self::ConflictingIds { .. } => Some("rename one of them, so that they differ in more than case".into()),
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
