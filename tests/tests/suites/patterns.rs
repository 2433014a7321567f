//! Patterns: those of official models are enforced exactly, or listed here with what is omitted.

use std::collections::BTreeSet;
use std::path::Path;

use crate::common::{self, Data};
use crate::support::{Ready, compare, oracle};

/// Patterns that are only partly enforced, and the omitted parts.
const WEAKER: &[(&str, &str)] = &[
    (r"^((25[0-5]|(2[0-4]|1[0-9]|[1-9]|)[0-9])(\.(?!$)|$)){4}$", "the look-around `(?!$)` within it"),
    (r"^(^\$LATEST$)|((?!^[0-9]+$)([a-zA-Z0-9-_]+))$", "the look-around `(?!^[0-9]+$)` within it"),
    (
        r"^[A-Za-z](?!.*--)[0-9A-Za-z-]*[^-]|^default(?!.*--)(?!.*\.\.)[0-9A-Za-z-.]*[^-]$",
        "the look-around `(?!.*--)` within it",
    ),
    (r"^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$", "the look-around `(?!-)` within it"),
    (
        concat!(
            r"^([\-]?\d{4}(?!\d{2}\b))((-?)((0[1-9]|1[0-2])(\3([12]\d|0[1-9]|3[01]))?|W([0-4]\d|5[0-2])(-?[1-7])?",
            r"|(00[1-9]|0[1-9]\d|[12]\d{2}|3([0-5]\d|6[1-6])))([T\s]((([01]\d|2[0-3])((:?)[0-5]\d)?|24\:?00)",
            r"([\.,]\d(?!:))?)?(\17[0-5]\d([\.,]\d)?)?([zZ]|([\-])([01]\d|2[0-3]):?([0-5]\d)?)?)?)?$",
        ),
        r"the look-around `(?!\d{2}\b)` within it, a back-reference",
    ),
    (
        concat!(
            r"^arn:(?=[^:]+:fsx:[^:]+:\d{12}:)((|(?=[a-z0-9-.]{1,63})(?!\d{1,3}(\.\d{1,3}){3})(?![^:]*-{2})(?![^:]*-\.)",
            r"(?![^:]*\.-)[a-z0-9].*(?<!-)):){4}(?!/).{0,1024}$",
        ),
        "the look-around `(?=[a-z0-9-.]{1,63})` within it",
    ),
];

/// Patterns with syntax of Java that ECMA-262 lacks, or that has another meaning there.
const JAVA: &[&str] = &[
    "^(?i)(true|false)$",
    "^(?i)all|[0-9]{12}$",
    "^(?s)",
    r"^[\p{Print}&&[^|:/]]+$",
    r"^\A(25[0-5]|2[0-4]\d|[0-1]?\d?\d)(\.(25[0-5]|2[0-4]\d|[0-1]?\d?\d)){3}\z$",
    r"^\Asnap-([0-9A-Fa-f]{8}|[0-9A-Fa-f]{17})\z$",
    r"^\p{Print}+$",
    r"^arn:aws(-[a-z]{1,3}){0,2}:rbin:[a-z\-0-9]{0,63}:[0-9]{12}:rule/[0-9a-zA-Z]{11}{0,1011}$",
];

fn patterns(models: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in std::fs::read_dir(models).unwrap().flatten() {
        if file.path().extension().is_some_and(|extension| extension == "json") {
            let text = std::fs::read_to_string(file.path()).unwrap();
            scan(&text, "\"smithy.api#pattern\": ", &mut found);
        }
    }
    if let Ok(protocol_tests) = common::folder(Data::Suite("protocol-tests")) {
        sources(&protocol_tests, &mut found);
    }
    found
}

fn sources(folder: &Path, found: &mut BTreeSet<String>) {
    for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if file.path().is_dir() {
            sources(&file.path(), found);
        } else if file.path().extension().is_some_and(|extension| extension == "smithy") {
            scan(&std::fs::read_to_string(file.path()).unwrap(), "@pattern(", found);
        }
    }
}

/// The string after each `key`. Strings of Smithy are similar enough to those of JSON.
fn scan(text: &str, key: &str, found: &mut BTreeSet<String>) {
    for (at, _) in text.match_indices(key) {
        let mut values = serde_json::Deserializer::from_str(&text[at + key.len()..]).into_iter::<String>();
        found.extend(values.next().and_then(Result::ok));
    }
}

/// The patterns of all models and protocol tests in `folder`.
pub(crate) fn patterns_of_official_models_are_enforced_or_listed(folder: &Path) {
    let patterns = patterns(folder);
    let mut problems = Vec::new();
    let mut first_tier = 0;
    for source in &patterns {
        let ready = Ready::new(source);
        first_tier += usize::from(ready.is_first_tier());
        let weaker = ready.planned.weaker.as_deref();
        let listed = WEAKER.iter().find(|(pattern, _)| pattern == source).map(|(_, what)| *what);
        if weaker != listed {
            problems.push(format!("{source}\n  not enforced: {weaker:?}, listed: {listed:?}"));
        }
        let is_java = JAVA.contains(&source.as_str());
        match oracle(source) {
            None if is_java => {}
            None => problems.push(format!("{source}\n  is not on the list of those that ECMA-262 cannot read")),
            Some(oracle) => match compare(source, &ready, oracle, 8) {
                Err(problem) if !is_java => problems.push(problem),
                Ok(()) if is_java => problems.push(format!("{source}\n  is listed as Java's, and reads the same")),
                _ => {}
            },
        }
    }
    println!("{} patterns, {first_tier} of them step by step", patterns.len());
    assert!(patterns.len() > 500, "the models have more patterns than {}", patterns.len());
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
