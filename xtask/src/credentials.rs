//! The clients of AWS services that the runtime itself calls for credentials. They are modules of the runtime, not of a
//! generated crate, so `codegen.toml` cannot describe them.

use std::process::ExitCode;

use whitesmith::cli::{self, Format, Mode, Reporter, nearest_config_is};
use whitesmith_codegen::config::{Gates, ServiceConfig, Sides};
use whitesmith_codegen::load::{Projection, read_projected};
use whitesmith_codegen::output::{self, Changes};
use whitesmith_codegen::pipeline;
use whitesmith_codegen::source::SourceMap;

use crate::error::{self, TaskError};
use crate::workspace;

/// Module and service. The model has the name of the module.
const SERVICES: &[(&str, &str)] = &[
    ("sso", "com.amazonaws.sso#Portal"),
    ("sso_oidc", "com.amazonaws.ssooidc#TokenService"),
    ("sts", "com.amazonaws.sts#SecurityTokenService"),
];

const MODELS: &str = "models/credentials";
const FOLDER: &str = "runtime/src/aws/services";

/// Runs `codegen`. With the configuration of the workspace, it includes these clients.
pub(crate) fn codegen(command: Box<cli::Codegen>) -> ExitCode {
    let is_of_workspace = command.uses_nearest_config() && nearest_config_is(&workspace::root().join("codegen.toml"));
    let mode = is_of_workspace.then(|| (command.mode(), command.format()));
    let command = cli::Command::Codegen(command).with_runtime(workspace::root().join("runtime"));
    match (cli::run(&command), mode) {
        (code, Some((mode, format))) if code == ExitCode::SUCCESS => match generate(mode, &mut Reporter::new(format)) {
            Ok(code) => code,
            Err(error) => error::exit_code(Err(error)),
        },
        (code, _) => code,
    }
}

/// Generates the clients, or reports those that are not up to date.
fn generate(mode: Mode, reporter: &mut Reporter) -> Result<ExitCode, TaskError> {
    let mut files = Vec::new();
    for (module, id) in SERVICES {
        files.extend(service(module, id)?);
    }
    let folder = workspace::root().join(FOLDER);
    let named: Vec<&str> = SERVICES.iter().map(|(module, _)| *module).collect();
    let modules = output::modules(&folder, &named);
    let modules: Vec<&str> = modules.iter().map(String::as_str).collect();
    let changes = output::compare(&folder, &files, &modules).map_err(TaskError::Output)?;
    match mode {
        Mode::Write => output::write(&changes)?,
        Mode::Check => reporter.report_stale_code(&relative(changes)),
    }
    Ok(reporter.exit_code())
}

/// The changes, with paths relative to the workspace.
fn relative(mut changes: Changes) -> Changes {
    let root = workspace::root();
    let written = changes.written.iter_mut().map(|file| &mut file.path);
    for path in written.chain(changes.removed.iter_mut().map(|file| &mut file.path)) {
        if let Ok(below) = path.strip_prefix(&root) {
            *path = below.to_owned();
        }
    }
    changes
}

fn service(module: &str, id: &str) -> Result<Vec<whitesmith_codegen::emit::File>, TaskError> {
    let model = format!("{MODELS}/{module}.smithy");
    let mut sources = SourceMap::default();
    let mut reporter = Reporter::new(Format::Human);
    let unread = read_projected(&[workspace::root().join(&model)], &Projection::default(), &mut sources);
    let (valid, found) = pipeline::model(&sources);
    reporter.report(&unread, &sources);
    reporter.report_model(&found, &sources);
    let config = ServiceConfig {
        module: module.to_owned(),
        id: id.to_owned(),
        models: vec![model.clone().into()],
        sides: Sides::Client,
        gates: Gates::None,
        ..ServiceConfig::default()
    };
    let (generated, found) = valid.map(|valid| pipeline::generate(&valid, &config)).unwrap_or_default();
    reporter.report(&found, &sources);
    generated.filter(|_| !reporter.has_errors()).map(|generated| generated.files).ok_or(TaskError::Model(model))
}
