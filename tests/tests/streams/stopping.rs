//! Event streams that are open when their server stops.

use std::future::pending;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_core::Stream;
use golden::streams::operations::Listen;
use golden::streams::types::{ListenInput, ListenOutput, Silence, Talk};
use golden::streams::{Client, server};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use whitesmith_runtime::server::{Fault, RequestContext, ServeLimits, State, serve};
use whitesmith_runtime::types::EventStream;

use crate::support::config;

/// One event, and the end after this future.
struct Until(Option<Talk>, Pin<Box<dyn Future<Output = ()> + Send>>);

impl Stream for Until {
    type Item = Talk;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Talk>> {
        match self.0.take() {
            Some(event) => Poll::Ready(Some(event)),
            None => self.1.as_mut().poll(cx).map(|()| None),
        }
    }
}

/// Behavior of implementations when the server stops.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reaction {
    Ends,
    GoesOn,
}

async fn listen(
    State(reaction): State<Reaction>,
    context: RequestContext,
    _: ListenInput,
) -> Result<ListenOutput, Fault> {
    let end: Pin<Box<dyn Future<Output = ()> + Send>> = match reaction {
        Reaction::Ends => Box::pin(context.stopping()),
        Reaction::GoesOn => Box::pin(pending()),
    };
    let silence = Silence::builder().build().map_err(Fault::internal)?;
    let events = EventStream::new(Until(Some(Talk::Silence(silence)), end));
    ListenOutput::builder().talk(events).build().map_err(Fault::internal)
}

/// A stream after its first event, its server, and what stops the server.
async fn start(reaction: Reaction, drain: Duration) -> (EventStream<Talk>, JoinHandle<()>, oneshot::Sender<()>) {
    let service = server::partial(reaction).operation(Listen, listen).otherwise(Fault::not_implemented);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let client = Client::new(config(listener.local_addr().expect("an address")));
    let (stop, stopped) = oneshot::channel::<()>();
    let mut limits = ServeLimits::default();
    limits.drain_timeout = drain;
    let server = serve(listener, service.without_authentication()).limits(limits);
    let server = tokio::spawn(server.stop_on(async { drop(stopped.await) }).into_future());
    let mut talk = client.listen().count(1).send().await.expect("a head").talk;
    assert!(matches!(talk.try_next().await, Ok(Some(Talk::Silence(_)))));
    (talk, server, stop)
}

#[tokio::test]
async fn implementations_are_told_to_end_their_streams() {
    let (mut talk, server, stop) = start(Reaction::Ends, Duration::MAX).await;
    stop.send(()).expect("it runs");
    assert!(matches!(talk.try_next().await, Ok(None)));
    server.await.expect("no panic");
}

#[tokio::test(start_paused = true)]
async fn streams_that_go_on_are_cut_at_the_drain_timeout() {
    let (mut talk, server, stop) = start(Reaction::GoesOn, Duration::from_secs(5)).await;
    stop.send(()).expect("it runs");
    server.await.expect("no panic");
    assert!(talk.try_next().await.is_err());
}
