//! Removes findings that are consequences of others.

use crate::diagnostic::{Details, Diagnostic, LoadFacts, Unknown};

/// Removes findings about traits that could not be read, about their values, and about the syntax of shape IDs in
/// values that do not exist. The `Model` error is the cause.
pub(super) fn keep(found: &mut Vec<Diagnostic>) {
    let is_cause = |finding: &&Diagnostic| {
        finding.id == "Model" && (invalid_trait(finding).is_some() || is_unknown_shape(finding))
    };
    let causes: Vec<_> = found.iter().filter(is_cause).cloned().collect();
    found.retain(|finding| {
        !causes.iter().any(|cause| is_about_invalid(cause, finding) || is_about_unknown(cause, finding))
    });
}

/// The trait that could not be read.
fn invalid_trait(finding: &Diagnostic) -> Option<&str> {
    match finding.details.as_deref() {
        Some(Details::Load(LoadFacts::InvalidTrait { name, .. })) => Some(name),
        _ => None,
    }
}

/// Whether the finding is about a trait that could not be read.
fn is_about_invalid(cause: &Diagnostic, finding: &Diagnostic) -> bool {
    let Some(name) = invalid_trait(cause) else { return false };
    let is_use = finding.id.strip_prefix("UnstableTrait.") == Some(name);
    cause.shape == finding.shape && (is_use || finding.trait_value.as_deref() == Some(name))
}

/// Whether the finding says that a shape ID in a value does not exist.
fn is_unknown_shape(finding: &Diagnostic) -> bool {
    matches!(finding.details.as_deref(), Some(Details::UnknownName { what: Unknown::Shape, .. }))
}

/// Whether the finding has the span of a shape ID that does not exist.
fn is_about_unknown(cause: &Diagnostic, finding: &Diagnostic) -> bool {
    let place = |finding: &Diagnostic| finding.labels.first().map(|label| label.span);
    is_unknown_shape(cause)
        && finding.trait_value.is_some()
        && place(cause).is_some_and(|span| place(finding) == Some(span))
}
