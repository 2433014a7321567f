//! Removes shapes and members, and what refers to them: applications of removed traits, members that target removed
//! shapes, bindings, renames, and what removed mixins brought. Lists and maps keep their members, so a list of a
//! removed shape is an error of validation.

use std::sync::Arc;

use crate::components::components;
use crate::hash::{HashMap, HashSet};
use crate::load::replace_mixins;
use crate::model::graph::Element;
use crate::model::{Body, Member, Model, Node, Resource, Shape, ShapeId, ShapeType, Trait, Traits, Value, prelude};
use crate::traits::{AuthDefinition, EnumValue, ProtocolDefinition, References, TraitDefinition};

/// Keeps shapes and members for which the function returns true, and the prelude. Members of lists and maps belong to
/// their shapes.
pub(super) fn keep(model: &mut Model, keep: impl Fn(Element<'_>) -> bool) {
    let mut removed = HashSet::default();
    for shape in model.iter().filter(|shape| !is_prelude(&shape.id)) {
        if !keep(Element::Shape(shape)) {
            removed.insert(shape.id.clone());
        } else if has_named_members(shape.kind) {
            let members = shape.members.values().filter(|member| !keep(Element::Member(shape, member)));
            removed.extend(members.map(|member| member.id.clone()));
        }
    }
    remove(model, removed);
}

/// Whether a shape is part of the prelude.
pub(super) fn is_prelude(id: &ShapeId) -> bool {
    id.namespace() == prelude::NAMESPACE
}

fn has_named_members(kind: ShapeType) -> bool {
    matches!(kind, ShapeType::Structure | ShapeType::Union | ShapeType::Enum | ShapeType::IntEnum)
}

/// Removes shapes and members, and references to them.
pub(super) fn remove(model: &mut Model, ids: HashSet<ShapeId>) {
    if ids.is_empty() {
        return;
    }
    let mut removed = Removed::take(model, ids);
    while removed.more(model) {}
    removed.mixins(model);
    for shape in model.shapes.values_mut() {
        if removed.concerns(shape) {
            removed.clean(Arc::make_mut(shape));
        }
    }
}

/// Shapes and traits to remove.
struct Removed {
    /// Shapes, and members of these and of other shapes.
    ids: HashSet<ShapeId>,
    /// Shapes among them that define traits.
    traits: HashSet<ShapeId>,
    /// Mixins before the removal, if one of them is removed.
    mixins: HashMap<ShapeId, Arc<Shape>>,
}

impl Removed {
    /// Takes the shapes out of the model.
    fn take(model: &mut Model, mut ids: HashSet<ShapeId>) -> Self {
        let mut traits = HashSet::default();
        let used: HashSet<&ShapeId> = model.iter().flat_map(|shape| &shape.mixins).collect();
        let mut mixins = HashMap::default();
        if used.iter().any(|id| ids.contains(*id)) {
            let shapes = used.into_iter().filter_map(|id| Some((id.clone(), Arc::clone(model.shapes.get(id)?))));
            mixins.extend(shapes);
        }
        let shapes: Vec<Arc<Shape>> = ids.iter().filter_map(|id| model.shapes.get(id)).map(Arc::clone).collect();
        for shape in shapes {
            ids.extend(shape.members.values().map(|member| member.id.clone()));
            if shape.has::<TraitDefinition>() {
                traits.insert(shape.id.clone());
            }
        }
        model.shapes.retain(|id, _| !ids.contains(id));
        Self { ids, traits, mixins }
    }

    /// Adds members that lose their target or mixin. Returns false if there are none.
    fn more(&mut self, model: &Model) -> bool {
        let found: Vec<ShapeId> = model
            .iter()
            .filter(|shape| matches!(shape.kind, ShapeType::Structure | ShapeType::Union))
            .flat_map(|shape| shape.members.values())
            .filter(|member| !self.ids.contains(&member.id) && self.loses(member))
            .map(|member| member.id.clone())
            .collect();
        self.ids.extend(found.iter().cloned());
        !found.is_empty()
    }

    fn loses(&self, member: &Member) -> bool {
        let inherited = !member.mixins.is_empty() && member.mixins.iter().all(|id| self.ids.contains(id));
        inherited || self.ids.contains(&member.target)
    }

    /// Whether a member is removed. A mixin's member stays in the shapes that use the mixin.
    fn removes(&self, member: &Member) -> bool {
        self.ids.contains(&member.id) && (member.mixins.is_empty() || self.loses(member))
    }

    fn concerns(&self, shape: &Shape) -> bool {
        let has_trait = |traits: &Traits| traits.keys().any(|id| self.traits.contains(id));
        let member = |member: &Member| {
            self.removes(member) || has_trait(&member.traits) || member.mixins.iter().any(|id| self.ids.contains(id))
        };
        shape.members.values().any(member)
            || has_trait(&shape.traits)
            || !matches!(shape.body, Body::None)
            || shape.has::<References>()
            || shape.has::<AuthDefinition>()
            || shape.has::<ProtocolDefinition>()
    }

    fn clean(&self, shape: &mut Shape) {
        shape.members.retain(|_, member| !self.removes(member));
        for member in shape.members.values_mut() {
            member.mixins.retain(|id| !self.ids.contains(id));
            member.traits.retain(|id, _| !self.traits.contains(id));
            if shape.kind == ShapeType::Enum && !member.has::<EnumValue>() {
                let name = Node { span: member.span, ..Node::string(member.name()) };
                member.traits.put::<EnumValue>(name);
            }
        }
        shape.traits.retain(|id, _| !self.traits.contains(id));
        self.trait_values(&mut shape.traits);
        self.body(&mut shape.body);
    }

    /// Takes removed mixins, and what they brought, from the shapes that use them, directly or through other mixins.
    fn mixins(&self, model: &mut Model) {
        if self.mixins.is_empty() {
            return;
        }
        let users = model.iter().filter(|shape| !shape.mixins.is_empty()).map(|shape| &shape.id);
        // Each mixin comes before the shapes that use it.
        let ordered = components(users, |id| model.shape(id).into_iter().flat_map(|shape| &shape.mixins));
        let ordered: Vec<ShapeId> = ordered.into_iter().flatten().cloned().collect();
        let mut changed: HashSet<ShapeId> =
            self.ids.iter().filter(|id| self.mixins.contains_key(*id)).cloned().collect();
        for id in ordered {
            let is_user =
                model.shape(&id).is_some_and(|shape| shape.mixins.iter().any(|mixin| changed.contains(mixin)));
            if is_user {
                self.replace(model, &id);
                changed.insert(id);
            }
        }
    }

    /// Replaces the mixins of a shape by those that are left.
    fn replace(&self, model: &mut Model, id: &ShapeId) {
        let Some(mut shape) = model.shapes.get(id).map(|shape| Shape::clone(shape)) else { return };
        let old: Vec<&Shape> = shape.mixins.iter().filter_map(|id| self.mixins.get(id)).map(|shape| &**shape).collect();
        let kept: Vec<ShapeId> = shape.mixins.iter().filter(|id| !self.ids.contains(*id)).cloned().collect();
        let new: Vec<&Shape> = kept.iter().filter_map(|id| model.shape(id)).collect();
        replace_mixins(&mut shape, &old, &new);
        shape.mixins = kept;
        if let Some(place) = model.shapes.get_mut(id) {
            *place = Arc::new(shape);
        }
    }

    /// Removes references from the values of traits.
    fn trait_values(&self, traits: &mut Traits) {
        let is_gone = |node: &Node| node.as_str().is_some_and(|id| self.ids.contains(id));
        let names = |node: &Node, key: &str| {
            node.get(key).and_then(Node::as_array).is_some_and(|nodes| nodes.iter().any(is_gone))
        };
        for id in [AuthDefinition::ID, ProtocolDefinition::ID] {
            if traits.node_of(id).is_some_and(|node| names(node, "traits"))
                && let Some(Value::Object(object)) = traits.node_mut(id).map(|node| &mut node.value)
                && let Some((_, Node { value: Value::Array(nodes), .. })) = object.get_mut("traits")
            {
                nodes.retain(|node| !is_gone(node));
                if nodes.is_empty() {
                    object.remove("traits");
                }
            }
        }
        let refers = |node: &Node| node.get("resource").is_some_and(is_gone);
        let references = traits.node_of(References::ID).and_then(Node::as_array);
        if references.is_some_and(|nodes| nodes.iter().any(refers))
            && let Some(Value::Array(nodes)) = traits.node_mut(References::ID).map(|node| &mut node.value)
        {
            nodes.retain(|node| !refers(node));
        }
    }

    fn body(&self, body: &mut Body) {
        let list = |ids: &mut Vec<ShapeId>| ids.retain(|id| !self.ids.contains(id));
        match body {
            Body::None => {}
            Body::Service(service) => {
                [&mut service.operations, &mut service.resources, &mut service.errors].into_iter().for_each(list);
                service.rename.retain(|id, _| !self.ids.contains(id));
            }
            Body::Operation(operation) => {
                for id in [&mut operation.input, &mut operation.output] {
                    if self.ids.contains(id) {
                        *id = ShapeId::known(prelude::UNIT);
                    }
                }
                list(&mut operation.errors);
            }
            Body::Resource(resource) => {
                let Resource { create, put, read, update, delete, list: all, .. } = &mut **resource;
                for binding in [create, put, read, update, delete, all] {
                    binding.take_if(|id| self.ids.contains(id));
                }
                [&mut resource.operations, &mut resource.collection_operations, &mut resource.resources]
                    .into_iter()
                    .for_each(list);
            }
        }
    }
}
