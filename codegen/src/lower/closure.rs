//! Selects the operations and shapes to generate.

use std::collections::BTreeSet;

use crate::config::{self, BodyLimit, ServiceConfig};
use crate::diagnostic::{ConfigFacts, Details, Diagnostic, GenerationFacts, Severity, Unknown};
use crate::hash::HashSet;
use crate::model::{Model, Shape, ShapeId, prelude};
use crate::nearest::nearest;
use crate::source::Span;
use crate::traits::{Fault, TraitDefinition};

/// The selected operations in name order.
///
/// # Errors
/// `operations` of the configuration names an operation that the service does not have.
pub fn operations<'m>(
    model: &'m Model,
    service: &'m Shape,
    config: &ServiceConfig,
) -> Result<Vec<&'m Shape>, Vec<Diagnostic>> {
    selected_operations(service, config, all_operations(model, service))
}

/// The operations that the configuration selects of `all`.
pub(super) fn selected_operations<'m>(
    service: &'m Shape,
    config: &ServiceConfig,
    all: Vec<&'m Shape>,
) -> Result<Vec<&'m Shape>, Vec<Diagnostic>> {
    let Some(selected) = &config.operations else { return Ok(all) };
    let names = selected.iter().map(|name| (name.as_str(), config.places.operations));
    let unknown = unknown_operations(service, names, &all);
    if unknown.is_empty() {
        let selected: HashSet<&str> = selected.iter().map(String::as_str).collect();
        Ok(all.into_iter().filter(|shape| selected.contains(shape.id.name())).collect())
    } else {
        Err(unknown)
    }
}

/// Checks that the service has the operations of `max-body`, which need not be selected, and that bodies may have a
/// byte.
pub(super) fn limited_operations(
    service: &Shape,
    config: &ServiceConfig,
    all: &[&Shape],
) -> Result<(), Vec<Diagnostic>> {
    if config.max_body.is_empty() {
        return Ok(());
    }
    let limits = config.max_body.iter().filter(|limit| limit.operation != BodyLimit::OTHERS);
    let names = limits.map(|limit| (limit.operation.as_str(), limit.span));
    let mut errors = unknown_operations(service, names, all);
    // The configuration file has no such size, but build scripts may.
    errors.extend(config.max_body.iter().filter(|limit| limit.bytes == 0).map(|limit| {
        let error = Diagnostic::error(config::ID, ConfigFacts::NotASize { text: "0".to_owned() }, limit.span);
        error.with_help("an operation without a body needs no limit; the smallest one is 1 byte")
    }));
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// The operations of the service and of its resources, in name order.
pub(super) fn all_operations<'m>(model: &'m Model, service: &'m Shape) -> Vec<&'m Shape> {
    let mut ids = BTreeSet::new();
    if let Some(body) = service.as_service() {
        ids.extend(&body.operations);
        let mut seen = HashSet::default();
        let mut waiting: Vec<&ShapeId> = body.resources.iter().collect();
        while let Some(id) = waiting.pop() {
            let Some(resource) = model.shape(id).and_then(Shape::as_resource) else { continue };
            if !seen.insert(id) {
                continue;
            }
            let lifecycle =
                [&resource.create, &resource.put, &resource.read, &resource.update, &resource.delete, &resource.list];
            ids.extend(lifecycle.into_iter().flatten());
            ids.extend(&resource.operations);
            ids.extend(&resource.collection_operations);
            waiting.extend(&resource.resources);
        }
    }
    ids.into_iter().filter_map(|id| model.shape(id)).collect()
}

/// The errors of names, each with its place, that no operation has.
fn unknown_operations<'n>(
    service: &Shape,
    names: impl Iterator<Item = (&'n str, Span)>,
    all: &[&Shape],
) -> Vec<Diagnostic> {
    let known: HashSet<&str> = all.iter().map(|shape| shape.id.name()).collect();
    let unknown = names.filter(|(name, _)| !known.contains(name));
    let error = |(name, span)| {
        let near = nearest(name, all.iter().map(|shape| shape.id.name()));
        let details = Details::unknown(Unknown::Operation, name, service.id.as_str(), near);
        Diagnostic::of(Severity::Error, "codegen.UnknownOperation", details, span)
            .with_shape(&service.id)
            .with_label(service.span, "the service is defined here")
    };
    unknown.map(error).collect()
}

/// Checks that the traits whose values are kept exist.
pub(super) fn custom_traits(model: &Model, config: &ServiceConfig) -> Result<(), Diagnostic> {
    let is_applied = |id: &str| model.iter().any(|shape| shape.traits.contains(id));
    let unknown = |id: &&String| model.shapes.get(id.as_str()).is_none() && !is_applied(id);
    let Some(id) = config.traits.iter().find(unknown) else { return Ok(()) };
    let definitions = model.iter().filter(|shape| shape.has::<TraitDefinition>());
    let near = nearest(id, definitions.map(|shape| shape.id.as_str()));
    let facts = GenerationFacts::UnknownTrait { id: id.clone() };
    Err(Diagnostic::of(Severity::Error, "codegen.UnknownTrait", facts, config.places.traits).with_nearest(near))
}

/// Why clients would not get the message of a validation error.
fn unusable(error: &Shape, service: &Shape, operations: &[&Shape]) -> Option<GenerationFacts> {
    let id = error.id.to_string();
    let common = service.as_service().into_iter().flat_map(|body| &body.errors);
    let own = operations.iter().filter_map(|shape| shape.as_operation()).flat_map(|body| &body.errors);
    if !operations.is_empty() && !common.chain(own).any(|listed| *listed == error.id) {
        return Some(GenerationFacts::UnlistedValidationError { id });
    }
    let is_message = |name: &str| name.eq_ignore_ascii_case("message");
    let has_message = error.members.values().any(|member| is_message(member.name()));
    (!has_message).then_some(GenerationFacts::ValidationErrorWithoutMessage { id })
}

/// All shapes that the operations need, in the order of their IDs, without prelude shapes and the operations
/// themselves.
pub(super) fn shapes<'m>(
    model: &'m Model,
    service: &'m Shape,
    operations: &[&'m Shape],
    config: &ServiceConfig,
) -> Result<Vec<&'m Shape>, Diagnostic> {
    let mut waiting: Vec<&ShapeId> = Vec::new();
    if let Some(id) = &config.validation_error {
        match model.shapes.get_key_value(id.as_str()) {
            Some((id, shape)) if shape.has::<Fault>() => {
                if let Some(message) = unusable(shape, service, operations) {
                    let place = config.places.validation_error;
                    let error = Diagnostic::of(Severity::Error, "codegen.UnknownError", message, place);
                    return Err(error.with_label(shape.span, "it is defined here"));
                }
                waiting.push(id);
            }
            Some((_, shape)) => {
                let message = GenerationFacts::NotAValidationError { id: id.clone() };
                let error =
                    Diagnostic::of(Severity::Error, "codegen.UnknownError", message, config.places.validation_error);
                return Err(error.with_label(shape.span, "it is defined here, without `@error`"));
            }
            None => {
                let message = GenerationFacts::UnknownValidationError { id: id.clone() };
                let errors = model.iter().filter(|shape| shape.has::<Fault>());
                let near = nearest(id, errors.map(|shape| shape.id.as_str()));
                let error =
                    Diagnostic::of(Severity::Error, "codegen.UnknownError", message, config.places.validation_error);
                return Err(error.with_nearest(near));
            }
        }
    }
    if let Some(body) = service.as_service() {
        waiting.extend(&body.errors);
    }
    for body in operations.iter().filter_map(|operation| operation.as_operation()) {
        waiting.extend([&body.input, &body.output]);
        waiting.extend(&body.errors);
    }
    let mut found = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        let Some(shape) = model.shape(id) else { continue };
        if shape.id.namespace() != prelude::NAMESPACE && found.insert(&shape.id) {
            waiting.extend(shape.members.values().map(|member| &member.target));
        }
    }
    Ok(found.into_iter().filter_map(|id| model.shape(id)).collect())
}
