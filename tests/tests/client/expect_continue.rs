//! Uploads that wait until the service has accepted their head (`Expect: 100-continue`).

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use golden::archive::Client;
use golden::storage;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use whitesmith_runtime::client::{Config, Credentials};
use whitesmith_runtime::types::ByteStream;

use super::support::{header, response};

const CONTINUE: &str = "HTTP/1.1 100 Continue\r\n\r\n";
const LARGE: usize = 2 * 1024 * 1024;

/// Responses to the head of a request, before its body is read.
#[derive(Clone, Copy)]
enum Reaction {
    /// Nothing.
    Silence,
    /// This text, after which the body follows.
    Accept(&'static str),
    /// This text, after which the connection is read to its end.
    Refuse(&'static str),
}

/// The head of a request, the number of bytes that came with it, and the number of all bytes of the body.
#[derive(Clone, Debug)]
struct Seen {
    head: String,
    early: usize,
    body: usize,
}

/// A service that answers each request on a connection of its own.
struct Service {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Service {
    async fn start(reactions: &'static [Reaction]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let seen = Arc::<Mutex<Vec<Seen>>>::default();
        let all = Arc::clone(&seen);
        tokio::spawn(async move {
            for reaction in reactions {
                let (mut stream, _) = listener.accept().await.expect("a connection");
                let found = react(&mut stream, *reaction).await;
                all.lock().expect("not poisoned").push(found);
                if !matches!(reaction, Reaction::Refuse(_)) {
                    stream.write_all(response("200 OK", "connection: close\r\n", "{}").as_bytes()).await.expect("sent");
                }
            }
        });
        Self { address, seen }
    }

    fn config(&self) -> Config {
        let config = Config::new().region("eu-central-1").endpoint_url(format!("http://{}", self.address));
        config.credentials(Credentials::new("id", "secret")).attempts(1)
    }

    fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("not poisoned").clone()
    }
}

async fn react(stream: &mut TcpStream, reaction: Reaction) -> Seen {
    let mut bytes = Vec::new();
    let end = loop {
        stream.read_buf(&mut bytes).await.expect("a head");
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let (early, mut body) = (bytes.len() - end, bytes.len() - end);
    let length = match reaction {
        Reaction::Refuse(answer) => {
            stream.write_all(answer.as_bytes()).await.expect("sent");
            None
        }
        Reaction::Accept(answer) => {
            stream.write_all(answer.as_bytes()).await.expect("sent");
            Some(header(&head, "content-length").expect("a length").parse().expect("a number"))
        }
        Reaction::Silence => Some(header(&head, "content-length").expect("a length").parse().expect("a number")),
    };
    while length.is_none_or(|length: usize| body < length) {
        bytes.clear();
        match stream.read_buf(&mut bytes).await {
            Ok(0) | Err(_) => break,
            Ok(read) => body += read,
        }
    }
    Seen { head, early, body }
}

/// Stores an object of this size.
async fn put(config: Config, size: usize) -> Result<(), storage::client::Error> {
    let client = storage::Client::new(config);
    client.put_object().bucket("maps").key("a").body(ByteStream::from(vec![b'x'; size])).send().await?;
    Ok(())
}

#[tokio::test]
async fn a_large_upload_to_s3_waits_until_the_service_accepts_it() {
    let service = Service::start(&[Reaction::Accept(CONTINUE)]).await;
    put(service.config(), LARGE).await.expect("stored");
    let seen = &service.seen()[0];
    assert_eq!((seen.early, seen.body), (0, LARGE));
    assert_eq!(header(&seen.head, "expect"), Some("100-continue"));
    let signed = header(&seen.head, "authorization").expect("signed");
    assert!(!signed.contains("expect"), "{signed}");
}

#[tokio::test]
async fn the_body_is_not_sent_to_a_service_that_refuses_it() {
    static FORBIDDEN: [Reaction; 1] = [Reaction::Refuse(
        "HTTP/1.1 403 Forbidden\r\ncontent-length: 40\r\n\r\n<Error><Code>AccessDenied</Code></Error>",
    )];
    static MOVED: [Reaction; 1] = [Reaction::Refuse(
        "HTTP/1.1 307 Temporary Redirect\r\nlocation: http://other.test/\r\ncontent-length: 0\r\n\r\n",
    )];
    for (reactions, status, code) in [(&FORBIDDEN, 403, Some("AccessDenied")), (&MOVED, 307, None)] {
        let service = Service::start(reactions).await;
        let error = put(service.config(), LARGE).await.expect_err("refused");
        assert_eq!((error.status(), error.code()), (Some(status), code), "{error}");
        while service.seen().is_empty() {
            tokio::task::yield_now().await;
        }
        assert_eq!(service.seen()[0].body, 0, "the connection was closed without the body");
    }
}

#[tokio::test]
async fn a_service_that_does_not_support_the_expectation_gets_the_request_without_it() {
    static REACTIONS: [Reaction; 2] =
        [Reaction::Refuse("HTTP/1.1 417 Expectation Failed\r\ncontent-length: 0\r\n\r\n"), Reaction::Silence];
    let service = Service::start(&REACTIONS).await;
    put(service.config(), LARGE).await.expect("stored");
    let seen = service.seen();
    assert_eq!((seen[0].body, seen[1].body), (0, LARGE));
    assert_eq!(header(&seen[1].head, "expect"), None);
}

#[tokio::test(start_paused = true)]
async fn the_body_is_sent_after_a_second_to_a_service_that_does_not_react() {
    let service = Service::start(&[Reaction::Silence]).await;
    put(service.config(), LARGE).await.expect("stored");
    let seen = &service.seen()[0];
    assert_eq!((seen.early, seen.body), (0, LARGE));
}

#[tokio::test]
async fn other_informational_responses_do_not_release_the_body() {
    let service =
        Service::start(&[Reaction::Accept("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n")]).await;
    put(service.config(), LARGE).await.expect("stored");
    assert_eq!((service.seen()[0].early, service.seen()[0].body), (0, LARGE));
}

#[tokio::test]
async fn only_large_uploads_to_s3_wait_by_default() {
    let service = Service::start(&[Reaction::Silence; 4]).await;
    put(service.config(), LARGE - 1).await.expect("stored");
    put(service.config().without_expect_continue(), LARGE).await.expect("stored");
    put(service.config().expect_continue_from(0), 0).await.expect("stored");
    let content = ByteStream::from(vec![b'x'; LARGE]);
    Client::new(service.config()).store().content(content).send().await.expect("stored");
    for seen in service.seen() {
        assert_eq!(header(&seen.head, "expect"), None, "{}", seen.head);
    }
}

#[tokio::test]
async fn any_service_can_be_asked_to_accept_uploads_of_any_size() {
    let service = Service::start(&[Reaction::Accept(CONTINUE)]).await;
    let client = Client::new(service.config().expect_continue_from(1));
    client.store().content(ByteStream::from("x")).send().await.expect("stored");
    assert_eq!((service.seen()[0].early, service.seen()[0].body), (0, 1));
}
