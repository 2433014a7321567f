//! Runs the pipeline for a build script.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::call::{Argument, Calls};
use super::compile_calls::{CompileCalls, Position};
use super::{Build, EVENTS, Error, Service, cargo, overrides};
use crate::config::{BodyLimit, Gates, Matches, Modules, Overrides, Places, ServiceConfig, module_name};
use crate::diagnostic::render::{Style, human};
use crate::diagnostic::{ConfigFacts, Diagnostic, ErrorFacts, FileFacts, HelpFacts, Severity, distinct};
use crate::emit::{self, File};
use crate::load::{Projection, read_watched, smithy_build};
use crate::model::{Model, Valid};
use crate::rule::{Accepted, assert_owned};
use crate::source::{SourceMap, Span};
use crate::validate::UNKNOWN_ID;
use crate::{lower, output, pipeline};

/// Generates all services of `build` in the folder `out`, which is `OUT_DIR`. Instructions for Cargo go to `cargo`.
pub(super) fn run(
    build: &Build,
    out: Option<&Path>,
    compiled: &CompileCalls,
    cargo: &mut dyn Write,
) -> Result<(), Error> {
    let (sources, calls, position) = (SourceMap::default(), Calls::default(), compiled.start());
    let mut run = Run { build, sources, calls, compiled, position, cargo };
    run.generate(out).map_err(|diagnostics| {
        let shown = distinct(&diagnostics).filter(|diagnostic| diagnostic.severity >= Severity::Danger);
        let texts: Vec<String> = shown.map(|one| human(one, &run.sources, Style::Plain)).collect();
        Error { diagnostics: texts.join("\n\n") }
    })
}

struct Run<'b> {
    build: &'b Build,
    sources: SourceMap,
    calls: Calls,
    compiled: &'b CompileCalls,
    /// The position of this call in the build script.
    position: Position,
    cargo: &'b mut dyn Write,
}

impl Run<'_> {
    fn generate(&mut self, out: Option<&Path>) -> Result<(), Vec<Diagnostic>> {
        let model = self.model()?;
        let overrides = Arc::new(self.overrides(&model)?);
        let mut services = self.services(&model)?;
        for service in &mut services {
            service.overrides = Arc::clone(&overrides);
        }
        let mut files = Vec::new();
        let mut errors = Vec::new();
        for service in &services {
            match self.service(&model, service) {
                Ok(generated) => files.extend(generated),
                Err(diagnostics) => errors.extend(diagnostics),
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let modules: Vec<&str> = services.iter().map(|service| service.module.as_str()).collect();
        write(out, &files, &modules, (self.compiled, self.position)).map_err(|error| {
            let errors = vec![error];
            assert_owned(EVENTS, &errors, |_| false);
            errors
        })
    }

    /// Reads and validates the models.
    fn model(&mut self) -> Result<Valid<Model>, Vec<Diagnostic>> {
        let mut missing = Vec::new();
        for model in &self.build.models {
            if !model.value.exists() {
                cargo::rerun_if_changed(&model.value, self.cargo);
                missing.push(no_model(model, self.calls.span(model, &mut self.sources)));
            }
        }
        if self.build.models.is_empty() {
            let error = Diagnostic::error("codegen.Config", "no models are set", Span::NONE);
            missing.push(error.with_help("call `.model(\"model/\")` before `.compile()`"));
        }
        if !missing.is_empty() {
            assert_owned(EVENTS, &missing, |_| false);
            return Err(missing);
        }
        let projection = self.projection();
        let mut placed = Vec::new();
        for model in &self.build.models {
            placed.push((&*model.value, self.calls.span(model, &mut self.sources)));
        }
        let (unread, watched) = read_watched(placed, &projection, &mut self.sources);
        for path in &watched.paths {
            cargo::rerun_if_changed(path, self.cargo);
        }
        for name in &watched.variables {
            cargo::rerun_if_env_changed(name, self.cargo);
        }
        if !unread.is_empty() {
            return Err(unread);
        }
        let mut accept = Vec::new();
        for id in &self.build.accept {
            accept.push(Accepted { id: id.value.clone(), span: self.calls.span(id, &mut self.sources) });
        }
        let (model, diagnostics) = pipeline::model_accepting(&self.sources, &accept);
        // Warnings are for authors of the model, who validate it. Those about the build script are for its author.
        let is_shown =
            |found: &&Diagnostic| found.id == UNKNOWN_ID || (found.id == smithy_build::ID && model.is_some());
        for warning in diagnostics.iter().filter(is_shown) {
            cargo::warning(warning, &self.sources, self.cargo);
        }
        model.ok_or(diagnostics)
    }

    /// Names, modules of other namespaces, and attributes. The model has all shapes that they name.
    fn overrides(&mut self, model: &Model) -> Result<Overrides, Vec<Diagnostic>> {
        let overrides = overrides::from_calls(self.build, &mut self.calls, &mut self.sources)?;
        let mut matches = Matches::new(&overrides);
        matches.add(model);
        let missing = matches.finish();
        if missing.is_empty() { Ok(overrides) } else { Err(missing) }
    }

    fn projection(&mut self) -> Projection {
        let Some(argument) = &self.build.projection else { return Projection::default() };
        Projection { name: argument.value.clone(), span: self.calls.span(argument, &mut self.sources) }
    }

    /// Configurations of the services, with distinct modules.
    fn services(&mut self, model: &Valid<Model>) -> Result<Vec<ServiceConfig>, Vec<Diagnostic>> {
        let mut services = self.build.services.clone();
        if services.is_empty() {
            let help = "choose with `.service(…)`";
            let only = lower::only_service(model, help).map_err(|error| vec![self.without_service(error)])?;
            services.push(only.into());
        }
        let mut modules = Modules::default();
        let mut errors = Vec::new();
        let mut configs = Vec::new();
        for service in services {
            let config = self.config(service);
            let (module, span) = (&config.module, config.places.module);
            if let Some(error) = Modules::check_name(module, span) {
                errors.push(error.with_help("set one with `Service::new(…).module(\"name\")`"));
            } else if let Some(error) = modules.add(module, span) {
                errors.push(error.with_help(OTHER_MODULE));
            } else if !self.compiled.add(self.position, module) {
                let facts = ConfigFacts::ModuleOfEarlierCall { module: module.clone() };
                errors.push(Diagnostic::error("codegen.Config", facts, span).with_help(OTHER_MODULE));
            }
            configs.push(config);
        }
        assert_owned(EVENTS, &errors, |_| false);
        if errors.is_empty() { Ok(configs) } else { Err(errors) }
    }

    /// Adds help and the place of the models, if the error has none.
    fn without_service(&mut self, error: Diagnostic) -> Diagnostic {
        if error.help.is_some() {
            return error;
        }
        let place = self.build.models.first().map(|model| self.calls.span(model, &mut self.sources));
        error.with_help(lower::ADD_SERVICE).with_label(place.unwrap_or(Span::NONE), "")
    }

    fn config(&mut self, service: Service) -> ServiceConfig {
        let id = self.calls.span(&service.id, &mut self.sources);
        let module = service.module.as_ref().map(|module| self.calls.span(module, &mut self.sources));
        let max_body = service.max_body.iter().map(|limit| {
            let ((operation, bytes), span) = (limit.value.clone(), self.calls.span(limit, &mut self.sources));
            BodyLimit { operation, bytes: bytes.into(), span }
        });
        let max_body = max_body.collect();
        let name = service.id.value.rsplit('#').next().unwrap_or_default();
        ServiceConfig {
            module: service.module.map_or_else(|| module_name(name), |module| module.value),
            id: service.id.value,
            models: self.build.models.iter().map(|model| model.value.clone()).collect(),
            name: service.name,
            operations: service.operations,
            nullability: self.build.nullability,
            constraints: self.build.constraints,
            style: self.build.style,
            sides: self.build.sides,
            gates: Gates::None,
            validation_error: service.validation_error,
            traits: service.traits,
            max_body,
            places: Places {
                module: module.unwrap_or(id),
                id,
                models: id,
                operations: id,
                validation_error: id,
                traits: id,
            },
            ..ServiceConfig::default()
        }
    }

    /// The files of one service: its module, and the file that `include_service!` includes.
    fn service(&mut self, model: &Valid<Model>, config: &ServiceConfig) -> Result<Vec<File>, Vec<Diagnostic>> {
        let (generated, diagnostics) = pipeline::generate(model, config);
        let Some(generated) = generated else { return Err(diagnostics) };
        for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Warning) {
            cargo::warning(diagnostic, &self.sources, self.cargo);
        }
        if let Some(limit) = generated.recursion_limit {
            let facts = ConfigFacts::DeepTypes { service: config.id.clone() };
            let help = HelpFacts::RaiseRecursionLimit { limit };
            let warning = Diagnostic::of(Severity::Warning, "codegen.Config", facts, config.places.id);
            cargo::warning(&warning.with_help(help), &self.sources, self.cargo);
        }
        let mut files = generated.files;
        let File { path, text } = emit::include_file(config);
        files.push(File { path, text: self.position.mark(text) });
        Ok(files)
    }
}

/// Help for a module that is generated twice.
const OTHER_MODULE: &str = "name another with `Service::new(…).module(\"name\")`";

fn no_model(model: &Argument<PathBuf>, span: Span) -> Diagnostic {
    let facts = FileFacts::MissingModel { path: model.value.display().to_string() };
    let error = Diagnostic::error("codegen.Config", facts, span);
    match std::env::current_dir() {
        Ok(folder) => error.with_help(HelpFacts::RelativeToPackage { folder: folder.display().to_string() }),
        Err(_) => error.with_help("paths are relative to the folder of the package"),
    }
}

fn write(
    out: Option<&Path>,
    files: &[File],
    modules: &[&str],
    (compiled, position): (&CompileCalls, Position),
) -> Result<(), Diagnostic> {
    let Some(out) = out else {
        let error = Diagnostic::error("codegen.Config", "`OUT_DIR` is not set", Span::NONE);
        return Err(error.with_help("call `compile` in a build script, `build.rs`, which Cargo runs with `OUT_DIR`"));
    };
    let failed = |error: output::Error| {
        Diagnostic::error("codegen.Output", ErrorFacts::of(&error), Span::NONE).with_help(error.help_of_build())
    };
    let (gone, declarations) = position.removed(out, modules);
    let all: Vec<&str> = modules.iter().copied().chain(gone.iter().map(String::as_str)).collect();
    let mut changes = output::compare(out, files, &all).map_err(failed)?;
    changes.removed.extend(declarations);
    output::write(&changes).and_then(|()| compiled.remove_unstarted(out)).map_err(failed)
}

#[cfg(test)]
mod tests;
