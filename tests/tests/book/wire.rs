//! The messages on the pages of protocols: a generated client calls a generated server in the same process.
//!
//! Each page has four `http` blocks: a request, its response, a request that is refused, and the error.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock, Mutex};

use bytes::Bytes;
use golden::warehouse::Client;
use golden::warehouse::server::service;
use http::HeaderMap;
use http_body_util::{BodyExt as _, Full};
use minicbor::Decoder;
use minicbor::data::Type;
use regex::Regex;
use tower::ServiceExt as _;
use whitesmith_runtime::client::{Config, RequestBody, Transport};
use whitesmith_runtime::schema::ProtocolId;

use crate::listings::server::Shelves;
use crate::markdown::blocks;
use crate::{assert_fresh, read};

/// Pages, and their protocols.
const PAGES: &[(&str, ProtocolId)] = &[
    ("aws-json-1-0", ProtocolId::AwsJson1_0),
    ("aws-json-1-1", ProtocolId::AwsJson1_1),
    ("aws-query", ProtocolId::AwsQuery),
    ("ec2-query", ProtocolId::Ec2Query),
    ("rest-json-1", ProtocolId::RestJson1),
    ("rest-xml", ProtocolId::RestXml),
    ("rpc-v2-cbor", ProtocolId::RpcV2Cbor),
    ("rpc-v2-json", ProtocolId::RpcV2Json),
    ("simple-rest-json", ProtocolId::SimpleRestJson),
];

/// Headers that say nothing about the protocol.
const LEFT_OUT: &[&str] = &["content-length", "user-agent"];

/// Messages in order.
type Log = Arc<Mutex<Vec<String>>>;

/// A transport that calls the server of the listings, and writes the messages down.
fn transport(protocol: ProtocolId, log: &Log) -> Transport {
    let service = service(Shelves::default()).with_protocols(&[protocol]);
    let log = Arc::clone(log);
    Transport::new(tower::service_fn(move |request: http::Request<RequestBody>| {
        let (service, log) = (service.clone(), Arc::clone(&log));
        async move {
            let (head, body) = request.into_parts();
            let body = body.collect(usize::MAX).await.expect("in memory");
            let first = format!("{} {} HTTP/1.1", head.method, head.uri.path_and_query().expect("a path"));
            log.lock().expect("not poisoned").push(message(&first, &head.headers, &body));
            let request = http::Request::from_parts(head, Full::new(body));
            let response = service.oneshot(request).await?;
            let (head, body) = response.into_parts();
            let body = body.collect().await.expect("in memory").to_bytes();
            let first = format!("HTTP/1.1 {}", head.status);
            log.lock().expect("not poisoned").push(message(&first, &head.headers, &body));
            Ok::<_, std::convert::Infallible>(http::Response::from_parts(head, Full::new(body)))
        }
    }))
}

/// Request IDs are random.
static REQUEST_ID: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}").expect("valid"));

/// A message as text.
fn message(first: &str, headers: &HeaderMap, body: &Bytes) -> String {
    let mut text = format!("{first}\n");
    let mut names: Vec<_> = headers.keys().filter(|name| !LEFT_OUT.contains(&name.as_str())).collect();
    names.sort_by_key(|name| name.as_str());
    for name in names {
        let value = headers.get(name).and_then(|value| value.to_str().ok()).expect("text");
        writeln!(text, "{name}: {value}").expect("a string");
    }
    if !body.is_empty() {
        let is_cbor = headers.get("content-type").is_some_and(|media_type| media_type == "application/cbor");
        let body = if is_cbor { notation(body) } else { String::from_utf8(body.to_vec()).expect("text") };
        writeln!(text, "\n{body}").expect("a string");
    }
    REQUEST_ID.replace_all(&text, "6f6b0d2e-7c41-4a8e-9d0b-2f1c5a9e3b77").into_owned()
}

/// CBOR in diagnostic notation (RFC 8949, section 8).
fn notation(body: &[u8]) -> String {
    let mut text = String::new();
    note(&mut Decoder::new(body), &mut text).expect("CBOR");
    text
}

fn note(decoder: &mut Decoder<'_>, text: &mut String) -> Result<(), minicbor::decode::Error> {
    match decoder.datatype()? {
        Type::Map | Type::MapIndef => {
            let length = decoder.map()?;
            text.push_str(if length.is_none() { "{_ " } else { "{" });
            let mut count = 0;
            while length.map_or_else(|| decoder.datatype().is_ok_and(|next| next != Type::Break), |all| count < all) {
                text.push_str(if count == 0 { "" } else { ", " });
                note(decoder, text)?;
                text.push_str(": ");
                note(decoder, text)?;
                count += 1;
            }
            if length.is_none() {
                decoder.skip()?;
            }
            text.push('}');
        }
        Type::String => write!(text, "{:?}", decoder.str()?).expect("a string"),
        _ => write!(text, "{}", decoder.int()?).expect("a string"),
    }
    Ok(())
}

/// The messages of two calls.
async fn messages(protocol: ProtocolId) -> Vec<String> {
    let log = Log::default();
    let config = Config::new().endpoint_url("http://localhost").unsigned().protocol(protocol).attempts(1);
    let client = Client::new(config.transport(transport(protocol, &log)));
    client.store_articles().id("chair").count(95).shelf("B 12".to_owned()).send().await.expect("stored");
    client.store_articles().id("chair").count(10).shelf("B 12".to_owned()).send().await.expect_err("full");
    let messages = log.lock().expect("not poisoned");
    messages.clone()
}

#[tokio::test]
async fn pages_of_protocols_show_real_messages() {
    assert_eq!(PAGES.len(), ProtocolId::ALL.len(), "each protocol has a page");
    for (page, protocol) in PAGES {
        let path = format!("docs/book/src/reference/protocols/{page}.md");
        let text = read(&path);
        let mut expected = text.clone();
        let shown: Vec<_> = blocks(&text).into_iter().filter(|block| block.language == "http").collect();
        assert_eq!(shown.len(), 4, "{path}");
        let messages = messages(*protocol).await;
        assert_eq!(messages.len(), 4, "{path}");
        // From the end, so that the lines of earlier blocks stay where they are.
        for (block, message) in shown.iter().zip(&messages).rev() {
            expected = with_block(&expected, block.line, message);
        }
        assert_fresh(&path, &expected);
    }
}

/// The page with other content of the block whose fence is in this line.
fn with_block(page: &str, fence: usize, content: &str) -> String {
    let lines: Vec<&str> = page.split_inclusive('\n').collect();
    let (before, rest) = lines.split_at(fence);
    let end = rest.iter().position(|line| line.trim() == "```").expect("a closing fence");
    let (_, after) = rest.split_at(end);
    [before.concat(), content.to_owned(), after.concat()].concat()
}
