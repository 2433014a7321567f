//! Scenarios: calls of a service in a fixed order. Later calls use values from the outputs of earlier ones.
//!
//! ```text
//! {
//!   "models": ["sqs-2012-11-05.json"], "servers": ["moto"], "quick": true,
//!   "calls": [
//!     ["CreateQueue", {"QueueName": "jobs"}, {"QueueUrl": "{url}"}],
//!     ["SendMessage", {"QueueUrl": "{url}", "MessageBody": "first"}, {"MessageId": "*"}],
//!     ["GetQueueUrl", {"QueueName": "none"}, "!QueueDoesNotExist", {"moto": "why it fails there"}]
//!   ]
//! }
//! ```
//!
//! A call is the name of an operation, alone or followed by `pages`, `presigned`, or `until` and the name of a waiter.
//! Expected outputs contain only the members to compare. `"*"` is any value, `null` none, `"{name}"` sets a variable,
//! or is its value if it is set. A list that starts with `"..."` may have other elements too. `"!Code"` is an error.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value as Json;

use crate::error::TaskError;

/// A file of scenarios.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scenario {
    #[serde(skip)]
    pub(super) name: String,
    /// Names of the model's files, in this folder or that of official models.
    pub(super) models: Vec<String>,
    /// Names of the servers that it runs against.
    pub(super) servers: Vec<String>,
    /// Whether it is part of `cargo xtask test`.
    #[serde(default)]
    pub(super) quick: bool,
    /// Variables that are set before the first call.
    #[serde(default)]
    pub(super) variables: BTreeMap<String, Json>,
    pub(super) calls: Vec<Row>,
}

/// A call and its expected result.
#[derive(Deserialize)]
#[serde(try_from = "Vec<Json>")]
pub(super) struct Row {
    pub(super) call: String,
    pub(super) input: Json,
    expected: Json,
    /// Why it fails, by the name of the server.
    pub(super) deviations: BTreeMap<String, String>,
}

impl TryFrom<Vec<Json>> for Row {
    type Error = serde_json::Error;

    fn try_from(row: Vec<Json>) -> Result<Self, Self::Error> {
        let mut parts = row.into_iter();
        let mut next = || parts.next().unwrap_or_default();
        let (call, input, expected, deviations) = (next(), next(), next(), next());
        let deviations = if deviations.is_null() { BTreeMap::new() } else { serde_json::from_value(deviations)? };
        Ok(Self { call: serde_json::from_value(call)?, input, expected, deviations })
    }
}

impl Row {
    /// The operation that is called.
    pub(super) fn operation(&self) -> &str {
        self.call.split(' ').next().unwrap_or_default()
    }
}

impl Scenario {
    /// The calls that it needs, each once.
    pub(super) fn calls(&self) -> BTreeSet<&str> {
        self.calls.iter().map(|row| row.call.as_str()).collect()
    }

    /// The operations that it calls, each once.
    pub(super) fn operations(&self) -> BTreeSet<&str> {
        self.calls.iter().map(Row::operation).collect()
    }
}

/// Reads all scenarios of a folder, in the order of their names.
pub(super) fn read(folder: &Path) -> Result<Vec<Scenario>, TaskError> {
    let mut scenarios = Vec::new();
    for entry in fs::read_dir(folder).map_err(TaskError::file(folder))? {
        let path = entry.map_err(TaskError::file(folder))?.path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let text = fs::read_to_string(&path).map_err(TaskError::file(&path))?;
        let mut scenario: Scenario =
            serde_json::from_str(&text).map_err(|source| TaskError::Json { path: path.clone(), source })?;
        scenario.name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        scenarios.push(scenario);
    }
    scenarios.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(scenarios)
}

/// Why a result is not the expected one.
#[derive(Debug, PartialEq, thiserror::Error)]
#[error("{0}")]
pub(super) struct Difference(String);

/// Values of variables.
#[derive(Default)]
pub(super) struct Variables(BTreeMap<String, Json>);

impl Variables {
    /// Sets a variable.
    pub(super) fn set(&mut self, name: &str, value: Json) {
        self.0.insert(name.to_owned(), value);
    }

    /// Replaces `{name}` in all strings. A string that is nothing else becomes the value.
    pub(super) fn fill(&self, value: &Json) -> Json {
        match value {
            Json::String(text) => match name_of(text).and_then(|name| self.0.get(name)) {
                Some(value) => value.clone(),
                None => Json::String(self.text(text)),
            },
            Json::Array(items) => items.iter().map(|item| self.fill(item)).collect(),
            Json::Object(members) => {
                Json::Object(members.iter().map(|(name, value)| (self.text(name), self.fill(value))).collect())
            }
            other => other.clone(),
        }
    }

    fn text(&self, text: &str) -> String {
        let texts = self.0.iter().filter_map(|(name, value)| Some((format!("{{{name}}}"), value.as_str()?)));
        texts.fold(text.to_owned(), |text, (name, value)| text.replace(&name, value))
    }

    /// Compares the result of a call, `{output}` or `{error}`.
    pub(super) fn check(&mut self, row: &Row, result: &Json) -> Result<(), Difference> {
        let code = row.expected.as_str().and_then(|expected| expected.strip_prefix('!'));
        match (code, result.get("output")) {
            (Some(code), None) if result["error"]["code"] == code => Ok(()),
            (None, Some(output)) => self.compare("output", &row.expected, output),
            (_, None) => Err(Difference(format!("{} {}", result["error"]["status"], result["error"]["text"]))),
            (Some(code), Some(output)) => Err(Difference(format!("expected the error {code}, found {output}"))),
        }
    }

    fn compare(&mut self, path: &str, expected: &Json, found: &Json) -> Result<(), Difference> {
        let same = match expected {
            Json::Null if path == "output" => true,
            Json::Null => found.is_null(),
            Json::String(text) if text == "*" => !found.is_null(),
            Json::String(text) => match name_of(text).filter(|name| !self.0.contains_key(*name)) {
                Some(name) if !found.is_null() => {
                    self.set(name, found.clone());
                    true
                }
                _ => self.fill(expected) == *found,
            },
            Json::Number(number) => number.as_f64() == found.as_f64(),
            Json::Bool(_) => expected == found,
            Json::Object(members) => {
                for (name, expected) in members {
                    let name = self.text(name);
                    self.compare(&format!("{path}/{name}"), expected, &found[&name])?;
                }
                true
            }
            Json::Array(items) => return self.compare_lists(path, items, found),
        };
        if same { Ok(()) } else { Err(Difference(format!("{path}: expected {expected}, found {found}"))) }
    }

    fn compare_lists(&mut self, path: &str, items: &[Json], found: &Json) -> Result<(), Difference> {
        let elements = found.as_array().map(Vec::as_slice).unwrap_or_default();
        match items.split_first() {
            Some((first, items)) if first == "..." => {
                for item in items {
                    if !elements.iter().any(|element| self.compare(path, item, element).is_ok()) {
                        return Err(Difference(format!("{path}: no element {item} in {found}")));
                    }
                }
                Ok(())
            }
            _ if items.len() == elements.len() => {
                let mut pairs = items.iter().zip(elements).enumerate();
                pairs.try_for_each(|(index, (item, element))| self.compare(&format!("{path}/{index}"), item, element))
            }
            _ => Err(Difference(format!("{path}: expected {} elements, found {found}", items.len()))),
        }
    }
}

/// The name of a variable, if the text is nothing else.
fn name_of(text: &str) -> Option<&str> {
    let name = text.strip_prefix('{')?.strip_suffix('}')?;
    (!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')).then_some(name)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Row, Variables};

    fn row(expected: serde_json::Value) -> Row {
        Row::try_from(vec![json!("Get"), json!({}), expected]).expect("row")
    }

    #[test]
    fn values_of_outputs_are_inputs_of_later_calls() {
        let mut variables = Variables::default();
        let result = json!({ "output": { "Id": "a1", "Version": 7 } });
        assert_eq!(variables.check(&row(json!({ "Id": "{id}", "Version": "{version}" })), &result), Ok(()));
        let input = json!({ "Path": "x/{id}", "Version": "{version}", "Template": "{other}" });
        assert_eq!(variables.fill(&input), json!({ "Path": "x/a1", "Version": 7, "Template": "{other}" }));
        // A variable that is set is compared.
        let other = json!({ "output": { "Id": "b2" } });
        assert!(variables.check(&row(json!({ "Id": "{id}" })), &other).is_err());
    }

    #[test]
    fn only_the_expected_members_are_compared() {
        let result = json!({ "output": { "Items": [{ "K": "a" }, { "K": "b" }], "Size": 2, "Extra": true } });
        let check = |expected| Variables::default().check(&row(expected), &result);
        for same in [
            json!(null),
            json!({}),
            json!({ "Size": 2.0, "Next": null, "Extra": "*" }),
            json!({ "Items": ["...", { "K": "b" }] }),
            json!({ "Items": [{}, { "K": "b" }] }),
        ] {
            assert_eq!(check(same), Ok(()));
        }
        for other in [
            json!("!NotFound"),
            json!({ "Size": 3 }),
            json!({ "Next": "*" }),
            json!({ "Next": "{next}" }),
            json!({ "Size": null }),
            json!({ "Items": [{}] }),
            json!({ "Items": ["...", { "K": "c" }] }),
        ] {
            assert!(check(other.clone()).is_err(), "{other}");
        }
    }

    #[test]
    fn errors_are_compared_by_code() {
        let result = json!({ "error": { "code": "NotFound", "status": 404, "text": "NotFound: no such queue" } });
        assert_eq!(Variables::default().check(&row(json!("!NotFound")), &result), Ok(()));
        for other in [json!("!Other"), json!({}), json!(null)] {
            assert!(Variables::default().check(&row(other), &result).is_err());
        }
    }
}
