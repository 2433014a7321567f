//! Input of rules: the model, its graph, and derived data of several rules, computed once. Independent of rules.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::sync::OnceLock;

use crate::diagnostic::{Backticked, List, Quoted};
use crate::model::graph::{Element, ElementId, Graph, Relation};
use crate::model::{Model, Node, Service, Shape, ShapeId, Trait};
use crate::source::Span;

/// The model that is validated.
pub(crate) struct Context<'m> {
    /// The model.
    pub(crate) model: &'m Model,
    /// Its shapes and members, and their relationships.
    pub(crate) graph: Graph<'m>,
    closures: OnceLock<Vec<Closure<'m>>>,
}

/// A trait of a shape or member.
pub(crate) struct Applied<'m, T> {
    /// The shape or member.
    pub(crate) id: ElementId,
    /// The shape or member.
    pub(crate) element: Element<'m>,
    /// The typed value.
    pub(crate) value: &'m T,
    /// The span of the value, or of the element if the trait has no source.
    pub(crate) span: Span,
}

/// A service and its closure.
pub(crate) struct Closure<'m> {
    /// The service.
    pub(crate) shape: &'m Shape,
    /// Its properties.
    pub(crate) service: &'m Service,
    /// Operations bound to it or to a resource below it, sorted.
    pub(crate) operations: Vec<ElementId>,
    /// Resources bound to it or to a resource below it, sorted.
    pub(crate) resources: Vec<ElementId>,
    /// All shapes and members in its closure, including itself, sorted.
    pub(crate) elements: Vec<ElementId>,
}

impl<'m> Context<'m> {
    pub(crate) fn new(model: &'m Model) -> Self {
        Self { model, graph: Graph::new(model), closures: OnceLock::new() }
    }

    /// Services with their closures, sorted.
    pub(crate) fn closures(&self) -> &[Closure<'m>] {
        self.closures.get_or_init(|| {
            let mut marks = vec![0_u32; self.graph.len()];
            let services = self.graph.iter().filter_map(|(id, element)| {
                let shape = element.as_shape()?;
                Some((id, shape, shape.as_service()?))
            });
            let services = services.enumerate();
            services.map(|(at, (id, shape, service))| self.closure(id, shape, service, &mut marks, at)).collect()
        })
    }

    fn closure(
        &self,
        id: ElementId,
        shape: &'m Shape,
        service: &'m Service,
        marks: &mut [u32],
        at: usize,
    ) -> Closure<'m> {
        let mark = at as u32 + 1;
        let mut elements = vec![id];
        if let Some(place) = marks.get_mut(id.index()) {
            *place = mark;
        }
        let mut next = 0;
        while let Some(id) = elements.get(next).copied() {
            next += 1;
            for edge in self.graph.neighbors(id).iter().filter(|edge| edge.relation.is_directed()) {
                if let Some(place) = marks.get_mut(edge.to.index())
                    && *place != mark
                {
                    *place = mark;
                    elements.push(edge.to);
                }
            }
        }
        elements.sort_unstable();
        let (operations, resources) = self.bound(id);
        Closure { shape, service, operations, resources, elements }
    }

    /// Operations and resources that a service binds, directly and through resources. Mixins are ignored, because their
    /// bindings are copied into the shapes that use them.
    fn bound(&self, service: ElementId) -> (Vec<ElementId>, Vec<ElementId>) {
        let mut seen = BTreeSet::from([service]);
        let mut open = vec![service];
        while let Some(id) = open.pop() {
            for edge in self.graph.neighbors(id) {
                let binds = edge.relation == Relation::Resource || edge.relation.binds_operation();
                if binds && seen.insert(edge.to) {
                    open.push(edge.to);
                }
            }
        }
        let of_kind = |pick: fn(&Shape) -> bool| {
            let found = seen.iter().copied();
            found.filter(|id| self.graph.element(*id).as_shape().is_some_and(pick)).collect()
        };
        (of_kind(|shape| shape.as_operation().is_some()), of_kind(|shape| shape.as_resource().is_some()))
    }

    /// Elements with a trait, and its typed value. Elements with an invalid value are omitted: the rule `TraitValue`
    /// reports them.
    pub(crate) fn with<T: Trait>(&self) -> impl Iterator<Item = Applied<'m, T>> {
        let all = self.graph.with::<T>().iter();
        all.filter_map(move |id| {
            let element = self.graph.element(*id);
            Some(Applied { id: *id, element, value: element.get::<T>()?, span: element.place_of::<T>() })
        })
    }

    /// Elements with the trait of this absolute ID, and its node.
    pub(crate) fn with_trait(&self, id: &str) -> impl Iterator<Item = (ElementId, Element<'m>, &'m Node)> {
        let all = self.graph.with_trait(id).iter();
        all.filter_map(move |at| {
            let element = self.graph.element(*at);
            Some((*at, element, element.trait_value(id)?))
        })
    }

    /// The shape with this ID.
    pub(crate) fn shape(&self, id: &ShapeId) -> Option<&'m Shape> {
        self.model.shape(id)
    }

    /// Resources, sorted.
    pub(crate) fn resources(&self) -> impl Iterator<Item = (ElementId, &'m Shape, &'m crate::model::Resource)> {
        self.graph.iter().filter_map(|(id, element)| {
            let shape = element.as_shape()?;
            Some((id, shape, shape.as_resource()?))
        })
    }
}

/// The span of a trait value, or of its shape if the value has no source.
pub(crate) fn place(node: &Node, element: Element<'_>) -> Span {
    if node.span.is_some() { node.span } else { element.span() }
}

/// `` `a`, `b` ``, sorted, without duplicates.
pub(crate) fn backticked<T: Display>(items: impl IntoIterator<Item = T>) -> Backticked {
    Backticked(sorted(items))
}

/// `` `a`, `b` ``, sorted, with duplicates.
pub(crate) fn backticked_all<T: Display>(items: impl IntoIterator<Item = T>) -> Backticked {
    let mut all: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    all.sort();
    Backticked(all)
}

/// `a, b`, sorted, without duplicates.
pub(crate) fn listed<T: Display>(items: impl IntoIterator<Item = T>) -> List<String> {
    List(sorted(items))
}

/// `'a', 'b'`, sorted, without duplicates.
pub(crate) fn quoted<T: Display>(items: impl IntoIterator<Item = T>) -> Quoted {
    Quoted(sorted(items))
}

/// `a, b`, in their order.
pub(crate) fn joined<T: Display>(items: impl IntoIterator<Item = T>) -> List<String> {
    List(items.into_iter().map(|item| item.to_string()).collect())
}

fn sorted<T: Display>(items: impl IntoIterator<Item = T>) -> Vec<String> {
    let mut all: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    all.sort();
    all.dedup();
    all
}
