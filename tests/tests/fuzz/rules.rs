//! The languages inside traits (`JMESPath`, endpoint rule sets), linters, and the comparison of models.

use std::path::PathBuf;

use crate::{Random, entry, mutated, rounds};

const TIMES: usize = 40;
const CASES: [&str; 5] = ["aws", "endpoints", "linters", "protocol_tests", "waiters"];

fn case(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("cases/rules").join(format!("{name}.smithy"));
    std::fs::read_to_string(path).expect("a case of ours")
}

/// Swaps whole words, so that most mutations parse.
fn exchanged(text: &str, random: &mut Random) -> String {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || "\"{}[]()".contains(c)).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let mut text = text.to_owned();
    for _ in 0..=random.below(3) {
        let (from, to) = (words[random.below(words.len())], words[random.below(words.len())]);
        let places: Vec<usize> = text.match_indices(from).map(|(at, _)| at).collect();
        if !places.is_empty() {
            let at = places[random.below(places.len())];
            text.replace_range(at..at + from.len(), to);
        }
    }
    text
}

#[test]
fn changed_rules_are_checked_or_rejected() {
    for (seed, name) in CASES.into_iter().enumerate() {
        let text = case(name);
        let mut random = Random(31 + seed as u64);
        for round in rounds(TIMES) {
            let changed = match round % 4 {
                0 => mutated(text.as_bytes(), &mut random),
                _ => exchanged(&text, &mut random).into_bytes(),
            };
            entry::model("case.smithy", &changed, "example#None");
        }
    }
}

#[test]
fn changed_models_are_compared_or_rejected() {
    for (seed, name) in CASES.into_iter().enumerate() {
        let text = case(name);
        let mut random = Random(41 + seed as u64);
        for _ in rounds(TIMES) {
            entry::diff(text.as_bytes(), exchanged(&text, &mut random).as_bytes());
        }
    }
}

#[test]
fn changed_expressions_are_checked_or_rejected() {
    const EXPRESSIONS: [&str; 6] = [
        "ship.inspections[?passed == `true` && !(name < 'a')].{a: passed, b: [name, @]} | [0:-1:2]",
        "sort_by(ships, &length(name))[*].inspections[].passed | not_null(@, `[1, {\"a\": null}]`)",
        "join(', ', keys(ship)) || to_string(map(&name, ships)) && merge(ship, `{}`)",
        "ships[-1].*.\"quoted \\\" name\" != max_by(ships, &crew).crew",
        "contains(ship.state, 'MOORED') || ship.inspections[0][1]",
        "&a[?b].c | @ == 'raw \\' text'",
    ];
    let mut random = Random(51);
    for round in rounds(TIMES * 50) {
        let text = EXPRESSIONS[round % EXPRESSIONS.len()];
        let text = match round % 3 {
            0 => String::from_utf8_lossy(&mutated(text.as_bytes(), &mut random)).into_owned(),
            1 => format!("{}{}", exchanged(text, &mut random), "[".repeat(random.below(200))),
            _ => exchanged(text, &mut random),
        };
        entry::jmespath(&text);
    }
}
