//! The manifest of the package that generated code is written to.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use whitesmith_codegen::config::Config;
use whitesmith_codegen::diagnostic::{Diagnostic, Severity};
use whitesmith_codegen::source::{SourceMap, Span};

use super::runtime::{Dependency, Error, Manifest};
use super::{Reporter, Selection, error_chain};

/// Checks that the package has a manifest, and a feature for each service.
pub(super) fn check(config: &Config) -> Vec<Diagnostic> {
    let manifest = config.package.join("Cargo.toml");
    let shown = manifest.display();
    let table = match fs::read_to_string(&manifest) {
        Ok(text) => text.parse::<toml::Table>().unwrap_or_default(),
        Err(error) => {
            let message = format!("the package has no manifest: cannot read `{shown}`: {error}");
            let diagnostic = Diagnostic::error("codegen.Config", message, config.package_span);
            return vec![diagnostic.with_help("create it with `cargo new --lib`, or change `package`")];
        }
    };
    let has_feature = |name: &str| table.get("features").and_then(|features| features.get(name)).is_some();
    let missing = config.services.iter().filter(|service| !has_feature(&service.module));
    missing
        .map(|service| {
            let message = format!("`{shown}` has no feature `{}`, so the module is never compiled", service.module);
            Diagnostic::new(Severity::Warning, "codegen.MissingFeature", message, service.places.module)
                .with_help(format!("add `{} = []` to its `[features]`", service.module))
        })
        .collect()
}

/// Why the manifest cannot name the runtime.
pub(super) struct Problem {
    message: String,
    help: &'static str,
    kind: Kind,
}

enum Kind {
    /// An option is missing.
    Usage,
    /// Something that an option or a file says is wrong.
    Finding,
}

impl Problem {
    /// Prints it, with the place of the choice.
    pub(super) fn report(self, place: Span, sources: &SourceMap, reporter: &mut Reporter) {
        let mut diagnostic = Diagnostic::error("codegen.Runtime", self.message, place);
        if !self.help.is_empty() {
            diagnostic = diagnostic.with_help(self.help);
        }
        match self.kind {
            Kind::Usage => reporter.report_usage(diagnostic),
            Kind::Finding => reporter.report(&[diagnostic], sources),
        }
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let kind = if matches!(error, Error::NotChosen) { Kind::Usage } else { Kind::Finding };
        Self { message: error_chain(&error), help: error.help(), kind }
    }
}

/// The text of the manifest in `folder`: a new one, or the existing one with the chosen runtime. Without a choice, an
/// existing dependency on the runtime is kept.
pub(super) fn manifest(
    folder: &Path,
    runtime: &Selection,
    new: impl FnOnce(&Dependency) -> String,
) -> Result<String, Problem> {
    let path = folder.join("Cargo.toml");
    let problem = |error: &dyn std::error::Error, action: &str| {
        let message = format!("cannot {action} `{}`: {}", path.display(), error_chain(error));
        Problem { message, help: "", kind: Kind::Finding }
    };
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        // Errors about the folder itself are reported when files are written.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(new(&runtime.resolve(folder)?));
        }
        Err(error) => return Err(problem(&error, "read")),
    };
    let manifest = Manifest::parse(text.clone()).map_err(|error| problem(&error, "read"))?;
    if runtime.choice.is_none() && manifest.has_runtime() {
        return Ok(text);
    }
    let dependency = runtime.resolve(folder)?;
    manifest.with_runtime(&dependency).map_err(|error| problem(&error, "set the runtime in"))
}
