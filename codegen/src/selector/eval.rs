//! Evaluates selectors. Elements are pushed from step to step one by one, so that a test stops at the first match.
//! Visited elements are remembered, so that the cost of a chain of neighbors is the size of the graph, not the number
//! of paths. An evaluation is bounded as a whole.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use super::attribute::Scope;
use super::step::{Relations, Step, Steps};
use super::{Budget, Selector, Variables};
use crate::hash::HashSet;
use crate::model::ShapeType;
use crate::model::graph::{Edge, ElementId, Graph, Relation};

/// Result of a selector.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The elements, in order, without duplicates.
    pub elements: Vec<ElementId>,
}

impl Selection {
    /// Whether the result contains the element.
    pub fn contains(&self, id: ElementId) -> bool {
        self.elements.binary_search(&id).is_ok()
    }
}

/// Whether to continue.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    Go,
    Stop,
}

/// Receives the elements that steps yield.
type Next<'n, 'r, 'm> = &'n mut dyn FnMut(&mut Run<'r, 'm>, ElementId) -> Flow;

/// The elements pushed to each step. `None` if steps set variables, because then each path is a different match.
type Seen = Option<RefCell<HashSet<(usize, ElementId)>>>;

/// One evaluation.
struct Run<'r, 'm> {
    graph: &'r Graph<'m>,
    selector: &'r Selector,
    roots: Vec<Option<Rc<Vec<ElementId>>>>,
    variables: Vec<Option<Rc<Vec<ElementId>>>>,
    budget: &'r Budget,
}

pub(super) fn select(selector: &Selector, graph: &Graph<'_>, budget: &Budget) -> Selection {
    select_from(selector, graph, &starts(graph, &selector.steps), budget)
}

pub(super) fn select_from(selector: &Selector, graph: &Graph<'_>, starts: &[ElementId], budget: &Budget) -> Selection {
    let mut run = Run::new(selector, graph, budget);
    let mut elements = run.for_starts(&selector.steps, starts);
    elements.sort_unstable();
    elements.dedup();
    Selection { elements }
}

pub(super) fn matches(
    selector: &Selector,
    graph: &Graph<'_>,
    budget: &Budget,
    each: &mut dyn FnMut(ElementId, &Variables<'_>),
) {
    let mut run = Run::new(selector, graph, budget);
    for start in starts(graph, &selector.steps) {
        run.variables.iter_mut().for_each(|value| *value = None);
        run.all(&selector.steps, start, &mut |run, id| {
            each(id, &Variables { names: &selector.variables, values: &run.variables });
            Flow::Go
        });
    }
}

pub(super) fn rejects(
    selector: &Selector,
    graph: &Graph<'_>,
    candidates: &[ElementId],
    budget: &Budget,
) -> Vec<ElementId> {
    if selector.is_any() {
        return Vec::new();
    }
    if !selector.steps.iter().all(Step::is_reversible) {
        let selection = select(selector, graph, budget);
        return candidates.iter().copied().filter(|id| !selection.contains(*id)).collect();
    }
    let mut run = Run::new(selector, graph, budget);
    let mut rejected = |id: &ElementId| !run.back(&selector.steps, *id, &mut |_, _| Flow::Stop).is_stop();
    candidates.iter().copied().filter(|id| rejected(id)).collect()
}

impl Flow {
    fn is_stop(self) -> bool {
        self == Self::Stop
    }
}

/// The elements that may pass the first step.
fn starts(graph: &Graph<'_>, steps: &[Step]) -> Vec<ElementId> {
    match steps.first() {
        Some(Step::Type(types)) => {
            let all = graph.iter().filter(|(_, element)| types.contains(element.kind()));
            all.map(|(id, _)| id).collect()
        }
        _ => graph.iter().map(|(id, _)| id).collect(),
    }
}

impl<'r, 'm> Run<'r, 'm> {
    fn new(selector: &'r Selector, graph: &'r Graph<'m>, budget: &'r Budget) -> Self {
        Self {
            graph,
            selector,
            roots: vec![None; selector.roots.len()],
            variables: vec![None; selector.variables.len()],
            budget,
        }
    }

    /// Takes steps from the budget, and stops if none are left.
    fn steps(&self, count: usize) -> Flow {
        if self.budget.take(count) { Flow::Go } else { Flow::Stop }
    }

    /// The elements that steps yield for any start, unordered.
    fn for_starts(&mut self, steps: &'r [Step], starts: &[ElementId]) -> Vec<ElementId> {
        let stores = steps.iter().any(Step::stores);
        let seen = seen(steps);
        let mut found = Vec::new();
        for start in starts {
            if stores {
                self.variables.iter_mut().for_each(|value| *value = None);
            }
            self.push(steps, 0, *start, &seen, &mut |_, id| {
                found.push(id);
                Flow::Go
            });
        }
        found
    }

    /// Pushes the elements that steps yield for one start.
    fn all(&mut self, steps: &'r [Step], start: ElementId, next: Next<'_, 'r, 'm>) -> Flow {
        self.push(steps, 0, start, &seen(steps), next)
    }

    /// Whether steps yield an element for a start.
    fn any(&mut self, steps: &'r [Step], start: ElementId) -> bool {
        let mut found = false;
        self.all(steps, start, &mut |_, _| {
            found = true;
            Flow::Stop
        });
        found
    }

    /// Pushes an element through the steps, starting at `from`.
    fn push(&mut self, steps: &'r [Step], from: usize, id: ElementId, seen: &Seen, next: Next<'_, 'r, 'm>) -> Flow {
        if self.steps(1).is_stop() {
            return Flow::Stop;
        }
        for (at, step) in steps.iter().enumerate().skip(from) {
            if let Step::Store(slot, inner) = step {
                let mut set = Vec::new();
                self.all(inner, id, &mut |_, id| {
                    set.push(id);
                    Flow::Go
                });
                set.sort_unstable();
                set.dedup();
                if let Some(variable) = self.variables.get_mut(*slot) {
                    *variable = Some(Rc::new(set));
                }
            } else if step.traverses() {
                return self.spread(step, id, &mut |run, id| {
                    let known = seen.as_ref().is_some_and(|seen| !seen.borrow_mut().insert((at, id)));
                    if known { Flow::Go } else { run.push(steps, at + 1, id, seen, next) }
                });
            } else if !self.passes(step, id) {
                return Flow::Go;
            }
        }
        next(self, id)
    }

    /// Whether an element passes a filtering step.
    fn passes(&mut self, step: &'r Step, id: ElementId) -> bool {
        match step {
            Step::Type(types) => types.contains(self.graph.element(id).kind()),
            Step::Attribute(path, comparison) => self.scope().test(id, path, comparison.as_ref()),
            Step::Scoped(path, assertions) => self.scope().test_scoped(id, path, assertions),
            Step::Not(steps) => !self.any(steps, id),
            Step::Test(all) => all.iter().any(|steps| self.any(steps, id)),
            Step::In(steps) => self.contains(steps, id),
            _ => false,
        }
    }

    fn scope(&self) -> Scope<'_, 'm> {
        let variables = Variables { names: &self.selector.variables, values: &self.variables };
        Scope { graph: self.graph, variables, budget: self.budget }
    }

    /// Whether the steps yield an element.
    fn contains(&mut self, steps: &'r [Step], id: ElementId) -> bool {
        match steps {
            [Step::Root(root)] => self.root(*root).binary_search(&id).is_ok(),
            [Step::Load(slot)] => {
                let set = self.variables.get(*slot).and_then(Option::as_ref);
                set.is_some_and(|set| set.binary_search(&id).is_ok())
            }
            _ => {
                let mut found = false;
                self.all(steps, id, &mut |_, other| {
                    found |= other == id;
                    if found { Flow::Stop } else { Flow::Go }
                });
                found
            }
        }
    }

    /// The elements of a `:root`. It cannot access variables of the steps around it.
    fn root(&mut self, root: usize) -> Rc<Vec<ElementId>> {
        if let Some(Some(set)) = self.roots.get(root) {
            return Rc::clone(set);
        }
        let outside = self.variables.clone();
        self.variables.iter_mut().for_each(|value| *value = None);
        let selector = self.selector;
        let mut set =
            selector.roots.get(root).map_or_else(Vec::new, |steps| self.for_starts(steps, &starts(self.graph, steps)));
        set.sort_unstable();
        set.dedup();
        self.variables = outside;
        let set = Rc::new(set);
        if let Some(place) = self.roots.get_mut(root) {
            *place = Some(Rc::clone(&set));
        }
        set
    }

    /// Pushes the elements that a traversing step yields.
    fn spread(&mut self, step: &'r Step, id: ElementId, next: Next<'_, 'r, 'm>) -> Flow {
        match step {
            Step::Forward(relations) => {
                if relations.contains(Relation::Trait) {
                    let graph = self.graph;
                    for id in graph.traits_of(id) {
                        if next(self, id).is_stop() {
                            return Flow::Stop;
                        }
                    }
                }
                self.edges(self.graph.neighbors(id), *relations, next)
            }
            Step::Reverse(relations) => {
                if relations.contains(Relation::Trait) {
                    let graph = self.graph;
                    if self.each(graph.with_trait(graph.element(id).id().as_str()), next).is_stop() {
                        return Flow::Stop;
                    }
                }
                self.edges(self.graph.reverse_neighbors(id), *relations, next)
            }
            Step::Closure => self.closure(id, Graph::neighbors, next),
            Step::Is(all) => {
                for steps in all {
                    if self.all(steps, id, next).is_stop() {
                        return Flow::Stop;
                    }
                }
                Flow::Go
            }
            Step::Root(root) => {
                let set = self.root(*root);
                self.each(&set, next)
            }
            Step::Load(slot) => {
                let set = self.variables.get(*slot).cloned().flatten().unwrap_or_default();
                self.each(&set, next)
            }
            Step::Recursive(steps) => self.recursive(steps, id, next),
            Step::TopDown(qualifier, disqualifier) => self.top_down(qualifier, disqualifier.as_ref(), id, next),
            _ => Flow::Go,
        }
    }

    fn each(&mut self, ids: &[ElementId], next: Next<'_, 'r, 'm>) -> Flow {
        for id in ids {
            if next(self, *id).is_stop() {
                return Flow::Stop;
            }
        }
        Flow::Go
    }

    fn edges(&mut self, edges: &[Edge], relations: Relations, next: Next<'_, 'r, 'm>) -> Flow {
        if self.steps(edges.len()).is_stop() {
            return Flow::Stop;
        }
        for edge in edges {
            if relations.contains(edge.relation) && next(self, edge.to).is_stop() {
                return Flow::Stop;
            }
        }
        Flow::Go
    }

    /// All elements reachable by edges, except for the start.
    fn closure(
        &mut self,
        start: ElementId,
        neighbors: for<'g> fn(&'g Graph<'m>, ElementId) -> &'g [Edge],
        next: Next<'_, 'r, 'm>,
    ) -> Flow {
        let mut seen = HashSet::from_iter([start]);
        let mut waiting = VecDeque::from([start]);
        while let Some(id) = waiting.pop_front() {
            let edges = neighbors(self.graph, id);
            if self.steps(1 + edges.len()).is_stop() {
                return Flow::Stop;
            }
            for edge in edges {
                if edge.relation.is_directed() && seen.insert(edge.to) {
                    if next(self, edge.to).is_stop() {
                        return Flow::Stop;
                    }
                    waiting.push_back(edge.to);
                }
            }
        }
        Flow::Go
    }

    /// The transitive closure of the steps.
    fn recursive(&mut self, steps: &'r [Step], start: ElementId, next: Next<'_, 'r, 'm>) -> Flow {
        let mut seen = HashSet::default();
        let mut waiting = VecDeque::from([start]);
        while let Some(id) = waiting.pop_front() {
            let mut found = Vec::new();
            let flow = self.all(steps, id, &mut |run, id| {
                if seen.insert(id) {
                    found.push(id);
                    return next(run, id);
                }
                Flow::Go
            });
            if flow.is_stop() {
                return Flow::Stop;
            }
            waiting.extend(found);
        }
        Flow::Go
    }

    /// Services, resources and operations that match, or are bound below one that does. Lifecycle and collection
    /// operations of resources are not followed (spec: "`:topdown`").
    fn top_down(
        &mut self,
        qualifier: &'r Steps,
        disqualifier: Option<&'r Steps>,
        start: ElementId,
        next: Next<'_, 'r, 'm>,
    ) -> Flow {
        let kind = self.graph.element(start).kind();
        if !matches!(kind, Some(ShapeType::Service | ShapeType::Resource | ShapeType::Operation)) {
            return Flow::Go;
        }
        let mut visited = HashSet::default();
        let mut yielded = HashSet::default();
        let mut waiting = vec![(start, false)];
        while let Some((id, above)) = waiting.pop() {
            if !visited.insert((id, above)) {
                continue;
            }
            let is_in = (above || self.any(qualifier, id)) && !disqualifier.is_some_and(|steps| self.any(steps, id));
            if is_in && yielded.insert(id) && next(self, id).is_stop() {
                return Flow::Stop;
            }
            let edges = self.graph.neighbors(id);
            if self.steps(edges.len()).is_stop() {
                return Flow::Stop;
            }
            let bound = edges.iter().filter(|edge| matches!(edge.relation, Relation::Resource | Relation::Operation));
            waiting.extend(bound.map(|edge| (edge.to, is_in)));
        }
        Flow::Go
    }

    /// Evaluates steps from right to left: pushes the starts for which they yield the element. All steps must be
    /// reversible.
    fn back(&mut self, steps: &'r [Step], id: ElementId, next: Next<'_, 'r, 'm>) -> Flow {
        if self.steps(1).is_stop() {
            return Flow::Stop;
        }
        let Some((step, before)) = steps.split_last() else { return next(self, id) };
        match step {
            Step::Forward(relations) | Step::Reverse(relations) => {
                let opposite = match step {
                    Step::Forward(_) => Step::Reverse(*relations),
                    _ => Step::Forward(*relations),
                };
                let mut found = Vec::new();
                self.neighbors_of(&opposite, id, &mut found);
                if self.steps(found.len()).is_stop() {
                    return Flow::Stop;
                }
                self.each(&found, &mut |run, id| run.back(before, id, next))
            }
            Step::Closure => self.closure(id, Graph::reverse_neighbors, &mut |run, id| run.back(before, id, next)),
            Step::Is(all) => {
                for steps in all {
                    if self.back(steps, id, &mut |run, id| run.back(before, id, next)).is_stop() {
                        return Flow::Stop;
                    }
                }
                Flow::Go
            }
            filter if self.passes(filter, id) => self.back(before, id, next),
            _ => Flow::Go,
        }
    }

    fn neighbors_of(&self, step: &Step, id: ElementId, found: &mut Vec<ElementId>) {
        let graph = self.graph;
        let (edges, relations) = match step {
            Step::Forward(relations) => (graph.neighbors(id), relations),
            Step::Reverse(relations) => (graph.reverse_neighbors(id), relations),
            _ => return,
        };
        if relations.contains(Relation::Trait) {
            match step {
                Step::Forward(_) => found.extend(graph.traits_of(id)),
                _ => found.extend(graph.with_trait(graph.element(id).id().as_str())),
            }
        }
        found.extend(edges.iter().filter(|edge| relations.contains(edge.relation)).map(|edge| edge.to));
    }
}

/// Remembers visited elements if several steps traverse; a single one rarely yields duplicates.
fn seen(steps: &[Step]) -> Seen {
    let traverses = steps.iter().filter(|step| step.traverses()).count();
    (traverses > 1 && !steps.iter().any(Step::stores)).then(RefCell::default)
}
