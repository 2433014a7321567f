//! `whitesmith init`: a new crate with a model, generated code, a server, a client and tests.

mod model;
mod templates;
mod write;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use whitesmith_codegen::diagnostic::{Diagnostic, ErrorFacts, Note};
use whitesmith_codegen::emit::File;
use whitesmith_codegen::emit::stubs::{self, BareCall};
use whitesmith_codegen::ir::Callers;
use whitesmith_codegen::load::has_models;
use whitesmith_codegen::runtime::Runtime;
use whitesmith_codegen::source::{SourceMap, Span};

use self::model::Input;
use self::templates::Values;
use super::codegen::library;
use super::facts::{CommandFacts, CommandHelp};
use super::package::{self, Join, Membership, Places, Problem};
use super::progress::Progress;
use super::{Format, Reporter, Selection, stdout};
use crate::keys;

/// Arguments of `whitesmith init`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Examples:\n  whitesmith init notes --runtime path:../whitesmith/runtime\n  \
    whitesmith init . --name notes --runtime path:../whitesmith/runtime\n  \
    whitesmith init orders --model orders.smithy --runtime path:../whitesmith/runtime\n  \
    whitesmith init orders --model models --service example.orders#Orders --runtime 0.1\n\n\
    Exit codes: 0 on success, 1 if errors were found or files are in the way, 2 on wrong usage")]
pub struct Init {
    /// Folder of the crate: a new one, or `.` for the current folder
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Name of the crate [default: name of the folder]
    #[arg(long)]
    name: Option<String>,
    /// Model files and folders to copy; `-` is standard input [default: with `.`, the folder `model` if it has models;
    /// otherwise a small example]
    #[arg(long = "model", value_name = "FILE", num_args = 1..)]
    models: Vec<PathBuf>,
    /// Shape ID of the service [default: the only service of the model]
    #[arg(long, value_name = "ID")]
    service: Option<String>,
    /// Source of the crate whitesmith-runtime: `path:DIR`, `git:URL` or a version [default: the runtime of the
    /// workspace around the crate, or of the nearest codegen.toml]
    #[arg(long, value_name = "SOURCE")]
    runtime: Option<Runtime>,
    /// Folder of the runtime if there is no other default.
    #[arg(skip)]
    fallback: Option<PathBuf>,
}

/// A crate that is ready to be written.
struct NewCrate {
    name: String,
    files: Vec<File>,
    membership: Membership,
    service: String,
    /// Whose calls the service of the model accepts. The server accepts all until it is edited.
    callers: Callers,
    /// Files that existed already, and what happened to them, one line each.
    notes: Vec<String>,
}

impl Init {
    /// Sets the folder of the runtime for crates outside a workspace that has it.
    #[must_use]
    pub fn with_runtime(self, folder: PathBuf) -> Self {
        Self { fallback: Some(folder), ..self }
    }

    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        let mut reporter = Reporter::new(Format::Human);
        let init = self.clone().with_own_models();
        if let Some(created) = init.create(&mut reporter)
            && !stdout::print(&init.summary(&created))
        {
            return ExitCode::FAILURE;
        }
        reporter.exit_code()
    }

    /// Uses the models that the current folder has where a new crate gets its own.
    fn with_own_models(mut self) -> Self {
        let folder = PathBuf::from(model::FOLDER);
        if self.models.is_empty() && self.is_here() && has_models(&folder) {
            self.models.push(folder);
        }
        self
    }

    /// Writes the crate. `None` after an error, which is printed.
    fn create(&self, reporter: &mut Reporter) -> Option<NewCrate> {
        let name = match self.name() {
            Ok(name) => name,
            Err(problem) => {
                problem.report(Places::default(), &SourceMap::default(), reporter);
                return None;
            }
        };
        let mut usage = |facts, help: Note| {
            reporter.report_usage(Diagnostic::error("codegen.Config", facts, Span::NONE).with_help(help));
            None
        };
        if !package::is_crate_name(&name) {
            let help = CommandHelp::CrateNames { option: "--name" };
            return usage(CommandFacts::NotACrateName { name }, help.into());
        }
        if DEPENDENCIES.contains(&name.as_str()) {
            return usage(CommandFacts::NameOfDependency { name }, OTHER_NAME.into());
        }
        if FOLDERS.contains(&name.as_str()) {
            return usage(CommandFacts::NameOfFolder { name }, OTHER_NAME.into());
        }
        match self.namesake(&name) {
            Ok(None) => {}
            Ok(Some(taken)) => {
                reporter.fail("codegen.Config", taken, OTHER_NAME);
                return None;
            }
            Err(problem) => {
                problem.report(Places::default(), &SourceMap::default(), reporter);
                return None;
            }
        }
        if !self.is_here() && !write::is_free(&self.folder) {
            let facts = CommandFacts::Exists { path: self.folder.display().to_string() };
            let help = "choose another name, or run `whitesmith init .` in the folder, which overwrites nothing";
            reporter.fail("codegen.Output", facts, help);
            return None;
        }
        let progress = Progress::start("generating");
        let input = model::read_model(&self.models, self.service.as_deref(), reporter)?;
        drop(progress);
        let mut created = match self.files(name, &input) {
            Ok(created) => created,
            Err(problem) => {
                problem.report(Places::default(), &SourceMap::default(), reporter);
                return None;
            }
        };
        let join = if let Membership::Joins(join) = &created.membership { Some(join) } else { None };
        if self.folder.is_dir() {
            created.notes = self.add(&created.files, join, reporter)?;
        } else if let Err(error) = write::write(&self.folder, &created.files, join) {
            reporter.fail(
                "codegen.Output",
                ErrorFacts::of(&error),
                "nothing was written; check the folder and its permissions",
            );
            return None;
        }
        Some(created)
    }

    /// Adds the files to the current folder, or to an empty one. Returns what happened to files that existed already,
    /// or `None` after an error, which is printed.
    fn add(&self, files: &[File], join: Option<&Join>, reporter: &mut Reporter) -> Option<Vec<String>> {
        let mut additions = match write::additions(&self.folder, files) {
            Ok(additions) => additions,
            Err(others) => {
                let facts = CommandFacts::FilesExist { paths: others };
                reporter.fail("codegen.Output", facts, "move them, or create the crate in a new folder");
                return None;
            }
        };
        let notes = std::mem::take(&mut additions.notes);
        if let Err(error) = write::add(&additions, join) {
            reporter.fail("codegen.Output", ErrorFacts::of(&error), error.help());
            return None;
        }
        Some(notes)
    }

    /// Whether the folder is the current one, by any of its names.
    fn is_here(&self) -> bool {
        let here = std::env::current_dir().and_then(|here| here.canonicalize());
        here.is_ok_and(|here| self.folder.canonicalize().is_ok_and(|folder| folder == here))
    }

    /// Whether another package of the workspace around the crate has the name of the crate or of the generated one.
    fn namesake(&self, name: &str) -> Result<Option<CommandFacts>, Problem> {
        let api = format!("{name}-api");
        let found = package::namesake(&self.folder, &Membership::of(&self.folder)?, &[name, &api])?;
        Ok(found.map(|(path, name)| CommandFacts::NameOfPackage { name, path: path.display().to_string() }))
    }

    /// The name of the crate: as chosen, or that of the folder.
    fn name(&self) -> Result<String, Problem> {
        match (&self.name, self.folder.file_name()) {
            (Some(name), _) => Ok(name.clone()),
            (None, Some(name)) => Ok(name.to_string_lossy().into_owned()),
            (None, None) => {
                let place = super::runtime::resolve(&self.folder)?;
                Ok(place.file_name().unwrap_or_default().to_string_lossy().into_owned())
            }
        }
    }

    /// The files of the crate.
    fn files(&self, name: String, input: &Input) -> Result<NewCrate, Problem> {
        let Input { config, module, generated, .. } = input;
        let selection = Selection { choice: self.runtime.clone(), fallback: self.fallback.clone() };
        let runtime = selection.resolve(&self.folder)?;
        let membership = Membership::of(&self.folder)?;
        let is_example = self.models.is_empty();
        let (server, calls) = if is_example {
            (templates::EXAMPLE_SERVER.to_owned(), &templates::EXAMPLE_CALLS)
        } else {
            let api = format!("api::{}", module.name);
            let paths = stubs::Paths { module: &api, runtime: "whitesmith_runtime" };
            (stubs::server(module, paths)?, &templates::MODEL_CALLS)
        };
        // `model::read_model` accepts no service without operations.
        let (method, call) = stubs::first_call(module).unwrap_or((String::new(), BareCall::Invalid));
        let reason = match call {
            BareCall::Sent => "NotImplemented",
            BareCall::Invalid => "Invalid",
        };
        let [install, check] = templates::freshness(&runtime);
        let values = [
            ("name", name.clone()),
            ("crate", name.replace('-', "_")),
            ("module", config.module.clone()),
            ("service", config.id.clone()),
            ("runtime", runtime.to_string()),
            ("method", method),
            ("reason", reason.to_owned()),
            ("install", install),
            ("check", check),
            ("callers", templates::callers(module.callers).to_owned()),
        ];
        let values = Values(&values);
        let mut files = Vec::new();
        let mut add = |path: &str, text: String| files.push(File { path: path.to_owned(), text });
        let mut manifest = values.render(templates::MANIFEST);
        if membership == Membership::Apart {
            manifest.push_str(templates::WORKSPACE);
            // In a workspace, these belong to its root.
            add(".github/workflows/check.yml", values.render(templates::WORKFLOW));
            add(".gitignore", templates::GITIGNORE.to_owned());
        }
        add("Cargo.toml", manifest);
        add("codegen.toml", keys::commented(&configuration(input)));
        add("README.md", values.render(templates::README));
        add("src/lib.rs", server);
        add("src/main.rs", values.render(templates::MAIN));
        add("examples/client.rs", values.render(calls.client));
        add("tests/calls.rs", values.render(calls.test));
        let needed = package::Needed::of(module, generated.runtime_features.clone());
        let features = package::features_of(std::slice::from_ref(config), &needed);
        let below = selection.resolve(&self.folder.join(GENERATED))?;
        let runtime = (&below, generated.runtime_features.as_slice());
        let manifest = package::manifest(&format!("{name}-api"), &features, runtime, &Membership::Member);
        add(&format!("{GENERATED}/Cargo.toml"), manifest);
        add(
            &format!("{GENERATED}/src/lib.rs"),
            library("../codegen.toml", &[&config.module], generated.recursion_limit),
        );
        for file in &generated.files {
            add(&format!("{GENERATED}/src/{}", file.path), file.text.clone());
        }
        files.extend(input.files.iter().cloned());
        let (service, callers) = (config.id.clone(), module.callers);
        Ok(NewCrate { name, files, membership, service, callers, notes: Vec::new() })
    }

    /// A summary of what was created, and the next steps.
    fn summary(&self, created: &NewCrate) -> String {
        let NewCrate { name, service, .. } = created;
        let mut text = format!("created `{name}`, a server and a client of `{service}`\n\n");
        let server = if self.models.is_empty() {
            "the server, with data in memory"
        } else {
            "the server: implement its operations"
        };
        let parts = [
            ("model/", "the model"),
            ("codegen.toml", "what is generated from it"),
            ("generated/", "generated types, client and server: do not edit"),
            ("src/lib.rs", server),
            ("examples/client.rs", "a client"),
            ("tests/calls.rs", "tests that call the server"),
        ];
        // Writing to a String cannot fail.
        for (path, meaning) in parts {
            let _ = writeln!(text, "  {path:<20} {meaning}");
        }
        if created.callers == Callers::Authenticated {
            text.push_str(
                "\nThe server accepts all callers until you replace `without_authentication` in src/lib.rs.\n",
            );
        }
        if let Membership::Joins(join) = &created.membership {
            let _ = writeln!(text, "\n{}: added the member {}", join.manifest.display(), join.member);
        }
        if !created.notes.is_empty() {
            let _ = writeln!(text, "\n{}", created.notes.join("\n"));
        }
        let enter = (!self.is_here()).then(|| (format!("cd {}", self.folder.display()), ""));
        let commands = [
            ("cargo run".to_owned(), "serve on http://127.0.0.1:8080"),
            ("cargo run --example client".to_owned(), "call the server, from another terminal"),
            ("cargo test".to_owned(), "run the tests"),
            ("whitesmith codegen".to_owned(), "after a change of the model"),
        ];
        text.push_str("\nnext:\n");
        for (command, meaning) in enter.into_iter().chain(commands) {
            let _ = writeln!(text, "{}", format!("  {command:<28} {meaning}").trim_end());
        }
        text
    }
}

/// Names of dependencies in the template of the manifest.
const DEPENDENCIES: &[&str] = &["api", "tokio"];

/// Names of folders that Cargo creates beside the program.
const FOLDERS: &[&str] = &["build", "deps", "examples", "incremental"];

/// Help for a name that is taken.
const OTHER_NAME: &str = "choose another name with --name";

/// Folder of the generated package.
const GENERATED: &str = "generated";

/// The keys of `codegen.toml`.
fn configuration(input: &Input) -> [(&'static str, String); 4] {
    let quoted = |text: &str| toml_edit::Value::from(text).to_string();
    [
        ("package", quoted(GENERATED)),
        ("module", quoted(&input.config.module)),
        ("id", quoted(&input.config.id)),
        ("models", format!("[{}]", quoted(&Path::new(model::FOLDER).display().to_string()))),
    ]
}
