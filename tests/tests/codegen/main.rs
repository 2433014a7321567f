//! The generator: its output, the size of changes, and its diagnostics.

mod agreement;
mod collisions;
mod diagnostics;
mod endpoints;
mod examples;
mod forms;
mod idl;
mod inert;
mod loading;
mod naming;
mod nesting;
mod one_cause;
mod recovery;
mod reviews;
mod rules;
mod small_diffs;
mod snapshots;
mod text;
mod verdicts;
mod writing;

use std::path::PathBuf;

use whitesmith_codegen::config::ServiceConfig;
use whitesmith_codegen::diagnostic::Diagnostic;
use whitesmith_codegen::emit::File;
use whitesmith_codegen::pipeline;
use whitesmith_codegen::source::SourceMap;

/// The workspace root.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Content of a file of the workspace.
fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Diagnostics that the case models cause on purpose: documents in XML protocols, names that differ in case only.
const ACCEPT: [&str; 5] =
    ["UnsupportedProtocolDocument", "rpcv2Cbor.NoDocuments", "ShapeIdConflict", "Service", "StreamingTrait"];

/// A configuration that generates the complete service.
fn config(id: &str) -> ServiceConfig {
    ServiceConfig {
        module: "case".into(),
        id: id.into(),
        models: vec![PathBuf::from("case.json")],
        name: Some("Case".into()),
        accept: ACCEPT.map(Into::into).to_vec(),
        ..ServiceConfig::default()
    }
}

/// Files of these names and contents.
fn sources(files: &[(&str, &str)]) -> SourceMap {
    let mut sources = SourceMap::default();
    for (name, text) in files {
        sources.add(*name, (*text).to_owned());
    }
    sources
}

/// Generates code for models, given by name and content.
fn generate(models: &[(&str, &str)], config: &ServiceConfig) -> (Option<Vec<File>>, Vec<Diagnostic>, SourceMap) {
    let sources = sources(models);
    let (model, mut diagnostics) = pipeline::model_accepting(&sources, &config.accept);
    let Some(model) = model else { return (None, diagnostics, sources) };
    let (files, found) = pipeline::generate(&model, config);
    diagnostics.extend(found);
    (files.map(|generated| generated.files), diagnostics, sources)
}
