//! Diagnostics that a configuration ignores, for models that others maintain.

use crate::diagnostic::{ConfigFacts, Diagnostic, Severity};
use crate::load::{self, UNRESOLVED_TRAIT};
use crate::model::{Model, Node, Trait};
use crate::nearest::nearest;
use crate::rule::{Accepted, covers};
use crate::traits::TraitValidators;

/// The ID of the warning about an ID that has no effect.
pub const UNKNOWN_ID: &str = "codegen.UnknownDiagnostic";

/// Warnings of the generator about models, which can suppress them.
pub(super) const WARNINGS: [&str; 8] = [
    "codegen.EndpointRules",
    "codegen.HttpMissing",
    "codegen.MemberConstraint",
    "codegen.NameCollision",
    "codegen.TraitWithoutEffect",
    "codegen.UnsupportedAuth",
    "codegen.WaiterLeftOut",
    "codegen.WeakerPattern",
];

/// Ignores a finding whose ID is accepted.
pub(crate) fn accepted(mut finding: Diagnostic, accept: &[Accepted]) -> Diagnostic {
    if accept.iter().any(|accepted| covers(&accepted.id, &finding.id)) {
        finding.severity = Severity::Suppressed;
        finding.suppression_reason = Some("accepted by the configuration".to_owned());
    }
    finding
}

/// Whether a finding can be accepted. Errors of loading and of the core rules cannot, because they leave no usable
/// model, except for unresolved traits.
pub fn is_acceptable(id: &str) -> bool {
    let is_core = super::CORE.iter().flat_map(|rule| rule.events).any(|event| covers(event.ids.name(), id));
    id == UNRESOLVED_TRAIT || !(is_core || covers("Model", id) || covers("codegen", id))
}

/// Makes errors about undefined traits warnings if their ID is accepted. The traits are kept.
pub(crate) fn keep_unknown_traits(diagnostics: &mut [Diagnostic], accept: &[Accepted]) {
    if accept.iter().any(|accepted| covers(&accepted.id, UNRESOLVED_TRAIT)) {
        for diagnostic in diagnostics.iter_mut().filter(|diagnostic| diagnostic.id == UNRESOLVED_TRAIT) {
            diagnostic.severity = Severity::Warning;
        }
    }
}

/// Warnings about IDs that cannot be accepted, and about those that neither a rule nor the model has.
pub(crate) fn ineffective_ids(model: &Model, accept: &[Accepted]) -> Vec<Diagnostic> {
    accept
        .iter()
        .filter(|accepted| !covers(&accepted.id, UNRESOLVED_TRAIT))
        .filter_map(|one| warning(model, one))
        .collect()
}

fn warning(model: &Model, Accepted { id, span }: &Accepted) -> Option<Diagnostic> {
    let warning = |facts| Diagnostic::of(Severity::Warning, UNKNOWN_ID, facts, *span);
    if !is_acceptable(id) {
        let help = if WARNINGS.iter().any(|warning| covers(id, warning)) {
            "hide warnings of the generator with `@suppress`, or with the metadata `suppressions`"
        } else if covers("codegen", id) {
            "remove the ID, and correct what the error of the generator is about"
        } else {
            "remove the ID and correct the model, or change it with transforms of a `smithy-build.json`"
        };
        return Some(warning(ConfigFacts::NotAcceptable { id: id.clone() }).with_help(help));
    }
    let events = || super::events().chain(load::EVENTS).chain(load::smithy_build::EVENTS);
    let is_configured = |name: &str| covers(name, id) || covers(id, name);
    if events().any(|event| event.is_covered_by(id)) || configured_ids(model).any(is_configured) {
        return None;
    }
    let names = events().map(|event| event.ids.name()).filter(|name| is_acceptable(name));
    let near = nearest(id, names.chain(configured_ids(model)));
    let warning = warning(ConfigFacts::UnknownDiagnostic { id: id.clone() });
    Some(match near {
        Some(_) => warning.with_nearest(near),
        None => warning.with_help("copy the ID from the message of the diagnostic, where it is in brackets"),
    })
}

/// The IDs that validators and trait validators of the model have.
pub(super) fn configured_ids(model: &Model) -> impl Iterator<Item = &str> {
    let validators = model.metadata.get("validators").and_then(Node::as_array).unwrap_or_default();
    let validators = validators.iter().filter_map(|entry| entry.get("id").or_else(|| entry.get("name"))?.as_str());
    let values = model.own_shapes().filter_map(|shape| shape.trait_value(TraitValidators::ID)?.as_object());
    validators.chain(values.flat_map(|object| object.keys().map(|id| &**id)))
}
