//! Transforms that select shapes and members: by selector, tag, trait, namespace, service or closure.

use super::remove::keep;
use super::{Action, Arguments, Context, Definition, Selected, fault};
use crate::diagnostic::{Diagnostic, TransformFacts};
use crate::hash::HashSet;
use crate::model::graph::{Element, Graph};
use crate::model::{Model, ShapeId, ShapeType, shape_closure};
use crate::nearest::nearest;
use crate::selector::{Budget, Exhausted, Selector};
use crate::source::Span;
use crate::traits::Tags;

pub(super) const EXCLUDE_BY_SELECTOR: Definition = Definition {
    name: "excludeShapesBySelector",
    arguments: &["selector"],
    list: None,
    read: |arguments| by_selector(arguments, Selected::Excluded),
};

pub(super) const INCLUDE_BY_SELECTOR: Definition = Definition {
    name: "includeShapesBySelector",
    arguments: &["selector"],
    list: None,
    read: |arguments| by_selector(arguments, Selected::Included),
};

pub(super) const EXCLUDE_BY_TAG: Definition = Definition {
    name: "excludeShapesByTag",
    arguments: &["tags"],
    list: Some("tags"),
    read: |arguments| by_tag(arguments, Selected::Excluded),
};

pub(super) const INCLUDE_BY_TAG: Definition = Definition {
    name: "includeShapesByTag",
    arguments: &["tags"],
    list: Some("tags"),
    read: |arguments| by_tag(arguments, Selected::Included),
};

pub(super) const EXCLUDE_BY_TRAIT: Definition = Definition {
    name: "excludeShapesByTrait",
    arguments: &["traits"],
    list: None,
    read: |arguments| {
        let traits = arguments.traits("traits");
        Box::new(move |context| {
            keep(context.model, |element| !traits.iter().any(|id| element.traits().contains(id.as_str())));
            Ok(())
        })
    },
};

pub(super) const INCLUDE_NAMESPACES: Definition = Definition {
    name: "includeNamespaces",
    arguments: &["namespaces"],
    list: Some("namespaces"),
    read: |arguments| {
        let namespaces: HashSet<String> = arguments.strings("namespaces").into_iter().collect();
        Box::new(move |context| {
            keep(context.model, |element| namespaces.contains(element.id().namespace()));
            Ok(())
        })
    },
};

pub(super) const INCLUDE_SERVICES: Definition = Definition {
    name: "includeServices",
    arguments: &["services"],
    list: Some("services"),
    read: |arguments| {
        let services = arguments.ids("services");
        Box::new(move |context| {
            let is_other = |element: Element<'_>| element.kind() == Some(ShapeType::Service);
            keep(context.model, |element| !is_other(element) || services.contains(element.id()));
            Ok(())
        })
    },
};

pub(super) const INCLUDE_CLOSURES: Definition = Definition {
    name: "includeClosures",
    arguments: &["closures"],
    list: Some("closures"),
    read: |arguments| {
        arguments.require(&["closures"]);
        let span = arguments.span("closures");
        let closures = arguments.strings("closures");
        Box::new(move |context| {
            let mut kept = HashSet::default();
            for closure in &closures {
                let elements = closure_elements(context.model, closure);
                kept.extend(elements.ok_or_else(|| no_closure(context.model, closure, span))?);
            }
            keep(context.model, |element| kept.contains(element.id()));
            Ok(())
        })
    },
};

fn by_selector(arguments: &mut Arguments<'_>, mode: Selected) -> Action {
    let span = arguments.span("selector");
    arguments.require(&["selector"]);
    let selector = arguments.selector("selector");
    Box::new(move |context| {
        let selected = select(context, selector.as_ref(), span)?;
        keep(context.model, |element| mode.keeps(selected.contains(element.id())));
        Ok(())
    })
}

fn by_tag(arguments: &mut Arguments<'_>, mode: Selected) -> Action {
    let tags = arguments.strings("tags");
    Box::new(move |context| {
        keep(context.model, |element| mode.keeps(has_tag(element, &tags)));
        Ok(())
    })
}

/// The IDs of the shapes and members of a shape closure. `None` if the model has no such closure.
pub(super) fn closure_elements(model: &Model, id: &str) -> Option<HashSet<ShapeId>> {
    let node = shape_closure::find(model, id)?;
    let graph = Graph::new(model);
    Some(shape_closure::elements(&graph, node).into_iter().map(|at| graph.element(at).id().clone()).collect())
}

/// The error of a closure that does not exist.
pub(super) fn no_closure(model: &Model, id: &str, span: Span) -> Diagnostic {
    let near = nearest(id, shape_closure::entries(model).map(|(name, _)| name));
    fault(TransformFacts::NoClosure { closure: id.to_owned() }, span).with_nearest(near)
}

/// Whether an element has one of these tags itself.
pub(super) fn has_tag(element: Element<'_>, tags: &[String]) -> bool {
    element.get::<Tags>().is_some_and(|own| own.0.iter().any(|tag| tags.iter().any(|wanted| **wanted == **tag)))
}

/// The IDs of selected elements.
fn select(context: &Context<'_>, selector: Option<&Selector>, span: Span) -> Result<HashSet<ShapeId>, Diagnostic> {
    let Some(selector) = selector else { return Ok(HashSet::default()) };
    let graph = Graph::new(context.model);
    let selected = selector.select(&graph, &Budget::new(&graph)).map_err(|Exhausted| {
        let error = fault(TransformFacts::ExpensiveSelector {}, span);
        error.with_help("use a selector with fewer variables and steps")
    })?;
    Ok(selected.elements.into_iter().map(|id| graph.element(id).id().clone()).collect())
}
