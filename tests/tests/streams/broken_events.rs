//! Invalid event streams result in typed errors.

use golden::streams::Client;
use golden::streams::types::Talk;
use whitesmith_runtime::client::{Canned, Config, Error};
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::types::EventError;

use crate::frames::{event, frame, request, response, said};
use crate::service::Local;
use crate::support::{canned, raw, serve};

/// Result that a client reads after one valid event.
async fn read_by_client(bytes: &[u8]) -> EventError<Talk> {
    let response = http::Response::new([said("x"), bytes.to_vec()].concat().into());
    let config = Config::new().endpoint_url("http://test").protocol(ProtocolId::RestJson1).unsigned();
    let client = Client::new(config.transport(Canned::new([response])));
    let mut talk = client.listen().count(1).send().await.expect("a head").talk;
    assert!(matches!(talk.try_next().await, Ok(Some(Talk::Said(_)))));
    let error = talk.try_next().await.expect_err("it is broken");
    assert!(matches!(talk.try_next().await, Ok(None)), "nothing comes behind an error");
    error
}

/// Result that a server reads after one valid event.
async fn read_by_server(bytes: &[u8]) -> String {
    let answer = raw(serve(Local::default()).await, &request(&[said("x"), bytes.to_vec()])).await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert!(answer.contains("\"count\":1"), "{answer}");
    answer
}

#[tokio::test]
async fn every_truncation_is_reported_to_the_client() {
    let good = said("text");
    for end in 1..good.len() {
        let error = read_by_client(&good[..end]).await;
        assert!(matches!(&error, EventError::Broken(_)), "{end}: {error}");
    }
}

#[tokio::test]
async fn every_truncation_is_reported_to_the_server() {
    let good = said("text");
    for end in (1..good.len()).step_by(3) {
        assert!(read_by_server(&good[..end]).await.contains("the stream ends inside a frame"));
    }
}

#[tokio::test]
async fn a_wrong_checksum_is_reported_to_both() {
    for at in [0, 9, 14, 60] {
        let mut bytes = said("text");
        bytes[at] ^= 1;
        let error = read_by_client(&bytes).await;
        assert!(matches!(&error, EventError::Broken(cause) if cause.to_string().contains("checksum")), "{error}");
        assert!(read_by_server(&bytes).await.contains("checksum"));
    }
}

#[tokio::test]
async fn declared_lengths_of_four_gigabytes_allocate_nothing() {
    let mut bytes = [u32::MAX.to_be_bytes(), [0; 4]].concat();
    bytes.extend(crc32fast::hash(&bytes).to_be_bytes());
    let error = read_by_client(&bytes).await;
    assert!(matches!(&error, EventError::Broken(cause) if cause.to_string().contains("longer than")), "{error}");
    assert!(read_by_server(&bytes).await.contains("longer than"));
}

#[tokio::test]
async fn an_event_longer_than_the_server_allows_is_rejected() {
    let headers = [(":message-type", "event"), (":event-type", "sound")];
    let answer = read_by_server(&frame(&headers, &vec![0; 2 * 1024 * 1024 + 1])).await;
    assert!(answer.contains("longer than 2097152 bytes"), "{answer}");
}

#[tokio::test]
async fn frames_that_are_not_events_are_malformed() {
    let cases = [
        frame(&[(":event-type", "said")], b"{}"),
        frame(&[(":message-type", "event")], b"{}"),
        frame(&[(":message-type", "song")], b"{}"),
        frame(&[(":message-type", "exception")], b"{}"),
        event("said", "{"),
        event("said", "[]"),
        event("picture", "{\"width\": \"wide\"}"),
        frame(&[(":message-type", "event"), (":event-type", "note")], &[0xff]),
        frame(&[(":message-type", "event"), (":event-type", "sound"), ("rate", "fast")], b""),
    ];
    for bytes in cases {
        let error = read_by_client(&bytes).await;
        assert!(matches!(&error, EventError::Malformed(_)), "{error}");
        assert!(read_by_server(&bytes).await.contains("malformed"));
    }
}

#[tokio::test]
async fn a_server_checks_events_and_goes_on() {
    let headers = [(":message-type", "event"), (":event-type", "said"), ("mood", "bored")];
    let invalid = frame(&headers, b"{\"text\": \"\"}");
    let answer = raw(serve(Local::default()).await, &request(&[said("x"), invalid, said("y")])).await;
    for part in [
        "3 validation errors",
        "'/said/speaker' failed to satisfy constraint: Member must not be null",
        "'/said/mood' failed to satisfy constraint: Member must satisfy enum value set",
        "'/said/text' failed to satisfy constraint: Member must have length",
        "\"count\":2",
    ] {
        assert!(answer.contains(part), "{answer}");
    }
    let missing = frame(&[(":message-type", "event"), (":event-type", "said"), ("speaker", "me")], b"{}");
    let answer = raw(serve(Local::default()).await, &request(&[missing])).await;
    assert!(answer.contains("1 validation error detected") && answer.contains("/said/text"), "{answer}");
}

/// The service also has restXml, whose responses could not contain the text.
#[tokio::test]
async fn a_server_rejects_events_with_text_that_xml_does_not_allow() {
    let in_header = [(":message-type", "event"), (":event-type", "said"), ("speaker", "\u{1}")];
    for invalid in [
        said("\\u0000"),
        said("\\ufffe"),
        said("\\u001f"),
        frame(&in_header, b"{\"text\": \"x\"}"),
        frame(&[(":message-type", "event"), (":event-type", "note")], b"a\x0bb"),
    ] {
        let answer = raw(serve(Local::default()).await, &request(&[said("tab\\t"), invalid])).await;
        assert!(answer.contains("has characters that XML does not allow"), "{answer}");
        assert!(answer.contains("\"count\":1"), "{answer}");
    }
}

#[tokio::test]
async fn a_server_rejects_unknown_events() {
    let news = frame(&[(":message-type", "event"), (":event-type", "news")], b"{}");
    let answer = raw(serve(Local::default()).await, &request(&[news])).await;
    assert!(answer.contains("does not define the event"), "{answer}");
}

#[tokio::test]
async fn a_client_does_not_validate_events() {
    let lax = frame(&[(":message-type", "event"), (":event-type", "said"), ("mood", "bored")], b"{\"text\": \"\"}");
    let frames = [event("initial-response", "{}"), event("news", "?"), lax, event("silence", "")];
    let client = canned(response(&frames)).await;
    let mut talk = client.listen().count(1).send().await.expect("a head").talk;
    assert!(matches!(talk.try_next().await, Ok(Some(Talk::Unknown(unknown))) if unknown.name() == "news"));
    assert!(matches!(talk.try_next().await, Ok(Some(Talk::Said(said))) if said.volume == 5));
    assert!(matches!(talk.try_next().await, Ok(Some(Talk::Silence(_)))));
    assert!(matches!(talk.try_next().await, Ok(None)));
}

#[tokio::test]
async fn unknown_exceptions_and_errors_have_their_code_and_message() {
    let gone = [(":message-type", "exception"), (":exception-type", "Gone")];
    for (bytes, message) in [
        (frame(&gone, b"{}"), None),
        (frame(&gone, b"no JSON"), None),
        (frame(&gone, br#"{"message": "for good"}"#), Some("for good")),
        (frame(&gone, br#"{"Message": "for good", "other": 1}"#), Some("for good")),
        (
            frame(&[(":message-type", "error"), (":error-code", "Gone"), (":error-message", "for good")], b""),
            Some("for good"),
        ),
    ] {
        let error = read_by_client(&bytes).await;
        let EventError::Unmodeled(error) = error else { panic!("{error}") };
        assert_eq!((error.code(), error.message()), ("Gone", message));
    }
    let named = frame(&[(":message-type", "exception"), (":exception-type", "Closed")], b"{\"message\": \"x\"}");
    assert!(matches!(read_by_client(&named).await, EventError::Modeled(Talk::Closed(_))), "by the shape's name");
}

#[tokio::test]
async fn an_event_stream_is_read_whatever_media_type_is_declared() {
    let events = [said("one"), said("two")].concat();
    for size in [1, 5, 12, events.len()] {
        let mut answer =
            b"HTTP/1.1 200 OK\r\ncontent-type: application/xml\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
        for piece in events.chunks(size) {
            answer.extend(format!("{:x}\r\n", piece.len()).into_bytes());
            answer.extend([piece, b"\r\n"].concat());
        }
        answer.extend(b"0\r\n\r\n");
        let mut talk = canned(Vec::leak(answer)).await.listen().count(1).send().await.expect("a head").talk;
        let mut texts = Vec::new();
        while let Some(event) = talk.try_next().await.expect("valid events") {
            let Talk::Said(said) = event else { panic!("another event") };
            texts.push(said.text);
        }
        assert_eq!(texts, ["one", "two"], "chunks of {size} bytes");
    }
}

#[tokio::test]
async fn a_response_that_is_not_an_event_stream_is_an_error() {
    let client = canned(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 2\r\n\r\nhi").await;
    let error = client.listen().count(1).send().await.expect_err("no events");
    assert!(matches!(error, Error::Response { status: 200, .. }), "{error}");
    assert!(error.to_string().contains("neither declared as an event stream nor starting with a frame"), "{error}");
    let client = canned(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 0\r\n\r\n").await;
    let mut talk = client.listen().count(1).send().await.expect("a stream without events").talk;
    assert!(talk.try_next().await.expect("no error").is_none());
    for (code, status) in [("Refused", 200), ("SlowDown", 202)] {
        let document = format!("<ErrorResponse><Error><Code>{code}</Code></Error></ErrorResponse>");
        let response = http::Response::builder().status(status).header("content-type", "application/xml");
        let responses = Canned::new([response.body(document.into()).expect("a response")]);
        let config = Config::new().endpoint_url("http://test").protocol(ProtocolId::RestXml).unsigned().attempts(1);
        let call = Client::new(config.transport(responses)).listen().count(1).send().await;
        assert_eq!(call.expect_err("an error").code(), Some(code), "{status}");
    }
    let client = canned(response(&[])).await;
    let error = client.converse().room("x").talk(Vec::new()).send().await.expect_err("no topic");
    assert!(error.to_string().contains("`topic`"), "{error}");
}

#[tokio::test]
async fn a_request_that_is_not_an_event_stream_is_rejected() {
    let plain = b"POST /say HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n\
                  content-length: 2\r\n\r\n{}";
    let answer = raw(serve(Local::default()).await, plain).await;
    assert!(answer.starts_with("HTTP/1.1 415 "), "{answer}");
}

#[tokio::test]
async fn an_rpc_request_without_its_required_initial_message_is_rejected() {
    let body = said("x");
    let head = format!(
        "POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-amz-target: Streams.Converse\r\n\
         content-type: application/vnd.amazon.eventstream\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    let answer = raw(serve(Local::default()).await, &[head.as_bytes(), &body].concat()).await;
    assert!(answer.starts_with("HTTP/1.1 400 ") && answer.contains("/room"), "{answer}");
}
