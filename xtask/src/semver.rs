//! `cargo xtask semver`: compares verdicts of `whitesmith diff` with those of cargo-semver-checks, on crates that are
//! generated before and after each edit of `tests/cases/reviews/edits.toml`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use serde::Deserialize;
use whitesmith::cli::{Choices, Format, Membership, Reporter, Standalone, standalone};
use whitesmith_codegen::api::{ChangeKind, Level};
use whitesmith_codegen::config::Constraints;
use whitesmith_codegen::diff::Review;
use whitesmith_codegen::load::assemble;
use whitesmith_codegen::model::Model;
use whitesmith_codegen::source::SourceMap;

use crate::error::{self, TaskError};
use crate::models_check::write;
use crate::task::is_installed;
use crate::workspace;

#[derive(Deserialize)]
struct Edits {
    edit: Vec<Edit>,
}

#[derive(Deserialize)]
struct Edit {
    name: String,
    replace: Vec<(String, String)>,
}

/// Edits whose incompatibility cargo-semver-checks does not find, and why. One that it finds is an error.
const LIMITS: &[(&str, &str)] = &[
    ("swap enum values", "the order of variants is not compared"),
    ("change the target of a member", "types of fields are not compared"),
    ("require a member of an input", "types of fields are not compared"),
    ("make a member of an output optional", "types of fields are not compared"),
    ("add a range", "types of fields are not compared"),
    ("change two unrelated members", "types of fields are not compared"),
    ("add a union member of a type that another has", "implementations of generic traits are not compared"),
];

/// Prints a table of all edits, or of those whose name contains `only`.
pub(crate) fn run(only: Option<&str>) -> ExitCode {
    if !is_installed(Command::new(env!("CARGO")).args(["semver-checks", "--version"])) {
        say!("skipped: cargo-semver-checks is not installed: cargo install cargo-semver-checks --locked");
        return ExitCode::SUCCESS;
    }
    error::exit_code(compare(only.unwrap_or_default()))
}

/// Prints the verdicts. Fails if some differ without a known reason, or agree despite one.
fn compare(only: &str) -> Result<(), TaskError> {
    let folder = workspace::root().join("tests/cases/reviews");
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).map_err(TaskError::file(&path))
    };
    let text = read("port.smithy")?;
    let edits: Edits = toml::from_str(&read("edits.toml")?)
        .map_err(|source| TaskError::Toml { path: folder.join("edits.toml"), source })?;
    let scratch = workspace::root().join("target/semver");
    let baseline = document(&scratch, "old", &text)?;
    say!("{:<46} {:<6} {:<6}  agree", "change", "ours", "theirs");
    let (mut count, mut agreed, mut unexpected) = (0, 0, 0);
    for Edit { name, replace } in edits.edit.iter().filter(|edit| edit.name.contains(only)) {
        let edited = replace.iter().fold(text.clone(), |text, (from, to)| text.replace(from.as_str(), to));
        let ours = our_verdict(&text, &edited);
        let theirs = their_verdict(&baseline, &document(&scratch, "new", &edited)?)?;
        // cargo-semver-checks does not report additions, so only breaking changes are compared.
        let is_equal = (ours == Level::Major) == (theirs == Level::Major);
        let limit = LIMITS.iter().find(|(edit, _)| edit == name).map(|(_, reason)| *reason);
        count += 1;
        agreed += usize::from(is_equal);
        unexpected += usize::from(is_equal == limit.is_some());
        let agree = match (is_equal, limit) {
            (true, None) => "yes".to_owned(),
            (true, Some(_)) => "YES: remove it from the list of limits".to_owned(),
            (false, Some(reason)) => format!("no: {reason}"),
            (false, None) => "NO".to_owned(),
        };
        say!("{name:<46} {:<6} {:<6}  {agree}", ours.name(), theirs.name());
    }
    say!("\n{agreed} of {count} agree");
    if unexpected == 0 { Ok(()) } else { Err(TaskError::Verdicts(unexpected)) }
}

/// The verdict of `whitesmith diff` about the API. cargo-semver-checks does not compare behavior.
fn our_verdict(old: &str, new: &str) -> Level {
    let review = Review::new(model(old), model(new), &[]);
    let changes = review.edits.iter().flat_map(|edit| &edit.changes);
    let levels = changes.filter(|change| change.kind == ChangeKind::Api).filter_map(|change| change.levels.worst());
    levels.max().unwrap_or(Level::Patch)
}

fn model(text: &str) -> Model {
    let mut sources = SourceMap::default();
    sources.add("port.smithy", text.to_owned());
    assemble(&sources).0
}

/// Generates a crate from a model, and documents it as JSON. Both versions have the same name.
fn document(scratch: &Path, version: &str, text: &str) -> Result<PathBuf, TaskError> {
    let folder = scratch.join(version);
    fs::create_dir_all(&folder).map_err(TaskError::file(&folder))?;
    let path = folder.join("port.smithy");
    fs::write(&path, text).map_err(TaskError::file(&path))?;
    let out = folder.join("port");
    let request = Standalone {
        choices: Choices::default(),
        membership: &Membership::Apart,
        models: &[path],
        out: &out,
        service: None,
        operations: None,
        crate_name: Some("port"),
        runtime: &workspace::runtime(),
        accept: &[],
        projection: None,
        constraints: Constraints::Types,
    };
    let mut reporter = Reporter::new(Format::Human);
    let files = standalone(&request, &mut reporter);
    let files = files.ok_or_else(|| TaskError::Missing(format!("crate of the {version} model")))?;
    write(&out, &files)?;
    // As cargo-semver-checks does. The format is unstable.
    let mut command = Command::new(env!("CARGO"));
    command
        .args(["rustdoc", "--quiet", "--offline", "--lib", "--manifest-path"])
        .arg(out.join("Cargo.toml"))
        .args(["--", "-Zunstable-options", "--output-format=json", "--document-hidden-items", "--cap-lints=allow"])
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", scratch.join("target"));
    error::run(&mut command)?;
    let json = scratch.join("target/doc/port.json");
    let kept = folder.join("port.json");
    fs::rename(&json, &kept).map_err(TaskError::file(&json))?;
    Ok(kept)
}

/// The verdict of cargo-semver-checks.
fn their_verdict(old: &Path, new: &Path) -> Result<Level, TaskError> {
    let mut command = Command::new(env!("CARGO"));
    command.args(["semver-checks", "--color", "never", "--release-type", "patch", "--baseline-rustdoc"]);
    command.arg(old).arg("--current-rustdoc").arg(new);
    let output =
        command.output().map_err(|source| TaskError::Run { program: "cargo semver-checks".to_owned(), source })?;
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    if text.contains("requires new major version") {
        Ok(Level::Major)
    } else if text.contains("requires new minor version") {
        Ok(Level::Minor)
    } else if output.status.success() {
        Ok(Level::Patch)
    } else {
        say_error!("{text}");
        Err(TaskError::Exit { program: "cargo semver-checks".to_owned(), status: output.status })
    }
}
