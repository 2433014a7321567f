//! One cause, one finding: leaves out what only follows from another finding.

use crate::diagnostic::{Details, Diagnostic, Unknown};

/// How the message begins that a trait could not be made.
const UNMADE: &str = "Error creating trait `";

/// Leaves out what is said of a trait that could not be made at all, or of its value, and of a value's form where it names a shape
/// that is not there: the `Model` error is the cause.
pub(super) fn keep(found: &mut Vec<Diagnostic>) {
    let is_cause = |finding: &&Diagnostic| {
        finding.id == "Model" && (finding.message.starts_with(UNMADE) || names_missing(finding))
    };
    let causes: Vec<_> = found.iter().filter(is_cause).cloned().collect();
    found.retain(|finding| !causes.iter().any(|cause| is_unmade(cause, finding) || is_missing(cause, finding)));
}

/// Whether a finding is about a trait that could not be made.
fn is_unmade(cause: &Diagnostic, finding: &Diagnostic) -> bool {
    let Some(rest) = cause.message.strip_prefix(UNMADE) else { return false };
    let id = rest.split('`').next().unwrap_or(rest);
    let is_use = || finding.id.strip_prefix("UnstableTrait.") == Some(id);
    cause.shape == finding.shape && (is_use() || value_of(finding).is_some_and(|named| named == id))
}

/// Whether a finding says that a value names a shape which is not there.
fn names_missing(finding: &Diagnostic) -> bool {
    matches!(finding.details.as_deref(), Some(Details::UnknownName { what: Unknown::Shape, .. }))
}

/// Whether a finding stands at the very place of a shape id whose shape is missing.
fn is_missing(cause: &Diagnostic, finding: &Diagnostic) -> bool {
    let place = |finding: &Diagnostic| finding.labels.first().map(|label| label.span);
    names_missing(cause) && value_of(finding).is_some() && place(cause).is_some_and(|span| place(finding) == Some(span))
}

/// The trait whose value a finding is about.
fn value_of(finding: &Diagnostic) -> Option<&str> {
    let message =
        finding.message.strip_prefix("Error validating trait `").filter(|_| finding.id.starts_with("TraitValue"))?;
    message.split('`').next()
}
