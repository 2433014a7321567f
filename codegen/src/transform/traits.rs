//! Transforms that select traits. Removing the definition of a trait removes its applications, except for
//! `removeTraitDefinitions`.

use super::remove::{is_prelude, keep, remove};
use super::shapes::has_tag;
use super::{Action, Arguments, Definition, Selected};
use crate::hash::{HashMap, HashSet};
use crate::model::graph::{Edge, ElementId, Graph, Relation};
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
    ids: Vec<ShapeId>,
    namespaces: Vec<String>,
}

impl Named {
    fn read(arguments: &mut Arguments<'_>) -> Self {
        let (mut ids, mut namespaces) = (Vec::new(), Vec::new());
        for (name, span) in arguments.spanned("traits") {
            if let Some(namespace) = name.strip_suffix('#') {
                arguments.check_namespace(namespace, span);
                namespaces.push(namespace.to_owned());
            } else {
                ids.extend(arguments.parse_id(&prelude::absolute(&name), span));
            }
        }
        Self { ids, namespaces }
    }

    fn contains(&self, id: &ShapeId) -> bool {
        self.ids.contains(id) || self.namespaces.iter().any(|known| known == id.namespace())
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
    let is_reference = |edge: &Edge| edge.relation.is_directed() && edge.relation != Relation::Member;
    // How many references of other shapes a shape has that are not yet those of marked shapes.
    let mut open: HashMap<ElementId, usize> = HashMap::default();
    let mut marked = HashSet::default();
    let mut waiting = Vec::new();
    for (id, element) in graph.iter().filter(|(_, element)| element.as_shape().is_some()) {
        let owners = graph.reverse_neighbors(id).iter().filter(|edge| is_reference(edge));
        open.insert(id, owners.filter(|edge| graph.container(edge.to) != id).count());
        if element.has::<TraitDefinition>() && !has_tag(element, exported) && marked.insert(id) {
            waiting.push(id);
        }
    }
    while let Some(owner) = waiting.pop() {
        let members = graph.neighbors(owner).iter().filter(|edge| edge.relation == Relation::Member);
        let references = members.map(|edge| edge.to).chain([owner]).flat_map(|id| graph.neighbors(id));
        for edge in references.filter(|edge| is_reference(edge) && edge.to != owner) {
            let Some(count) = open.get_mut(&edge.to) else { continue };
            *count -= 1;
            if *count == 0 && marked.insert(edge.to) {
                waiting.push(edge.to);
            }
        }
    }
    let ids = marked.into_iter().map(|id| graph.element(id).id());
    ids.filter(|id| !is_prelude(id)).cloned().collect()
}
