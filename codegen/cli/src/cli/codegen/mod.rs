//! `whitesmith codegen`: generates code for the services of `codegen.toml`, or a crate for models on the command line.

mod library;
mod output;
mod reported;
mod service;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

pub(super) use self::library::library;
use self::library::{origin, taken};
use self::output::{FirstFailure, Output};
use self::reported::Reported;
use self::service::generate;
use super::choices::{Enforcement, NameStyle, Optionality};
use super::configuration::nearest_config;
use super::facts::CommandFacts;
use super::package::{self, Join, Membership, Needed, Package, Places};
use super::progress::Progress;
use super::runtime::is_below;
use super::standalone::{Choices, Standalone, with_stub};
use super::stub::Stub;
use super::{Format, Reporter, Selection};
use whitesmith_codegen::config::{Config, Matches, ServiceConfig, is_type_name};
use whitesmith_codegen::diagnostic::{Diagnostic, ErrorFacts};
use whitesmith_codegen::emit::File;
use whitesmith_codegen::emit::stubs::Paths;
use whitesmith_codegen::ir::Module;
use whitesmith_codegen::output::{Changes, Error, Written, modules};
use whitesmith_codegen::parallel;
use whitesmith_codegen::pipeline::Generated;
use whitesmith_codegen::runtime::Runtime;
use whitesmith_codegen::source::{SourceMap, Span};

/// Arguments of `whitesmith codegen`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  whitesmith codegen            generate the services of codegen.toml\n  \
    whitesmith codegen --check    show stale files\n  \
    whitesmith codegen --models sfn.json --out sfn --crate sfn\n\n\
    Exit codes: 0 on success, 1 if errors or stale files were found, 2 on wrong usage")]
pub struct Codegen {
    /// Check only: print a diff of stale files and exit with 1
    #[arg(long)]
    check: bool,
    /// Configuration file [default: codegen.toml in this folder or the nearest above it]
    #[arg(long, value_name = "FILE", conflicts_with = "models")]
    config: Option<PathBuf>,
    /// Model files, folders, archives and `smithy-build.json` files, instead of a configuration file
    #[arg(long, value_name = "PATH", num_args = 1.., requires = "out")]
    models: Vec<PathBuf>,
    /// Projection of `smithy-build.json`. In codegen.toml: `projection` [default: source]
    #[arg(long, value_name = "NAME", requires = "models")]
    projection: Option<String>,
    /// Folder of the generated crate
    #[arg(long, value_name = "DIR", requires = "models")]
    out: Option<PathBuf>,
    /// Shape ID of the service [default: the only service of the models]
    #[arg(long, value_name = "ID", requires = "models")]
    service: Option<String>,
    /// Generate only these operations, separated by commas [default: all]
    #[arg(long, value_name = "NAMES", value_delimiter = ',', requires = "models")]
    operations: Option<Vec<String>>,
    /// Name of the generated crate [default: name of the folder]
    #[arg(long = "crate", value_name = "NAME", requires = "models")]
    crate_name: Option<String>,
    /// Name of the service in Rust types. In codegen.toml: `name` [default: derived from the service shape]
    #[arg(long, value_name = "NAME", requires = "models", value_parser = type_name)]
    name: Option<String>,
    /// Which members are `Option`. In codegen.toml: `nullability`
    #[arg(long, value_enum, value_name = "WHICH", default_value_t, requires = "models")]
    nullability: Optionality,
    /// Names and types of generated code. In codegen.toml: `style`
    #[arg(long, value_enum, value_name = "STYLE", default_value_t, requires = "models")]
    style: NameStyle,
    /// Shape ID of the error that reports constraint violations. In codegen.toml: `validation-error` [default:
    /// smithy.framework#ValidationException]
    #[arg(long, value_name = "ID", requires = "models")]
    validation_error: Option<String>,
    /// Write a server to start from for each service into this folder, unless its file exists
    #[arg(long, value_name = "DIR", conflicts_with = "check")]
    stub: Option<PathBuf>,
    /// IDs of diagnostics to ignore, separated by commas. In codegen.toml: `accept`
    #[arg(long, value_name = "IDS", value_delimiter = ',', requires = "models")]
    accept: Vec<String>,
    /// Enforce constraints by newtypes, or check plain types at run time. In codegen.toml: `constraints`
    #[arg(long, value_enum, value_name = "HOW", default_value_t, requires = "models")]
    constraints: Enforcement,
    /// Source of the crate whitesmith-runtime: `path:DIR`, `git:URL` or a version. In codegen.toml: `runtime` [default:
    /// the dependency in the existing manifest, or else the runtime of the workspace around the crate, or of
    /// codegen.toml]
    #[arg(long, value_name = "SOURCE")]
    runtime: Option<Runtime>,
    /// Folder of the runtime if there is no other default.
    #[arg(skip)]
    fallback: Option<PathBuf>,
    /// Output format of diagnostics
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Whether generated files are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Write them.
    Write,
    /// Compare them with those on disk.
    Check,
}

fn type_name(text: &str) -> Result<String, &'static str> {
    let help = "use letters and digits, starting with a capital letter, such as `ImageBuilder`";
    is_type_name(text).then(|| text.to_owned()).ok_or(help)
}

impl Codegen {
    /// Sets the folder of the runtime for crates outside a workspace that has it.
    #[must_use]
    pub fn with_runtime(self, folder: PathBuf) -> Self {
        Self { fallback: Some(folder), ..self }
    }

    /// Whether files are written or checked.
    pub fn mode(&self) -> Mode {
        if self.check { Mode::Check } else { Mode::Write }
    }

    /// The format of diagnostics.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Whether the command line names neither a configuration nor models.
    pub fn uses_nearest_config(&self) -> bool {
        self.config.is_none() && self.models.is_empty()
    }

    fn selection(&self, configured: Option<&Runtime>) -> Selection {
        let choice = self.runtime.as_ref().or(configured).cloned();
        Selection { choice, fallback: self.fallback.clone() }
    }

    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        let mut reporter = Reporter::new(self.format);
        match &self.out {
            Some(out) => self.separate(out, &mut reporter),
            None => self.configured(&mut reporter),
        }
        reporter.exit_code()
    }

    /// Generates the services of a configuration file.
    fn configured(&self, reporter: &mut Reporter) {
        let Some(configuration) = self.read(reporter) else { return };
        let Configuration { path, config, sources, .. } = &configuration;
        if let Some(taken) = taken(path, &config.package) {
            let error = Diagnostic::error("codegen.Config", taken, config.package_span);
            reporter.report(&[error.with_help(ONE_CONFIGURATION)], sources);
            return self.print_nothing_written(reporter);
        }
        if !self.stub_is_apart(&config.package, reporter) {
            return self.print_nothing_written(reporter);
        }
        let output = Output::new(&config.package, self.mode());
        let services = match self.services(&configuration, &output, reporter) {
            Ok(services) => services,
            Err(error) => return fail(&error, reporter),
        };
        let Services { matches, mut written, stubs, recursion_limit, needed } = services;
        if !reporter.has_errors() {
            reporter.report(&matches.finish(), sources);
        }
        let package = if reporter.has_errors() { None } else { self.package(config, &needed, sources, reporter) };
        let Some(package) = package.filter(|_| !reporter.has_errors()) else {
            return self.print_nothing_written(reporter);
        };
        let named: Vec<&str> = config.services.iter().map(|service| service.module.as_str()).collect();
        let library = in_sources(File {
            path: "lib.rs".into(),
            text: library(&origin(path, &config.package), &named, recursion_limit),
        });
        let manifest = File { path: "Cargo.toml".into(), text: package.manifest };
        match output.add_all(vec![library, manifest]) {
            Ok(files) => written.extend(files),
            Err(error) => return fail(&error, reporter),
        }
        let modules = modules(&config.package.join("src"), &named);
        let modules: Vec<String> = modules.iter().map(|module| format!("src/{module}")).collect();
        let modules: Vec<&str> = modules.iter().map(String::as_str).collect();
        let (join, notes) = (package.join.as_ref(), package.notes);
        finish(output, Rest { modules: &modules, written, join, notes, stubs }, reporter);
    }

    /// Reads the configuration file. `None` after an error, which is printed.
    fn read(&self, reporter: &mut Reporter) -> Option<Configuration> {
        let Some(path) = self.config.clone().or_else(nearest_config) else {
            let message = "no `codegen.toml` in this folder or its parents";
            let error = Diagnostic::error("codegen.Config", message, Span::NONE);
            let help = "create one with `whitesmith init`, or use --config or --models";
            reporter.report_usage(error.with_help(help));
            return None;
        };
        let text = fs::read_to_string(&path);
        let text =
            text.map_err(|error| reporter.fail("codegen.Config", CommandFacts::unread(&path, &error), "")).ok()?;
        let mut sources = SourceMap::default();
        let source = sources.add_other(&path, text.clone());
        match Config::parse(source, &text, path.parent().unwrap_or(Path::new(""))) {
            Ok(config) => Some(Configuration { path, text, sources, config }),
            Err(errors) => {
                reporter.report(&errors, &sources);
                self.print_nothing_written(reporter);
                None
            }
        }
    }

    /// Generates the services, and prints their diagnostics in the order of the configuration. Fails if files could not
    /// be written.
    fn services<'c>(
        &self,
        configuration: &'c Configuration,
        output: &Output,
        reporter: &mut Reporter,
    ) -> Result<Services<'c>, Error> {
        let config = &configuration.config;
        let mut all = Services::new(config);
        let mut shown = Reported::default();
        let failure = FirstFailure::default();
        let progress = Progress::start("generating");
        let work = |(at, service): (usize, &ServiceConfig)| {
            progress.step(format!("generating {} ({} of {})", service.module, at + 1, config.services.len()));
            let mut sources = SourceMap::default();
            sources.add_other(&configuration.path, configuration.text.clone());
            let (generation, found) = generate(service, configuration.folder(), &mut sources);
            // The model is dropped here, so that each thread has only one. So is what nothing below needs.
            let mut matches = Matches::new(&config.overrides);
            let generated = generation.and_then(|(model, generated)| {
                matches.add(&model);
                generated
            });
            let generated = generated.map(|(module, Generated { files, recursion_limit, runtime_features })| {
                let needed = Needed::of(&module, runtime_features);
                let module = self.stub.is_some().then_some(module);
                // Nothing is written after an error of a service before it. Those after it do not count, so that the
                // error that is reported does not depend on which is generated first.
                let files = if failure.is_before(at) { Vec::new() } else { files };
                let written = output.add_all(files.into_iter().map(in_sources).collect());
                let written = written.map_err(|error| failure.add(at, Some(error))).unwrap_or_default();
                (module, written, recursion_limit, needed)
            });
            if generated.is_none() {
                failure.add(at, None);
            }
            let sources = if found.is_empty() { SourceMap::default() } else { sources };
            (service.module.clone(), matches, generated, found, sources)
        };
        let services: Vec<_> = config.services.iter().enumerate().collect();
        parallel::for_each(services, LIMITS, &work, &mut |(name, matched, generated, found, sources)| {
            let found = shown.only_new(found, &sources);
            reporter.report(&found.reading, &sources);
            reporter.report_model(&found.model, &sources);
            reporter.report(&found.generation, &sources);
            all.matches.merge(matched);
            let Some((module, files, limit, needed)) = generated else {
                // The other services would be written without this one, and its old files removed.
                if !reporter.has_errors() {
                    reporter.fail("codegen.Internal", CommandFacts::NoOutput { module: name }, "report this bug");
                }
                return;
            };
            all.stubs.extend(module.and_then(|module| self.stub(config, &name, &module, reporter)));
            all.written.extend(files);
            all.recursion_limit = all.recursion_limit.max(limit);
            all.needed.extend(needed);
        });
        failure.error().filter(|_| !reporter.has_errors()).map_or(Ok(all), Err)
    }

    /// The server to start from, if it is asked for. `None` also after an error, which is printed.
    fn stub(&self, config: &Config, name: &str, module: &Module, reporter: &mut Reporter) -> Option<Stub> {
        let folder = self.stub.as_deref()?;
        let library = package::library_name(config);
        let has_runtime = config.services.iter().all(|service| service.module != "runtime");
        let runtime = if has_runtime { format!("{library}::runtime") } else { "whitesmith_runtime".to_owned() };
        let paths = Paths { module: &format!("{library}::{name}"), runtime: &runtime };
        let stub = Stub::of(folder, module, paths);
        stub.map_err(|error| reporter.fail("codegen.Internal", ErrorFacts::of(&error), "")).ok().flatten()
    }

    /// The changes of the package. `None` after an error, which is printed.
    fn package(
        &self,
        config: &Config,
        needed: &Needed,
        sources: &SourceMap,
        reporter: &mut Reporter,
    ) -> Option<Package> {
        let package = package::configured(config, &self.selection(config.runtime.as_ref()), needed);
        let runtime = config.runtime.as_ref().map_or(config.package_span, |_| config.runtime_span);
        let places = Places { runtime, package: config.package_span };
        package.map_err(|problem| problem.report(places, sources, reporter)).ok()
    }

    /// Generates a separate crate.
    fn separate(&self, out: &Path, reporter: &mut Reporter) {
        let is_new = !out.join("Cargo.toml").exists();
        let membership = if is_new { Membership::of(out) } else { Ok(Membership::Apart) };
        let membership = match membership {
            Ok(membership) => membership,
            Err(error) => {
                let help = "correct the manifest of the workspace, or choose a folder outside it";
                return reporter.fail("codegen.Output", ErrorFacts::of(&error), help);
            }
        };
        let request = Standalone {
            models: &self.models,
            projection: self.projection.as_deref(),
            out,
            service: self.service.as_deref(),
            operations: self.operations.as_deref(),
            crate_name: self.crate_name.as_deref(),
            runtime: &self.selection(None),
            accept: &self.accept,
            constraints: self.constraints.into(),
            choices: Choices {
                name: self.name.as_deref(),
                nullability: self.nullability.into(),
                style: self.style.into(),
                validation_error: self.validation_error.as_deref(),
                stub: self.stub.as_deref(),
            },
            membership: &membership,
        };
        if !self.stub_is_apart(out, reporter) {
            return self.print_nothing_written(reporter);
        }
        let progress = Progress::start("generating");
        let files = with_stub(&request, reporter);
        drop(progress);
        let Some((files, stub)) = files else { return self.print_nothing_written(reporter) };
        let join = if let Membership::Joins(join) = &membership { Some(join) } else { None };
        let notes = join.map(|join| format!("{}: added the member {}", join.manifest.display(), join.member));
        let notes = notes.into_iter().collect();
        let stubs = stub.into_iter().collect();
        let output = Output::new(out, self.mode());
        match output.add_all(files) {
            Ok(written) => finish(output, Rest { modules: &["src"], written, join, notes, stubs }, reporter),
            Err(error) => fail(&error, reporter),
        }
    }

    /// Whether stubs are written outside generated code. Otherwise, reports an error.
    fn stub_is_apart(&self, package: &Path, reporter: &mut Reporter) -> bool {
        let Some(folder) = self.stub.as_deref().filter(|folder| is_below(folder, &package.join("src"))) else {
            return true;
        };
        let facts = CommandFacts::StubInGenerated { path: folder.display().to_string() };
        let error = Diagnostic::error("codegen.Config", facts, Span::NONE);
        reporter.report_usage(error.with_help("choose another folder for --stub"));
        false
    }

    fn print_nothing_written(&self, reporter: &Reporter) {
        if self.format == Format::Human && !self.check {
            let ids: Vec<&str> = reporter.acceptable().collect();
            let advice = match (ids.join(","), self.out.is_some()) {
                (ids, _) if ids.is_empty() => String::new(),
                (ids, true) => format!("; to ignore the diagnostics, pass `--accept {ids}`"),
                (ids, false) => format!("; to ignore the diagnostics, add `{ids}` to `accept` in the configuration"),
            };
            let _ = writeln!(std::io::stderr(), "nothing was written{advice}");
        }
    }
}

/// A configuration file that was read.
struct Configuration {
    path: PathBuf,
    text: String,
    sources: SourceMap,
    config: Config,
}

impl Configuration {
    /// The folder that paths are relative to.
    fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }
}

/// Results of all services, once their files are written.
struct Services<'c> {
    matches: Matches<'c>,
    /// Changed files, if the command only checks.
    written: Vec<Written>,
    /// Servers to start from.
    stubs: Vec<Stub>,
    recursion_limit: Option<usize>,
    needed: Needed,
}

impl<'c> Services<'c> {
    fn new(config: &'c Config) -> Self {
        Self {
            matches: Matches::new(&config.overrides),
            written: Vec::new(),
            stubs: Vec::new(),
            recursion_limit: None,
            needed: Needed::default(),
        }
    }
}

/// Arguments of [`finish`] besides generated files.
struct Rest<'a> {
    /// Folders whose other generated files are removed.
    modules: &'a [&'a str],
    /// Changed files, if the command only checks.
    written: Vec<Written>,
    /// Change of the workspace.
    join: Option<&'a Join>,
    /// Further changes, one line each.
    notes: Vec<String>,
    /// Servers to start from.
    stubs: Vec<Stub>,
}

/// Help for a package with another configuration.
const ONE_CONFIGURATION: &str = "one configuration can have all services of a package: move them there, or set another \
     `package`; to keep only this configuration, delete the other";

/// Replaces the old files, or prints how they differ if the command only checks.
fn finish(output: Output, rest: Rest<'_>, reporter: &mut Reporter) {
    let Rest { modules, written, join, notes, stubs } = rest;
    let (removed, found, staging) = output.finish(modules);
    let Some(staging) = staging else {
        let changes = Changes { written: written.into_iter().chain(join.map(Join::change)).collect(), removed };
        reporter.report_stale_code(&changes);
        return;
    };
    // The manifest of the workspace is not a file of the package. A note reports its change.
    let join = join.map_or(Ok(()), |join| join.stage(&staging));
    let stubs = join.and_then(|()| stubs.iter().map(|stub| stub.stage(&staging)).collect::<Result<Vec<_>, _>>());
    let stubs = match stubs.and_then(|stubs| staging.commit(&removed).map(|()| stubs)) {
        Ok(stubs) => stubs,
        Err(error) => return fail(&error, reporter),
    };
    let replaced = found.replaced.iter().map(|path| format!("{}: replaced the file of `cargo new`", path.display()));
    for note in notes.into_iter().chain(replaced) {
        let _ = writeln!(std::io::stderr(), "{note}");
    }
    for note in stubs {
        let _ = writeln!(std::io::stderr(), "{note}");
    }
    let _ = writeln!(
        std::io::stderr(),
        "{} files: {} written, {} removed{}",
        found.files,
        found.written,
        removed.len(),
        reporter.hidden_warnings()
    );
}

/// Prints an error of the output.
fn fail(error: &Error, reporter: &mut Reporter) {
    reporter.fail("codegen.Output", ErrorFacts::of(error), error.help());
}

/// The file in the folder `src`.
fn in_sources(file: File) -> File {
    File { path: format!("src/{}", file.path), ..file }
}

/// The stack size is that of a program's first thread. Few services wait until the diagnostics of those before them are
/// printed.
const LIMITS: parallel::Limits = parallel::Limits { stack: 8 << 20, waiting: 16 };
