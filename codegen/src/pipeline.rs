//! The pipeline as pure functions: sources in, files and diagnostics out. Does not read or write files.
//!
//! ```
//! use whitesmith_codegen::pipeline;
//! use whitesmith_codegen::source::SourceMap;
//!
//! let mut sources = SourceMap::default();
//! sources.add("port.smithy", "$version: \"2\"\nnamespace port\nstructure Ship {\n    name: Strin\n}\n".to_owned());
//! let (model, diagnostics) = pipeline::model(&sources);
//! assert!(model.is_none());
//! assert_eq!(diagnostics[0].id, "Target.UnresolvedShape");
//! let label = &diagnostics[0].labels[0];
//! let place = sources.get(label.span.source).map(|file| file.line_column(label.span.start));
//! assert_eq!(place, Some((4, 11)));
//! ```

use crate::config::ServiceConfig;
use crate::diagnostic::{Diagnostic, ErrorFacts, Severity};
use crate::emit;
use crate::ir::Module;
use crate::load;
use crate::lower::{self, lower};
use crate::model::{Model, Valid};
use crate::rule::{Accepted, Event, assert_owned, event};
use crate::source::{SourceMap, Span};
use crate::transform::{self, Transform};
use crate::validate::{self, Stages, suppress, validate};

#[doc(inline)]
pub use crate::emit::File;
#[doc(inline)]
pub use crate::load::Loaded;

/// Diagnostics of the pipeline itself.
pub(crate) const EVENTS: &[Event] = &[event!("codegen.Internal", Internal), event!("codegen.UnknownDiagnostic")];

/// Loads and validates all sources as one model. Returns `None` if there are errors.
pub fn model(sources: &SourceMap) -> (Option<Valid<Model>>, Vec<Diagnostic>) {
    model_accepting(sources, &[])
}

/// Like [`model`], but ignores diagnostics whose IDs are in `accept` or below one of them. IDs that have no effect are
/// reported as warnings.
pub fn model_accepting(sources: &SourceMap, accept: &[Accepted]) -> (Option<Valid<Model>>, Vec<Diagnostic>) {
    load_and_validate(sources, accept, Stages::UntilErrors)
}

/// Diagnostics of all rules, also after errors of loading and of the rules that others rely on. For test suites
/// that expect the diagnostics of all rules.
#[doc(hidden)]
pub fn diagnostics_of_all_stages(sources: &SourceMap) -> Vec<Diagnostic> {
    load_and_validate(sources, &[], Stages::All).1
}

/// Loads all sources, and applies the transforms of their projection if there is no error. Does not validate the model.
pub fn transformed(sources: &SourceMap) -> (Loaded, Vec<Diagnostic>) {
    transformed_accepting(sources, &[])
}

/// Like [`transformed`]; `accept` may allow unknown traits.
pub fn transformed_accepting(sources: &SourceMap, accept: &[Accepted]) -> (Loaded, Vec<Diagnostic>) {
    let (mut loaded, mut diagnostics) = load::load(sources);
    validate::keep_unknown_traits(&mut diagnostics, accept);
    let transforms = sources.transforms();
    if !prevents_generation(&diagnostics) {
        let mut findings = Vec::new();
        if transforms.iter().any(Transform::reads_findings) {
            findings = validate(loaded.model.clone(), diagnostics.clone(), accept, Stages::UntilErrors).1;
        }
        diagnostics.extend(transform::apply(&mut loaded.model, transforms, &findings));
    }
    diagnostics.extend_from_slice(sources.warnings());
    (loaded, diagnostics)
}

/// The findings of all rules about a model of [`transformed_accepting`], with the diagnostics of loading it.
pub fn findings(model: &Model, loading: Vec<Diagnostic>, accept: &[Accepted]) -> Vec<Diagnostic> {
    validate(model.clone(), loading, accept, Stages::UntilErrors).1
}

fn load_and_validate(
    sources: &SourceMap,
    accept: &[Accepted],
    stages: Stages,
) -> (Option<Valid<Model>>, Vec<Diagnostic>) {
    let loaded = load::assemble(sources);
    let ignored = validate::ineffective_ids(&loaded.0, accept);
    assert_owned(EVENTS, &ignored, |_| false);
    let (model, mut diagnostics) = validate_loaded(loaded, sources, accept, stages);
    diagnostics.extend(ignored);
    (model, diagnostics)
}

fn validate_loaded(
    (model, mut diagnostics): (Model, Vec<Diagnostic>),
    sources: &SourceMap,
    accept: &[Accepted],
    stages: Stages,
) -> (Option<Valid<Model>>, Vec<Diagnostic>) {
    validate::keep_unknown_traits(&mut diagnostics, accept);
    assert_owned(load::EVENTS, &diagnostics, |_| false);
    let warnings = sources.warnings();
    assert_owned(load::smithy_build::EVENTS, warnings, |_| false);
    diagnostics.extend_from_slice(warnings);
    if stages == Stages::UntilErrors && validate::has_error(&diagnostics) {
        // Rules would report shapes that are missing because of these errors.
        suppress::Decisions::read(&model).0.apply(&mut diagnostics);
        return (None, diagnostics);
    }
    if sources.transforms().is_empty() {
        return validate(model, diagnostics, accept, stages);
    }
    let (base, found) = validate(model, diagnostics, accept, stages);
    // Transforms rely on a valid model. The findings about it are reported for the result.
    let Some(base) = base else { return (None, found) };
    let mut model = base.into_inner();
    let mut failed = transform::apply(&mut model, sources.transforms(), &found);
    assert_owned(load::smithy_build::EVENTS, &failed, |_| false);
    failed.extend_from_slice(warnings);
    if validate::has_error(&failed) {
        return (None, failed);
    }
    validate(model, failed, accept, stages)
}

/// The generated module of one service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    /// The files of the module.
    pub files: Vec<File>,
    /// The `recursion_limit` that the crate needs, if the compiler's default is too low for its types.
    pub recursion_limit: Option<usize>,
    /// Features of the runtime that the parts of the module need, besides `client` and `server`.
    pub runtime_features: Vec<emit::RuntimeFeature>,
}

/// Generates the module of one service. Returns `None` if there are errors, or if the model raises the severity of a
/// warning to one. Omits what the model suppresses.
pub fn generate(model: &Valid<Model>, config: &ServiceConfig) -> (Option<Generated>, Vec<Diagnostic>) {
    let (module, mut diagnostics) = lowered(model, config);
    let Some(module) = module else { return (None, diagnostics) };
    match generate_lowered(&module) {
        Ok(generated) => (Some(generated), diagnostics),
        Err(error) => {
            diagnostics.push(error);
            (None, diagnostics)
        }
    }
}

/// Lowers one service, for [`generate_lowered`]. Returns `None` if there are errors, or if the model raises the
/// severity of a warning to one. Omits what the model suppresses.
pub fn lowered(model: &Valid<Model>, config: &ServiceConfig) -> (Option<Module>, Vec<Diagnostic>) {
    let (module, mut diagnostics) = match lower(model, config) {
        Ok((module, diagnostics)) => (Some(module), diagnostics),
        Err(diagnostics) => (None, diagnostics),
    };
    assert_owned(lower::EVENTS, &diagnostics, |_| false);
    suppress::Decisions::read(model).0.apply(&mut diagnostics);
    diagnostics.retain(|finding| finding.severity != Severity::Suppressed);
    (module.filter(|_| !prevents_generation(&diagnostics)), diagnostics)
}

/// Generates the module of a service that was lowered.
///
/// # Errors
/// The code cannot be printed, which is an error of the generator.
pub fn generate_lowered(module: &Module) -> Result<Generated, Diagnostic> {
    let files = emit::emit(module)
        .map_err(|error| Diagnostic::error("codegen.Internal", ErrorFacts::of(&error), Span::NONE))?;
    let runtime_features = emit::runtime_features(module);
    Ok(Generated { files, recursion_limit: module.recursion_limit, runtime_features })
}

/// Whether a diagnostic prevents code generation.
pub fn prevents_generation(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity >= Severity::Danger)
}
