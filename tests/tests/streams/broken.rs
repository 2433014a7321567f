//! Truncated streaming blobs: both sides get an error and continue.

use golden::streams::Client;
use whitesmith_runtime::client::{Error, RequestError};
use whitesmith_runtime::types::{ByteStream, StreamError};

use crate::service::{Local, chain, is_broken};
use crate::support::{Meter, Pieces, Then, canned, client, config, raw, serve};

#[tokio::test]
async fn a_client_that_hangs_up_is_noticed_by_the_server() {
    let local = Local::default();
    let client = Client::new(config(serve(local.clone()).await));
    let meter = Meter::default();
    let body = ByteStream::new(Pieces { left: 100_000, then: Then::Wait, meter: meter.clone() });
    let call = tokio::spawn(client.upload().name("half").body(body).send());
    meter.stalled().await;
    call.abort();
    for _ in 0..400 {
        if local.broken.lock().expect("not poisoned").is_some() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("the server still waits");
}

#[tokio::test]
async fn a_source_that_fails_ends_the_call() {
    let local = Local::default();
    let client = Client::new(config(serve(local.clone()).await));
    let body = ByteStream::new(Pieces { left: 100_000, then: Then::Fail, meter: Meter::default() });
    let error = client.upload().name("half").body(body).send().await.expect_err("it failed");
    assert!(matches!(error, Error::Transport { .. }), "{error:?}");
    assert!(chain(&error).ends_with(": the disk is gone"), "{}", chain(&error));
}

#[tokio::test]
async fn a_server_that_fails_in_the_middle_is_noticed_by_the_client() {
    let client = client().await;
    for (size, counted) in [(1_000_000, false), (1_000_000, true), (13, false)] {
        let call = client.download().size(size).fails(true);
        let call = if counted { call.counted(true) } else { call };
        let mut body = match call.send().await {
            Ok(output) => output.body,
            // The request failed before the head was sent.
            Err(Error::Transport { .. }) if size == 13 => continue,
            Err(error) => panic!("{error}"),
        };
        let mut length = 0;
        let end = loop {
            match body.next().await {
                Some(Ok(piece)) => length += piece.len(),
                end => break end,
            }
        };
        // All declared bytes were received, so a later error does not matter.
        assert!(if counted { end.is_none() && length == 1_000_000 } else { is_broken(end.as_ref()) }, "{end:?}");
        assert!(body.next().await.is_none(), "nothing comes behind an error");
    }
    assert!(client.echo().body("x").send().await.is_ok(), "the server goes on");
}

#[tokio::test]
async fn a_truncated_response_is_an_error_and_no_end() {
    let client = canned(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nonly some").await;
    let mut body = client.download().size(1).send().await.expect("a head").body;
    assert_eq!(body.next().await.expect("a piece").expect("good"), "only some");
    assert!(is_broken(body.next().await.as_ref()));
}

#[tokio::test]
async fn an_error_response_is_not_a_stream() {
    let client = canned(b"HTTP/1.1 409 C\r\nx-amzn-errortype: Refused\r\ncontent-length: 2\r\n\r\n{}").await;
    assert_eq!(client.download().size(1).send().await.expect_err("refused").code(), Some("Refused"));
}

#[tokio::test]
async fn a_stream_must_have_its_declared_length() {
    for (announced, size) in [(9, 10), (11, 10)] {
        let stream = ByteStream::new(Pieces::new(size)).with_length(announced);
        let error = stream.collect(100).await.expect_err("it lies");
        assert!(matches!(error, StreamError::Length { .. }), "{error}");
        let body = ByteStream::new(Pieces::new(size)).with_length(announced);
        let error = client().await.upload().name("x").body(body).send().await.expect_err("it lies");
        assert!(matches!(error, Error::Transport { .. }), "{error}");
    }
}

#[tokio::test]
async fn a_length_is_demanded_where_the_model_requires_one() {
    let body = ByteStream::new(Pieces::new(10));
    let error = client().await.upload_counted().body(body).send().await.expect_err("no length");
    assert!(
        matches!(&error, Error::Request { reason: RequestError::Member { member: "body", reason }, .. } if reason.contains("length")),
        "{error}"
    );
    let request =
        b"POST /counted HTTP/1.1\r\nhost: x\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n";
    let answer = raw(serve(Local::default()).await, request).await;
    assert!(answer.starts_with("HTTP/1.1 411 "), "{answer}");
    let error = client().await.upload_counted().body("abc").send().await.expect_err("the server does not know either");
    assert_eq!(error.code(), Some("InternalFailure"));
}

#[tokio::test]
async fn a_member_must_be_given_where_the_model_requires_it() {
    let error = client().await.upload().name("x").send().await.expect_err("no body");
    assert!(error.to_string().contains("'/body'"), "{error}");
}

#[tokio::test]
async fn another_media_type_is_rejected() {
    let request =
        b"POST /echo HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: image/png\r\ncontent-length: 0\r\n\r\n";
    let answer = raw(serve(Local::default()).await, request).await;
    assert!(answer.starts_with("HTTP/1.1 415 "), "{answer}");
}
