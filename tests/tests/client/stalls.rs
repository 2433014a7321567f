//! Streams that stall, and operations with slow responses.

use std::pin::pin;
use std::task::{Context, Waker};
use std::time::Duration;

use golden::archive::Client;
use tokio::net::TcpListener;
use tokio::time::Instant;
use whitesmith_runtime::client::{self, CallBuilder, Config, Error};
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::schema::{OperationSchema, ProtocolId, ServiceSchema, prelude};
use whitesmith_runtime::types::{ByteStream, StreamError, Unit};
use whitesmith_runtime::{operation, operation_error};

use super::support::Server;

/// A client of a server that sends 4 of 8 bytes.
async fn half(configure: impl FnOnce(Config) -> Config) -> Client {
    let server = Server::start(["HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\nhalf".to_owned()]).await;
    Client::new(configure(server.config().unsigned()))
}

#[tokio::test(start_paused = true)]
async fn a_response_stream_that_stalls_is_given_up() {
    for (client, limit) in [
        (half(|config| config).await, Duration::from_secs(20)),
        (half(|config| config.stall_timeout(Duration::from_secs(3))).await, Duration::from_secs(3)),
    ] {
        let mut content = client.load().send().await.expect("a head").content;
        assert_eq!(content.next().await.expect("a piece").expect("read"), "half");
        let start = Instant::now();
        let error = content.next().await.expect("an error").expect_err("stalled");
        assert!(matches!(error, StreamError::Stalled { limit: found } if found == limit), "{error:?}");
        assert!(start.elapsed() < limit + Duration::from_secs(1));
        assert!(content.next().await.is_none());
    }
}

#[tokio::test(start_paused = true)]
async fn a_reader_that_pauses_does_not_stall_a_stream() {
    let server = Server::start(["HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nfull".to_owned()]).await;
    let client = Client::new(server.config().unsigned());
    let mut content = client.load().send().await.expect("a head").content;
    tokio::time::sleep(Duration::from_mins(10)).await;
    assert_eq!(content.next().await.expect("a piece").expect("read"), "full");
    tokio::time::sleep(Duration::from_mins(10)).await;
    assert!(content.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn the_limit_of_streams_can_be_removed() {
    let mut content = half(Config::without_stall_timeout).await.load().send().await.expect("a head").content;
    assert_eq!(content.next().await.expect("a piece").expect("read"), "half");
    assert!(tokio::time::timeout(Duration::from_mins(60), content.next()).await.is_err());
}

#[tokio::test]
async fn a_stream_that_is_read_outside_of_the_runtime_has_no_limit() {
    let mut content = half(|config| config).await.load().send().await.expect("a head").content;
    assert_eq!(content.next().await.expect("a piece").expect("read"), "half");
    let poll = move || pin!(content.next()).poll(&mut Context::from_waker(Waker::noop())).is_pending();
    assert!(std::thread::spawn(poll).join().expect("polled"), "the stream waits for the service");
}

#[tokio::test(start_paused = true)]
async fn a_request_that_the_service_does_not_read_is_given_up() {
    // The system accepts connections, but the server does not read.
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let config = Config::new().endpoint_url(format!("http://{address}")).unsigned().attempts(1);
    let content = ByteStream::from(vec![0; 64 * 1024 * 1024]);
    let pieces = (0..64).map(|_| Ok::<_, std::io::Error>(vec![0_u8; 1024 * 1024]));
    let pieces = ByteStream::new(Pieces(pieces.collect()));
    for content in [pieces, content] {
        let start = Instant::now();
        let error = Client::new(config.clone()).store().content(content).send().await.expect_err("unread");
        assert!(start.elapsed() <= Duration::from_secs(21), "{:?}", start.elapsed());
        let Error::Transport { source: cause, .. } = &error else { panic!("{error:?}") };
        assert_eq!(cause.to_string(), "the service has not read from the request for 20s");
    }
}

/// A stream of pieces.
struct Pieces(std::collections::VecDeque<Result<Vec<u8>, std::io::Error>>);

impl futures_core::Stream for Pieces {
    type Item = Result<Vec<u8>, std::io::Error>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.pop_front())
    }
}

static INVOKE: OperationSchema = OperationSchema::new("Invoke", &prelude::UNIT, &prelude::UNIT);
static LIST: OperationSchema = OperationSchema::new("ListFunctions", &prelude::UNIT, &prelude::UNIT);
static POLL: OperationSchema = OperationSchema::new("Poll", &prelude::UNIT, &prelude::UNIT).long_poll(70_000);
static LAMBDA: ServiceSchema = ServiceSchema::new("aws#Functions", "1", &[&INVOKE, &LIST, &POLL])
    .protocols(&[ProtocolId::AwsJson1_0])
    .sdk_id("Lambda");

struct Invoke;
operation! { Invoke: INVOKE { Unit, Unit, CallError } }

struct List;
operation! { List: LIST { Unit, Unit, CallError } }

struct Poll;
operation! { Poll: POLL { Unit, Unit, CallError } }

#[derive(Clone, Debug)]
enum CallError {
    Unhandled(Unhandled),
}
operation_error! { CallError {} }

#[tokio::test(start_paused = true)]
async fn an_operation_with_a_long_response_is_not_repeated_after_a_timeout() {
    let silent = Server::start([String::new()]).await;
    let client = client::Client::new(&LAMBDA, silent.config().unsigned());
    let start = Instant::now();
    let error = CallBuilder::<Invoke>::call(&client).send().await.expect_err("silent");
    assert!(matches!(error, Error::Timeout { limit, .. } if limit > Duration::from_mins(15)), "{error:?}");
    assert_eq!((silent.requests().len(), start.elapsed().as_secs() / 60), (1, 16));
    let error = CallBuilder::<List>::call(&client).send().await.expect_err("silent");
    assert!(matches!(error, Error::Timeout { limit, .. } if limit == Duration::from_mins(1)), "{error:?}");
    assert_eq!(silent.requests().len(), 4);
}

#[tokio::test(start_paused = true)]
async fn polls_of_models_without_the_trait_are_awaited_longer_than_the_service_takes() {
    static ACTIVITY: OperationSchema = OperationSchema::new("GetActivityTask", &prelude::UNIT, &prelude::UNIT);
    static SFN: ServiceSchema =
        ServiceSchema::new("aws#Steps", "1", &[&ACTIVITY]).protocols(&[ProtocolId::AwsJson1_0]).sdk_id("SFN");
    struct Activity;
    operation! { Activity: ACTIVITY { Unit, Unit, CallError } }

    let silent = Server::start([String::new()]).await;
    let client = client::Client::new(&SFN, silent.config().unsigned());
    let error = CallBuilder::<Activity>::call(&client).send().await.expect_err("silent");
    assert!(matches!(error, Error::Timeout { limit, .. } if limit == Duration::from_secs(70)), "{error:?}");
    assert_eq!(silent.requests().len(), 1, "it is not repeated");
}

#[tokio::test(start_paused = true)]
async fn a_long_poll_is_awaited_as_long_as_the_model_says() {
    let silent = Server::start([String::new()]).await;
    let config = silent.config().unsigned();
    let client = client::Client::new(&LAMBDA, config.clone());
    let error = CallBuilder::<Poll>::call(&client).send().await.expect_err("silent");
    assert!(matches!(error, Error::Timeout { limit, .. } if limit == Duration::from_secs(70)), "{error:?}");
    assert_eq!(silent.requests().len(), 1, "it is not repeated");
    let own = client::Client::new(&LAMBDA, config.attempt_timeout(Duration::from_secs(2)).attempts(1));
    let error = CallBuilder::<Poll>::call(&own).send().await.expect_err("silent");
    assert!(matches!(error, Error::Timeout { limit, .. } if limit == Duration::from_secs(2)), "{error:?}");
}
