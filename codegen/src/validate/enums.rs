//! Enumerations: values of the right kind, each once, and names that code generators like (spec: "enum", "intEnum").

use std::collections::{HashMap, HashSet};

use super::context::{Context, place};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::graph::Element;
use crate::model::{Member, Node, Number, Shape, ShapeType};
use crate::rule::event;
use crate::source::Span;
use crate::traits::{Enum, EnumValue};
use crate::validate::Rule;

pub(super) const SHAPES: Rule = Rule {
    events: &[event!("EnumShape")],
    check: shapes,
    #[cfg(test)]
    cases: cases::SHAPES,
};

/// Members of `enum` and `intEnum` shapes.
fn shapes(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for shape in context.model.own_shapes().filter(|s| matches!(s.kind, ShapeType::Enum | ShapeType::IntEnum)) {
        let mut seen: HashMap<String, Span> = HashMap::new();
        for member in shape.members.values() {
            let value = match value(shape, member) {
                Ok(value) => value,
                Err(message) => {
                    let node = member.node::<EnumValue>();
                    let span = node.map_or(member.span, |node| place(node, Element::Member(shape, member)));
                    found.push(Diagnostic::error("EnumShape", message, span).with_shape(&member.id));
                    continue;
                }
            };
            if value.is_empty() {
                let message = "enum values may not be empty.";
                found.push(Diagnostic::error("EnumShape", message, member.span).with_shape(&member.id));
            }
            if let Some(first) = seen.get(&value) {
                let kind = shape.kind.name();
                let message = format!("Multiple {kind} members found with duplicate value `{value}`");
                let error = Diagnostic::error("EnumShape", message, member.span).with_shape(&member.id);
                found.push(error.with_label(*first, "it is the value of this member, too"));
            }
            seen.insert(value, member.span);
            if !is_recommended(member.name()) {
                let warning =
                    Diagnostic::new(Severity::Warning, "EnumShape", unrecommended(member.name()), member.span);
                found.push(warning.with_shape(&member.id));
            }
        }
    }
}

/// A member's value as text, or what is wrong with it.
fn value(shape: &Shape, member: &Member) -> Result<String, String> {
    let node = member.node::<EnumValue>();
    if shape.kind == ShapeType::Enum {
        return match node {
            None => Ok(member.name().to_owned()),
            Some(node) => node.as_str().map(str::to_owned).ok_or_else(|| {
                format!("enum members can only be assigned string values, but found: {}", node.to_json())
            }),
        };
    }
    let Some(node) = node else { return Err("intEnum members must be assigned an integer value".to_owned()) };
    let Some(number) = node.as_number() else {
        return Err(format!("intEnum members require integer values, but found: {}", node.to_json()));
    };
    if number.as_str().contains(['.', 'e', 'E']) {
        return Err(format!("intEnum members do not support floating point values: {}", number.as_str()));
    }
    match number.as_i128().map(i32::try_from) {
        Some(Ok(value)) => Ok(value.to_string()),
        _ => Err(format!("intEnum members must fit within an integer, but found: {}", Number::as_str(number))),
    }
}

/// Capitals, digits and underscores, a capital first.
fn is_recommended(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
}

fn unrecommended(name: &str) -> String {
    format!(
        "The name `{name}` does not match the recommended enum name format of beginning with an uppercase letter, followed \
         by any number of uppercase letters, numbers, or underscores."
    )
}

pub(super) const TRAITS: Rule = Rule {
    events: &[event!("EnumTrait", Prefix), event!("EnumNamesPresent")],
    check: traits,
    #[cfg(test)]
    cases: cases::TRAITS,
};

/// Entries of the `enum` trait.
fn traits(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (_, element, node) in context.with::<Enum>() {
        let entries = node.as_array().unwrap_or_default();
        let mut add = |severity, event: &str, message: String, span: Span| {
            let span = if span.is_some() { span } else { place(node, element) };
            found.push(Diagnostic::new(severity, event, message, span).with_shape(element.id()));
        };
        let text = |entry: &Node, key: &str| entry.get(key).and_then(Node::as_str).map(str::to_owned);
        for key in ["value", "name"] {
            let mut seen = HashSet::new();
            for entry in entries {
                let Some(value) = text(entry, key) else { continue };
                if !seen.insert(value.clone()) {
                    let message =
                        format!("Duplicate enum trait values found with the same `{key}` property of '{value}'");
                    add(Severity::Error, "EnumTrait", message, entry.span);
                }
            }
        }
        let names = entries.iter().filter_map(|entry| Some((text(entry, "name")?, entry.span)));
        let mut has_names = false;
        let mut warned = HashSet::new();
        for (name, span) in names {
            has_names = true;
            if !is_recommended(&name) && warned.insert(name.clone()) {
                add(Severity::Warning, &format!("EnumTrait.{name}"), unrecommended(&name), span);
            }
        }
        if !has_names {
            let message =
                "Enums should define the `name` property to allow rich types to be generated in code generators.";
            add(Severity::Warning, "EnumNamesPresent", message.to_owned(), Span::NONE);
            continue;
        }
        for entry in entries.iter().filter(|entry| text(entry, "name").is_none()) {
            let message = format!(
                "`{}` enum value body is missing the `name` property; if any enum trait value contains a `name` property, \
                 then all values must contain the `name` property.",
                text(entry, "value").unwrap_or_default()
            );
            add(Severity::Error, "EnumTrait", message, entry.span);
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
