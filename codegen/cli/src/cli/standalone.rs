//! Generates a separate crate for one service, from models on the command line.

use std::path::{Path, PathBuf};

use super::facts::{CommandFacts, CommandHelp};
use super::package::{self, Membership, Places, Problem, features_of_sides};
use super::runtime::{Place, resolve};
use super::stub::Stub;
use super::{Reporter, Selection, models};
use whitesmith_codegen::config::{Constraints, Nullability, ServiceConfig, Sides, Style};
use whitesmith_codegen::diagnostic::{Diagnostic, ErrorFacts};
use whitesmith_codegen::emit::stubs::Paths;
use whitesmith_codegen::emit::{self, File};
use whitesmith_codegen::load::Projection;
use whitesmith_codegen::lower::{ADD_SERVICE, named_service, only_service, services};
use whitesmith_codegen::model::{Model, Valid};
use whitesmith_codegen::pipeline::{self, Generated};
use whitesmith_codegen::rule::Accepted;
use whitesmith_codegen::source::{SourceMap, Span};

/// Options of a separate crate.
#[derive(Clone, Copy, Debug)]
pub struct Standalone<'a> {
    /// Model files and folders.
    pub models: &'a [PathBuf],
    /// Projection of `smithy-build.json`. Default: `source`.
    pub projection: Option<&'a str>,
    /// Folder of the crate.
    pub out: &'a Path,
    /// Shape ID of the service. Default: the only service of the models.
    pub service: Option<&'a str>,
    /// Operations to generate. Default: all.
    pub operations: Option<&'a [String]>,
    /// Name of the crate. Default: name of the folder.
    pub crate_name: Option<&'a str>,
    /// Source of the runtime.
    pub runtime: &'a Selection,
    /// IDs of diagnostics to ignore.
    pub accept: &'a [String],
    /// How constraints are enforced.
    pub constraints: Constraints,
    /// Further settings of the service.
    pub choices: Choices<'a>,
    /// The place of the crate, if it is new.
    pub membership: &'a Membership,
}

/// Settings of a service that have a default.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choices<'a> {
    /// Name of the service in Rust types. Default: derived from the name of the shape.
    pub name: Option<&'a str>,
    /// Which members are `Option`.
    pub nullability: Nullability,
    /// Further names of generated code.
    pub style: Style,
    /// Shape ID of the error that reports constraint violations.
    pub validation_error: Option<&'a str>,
    /// Folder for a server to start from.
    pub stub: Option<&'a Path>,
}

impl Standalone<'_> {
    /// The name of the crate: as chosen, or that of the folder. `None` after an error, which is printed.
    fn name(&self, reporter: &mut Reporter) -> Option<String> {
        let of_folder = || Place::of(&resolve(self.out)?).map(|place| place.name().unwrap_or_default().to_owned());
        let crate_name = match self.crate_name.map_or_else(of_folder, |name| Ok(name.to_owned())) {
            Ok(name) => name,
            Err(error) => {
                Problem::from(error).report(Places::default(), &SourceMap::default(), reporter);
                return None;
            }
        };
        if !package::is_crate_name(&crate_name) {
            let help = CommandHelp::CrateNames { option: "--crate" };
            let facts = CommandFacts::NotACrateName { name: crate_name };
            reporter.report_usage(Diagnostic::error("codegen.Config", facts, Span::NONE).with_help(help));
            return None;
        }
        match package::namesake(self.out, self.membership, &[&crate_name]) {
            Ok(None) => {}
            Ok(Some((path, name))) => {
                let facts = CommandFacts::NameOfPackage { name, path: path.display().to_string() };
                reporter.fail("codegen.Config", facts, "choose another name with `--crate`");
                return None;
            }
            Err(error) => {
                Problem::from(error).report(Places::default(), &SourceMap::default(), reporter);
                return None;
            }
        }
        Some(crate_name)
    }

    /// Parts of the service to generate.
    fn service(&self, id: String) -> ServiceConfig {
        ServiceConfig {
            module: MODULE.into(),
            id,
            // File names only, so that output does not depend on the location of the models.
            models: self.models.iter().filter_map(|path| models::shown_name(path)).collect(),
            operations: self.operations.map(<[String]>::to_vec),
            constraints: self.constraints,
            name: self.choices.name.map(str::to_owned),
            nullability: self.choices.nullability,
            style: self.choices.style,
            validation_error: self.choices.validation_error.map(str::to_owned),
            ..ServiceConfig::default()
        }
    }
}

/// Generates the files of the crate. `None` after an error, which is printed.
pub fn standalone(request: &Standalone<'_>, reporter: &mut Reporter) -> Option<Vec<File>> {
    with_stub(request, reporter).map(|(files, _)| files)
}

/// Generates the files of the crate, and the server to start from. `None` after an error, which is printed.
pub(super) fn with_stub(request: &Standalone<'_>, reporter: &mut Reporter) -> Option<(Vec<File>, Option<Stub>)> {
    let mut sources = SourceMap::default();
    let unread = models::read(request.models, &Projection::named(request.projection), &mut sources);
    if !unread.is_empty() {
        reporter.report_arguments(&unread, &sources);
        return None;
    }
    let accept: Vec<Accepted> = request.accept.iter().map(Accepted::from).collect();
    let (model, diagnostics) = pipeline::model_accepting(&sources, &accept);
    reporter.report_model(&diagnostics, &sources);
    let model = model.filter(|_| !reporter.has_errors())?;
    let id = chosen(&model, (request.service, request.projection), &sources, reporter)?;
    let crate_name = request.name(reporter)?;
    let config = request.service(id);
    let (module, diagnostics) = pipeline::lowered(&model, &config);
    reporter.report_arguments(&diagnostics, &sources);
    let module = module?;
    let generated = pipeline::generate_lowered(&module);
    let generated = generated.map_err(|error| reporter.report(&[error], &sources)).ok()?;
    let Generated { files, recursion_limit, runtime_features } = generated;
    let library = crate_name.replace('-', "_");
    let paths = Paths { module: &library, runtime: &format!("{library}::runtime") };
    let stub = request.choices.stub.map_or(Ok(None), |folder| Stub::of(folder, &module, paths));
    let stub = stub.map_err(|error| reporter.fail("codegen.Internal", ErrorFacts::of(&error), "")).ok()?;
    let manifest = package::separate(request.out, request.runtime, &runtime_features, |runtime| {
        let features = features_of_sides(Sides::Both, &runtime_features);
        package::manifest(&crate_name, &features, (runtime, &runtime_features), request.membership)
    });
    let manifest = manifest.map_err(|problem| problem.report(Places::default(), &sources, reporter)).ok()?;
    let mut files: Vec<File> = files.into_iter().map(|file| into_root(file, recursion_limit)).collect();
    files.push(File { path: "Cargo.toml".into(), text: manifest });
    // Users may edit this file, so an existing one is kept, readable or not.
    let text = match std::fs::read_to_string(request.out.join("rustfmt.toml")) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Some(RUSTFMT.to_owned()),
        text => text.ok(),
    };
    files.extend(text.map(|text| File { path: "rustfmt.toml".into(), text }));
    Some((files, stub))
}

/// The ID of the service: the one that the user chose, or the only one. `None` after an error, which is printed.
pub(super) fn chosen(
    model: &Valid<Model>,
    (service, projection): (Option<&str>, Option<&str>),
    sources: &SourceMap,
    reporter: &mut Reporter,
) -> Option<String> {
    let id = match service {
        Some(name) => Ok(named_service(model, name)),
        None => only_service(model, "choose one with --service"),
    };
    let with_help = |error: Diagnostic| match projection {
        _ if error.help.is_some() => error,
        Some(name) => error.with_help(CommandHelp::RemovedByProjection { projection: name.to_owned() }),
        None => error.with_help(ADD_SERVICE),
    };
    let report = |error| match service {
        Some(_) => reporter.report_arguments(&[with_help(error)], sources),
        None if services(model).next().is_some() => reporter.report_usage_in(&[with_help(error)], sources),
        None => reporter.report(&[with_help(error)], sources),
    };
    id.map_err(report).ok()
}

/// Re-export of the runtime, so that users need no dependency of their own.
pub(super) const RUNTIME: &str = "/// The runtime of this code.\n\
    pub use whitesmith_runtime as runtime;\n";

/// Module of the service, before it becomes the root of the crate.
const MODULE: &str = "service";

/// Turns the module of the service into the root of the crate.
fn into_root(file: File, recursion_limit: Option<usize>) -> File {
    let name = file.path.strip_prefix(MODULE).and_then(|path| path.strip_prefix('/')).unwrap_or(&file.path);
    if name == "mod.rs" {
        let mut text = format!("{}\n{RUNTIME}", file.text);
        if let Some(limit) = recursion_limit {
            // Attributes of the crate come after the header.
            let at = text.find("\n\n").unwrap_or(0);
            text.insert_str(at + 1, &emit::recursion_limit(limit));
        }
        return File { path: "src/lib.rs".into(), text };
    }
    File { path: format!("src/{name}"), text: file.text }
}

/// Overrides rustfmt configurations of parent folders.
const RUSTFMT: &str = "# Generated code has rustfmt's default format. This file overrides those in parent folders.
";
