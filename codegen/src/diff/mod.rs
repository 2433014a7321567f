//! What changed from one model to another, and what that breaks (spec: "Evolving models"): event ids, severities and messages as
//! the reference implementation has them. Where it says nothing of a change, the ids are ours: `ChangedRequiredTrait` and
//! `ChangedServiceVersion`.
//!
//! [`compare`] pairs shapes and members by id and runs each evaluator of `EVALUATORS` on the pairs. Adding one: a function in the
//! file of its family, and a row. What changes of a single trait break is in the file of the trait, in `traits`.

mod auth;
mod bindings;
mod members;
mod metadata;
mod operations;
mod report;
mod shapes;
mod targets;
mod traits;
mod values;

pub use report::Report;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::graph::{Element, Graph};
use crate::model::{Model, Node, ShapeId, Traits};
use crate::rule::{Event, Rule, assert_owned};
use crate::source::Span;
use crate::traits::{Comparison, comparisons};
use crate::validate::suppress::adjust;

/// The model that a finding's places are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The old one.
    Old,
    /// The new one.
    New,
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What changed and what follows. [`Severity::Error`] breaks clients or servers, [`Severity::Danger`] may.
    pub diagnostic: Diagnostic,
    /// Where its places are.
    pub side: Side,
}

/// An evaluator looks at all differences, and adds what it finds.
type Evaluator = Rule<fn(&Differences<'_>, &mut Vec<Finding>)>;

/// All evaluators.
const EVALUATORS: &[&Evaluator] = &[
    &shapes::ADDED,
    &shapes::REMOVED,
    &shapes::ADDED_TRAITS,
    &shapes::REMOVED_TRAITS,
    &shapes::CHANGED_TYPES,
    &metadata::METADATA,
    &bindings::BINDINGS,
    &operations::OPERATION_ERRORS,
    &operations::SERVICE_ERRORS,
    &operations::INPUTS_AND_OUTPUTS,
    &operations::IDENTIFIERS,
    &operations::RENAMES,
    &operations::VERSIONS,
    &members::ADDED_REQUIRED,
    &members::ORDER,
    &targets::TARGETS,
    &members::NULLABILITY,
    &members::REQUIRED,
    &values::ENUMS,
    &traits::TRAITS,
    &auth::SIGNING,
];

/// The events of all evaluators.
pub(crate) fn events() -> impl Iterator<Item = &'static Event> {
    let of_traits = comparisons().flat_map(|comparison| comparison.events);
    EVALUATORS.iter().flat_map(|evaluator| evaluator.events).chain(of_traits)
}

/// A shape or member that both models have.
#[derive(Clone, Copy, Debug)]
struct Pair<'m> {
    old: Element<'m>,
    new: Element<'m>,
}

/// A trait of a pair: its value on either side.
struct TraitChange<'m> {
    id: &'m ShapeId,
    old: Option<&'m Node>,
    new: Option<&'m Node>,
}

impl<'m> Pair<'m> {
    /// The traits that are not the same on both sides.
    fn traits(self) -> Vec<TraitChange<'m>> {
        let (old, new) = (self.old.traits(), self.new.traits());
        let kept = old.iter().map(|(id, node)| TraitChange { id, old: Some(node), new: new.node_of(id.as_str()) });
        let added = new.iter().filter(|(id, _)| !old.contains(id.as_str()));
        let all = kept.chain(added.map(|(id, node)| TraitChange { id, old: None, new: Some(node) }));
        all.filter(|change| change.old != change.new).collect()
    }

    /// A finding about the new side.
    fn finding(self, severity: Severity, id: impl Into<String>, message: impl Into<String>) -> Finding {
        about(self.new, Side::New, severity, id, message)
    }
}

/// A finding about an element.
fn about(
    element: Element<'_>,
    side: Side,
    severity: Severity,
    id: impl Into<String>,
    message: impl Into<String>,
) -> Finding {
    Finding { diagnostic: Diagnostic::new(severity, id, message, element.span()).with_shape(element.id()), side }
}

/// The traits of an element have this one.
fn has(traits: &Traits, name: &str) -> bool {
    traits.contains(name)
}

/// All that differs, or may.
struct Differences<'m> {
    old: &'m Model,
    new: &'m Model,
    added: Vec<Element<'m>>,
    removed: Vec<Element<'m>>,
    pairs: Vec<Pair<'m>>,
    /// How many targets were followed to get here.
    depth: usize,
}

/// Compares two models. Findings come the worst first, then in the order of their shapes.
pub fn compare(old: &Model, new: &Model) -> Vec<Finding> {
    let (old_graph, new_graph) = (Graph::new(old), Graph::new(new));
    let (added, removed, pairs) = (Vec::new(), Vec::new(), Vec::new());
    let mut differences = Differences { old, new, added, removed, pairs, depth: 0 };
    for (_, element) in old_graph.iter().filter(|(_, element)| is_own(*element)) {
        match new_graph.find(element.id().as_str()).map(|id| new_graph.element(id)) {
            Some(new) => differences.pairs.push(Pair { old: element, new }),
            None => differences.removed.push(element),
        }
    }
    let is_new = |element: Element<'_>| old_graph.find(element.id().as_str()).is_none();
    differences.added =
        new_graph.iter().map(|(_, element)| element).filter(|element| is_own(*element) && is_new(*element)).collect();
    let mut found = differences.evaluate();
    adjust(new, found.iter_mut().map(|finding| &mut finding.diagnostic));
    found.sort_by(|a, b| {
        let order = |finding: &Finding| (finding.diagnostic.shape.clone(), finding.diagnostic.id.clone());
        b.diagnostic.severity.cmp(&a.diagnostic.severity).then_with(|| order(a).cmp(&order(b)))
    });
    found
}

impl Differences<'_> {
    fn evaluate(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for evaluator in EVALUATORS {
            let mut own = Vec::new();
            (evaluator.check)(self, &mut own);
            assert_owned(evaluator.events, own.iter().map(|finding| &finding.diagnostic), |_| false);
            found.append(&mut own);
        }
        for comparison in comparisons() {
            let mut own = self.compared(comparison);
            assert_owned(comparison.events, own.iter().map(|finding| &finding.diagnostic), |_| false);
            found.append(&mut own);
        }
        found
    }

    /// What changes of one trait break.
    fn compared(&self, comparison: &Comparison) -> Vec<Finding> {
        let mut found = Vec::new();
        for pair in &self.pairs {
            for broken in comparison.run(self.new, pair.old, pair.new) {
                let mut finding = pair.finding(broken.severity, broken.id, broken.message);
                let node = pair.new.trait_value(comparison.id());
                if let (Some(label), Some(node)) = (finding.diagnostic.labels.first_mut(), node) {
                    label.span = place(node, pair.new);
                }
                found.push(finding);
            }
        }
        found
    }
}

fn is_own(element: Element<'_>) -> bool {
    match element {
        Element::Shape(shape) | Element::Member(shape, _) => !shape.is_builtin(),
    }
}

/// A value in a message: simple ones between ticks, others as indented JSON between fences.
fn shown(node: &Node) -> String {
    let text = crate::export::pretty(node);
    if let Some(text) = node.as_str() {
        return format!("`{text}`");
    }
    if text.contains('\n') { format!("\n```\n{text}\n```\n") } else { format!("`{text}`") }
}

/// The place of a node that someone wrote, or else of the element.
fn place(node: &Node, element: Element<'_>) -> Span {
    if node.span.is_some() { node.span } else { element.span() }
}

#[cfg(test)]
mod tests;
