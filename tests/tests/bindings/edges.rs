//! Messages at the edge of what each protocol allows, on both sides.

use axum::body::Body;
use axum::http::Request;
use bytes::Bytes;
use golden::shapes::Client;
use golden::shapes::errors::EchoBindingsError;
use golden::shapes::types::AllTypes;
use tower::ServiceExt;
use whitesmith_runtime::client::{Canned, Config, Credentials, Error};
use whitesmith_runtime::schema::{ProtocolId, TimestampFormat};
use whitesmith_runtime::types::{BigDecimal, BigInteger, Document, Timestamp};

use super::client_of;
use super::echo::Echo;
use super::protocols::PROTOCOLS;

/// Status and body of the response of a server with one protocol.
async fn answer(protocol: ProtocolId, request: Request<Body>) -> (u16, String) {
    let service = golden::shapes::server::service(Echo).with_protocols(&[protocol]);
    let Ok(response) = service.oneshot(request).await;
    let (head, body) = response.into_parts();
    let body = axum::body::to_bytes(Body::new(body), usize::MAX).await.expect("all there");
    (head.status.as_u16(), String::from_utf8_lossy(&body).into_owned())
}

/// The request of an operation with this body.
fn request(protocol: ProtocolId, operation: &str, body: &[u8]) -> Request<Body> {
    let target = format!("Shapes.{operation}");
    let (path, headers) = match protocol {
        ProtocolId::RpcV2Cbor => ("", vec![("smithy-protocol", "rpc-v2-cbor"), ("content-type", "application/cbor")]),
        ProtocolId::RpcV2Json => ("", vec![("smithy-protocol", "rpc-v2-json"), ("content-type", "application/json")]),
        ProtocolId::AwsJson1_0 => {
            ("/", vec![("x-amz-target", &*target), ("content-type", "application/x-amz-json-1.0")])
        }
        ProtocolId::AwsJson1_1 => {
            ("/", vec![("x-amz-target", &*target), ("content-type", "application/x-amz-json-1.1")])
        }
        ProtocolId::RestJson1 => ("/types", vec![("content-type", "application/json")]),
        ProtocolId::RestXml => ("/types", vec![("content-type", "application/xml")]),
        _ => ("/", vec![("content-type", "application/x-www-form-urlencoded")]),
    };
    let path = if path.is_empty() { format!("/service/Shapes/operation/{operation}") } else { path.to_owned() };
    let builder = headers.iter().fold(Request::post(path), |builder, (name, value)| builder.header(*name, *value));
    builder.body(Body::from(body.to_vec())).expect("a request")
}

/// A body with one member of `all`. `None` for CBOR.
fn body(protocol: ProtocolId, member: &str, value: &str) -> Option<String> {
    Some(match protocol {
        ProtocolId::RpcV2Cbor => return None,
        ProtocolId::RestXml => format!("<EchoTypesInput><all><{member}>{value}</{member}></all></EchoTypesInput>"),
        ProtocolId::AwsQuery => format!("Action=EchoTypes&Version=2026-11-21&all.{member}={value}"),
        ProtocolId::Ec2Query => {
            let (first, rest) = member.split_at(1);
            format!("Action=EchoTypes&Version=2026-11-21&All.{}{rest}={value}", first.to_uppercase())
        }
        _ => format!("{{\"all\":{{\"{member}\":{value}}}}}"),
    })
}

/// A client that receives this response for each of its attempts, and the transport that counts them.
fn client(protocol: ProtocolId, attempts: u32, status: u16, headers: &[(&str, &str)], body: &[u8]) -> (Client, Canned) {
    let responses = (0..attempts).map(|_| {
        let mark = match protocol {
            ProtocolId::RpcV2Cbor => "rpc-v2-cbor",
            ProtocolId::RpcV2Json => "rpc-v2-json",
            _ => "",
        };
        let builder = http::Response::builder().status(status).header("smithy-protocol", mark);
        let builder = headers.iter().fold(builder, |builder, (name, value)| builder.header(*name, *value));
        builder.body(Bytes::copy_from_slice(body)).expect("a response")
    });
    let canned = Canned::new(responses);
    let config = Config::new().endpoint_url("http://test").region("r").credentials(Credentials::new("id", "secret"));
    (Client::new(config.attempts(attempts).transport(canned.clone()).protocol(protocol)), canned)
}

#[tokio::test]
async fn numbers_keep_all_their_digits_in_each_protocol() {
    let document = r#"{"a":[0.1000000000000000055511,18446744073709551617,1e400,-9223372036854775809]}"#;
    let document: Document = serde_json::from_str(document).expect("JSON");
    let integer: BigInteger = "-1234567890123456789012345678901234567890".parse().expect("a number");
    for decimal in ["123456789012345678901234567890.000000000000000000001", "-0.1"] {
        let all = AllTypes::builder()
            .document(document.clone())
            .big_integer(integer.clone())
            .big_decimal(decimal.parse::<BigDecimal>().expect("a number"))
            .build()
            .expect("valid");
        for protocol in PROTOCOLS {
            let output = client_of(protocol).await.echo_types().all(all.clone()).send().await;
            let found = output.unwrap_or_else(|error| panic!("{protocol:?}: {error}")).all.expect("echoed");
            assert_eq!(found.document, all.document, "{protocol:?}");
            assert_eq!(found.big_integer, all.big_integer, "{protocol:?}");
            assert_eq!(found.big_decimal, all.big_decimal, "{protocol:?}");
        }
    }
}

#[tokio::test]
async fn zero_may_have_a_sign_in_each_protocol() {
    for protocol in PROTOCOLS {
        for member in ["byte", "short", "integer", "long", "float", "double"] {
            let Some(body) = body(protocol, member, "-0") else { continue };
            let (status, text) = answer(protocol, request(protocol, "EchoTypes", body.as_bytes())).await;
            assert_eq!(status, 200, "{protocol:?} {member}: {text}");
        }
        for value in ["-", "+7", "7.0", "1e1", "0x10", "\"\""] {
            let Some(body) = body(protocol, "integer", &value.replace('+', "%2B")) else { continue };
            let (status, text) = answer(protocol, request(protocol, "EchoTypes", body.as_bytes())).await;
            assert_eq!(status, 400, "{protocol:?} {value}: {text}");
        }
    }
    for (protocol, body) in [
        (ProtocolId::RpcV2Json, r#"{"all":{"integer":-0}}"#),
        (ProtocolId::AwsJson1_1, r#"{"all":{"integer":-0}}"#),
        (ProtocolId::RestJson1, r#"{"all":{"integer":-0}}"#),
        (ProtocolId::RestXml, "<EchoTypesOutput><all><integer>-0</integer></all></EchoTypesOutput>"),
        (
            ProtocolId::AwsQuery,
            "<EchoTypesResponse><EchoTypesResult><all><integer>-0</integer></all></EchoTypesResult></EchoTypesResponse>",
        ),
        (ProtocolId::Ec2Query, "<EchoTypesResponse><all><integer>-0</integer></all></EchoTypesResponse>"),
    ] {
        let output = client(protocol, 1, 200, &[], body.as_bytes()).0.echo_types().send().await.expect("read");
        assert_eq!(output.all.and_then(|all| all.integer), Some(0), "{protocol:?}");
    }
}

#[tokio::test]
async fn http_dates_have_milliseconds_at_most() {
    let time = Timestamp::from_unix(1_398_796_238, 123_456_789).expect("in range");
    let all = AllTypes::builder().http_date(time).build().expect("valid");
    for protocol in PROTOCOLS {
        let output = client_of(protocol).await.echo_types().all(all.clone()).send().await.expect("echoed");
        let found = output.all.and_then(|all| all.http_date).expect("a time");
        // This protocol does not have the format.
        if protocol != ProtocolId::RpcV2Json {
            assert_eq!(found, Timestamp::from_unix(1_398_796_238, 123_000_000).expect("in range"), "{protocol:?}");
        }
    }
}

#[tokio::test]
async fn null_is_an_input_without_members() {
    for protocol in PROTOCOLS {
        let null: &[u8] = match protocol {
            ProtocolId::RpcV2Cbor => b"\xf6",
            ProtocolId::RpcV2Json | ProtocolId::AwsJson1_0 | ProtocolId::AwsJson1_1 => b" null\n",
            _ => continue,
        };
        let (status, text) = answer(protocol, request(protocol, "Nothing", null)).await;
        assert_eq!(status, 200, "{protocol:?}: {text}");
        let (status, text) = answer(protocol, request(protocol, "EchoTypes", null)).await;
        assert_eq!(status, 400, "{protocol:?}: {text}");
    }
}

#[tokio::test]
async fn documents_in_other_encodings_are_rejected() {
    for (declaration, status) in [
        ("<?xml version=\"1.0\"?>", 200),
        ("<?xml version='1.0' encoding='utf-8'?>", 200),
        ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", 400),
        ("<?xml version=\"1.0\" encoding=\"UTF-16\" standalone=\"yes\"?>", 400),
    ] {
        let body = format!("{declaration}<EchoTypesInput/>");
        let request = request(ProtocolId::RestXml, "EchoTypes", body.as_bytes());
        let (found, text) = answer(ProtocolId::RestXml, request).await;
        assert_eq!(found, status, "{declaration}: {text}");
    }
}

/// The body of an output whose string is this text.
fn text_output(protocol: ProtocolId, text: &str) -> String {
    let member = format!("<all><string>{text}</string></all>");
    match protocol {
        ProtocolId::RestXml => format!("<EchoTypesOutput>{member}</EchoTypesOutput>"),
        ProtocolId::AwsQuery => {
            format!("<EchoTypesResponse><EchoTypesResult>{member}</EchoTypesResult></EchoTypesResponse>")
        }
        ProtocolId::Ec2Query => format!("<EchoTypesResponse>{member}</EchoTypesResponse>"),
        _ => format!("{{\"all\":{{\"string\":\"{text}\"}}}}"),
    }
}

#[tokio::test]
async fn responses_in_other_charsets_are_read_only_if_they_are_ascii() {
    for protocol in PROTOCOLS.into_iter().filter(|protocol| *protocol != ProtocolId::RpcV2Cbor) {
        for (charset, text, is_read) in [
            ("utf-8", "caf\u{e9}", true),
            ("\"UTF-8\"", "caf\u{e9}", true),
            ("ISO-8859-1", "cafe", true),
            // Valid UTF-8, but the service says that these are two characters.
            ("ISO-8859-1", "caf\u{e9}", false),
            ("windows-1252; a=b", "caf\u{e9}", false),
        ] {
            let media_type = format!("text/plain; charset={charset}");
            let body = text_output(protocol, text);
            let sent =
                client(protocol, 1, 200, &[("content-type", &media_type)], body.as_bytes()).0.echo_types().send();
            let sent = sent.await;
            if is_read {
                let output = sent.unwrap_or_else(|error| panic!("{protocol:?} {charset}: {error}"));
                assert_eq!(output.all.and_then(|all| all.string).as_deref(), Some(text), "{protocol:?} {charset}");
            } else {
                let error = sent.expect_err("an error");
                assert!(error.to_string().contains("only UTF-8 is supported"), "{protocol:?} {charset}: {error}");
            }
        }
        let utf_16: Vec<u8> = text_output(protocol, "a").encode_utf16().flat_map(u16::to_be_bytes).collect();
        let headers = [("content-type", "text/plain; charset=utf-16")];
        let error = client(protocol, 1, 200, &headers, &utf_16).0.echo_types().send().await.expect_err("an error");
        assert!(error.to_string().contains("utf-16"), "{protocol:?}: {error}");
    }
}

#[tokio::test]
async fn blobs_and_cbor_have_no_charset() {
    let headers = [("content-type", "text/plain; charset=iso-8859-1")];
    for protocol in [ProtocolId::RestJson1, ProtocolId::RestXml] {
        let sent = client(protocol, 1, 200, &headers, b"caf\xe9").0.echo_blob_payload().send().await.expect("read");
        assert_eq!(sent.payload.expect("a payload").as_ref(), b"caf\xe9", "{protocol:?}");
    }
    let body = b"\xa1\x63all\xa1\x66string\x62\xc3\xa9";
    let sent = client(ProtocolId::RpcV2Cbor, 1, 200, &headers, body).0.echo_types().send().await.expect("read");
    assert_eq!(sent.all.and_then(|all| all.string).as_deref(), Some("\u{e9}"));
}

#[tokio::test]
async fn errors_in_other_charsets_are_read_only_if_they_are_ascii() {
    let headers = [("content-type", "text/xml; charset=iso-8859-1")];
    for (message, is_read) in [("hot", true), ("br\u{fb}lant", false)] {
        let body =
            format!("<ErrorResponse><Error><Code>Teapot</Code><Message>{message}</Message></Error></ErrorResponse>");
        let sent = client(ProtocolId::RestXml, 1, 418, &headers, body.as_bytes()).0.echo_types().send().await;
        let error = sent.expect_err("an error");
        assert_eq!(error.message(), is_read.then_some(message), "{error}");
        assert_eq!(error.to_string().contains("only UTF-8 is supported"), !is_read, "{error}");
    }
}

#[tokio::test]
async fn content_encodings_that_are_not_known_are_rejected_in_each_protocol() {
    for protocol in PROTOCOLS {
        let body = body(protocol, "integer", "1").map_or(vec![0xa0], String::into_bytes);
        for (encoding, status) in [("br", 415), ("gzip, br", 415), ("identity", 200)] {
            let mut request = request(protocol, "EchoTypes", &body);
            request.headers_mut().insert("content-encoding", encoding.parse().expect("a value"));
            let (found, text) = answer(protocol, request).await;
            assert_eq!(found, status, "{protocol:?} {encoding}: {text}");
        }
    }
}

#[tokio::test]
async fn error_documents_with_status_200_are_errors_in_each_xml_protocol() {
    for protocol in [ProtocolId::RestXml, ProtocolId::AwsQuery, ProtocolId::Ec2Query] {
        for body in [
            "<Error><Code>Busy</Code><Message>m</Message></Error>",
            "<ErrorResponse><Error><Code>Busy</Code><Message>m</Message></Error></ErrorResponse>",
            "<Response><Errors><Error><Code>Busy</Code><Message>m</Message></Error></Errors></Response>",
        ] {
            let sent = client(protocol, 1, 200, &[], body.as_bytes()).0.echo_types().send().await;
            let error = sent.expect_err("an error");
            assert_eq!((error.code(), error.message()), (Some("Busy"), Some("m")), "{protocol:?} {body}");
        }
        let sent = client(protocol, 1, 200, &[], b"<html><body/></html>").0.echo_types().send().await;
        assert!(matches!(sent, Err(Error::Response { status: 200, .. })), "{protocol:?}: {sent:?}");
    }
}

#[tokio::test]
async fn errors_without_a_body_keep_status_and_request_id_in_each_protocol() {
    for protocol in PROTOCOLS {
        for (status, words) in
            [(500, "without a code"), (304, "not modified"), (301, "redirected"), (307, "redirected")]
        {
            let headers = [("x-amzn-requestid", "R1"), ("location", "http://user:secret@other/")];
            let sent = client(protocol, 1, status, &headers, b"").0.echo_types().send().await;
            let error = sent.expect_err("an error");
            assert_eq!(error.request_id(), Some("R1"), "{protocol:?} {status}");
            let text = error.to_string();
            assert!(text.contains(words) && !text.contains("secret"), "{protocol:?} {status}: {text}");
        }
    }
}

/// The body of an error with this code, and the header that some protocols have instead.
fn failed(protocol: ProtocolId, code: &str) -> Vec<u8> {
    match protocol {
        ProtocolId::RestXml | ProtocolId::AwsQuery => {
            format!("<ErrorResponse><Error><Code>{code}</Code></Error></ErrorResponse>").into_bytes()
        }
        ProtocolId::Ec2Query => {
            format!("<Response><Errors><Error><Code>{code}</Code></Error></Errors></Response>").into_bytes()
        }
        ProtocolId::RpcV2Cbor => {
            let length = u8::try_from(code.len()).expect("short");
            [b"\xa1\x66__type\x78", &[length][..], code.as_bytes()].concat()
        }
        _ => format!("{{\"__type\":\"example.shapes#{code}\"}}").into_bytes(),
    }
}

#[tokio::test]
async fn requests_without_a_signature_are_not_repeated_for_their_time_in_any_protocol() {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_secs();
    let ahead = Timestamp::from_unix(now.cast_signed() + 3600, 0).expect("in range");
    let date = ahead.format(TimestampFormat::HttpDate);
    for protocol in PROTOCOLS {
        for code in ["RequestTimeTooSkewed", "RequestExpired", "InvalidSignatureException", "AccessDeniedException"] {
            let (client, canned) = client(protocol, 2, 403, &[("date", &date)], &failed(protocol, code));
            let error = client.echo_types().send().await.expect_err("rejected");
            assert_eq!((error.code(), canned.requests().len()), (Some(code), 1), "{protocol:?}");
        }
    }
}

#[tokio::test]
async fn an_error_keeps_its_code_if_its_members_do_not_match() {
    let typed = ("x-amzn-errortype", "Busy");
    for (protocol, headers, body) in [
        (ProtocolId::AwsJson1_0, &[][..], &br#"{"__type":"example.shapes#Busy","message":7}"#[..]),
        (ProtocolId::AwsJson1_1, &[typed], br#"{"message":[]}"#),
        (ProtocolId::AwsJson1_1, &[("x-amzn-errortype", "")], br#"{"code":"Busy"}"#),
        (ProtocolId::RestJson1, &[typed], b"<html>busy</html>"),
        (ProtocolId::RestJson1, &[typed], br#"{"message":{}}"#),
        (ProtocolId::RestJson1, &[("x-amzn-errortype", "")], br#"{"Code":"Busy","Message":"later"}"#),
        (ProtocolId::RpcV2Json, &[], br#"{"__type":"Busy","message":true}"#),
        (ProtocolId::RpcV2Cbor, &[], b"\xa2\x66__type\x64Busy\x67message\x01"),
        (ProtocolId::RestXml, &[], b"<Error><Code>Busy</Code><Message>later</Error>"),
        (ProtocolId::RestXml, &[], b"<Error>\n  <Code>\n    Busy\n  </Code>\n</Error>\n"),
        (ProtocolId::AwsQuery, &[], b"<ErrorResponse><Error><Code>Busy</Code></ErrorResponse>"),
    ] {
        let sent = client(protocol, 1, 429, headers, body).0.echo_bindings().label("a").path("b").send().await;
        let error = sent.expect_err("an error");
        let body = String::from_utf8_lossy(body);
        assert_eq!((error.code(), error.is_retryable()), (Some("Busy"), true), "{protocol:?} {body}: {error:?}");
    }
}

#[tokio::test]
async fn a_document_of_an_error_may_be_the_error_itself() {
    let body = b"<Teapot xmlns=\"http://x/\"><message>hot</message><spout>s</spout><RequestId>R1</RequestId></Teapot>";
    for protocol in [ProtocolId::RestXml, ProtocolId::AwsQuery, ProtocolId::Ec2Query] {
        let sent = client(protocol, 1, 400, &[], body).0.echo_bindings().label("a").path("b").send().await;
        let error = sent.expect_err("an error");
        let Some(EchoBindingsError::Teapot(teapot)) = error.as_service_error() else {
            panic!("{protocol:?}: {error:?}")
        };
        // restXml has it in a header.
        let spout = (protocol != ProtocolId::RestXml).then_some("s");
        assert_eq!((teapot.spout.as_deref(), error.message()), (spout, Some("hot")), "{protocol:?}");
        assert_eq!(error.request_id(), Some("R1"), "{protocol:?}");
        // Another document is not an error of the service, but may have an ID.
        let other = b"<Other><RequestId>R1</RequestId></Other>";
        let sent = client(protocol, 1, 400, &[], other).0.echo_types().send().await;
        let error = sent.expect_err("an error");
        assert_eq!((error.code(), error.request_id()), (None, Some("R1")), "{protocol:?}: {error:?}");
    }
}

#[tokio::test]
async fn a_payload_of_null_is_absent_unless_it_is_a_document() {
    let client = |body: &[u8]| client(ProtocolId::RestJson1, 1, 200, &[], body).0;
    assert_eq!(client(b"null").echo_structure_payload().send().await.expect("read").payload, None);
    assert_eq!(client(b" null\n").echo_union_payload().send().await.expect("read").payload, None);
    assert_eq!(client(b"null").echo_document_payload().send().await.expect("read").payload, Some(Document::Null));
    assert_eq!(client(b"null").echo_string_payload().send().await.expect("read").payload.as_deref(), Some("null"));
    for (path, body) in [("structure", ""), ("union", ""), ("document", "null")] {
        let request = Request::post(format!("/payload/{path}")).header("content-type", "application/json");
        let (status, text) = answer(ProtocolId::RestJson1, request.body(Body::from("null")).expect("a request")).await;
        assert_eq!((status, text.as_str()), (200, body), "{path}");
    }
}

#[tokio::test]
async fn numbers_of_list_elements_are_digits() {
    for (name, status) in [
        ("1", 200),
        ("007", 200),
        ("4294967295", 200),
        ("4294967296", 400),
        ("99999999999999999999", 400),
        ("%2B1", 400),
        ("-1", 400),
        ("1.5", 400),
        ("x", 400),
        ("", 400),
    ] {
        for (protocol, member) in [(ProtocolId::AwsQuery, "all.strings.member"), (ProtocolId::Ec2Query, "All.Strings")]
        {
            let body = format!("Action=EchoTypes&Version=2026-11-21&{member}.{name}=a");
            let (found, text) = answer(protocol, request(protocol, "EchoTypes", body.as_bytes())).await;
            assert_eq!(found, status, "{protocol:?} {name}: {text}");
        }
    }
}
