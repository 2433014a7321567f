//! HTTP traits (spec: "HTTP bindings").

use super::text;
use crate::ir::{Literal, Setting};
use crate::model::{Node, Traits};

/// `@http`
pub(super) fn http(node: &Node) -> Option<Setting> {
    let code = match node.get("code") {
        Some(code) => i64::try_from(code.as_number()?.as_i128()?).ok()?,
        None => 200,
    };
    Some(Setting::new("http", [text(node.get("method")?)?, text(node.get("uri")?)?, Literal::Integer(code)]))
}

/// `@requestCompression`
pub(super) fn compression(node: &Node) -> Option<Setting> {
    let encodings: Option<Vec<Literal>> = node.get("encodings")?.as_array()?.iter().map(text).collect();
    Some(Setting::new("compression", [Literal::Slice(encodings?)]))
}

/// What `@httpChecksum` says of requests. Responses are taken without.
pub(super) fn checksum(node: &Node) -> Option<Setting> {
    let member = node.get("requestAlgorithmMember").and_then(text);
    let required = node.get("requestChecksumRequired").and_then(Node::as_bool).unwrap_or(false);
    let member_name = member.clone().unwrap_or(Literal::Str(String::new()));
    (member.is_some() || required).then(|| Setting::new("checksum", [member_name, Literal::Bool(required)]))
}

/// `@error`, with `@httpError`, `@retryable` and `@awsQueryError`.
pub(super) fn error(traits: &Traits) -> Vec<Setting> {
    let Some(fault) = traits.get("smithy.api#error").and_then(Node::as_str) else { return Vec::new() };
    let is_server = fault == "server";
    let number = |node: &Node| i64::try_from(node.as_number()?.as_i128()?).ok();
    let status = traits.get("smithy.api#httpError").and_then(number).unwrap_or(if is_server { 500 } else { 400 });
    let fault = Literal::Runtime(if is_server { "schema::Fault::Server" } else { "schema::Fault::Client" });
    let mut settings = vec![Setting::new("error", [fault, Literal::Integer(status)])];
    if let Some(node) = traits.get("smithy.api#retryable") {
        let throttling = node.get("throttling").and_then(Node::as_bool).unwrap_or(false);
        settings.push(Setting::new("retryable", [Literal::Bool(throttling)]));
    }
    let query = traits.get("aws.protocols#awsQueryError");
    settings.extend(query.and_then(|node| {
        let status = number(node.get("httpResponseCode")?)?;
        Some(Setting::new("query_error", [text(node.get("code")?)?, Literal::Integer(status)]))
    }));
    settings
}
