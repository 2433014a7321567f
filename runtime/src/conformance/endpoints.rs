//! Evaluates endpoint rules for the cases of `@endpointTests`.

use std::borrow::Cow;

use serde_json::{Map, Value as Json, json};

use crate::client::Partitions;
use crate::client::rules::{NoEndpoint, Outcome, Value};
use crate::schema::EndpointRules;

/// Why rules gave no endpoint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndpointProblem {
    /// The result is an error with this message.
    #[error("{0}")]
    Rejected(String),
    /// A required parameter has no value.
    #[error("the parameter {0} has no value")]
    Missing(&'static str),
    /// There is no result.
    #[error("no rule applies")]
    NoRule,
    /// The text of the rules is malformed.
    #[error("{0}")]
    Malformed(String),
}

/// Returns the endpoint for these parameters, in the form of `@endpointTests`.
///
/// # Errors
/// The rules have no result, or one that is an error.
pub fn endpoint(rules: &'static EndpointRules, parameters: &Map<String, Json>) -> Result<Json, EndpointProblem> {
    let program = rules.program().map_err(|error| EndpointProblem::Malformed(error.to_string()))?;
    let partitions = Partitions::default();
    let outcome =
        program.evaluate(&partitions, |parameter| parameters.get(parameter.name).map_or(Value::Absent, value));
    match outcome {
        Ok(Outcome::Error(message)) => Err(EndpointProblem::Rejected(message.into_owned())),
        Err(NoEndpoint::Missing(name)) => Err(EndpointProblem::Missing(name)),
        Err(NoEndpoint::NoRule) => Err(EndpointProblem::NoRule),
        Ok(Outcome::Endpoint(endpoint)) => {
            let mut found = json!({ "url": endpoint.url });
            for (name, members) in [("headers", &endpoint.headers), ("properties", &endpoint.properties)] {
                if !members.is_empty() {
                    found[name] = record(members);
                }
            }
            Ok(found)
        }
    }
}

fn value(json: &Json) -> Value<'_> {
    match json {
        Json::Bool(value) => Value::Boolean(*value),
        Json::String(text) => Value::Text(Cow::Borrowed(text)),
        Json::Array(items) => Value::List(items.iter().map(value).collect()),
        _ => Value::Absent,
    }
}

fn record(members: &[(&str, Value<'_>)]) -> Json {
    Json::Object(members.iter().map(|(name, value)| ((*name).to_owned(), as_json(value))).collect())
}

fn as_json(value: &Value<'_>) -> Json {
    match value {
        Value::Boolean(value) => json!(value),
        Value::Integer(value) => json!(value),
        Value::Text(text) => json!(text),
        Value::List(items) => items.iter().map(as_json).collect(),
        Value::Record(members) => record(members),
        Value::Absent | Value::Partition(_) | Value::Arn(_) | Value::Url(_) => Json::Null,
    }
}
