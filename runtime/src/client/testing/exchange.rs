//! Recorded requests and responses, and their JSON form.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode, Uri};
use serde_json::{Map, Value, json};

/// A request and its response.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// Request.
    pub request: Request<Bytes>,
    /// Response.
    pub response: Response<Bytes>,
}

/// A text is no recording of a [`Recorder`](super::Recorder).
#[derive(Debug)]
pub struct InvalidRecording {
    /// JSON pointer of the value.
    place: String,
    expected: &'static str,
    /// Why the text is not JSON.
    source: Option<serde_json::Error>,
}

impl fmt::Display for InvalidRecording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: expected {}", self.place, self.expected)
    }
}

impl std::error::Error for InvalidRecording {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| source as _)
    }
}

impl InvalidRecording {
    fn at(place: impl Into<String>, expected: &'static str) -> Self {
        Self { place: place.into(), expected, source: None }
    }
}

/// Writes exchanges as JSON, one line for each member of a message.
pub(super) fn to_json(exchanges: &[Exchange]) -> String {
    let list = exchanges.iter().map(|exchange| {
        let (request, response) = (&exchange.request, &exchange.response);
        json!({
            "request": {
                "method": request.method().as_str(),
                "uri": request.uri().to_string(),
                "headers": headers(request.headers()),
                "body": body(request.body()),
            },
            "response": {
                "status": response.status().as_u16(),
                "headers": headers(response.headers()),
                "body": body(response.body()),
            },
        })
    });
    // A `Value` can always be written.
    serde_json::to_string_pretty(&list.collect::<Value>()).unwrap_or_default()
}

/// Header values that are not text are left out: HTTP libraries do not agree on their encoding.
fn headers(headers: &HeaderMap) -> Value {
    let mut map = Map::new();
    for name in headers.keys() {
        let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
        let mut values: Vec<Value> = values.map(Value::from).collect();
        let value = if values.len() == 1 { values.remove(0) } else { Value::Array(values) };
        map.insert(name.as_str().to_owned(), value);
    }
    Value::Object(map)
}

/// Text, or an object with the key `base64`.
fn body(body: &[u8]) -> Value {
    match std::str::from_utf8(body) {
        Ok(text) => text.into(),
        Err(_) => json!({ "base64": STANDARD.encode(body) }),
    }
}

/// Reads exchanges from JSON.
pub(super) fn from_json(text: &str) -> Result<Vec<Exchange>, InvalidRecording> {
    let recording: Value = serde_json::from_str(text)
        .map_err(|error| InvalidRecording { source: Some(error), ..InvalidRecording::at("/", "JSON") })?;
    let list = recording.as_array().ok_or(InvalidRecording::at("/", "an array"))?;
    list.iter().enumerate().map(|(index, exchange)| read(exchange, index)).collect()
}

fn read(exchange: &Value, index: usize) -> Result<Exchange, InvalidRecording> {
    let [request, response] = ["request", "response"].map(|part| (&exchange[part], format!("/{index}/{part}")));
    let mut sent = Request::new(read_body(request.0, &request.1)?);
    let method = text(request.0, "method").and_then(|text| Method::try_from(text).ok());
    *sent.method_mut() = method.ok_or(InvalidRecording::at(format!("{}/method", request.1), "a method"))?;
    let uri = text(request.0, "uri").and_then(|text| Uri::try_from(text).ok());
    *sent.uri_mut() = uri.ok_or(InvalidRecording::at(format!("{}/uri", request.1), "a URI"))?;
    *sent.headers_mut() = read_headers(request.0, &request.1)?;
    let mut received = Response::new(read_body(response.0, &response.1)?);
    let status = response.0["status"].as_u64().and_then(|status| u16::try_from(status).ok());
    let status = status.and_then(|status| StatusCode::from_u16(status).ok());
    *received.status_mut() = status.ok_or(InvalidRecording::at(format!("{}/status", response.1), "a status"))?;
    *received.headers_mut() = read_headers(response.0, &response.1)?;
    Ok(Exchange { request: sent, response: received })
}

fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value[name].as_str()
}

fn read_headers(message: &Value, place: &str) -> Result<HeaderMap, InvalidRecording> {
    let mut headers = HeaderMap::new();
    for (name, value) in message["headers"].as_object().into_iter().flatten() {
        let wrong = || InvalidRecording::at(format!("{place}/headers/{name}"), "a header");
        let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        for value in values {
            let name = HeaderName::try_from(name).map_err(|_| wrong())?;
            let value = value.as_str().and_then(|value| HeaderValue::try_from(value).ok()).ok_or_else(wrong)?;
            headers.append(name, value);
        }
    }
    Ok(headers)
}

fn read_body(message: &Value, place: &str) -> Result<Bytes, InvalidRecording> {
    let wrong = || InvalidRecording::at(format!("{place}/body"), "text, or an object with the key `base64`");
    match &message["body"] {
        Value::Null => Ok(Bytes::new()),
        Value::String(text) => Ok(Bytes::copy_from_slice(text.as_bytes())),
        object => {
            let bytes = object["base64"].as_str().and_then(|text| STANDARD.decode(text).ok());
            bytes.map(Bytes::from).ok_or_else(wrong)
        }
    }
}
