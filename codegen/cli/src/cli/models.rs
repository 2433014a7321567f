//! Arguments that name models.

use std::path::PathBuf;

use clap::Args;

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
