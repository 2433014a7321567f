//! Arguments that name models.

use std::path::PathBuf;

use clap::Args;

use super::{Reporter, configuration};
use whitesmith_codegen::config::{Accepted, ServiceConfig};
use whitesmith_codegen::diagnostic::Diagnostic;
use whitesmith_codegen::load::{self, Projection};
use whitesmith_codegen::source::SourceMap;

/// Models, as most commands take them.
#[derive(Debug, Args)]
pub(super) struct Models {
    /// Model files, folders that are searched for model files, archives, and `smithy-build.json` files
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
    /// Model files, folders that are searched for model files, archives, and `smithy-build.json` files [default: the
    /// models of the nearest codegen.toml]
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
}

impl OptionalModels {
    /// The models of the command line, or else those of each service. `None` after an error, which is printed.
    pub(super) fn all(&self, reporter: &mut Reporter) -> Option<Vec<Together>> {
        if !self.paths.is_empty() {
            let projection = Projection::named(self.chosen.name());
            return Some(vec![Together { paths: self.paths.clone(), projection, accept: Vec::new() }]);
        }
        let mut all: Vec<Together> = Vec::new();
        for ServiceConfig { models, projection, accept, .. } in configuration::services(reporter)? {
            match all.iter_mut().find(|one| one.paths == models && one.projection.name == projection.name) {
                Some(known) => known.accept.extend(accept),
                None => all.push(Together { paths: models, projection, accept }),
            }
        }
        Some(all)
    }
}

impl Together {
    /// Reads the models. Returns the errors.
    pub(super) fn read(&self, sources: &mut SourceMap) -> Vec<Diagnostic> {
        load::read_projected(&self.paths, &self.projection, sources)
    }
}

impl Chosen {
    /// The name of the projection.
    pub(super) fn name(&self) -> Option<&str> {
        self.projection.as_deref()
    }

    /// Reads the projection of models. Returns the errors.
    pub(super) fn read(&self, paths: &[PathBuf], sources: &mut SourceMap) -> Vec<Diagnostic> {
        load::read_projected(paths, &Projection::named(self.projection.as_deref()), sources)
    }
}
