//! Models: changed text goes through loading, validation and generation.

use std::path::PathBuf;

use whitesmith::config::{Nullability, ServiceConfig};
use whitesmith::diagnostic::render::{Style, human};
use whitesmith::pipeline;
use whitesmith::source::SourceMap;

use crate::{Random, mutated, rounds};

const TIMES: usize = 150;

fn case(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("cases").join(name);
    std::fs::read_to_string(path).expect("a case of ours")
}

/// Loads, validates, generates; renders whatever is found.
fn run(text: &str, id: &str) {
    run_file("case.json", text, id);
}

fn run_file(name: &str, text: &str, id: &str) {
    let mut sources = SourceMap::default();
    sources.add(name, text.to_owned());
    let (model, mut diagnostics) = pipeline::model(&sources);
    if let Some(model) = model {
        let config = ServiceConfig {
            module: "case".into(),
            id: id.into(),
            models: vec!["case.json".into()],
            name: None,
            operations: None,
            nullability: Nullability::ClientCareful,
            validation_error: None,
        };
        diagnostics.extend(pipeline::generate(&model, &config).1);
    }
    for diagnostic in diagnostics.iter().take(5) {
        assert!(!human(diagnostic, &sources, Style::Plain).is_empty());
        assert_ne!(diagnostic.id, "codegen.Internal", "emitted code that is no Rust: {}", diagnostic.message);
    }
}

#[test]
fn changed_models_are_generated_or_refused() {
    for (seed, (name, id)) in [
        ("constraints.json", "example.constraints#Constraints"),
        ("names.json", "example.names#Service"),
        ("shapes.json", "example.shapes#Shapes"),
    ]
    .into_iter()
    .enumerate()
    {
        let text = case(name);
        let mut random = Random(seed as u64);
        for _ in rounds(TIMES) {
            run(&String::from_utf8_lossy(&mutated(text.as_bytes(), &mut random)), id);
        }
    }
}

#[test]
fn changed_names_and_targets_are_generated_or_refused() {
    // Whole words are exchanged, so that the text stays JSON and the damage reaches the later steps.
    let text = case("shapes.json");
    let words: Vec<&str> = text.split('"').skip(1).step_by(2).collect();
    let mut random = Random(7);
    for _ in rounds(TIMES) {
        let (from, to) = (words[random.below(words.len())], words[random.below(words.len())]);
        run(&text.replacen(&format!("\"{from}\""), &format!("\"{to}\""), 1 + random.below(3)), "example.shapes#Shapes");
    }
}

#[test]
fn random_bytes_are_refused() {
    let mut random = Random(11);
    for round in rounds(300) {
        let length = round % 300;
        let bytes: Vec<u8> = (0..length).map(|_| random.next() as u8).collect();
        run(&String::from_utf8_lossy(&bytes), "example#S");
    }
}

#[test]
fn changed_idl_is_loaded_or_refused() {
    let text = case("idl/everything.smithy");
    let mut random = Random(13);
    for _ in rounds(TIMES) {
        let text = String::from_utf8_lossy(&mutated(text.as_bytes(), &mut random)).into_owned();
        run_file("case.smithy", &text, "example.harbour#Harbour");
    }
}

#[test]
fn idl_with_words_exchanged_is_loaded_or_refused() {
    let text = case("idl/everything.smithy");
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut random = Random(17);
    for _ in rounds(TIMES) {
        let (from, to) = (words[random.below(words.len())], words[random.below(words.len())]);
        run_file("case.smithy", &text.replacen(from, to, 1 + random.below(3)), "example.harbour#Harbour");
    }
}
