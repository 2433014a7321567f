//! Enums: values of the right type, without duplicates, and conventional names (spec: "enum", "intEnum").

use std::sync::Arc;

use super::context::{Applied, Context};
use crate::diagnostic::{Diagnostic, Message, Severity, ValueFacts};
use crate::hash::{HashMap, HashSet};
use crate::model::graph::Element;
use crate::model::{Member, Shape, ShapeType};
use crate::rule::event;
use crate::source::Span;
use crate::traits::{Enum, EnumDefinition, EnumValue};
use crate::validate::Rule;

pub(super) const SHAPES: Rule = Rule {
    events: &[event!("EnumShape")],
    check: shapes,
    #[cfg(test)]
    cases: cases::SHAPES,
};

/// Checks members of `enum` and `intEnum` shapes.
fn shapes(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for shape in context.model.own_shapes().filter(|s| matches!(s.kind, ShapeType::Enum | ShapeType::IntEnum)) {
        let mut seen: HashMap<String, Span> = HashMap::default();
        for member in shape.members.values() {
            let value = match value(shape, member) {
                Ok(value) => value,
                Err(message) => {
                    let span = Element::Member(shape, member).place_of::<EnumValue>();
                    found.push(Diagnostic::of(Severity::Error, "EnumShape", message, span).with_shape(&member.id));
                    continue;
                }
            };
            if value.is_empty() {
                let message = "enum values may not be empty.";
                found.push(Diagnostic::of(Severity::Error, "EnumShape", message, member.span).with_shape(&member.id));
            }
            if let Some(first) = seen.get(&value) {
                let kind = shape.kind.name();
                let message = ValueFacts::DuplicateEnumValue { shape_type: kind, value: value.clone() };
                let error = Diagnostic::of(Severity::Error, "EnumShape", message, member.span).with_shape(&member.id);
                found.push(error.with_label(*first, "this member has the same value"));
            }
            seen.insert(value, member.span);
            if !is_recommended(member.name()) {
                let warning = Diagnostic::of(Severity::Warning, "EnumShape", unrecommended(member.name()), member.span);
                found.push(warning.with_shape(&member.id));
            }
        }
    }
}

/// The value of a member as text, or the error.
fn value(shape: &Shape, member: &Member) -> Result<String, Message> {
    let value = member.get::<EnumValue>();
    let number = match (shape.kind, value) {
        (ShapeType::Enum, None) => return Ok(member.name().to_owned()),
        (ShapeType::Enum, Some(EnumValue::Text(text))) => return Ok(text.as_ref().to_owned()),
        (ShapeType::Enum, Some(value)) => {
            let found = value.to_node().to_json();
            return Err(ValueFacts::EnumValueType { found }.into());
        }
        (_, Some(EnumValue::Number(number))) => number,
        (_, None) => return Err("intEnum members must be assigned an integer value".into()),
        (_, Some(value)) => {
            return Err(ValueFacts::IntEnumValueType { found: value.to_node().to_json() }.into());
        }
    };
    if number.is_floating_point() {
        return Err(ValueFacts::IntEnumFraction { found: number.as_str().to_owned() }.into());
    }
    match number.as_i128().map(i32::try_from) {
        Some(Ok(value)) => Ok(value.to_string()),
        _ => Err(ValueFacts::IntEnumOverflow { found: number.as_str().to_owned() }.into()),
    }
}

/// Whether a name consists of capitals, digits and underscores, and starts with a capital.
fn is_recommended(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
}

fn unrecommended(name: &str) -> ValueFacts {
    ValueFacts::EnumName { name: name.to_owned() }
}

pub(super) const TRAITS: Rule = Rule {
    events: &[event!("EnumTrait", Prefix), event!("EnumNamesPresent")],
    check: traits,
    #[cfg(test)]
    cases: cases::TRAITS,
};

/// Checks entries of the `enum` trait.
fn traits(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value: Enum(entries), span: place, .. } in context.with::<Enum>() {
        let mut add = |severity, event: &str, message: Message, span: Span| {
            let span = if span.is_some() { span } else { place };
            found.push(Diagnostic::of(severity, event, message, span).with_shape(element.id()));
        };
        let value = |entry: &EnumDefinition| Some(Arc::clone(&entry.value.value));
        let name = |entry: &EnumDefinition| entry.name.clone();
        for (key, part) in [("value", value as fn(&EnumDefinition) -> Option<Arc<str>>), ("name", name)] {
            let mut seen = HashSet::default();
            for entry in entries {
                let Some(value) = part(entry) else { continue };
                if !seen.insert(Arc::clone(&value)) {
                    let message = ValueFacts::DuplicateEnumEntry { key, value: value.to_string() };
                    add(Severity::Error, "EnumTrait", message.into(), entry.span);
                }
            }
        }
        let names = entries.iter().filter_map(|entry| Some((entry.name.as_ref()?, entry.span)));
        let mut has_names = false;
        let mut warned = HashSet::default();
        for (name, span) in names {
            has_names = true;
            if !is_recommended(name) && warned.insert(name) {
                add(Severity::Warning, &format!("EnumTrait.{name}"), unrecommended(name).into(), span);
            }
        }
        if !has_names {
            let message =
                "Enums should define the `name` property to allow rich types to be generated in code generators.";
            add(Severity::Warning, "EnumNamesPresent", message.into(), Span::NONE);
            continue;
        }
        for entry in entries.iter().filter(|entry| entry.name.is_none()) {
            let message = ValueFacts::EnumEntryWithoutName { value: entry.value.value.to_string() };
            add(Severity::Error, "EnumTrait", message.into(), entry.span);
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const SHAPES: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
intEnum E {
    A = 1
    B = 1
//  ^ error: EnumShape
}
"#,
            r#"
intEnum E {
    a = 1
//  ^ warning: EnumShape
}
"#,
        ],
        leaves: &[r#"
intEnum E {
    A = 1
    B = 2
}
"#],
    };

    pub(super) const TRAITS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@suppress(["ModelDeprecation"])
@enum([{ value: "a", name: "A" }, { value: "a", name: "B" }])
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^ error: EnumTrait
string S
"#],
        leaves: &[r#"
@suppress(["ModelDeprecation"])
@enum([{ value: "a", name: "A" }, { value: "b", name: "B" }])
string S
"#],
    };
}
