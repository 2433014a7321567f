//! Errors of arguments: values that are malformed, or that name nothing. Commands exit with 2 for them.

use whitesmith_codegen::diagnostic::{Details, Diagnostic, GenerationFacts, ProjectFacts, Unknown};

/// Whether an error is that a name, such as that of a service, is one of nothing in the models. It is an error of an
/// argument if an argument has the name.
pub(super) fn names_nothing(found: &Diagnostic) -> bool {
    // Files name projections, too: in transforms.
    let is_argument = || found.labels.iter().all(|label| !label.span.is_some());
    match found.details.as_deref() {
        Some(
            Details::UnknownName { what: Unknown::Service | Unknown::Operation, .. }
            | Details::Generation(
                GenerationFacts::UnknownValidationError { .. } | GenerationFacts::NotAValidationError { .. },
            ),
        ) => true,
        Some(Details::Project(ProjectFacts::UnknownProjection { .. } | ProjectFacts::AbstractProjection { .. })) => {
            is_argument()
        }
        _ => false,
    }
}
