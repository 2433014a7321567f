//! The program that makes the calls: generated clients and a table of their operations.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::Duration;

use serde_json::Value as Json;
use whitesmith::cli::{Format, Reporter};
use whitesmith_codegen::config::{Accepted, Constraints, Gates, ServiceConfig, Sides};
use whitesmith_codegen::diagnostic::{Diagnostic, Severity};
use whitesmith_codegen::emit::{self, File, HEADER};
use whitesmith_codegen::ir::Operation;
use whitesmith_codegen::load::{Projection, read_projected};
use whitesmith_codegen::source::SourceMap;
use whitesmith_codegen::traits::Protocol;
use whitesmith_codegen::{lower, output, pipeline};

use super::scenario::Scenario;
use crate::error::{self, TaskError};
use crate::process::Lines;
use crate::task::Context;

/// Errors in official models: two errors of `CloudWatch` have the same code, and endpoint tests have inputs that
/// clients reject.
const ACCEPTED: [&str; 2] = ["EndpointTestsTrait", "QueryErrorCode"];

/// Time limit of a call. The program's own limit for each request is shorter.
const LIMIT: Duration = Duration::from_secs(300);

/// A generated client.
pub(super) struct Service {
    /// Absolute shape ID of the service.
    pub(super) id: String,
    /// The protocol that the client speaks.
    pub(super) protocol: String,
    files: Vec<File>,
    /// Name of its module, and of its calls in the program.
    pub(super) module: String,
    table: String,
}

impl Service {
    /// Generates the client that a scenario needs.
    pub(super) fn generate(scenario: &Scenario, models: &[PathBuf]) -> Result<Self, TaskError> {
        let mut sources = SourceMap::default();
        let mut reporter = Reporter::new(Format::Human);
        let mut report = |found: &[Diagnostic], sources: &SourceMap| {
            // Official models have warnings, which do not matter here.
            let errors: Vec<_> = found.iter().filter(|one| one.severity >= Severity::Danger).cloned().collect();
            reporter.report(&errors, sources);
        };
        let failed = || TaskError::Model(scenario.name.clone());
        report(&read_projected(models, &Projection::default(), &mut sources), &sources);
        let (model, found) = pipeline::model_accepting(&sources, &ACCEPTED.map(Accepted::from));
        report(&found, &sources);
        let model = model.ok_or_else(failed)?;
        let id = lower::only_service(&model, "use a scenario for each service").map_err(|error| {
            report(&[error], &sources);
            failed()
        })?;
        let config = ServiceConfig {
            module: scenario.name.replace('-', "_"),
            id: id.clone(),
            operations: Some(scenario.operations().into_iter().map(str::to_owned).collect()),
            constraints: Constraints::Checked,
            sides: Sides::Client,
            gates: Gates::None,
            ..ServiceConfig::default()
        };
        let (module, _) = lower::lower(&model, &config).map_err(|found| {
            report(&found, &sources);
            failed()
        })?;
        let generated = pipeline::generate_lowered(&module).map_err(|error| {
            report(&[error], &sources);
            failed()
        })?;
        let mut table = String::new();
        for call in scenario.calls() {
            let name = call.split(' ').next().unwrap_or_default();
            let operation = module.operations.iter().find(|operation| operation.wire_name == name);
            let function = operation.and_then(|operation| function(&config.module, operation, call));
            let function = function.ok_or_else(|| TaskError::Missing(format!("{call} in {}", scenario.name)))?;
            // Writing to a String cannot fail.
            let _ = writeln!(table, "        ({call:?}, {function}),");
        }
        let service = model.shape_named(&id).ok_or_else(failed)?;
        let protocol = Protocol::of(&service.traits).next().map_or("", Protocol::shape_id);
        let protocol = protocol.rsplit('#').next().unwrap_or_default().to_owned();
        Ok(Self { id, protocol, files: generated.files, module: config.module, table })
    }
}

/// The function of the runtime that makes a call.
fn function(module: &str, operation: &Operation, call: &str) -> Option<String> {
    let marker = format!("{module}::operations::{}", emit::type_name(&operation.name));
    let mut words = call.split(' ').skip(1);
    match (words.next(), words.next()) {
        (None, _) => Some(format!("send::<{marker}>")),
        (Some("pages"), None) if operation.pages.is_none() => None,
        (Some(how @ ("pages" | "presigned")), None) => Some(format!("{how}::<{marker}>")),
        (Some("until"), Some(waiter)) => {
            let waiter = operation.waiters.iter().find(|known| known.wire_name == waiter)?;
            let (method, until) = (emit::type_name(&operation.method), &waiter.method);
            let client = format!("{module}::Client::new(client.config().clone())");
            let wait = format!("move |value| client.{method}().with_input(value).{until}(settings())");
            Some(format!("|client, input| {{ let client = {client}; waited::<{marker}, _>(input, {wait}) }}"))
        }
        _ => None,
    }
}

/// A running program.
pub(super) struct Program {
    child: Child,
    input: ChildStdin,
    lines: Lines,
}

impl Program {
    /// Builds the program for these services, and starts it.
    pub(super) fn start(context: &Context, services: &[Service]) -> Result<Self, TaskError> {
        let folder = context.root.join("target/live/crate");
        write(context, &folder, services)?;
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--manifest-path"]).arg(folder.join("Cargo.toml"));
        error::run(context.outside(&mut cargo))?;
        let program = context.outside_target().join("debug/whitesmith-live");
        let mut command = Command::new(program.with_extension(std::env::consts::EXE_EXTENSION));
        let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = started.map_err(broken)?;
        let (input, output) = child.stdin.take().zip(child.stdout.take()).ok_or_else(closed)?;
        Ok(Self { child, input, lines: Lines::new(output) })
    }

    /// Makes a call.
    pub(super) fn call(&mut self, call: &Json) -> Result<Json, TaskError> {
        writeln!(self.input, "{call}").map_err(broken)?;
        let line = self.lines.next(LIMIT).map_err(broken)?;
        serde_json::from_str(&line).map_err(|_| closed())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have exited already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn broken(source: std::io::Error) -> TaskError {
    TaskError::Run { program: "the generated clients".to_owned(), source }
}

/// The program ended, such as after a panic, whose message is on standard error.
fn closed() -> TaskError {
    broken(std::io::ErrorKind::UnexpectedEof.into())
}

/// Writes the crate.
fn write(context: &Context, folder: &Path, services: &[Service]) -> Result<(), TaskError> {
    let (mut mods, mut table) = (String::new(), String::new());
    for Service { module, table: calls, .. } in services {
        // Writing to a String cannot fail.
        let _ = writeln!(mods, "#[allow(dead_code, unreachable_pub, unused_imports)]\nmod {module};");
        let _ = writeln!(
            table,
            "    Calls {{ name: {module:?}, service: &{module}::schema::SERVICE, calls: &[\n{calls}    ] }},"
        );
    }
    let main = format!(
        "{HEADER}. Do not edit.\n\n//! Makes calls that another program describes.\n\n\
         #![allow(unused_imports, dead_code)]\n\n{mods}\n\
         use std::time::Duration;\n\nuse whitesmith_runtime::client::WaitSettings;\n\
         use whitesmith_runtime::conformance::calls::{{Calls, pages, presigned, send, serve, waited}};\n\n\
         static SERVICES: &[Calls] = &[\n{table}];\n\n\
         fn settings() -> WaitSettings {{\n    let settings = WaitSettings::new(Duration::from_secs(30));\n    \
         settings.min_delay(Duration::from_millis(100)).max_delay(Duration::from_secs(1))\n}}\n\n\
         fn main() -> std::process::ExitCode {{\n    serve(SERVICES)\n}}\n"
    );
    let runtime = context.root.join("runtime").to_string_lossy().into_owned();
    // The settings of `whitesmith conformance`, which has compiled the runtime.
    let manifest = format!(
        "[package]\nname = \"whitesmith-live\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies.whitesmith-runtime]\npath = {runtime:?}\ndefault-features = false\nfeatures = [\"conformance\"]\n\n\
         [profile.dev]\ndebug = false\nincremental = false\n"
    );
    let files = services.iter().flat_map(|service| &service.files);
    let mut files: Vec<File> =
        files.map(|file| File { path: format!("src/{}", file.path), text: file.text.clone() }).collect();
    files.push(File { path: "src/main.rs".into(), text: main });
    files.push(File { path: "Cargo.toml".into(), text: manifest });
    let modules: BTreeSet<String> = services.iter().map(|service| format!("src/{}", service.module)).collect();
    let modules: Vec<&str> = modules.iter().map(String::as_str).collect();
    output::write(&output::compare(folder, &files, &modules)?)?;
    let lock = context.root.join("Cargo.lock");
    fs::copy(&lock, folder.join("Cargo.lock")).map(drop).map_err(TaskError::file(&lock))
}
