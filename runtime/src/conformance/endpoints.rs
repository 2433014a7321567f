//! Evaluates endpoint rules for the cases of `@endpointTests`.

use std::borrow::Cow;

use serde_json::{Map, Value as Json, json};

use crate::client::Partitions;
use crate::client::rules::{NoEndpoint, Outcome, Value};
use crate::schema::EndpointRules;

/// Returns the endpoint for these parameters, in the form of `@endpointTests`, or the message of the error.
///
/// # Errors
/// The rules have no result, or one that is an error.
pub fn endpoint(rules: &'static EndpointRules, parameters: &Map<String, Json>) -> Result<Json, String> {
    let program = rules.program().map_err(|error| error.to_string())?;
    let partitions = Partitions::default();
    let outcome =
        program.evaluate(&partitions, |parameter| parameters.get(parameter.name).map_or(Value::Absent, value));
    match outcome {
        Ok(Outcome::Error(message)) => Err(message.into_owned()),
        Err(NoEndpoint::Missing(name)) => Err(format!("the parameter {name} has no value")),
        Err(NoEndpoint::NoRule) => Err("no rule applies".to_owned()),
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
