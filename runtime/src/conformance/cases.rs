//! Cases, and the parameters of malformed ones (spec: "httpMalformedRequestTests").

use serde_json::{Map, Value as Json};

use super::Failure;
use super::subject::Values;

/// Trait of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Request,
    Response,
    Malformed,
    Events,
    Endpoint,
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
            Self::Malformed => "malformed",
            Self::Events => "events",
            Self::Endpoint => "endpoint",
        }
    }
}

/// A test case.
#[derive(Debug)]
pub(super) struct Case {
    pub(super) kind: Kind,
    /// Shape ID of the service.
    pub(super) service: String,
    /// Name of the operation.
    pub(super) operation: String,
    /// Shape ID of the error, for error responses.
    pub(super) error: Option<String>,
    pub(super) id: String,
    pub(super) body: Map<String, Json>,
}

impl Case {
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.body.get(name)?.as_str()
    }

    /// Returns the parameters of the message.
    pub(super) fn values(&self) -> Values {
        let params = self.body.get("params").cloned().unwrap_or_else(|| Json::Object(Map::new()));
        Values { params, events: Vec::new() }
    }
}

/// Parses cases from a document of `[{service, kind, operation, error, case}]`. Parameters are substituted.
pub(super) fn parse(document: &str) -> Result<Vec<Case>, Failure> {
    let Ok(Json::Array(entries)) = serde_json::from_str(document) else {
        return Err(Failure::invalid(&"the document", "an array"));
    };
    let mut cases = Vec::new();
    for entry in entries {
        let text = |name: &str| entry.get(name).and_then(Json::as_str).map(str::to_owned);
        let kind = match text("kind").as_deref() {
            Some("request") => Kind::Request,
            Some("response") => Kind::Response,
            Some("malformed") => Kind::Malformed,
            Some("events") => Kind::Events,
            Some("endpoint") => Kind::Endpoint,
            other => return Err(Failure::invalid(&format!("{other:?}"), "a kind of case")),
        };
        let Some(Json::Object(body)) = entry.get("case") else { return Err(Failure::invalid(&"a case", "an object")) };
        let id = body.get("id").and_then(Json::as_str).unwrap_or_default().to_owned();
        let (service, operation) = (text("service").unwrap_or_default(), text("operation").unwrap_or_default());
        let error = text("error");
        if kind == Kind::Malformed {
            for (number, body) in expand(body).into_iter().enumerate() {
                let id = if number == 0 { id.clone() } else { format!("{id}#{number}") };
                let (service, operation) = (service.clone(), operation.clone());
                cases.push(Case { kind, service, operation, error: None, id, body });
            }
        } else {
            cases.push(Case { kind, service, operation, error, id, body: body.clone() });
        }
    }
    Ok(cases)
}

/// Returns a case for each position in the lists of parameters, or the case itself if it has none.
fn expand(body: &Map<String, Json>) -> Vec<Map<String, Json>> {
    let Some(Json::Object(lists)) = body.get("testParameters") else { return vec![body.clone()] };
    let count = lists.values().filter_map(|list| Some(list.as_array()?.len())).min().unwrap_or(0);
    (0..count)
        .map(|index| {
            let values: Vec<(&str, &str)> =
                lists.iter().filter_map(|(name, list)| Some((name.as_str(), list.get(index)?.as_str()?))).collect();
            let filled = body.iter().filter(|(name, _)| *name != "testParameters");
            filled.map(|(name, value)| (name.clone(), substitute(value, &values))).collect()
        })
        .collect()
}

fn substitute(value: &Json, values: &[(&str, &str)]) -> Json {
    match value {
        Json::String(text) => Json::String(template(text, values)),
        Json::Array(items) => items.iter().map(|item| substitute(item, values)).collect(),
        Json::Object(items) => {
            Json::Object(items.iter().map(|(name, item)| (name.clone(), substitute(item, values))).collect())
        }
        other => other.clone(),
    }
}

/// Replaces `$name:L` by the value, `$name:S` by the value as a JSON string, and `$$` by a dollar sign.
fn template(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('$') {
        out.push_str(before);
        if let Some(tail) = after.strip_prefix('$') {
            out.push('$');
            rest = tail;
            continue;
        }
        let found = values.iter().find_map(|(name, value)| {
            let tail = after.strip_prefix(name)?.strip_prefix(':')?;
            let quoted = Json::from(*value).to_string();
            tail.strip_prefix('L')
                .map(|tail| ((*value).to_owned(), tail))
                .or(tail.strip_prefix('S').map(|tail| (quoted, tail)))
        });
        rest = match found {
            Some((value, tail)) => {
                out.push_str(&value);
                tail
            }
            None => {
                out.push('$');
                after
            }
        };
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::template;

    #[test]
    fn parameters_are_put_in_as_they_are_or_quoted() {
        let values = [("value", "a\"b"), ("other", "7")];
        assert_eq!(template("$value:L $value:S $other:L $$ $none:L", &values), "a\"b \"a\\\"b\" 7 $ $none:L");
    }
}
