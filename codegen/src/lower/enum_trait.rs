//! Converts strings with `@enum` (spec: "enum trait", deprecated) to enum shapes.

use std::borrow::Cow;

use super::names;
use crate::load::enum_member;
use crate::model::{Model, Shape, ShapeId, ShapeType};
use crate::traits::Enum;

/// The model with each string that has the trait replaced by an enum shape.
pub(super) fn to_shapes(model: &Model) -> Cow<'_, Model> {
    let is_old = |shape: &Shape| shape.kind == ShapeType::String && shape.has::<Enum>();
    if !model.iter().any(is_old) {
        return Cow::Borrowed(model);
    }
    let mut model = model.clone();
    let ids: Vec<ShapeId> = model.iter().filter(|shape| is_old(shape)).map(|shape| shape.id.clone()).collect();
    for id in ids {
        if let Some(shape) = model.shape_mut(id.as_str()) {
            convert(shape);
        }
    }
    Cow::Owned(model)
}

fn convert(shape: &mut Shape) {
    let definitions = shape.get::<Enum>().map(|definitions| definitions.0.clone()).unwrap_or_default();
    // Values without a name may differ only in characters that names cannot contain.
    let mut names = names::Scope::default();
    for (index, definition) in definitions.iter().enumerate() {
        let name = definition.name.as_ref().unwrap_or(&definition.value.value);
        let name = names.claim(identifier(name, index));
        let member = enum_member(&shape.id, &name, definition);
        shape.members.insert(name.into(), member);
    }
    shape.kind = ShapeType::Enum;
}

/// A member name made from a value. Characters that names cannot contain become underscores.
fn identifier(text: &str, index: usize) -> String {
    let name: String = text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    match name.trim_start_matches('_').chars().next() {
        Some(first) if first.is_ascii_alphabetic() => name,
        Some(_) => format!("_{name}"),
        None => format!("_{index}"),
    }
}
