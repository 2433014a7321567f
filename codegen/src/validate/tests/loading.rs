//! Loading, as rules see it: lists of shapes, imports, and traits without a definition.

use crate::diagnostic::Severity;
use crate::export::{self, Export};
use crate::load::assemble;
use crate::pipeline;
use crate::source::SourceMap;

#[test]
fn lists_of_shapes_are_sets() {
    let idl = "$version: \"2.0\"\nnamespace a\nservice S { version: \"\" operations: [Op, Op] }\n
        operation Op { errors: [E, F, E] }\n@error(\"client\")\nstructure E with [M, M] {}\n
        @error(\"client\")\nstructure F {}\n@mixin\nstructure M {}";
    let mut sources = SourceMap::default();
    sources.add("case.smithy", idl.to_owned());
    let (model, found) = assemble(&sources);
    assert!(found.is_empty(), "{found:?}");
    let json = export::json(Export { model: &model, applies: &[], flatten: false });
    for name in ["a#Op", "a#E", "a#F", "a#M"] {
        // It is defined once and listed once.
        assert_eq!(json.matches(&format!("\"{name}\"")).count(), 2, "{name} in {json}");
    }
}

#[test]
fn lists_of_shapes_in_json_are_sets() {
    let twice = |name: &str| format!(r#"[{{"target": "a#{name}"}}, {{"target": "a#{name}"}}]"#);
    let text = format!(
        r#"{{"smithy": "2.0", "shapes": {{
            "a#S": {{"type": "service", "operations": {0}, "resources": {1}, "errors": {2}}},
            "a#R": {{"type": "resource", "operations": {0}, "collectionOperations": {3}, "resources": {4}}},
            "a#Q": {{"type": "resource"}}, "a#Op": {{"type": "operation", "errors": {2}}}, "a#C": {{"type": "operation"}},
            "a#E": {{"type": "structure", "mixins": {5}, "traits": {{"smithy.api#error": "client"}}}},
            "a#M": {{"type": "structure", "traits": {{"smithy.api#mixin": {{}}}}}}}}}}"#,
        twice("Op"),
        twice("R"),
        twice("E"),
        twice("C"),
        twice("Q"),
        twice("M")
    );
    let mut sources = SourceMap::default();
    sources.add("case.json", text);
    let (model, found) = assemble(&sources);
    assert!(found.is_empty(), "{found:?}");
    let json = export::json(Export { model: &model, applies: &[], flatten: false });
    // Each is defined once, and listed once for each list.
    for (name, count) in [("Op", 3), ("R", 2), ("E", 3), ("C", 2), ("Q", 2), ("M", 2)] {
        assert_eq!(json.matches(&format!("\"a#{name}\"")).count(), count, "{name} in {json}");
    }
}

#[test]
fn a_use_statement_with_a_syntax_error_is_reported_once() {
    for text in ["use x.y#Foo$a\nstring S", "string S\nuse x.y#Foo\nstructure T { f: Foo }"] {
        let mut sources = SourceMap::default();
        sources.add("case.smithy", format!("$version: \"2.0\"\nnamespace a\n{text}\n"));
        let found = pipeline::model(&sources).1;
        assert_eq!(found.iter().map(|found| found.severity).collect::<Vec<_>>(), [Severity::Error], "{found:?}");
    }
}

#[test]
fn a_member_cannot_be_applied_as_a_trait() {
    let mut sources = SourceMap::default();
    let text =
        "$version: \"2.0\"\nnamespace a\n@trait structure A { b: String }\n@A$b structure C {}\n@A$c structure D {}";
    sources.add("case.smithy", text.to_owned());
    let messages: Vec<_> = assemble(&sources).1.into_iter().map(|found| found.message).collect();
    assert_eq!(messages.len(), 2, "{messages:?}");
    assert_eq!(messages[0], "`a#A$b` is a member, which cannot be applied as a trait.");
    assert!(messages[1].starts_with("Unable to resolve trait `a#A$c`"), "{messages:?}");
}
