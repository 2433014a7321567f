//! Conversion from Smithy 1.0 to 2.0 (spec: "Migrating from IDL 1.0 to 2.0"). In 1.0, numbers and booleans have a
//! default unless they are boxed; in 2.0, members have explicit defaults.

use std::sync::Arc;

use crate::hash::HashSet;
use crate::model::{Member, Model, Node, OrderedMap, Shape, ShapeId, ShapeType, Traits, Value, is_identifier, prelude};
use crate::traits::{
    Boxed, DefaultValue, Deprecated, Documentation, Enum, EnumDefinition, EnumValue, Internal, Placed, Required,
    Streaming, Tags,
};

/// Converts the shapes of 1.0 files, named in `old`.
pub(super) fn upgrade(model: &mut Model, old: &HashSet<ShapeId>) {
    if old.is_empty() {
        return;
    }
    let mut defaults: Vec<(ShapeId, Value)> = Vec::new();
    for shape in old.iter().filter_map(|id| model.shape(id)) {
        if shape.kind == ShapeType::Structure {
            for member in shape.members.values() {
                let Some(target) = model.shape(&member.target) else { continue };
                if member.has::<DefaultValue>() {
                    continue;
                }
                if member.has::<Boxed>() {
                    defaults.push((member.id.clone(), Value::Null));
                } else if let Some(zero) = DefaultValue::zero(target.kind)
                    && !is_boxed(target, old)
                {
                    defaults.push((member.id.clone(), zero));
                } else if target.kind == ShapeType::Blob && target.has::<Streaming>() && !member.has::<Required>() {
                    defaults.push((member.id.clone(), Value::String("".into())));
                }
            }
        } else if let Some(zero) = DefaultValue::zero(shape.kind)
            && !shape.has::<Boxed>()
        {
            defaults.push((shape.id.clone(), zero));
        }
    }
    for (id, value) in defaults {
        let Some(shape) = model.shape_mut(id.container()) else { continue };
        let (span, traits) = match id.member() {
            None => (shape.span, &mut shape.traits),
            Some(name) => match shape.members.get_mut(name) {
                Some(member) => (member.span, &mut member.traits),
                None => continue,
            },
        };
        traits.put::<DefaultValue>(Node { value, span });
    }
    for id in old {
        let Some(shape) = model.shape_mut(id.as_str()) else { continue };
        shape.traits.remove::<Boxed>();
        shape.members.values_mut().for_each(|member| {
            member.traits.remove::<Boxed>();
        });
    }
}

/// Whether 1.0 considers a shape boxed. A shape defined in 2.0 is boxed unless its default is zero.
fn is_boxed(shape: &Shape, old: &HashSet<ShapeId>) -> bool {
    if old.contains(&shape.id) {
        return shape.has::<Boxed>();
    }
    match (shape.get::<DefaultValue>(), DefaultValue::zero(shape.kind)) {
        (Some(default), Some(zero)) => default.0.value != zero,
        _ => true,
    }
}

/// Converts strings whose `enum` trait names all values to enum shapes (spec: "enum trait"). Rules validate the model
/// as written, so this is only for export. `wanted` selects the shapes.
pub(super) fn enum_traits(model: &mut Model, wanted: impl Fn(&Shape) -> bool) {
    for shape in model.shapes.values_mut() {
        if shape.kind != ShapeType::String || shape.is_builtin() || !wanted(shape) {
            continue;
        }
        string_to_enum(Arc::make_mut(shape), EnumNames::Defined);
    }
}

/// Converts a string with an `enum` trait to an enum shape. Returns false if it has no such trait, or if a value of the
/// trait has no name.
pub(crate) fn string_to_enum(shape: &mut Shape, names: EnumNames) -> bool {
    let members = shape.get::<Enum>().and_then(|values| enum_members(&shape.id, values, names));
    let Some(members) = members else { return false };
    shape.kind = ShapeType::Enum;
    shape.members = members;
    shape.traits.remove::<Enum>();
    true
}

/// Where the names of enum members come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EnumNames {
    /// The `enum` trait has to name each value.
    Defined,
    /// Values without a name are used as names, if they can be.
    Synthesized,
}

/// The members for an `enum` trait. `None` if a value has no name, or two have the same.
fn enum_members(shape: &ShapeId, values: &Enum, names: EnumNames) -> Option<OrderedMap<Box<str>, Member>> {
    let mut members = OrderedMap::new();
    for definition in &values.0 {
        let name = match &definition.name {
            Some(name) => name.to_string(),
            None if names == EnumNames::Synthesized => synthesized_name(&definition.value.value)?,
            None => return None,
        };
        if !is_identifier(&name) {
            return None;
        }
        let mut member = enum_member(shape, &name, definition);
        if let Some(Placed { value: true, span }) = definition.deprecated {
            let deprecated = Node { span, ..Node::empty_object() };
            member.traits.put::<Deprecated>(deprecated);
        }
        if members.insert(name.into(), member).is_some() {
            return None;
        }
    }
    (!members.is_empty()).then_some(members)
}

/// A value as a name: punctuation and white space become `_`. `None` if it starts with a digit or has other
/// characters.
fn synthesized_name(value: &str) -> Option<String> {
    let separates = |byte: u8| b"-.:/ \t\n\x0b\x0c\r".contains(&byte);
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || separates(byte);
    if value.is_empty() || value.starts_with(|first: char| first.is_ascii_digit()) || !value.bytes().all(fits) {
        return None;
    }
    let mut name = String::new();
    for byte in value.bytes() {
        match separates(byte) {
            false => name.push(char::from(byte)),
            // A run of separators is one `_`.
            true if name.ends_with('\0') => {}
            true => name.push('\0'),
        }
    }
    Some(name.replace('\0', "_"))
}

/// The member of an enum shape for an entry of the `enum` trait.
pub(crate) fn enum_member(shape: &ShapeId, name: &str, definition: &EnumDefinition) -> Member {
    let text = |part: &Placed<Arc<str>>| Node { span: part.span, ..Node::string(Arc::clone(&part.value)) };
    let mut traits = Traits::new();
    traits.put::<EnumValue>(text(&definition.value));
    if let Some(documentation) = &definition.documentation {
        traits.put::<Documentation>(text(documentation));
    }
    if let Some(Placed { value: tags, span }) = &definition.tags {
        traits.put::<Tags>(Node { value: Value::Array(tags.iter().map(text).collect()), span: *span });
        // Before `@internal` existed, a tag of this name had its meaning.
        if let Some(tag) = tags.iter().find(|tag| &*tag.value == "internal") {
            traits.put::<Internal>(Node { span: tag.span, ..Node::empty_object() });
        }
    }
    Member {
        id: shape.with_member(name),
        target: ShapeId::known(prelude::UNIT),
        span: definition.span,
        traits,
        mixins: Vec::new(),
    }
}
