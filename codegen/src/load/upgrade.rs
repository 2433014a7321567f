//! What Smithy 1.0 says by other means than 2.0 (spec: "Migrating from IDL 1.0 to 2.0"): nullability. In 1.0, numbers and
//! booleans have a default value unless they are boxed; in 2.0, members have one when they say so.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::{Member, Model, Node, Number, OrderedMap, Shape, ShapeId, ShapeType, Traits, Value, is_identifier};

const BOX: &str = "smithy.api#box";
const DEFAULT: &str = "smithy.api#default";

/// Makes shapes of 1.0 files, named in `old`, say in the words of 2.0 what they mean.
pub(super) fn upgrade(model: &mut Model, old: &HashSet<ShapeId>) {
    if old.is_empty() {
        return;
    }
    let mut defaults: Vec<(ShapeId, Value)> = Vec::new();
    for shape in old.iter().filter_map(|id| model.shape(id)) {
        if shape.kind == ShapeType::Structure {
            for member in shape.members.values() {
                let Some(target) = model.shape(&member.target) else { continue };
                if member.has_trait(DEFAULT) {
                    continue;
                }
                if member.has_trait(BOX) {
                    defaults.push((member.id.clone(), Value::Null));
                } else if let Some(zero) = zero(target.kind)
                    && !is_boxed(target, old)
                {
                    defaults.push((member.id.clone(), zero));
                } else if target.kind == ShapeType::Blob
                    && target.has_trait("smithy.api#streaming")
                    && !member.has_trait("smithy.api#required")
                {
                    defaults.push((member.id.clone(), Value::String("".into())));
                }
            }
        } else if let Some(zero) = zero(shape.kind)
            && !shape.has_trait(BOX)
        {
            defaults.push((shape.id.clone(), zero));
        }
    }
    let default = ShapeId::from_parts("smithy.api", "default");
    for (id, value) in defaults {
        let Some(shape) = model.shape_mut(id.container()) else { continue };
        let (span, traits) = match id.member() {
            None => (shape.span, &mut shape.traits),
            Some(name) => match shape.members.get_mut(name) {
                Some(member) => (member.span, &mut member.traits),
                None => continue,
            },
        };
        traits.insert(default.clone(), Node { value, span });
    }
    for id in old {
        let Some(shape) = model.shape_mut(id.as_str()) else { continue };
        shape.traits.remove(BOX);
        shape.members.values_mut().for_each(|member| {
            member.traits.remove(BOX);
        });
    }
}

/// The default value that shapes of a type had in 1.0.
pub(crate) fn zero(kind: ShapeType) -> Option<Value> {
    use ShapeType as T;
    match kind {
        T::Boolean => Some(Value::Bool(false)),
        T::Byte | T::Short | T::Integer | T::IntEnum | T::Long | T::Float | T::Double => {
            Some(Value::Number(Number::from_text("0")))
        }
        _ => None,
    }
}

/// Whether 1.0 takes a shape to be boxed. One that 2.0 defines is unless it defaults to zero.
fn is_boxed(shape: &Shape, old: &HashSet<ShapeId>) -> bool {
    if old.contains(&shape.id) {
        return shape.has_trait(BOX);
    }
    match (shape.trait_value(DEFAULT), zero(shape.kind)) {
        (Some(node), Some(zero)) => node.value != zero,
        _ => true,
    }
}

/// Makes enum shapes of strings whose `enum` trait names all its values (spec: "enum trait"), as 2.0 writes them. Rules look
/// at a model as it was written, so this is for those who write it out again. `wanted` says which shapes.
pub(super) fn enum_traits(model: &mut Model, wanted: impl Fn(&Shape) -> bool) {
    for shape in model.shapes.values_mut() {
        if shape.kind != ShapeType::String || shape.is_builtin() || !wanted(shape) {
            continue;
        }
        let shape = Arc::make_mut(shape);
        let Some(members) = shape.trait_value(ENUM).and_then(|node| enum_members(&shape.id, node)) else { continue };
        shape.kind = ShapeType::Enum;
        shape.members = members;
        shape.traits.remove(ENUM);
    }
}

const ENUM: &str = "smithy.api#enum";

fn enum_members(shape: &ShapeId, node: &Node) -> Option<OrderedMap<Box<str>, Member>> {
    let mut members = OrderedMap::new();
    for definition in node.as_array()? {
        let name = definition.get("name").and_then(Node::as_str).filter(|name| is_identifier(name))?;
        let mut member = enum_member(shape, name, definition)?;
        if let Some(node) = definition.get("deprecated").filter(|node| node.as_bool() == Some(true)) {
            let deprecated = Node { span: node.span, ..Node::empty_object() };
            member.traits.insert(ShapeId::from_parts("smithy.api", "deprecated"), deprecated);
        }
        if members.insert(name.into(), member).is_some() {
            return None;
        }
    }
    (!members.is_empty()).then_some(members)
}

/// The member of an enum shape that stands for an entry of the `enum` trait.
pub(crate) fn enum_member(shape: &ShapeId, name: &str, definition: &Node) -> Option<Member> {
    let mut traits = Traits::new();
    let mut add = |name: &str, node: Node| traits.insert(ShapeId::from_parts("smithy.api", name), node);
    add("enumValue", definition.get("value")?.clone());
    for key in ["documentation", "tags"] {
        if let Some(node) = definition.get(key) {
            add(key, node.clone());
        }
    }
    // The tag came before the trait.
    let tags = definition.get("tags").and_then(Node::as_array).unwrap_or_default();
    if let Some(tag) = tags.iter().find(|tag| tag.as_str() == Some("internal")) {
        add("internal", Node { span: tag.span, ..Node::empty_object() });
    }
    Some(Member {
        id: shape.with_member(name),
        target: ShapeId::from_parts("smithy.api", "Unit"),
        span: definition.span,
        traits,
        mixins: Vec::new(),
    })
}
