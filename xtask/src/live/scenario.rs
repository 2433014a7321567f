//! Scenarios: calls of a service in a fixed order. Later calls use values from the outputs of earlier ones.
//!
//! ```text
//! {
//!   "models": ["sqs-2012-11-05.json"], "servers": ["moto"], "quick": true,
//!   "calls": [
//!     ["CreateQueue", {"QueueName": "jobs"}, {"QueueUrl": "{url}"}],
//!     ["SendMessage", {"QueueUrl": "{url}", "MessageBody": "first"}, {"MessageId": "*"}],
//!     ["GetQueueUrl", {"QueueName": "none"}, "!QueueDoesNotExist", {"moto": ["why it fails there", "InternalError"]}]
//!   ]
//! }
//! ```
//!
//! A call is the name of an operation, alone or followed by `pages`, `presigned`, or `until` and the name of a waiter.
//! Expected outputs contain only the members to compare. `"*"` is any value, `null` none, `"{name}"` sets a variable,
//! or is its value if it is set. A list that starts with `"..."` may have other elements too, in any order. `"!Code"`
//! is an error. Behind the reason for another result is a part of the error's code or text, or of the difference.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::rc::Rc;

use serde::Deserialize;
use serde::de::Error as _;
use serde_json::Value as Json;

use super::servers::SERVERS;
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
    /// Servers that return another result, by name.
    pub(super) deviations: BTreeMap<String, Deviation>,
}

/// Another result than the expected one.
#[derive(Deserialize)]
#[serde(try_from = "(String, String)")]
pub(super) struct Deviation {
    /// Why it differs.
    pub(super) reason: String,
    /// A part of the error's code or text, or of the difference.
    text: String,
}

impl TryFrom<(String, String)> for Deviation {
    type Error = serde_json::Error;

    fn try_from((reason, text): (String, String)) -> Result<Self, Self::Error> {
        if text.is_empty() {
            return Err(serde_json::Error::custom("a deviation without a part of its text"));
        }
        Ok(Self { reason, text })
    }
}

impl Deviation {
    /// Whether this is the difference that it describes.
    pub(super) fn is(&self, difference: &Difference) -> bool {
        difference.0.contains(&self.text)
    }
}

impl TryFrom<Vec<Json>> for Row {
    type Error = serde_json::Error;

    fn try_from(row: Vec<Json>) -> Result<Self, Self::Error> {
        if row.len() > 4 {
            return Err(serde_json::Error::invalid_length(row.len(), &"at most four parts of a call"));
        }
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

    /// Whether it runs against this server.
    pub(super) fn runs_against(&self, server: &str) -> bool {
        self.servers.iter().any(|name| name == server)
    }

    /// Checks the names of servers.
    fn check(&self) -> Result<(), serde_json::Error> {
        if let Some(name) = self.servers.iter().find(|name| SERVERS.iter().all(|known| known.name != name.as_str())) {
            return Err(serde_json::Error::custom(format!("no server {name}")));
        }
        let mut deviations = self.calls.iter().flat_map(|row| row.deviations.keys());
        match deviations.find(|name| !self.servers.contains(name)) {
            Some(name) => Err(serde_json::Error::custom(format!("a deviation for {name}, which is not in `servers`"))),
            None => Ok(()),
        }
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
        let invalid = |source| TaskError::Json { path: path.clone(), source };
        let mut scenario: Scenario = serde_json::from_str(&text).map_err(invalid)?;
        scenario.check().map_err(invalid)?;
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
#[derive(Clone, Default)]
pub(super) struct Variables(BTreeMap<String, Rc<Json>>);

impl Variables {
    /// Sets a variable.
    pub(super) fn set(&mut self, name: &str, value: Json) {
        self.0.insert(name.to_owned(), Rc::new(value));
    }

    /// Replaces `{name}` in all strings. A string that is nothing else becomes the value.
    pub(super) fn fill(&self, value: &Json) -> Json {
        match value {
            Json::String(text) => match name_of(text).and_then(|name| self.0.get(name)) {
                Some(value) => Json::clone(value),
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

    /// Compares the result of a call, `{output}` or `{error}`. Sets variables if it is the expected one.
    pub(super) fn check(&mut self, row: &Row, result: &Json) -> Result<(), Difference> {
        let code = row.expected.as_str().and_then(|expected| expected.strip_prefix('!'));
        match (code, result.get("output")) {
            (Some(code), None) if result["error"]["code"] == code => Ok(()),
            (None, Some(output)) => self.attempt(|copy| copy.compare("output", &row.expected, output)),
            (_, None) => {
                let error = &result["error"];
                let code = error["code"].as_str().unwrap_or("no code");
                Err(Difference(format!("{code}, {}: {}", error["status"], error["text"].as_str().unwrap_or_default())))
            }
            (Some(code), Some(output)) => Err(Difference(format!("expected the error {code}, found {output}"))),
        }
    }

    /// Compares with a copy. Keeps the variables that it sets only on success.
    fn attempt(&mut self, compare: impl FnOnce(&mut Self) -> Result<(), Difference>) -> Result<(), Difference> {
        let mut copy = self.clone();
        compare(&mut copy)?;
        *self = copy;
        Ok(())
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
            Json::Number(number) => match found {
                Json::Number(found) if number.is_f64() || found.is_f64() => number.as_f64() == found.as_f64(),
                found => expected == found,
            },
            Json::Bool(_) => expected == found,
            Json::Object(members) if found.is_object() => {
                for (name, expected) in members {
                    let name = self.text(name);
                    self.compare(&format!("{path}/{name}"), expected, &found[&name])?;
                }
                true
            }
            Json::Object(_) => false,
            Json::Array(items) => match found {
                Json::Array(elements) => return self.compare_lists(path, items, elements),
                _ => false,
            },
        };
        if same { Ok(()) } else { Err(Difference(format!("{path}: expected {expected}, found {found}"))) }
    }

    fn compare_lists(&mut self, path: &str, items: &[Json], elements: &[Json]) -> Result<(), Difference> {
        match items.split_first() {
            Some((first, items)) if first == "..." => {
                let elements: Vec<&Json> = elements.iter().collect();
                self.contains(path, items, &elements)
            }
            _ if items.len() == elements.len() => {
                let mut pairs = items.iter().zip(elements).enumerate();
                pairs.try_for_each(|(index, (item, element))| self.compare(&format!("{path}/{index}"), item, element))
            }
            _ => {
                let found: Json = elements.into();
                Err(Difference(format!("{path}: expected {} elements, found {found}", items.len())))
            }
        }
    }

    /// Finds a different element for each item.
    fn contains(&mut self, path: &str, items: &[Json], elements: &[&Json]) -> Result<(), Difference> {
        let Some((item, items)) = items.split_first() else { return Ok(()) };
        for (index, element) in elements.iter().enumerate() {
            let others = [&elements[..index], &elements[index + 1..]].concat();
            let found = self.attempt(|copy| {
                copy.compare(path, item, element)?;
                copy.contains(path, items, &others)
            });
            if found.is_ok() {
                return Ok(());
            }
        }
        let found: Json = elements.iter().copied().cloned().collect();
        Err(Difference(format!("{path}: no element {item} in {found}")))
    }
}

/// The name of a variable, if the text is nothing else.
fn name_of(text: &str) -> Option<&str> {
    let name = text.strip_prefix('{')?.strip_suffix('}')?;
    (!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')).then_some(name)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::{Deviation, Row, Scenario, Variables};

    fn row(expected: Json) -> Row {
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
        let result = json!({ "output": {
            "Items": [{ "K": "a" }, { "K": "b" }], "Size": 2, "Extra": true, "Name": "n", "Empty": [], "Structure": {},
            "Large": 9_007_199_254_740_993_u64,
        } });
        let check = |expected| Variables::default().check(&row(expected), &result);
        for same in [
            json!(null),
            json!({}),
            json!({ "Size": 2.0, "Next": null, "Extra": "*" }),
            json!({ "Items": ["...", { "K": "b" }] }),
            json!({ "Items": ["...", {}, { "K": "a" }] }),
            json!({ "Large": 9_007_199_254_740_993_u64, "Empty": [], "Structure": {} }),
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
            // Neither an absent member nor a text is a list or a structure.
            json!({ "Next": [] }),
            json!({ "Next": ["..."] }),
            json!({ "Next": {} }),
            json!({ "Size": [] }),
            json!({ "Name": [] }),
            json!({ "Name": {} }),
            json!({ "Items": {} }),
            // Each item needs an element of its own.
            json!({ "Items": ["...", { "K": "a" }, { "K": "a" }] }),
            json!({ "Items": ["...", {}, {}, {}] }),
            // Both have the same nearest floating-point number.
            json!({ "Large": 9_007_199_254_740_992_u64 }),
            json!({ "Items": ["...", { "K": "c" }] }),
        ] {
            assert!(check(other.clone()).is_err(), "{other}");
        }
    }

    #[test]
    fn variables_are_set_only_by_what_is_expected() {
        let mut variables = Variables::default();
        let result = json!({ "output": { "Items": [{ "K": "a", "V": 1 }, { "K": "b", "V": 2 }], "Size": 2 } });
        let differs = row(json!({ "Items": ["...", { "V": "{v}", "K": "a" }], "Size": 3 }));
        assert!(variables.check(&differs, &result).is_err());
        // The first element sets the variable before its key differs.
        let same = row(json!({ "Items": ["...", { "V": "{v}", "K": "b" }] }));
        assert_eq!(variables.check(&same, &result), Ok(()));
        assert_eq!(variables.fill(&json!("{v}")), 2);
    }

    #[test]
    fn deviations_are_compared_with_the_difference() {
        let read = |deviation| serde_json::from_value::<Deviation>(deviation);
        let deviation = read(json!(["not implemented", "InternalFailure, 501"])).expect("a deviation");
        let error = json!({ "error": { "code": "InternalFailure", "status": 501, "text": "no such action" } });
        let other = json!({ "error": { "code": "InternalFailure", "status": 500, "text": "no such action" } });
        let difference = |result| Variables::default().check(&row(json!({})), result).expect_err("an error");
        assert!(deviation.is(&difference(&error)));
        assert!(!deviation.is(&difference(&other)));
        for invalid in [json!("a reason"), json!(["a reason"]), json!(["a reason", ""])] {
            assert!(read(invalid).is_err());
        }
    }

    #[test]
    fn rows_have_at_most_four_parts_and_servers_of_the_scenario() {
        assert!(Row::try_from(vec![json!("Get"), json!({}), json!({}), json!({}), json!({})]).is_err());
        let read = |servers: Json, deviations: Json| {
            let calls = json!([["Get", {}, {}, deviations]]);
            let scenario: Scenario =
                serde_json::from_value(json!({ "models": [], "servers": servers, "calls": calls }))
                    .expect("a scenario");
            scenario.check().map_err(|error| error.to_string())
        };
        assert_eq!(read(json!(["moto"]), json!({ "moto": ["a reason", "text"] })), Ok(()));
        assert_eq!(read(json!(["mota"]), json!({})), Err("no server mota".to_owned()));
        let other = read(json!(["moto"]), json!({ "s3rver": ["a reason", "text"] }));
        assert_eq!(other, Err("a deviation for s3rver, which is not in `servers`".to_owned()));
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
