//! Mutated models are loaded, validated and generated.

use std::path::PathBuf;

use crate::{Random, entry, mutated, rounds};

const TIMES: usize = 150;

fn case(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("cases").join(name);
    std::fs::read_to_string(path).expect("a case of ours")
}

#[test]
fn changed_models_are_generated_or_rejected() {
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
            entry::model("case.json", &mutated(text.as_bytes(), &mut random), id);
        }
    }
}

#[test]
fn changed_names_and_targets_are_generated_or_rejected() {
    // Swap whole words, so that the text remains JSON and later steps see the damage.
    let text = case("shapes.json");
    let words: Vec<&str> = text.split('"').skip(1).step_by(2).collect();
    let mut random = Random(7);
    for _ in rounds(TIMES) {
        let (from, to) = (words[random.below(words.len())], words[random.below(words.len())]);
        let text = text.replacen(&format!("\"{from}\""), &format!("\"{to}\""), 1 + random.below(3));
        entry::model("case.json", text.as_bytes(), "example.shapes#Shapes");
    }
}

#[test]
fn random_bytes_are_no_model_and_cause_no_panic() {
    let mut random = Random(11);
    for round in rounds(300) {
        let length = round % 300;
        let bytes: Vec<u8> = (0..length).map(|_| random.next() as u8).collect();
        entry::model("case.json", &bytes, "example#S");
        entry::model("case.smithy", &bytes, "example#S");
    }
}

#[test]
fn changed_idl_is_loaded_or_rejected() {
    let text = case("idl/everything.smithy");
    let mut random = Random(13);
    for _ in rounds(TIMES) {
        let text = mutated(text.as_bytes(), &mut random);
        entry::model("case.smithy", &text, "example.harbour#Harbour");
        entry::export("case.smithy", &text);
    }
}

#[test]
fn idl_with_words_exchanged_is_loaded_or_rejected() {
    let text = case("idl/everything.smithy");
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut random = Random(17);
    for _ in rounds(TIMES) {
        let (from, to) = (words[random.below(words.len())], words[random.below(words.len())]);
        let text = text.replacen(from, to, 1 + random.below(3));
        entry::model("case.smithy", text.as_bytes(), "example.harbour#Harbour");
        entry::export("case.smithy", text.as_bytes());
    }
}
