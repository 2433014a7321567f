//! Definitions to shapes: elided targets, and members that lists and maps must have. Shapes that a shape depends on are
//! built first.

use std::collections::VecDeque;
use std::sync::Arc;

use super::document::{Definition, Spelling, Version, pending};
use super::fault;
use super::merge::{Merged, Pending, Place, Unclaimed, Use};
use super::{cycles, mixins};
use crate::diagnostic::{
    Cause, Details, Diagnostic, Difference, HelpFacts, LabelFacts, List, LoadFacts, MemberRule, Note, Severity, Unknown,
};
use crate::hash::{HashMap, HashSet, IndexMap};
use crate::model::{Body, Model, Node, Shape, ShapeId, ShapeType, prelude};
use crate::nearest::nearest;
use crate::traits::{EnumValue, Mixin, TraitDefinition};

/// The ID of errors about undefined traits. If accepted, they are warnings, and the traits are kept.
pub(crate) const UNRESOLVED_TRAIT: &str = "Model.UnresolvedTrait";

/// Maximum number of suggestions, each of which searches all names.
const MAX_SUGGESTIONS: usize = 50;

/// Builds all shapes. Shapes that cannot be built are reported and left out.
pub(super) fn build(merged: Merged, builtin: Option<&Model>, diagnostics: &mut Vec<Diagnostic>) -> Model {
    let Merged { mut shapes, metadata, mut unclaimed, used, mut broken, unresolved } = merged;
    let mut model = Model { metadata, unresolved, ..Model::default() };
    model.shapes.reserve(shapes.len() + builtin.map_or(0, |builtin| builtin.shapes.len()));
    if let Some(builtin) = builtin {
        let kept = builtin.shapes.iter().filter(|(id, _)| !shapes.contains_key(*id));
        model.shapes.extend(kept.map(|(id, shape)| (id.clone(), shape.clone())));
    }
    let (order, failed) = order(&shapes, diagnostics);
    let mut failed: HashSet<ShapeId> = failed.into_iter().collect();
    let mut budget = mixins::Budget::default();
    for id in order {
        let Some(Pending { definition, version, is_misread }) = shapes.swap_remove(&id) else { continue };
        if let Some(error) = unsupported(&definition, version) {
            diagnostics.push(error.follows(is_misread));
            broken.insert(id.clone());
            failed.insert(id);
            continue;
        }
        // A missing mixin or resource was reported.
        let is_consequence = needs(&definition).any(|id| broken.contains(id) && model.shape(id).is_none());
        let known = diagnostics.len();
        let built = shape(definition, &model, &mut unclaimed, &mut budget, diagnostics);
        if built.is_none() {
            broken.insert(id.clone());
        }
        if is_consequence {
            let found = diagnostics.iter_mut().skip(known);
            found.for_each(|finding| finding.cause = Cause::Reported);
        }
        match built {
            Some(shape) => {
                model.shapes.insert(id, Arc::new(shape));
            }
            None => {
                failed.insert(id);
            }
        }
    }
    let reported = Reported { failed, broken };
    report_unknown_targets(&model, &reported, unclaimed, diagnostics);
    report_traits(&model, &reported, used, diagnostics);
    // Built-in shapes, and those of most files, are in order: a stable sort merges them.
    model.shapes.sort_keys();
    model
}

/// An error for a shape type that the version of the file does not support.
fn unsupported(definition: &Definition, version: Version) -> Option<Diagnostic> {
    let Definition { shape, spelling, .. } = definition;
    let (shape_type, help) = match (version, spelling) {
        (Version::V1, _) if matches!(shape.kind, ShapeType::Enum | ShapeType::IntEnum) => {
            (shape.kind.name(), "start the file with `$version: \"2.0\"`; without it, the file is read as version 1.0")
        }
        (Version::V2, Spelling::Set) => ("set", "write a list with `@uniqueItems`"),
        _ => return None,
    };
    let facts = LoadFacts::UnsupportedType { shape_type, version: version.name() };
    Some(fault(facts, shape.span).with_shape(&shape.id).with_help(help))
}

/// Shapes that a shape depends on.
pub(super) fn needs(definition: &Definition) -> impl Iterator<Item = &ShapeId> {
    definition.shape.mixins.iter().chain(definition.resource.iter().map(|(id, _)| id))
}

/// The order in which shapes are built. Reports shapes that depend on each other, which cannot be built.
fn order(shapes: &IndexMap<ShapeId, Pending>, diagnostics: &mut Vec<Diagnostic>) -> (Vec<ShapeId>, Vec<ShapeId>) {
    let mut order = Vec::with_capacity(shapes.len());
    let mut waiting: HashMap<ShapeId, usize> = HashMap::default();
    let mut needed_by: HashMap<ShapeId, Vec<ShapeId>> = HashMap::default();
    for (id, pending) in shapes {
        let needed: Vec<ShapeId> = needs(&pending.definition).filter(|id| shapes.contains_key(*id)).cloned().collect();
        if needed.is_empty() {
            order.push(id.clone());
            continue;
        }
        waiting.insert(id.clone(), needed.len());
        for other in needed {
            needed_by.entry(other).or_default().push(id.clone());
        }
    }
    if waiting.is_empty() {
        return (order, Vec::new());
    }
    let mut ready: VecDeque<ShapeId> = order.iter().cloned().collect();
    while let Some(id) = ready.pop_front() {
        for user in needed_by.remove(&id).unwrap_or_default() {
            let Some(count) = waiting.get_mut(&user) else { continue };
            *count -= 1;
            if *count == 0 {
                waiting.remove(&user);
                order.push(user.clone());
                ready.push_back(user);
            }
        }
    }
    let mut stuck: Vec<ShapeId> = waiting.into_keys().collect();
    stuck.sort();
    if !stuck.is_empty() {
        cycles::report(shapes, &stuck, diagnostics);
    }
    (order, stuck)
}

fn shape(
    definition: Definition,
    model: &Model,
    unclaimed: &mut IndexMap<ShapeId, Unclaimed>,
    budget: &mut mixins::Budget,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Shape> {
    let Definition { mut shape, spelling, resource, elided, inherited } = definition;
    let mut ok = true;
    if matches!(shape.kind, ShapeType::List | ShapeType::Map) {
        remove_strangers(&mut shape, spelling, diagnostics);
    }
    for name in elided {
        let resource = resource.as_ref().map(|(id, _)| id);
        match elision(&mut shape, &name, resource, model, diagnostics) {
            Elision::Found => {}
            Elision::Unknown => ok = false,
            // Other members would repeat the error.
            Elision::NoSource => return None,
        }
    }
    ok = ok && mixins::mix_in(&mut shape, model, unclaimed, budget, diagnostics);
    let missing = missing_members(&shape);
    if !missing.is_empty() {
        // After other errors, this would be a consequence.
        if ok {
            report_missing(&shape, &missing, diagnostics);
        }
        ok = false;
    }
    let is_own = |name: &str| shape.members.get(name).is_some_and(|member| member.mixins.is_empty());
    if let Some(name) = inherited.iter().find(|name| is_own(name)).filter(|_| ok) {
        let difference = Difference::Member { member: name.to_string() };
        let details = Details::ConflictingDefinitions { shape: shape.id.clone(), difference };
        diagnostics.push(fault(details, shape.span).with_shape(&shape.id));
    }
    if ok && shape.members.is_empty() && matches!(shape.kind, ShapeType::Enum | ShapeType::IntEnum) {
        let message = if shape.kind == ShapeType::Enum {
            "enum must have at least one entry"
        } else {
            "intEnum shapes must have at least one member"
        };
        diagnostics.push(Diagnostic::error("Model", message, shape.span).with_shape(&shape.id));
        return None;
    }
    if matches!(shape.kind, ShapeType::Enum) {
        // The value of an enum member defaults to its name (spec: "enum").
        for member in shape.members.values_mut() {
            if !member.has::<EnumValue>() {
                let value = Node { span: member.span, ..Node::string(member.name()) };
                member.traits.put::<EnumValue>(value);
            }
        }
    }
    ok &= can_be_mixed_in(&shape, diagnostics);
    ok.then_some(shape)
}

/// Removes members that a list or map cannot have.
fn remove_strangers(shape: &mut Shape, spelling: Spelling, diagnostics: &mut Vec<Diagnostic>) {
    let is_list = shape.kind == ShapeType::List;
    let known: &[&str] = if is_list { &["member"] } else { &["key", "value"] };
    let strangers: Vec<Box<str>> = shape.members.keys().filter(|name| !known.contains(&&***name)).cloned().collect();
    for name in &strangers {
        let Some(member) = shape.members.remove(name) else { continue };
        let rule = match shape.kind {
            ShapeType::Map => MemberRule::Map,
            _ if spelling == Spelling::Set => MemberRule::Set,
            _ => MemberRule::List,
        };
        let facts = LoadFacts::UnexpectedMember { rule, member: name.to_string() };
        let error = fault(facts, member.span).with_shape(&shape.id);
        let missing = known.iter().copied().filter(|known| !shape.members.contains_key(*known));
        diagnostics.push(error.with_nearest(nearest(name, missing)));
    }
}

/// Why a member has no target.
enum Elision {
    Found,
    /// Neither the resource nor a mixin has a member of this name.
    Unknown,
    /// The resource or a mixin is missing.
    NoSource,
}

/// Resolves the target of a member written as `$name` (spec: "Target elision").
fn elision(
    shape: &mut Shape,
    name: &str,
    resource: Option<&ShapeId>,
    model: &Model,
    diagnostics: &mut Vec<Diagnostic>,
) -> Elision {
    let Some(member) = shape.members.get(name) else { return Elision::Found };
    let (id, span) = (member.id.clone(), member.span);
    let mut target = None;
    if let Some(resource) = resource {
        let Some(found) = model.shape(resource) else {
            let facts = LoadFacts::ElidedResourceNotFound { member: id, resource: resource.clone() };
            diagnostics.push(fault(facts, span).with_shape(&shape.id));
            return Elision::NoSource;
        };
        let Some(found) = found.as_resource() else {
            let facts = LoadFacts::ElisionFromOther { found: found.kind.name(), target: resource.clone() };
            diagnostics.push(fault(facts, span).with_shape(&id));
            return Elision::NoSource;
        };
        target = found.properties.get(name).or_else(|| found.identifiers.get(name)).cloned();
    }
    for mixin in &shape.mixins {
        if target.is_some() {
            break;
        }
        let Some(found) = model.shape(mixin) else {
            let facts = LoadFacts::ElidedMixinNotFound { member: id, mixin: mixin.clone() };
            diagnostics.push(fault(facts, span).with_shape(&shape.id));
            return Elision::NoSource;
        };
        target = found.members.get(name).map(|member| member.target.clone());
    }
    let Some(target) = target else {
        let message = "Member target was elided, but no bound resource or mixin contained a matching identifier or \
                       member name.";
        diagnostics.push(
            Diagnostic::error("Model", message, span)
                .with_shape(&id)
                .with_help("name the target, or name the resource with `for` or the mixin with `with`"),
        );
        shape.members.remove(name);
        return Elision::Unknown;
    };
    if let Some(member) = shape.members.get_mut(name) {
        member.target = target;
    }
    Elision::Found
}

/// Members that a list or map lacks: `member`, or `key` and `value`.
fn missing_members(shape: &Shape) -> Vec<&'static str> {
    let required: &[&str] = match shape.kind {
        ShapeType::List => &["member"],
        ShapeType::Map => &["key", "value"],
        _ => &[],
    };
    required.iter().copied().filter(|name| !shape.members.contains_key(*name)).collect()
}

fn report_missing(shape: &Shape, missing: &[&'static str], diagnostics: &mut Vec<Diagnostic>) {
    let facts = match *missing {
        [member] => LoadFacts::MissingOnlyMember { shape: shape.id.clone(), member },
        _ => LoadFacts::MissingMembers { shape: shape.id.clone(), members: List(missing.to_vec()) },
    };
    diagnostics.push(fault(facts, shape.span).with_shape(&shape.id));
}

/// Whether a mixin lacks the properties that no mixin can have (spec: "Mixins on shapes with non-member properties").
fn can_be_mixed_in(shape: &Shape, diagnostics: &mut Vec<Diagnostic>) -> bool {
    if !shape.has::<Mixin>() {
        return true;
    }
    let id = shape.id.clone();
    let facts = match &shape.body {
        Body::Operation(operation)
            if operation.input.as_str() != prelude::UNIT || operation.output.as_str() != prelude::UNIT =>
        {
            LoadFacts::MixinOperation { shape: id }
        }
        Body::Resource(resource) if **resource != crate::model::Resource::default() => {
            LoadFacts::MixinResource { shape: id }
        }
        _ => return true,
    };
    diagnostics.push(fault(facts, shape.span).with_shape(&shape.id));
    false
}

/// Shapes with errors that were reported.
struct Reported {
    /// Definitions that could not be built.
    failed: HashSet<ShapeId>,
    /// These, and definitions with syntax errors.
    broken: HashSet<ShapeId>,
}

/// Reports traits that are applied to shapes or members that do not exist.
fn report_unknown_targets(
    model: &Model,
    Reported { failed, broken }: &Reported,
    unclaimed: IndexMap<ShapeId, Unclaimed>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut suggestions = 0;
    for (target, Unclaimed { span, traits }) in unclaimed {
        if failed.contains(target.container()) {
            continue;
        }
        for id in traits.keys() {
            let name = prelude::short(id.as_str());
            let facts = LoadFacts::TraitOnUnknown { name: name.to_string(), target: target.clone() };
            let error = fault(facts, span);
            suggestions += 1;
            let near = match model.shape_named(target.container()) {
                _ if suggestions > MAX_SUGGESTIONS => None,
                Some(shape) => nearest(target.member().unwrap_or_default(), shape.members.keys().map(|name| &**name))
                    .map(|near| shape.id.with_member(near)),
                None => nearest(target.name(), model.own_shapes().map(|shape| shape.id.name()))
                    .and_then(|near| model.own_shapes().find(|shape| shape.id.name() == near))
                    .map(|shape| shape.id.clone()),
            };
            diagnostics.push(error.with_nearest(near).follows(broken.contains(target.container())));
        }
    }
}

/// Whether a shape has the member of an ID.
fn is_member(shape: &Shape, id: &ShapeId) -> bool {
    id.member().is_some_and(|member| shape.members.contains_key(member))
}

/// Reports traits without a definition, and traits whose shape is not a trait definition.
fn report_traits(
    model: &Model,
    Reported { failed, broken }: &Reported,
    used: IndexMap<ShapeId, Use>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut suggestions = 0;
    for (id, Use { first, others }) in used {
        if failed.contains(&id) {
            continue;
        }
        match model.shape(&id) {
            // Shapes of the prelude are checked as values only, as in the reference implementation.
            Some(shape) if shape.has::<TraitDefinition>() || shape.id.namespace() == prelude::NAMESPACE => {}
            Some(shape) => {
                let facts = LoadFacts::NotATrait { shape: id.clone() };
                diagnostics.push(
                    fault(facts, shape.span)
                        .with_shape(&id)
                        .with_label(first.span, LabelFacts::AppliedTo { shape: first.target.clone() }),
                );
            }
            None if model.shape_named(id.container()).is_some_and(|shape| is_member(shape, &id)) => {
                for Place { target, span } in std::iter::once(first).chain(others.into_iter().flatten()) {
                    let span = model.unresolved.get(&(target.clone(), id.clone())).copied().unwrap_or(span);
                    let error = fault(LoadFacts::MemberAsTrait { member: id.clone() }, span);
                    diagnostics.push(error.with_shape(&target).with_help("apply a shape with `@trait`"));
                }
            }
            None => {
                suggestions += 1;
                let traits = model.iter().filter(|shape| shape.has::<TraitDefinition>());
                let traits = traits.take_while(|_| suggestions <= MAX_SUGGESTIONS);
                let known: Vec<&ShapeId> = traits.map(|shape| &shape.id).collect();
                // The same name in another namespace was not imported.
                let elsewhere = known.iter().find(|known| known.name() == id.name());
                let help = elsewhere.map(|known| Note::from(HelpFacts::AddUse { id: known.to_string() }));
                let near = nearest(id.name(), known.iter().map(|known| known.name())).filter(|_| help.is_none());
                let details = Details::unknown(Unknown::Trait, id.as_str(), "", near);
                for Place { target, span } in std::iter::once(first).chain(others.into_iter().flatten()) {
                    let span = model.unresolved.get(&(target.clone(), id.clone())).copied().unwrap_or(span);
                    let error = Diagnostic::of(Severity::Error, UNRESOLVED_TRAIT, details.clone(), span);
                    let mut error = error.with_shape(&target).follows(broken.contains(&id));
                    error.help = help.clone().or(error.help);
                    diagnostics.push(error);
                }
            }
        }
    }
    debug_assert!(!model.iter().any(|shape| shape.members.values().any(|member| member.target == pending())));
}
