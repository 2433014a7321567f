//! The files of a new crate, from the templates in `templates/`.

use whitesmith_codegen::ir::Callers;

use super::super::runtime::Dependency;

/// The crate around the generated one. Cargo leaves folders with a `Cargo.toml` out of packages: hence the name.
pub(super) const MANIFEST: &str = include_str!("../../../templates/manifest.toml");
/// Addition to the manifest of a crate outside a workspace.
pub(super) const WORKSPACE: &str = include_str!("../../../templates/workspace.toml");
pub(super) const README: &str = include_str!("../../../templates/README.md");
pub(super) const GITIGNORE: &str = include_str!("../../../templates/gitignore");
pub(super) const WORKFLOW: &str = include_str!("../../../templates/check.yml");
pub(super) const MAIN: &str = include_str!("../../../templates/main.rs");

/// Files that call the service.
pub(super) struct Calls {
    /// `examples/client.rs`.
    pub(super) client: &'static str,
    /// `tests/calls.rs`.
    pub(super) test: &'static str,
}

/// The example's model, and its name.
pub(super) const EXAMPLE: (&str, &str) = ("notes.smithy", include_str!("../../../templates/example/notes.smithy"));
/// The example's implementation.
pub(super) const EXAMPLE_SERVER: &str = include_str!("../../../templates/example/lib.rs");
pub(super) const EXAMPLE_CALLS: Calls = Calls {
    client: include_str!("../../../templates/example/client.rs"),
    test: include_str!("../../../templates/example/calls.rs"),
};
/// Calls of a service that is not the example.
pub(super) const MODEL_CALLS: Calls = Calls {
    client: include_str!("../../../templates/model/client.rs"),
    test: include_str!("../../../templates/model/calls.rs"),
};

/// Values of the placeholders in templates.
pub(super) struct Values<'a>(pub(super) &'a [(&'static str, String)]);

impl Values<'_> {
    /// The text with values instead of `{{placeholders}}`.
    pub(super) fn render(&self, template: &str) -> String {
        let fill = |text: String, (name, value): &(&str, String)| text.replace(&format!("{{{{{name}}}}}"), value);
        self.0.iter().fold(template.to_owned(), fill)
    }
}

/// A paragraph of README about callers that the model wants to be verified. The text of `src/lib.rs` accepts all.
pub(super) const fn callers(callers: Callers) -> &'static str {
    match callers {
        Callers::Any => "",
        Callers::Authenticated => {
            "\nThe server accepts all callers. Before you deploy it, replace `without_authentication` in `src/lib.rs` by\n\
             `authenticate`, which verifies them.\n"
        }
    }
}

/// Steps of the workflow that check whether generated code is fresh: installation, command. Comments if the
/// location of the program is unknown.
pub(super) fn freshness(runtime: &Dependency) -> [String; 2] {
    let check = "- run: whitesmith codegen --check".to_owned();
    match runtime.source() {
        ("git", url) => [format!("- run: cargo install --locked --git {url} whitesmith"), check],
        ("version", version) => [format!("- run: cargo install --locked whitesmith --version '{version}'"), check],
        _ => ["# Install the program first, from where you have it.".to_owned(), format!("# {check}")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_placeholder_has_a_value() {
        let names =
            ["name", "crate", "module", "service", "runtime", "method", "reason", "install", "check", "callers"];
        let values = names.map(|name| (name, "x".to_owned()));
        let templates = [
            MANIFEST,
            WORKSPACE,
            README,
            GITIGNORE,
            WORKFLOW,
            MAIN,
            EXAMPLE.1,
            EXAMPLE_SERVER,
            EXAMPLE_CALLS.client,
            EXAMPLE_CALLS.test,
            MODEL_CALLS.client,
            MODEL_CALLS.test,
        ];
        for template in templates {
            let text = Values(&values).render(template);
            assert!(!text.contains("{{"), "{text}");
        }
    }
}
