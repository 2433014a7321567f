//! The result of a call of S3 for each kind of network fault, and the number of requests.

use std::net::SocketAddr;
use std::time::Duration;

use golden::depot::Client;
use golden::{archive, storage};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;
use whitesmith_runtime::client::{Config, Credentials, Error};
use whitesmith_runtime::operation::OperationError;
use whitesmith_runtime::types::{ByteStream, StreamError};

use super::fault_server::{FaultServer, Step};
use super::support::{chain, response};

const LIST: &str = "<ListPartsResult><Part><PartNumber>7</PartNumber></Part></ListPartsResult>";

fn list() -> String {
    response("200 OK", "", LIST)
}

fn error(status: &str, code: &str) -> String {
    response(status, "", &format!("<Error><Code>{code}</Code><Message>m</Message></Error>"))
}

fn config(server: &FaultServer) -> Config {
    let config = Config::new().region("eu-central-1").endpoint_url(format!("http://{}", server.address));
    config
        .credentials(Credentials::new("id", "secret"))
        .retry_pauses(Duration::from_millis(1), Duration::from_millis(9))
}

/// The kind of an error.
fn kind<E: OperationError>(error: &Error<E>) -> String {
    match error {
        Error::Transport { .. } => "transport".to_owned(),
        Error::Timeout { .. } => "timeout".to_owned(),
        Error::Request { .. } => "request".to_owned(),
        Error::Response { status, .. } => format!("response {status}"),
        Error::Service(error) => format!("service {} {}", error.status(), error.code().unwrap_or_default()),
        other => chain(other),
    }
}

/// The result of a call with a response in memory, and the number of requests.
async fn listed(steps: Vec<Step>) -> (String, usize) {
    let server = FaultServer::start(steps).await;
    let result = Client::new(config(&server)).list_parts().bucket("b").key("k").send().await;
    let found = match result {
        Ok(output) => {
            assert_eq!(output.parts.expect("parts")[0].part_number, Some(7));
            "ok".to_owned()
        }
        Err(error) => {
            assert_eq!(error.attempts(), Some(server.requests() as u32), "{}", chain(&error));
            kind(&error)
        }
    };
    (found, server.requests())
}

/// A row of a table: what goes wrong, what the server does, the result, and the number of requests.
type Row = (&'static str, Vec<Step>, &'static str, usize);

async fn assert_listed(rows: Vec<Row>) {
    let mut wrong = Vec::new();
    for (fault, steps, expected, requests) in rows {
        let found = listed(steps).await;
        if found != (expected.to_owned(), requests) {
            wrong.push(format!("{fault}: expected {expected} after {requests} requests, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The fault, and then a valid response.
fn once(fault: Step) -> Vec<Step> {
    vec![fault, Step::Answer(list())]
}

#[tokio::test]
async fn lost_connections_are_tried_again() {
    let cut = |length: usize| list()[..length].to_owned();
    let (in_status, in_head, after_head) = (9, 30, list().len() - LIST.len());
    let half = list().len() - LIST.len() / 2;
    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    assert_listed(vec![
        ("closed before the request", once(Step::Close), "ok", 2),
        ("reset before the request", once(Step::Reset), "ok", 2),
        ("closed after the request", once(Step::ThenClose(String::new())), "ok", 2),
        ("reset after the request", once(Step::ThenReset(String::new())), "ok", 2),
        ("closed in the status line", once(Step::ThenClose(cut(in_status))), "ok", 2),
        ("reset in the head", once(Step::ThenReset(cut(in_head))), "ok", 2),
        ("closed after the head", once(Step::ThenClose(cut(after_head))), "ok", 2),
        ("reset after the head", once(Step::ThenReset(cut(after_head))), "ok", 2),
        ("closed after half a body", once(Step::ThenClose(cut(half))), "ok", 2),
        ("reset after half a body", once(Step::ThenReset(cut(half))), "ok", 2),
        ("closed after a chunk", once(Step::ThenClose(format!("{chunked}4\r\n<Lis\r\n"))), "ok", 2),
        ("malformed chunks", once(Step::ThenClose(format!("{chunked}zz\r\n"))), "ok", 2),
        ("another protocol", once(Step::ThenClose("SSH-2.0-OpenSSH_9.6\r\n".to_owned())), "ok", 2),
        ("lost each time", vec![Step::ThenClose(String::new())], "transport", 3),
    ])
    .await;
}

#[tokio::test]
async fn services_in_trouble_are_asked_again() {
    let status = |status: &str| Step::Answer(response(status, "", ""));
    let retry_after = response("503 Service Unavailable", "retry-after: 0\r\n", "");
    assert_listed(vec![
        ("503, then 200", once(status("503 Service Unavailable")), "ok", 2),
        ("503 with retry-after", once(Step::Answer(retry_after)), "ok", 2),
        ("500, then 200", once(status("500 Internal Server Error")), "ok", 2),
        ("502, then 200", once(status("502 Bad Gateway")), "ok", 2),
        ("504, then 200", once(status("504 Gateway Timeout")), "ok", 2),
        ("503 SlowDown, then 200", once(Step::Answer(error("503 Slow Down", "SlowDown"))), "ok", 2),
        ("429, then 200", once(status("429 Too Many Requests")), "ok", 2),
        ("400 RequestTimeout", once(Step::Answer(error("400 Bad Request", "RequestTimeout"))), "ok", 2),
        ("503 each time", vec![Step::Answer(error("503 Slow Down", "SlowDown"))], "service 503 SlowDown", 3),
        (
            "an informational response",
            once(Step::Answer(format!("HTTP/1.1 103 Early Hints\r\n\r\n{}", list()))),
            "ok",
            1,
        ),
    ])
    .await;
}

#[tokio::test]
async fn errors_of_the_caller_are_returned_at_once() {
    let refused = |status: &str, code: &str| vec![Step::Answer(error(status, code))];
    let malformed = vec![Step::Answer(response("200 OK", "", "<ListPartsResult><Part>"))];
    assert_listed(vec![
        ("an invalid request", refused("400 Bad Request", "InvalidArgument"), "service 400 InvalidArgument", 1),
        ("an expired token", refused("400 Bad Request", "ExpiredToken"), "service 400 ExpiredToken", 1),
        ("no permission", refused("403 Forbidden", "AccessDenied"), "service 403 AccessDenied", 1),
        ("nothing there", refused("404 Not Found", "NoSuchUpload"), "service 404 NoSuchUpload", 1),
        ("a redirect", refused("301 Moved Permanently", "PermanentRedirect"), "service 301 PermanentRedirect", 1),
        ("a response that is not XML", malformed, "response 200", 1),
    ])
    .await;
}

#[tokio::test]
async fn a_clock_that_is_wrong_is_corrected() {
    let skewed = "<Error><Code>RequestTimeTooSkewed</Code><Message>m</Message></Error>";
    let date = "date: Thu, 01 Jan 2015 00:00:00 GMT\r\n";
    let skewed = Step::Answer(response("403 Forbidden", date, skewed));
    assert_eq!(listed(once(skewed)).await, ("ok".to_owned(), 2));
}

#[tokio::test]
async fn an_error_with_status_200_is_an_error() {
    let failed = |code: &str| Step::Answer(error("200 OK", code));
    for (steps, expected) in [
        (vec![failed("InternalError"), Step::Answer(response("200 OK", "", "<CopyObjectResult/>"))], Ok(2)),
        (vec![failed("SlowDown"), Step::Answer(response("200 OK", "", "<CopyObjectResult/>"))], Ok(2)),
        (vec![failed("AccessDenied")], Err("AccessDenied".to_owned())),
    ] {
        let server = FaultServer::start(steps).await;
        let result = Client::new(config(&server)).copy_object().bucket("b").key("k").send().await;
        let found = result.map(|_| server.requests()).map_err(|error| error.code().unwrap_or("-").to_owned());
        assert_eq!(found, expected);
    }
}

#[tokio::test(start_paused = true)]
async fn a_service_that_does_not_answer_is_given_up() {
    let stalls = |text: String| vec![Step::ThenStall(text)];
    assert_listed(vec![
        ("no response", stalls(String::new()), "timeout", 3),
        ("half a head", stalls(list()[..20].to_owned()), "timeout", 3),
        ("half a body", stalls(list()[..list().len() - 9].to_owned()), "timeout", 3),
        ("a response that takes minutes", vec![Step::Drip(String::new(), list())], "timeout", 3),
        ("no response, then one", vec![Step::ThenStall(String::new()), Step::Answer(list())], "ok", 2),
    ])
    .await;
}

/// Delivered bytes of a stream, and the kind of its error.
async fn loaded(step: Step) -> (String, Option<&'static str>) {
    let server = FaultServer::start(vec![step]).await;
    let output = Client::new(config(&server)).get_object().bucket("b").key("k").send().await.expect("a head");
    let (mut body, mut text) = (output.body, String::new());
    loop {
        match body.try_next().await {
            Ok(Some(piece)) => text.push_str(std::str::from_utf8(&piece).expect("text")),
            Ok(None) => return (text, None),
            Err(StreamError::Stalled { .. }) => return (text, Some("stalled")),
            Err(StreamError::Broken(_) | StreamError::Length { .. }) => return (text, Some("broken")),
            Err(error) => panic!("{error}"),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_stream_ends_with_an_error_unless_it_is_whole() {
    let whole = response("200 OK", "", "12345678");
    let half = whole[..whole.len() - 4].to_owned();
    for (step, expected) in [
        (Step::Answer(whole.clone()), ("12345678", None)),
        (Step::ThenClose(half.clone()), ("1234", Some("broken"))),
        (Step::ThenReset(half.clone()), ("1234", Some("broken"))),
        (Step::ThenStall(half), ("1234", Some("stalled"))),
        // Slower than the time limit of an attempt, but never without data for as long as the limit for stalls.
        (Step::Drip(whole[..whole.len() - 8].to_owned(), "12345678".to_owned()), ("12345678", None)),
    ] {
        let (text, error) = loaded(step.clone()).await;
        assert_eq!((text.as_str(), error), expected, "{step:?}");
    }
}

#[tokio::test]
async fn a_corrupt_stream_ends_with_an_error() {
    let corrupt = response("200 OK", "x-amz-checksum-crc32: AAAAAA==\r\n", "12345678");
    let server = FaultServer::start(vec![Step::Answer(corrupt)]).await;
    let output = archive::Client::new(config(&server)).load().send().await.expect("a head");
    let error = output.content.collect(8).await.expect_err("corrupt");
    assert!(matches!(error, StreamError::Checksum { header: "x-amz-checksum-crc32" }), "{error}");
}

#[tokio::test]
async fn uploads_are_repeated_if_they_can_be_read_again() {
    let bytes = || ByteStream::from(vec![b'x'; 1 << 20]);
    let unrepeatable = || ByteStream::new(Once(Some(vec![b'x'; 1 << 20]))).with_length(1 << 20);
    for (body, expected) in [(bytes(), ("ok", 2)), (unrepeatable(), ("transport", 1))] {
        let server = FaultServer::start(vec![Step::ResetInBody, Step::Answer(response("200 OK", "", ""))]).await;
        let client = storage::Client::new(config(&server).without_expect_continue());
        let result = client.put_object().bucket("b").key("k").body(body).send().await;
        let found = result.map_or_else(|error| kind(&error), |_| "ok".to_owned());
        assert_eq!((found.as_str(), server.requests()), expected);
    }
}

/// A stream that can be read once.
struct Once(Option<Vec<u8>>);

impl futures_core::Stream for Once {
    type Item = Result<Vec<u8>, std::io::Error>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.take().map(Ok))
    }
}

/// The address of a server that does not know TLS.
async fn plain() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            // The client may have closed the connection already.
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
        }
    });
    address
}

#[tokio::test(start_paused = true)]
async fn calls_without_a_connection_or_credentials_say_why() {
    let server = FaultServer::start(vec![Step::Answer(list())]).await;
    let closed = {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        listener.local_addr().expect("an address")
    };
    let hanging = || async {
        tokio::time::sleep(Duration::from_secs(3600)).await;
        Ok::<_, std::io::Error>(Credentials::new("id", "secret"))
    };
    let failing = || async { Err::<Credentials, _>(std::io::Error::other("the provider is broken")) };
    let own = || config(&server);
    let (plain, silent) = (plain().await, format!("https://{}", server.address));
    for (fault, config, expected, attempts, part) in [
        ("refused", own().endpoint_url(format!("http://{closed}")), "transport", Some(3), "refused"),
        ("unknown host", own().endpoint_url("http://nothing.invalid"), "transport", Some(3), "dns"),
        ("no TLS", own().endpoint_url(format!("https://{plain}")), "transport", Some(1), "invalidcontenttype"),
        ("silence instead of TLS", own().endpoint_url(silent), "transport", Some(3), "not connected within 5s"),
        ("a hanging provider", own().credentials_provider(hanging), "request", None, "5s"),
        ("a failing provider", own().credentials_provider(failing), "request", None, "the provider is broken"),
    ] {
        let result = Client::new(config).list_parts().bucket("b").key("k").send().await;
        let error = result.expect_err(fault);
        assert_eq!((kind(&error).as_str(), error.attempts()), (expected, attempts), "{fault}: {}", chain(&error));
        assert!(chain(&error).to_lowercase().contains(part), "{fault}: {}", chain(&error));
    }
}
