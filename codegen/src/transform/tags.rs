//! Transforms that select tags.

use std::sync::Arc;

use super::remove::is_prelude;
use super::{Action, Arguments, Definition, Selected};
use crate::model::{Model, Node, Trait, Traits, Value};
use crate::traits::Tags;

pub(super) const EXCLUDE: Definition = Definition {
    name: "excludeTags",
    arguments: &["tags"],
    list: Some("tags"),
    read: |arguments| by_value(arguments, Selected::Excluded),
};

pub(super) const INCLUDE: Definition = Definition {
    name: "includeTags",
    arguments: &["tags"],
    list: Some("tags"),
    read: |arguments| by_value(arguments, Selected::Included),
};

fn by_value(arguments: &mut Arguments<'_>, mode: Selected) -> Action {
    let tags = arguments.strings("tags");
    Box::new(move |context| {
        keep_tags(context.model, |tag| mode.keeps(tags.iter().any(|selected| selected == tag)));
        Ok(())
    })
}

/// Keeps tags for which the function returns true. `@tags` itself stays.
fn keep_tags(model: &mut Model, keep: impl Fn(&str) -> bool) {
    let is_removed = |tag: &Node| tag.as_str().is_some_and(|tag| !keep(tag));
    let changes = |traits: &Traits| {
        let tags = traits.node::<Tags>().and_then(Node::as_array);
        tags.is_some_and(|tags| tags.iter().any(is_removed))
    };
    for shape in model.shapes.values_mut().filter(|shape| !is_prelude(&shape.id)) {
        if !changes(&shape.traits) && !shape.members.values().any(|member| changes(&member.traits)) {
            continue;
        }
        let shape = Arc::make_mut(shape);
        let members = shape.members.values_mut().map(|member| &mut member.traits);
        for traits in std::iter::once(&mut shape.traits).chain(members) {
            if let Some(Value::Array(tags)) = traits.node_mut(Tags::ID).map(|node| &mut node.value) {
                tags.retain(|tag| !is_removed(tag));
            }
        }
    }
}
