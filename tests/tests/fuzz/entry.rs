//! Functions under test. Each accepts any bytes and must neither panic nor hang. The tests of this crate and the
//! targets of `cargo fuzz` in `tests/fuzz` call them.

use std::sync::LazyLock;

use whitesmith_codegen::config::{Nullability, ServiceConfig};
use whitesmith_codegen::diagnostic::Severity;
use whitesmith_codegen::diagnostic::render::{Style, human, json};
use whitesmith_codegen::diff::{Judgment, Report, Review, compare};
use whitesmith_codegen::export::{self, Export};
use whitesmith_codegen::jmespath;
use whitesmith_codegen::load;
use whitesmith_codegen::model::Model;
use whitesmith_codegen::pipeline;
use whitesmith_codegen::source::SourceMap;

/// Maximum number of diagnostics to render.
const RENDERED: usize = 5;

/// Loads a model file, validates it, generates the service `id`, and renders diagnostics.
pub(crate) fn model(name: &str, bytes: &[u8], id: &str) {
    let mut sources = SourceMap::default();
    sources.add(name, String::from_utf8_lossy(bytes).into_owned());
    let (model, mut diagnostics) = pipeline::model(&sources);
    if let Some(model) = model {
        let config = ServiceConfig {
            module: "case".into(),
            id: id.into(),
            models: vec![name.into()],
            nullability: Nullability::ClientCareful,
            ..ServiceConfig::default()
        };
        diagnostics.extend(pipeline::generate(&model, &config).1);
    }
    for diagnostic in diagnostics.iter().take(RENDERED) {
        assert!(!human(diagnostic, &sources, Style::Plain).is_empty());
        assert!(!json(diagnostic, &sources).is_empty());
        assert_ne!(diagnostic.id, "codegen.Internal", "emitted code that is not Rust: {}", diagnostic.message);
    }
}

/// Compares two IDL files if both load, and renders the changes.
pub(crate) fn diff(old: &[u8], new: &[u8]) {
    let load = |bytes: &[u8]| {
        let mut sources = SourceMap::default();
        sources.add("case.smithy", String::from_utf8_lossy(bytes).into_owned());
        let (model, diagnostics) = load::assemble(&sources);
        let is_error = diagnostics.iter().any(|found| found.severity == Severity::Error);
        (!is_error).then_some((model, sources))
    };
    let (Some((old, old_sources)), Some((new, new_sources))) = (load(old), load(new)) else { return };
    assert_eq!(compare(&old, &old), []);
    let review = Review::new(old, new, &[]);
    let report =
        Report { review: &review, judgment: &Judgment::default(), errors: &[], old: &old_sources, new: &new_sources };
    assert!(report.markdown("old", "new").starts_with('#'));
    assert!(report.github(&str::to_owned).starts_with("::") && report.junit().starts_with("<?xml"));
    assert!(!report.human(Style::Plain).is_empty());
}

/// Parses a `JMESPath` expression and determines its type for a structure.
pub(crate) fn jmespath(text: &str) {
    static MODEL: LazyLock<Model> = LazyLock::new(|| {
        let mut sources = SourceMap::default();
        let text = "$version: \"2\"\nnamespace a\nstructure Ship { name: String, crew: Integer, ships: Ships }\n\
                    list Ships { member: Ship }\n";
        sources.add("case.smithy", text.to_owned());
        load::assemble(&sources).0
    });
    let Ok(expression) = jmespath::parse(text) else { return };
    let Some(ship) = MODEL.shape_named("a#Ship") else { return };
    let start = jmespath::Value::object([
        ("ship".into(), jmespath::Value::Shape(ship.id.clone())),
        ("ships".into(), jmespath::Value::Any),
    ]);
    let _ = jmespath::plan(&expression);
    let checked = jmespath::check(&MODEL, &expression, start);
    for problem in checked.problems {
        assert!(!problem.message.is_empty());
    }
}

/// Exports a model as JSON AST and IDL, and reads the result.
pub(crate) fn export(name: &str, bytes: &[u8]) {
    let mut sources = SourceMap::default();
    sources.add(name, String::from_utf8_lossy(bytes).into_owned());
    let (merged, diagnostics) = load::merge_sources(&sources);
    if pipeline::prevents_generation(&diagnostics) {
        return;
    }
    let export = Export { model: &merged.model, applies: &merged.applies, flatten: false };
    let mut sources = SourceMap::default();
    for (namespace, text) in export::idl(export) {
        sources.add(format!("{namespace}.smithy"), text);
    }
    let (again, diagnostics) = load::merge_sources(&sources);
    let said: Vec<_> = diagnostics.iter().map(|one| human(one, &sources, Style::Plain)).collect();
    assert!(!pipeline::prevents_generation(&diagnostics), "{}", said.join("\n"));
    let again = Export { model: &again.model, applies: &again.applies, flatten: false };
    if !export::idl(export).is_empty() {
        assert_eq!(export::json(export), export::json(again));
    }
}
