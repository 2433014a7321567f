//! Removes findings that are consequences of others.

use crate::diagnostic::{Details, Diagnostic, Unknown};

/// Start of the message about a trait value that cannot be read.
const UNMADE: &str = "Error creating trait `";

/// Removes findings about traits that could not be read, about their values, and about the syntax of shape IDs in
/// values that do not exist. The `Model` error is the cause.
pub(super) fn keep(found: &mut Vec<Diagnostic>) {
    let is_cause = |finding: &&Diagnostic| {
        finding.id == "Model" && (finding.message.starts_with(UNMADE) || names_missing(finding))
    };
    let causes: Vec<_> = found.iter().filter(is_cause).cloned().collect();
    found.retain(|finding| !causes.iter().any(|cause| is_unmade(cause, finding) || is_missing(cause, finding)));
}

/// Whether the finding is about a trait that could not be read.
fn is_unmade(cause: &Diagnostic, finding: &Diagnostic) -> bool {
    let Some(rest) = cause.message.strip_prefix(UNMADE) else { return false };
    let id = rest.split('`').next().unwrap_or(rest);
    let is_use = || finding.id.strip_prefix("UnstableTrait.") == Some(id);
    cause.shape == finding.shape && (is_use() || value_of(finding).is_some_and(|named| named == id))
}

/// Whether the finding says that a shape ID in a value does not exist.
fn names_missing(finding: &Diagnostic) -> bool {
    matches!(finding.details.as_deref(), Some(Details::UnknownName { what: Unknown::Shape, .. }))
}

/// Whether the finding has the span of a shape ID that does not exist.
fn is_missing(cause: &Diagnostic, finding: &Diagnostic) -> bool {
    let place = |finding: &Diagnostic| finding.labels.first().map(|label| label.span);
    names_missing(cause) && value_of(finding).is_some() && place(cause).is_some_and(|span| place(finding) == Some(span))
}

/// The trait whose value the finding is about.
fn value_of(finding: &Diagnostic) -> Option<&str> {
    let message =
        finding.message.strip_prefix("Error validating trait `").filter(|_| finding.id.starts_with("TraitValue"))?;
    message.split('`').next()
}
