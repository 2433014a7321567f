//! The clients of AWS services that the runtime itself calls for credentials. They are modules of the runtime, not of a
//! generated crate, so `codegen.toml` cannot describe them.

use std::process::ExitCode;

use whitesmith::cli::{self, Format, Mode, Reporter};
use whitesmith_codegen::config::{Gates, ServiceConfig, Sides};
use whitesmith_codegen::load::{Projection, read_projected};
use whitesmith_codegen::output;
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
    let mode = command.uses_nearest_config().then(|| command.mode());
    let command = cli::Command::Codegen(command).with_runtime(workspace::root().join("runtime"));
    match (cli::run(&command), mode) {
        (code, Some(mode)) if code == ExitCode::SUCCESS => error::exit_code(generate(mode)),
        (code, _) => code,
    }
}

/// Generates the clients, or checks that they are up to date.
fn generate(mode: Mode) -> Result<(), TaskError> {
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
        Mode::Write => output::write(&changes).map_err(TaskError::Output),
        Mode::Check if changes.is_empty() => Ok(()),
        Mode::Check => {
            say!("{}", output::shown_diff(&changes, &workspace::root()));
            Err(TaskError::Stale(FOLDER))
        }
    }
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
