//! The model as written: removes the contents of mixins.

use super::assemble;
use super::mixins::{add, inherited};
use super::upgrade::enum_traits;
use crate::diagnostic::Diagnostic;
use crate::hash::HashSet;
use crate::model::{Body, Member, Model, Shape, ShapeId, Traits};
use crate::source::{SourceMap, Span};

/// The sources without the contents of mixins.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// The model.
    pub model: Model,
    /// Traits for members that are defined in mixins.
    pub applies: Vec<(ShapeId, Span, Traits)>,
}

/// A model as it was loaded, without transforms.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The model, with the contents of mixins.
    pub model: Model,
    /// Shapes that 1.0 files define.
    old: HashSet<ShapeId>,
}

/// Loads all sources.
pub fn load(sources: &SourceMap) -> (Loaded, Vec<Diagnostic>) {
    let (model, old, diagnostics) = assemble::load(sources);
    (Loaded { model, old }, diagnostics)
}

/// Loads all sources. Mixins and `enum` traits of strings are unchanged.
pub fn merge_sources(sources: &SourceMap) -> (Merged, Vec<Diagnostic>) {
    let (loaded, diagnostics) = load(sources);
    (loaded.merged(), diagnostics)
}

impl Loaded {
    /// The model as written. Mixins and `enum` traits of strings are unchanged.
    pub fn merged(&self) -> Merged {
        unmix(&self.model)
    }

    /// Like [`Self::merged`], for export as version 2.0: strings of 1.0 files with an `enum` trait become enum shapes.
    pub fn upgraded(&self) -> Merged {
        let mut model = self.model.clone();
        enum_traits(&mut model, |shape| self.old.contains(&shape.id));
        unmix(&model)
    }
}

fn unmix(model: &Model) -> Merged {
    let mixed: Vec<ShapeId> =
        model.own_shapes().filter(|shape| !shape.mixins.is_empty()).map(|shape| shape.id.clone()).collect();
    let mut merged = Merged { model: model.clone(), applies: Vec::new() };
    for id in mixed {
        let Some(shape) = merged.model.shape_mut(id.as_str()) else { continue };
        take_out(shape, model, &mut merged.applies);
    }
    merged
}

fn take_out(shape: &mut Shape, model: &Model, applies: &mut Vec<(ShapeId, Span, Traits)>) {
    let mixins: Vec<&Shape> = shape.mixins.iter().filter_map(|id| model.shape(id)).collect();
    for member in shape.members.values() {
        let added = added(member, model);
        if !member.mixins.is_empty() && !added.is_empty() {
            applies.push((member.id.clone(), member.span, added));
        }
    }
    shape.members.retain(|_, member| member.mixins.is_empty());
    subtract(shape, &mixins);
}

/// Removes the traits and properties that mixins brought to a shape.
fn subtract(shape: &mut Shape, mixins: &[&Shape]) {
    let brought: Traits = mixins.iter().flat_map(|mixin| inherited(mixin)).collect();
    shape.traits.retain(|id, node| brought.node_of(id.as_str()) != Some(node));
    for mixin in mixins {
        properties(&mut shape.body, &mixin.body);
    }
}

/// Gives a shape the traits and properties of other mixins, or of other versions of its mixins.
pub(crate) fn replace(shape: &mut Shape, old: &[&Shape], new: &[&Shape]) {
    subtract(shape, old);
    add(shape, new);
}

/// Traits of a member that it does not have from the mixin's member.
fn added(member: &Member, model: &Model) -> Traits {
    let brought = member.mixins.iter().filter_map(|id| model.member(id));
    let brought: Traits =
        brought.flat_map(|member| member.traits.iter().map(|(id, node)| (id.clone(), node.clone()))).collect();
    let mut added = member.traits.clone();
    added.retain(|id, node| brought.node_of(id.as_str()) != Some(node));
    added
}

fn properties(own: &mut Body, mixin: &Body) {
    let differ = |own: &mut Vec<ShapeId>, mixin: &[ShapeId]| own.retain(|id| !mixin.contains(id));
    match (own, mixin) {
        (Body::Service(own), Body::Service(mixin)) => {
            if own.version == mixin.version {
                own.version.clear();
            }
            differ(&mut own.operations, &mixin.operations);
            differ(&mut own.resources, &mixin.resources);
            differ(&mut own.errors, &mixin.errors);
            own.rename.retain(|id, name| mixin.rename.get(id) != Some(name));
        }
        (Body::Operation(own), Body::Operation(mixin)) => differ(&mut own.errors, &mixin.errors),
        _ => {}
    }
}
