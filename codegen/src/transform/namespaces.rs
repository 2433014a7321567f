//! Transforms that move the shapes of a service, or of a shape closure, to one namespace.

use super::remove::is_prelude;
use super::rename::{Names, rename};
use super::shapes::{closure_elements, has_tag, no_closure};
use super::{Definition, fault};
use crate::diagnostic::{Diagnostic, TransformFacts};
use crate::hash::{HashMap, HashSet};
use crate::model::graph::{Element, Graph};
use crate::model::{Body, Model, ShapeId, ShapeType, shape_closure};
use crate::nearest::nearest;

pub(super) const FLATTEN: Definition = Definition {
    name: "flattenNamespaces",
    arguments: &["namespace", "service", "includeTagged"],
    list: None,
    read: |arguments| {
        arguments.require(&["namespace", "service"]);
        let (namespace, span) = (arguments.namespace("namespace"), arguments.span("service"));
        let service = arguments.id("service");
        let tags = arguments.strings("includeTagged");
        Box::new(move |context| {
            let (Some(namespace), Some(service)) = (&namespace, &service) else { return Ok(()) };
            let names = of_service(context.model, service, namespace, &tags)
                .ok_or_else(|| no_service(context.model, service, span))?;
            rename(context.model, &names, span)?;
            let id = names.0.get(service).unwrap_or(service);
            // These names are in effect now.
            if let Some(Body::Service(service)) = context.model.shape_mut(id.as_str()).map(|shape| &mut shape.body) {
                service.rename.clear();
            }
            Ok(())
        })
    },
};

pub(super) const FLATTEN_CLOSURE: Definition = Definition {
    name: "flattenClosureNamespaces",
    arguments: &["namespace", "closure"],
    list: None,
    read: |arguments| {
        arguments.require(&["closure", "namespace"]);
        let (namespace, span) = (arguments.namespace("namespace"), arguments.span("closure"));
        let closure = arguments.text("closure");
        Box::new(move |context| {
            let (Some(namespace), Some(closure)) = (&namespace, &closure) else { return Ok(()) };
            let names = of_closure(context.model, closure, namespace)
                .ok_or_else(|| no_closure(context.model, closure, span))?;
            rename(context.model, &names, span)
        })
    },
};

fn no_service(model: &Model, id: &ShapeId, span: crate::source::Span) -> Diagnostic {
    let services = model.own_shapes().filter(|shape| shape.kind == ShapeType::Service);
    let near = nearest(id.as_str(), services.map(|shape| shape.id.as_str()));
    fault(TransformFacts::NoService { service: id.clone() }, span).with_nearest(near)
}

/// New names of all shapes that a service uses, and of those with a tag.
fn of_service(model: &Model, id: &ShapeId, namespace: &str, tags: &[String]) -> Option<Names> {
    let service = model.shape(id)?.as_service()?;
    let graph = Graph::new(model);
    let start = graph.find(id.as_str())?;
    let mut reached = HashSet::from_iter([start]);
    let mut waiting = vec![start];
    while let Some(id) = waiting.pop() {
        let edges = graph.neighbors(id).iter().filter(|edge| edge.relation.is_directed());
        waiting.extend(edges.map(|edge| edge.to).filter(|to| reached.insert(*to)));
    }
    let used = reached.into_iter().filter_map(|id| graph.element(id).as_shape());
    let mut names = HashMap::default();
    for shape in used.filter(|shape| !is_prelude(&shape.id)) {
        let to = match service.rename.get(&shape.id) {
            Some(name) => ShapeId::from_parts(namespace, name),
            None => shape.id.with_namespace(namespace),
        };
        names.insert(shape.id.clone(), to);
    }
    let mut taken: HashSet<ShapeId> = names.values().cloned().collect();
    for shape in model.iter().filter(|shape| !is_prelude(&shape.id) && has_tag(Element::Shape(shape), tags)) {
        let to = shape.id.with_namespace(namespace);
        // Shapes of the service take precedence.
        if taken.insert(to.clone()) {
            names.insert(shape.id.clone(), to);
        }
    }
    Some(Names(names))
}

/// New names of all shapes of a closure.
fn of_closure(model: &Model, id: &str, namespace: &str) -> Option<Names> {
    let renames = shape_closure::renames(shape_closure::find(model, id)?);
    let shapes = closure_elements(model, id)?.into_iter().filter(|id| !is_prelude(id) && id.member().is_none());
    let names = shapes.map(|id| {
        let to = ShapeId::from_parts(namespace, renames.get(&id).copied().unwrap_or(id.name()));
        (id, to)
    });
    Some(Names(names.collect()))
}
