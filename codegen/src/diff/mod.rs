//! Comparison of two models: changes, and what they break (spec: "Evolving models"). Event IDs, severities and messages
//! are those of the reference implementation, except for two events of our own, `ChangedRequiredTrait` and
//! `ChangedServiceVersion`, and those of `review/gate.rs`, which need the generated modules.
//!
//! [`compare`] matches shapes and members by ID, and calls each evaluator of `EVALUATORS`. A new evaluator is a
//! function in the file of its family, and a row. Breaking changes of one trait are in the file of the trait, in
//! `traits`.

mod auth;
mod bindings;
mod members;
mod metadata;
mod operations;
pub mod policy;
mod report;
mod review;
mod shapes;
mod targets;
mod traits;
mod values;

pub use policy::{Denial, Exception, Judgment, Policy, Verdict};
pub use report::Report;
pub use review::{Edit, Review, Semver, Title};

use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::model::graph::{Element, Graph};
use crate::model::{Model, Node, ShapeId};
use crate::rule::{Event, Rule, assert_owned};
use crate::source::Span;
use crate::traits::{Comparison, comparisons};
use crate::validate::suppress::Decisions;

/// The model that the spans of a finding refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The old model.
    Old,
    /// The new model.
    New,
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The change and its effect. [`Severity::Error`] breaks clients or servers, [`Severity::Danger`] may break them.
    pub diagnostic: Diagnostic,
    /// The model that the spans refer to.
    pub side: Side,
}

/// Evaluators read all differences and append their findings.
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
    EVALUATORS.iter().flat_map(|evaluator| evaluator.events).chain(of_traits).chain(review::EVENTS)
}

/// A shape or member that is in both models.
#[derive(Clone, Copy, Debug)]
struct Pair<'m> {
    old: Element<'m>,
    new: Element<'m>,
}

/// A trait of a pair, with its value in each model.
struct TraitChange<'m> {
    id: &'m ShapeId,
    old: Option<&'m Node>,
    new: Option<&'m Node>,
}

impl<'m> Pair<'m> {
    /// Traits that differ between both models.
    fn traits(self) -> Vec<TraitChange<'m>> {
        let (old, new) = (self.old.traits(), self.new.traits());
        let kept = old.iter().map(|(id, node)| TraitChange { id, old: Some(node), new: new.node_of(id.as_str()) });
        let added = new.iter().filter(|(id, _)| !old.contains(id.as_str()));
        let all = kept.chain(added.map(|(id, node)| TraitChange { id, old: None, new: Some(node) }));
        all.filter(|change| change.old != change.new).collect()
    }

    /// A finding in the new model.
    fn finding(self, severity: Severity, id: impl Into<String>, message: impl Into<Message>) -> Finding {
        about(self.new, Side::New, severity, id, message)
    }
}

/// A finding about an element.
fn about(
    element: Element<'_>,
    side: Side,
    severity: Severity,
    id: impl Into<String>,
    message: impl Into<Message>,
) -> Finding {
    Finding { diagnostic: Diagnostic::of(severity, id, message, element.span()).with_shape(element.id()), side }
}

/// Input of evaluators: elements that were added or removed, and pairs that may differ.
struct Differences<'m> {
    old: &'m Model,
    new: &'m Model,
    added: Vec<Element<'m>>,
    removed: Vec<Element<'m>>,
    pairs: Vec<Pair<'m>>,
    /// Number of targets that were followed.
    depth: usize,
}

/// Compares two models. Returns findings by severity, most severe first, then by shape ID.
pub fn compare(old: &Model, new: &Model) -> Vec<Finding> {
    let (old_graph, new_graph) = (Graph::new(old), Graph::new(new));
    let (added, removed, pairs) = (Vec::new(), Vec::new(), Vec::new());
    let mut differences = Differences { old, new, added, removed, pairs, depth: 0 };
    for (_, element) in old_graph.iter().filter(|(_, element)| !element.is_builtin()) {
        match new_graph.find(element.id().as_str()).map(|id| new_graph.element(id)) {
            Some(new) => differences.pairs.push(Pair { old: element, new }),
            None => differences.removed.push(element),
        }
    }
    let is_new = |element: Element<'_>| old_graph.find(element.id().as_str()).is_none();
    differences.added = new_graph
        .iter()
        .map(|(_, element)| element)
        .filter(|element| !element.is_builtin() && is_new(*element))
        .collect();
    let mut found = differences.evaluate();
    // Validation of the model reports malformed entries.
    Decisions::read(new).0.apply(found.iter_mut().map(|finding| &mut finding.diagnostic));
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

    /// Runs the comparison of one trait on all pairs.
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

/// The span of a node, or of its element if the node has no source.
fn place(node: &Node, element: Element<'_>) -> Span {
    if node.span.is_some() { node.span } else { element.span() }
}

#[cfg(test)]
mod tests;
