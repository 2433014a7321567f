//! Structure of the values of known traits. Rules depend on this structure, so an invalid value is an error of loading,
//! as in the reference implementation, and rules do not run. Rules check values of other traits, and constraints.

use super::fault;
use crate::diagnostic::{Backticked, Diagnostic, HelpFacts, LoadFacts};
use crate::hash::HashMap;
use crate::model::{Breaks, Member, Model, Node, Shape, ShapeId, ShapeType, TraitProblem, Traits, Value, prelude};
use crate::parallel::{self, Stack};
use crate::source::Span;
use crate::traits::{Known, OPTIONAL_FOR_READING, Required, TraitDefinition};

/// Reports values that do not have the structure of their traits.
pub(super) fn check(model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    let shapes: Vec<&Shape> = model.own_shapes().collect();
    let found = parallel::map(parallel::parts(&shapes, 1_000), Stack::Any, &|shapes| problems(model, shapes));
    diagnostics.extend(found.into_iter().flatten());
}

/// The values of these shapes and their members that do not have the structure of their traits.
fn problems(model: &Model, shapes: &[&Shape]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut checks: HashMap<&ShapeId, Option<Check<'_>>> = HashMap::default();
    for shape in shapes {
        let members = shape.members.values();
        let members = members.map(|member| (&member.id, member.span, &member.traits, &member.mixins));
        let whole = (&shape.id, shape.span, &shape.traits, &shape.mixins);
        for (target, span, traits, mixins) in std::iter::once(whole).chain(members) {
            for (id, node) in traits {
                if mixins.iter().any(|mixin| has(model, mixin, id, node)) {
                    continue;
                }
                let Some(check) = checks.entry(id).or_insert_with(|| Check::new(model, id)) else { continue };
                if let Some((problem, place)) = check.problem(model, traits, node) {
                    let name = prelude::short(id.as_str()).to_string();
                    let help = check.other_members(&name, &problem, node);
                    let span = [place, node.span, span].into_iter().find(|span| span.is_some()).unwrap_or(span);
                    let error = fault(LoadFacts::InvalidTrait { name, problem }, span).with_shape(target);
                    diagnostics.push(if let Some(help) = help { error.with_help(help) } else { error });
                }
            }
        }
    }
    diagnostics
}

/// Whether a mixin, or a member of one, has this value, which is reported there.
fn has(model: &Model, mixin: &ShapeId, id: &ShapeId, node: &Node) -> bool {
    let own = match mixin.member() {
        Some(_) => model.member(mixin).map(|member| &member.traits),
        None => model.shape(mixin).map(|shape| &shape.traits),
    };
    own.and_then(|traits| traits.node_of(id.as_str())).is_some_and(|own| own.span.is_some() && own.span == node.span)
}

/// How a trait is checked.
struct Check<'m> {
    definition: &'m Shape,
    /// Whether a value can lack a required member at any depth.
    has_required: bool,
    known: Option<Known>,
}

impl<'m> Check<'m> {
    /// The check of a trait. `None` for traits that users define, and for those that accept any value.
    fn new(model: &'m Model, id: &ShapeId) -> Option<Self> {
        let definition = model.shape(id).filter(|shape| shape.is_builtin() && shape.has::<TraitDefinition>())?;
        if definition.kind == ShapeType::Document {
            return None;
        }
        let known = Known::find(id.as_str());
        let has_required = has_required(model, definition, &mut Vec::new());
        Some(Self { definition, has_required, known })
    }

    fn problem(&self, model: &Model, traits: &Traits, node: &Node) -> Option<(TraitProblem, Span)> {
        let expected = match self.definition.kind {
            ShapeType::Structure | ShapeType::Map | ShapeType::Union => "object",
            ShapeType::List => "array",
            ShapeType::String | ShapeType::Enum => "string",
            ShapeType::Boolean => "boolean",
            _ => "number",
        };
        if node.kind() != expected {
            return Some((TraitProblem::UnexpectedType { expected, found: node.kind() }, node.span));
        }
        let invalid = self.known.and_then(|known| known.read(traits));
        if let Some(invalid) = invalid.filter(|invalid| invalid.breaks == Breaks::Syntax) {
            return Some((invalid.problem.clone(), invalid.span));
        }
        if self.has_required { missing(model, self.definition, node) } else { None }
    }
}

impl Check<'_> {
    /// Help for a value that lacks a member and has unknown ones, one of which may be it.
    fn other_members(&self, name: &str, problem: &TraitProblem, node: &Node) -> Option<HelpFacts> {
        let known = &self.definition.members;
        let lacks = |member: &str| known.contains_key(member) && node.get(member).is_none();
        if !matches!(problem, TraitProblem::MissingMember { member } if lacks(member)) {
            return None;
        }
        let keys = node.as_object()?.keys();
        let unknown: Vec<String> = keys.filter(|key| !known.contains_key(&***key)).map(ToString::to_string).collect();
        let members = Backticked(known.keys().map(ToString::to_string).collect());
        (!unknown.is_empty()).then(|| HelpFacts::TraitMembers {
            name: name.to_owned(),
            unknown: Backticked(unknown),
            members,
        })
    }
}

/// Whether a value without this member cannot be read.
fn is_needed(member: &Member) -> bool {
    member.has::<Required>()
        && member.id.as_str().split_once('$').is_none_or(|parts| !OPTIONAL_FOR_READING.contains(&parts))
}

/// Whether a value of the shape can lack a required member, at any depth.
fn has_required<'m>(model: &'m Model, shape: &'m Shape, seen: &mut Vec<&'m ShapeId>) -> bool {
    if seen.contains(&&shape.id) {
        return false;
    }
    seen.push(&shape.id);
    let members = shape.members.values();
    let is_structure = shape.kind == ShapeType::Structure;
    members.into_iter().any(|member| {
        (is_structure && is_needed(member))
            || model.shape(&member.target).is_some_and(|target| has_required(model, target, seen))
    })
}

/// The first required member that a value lacks.
fn missing(model: &Model, shape: &Shape, node: &Node) -> Option<(TraitProblem, Span)> {
    let inside = |name: &str, node: &Node| {
        let target = model.shape(&shape.members.get(name)?.target)?;
        missing(model, target, node)
    };
    match (shape.kind, &node.value) {
        (ShapeType::List, Value::Array(nodes)) => nodes.iter().find_map(|node| inside("member", node)),
        (ShapeType::Map, Value::Object(object)) => object.values().find_map(|(_, node)| inside("value", node)),
        (ShapeType::Union, Value::Object(object)) => object.iter().find_map(|(name, (_, node))| inside(name, node)),
        (ShapeType::Structure, Value::Object(object)) => {
            let required = shape.members.values().filter(|member| is_needed(member));
            let lacks = |name: &str| !object.contains_key(name);
            required
                .map(Member::name)
                .find(|name| lacks(name))
                .map(|name| (TraitProblem::MissingMember { member: name.to_owned() }, node.span))
                .or_else(|| object.iter().find_map(|(name, (_, node))| inside(name, node)))
        }
        _ => None,
    }
}
