//! Limits of connections, and the length of requests.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;
use std::time::Duration;

use golden::depot::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Barrier;
use whitesmith_runtime::client::{Config, Error};

use super::support::{Server, response};

/// A server that answers requests in groups, and counts those that are not answered.
#[derive(Clone)]
struct Groups {
    barrier: Arc<Barrier>,
    open: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
}

impl Groups {
    async fn start(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let groups = self.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(groups.clone().serve(stream));
            }
        });
        url
    }

    async fn serve(self, mut stream: TcpStream) {
        let mut head = Vec::new();
        while let Ok(byte) = stream.read_u8().await {
            head.push(byte);
            if !head.ends_with(b"\r\n\r\n") {
                continue;
            }
            head.clear();
            self.most.fetch_max(self.open.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            self.barrier.wait().await;
            self.open.fetch_sub(1, Ordering::SeqCst);
            if stream.write_all(response("204 No Content", "", "").as_bytes()).await.is_err() {
                return;
            }
        }
    }
}

/// Sends eight requests to two servers, which answer `group` requests at a time. Returns the number of requests that
/// were open at the same time.
async fn most(group: usize, configure: impl FnOnce(Config) -> Config) -> usize {
    let groups = Groups { barrier: Arc::new(Barrier::new(group)), open: Arc::default(), most: Arc::default() };
    let config = configure(Config::new().region("eu-central-1").unsigned());
    let mut calls = Vec::new();
    for url in [groups.start().await, groups.start().await] {
        let client = Client::new(config.clone().endpoint_url(url));
        calls.extend((0..4).map(|number| {
            let call = client.delete_object().bucket("b").key(number.to_string());
            tokio::spawn(call.send())
        }));
    }
    for call in calls {
        call.await.expect("not cancelled").expect("deleted");
    }
    groups.most.load(Ordering::SeqCst)
}

#[tokio::test]
async fn connections_that_are_kept_for_ever_are_reused() {
    let panics = Arc::new(AtomicUsize::new(0));
    let (count, before) = (Arc::clone(&panics), std::panic::take_hook());
    std::panic::set_hook(Box::new(move |info| {
        if info.location().is_some_and(|place| place.file().contains("hyper")) {
            count.fetch_add(1, Ordering::SeqCst);
        }
        before(info);
    }));
    let largest = |config: Config| config.idle_timeout(Duration::MAX).connect_timeout(Duration::MAX);
    assert_eq!(most(1, largest).await, 1);
    tokio::task::yield_now().await;
    assert_eq!(panics.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn requests_beyond_the_limit_wait_for_a_connection() {
    assert_eq!(most(2, |config| config.max_connections(2)).await, 2);
    assert_eq!(most(1, |config| config.max_connections(0)).await, 1);
}

#[tokio::test]
async fn connections_are_not_limited_by_default() {
    assert_eq!(most(8, |config| config).await, 8);
}

#[tokio::test]
async fn a_response_keeps_its_connection_until_it_is_read_or_dropped() {
    let server = Server::start([response("200 OK", "", "text")]).await;
    let client = Client::new(server.config().unsigned().max_connections(1).attempts(1));
    let call = || client.get_object().bucket("b").key("k");
    let unread = call().send().await.expect("a response");
    let refused = call().customize().timeout(Duration::from_millis(100)).send().await;
    assert!(matches!(refused, Err(Error::Timeout { .. })), "there is no connection");
    drop(unread);
    let read = call().send().await.expect("a response");
    assert_eq!(read.body.collect(4).await.expect("text"), "text");
    call().send().await.expect("a response");
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn a_cancelled_call_leaves_its_place_to_the_next_but_not_its_connection() {
    // The first request gets no response.
    let server = Server::start([String::new(), response("204 No Content", "", "")]).await;
    let client = Client::new(server.config().unsigned().max_connections(1).attempts(1));
    let call = || client.delete_object().bucket("b").key("k").send();
    let cancelled = tokio::spawn(call());
    while server.requests().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    cancelled.abort();
    assert!(cancelled.await.is_err_and(|error| error.is_cancelled()));
    for _ in 0..2 {
        call().await.expect("deleted");
    }
    assert_eq!((server.requests().len(), server.connections()), (3, 2));
}

#[tokio::test]
async fn a_page_that_is_no_longer_awaited_is_not_lost() {
    let page = "<ListPartsResult><Part><PartNumber>1</PartNumber></Part></ListPartsResult>";
    let server = Server::start([response("200 OK", "", page)]).await;
    let client = Client::new(server.config().unsigned());
    let mut pages = client.list_parts().bucket("b").key("k").paginate();
    // The future of the page is polled once, which starts the request, and dropped.
    let is_ready = poll_fn(|cx| Poll::Ready(pin!(pages.next()).poll(cx).is_ready())).await;
    assert!(!is_ready);
    let page = pages.try_next().await.expect("a page").expect("the first");
    assert_eq!(page.parts.map(|parts| parts.len()), Some(1));
    assert!(pages.try_next().await.expect("the end").is_none());
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn the_length_of_an_empty_body_is_declared_if_the_method_has_one() {
    let copied = response("200 OK", "", "<CopyObjectResult/>");
    let server = Server::start([copied, response("204 No Content", "", "")]).await;
    let client = Client::new(server.config().unsigned().attempts(1));
    client.copy_object().bucket("b").key("k").send().await.expect("the output of a PUT request");
    client.delete_object().bucket("b").key("k").send().await.expect("the output of a DELETE request");
    let requests = server.requests();
    let lengths: Vec<bool> = requests.iter().map(|request| request.contains("\r\ncontent-length: 0\r\n")).collect();
    assert_eq!(lengths, [true, false], "{requests:?}");
}
