//! Transforms that select traits. Removing the definition of a trait removes its applications, except for
//! `removeTraitDefinitions`.

use std::collections::HashSet;

use super::remove::{is_prelude, keep, remove};
use super::shapes::has_tag;
use super::{Action, Arguments, Definition, Selected};
use crate::model::graph::{Element, ElementId, Graph, Relation};
use crate::model::{Model, Shape, ShapeId, Trait, prelude};
use crate::traits::TraitDefinition;

pub(super) const EXCLUDE: Definition = Definition {
    name: "excludeTraits",
    arguments: &["traits"],
    list: Some("traits"),
    read: |arguments| {
        let named = Named::read(arguments);
        Box::new(move |context| {
            remove_definitions(context.model, |shape| named.contains(&shape.id));
            Ok(())
        })
    },
};

pub(super) const INCLUDE: Definition = Definition {
    name: "includeTraits",
    arguments: &["traits"],
    list: Some("traits"),
    read: |arguments| {
        let named = Named::read(arguments);
        Box::new(move |context| {
            // Without `@trait` there would be no definitions.
            let is_kept = |shape: &Shape| shape.id.as_str() == TraitDefinition::ID || named.contains(&shape.id);
            remove_definitions(context.model, |shape| !is_kept(shape));
            Ok(())
        })
    },
};

pub(super) const EXCLUDE_BY_TAG: Definition = Definition {
    name: "excludeTraitsByTag",
    arguments: &["tags"],
    list: Some("tags"),
    read: |arguments| by_tag(arguments, Selected::Excluded),
};

pub(super) const INCLUDE_BY_TAG: Definition = Definition {
    name: "includeTraitsByTag",
    arguments: &["tags"],
    list: Some("tags"),
    read: |arguments| by_tag(arguments, Selected::Included),
};

pub(super) const REMOVE_DEFINITIONS: Definition = Definition {
    name: "removeTraitDefinitions",
    arguments: &["exportTagged"],
    list: None,
    read: |arguments| {
        let exported = arguments.strings("exportTagged");
        Box::new(move |context| {
            let removed = definitions_and_their_shapes(context.model, &exported);
            // Applications remain.
            context.model.shapes.retain(|id, _| !removed.contains(id));
            Ok(())
        })
    },
};

fn by_tag(arguments: &mut Arguments<'_>, mode: Selected) -> Action {
    let tags = arguments.strings("tags");
    Box::new(move |context| {
        keep(context.model, |element| !element.has::<TraitDefinition>() || mode.keeps(has_tag(element, &tags)));
        Ok(())
    })
}

/// Traits by ID, or by namespace (`example#`).
struct Named {
    ids: Vec<String>,
    namespaces: Vec<String>,
}

impl Named {
    fn read(arguments: &mut Arguments<'_>) -> Self {
        let (namespaces, names): (Vec<_>, Vec<_>) =
            arguments.strings("traits").into_iter().partition(|name| name.ends_with('#'));
        Self {
            ids: names.iter().map(|name| prelude::absolute(name).into_owned()).collect(),
            namespaces: namespaces.iter().map(|name| name.trim_end_matches('#').to_owned()).collect(),
        }
    }

    fn contains(&self, id: &ShapeId) -> bool {
        self.ids.iter().any(|known| known == id.as_str()) || self.namespaces.iter().any(|known| known == id.namespace())
    }
}

fn remove_definitions(model: &mut Model, is_removed: impl Fn(&Shape) -> bool) {
    let definitions = model.iter().filter(|shape| shape.has::<TraitDefinition>());
    let removed = definitions.filter(|shape| is_removed(shape)).map(|shape| shape.id.clone()).collect();
    remove(model, removed);
}

/// Definitions of traits, and shapes that only these refer to.
fn definitions_and_their_shapes(model: &Model, exported: &[String]) -> HashSet<ShapeId> {
    let graph = Graph::new(model);
    let shapes = || graph.iter().filter(|(_, element)| matches!(element, Element::Shape(_)));
    let is_definition = |element: Element<'_>| element.has::<TraitDefinition>() && !has_tag(element, exported);
    let mut marked: HashSet<ElementId> =
        shapes().filter(|(_, element)| is_definition(*element)).map(|(id, _)| id).collect();
    // Shapes that refer to a shape, except to themselves.
    let owners = |id: ElementId| {
        let edges = graph.reverse_neighbours(id).iter();
        let edges = edges.filter(|edge| edge.relation.is_directed() && edge.relation != Relation::Member);
        edges.map(|edge| graph.container(edge.to)).filter(move |owner| *owner != id)
    };
    loop {
        let more: Vec<ElementId> = shapes()
            .map(|(id, _)| id)
            .filter(|id| !marked.contains(id))
            .filter(|id| owners(*id).next().is_some() && owners(*id).all(|owner| marked.contains(&owner)))
            .collect();
        if more.is_empty() {
            break;
        }
        marked.extend(more);
    }
    let ids = marked.into_iter().map(|id| graph.element(id).id());
    ids.filter(|id| !is_prelude(id)).cloned().collect()
}
