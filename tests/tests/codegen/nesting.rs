//! Deeply nested lists, maps and structures. No depth may overflow the stack.

use std::fmt::Write as _;
use std::thread;

use whitesmith_codegen::export::{self, Export};
use whitesmith_codegen::pipeline::Generated;
use whitesmith_codegen::source::SourceMap;
use whitesmith_codegen::syntax::idl::fmt::format;
use whitesmith_codegen::{diff, load, pipeline};

use crate::{config, generate};

const SERVICE: &str = r#"$version: "2.0"

namespace example

use aws.protocols#restJson1

@restJson1
service S {
    version: "1"
    operations: [Op]
}

@http(method: "POST", uri: "/")
operation Op {
    input := {
        nested: N1
    }
}
"#;

/// A service whose input contains shapes of these types in each other, in turn.
fn nested(kinds: &[&str], depth: usize) -> String {
    let mut text = SERVICE.to_owned();
    for level in 1..=depth {
        let kind = kinds[level % kinds.len()];
        let target = if level < depth { format!("N{}", level + 1) } else { "String".to_owned() };
        let members = match kind {
            "map" => format!("key: String\n    value: {target}"),
            _ => format!("member: {target}"),
        };
        write!(text, "\n{kind} N{level} {{\n    {members}\n}}\n").expect("a String takes all text");
    }
    text
}

/// The shapes that are reported as nested too deeply.
fn too_deep(text: &str) -> Vec<String> {
    let (files, diagnostics, _) = generate(&[("case.smithy", text)], &config("example#S"));
    let ids = diagnostics.iter().filter(|found| found.id == "codegen.NestedTooDeep");
    let shapes: Vec<String> = ids.filter_map(|found| found.shape.as_ref()).map(ToString::to_string).collect();
    assert_eq!(files.is_none(), !shapes.is_empty());
    shapes
}

/// Runs the closure on a thread with a small stack.
fn on_a_small_stack<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = thread::Builder::new().stack_size(512 << 10).spawn(run).expect("a thread");
    thread.join().expect("the thread does not panic")
}

fn recursion_limit(text: &str) -> Option<usize> {
    let mut sources = SourceMap::default();
    sources.add("case.smithy", text.to_owned());
    let (model, diagnostics) = pipeline::model(&sources);
    let model = model.unwrap_or_else(|| panic!("{diagnostics:?}"));
    let (generated, diagnostics) = pipeline::generate(&model, &config("example#S"));
    let Generated { recursion_limit, .. } = generated.unwrap_or_else(|| panic!("{diagnostics:?}"));
    recursion_limit
}

#[test]
fn lists_and_maps_may_be_nested_64_levels_deep() {
    for kinds in [&["list"][..], &["map"], &["list", "map"]] {
        assert_eq!(too_deep(&nested(kinds, 64)), [""; 0], "{kinds:?}");
    }
}

#[test]
fn lists_and_maps_that_are_nested_deeper_are_one_error() {
    for kinds in [&["list"][..], &["map"], &["list", "map"]] {
        assert_eq!(too_deep(&nested(kinds, 65)), ["example#N1"], "{kinds:?}");
        assert_eq!(too_deep(&nested(kinds, 130)), ["example#N66"], "{kinds:?}");
        assert_eq!(too_deep(&nested(kinds, 1_500)), ["example#N1436"], "{kinds:?}");
    }
}

#[test]
fn structures_and_unions_between_lists_allow_any_depth() {
    for kinds in [["list", "structure"], ["map", "union"], ["structure", "union"]] {
        assert_eq!(too_deep(&nested(&kinds, 300)), [""; 0], "{kinds:?}");
    }
}

#[test]
fn crates_with_deeply_nested_types_have_a_higher_recursion_limit() {
    assert_eq!(recursion_limit(&nested(&["list"], 20)), None);
    assert_eq!(recursion_limit(&nested(&["list"], 64)), Some(256));
    assert_eq!(recursion_limit(&nested(&["structure"], 40)), None);
    assert_eq!(recursion_limit(&nested(&["structure"], 200)), Some(512));
}

#[test]
fn no_depth_overflows_the_stack() {
    for kinds in [&["list"][..], &["map"], &["structure", "union", "list"]] {
        let text = nested(kinds, 1_500);
        on_a_small_stack(move || {
            let source = SourceMap::default().add("case.smithy", text.clone());
            assert!(format(source, &text).is_ok(), "{kinds:?}");
            let mut sources = SourceMap::default();
            sources.add("case.smithy", text.clone());
            let (merged, _) = load::merge_sources(&sources);
            let json = export::json(Export { model: &merged.model, applies: &merged.applies, flatten: true });
            let mut sources = SourceMap::default();
            sources.add("case.json", json);
            let (model, diagnostics) = pipeline::model(&sources);
            let model = model.unwrap_or_else(|| panic!("{kinds:?}: {diagnostics:?}"));
            assert!(diff::compare(&model, &model).is_empty(), "{kinds:?}");
            let _ = pipeline::generate(&model, &config("example#S"));
        });
    }
}

#[test]
fn a_module_allows_the_lint_about_large_variants_only_if_a_union_may_have_one() {
    let many = "    a: String\n    b: String\n    c: String\n    d: String\n    e: String\n    f: String\n";
    let few = "    a: String\n";
    for (shapes, is_allowed) in [
        (format!("union N1 {{ one: A, two: String }}\nstructure A {{\n{many}}}\n"), true),
        (format!("union N1 {{ one: A, two: String }}\nstructure A {{ b: B }}\nstructure B {{\n{few}}}\n"), true),
        (format!("union N1 {{ one: U }}\nunion U {{ one: A, two: String }}\nstructure A {{\n{many}}}\n"), true),
        (format!("union N1 {{ one: A, two: String }}\nstructure A {{\n{few}}}\n"), false),
        // A variant of a recursive type is in a box.
        (format!("union N1 {{ one: A, two: String }}\nstructure A {{\n    n: N1\n{many}}}\n"), false),
        (format!("structure N1 {{\n{many}}}\n"), false),
    ] {
        let (files, diagnostics, _) = generate(&[("a.smithy", &format!("{SERVICE}\n{shapes}"))], &config("example#S"));
        let files = files.unwrap_or_else(|| panic!("{diagnostics:#?}"));
        let index = files.iter().find(|file| file.path.ends_with("mod.rs")).expect("a generated file");
        assert_eq!(index.text.contains("#![allow(clippy::large_enum_variant)]"), is_allowed, "{shapes}");
    }
}

#[test]
fn only_types_that_clippy_finds_too_complex_have_an_allow() {
    let allowed = |member: &str| {
        let text = SERVICE.replace("nested: N1", member)
            + "list Four { member: Three }\nlist Three { member: Two }\nlist Two { member: One }\nlist One { member: String }\n\
               list Five { member: Four }\n";
        let (files, diagnostics, _) = generate(&[("case.smithy", &text)], &config("example#S"));
        let files = files.unwrap_or_else(|| panic!("{diagnostics:#?}"));
        let index = files.iter().find(|file| file.path.ends_with("mod.rs")).expect("the module");
        index.text.contains("clippy::type_complexity")
    };
    // 10 + 20 + … + 60 and 70: Clippy's limit is 250.
    assert!(!allowed("nested: Four"));
    assert!(allowed("@alloy#nullable nested: Four"), "a level more");
    assert!(allowed("nested: Five"));
    assert!(!allowed("@required nested: Five"), "without `Option`");
}
