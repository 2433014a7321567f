//! Compares messages with the expectations of cases.

use std::borrow::Cow;

use http::HeaderMap;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Map, Value as Json};

use super::{Failure, body};

/// Compares method, path, query, headers and body of a request.
pub(super) fn request(case: &Map<String, Json>, request: &http::Request<bytes::Bytes>) -> Result<(), Failure> {
    equal("method", case.get("method").and_then(Json::as_str).unwrap_or_default(), request.method().as_str())?;
    equal("path", case.get("uri").and_then(Json::as_str).unwrap_or_default(), request.uri().path())?;
    if let Some(host) = case.get("resolvedHost").and_then(Json::as_str) {
        equal("host", host, request.uri().host().unwrap_or_default())?;
    }
    let query: Vec<&str> =
        request.uri().query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()).collect();
    let has = |name: &str| query.iter().any(|pair| pair.split('=').next() == Some(name));
    let mut left = query.clone();
    for pair in texts(case, "queryParams") {
        let escaped = escaped(pair);
        let at = left.iter().position(|found| *found == escaped);
        left.remove(at.ok_or_else(|| Failure::Missing(format!("query parameter {pair} of {query:?}")))?);
    }
    if let Some(name) = texts(case, "forbidQueryParams").into_iter().find(|name| has(name)) {
        return Err(Failure::Forbidden(format!("query parameter {name} of {query:?}")));
    }
    if let Some(name) = texts(case, "requireQueryParams").into_iter().find(|name| !has(name)) {
        return Err(Failure::Missing(format!("query parameter {name} of {query:?}")));
    }
    headers(case, request.headers())?;
    if let Some(expected) = case.get("body").and_then(Json::as_str) {
        body::compare(expected, request.body(), media_type(case, request.headers()))?;
    }
    Ok(())
}

/// Compares status, headers and body of a response.
pub(super) fn response(case: &Map<String, Json>, response: &http::Response<bytes::Bytes>) -> Result<(), Failure> {
    let status = case.get("code").and_then(Json::as_u64).unwrap_or_default();
    equal("status", &status.to_string(), response.status().as_str())
        .map_err(Failure::of(format!("body {}", String::from_utf8_lossy(response.body()))))?;
    let mut found = response.headers().clone();
    // HTTP/1.1 adds this header.
    found.entry(http::header::CONTENT_LENGTH).or_insert(response.body().len().into());
    headers(case, &found)?;
    match case.get("body") {
        Some(Json::String(expected)) => body::compare(expected, response.body(), media_type(case, response.headers())),
        Some(Json::Object(expected)) => assertion(expected, response),
        _ => Ok(()),
    }
}

/// Compares the body of the response to a malformed request.
fn assertion(expected: &Map<String, Json>, response: &http::Response<bytes::Bytes>) -> Result<(), Failure> {
    let media_type = expected.get("mediaType").and_then(Json::as_str).unwrap_or_default();
    let assertion = expected.get("assertion");
    let text = |name: &str| assertion.and_then(|assertion| assertion.get(name)).and_then(Json::as_str);
    if let Some(contents) = text("contents") {
        return body::compare(contents, response.body(), media_type);
    }
    let Some(pattern) = text("messageRegex") else { return Ok(()) };
    let found = String::from_utf8_lossy(response.body());
    let regex = regex_automata::meta::Regex::new(pattern).map_err(Failure::of("messageRegex"))?;
    if regex.is_match(&*found) { Ok(()) } else { Err(Failure::differs("message", pattern, found)) }
}

/// The query parameter of a case, with escapes for characters that URIs do not allow. Cases of alloy lack them.
pub(super) fn escaped(pair: &str) -> Cow<'_, str> {
    const INVALID: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'{').add(b'}');
    utf8_percent_encode(pair, INVALID).into()
}

fn equal(what: &str, expected: &str, found: &str) -> Result<(), Failure> {
    if expected == found { Ok(()) } else { Err(Failure::differs(what, expected, found)) }
}

pub(super) fn texts<'c>(case: &'c Map<String, Json>, name: &str) -> Vec<&'c str> {
    case.get(name).and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str).collect()
}

fn media_type<'c>(case: &'c Map<String, Json>, headers: &'c HeaderMap) -> &'c str {
    let own = headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
    case.get("bodyMediaType").and_then(Json::as_str).unwrap_or(own)
}

fn headers(case: &Map<String, Json>, found: &HeaderMap) -> Result<(), Failure> {
    for (name, value) in case.get("headers").and_then(Json::as_object).into_iter().flatten() {
        let values: Vec<String> =
            found.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()).collect();
        if values.is_empty() {
            return Err(Failure::Missing(format!("header {name}")));
        }
        equal(name, value.as_str().unwrap_or_default(), &values.join(", "))?;
    }
    if let Some(name) = texts(case, "forbidHeaders").into_iter().find(|name| found.contains_key(*name)) {
        return Err(Failure::Forbidden(format!("header {name}")));
    }
    match texts(case, "requireHeaders").into_iter().find(|name| !found.contains_key(*name)) {
        Some(name) => Err(Failure::Missing(format!("header {name}"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_empty_header_is_not_an_absent_one() {
        let case = json!({ "headers": { "x-empty": "" } });
        let case = case.as_object().expect("an object");
        let with = |name: &'static str| {
            HeaderMap::from_iter([(http::HeaderName::from_static(name), http::HeaderValue::from_static(""))])
        };
        assert!(headers(case, &with("x-empty")).is_ok());
        assert!(headers(case, &with("x-other")).is_err());
    }
}
