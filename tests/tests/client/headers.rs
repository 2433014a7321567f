//! Response headers that cannot be parsed as their members' types, and numbers in documents.

use std::collections::BTreeMap;

use golden::archive::errors::CheckError;
use golden::archive::types::Description;
use golden::archive::{Client, types};
use whitesmith_runtime::MemoryLimit;
use whitesmith_runtime::client::{Error, ResponseError};
use whitesmith_runtime::types::Document;

use super::support::{Server, response};

/// Output of the response with these headers.
async fn described(headers: &str) -> Description {
    let server = Server::start([response("200 OK", headers, r#"{"body":"read"}"#)]).await;
    let client = Client::new(server.config().unsigned().attempts(1));
    let output = client.describe().send().await.expect("the header does not matter");
    assert_eq!(output.body.as_deref(), Some("read"));
    output
}

#[tokio::test]
async fn a_header_that_does_not_parse_leaves_its_member_absent() {
    for header in [
        "expires: 0",
        "expires: 2020-01-01",
        "x-open: yes",
        "x-byte: 128",
        "x-short: 1.5",
        "x-count: many",
        "x-size: 9223372036854775808",
        "x-ratio: wide",
        "x-weight: --1",
        "x-whole: 1.5",
        "x-exact: 1,5",
        "x-level: high",
        "x-data: ***",
        "x-numbers: 1, two, 3",
        "x-numbers: 1, \"2",
        "x-times: Sat, 01 Jan 2000 00:00:00 GMT, never",
    ] {
        let output = described(&format!("{header}\r\n")).await;
        let absent = Description::builder()
            .body("read")
            .set_meta(Some(BTreeMap::<String, String>::new()))
            .build()
            .expect("valid");
        assert_eq!(output, absent, "{header}");
    }
}

#[tokio::test]
async fn a_header_that_does_not_parse_does_not_touch_the_others() {
    let output = described("expires: 0\r\nx-count: 3\r\nx-numbers: 1,2\r\nx-level: 9\r\nx-meta-a: b\r\n").await;
    assert_eq!((output.expires, output.count, output.numbers), (None, Some(3), Some(vec![1, 2])));
    assert_eq!(output.level.map(types::Level::get), Some(9));
    assert_eq!(output.meta, Some([("a".to_owned(), "b".to_owned())].into()));
}

#[tokio::test]
async fn a_default_replaces_a_header_that_does_not_parse() {
    assert_eq!(described("x-default: seven\r\n").await.pages, 7);
    assert_eq!(described("x-default: 8\r\n").await.pages, 8);
}

#[tokio::test]
async fn a_required_header_that_does_not_parse_is_an_error() {
    let server = Server::start([response("200 OK", "x-count: many\r\n", "{}")]).await;
    let result = Client::new(server.config().unsigned().attempts(1)).check().send().await;
    let Err(Error::Response { status: 200, reason: ResponseError::Header { member: "count", .. }, .. }) = result else {
        panic!("{result:?}")
    };
}

#[tokio::test]
async fn an_error_keeps_its_code_if_its_header_does_not_parse() {
    let body = r#"{"__type":"Refused","message":"not now"}"#;
    let server = Server::start([response("400 Bad Request", "x-until: 0\r\n", body)]).await;
    let error = Client::new(server.config().unsigned().attempts(1)).check().send().await.expect_err("refused");
    let Some(CheckError::Refused(types::Refused { until: None, message, .. })) = error.as_service_error() else {
        panic!("{error:?}")
    };
    assert_eq!(message.as_deref(), Some("not now"));
}

#[tokio::test]
async fn document_numbers_keep_all_their_digits() {
    let text = r#"{"note":[0.1000000000000000055511,18446744073709551617,1e400,-9223372036854775809,{"a":1.5}]}"#;
    let server = Server::start([response("200 OK", "content-type: application/json\r\n", text)]).await;
    let client = Client::new(server.config().unsigned().attempts(1));
    let output = client.note().note(Document::Null).send().await.expect("read");
    let note = output.note.expect("a note");
    client.note().note(note.clone()).send().await.expect("sent");
    let request = server.requests().pop().expect("a request");
    assert!(request.ends_with(text), "{request}");
    let stored = serde_json::to_string(&note).expect("JSON");
    assert_eq!(serde_json::from_str::<Document>(&stored).expect("JSON"), note);
}

#[tokio::test]
async fn a_header_that_takes_too_much_memory_is_an_error_and_is_charged_once() {
    // The first 64 KiB are for the state of readers. Each number takes about 42 bytes while the header is split.
    let limit = MemoryLimit::new(0, 64 * 1024 + 9000);
    let describe = async |count: usize| {
        let numbers = vec!["1"; count].join(",");
        let headers = format!("x-numbers: {numbers}\r\nx-count: 3\r\n");
        let server = Server::start([response("200 OK", &headers, r#"{"body":"read"}"#)]).await;
        Client::new(server.config().unsigned().attempts(1).max_memory(limit)).describe().send().await
    };
    let output = describe(100).await.expect("within the limit");
    assert_eq!((output.numbers.map(|numbers| numbers.len()), output.count), (Some(100), Some(3)));
    let result = describe(200).await;
    let Err(Error::Response { status: 200, reason: ResponseError::Header { member: "numbers", .. }, .. }) = result
    else {
        panic!("{result:?}")
    };
}

#[tokio::test]
async fn the_status_of_a_response_is_an_integer_enum() {
    for (status, expected) in [("200 OK", types::Outcome::Recorded), ("202 Accepted", types::Outcome::Queued)] {
        let server = Server::start([response(status, "", "{}")]).await;
        let output = Client::new(server.config().unsigned().attempts(1)).record().send().await.expect("recorded");
        assert_eq!(output.outcome, Some(expected));
    }
}
