//! Flattens mixins (spec: "Mixins"): copies traits, members and properties of mixins into the shapes that use them.

use super::fault;
use super::merge::{Unclaimed, merge_traits};
use crate::diagnostic::{Backticked, Details, Diagnostic, LabelFacts, LoadFacts, Unknown};
use crate::hash::IndexMap;
use crate::model::{Body, Member, Model, Node, Operation, OrderedMap, Shape, ShapeId, Traits, Value};
use crate::nearest::nearest;
use crate::traits::Mixin;

/// Limits on what mixins copy in one model. Without them, a short file with a chain of thousands of mixins could
/// exhaust the memory.
pub(super) struct Budget {
    /// Members, and values of traits.
    copies: usize,
    /// Bytes of these values.
    bytes: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { copies: 1_000_000, bytes: 256 << 20 }
    }
}

impl Budget {
    /// Subtracts the size of the traits.
    fn take(&mut self, traits: &Traits) -> bool {
        let size: usize = traits.values().map(size).sum();
        self.copies = self.copies.saturating_sub(1 + traits.len());
        self.bytes = self.bytes.saturating_sub(size);
        !self.is_spent()
    }

    fn is_spent(&self) -> bool {
        self.copies == 0 || self.bytes == 0
    }

    fn take_all(&mut self, mixin: &Shape) -> bool {
        self.take(&mixin.traits) && mixin.members.values().all(|member| self.take(&member.traits))
    }
}

/// Approximate size of a value in bytes.
fn size(node: &Node) -> usize {
    const NODE: usize = 48;
    NODE + match &node.value {
        Value::String(text) => text.len(),
        Value::Array(nodes) => nodes.iter().map(size).sum(),
        Value::Object(object) => object.iter().map(|(key, (_, node))| NODE + key.len() + size(node)).sum(),
        _ => 0,
    }
}

/// Applies the mixins of a shape, which are already built. Returns false if the shape is invalid.
pub(super) fn mix_in(
    shape: &mut Shape,
    model: &Model,
    unclaimed: &mut IndexMap<ShapeId, Unclaimed>,
    budget: &mut Budget,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    if shape.mixins.is_empty() {
        return true;
    }
    if budget.is_spent() {
        // The mixin was reported.
        return false;
    }
    let mut mixins = Vec::with_capacity(shape.mixins.len());
    for id in &shape.mixins {
        let Some(mixin) = model.shape(id) else {
            let known = model.own_shapes().filter(|shape| shape.has::<Mixin>());
            let near = nearest(id.name(), known.map(|shape| shape.id.name()));
            let details = Details::unknown(Unknown::Mixin, id.as_str(), shape.id.as_str(), near);
            diagnostics.push(fault(details, shape.span).with_shape(&shape.id));
            return false;
        };
        mixins.push(mixin);
    }
    if let Some(error) = other_types(shape, &mixins) {
        diagnostics.push(error);
        return false;
    }
    if !mixins.iter().all(|mixin| budget.take_all(mixin)) {
        let message = "Mixins add more members and traits than a model may have";
        let error = Diagnostic::error("Model", message, shape.span).with_shape(&shape.id);
        diagnostics.push(error.with_help("use fewer mixins of mixins"));
        return false;
    }
    let mut own = std::mem::take(&mut shape.members);
    let mut members: OrderedMap<Box<str>, Member> = OrderedMap::new();
    for mixin in &mixins {
        for (name, brought) in &mixin.members {
            member(&mut members, own.get(name), shape, name, brought, diagnostics);
        }
    }
    for member in members.values_mut() {
        if let Some(own) = own.remove(member.name()) {
            member.traits.extend(own.traits);
        } else if let Some(late) = unclaimed.shift_remove(&member.id) {
            // Traits applied to a member that is defined in the mixin only.
            let mut applied = Traits::new();
            merge_traits(&mut applied, late.traits, &member.id, diagnostics);
            member.traits.extend(applied);
        }
    }
    members.extend(own);
    shape.members = members;
    add(shape, &mixins);
    true
}

/// Adds the traits and properties of mixins to those of a shape, which take precedence.
pub(super) fn add(shape: &mut Shape, mixins: &[&Shape]) {
    let mut traits = Traits::new();
    let mut body = empty(&shape.body);
    for mixin in mixins {
        traits.extend(inherited(mixin));
        properties(&mut body, &mixin.body);
    }
    for (id, node) in std::mem::take(&mut shape.traits) {
        traits.insert(id, node);
    }
    properties(&mut body, &shape.body);
    shape.body = body;
    shape.traits = traits;
}

/// Checks that mixins and shapes have the same type.
fn other_types(shape: &Shape, mixins: &[&Shape]) -> Option<Diagnostic> {
    let wrong: Vec<&Shape> = mixins.iter().copied().filter(|mixin| mixin.kind != shape.kind).collect();
    let first = wrong.first()?;
    let mut names: Vec<String> = wrong.iter().map(|mixin| mixin.id.to_string()).collect();
    names.sort();
    let (kind, id) = (shape.kind.name(), &shape.id);
    let facts = LoadFacts::MixinTypes { shape: id.clone(), shape_type: kind, mixins: Backticked(names) };
    let label = LabelFacts::MixinType { shape_type: first.kind.name() };
    Some(fault(facts, shape.span).with_shape(id).with_label(first.span, label))
}

/// Merges a mixin's member with those of earlier mixins.
fn member(
    members: &mut OrderedMap<Box<str>, Member>,
    own: Option<&Member>,
    shape: &Shape,
    name: &str,
    brought: &Member,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if !members.contains_key(name) {
        let first = Member {
            id: shape.id.with_member(name),
            target: own.map_or(&brought.target, |own| &own.target).clone(),
            span: own.map_or(brought.span, |own| own.span),
            traits: Traits::new(),
            mixins: Vec::new(),
        };
        members.insert(name.into(), first);
    }
    let Some(member) = members.get_mut(name) else { return };
    if member.target != brought.target {
        // If two mixins conflict, the shape gets neither member.
        let (other, about) = if own.is_some() { (&brought.id, &member.id) } else { (&member.id, &shape.id) };
        let facts = LoadFacts::MixinMember { inherited: other.clone() };
        let label = LabelFacts::Target { target: member.target.clone() };
        let mut error = fault(facts, member.span).with_shape(about).with_text(label);
        if brought.span != member.span {
            error = error.with_label(brought.span, LabelFacts::OtherTarget { target: brought.target.clone() });
        }
        diagnostics.push(error);
    }
    member.traits.extend(brought.traits.iter().map(|(id, node)| (id.clone(), node.clone())));
    member.mixins.push(brought.id.clone());
}

/// Traits that a mixin copies: all except `@mixin` and its local traits.
pub(super) fn inherited(mixin: &Shape) -> impl Iterator<Item = (ShapeId, Node)> {
    let definition = mixin.get::<Mixin>();
    let is_inherited = move |id: &ShapeId| definition.is_none_or(|mixin| mixin.copies(id));
    let inherited = mixin.traits.iter().filter(move |(id, _)| is_inherited(id));
    inherited.map(|(id, node)| (id.clone(), node.clone()))
}

/// Properties that are not merged.
fn empty(body: &Body) -> Body {
    match body {
        Body::Service(_) => Body::Service(Box::default()),
        Body::Operation(operation) => {
            Body::Operation(Box::new(Operation { errors: Vec::new(), ..(**operation).clone() }))
        }
        Body::Resource(_) | Body::None => body.clone(),
    }
}

/// Merges the properties of a service or operation (spec: "Mixins on shapes with non-member properties"): lists are
/// concatenated; of single values, the last one is used.
fn properties(known: &mut Body, more: &Body) {
    match (known, more) {
        (Body::Service(known), Body::Service(more)) => {
            if !more.version.is_empty() {
                known.version.clone_from(&more.version);
            }
            join(&mut known.operations, &more.operations);
            join(&mut known.resources, &more.resources);
            join(&mut known.errors, &more.errors);
            known.rename.extend(more.rename.iter().map(|(id, name)| (id.clone(), name.clone())));
        }
        (Body::Operation(known), Body::Operation(more)) => join(&mut known.errors, &more.errors),
        _ => {}
    }
}

fn join(known: &mut Vec<ShapeId>, more: &[ShapeId]) {
    for id in more {
        if !known.contains(id) {
            known.push(id.clone());
        }
    }
}
