//! Mutations of our cases: tokens and lines are dropped, repeated, swapped or replaced. Checks properties that hold for
//! every model, so that no reference implementation is needed.

use std::path::{Path, PathBuf};

use serde_json::Value;
use whitesmith_codegen::diagnostic::Severity;
use whitesmith_codegen::export::{self, Export};
use whitesmith_codegen::source::SourceMap;
use whitesmith_codegen::syntax::idl::fmt::format;
use whitesmith_codegen::{load, pipeline};

use crate::{Random, rounds};

const TIMES: usize = 200;

/// Keywords and punctuation of the IDL.
const WORDS: &[&str] = &[
    "String",
    "Integer",
    "structure",
    "list",
    "union",
    "with",
    "for",
    "use",
    "apply",
    "member",
    "null",
    "1",
    "-1.5",
    "\"\"",
    "[]",
    "{}",
    "required",
    "Missing",
    "@",
    ":",
    "=",
    "$",
    "#",
    "}",
    "{",
    "(",
    ")",
    ",",
    "///x\n",
    "//y\n",
];

fn cases() -> Vec<String> {
    fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder of ours").flatten() {
            let path = entry.path();
            if path.is_dir() {
                collect(&path, into);
            } else if path.extension().is_some_and(|extension| extension == "smithy") {
                into.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("cases"), &mut paths);
    paths.sort();
    paths
        .iter()
        .map(|path| std::fs::read_to_string(path).expect("a case of ours"))
        .filter(|text| text.len() < 20_000)
        .collect()
}

/// Words, strings, white space and single characters, whose concatenation is the text.
fn tokens(text: &str) -> Vec<&str> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => rest[1..].find('"').map_or(rest.len(), |end| end + 2),
            c if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            c if c.is_whitespace() => rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (token, more) = rest.split_at(length);
        tokens.push(token);
        rest = more;
    }
    tokens
}

fn mutant(text: &str, random: &mut Random) -> String {
    let mut tokens = tokens(text);
    let solid: Vec<usize> = (0..tokens.len()).filter(|at| !tokens[*at].trim().is_empty()).collect();
    let (one, other) = (solid[random.below(solid.len())], solid[random.below(solid.len())]);
    match random.below(6) {
        0 => tokens[one] = "",
        1 => tokens.insert(one, tokens[one]),
        2 => tokens.swap(one, other),
        3 => tokens[one] = tokens[other],
        4 => tokens[one] = WORDS[random.below(WORDS.len())],
        _ => {
            let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
            let line = lines.remove(random.below(lines.len()));
            if random.below(2) == 0 {
                lines.insert(random.below(lines.len() + 1), line);
            }
            return lines.concat();
        }
    }
    tokens.concat()
}

/// The JSON AST of a model that loads without errors.
fn ast(name: &str, text: &str) -> Option<String> {
    let mut sources = SourceMap::default();
    sources.add(name, text.to_owned());
    let (merged, diagnostics) = load::merge_sources(&sources);
    let export = Export { model: &merged.model, applies: &merged.applies, flatten: false };
    (!pipeline::prevents_generation(&diagnostics)).then(|| export::json(export))
}

#[test]
fn mutants_are_validated_without_a_panic_and_their_ast_is_the_same_model() {
    let cases = cases();
    let mut random = Random(31);
    for round in rounds(TIMES) {
        let text = mutant(&cases[random.below(cases.len())], &mut random);
        let mut sources = SourceMap::default();
        sources.add("mutant.smithy", text.clone());
        let (model, _) = pipeline::model(&sources);
        if let Some(first) = model.and_then(|_| ast("mutant.smithy", &text)) {
            assert_eq!(ast("mutant.json", &first).as_ref(), Some(&first), "round {round}: {text}");
        }
    }
}

#[test]
fn formatting_mutants_is_idempotent_and_keeps_their_ast() {
    let cases = cases();
    let mut random = Random(37);
    for round in rounds(TIMES) {
        let text = mutant(&cases[random.below(cases.len())], &mut random);
        let source = SourceMap::default().add("mutant.smithy", text.clone());
        let Ok(once) = format(source, &text) else { continue };
        assert_eq!(format(source, &once).as_ref(), Ok(&once), "round {round}: {text}");
        assert_eq!(ast("mutant.smithy", &text), ast("mutant.smithy", &once), "round {round}: {text}");
    }
}

/// JSON pointers to the targets of a JSON AST.
fn targets(value: &Value, at: &str, into: &mut Vec<String>) {
    let Value::Object(object) = value else {
        if let Value::Array(items) = value {
            items.iter().enumerate().for_each(|(index, item)| targets(item, &format!("{at}/{index}"), into));
        }
        return;
    };
    for (key, item) in object.iter().filter(|(key, _)| *key != "traits") {
        let at = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        if key == "target" { into.push(at) } else { targets(item, &at, into) }
    }
}

#[test]
fn a_missing_target_is_an_error_in_every_kind_of_reference() {
    let asts: Vec<Value> =
        cases().iter().filter_map(|text| serde_json::from_str(&ast("case.smithy", text)?).ok()).collect();
    let mut random = Random(41);
    for round in rounds(TIMES) {
        let mut value = asts[random.below(asts.len())].clone();
        let mut places = Vec::new();
        targets(&value["shapes"], "/shapes", &mut places);
        if places.is_empty() {
            continue;
        }
        let place = &places[random.below(places.len())];
        *value.pointer_mut(place).expect("a target") = "example.missing#Missing".into();
        let mut sources = SourceMap::default();
        sources.add("mutant.json", value.to_string());
        let (model, diagnostics) = pipeline::model(&sources);
        let is_found = diagnostics.iter().any(|found| found.severity == Severity::Error);
        assert!(model.is_none() && is_found, "round {round}: no error where {place} is missing");
    }
}
