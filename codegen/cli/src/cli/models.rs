//! Arguments that name models.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::Args;

use super::facts::CommandFacts;
use super::{Reporter, configuration};
use whitesmith_codegen::config::{Accepted, ServiceConfig};
use whitesmith_codegen::diagnostic::Diagnostic;
use whitesmith_codegen::load::{self, Projection};
use whitesmith_codegen::source::{SourceId, SourceMap, Span};

/// Models, as most commands take them.
#[derive(Debug, Args)]
pub(super) struct Models {
    /// Model files, folders that are searched for model files, archives, and `smithy-build.json` files; `-` is standard
    /// input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    chosen: Chosen,
}

/// The projection of `smithy-build.json` files.
#[derive(Debug, Args)]
pub(super) struct Chosen {
    /// Projection of `smithy-build.json` [default: source]
    #[arg(long, value_name = "NAME")]
    projection: Option<String>,
}

impl Models {
    /// Reads the models. Returns the errors.
    pub(super) fn read(&self, sources: &mut SourceMap) -> Vec<Diagnostic> {
        self.chosen.read(&self.paths, sources)
    }
}

/// Models, or those of the nearest configuration.
#[derive(Debug, Args)]
pub(super) struct OptionalModels {
    /// Model files, folders that are searched for model files, archives, and `smithy-build.json` files; `-` is standard
    /// input [default: the models of the nearest codegen.toml]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    chosen: Chosen,
}

/// Models that are read together, and IDs of diagnostics to ignore.
pub(super) struct Together {
    paths: Vec<PathBuf>,
    projection: Projection,
    pub(super) accept: Vec<Accepted>,
    /// Whether arguments name them.
    pub(super) is_named: bool,
}

impl OptionalModels {
    /// The models of the command line, or else those of each service. `None` after an error, which is printed.
    pub(super) fn all(&self, reporter: &mut Reporter) -> Option<Vec<Together>> {
        if !self.paths.is_empty() {
            let projection = Projection::named(self.chosen.name());
            return Some(vec![Together { paths: self.paths.clone(), projection, accept: Vec::new(), is_named: true }]);
        }
        let mut all: Vec<Together> = Vec::new();
        for ServiceConfig { models, projection, accept, .. } in configuration::services(reporter)? {
            match all.iter_mut().find(|one| one.paths == models && one.projection.name == projection.name) {
                Some(known) => known.accept.extend(accept),
                None => all.push(Together { paths: models, projection, accept, is_named: false }),
            }
        }
        Some(all)
    }
}

impl Together {
    /// Reads the models. Returns the errors.
    pub(super) fn read(&self, sources: &mut SourceMap) -> Vec<Diagnostic> {
        read(&self.paths, &self.projection, sources)
    }
}

impl Chosen {
    /// The name of the projection.
    pub(super) fn name(&self) -> Option<&str> {
        self.projection.as_deref()
    }

    /// Reads the projection of models. Returns the errors.
    pub(super) fn read(&self, paths: &[PathBuf], sources: &mut SourceMap) -> Vec<Diagnostic> {
        read(paths, &Projection::named(self.projection.as_deref()), sources)
    }
}

/// The path that means standard input.
pub(super) const STDIN: &str = "-";

/// Reads the projection of models, which may be standard input. Returns the errors.
pub(super) fn read(paths: &[PathBuf], projection: &Projection, sources: &mut SourceMap) -> Vec<Diagnostic> {
    let (input, files): (Vec<_>, Vec<_>) = paths.iter().cloned().partition(|path| path == Path::new(STDIN));
    let mut unread = load::read_projected(&files, projection, sources);
    if !input.is_empty() {
        unread.extend(read_stdin(sources).err());
    }
    unread
}

/// Reads standard input, under the name `-`.
pub(super) fn read_stdin(sources: &mut SourceMap) -> Result<SourceId, Diagnostic> {
    let mut text = String::new();
    match std::io::stdin().lock().read_to_string(&mut text) {
        Ok(_) => Ok(sources.add(STDIN, text)),
        Err(error) => {
            let facts = CommandFacts::UnreadInput { cause: error.to_string() };
            Err(Diagnostic::error("Model", facts, Span::NONE))
        }
    }
}

/// The name of a model in generated code: that of the file, so that the code does not depend on its location.
pub(super) fn shown_name(path: &Path) -> Option<PathBuf> {
    if path == Path::new(STDIN) { Some("standard input".into()) } else { path.file_name().map(PathBuf::from) }
}
