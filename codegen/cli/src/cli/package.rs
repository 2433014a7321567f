//! Checks the package that generated code is written to.

use std::fs;

use whitesmith_codegen::config::Config;
use whitesmith_codegen::diagnostic::{Diagnostic, Severity};

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
