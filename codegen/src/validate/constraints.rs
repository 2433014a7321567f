//! Constraint traits that contradict themselves or their shape (spec: "Constraint traits").

use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::model::{Model, Node, Shape, ShapeId, ShapeType, Traits};
use crate::pattern;
use crate::source::Span;

/// The traits of all shapes and members, with the ids they belong to.
fn applied(model: &Model) -> impl Iterator<Item = (&ShapeId, &Traits, Span, Option<&Shape>)> {
    model.iter().flat_map(|shape| {
        let own = std::iter::once((&shape.id, &shape.traits, shape.span, Some(shape)));
        own.chain(
            shape.members.values().map(|member| (&member.id, &member.traits, member.span, model.shape(&member.target))),
        )
    })
}

/// `min` is not above `max`, and lengths are not below zero.
pub(super) fn bounds(model: &Model, found: &mut Vec<Diagnostic>) {
    for (id, traits, span, _) in applied(model) {
        for (name, event) in [("smithy.api#length", "LengthTrait"), ("smithy.api#range", "RangeTrait")] {
            let Some(node) = traits.get(name) else { continue };
            let number = |key: &str| node.get(key).and_then(Node::as_number);
            let (min, max) = (number("min"), number("max"));
            let place = if node.span.is_some() { node.span } else { span };
            if min.is_none() && max.is_none() {
                let message = format!("`{name}` has neither `min` nor `max`");
                found.push(Diagnostic::error(event, message, place).with_shape(id));
            }
            if let (Some(min), Some(max)) = (min, max)
                && min.as_f64() > max.as_f64()
            {
                let what = if event == "LengthTrait" { "length" } else { "range" };
                let message = format!(
                    "A {what} trait is applied with a `min` value greater than its `max` value: {} > {}",
                    min.as_str(),
                    max.as_str()
                );
                found.push(
                    Diagnostic::error(event, message, place)
                        .with_shape(id)
                        .with_help("no value could ever satisfy it: exchange the two, or correct one"),
                );
            }
            if event == "LengthTrait" && [min, max].into_iter().flatten().any(|bound| bound.as_f64() < 0.0) {
                found.push(Diagnostic::error(event, "A length cannot be below zero", place).with_shape(id));
            }
        }
    }
}

/// Patterns are regular expressions.
pub(super) fn patterns(model: &Model, found: &mut Vec<Diagnostic>) {
    for (id, traits, span, _) in applied(model) {
        let Some(node) = traits.get("smithy.api#pattern") else { continue };
        let place = if node.span.is_some() { node.span } else { span };
        let Some(text) = node.as_str() else {
            let message = format!("A pattern must be a string, but it is a {}", node.kind());
            found.push(Diagnostic::error("PatternTrait", message, place).with_shape(id));
            continue;
        };
        if let Err(error) = pattern::plan(text) {
            let message = format!("Invalid `pattern` trait: {error}: {text}");
            found.push(Diagnostic::error("PatternTrait", message, place).with_shape(id).with_help(error.help));
        }
    }
}

/// Enums have values, and no two members have the same one.
pub(super) fn enums(model: &Model, found: &mut Vec<Diagnostic>) {
    let enums = model.iter().filter(|shape| matches!(shape.kind, ShapeType::Enum | ShapeType::IntEnum));
    for shape in enums {
        if shape.members.is_empty() {
            let message = format!("{} shapes must have at least one member", shape.kind.name());
            found.push(Diagnostic::error("EnumShape", message, shape.span).with_shape(&shape.id));
        }
        let mut seen: HashMap<String, Span> = HashMap::new();
        for member in shape.members.values() {
            let value = member.trait_value("smithy.api#enumValue").and_then(|node| {
                node.as_str().map(str::to_owned).or_else(|| Some(node.as_number()?.as_str().to_owned()))
            });
            if value.is_none() && shape.kind == ShapeType::IntEnum {
                let message = format!("Member `{}` of an intEnum has no value", member.name());
                found.push(Diagnostic::error("EnumShape", message, member.span).with_shape(&member.id));
            }
            let value = value.unwrap_or_else(|| member.name().to_owned());
            if let Some(first) = seen.get(&value) {
                let message = format!("Multiple enum members found with duplicate value `{value}`");
                found.push(
                    Diagnostic::error("EnumShape", message, member.span)
                        .with_shape(&member.id)
                        .with_label(*first, "it is the value of this member, too"),
                );
            }
            seen.insert(value, member.span);
        }
    }
}
