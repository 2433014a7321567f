//! Constraint traits on node values (spec: "Constraint traits").

use super::{Blobs, Origin, Walk};
use crate::diagnostic::{Bound, Details, EnumValue, Message, ModelFacts, Severity, Unit, Unknown, ValueFacts};
use crate::hash::HashSet;
use crate::jmespath::is_true;
use crate::model::{Node, Number, Shape, ShapeId, ShapeType, Trait, Traits, Value};
use crate::nearest::nearest;
use crate::selector::Exhausted;
use crate::traits::{self, Conditions, Enum, IdRef, Length, Range, UniqueItems};

/// Strings for floating point numbers that JSON does not have.
const NON_NUMERIC: [&str; 3] = ["NaN", "Infinity", "-Infinity"];

/// Checks a value against the traits of a shape, or of a member that targets it.
pub(super) fn check(
    walk: &mut Walk<'_, '_, '_, '_>,
    id: &ShapeId,
    traits: &Traits,
    target: &Shape,
    value: &Node,
    origin: Origin,
) {
    if origin == Origin::Target {
        own(walk, target, value);
    }
    for name in traits.keys() {
        match name.as_str() {
            Length::ID => length(walk, id, traits.get(), target.kind, value),
            Range::ID => range(walk, id, traits.get(), value, origin),
            UniqueItems::ID => unique(walk, id, value),
            IdRef::ID => reference(walk, traits.get(), target.kind, value),
            Conditions::ID => conditions(walk, id, traits.get(), value),
            Enum::ID => enum_trait(walk, id, traits.get(), value),
            _ => {}
        }
    }
    pattern(walk, id, traits, target.kind, value);
}

/// Checks constraints of the type.
fn own(walk: &mut Walk<'_, '_, '_, '_>, shape: &Shape, value: &Node) {
    match (shape.kind, &value.value) {
        (ShapeType::Float | ShapeType::Double, Value::String(text)) if !NON_NUMERIC.contains(&&**text) => {
            let message = ValueFacts::NotNumeric { shape: shape.id.clone(), found: text.to_string() };
            walk.error(message, value);
        }
        (ShapeType::Blob, Value::String(text))
            if walk.options.blobs == Blobs::Base64 && base64_length(text).is_none() =>
        {
            walk.error("Blob value must be a valid base64 string", value);
        }
        (ShapeType::Enum, Value::String(text)) => {
            let values = shape.members.values().map(|member| {
                member.get::<traits::EnumValue>().and_then(traits::EnumValue::as_str).unwrap_or(member.name())
            });
            one_of(walk, &shape.id, values, text, value);
        }
        (ShapeType::IntEnum, Value::Number(number)) => int_enum(walk, shape, number, value),
        _ => {}
    }
}

fn enum_trait(walk: &mut Walk<'_, '_, '_, '_>, id: &ShapeId, definitions: Option<&Enum>, value: &Node) {
    if let (Some(definitions), Some(text)) = (definitions, value.as_str()) {
        one_of(walk, id, definitions.values(), text, value);
    }
}

fn one_of<'v>(
    walk: &mut Walk<'_, '_, '_, '_>,
    id: &ShapeId,
    values: impl Iterator<Item = &'v str>,
    text: &str,
    value: &Node,
) {
    let mut values: Vec<&str> = values.collect();
    if values.contains(&text) {
        return;
    }
    values.sort_unstable();
    let near = nearest(text, values.iter().copied()).map(str::to_owned);
    let (expected, found) = (values.into_iter().map(str::to_owned).collect(), EnumValue::String(text.to_owned()));
    walk.report(Severity::Error, "", Details::UnknownValue { shape: id.clone(), expected, found, near }, value);
}

fn int_enum(walk: &mut Walk<'_, '_, '_, '_>, shape: &Shape, number: &Number, value: &Node) {
    let values = shape.members.values();
    let mut values: Vec<i128> = values.filter_map(|member| member.get::<traits::EnumValue>()?.as_integer()).collect();
    if number.as_i128().is_none_or(|number| values.contains(&number)) {
        return;
    }
    values.sort_unstable();
    let expected = values.iter().map(i128::to_string).collect();
    let found = EnumValue::Integer(number.as_str().to_owned());
    let details = Details::UnknownValue { shape: shape.id.clone(), expected, found, near: None };
    walk.report(Severity::Error, "", details, value);
}

fn length(walk: &mut Walk<'_, '_, '_, '_>, id: &ShapeId, length: Option<&Length>, kind: ShapeType, value: &Node) {
    let Some(Length { min, max }) = length else { return };
    let (min, max) = (min.map(i128::from), max.map(i128::from));
    let size = match (kind, &value.value) {
        (ShapeType::String | ShapeType::Enum, Value::String(text)) => text.chars().count(),
        (ShapeType::Blob, Value::String(text)) => match walk.options.blobs {
            Blobs::Text => text.len(),
            Blobs::Base64 => match base64_length(text) {
                Some(length) => length,
                None => return,
            },
        },
        (ShapeType::List, Value::Array(nodes)) => nodes.len(),
        (ShapeType::Map, Value::Object(object)) => object.len(),
        _ => return,
    } as i128;
    let unit = match kind {
        ShapeType::String | ShapeType::Enum => Unit::Characters,
        ShapeType::Blob => Unit::Bytes,
        ShapeType::List => Unit::Elements,
        _ => Unit::Entries,
    };
    let below = min.filter(|min| size < *min).map(|min| (Bound::Min, min));
    let above = max.filter(|max| size > *max).map(|max| (Bound::Max, max));
    for (bound, limit) in below.into_iter().chain(above) {
        let details = Details::Length { shape: id.clone(), bound, limit, found: size, unit };
        walk.report(walk.options.constraints, "", details, value);
    }
}

fn range(walk: &mut Walk<'_, '_, '_, '_>, id: &ShapeId, range: Option<&Range>, value: &Node, origin: Origin) {
    let Some(Range { min, max }) = range else { return };
    let (min, max) = (min.as_ref(), max.as_ref());
    let kind = if origin == Origin::Member { "Member.InvalidRange" } else { "Target.InvalidRange" };
    let mut severity = walk.options.constraints;
    let (below, above, shown) = match &value.value {
        Value::Number(number) => {
            if number.as_f64() == 0.0 {
                severity = severity.min(walk.options.zero_out_of_range);
            }
            let below = min.is_some_and(|min| compare(number, min).is_lt());
            let above = max.is_some_and(|max| compare(number, max).is_gt());
            (below, above, number.as_str().to_owned())
        }
        Value::String(text) => {
            if &**text == "NaN" {
                let message =
                    ValueFacts::NotANumber { shape: id.clone(), trait_id: Range::ID, found: text.to_string() };
                walk.report(severity, "", message, value);
            }
            (&**text == "-Infinity", &**text == "Infinity", format!("\"{text}\""))
        }
        _ => return,
    };
    let below = min.filter(|_| below).map(|min| (Bound::Min, min));
    let above = max.filter(|_| above).map(|max| (Bound::Max, max));
    for (bound, limit) in below.into_iter().chain(above) {
        let (shape, limit) = (id.clone(), limit.as_str().to_owned());
        walk.report(severity, kind, Details::Range { shape, bound, limit, found: shown.clone() }, value);
    }
}

fn compare(a: &Number, b: &Number) -> std::cmp::Ordering {
    a.as_decimal().cmp(&b.as_decimal())
}

fn pattern(walk: &mut Walk<'_, '_, '_, '_>, id: &ShapeId, traits: &Traits, kind: ShapeType, value: &Node) {
    if !matches!(kind, ShapeType::String | ShapeType::Enum) {
        return;
    }
    if let (Some(pattern), Some(text)) = (traits::effective_pattern(traits), value.as_str())
        && !pattern.source.is_match(text)
    {
        let details = Details::Pattern { shape: id.clone(), pattern: pattern.source.as_str().to_owned() };
        walk.report(walk.options.constraints, "", details, value);
    }
}

fn unique(walk: &mut Walk<'_, '_, '_, '_>, id: &ShapeId, value: &Node) {
    let Some(nodes) = value.as_array() else { return };
    let mut seen = HashSet::default();
    let mut duplicates: Vec<String> = Vec::new();
    for node in nodes {
        let text = canonical(node);
        if !seen.insert(text.clone()) && !duplicates.contains(&text) {
            duplicates.push(text);
        }
    }
    if !duplicates.is_empty() {
        let details = Details::DuplicateItems { shape: id.clone(), items: duplicates };
        walk.report(Severity::Error, "", details, value);
    }
}

/// Canonical text: equal values have equal texts.
fn canonical(node: &Node) -> String {
    match &node.value {
        Value::String(text) => text.to_string(),
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => {
            number.as_i128().map_or_else(|| number.as_f64().to_string(), |whole| whole.to_string())
        }
        Value::Array(nodes) => format!("[{}]", nodes.iter().map(canonical).collect::<Vec<_>>().join(",")),
        Value::Object(object) => {
            let mut members: Vec<String> =
                object.iter().map(|(key, (_, node))| format!("{key}:{}", canonical(node))).collect();
            members.sort_unstable();
            format!("{{{}}}", members.join(","))
        }
    }
}

fn reference(walk: &mut Walk<'_, '_, '_, '_>, reference: Option<&IdRef>, kind: ShapeType, value: &Node) {
    if kind != ShapeType::String {
        return;
    }
    let (Some(reference), Some(text)) = (reference, value.as_str()) else { return };
    if ShapeId::parse(text).is_err() {
        return walk.error(ValueFacts::InvalidId { id: text.to_owned() }, value);
    }
    let graph = walk.checker.graph;
    let own_message =
        reference.error_message.as_ref().map(|message| Details::Configured { message: message.to_string() });
    let Some(element) = graph.find(text) else {
        if reference.fail_when_missing {
            let name = text.rsplit('#').next().unwrap_or(text);
            let shapes = walk.checker.model().own_shapes();
            let near = nearest(name, shapes.map(|shape| shape.id.name()));
            let details = Details::unknown(Unknown::IdRef, text, "", near);
            walk.error(own_message.unwrap_or(details), value);
        }
        return;
    };
    let Some(selector) = &reference.selector else { return };
    match walk.checker.selects(selector, element) {
        Ok(true) => {}
        Ok(false) => {
            let message = ValueFacts::IdSelector { id: text.to_owned(), selector: selector.as_str().to_owned() };
            walk.error(own_message.map_or_else(|| message.into(), Message::from), value);
        }
        Err(Exhausted) => walk.error(ModelFacts::ExpensiveSelector { selector: selector.to_string() }, value),
    }
}

fn conditions(walk: &mut Walk<'_, '_, '_, '_>, id: &ShapeId, conditions: Option<&Conditions>, value: &Node) {
    for (name, condition) in conditions.into_iter().flat_map(|conditions| &conditions.0) {
        let problem = match is_true(&condition.expression.text, value) {
            Ok(true) => continue,
            Ok(false) => None,
            Err(error) => Some(error.to_string()),
        };
        let details = Details::Condition { shape: id.clone(), condition: name.to_string(), problem };
        walk.report(walk.options.constraints, name, details, value);
    }
}

/// The number of bytes in base64 (RFC 4648, section 4). Padding may be left out.
fn base64_length(text: &str) -> Option<usize> {
    let body = text.trim_end_matches('=');
    let is_padded = text.len() == body.len() || text.len() == body.len().next_multiple_of(4);
    let is_symbol = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    (is_padded && body.len() % 4 != 1 && body.bytes().all(is_symbol)).then_some(body.len() * 3 / 4)
}
