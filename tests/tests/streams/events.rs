//! Valid event streams, in each protocol.

use golden::streams::Client;
use golden::streams::types::{Answer, Choice, Measured, Mood, Note, Picture, Said, Silence, Size, Sound, Talk, Words};
use whitesmith_runtime::client::Credentials;
use whitesmith_runtime::client::{Canned, Error};
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::types::{Blob, EventError, EventStream, Timestamp};

use crate::service::Local;
use crate::support::{BOUND, Receiver, client, config, serve, serve_in};

const PROTOCOLS: [ProtocolId; 5] =
    [ProtocolId::RestJson1, ProtocolId::RestXml, ProtocolId::RpcV2Cbor, ProtocolId::RpcV2Json, ProtocolId::AwsJson1_1];

fn said(text: &str) -> Talk {
    Talk::Said(Said::builder().speaker("me").text(Words::new(text).expect("short")).build().expect("valid"))
}

/// An event of each kind.
fn all() -> Vec<Talk> {
    let time = Timestamp::from_unix(1_398_796_238, 123_000_000).expect("in range");
    let said = Said::builder().mood(Mood::Angry).volume(11).speaker("é").text("loud").build().expect("valid");
    vec![
        Talk::Said(said),
        Talk::Sound(Sound::builder().rate(44_100).data(Blob::from(vec![0, 255])).build().expect("valid")),
        Talk::Note(Note::builder().text("é\n").build().expect("valid")),
        Talk::Picture(
            Picture::builder()
                .title("dots")
                .size(Size::builder().width(1).height(2).build().expect("valid"))
                .build()
                .expect("valid"),
        ),
        Talk::Choice(Choice::builder().answer(Answer::Number(7)).build().expect("valid")),
        Talk::Measured(
            Measured::builder()
                .bool(false)
                .byte(-1)
                .short(i16::MAX)
                .int(i32::MIN)
                .long(i64::MAX)
                .blob(Blob::from("blob"))
                .string("é")
                .time(time)
                .build()
                .expect("valid"),
        ),
        Talk::Silence(Silence::builder().build().expect("valid")),
    ]
}

#[tokio::test]
async fn an_event_of_each_kind_round_trips_in_each_protocol() {
    for protocol in PROTOCOLS {
        let address = serve_in(Local::default(), protocol).await;
        let client = Client::new(config(address).protocol(protocol));
        let output = client.converse().room("here").topic("weather").talk(all()).send().await.expect("a head");
        assert_eq!(output.topic, "here: weather", "{protocol:?}");
        let mut talk = output.talk;
        for event in all() {
            assert_eq!(talk.try_next().await.expect("an event"), Some(event), "{protocol:?}");
        }
        assert_eq!(talk.try_next().await.expect("the end"), None, "{protocol:?}");
    }
}

#[tokio::test]
async fn events_are_received_while_others_are_sent() {
    for protocol in PROTOCOLS {
        let address = serve_in(Local::default(), protocol).await;
        let (sender, events) = Receiver::channel();
        let client = Client::new(config(address).protocol(protocol));
        let output = client.converse().room("here").talk(EventStream::new(events)).send().await.expect("a head");
        let mut talk = output.talk;
        for text in ["one", "two", "three"] {
            sender.send(said(text)).await.expect("somebody listens");
            assert_eq!(talk.try_next().await.expect("an event"), Some(said(text)));
        }
        drop(sender);
        assert_eq!(talk.try_next().await.expect("the end"), None);
    }
}

#[tokio::test]
async fn an_input_of_events_has_an_ordinary_output() {
    for protocol in PROTOCOLS {
        let address = serve_in(Local::default(), protocol).await;
        let client = Client::new(config(address).protocol(protocol));
        let output = client.say().talk(all()).send().await.expect("counted");
        assert_eq!((output.count, output.problem), (7, None), "{protocol:?}");
        assert_eq!(client.say().send().await.expect("counted").count, 0);
    }
}

#[tokio::test]
async fn an_ordinary_input_has_an_output_of_events() {
    for protocol in PROTOCOLS {
        let address = serve_in(Local::default(), protocol).await;
        let client = Client::new(config(address).protocol(protocol));
        let mut talk = client.listen().count(1000).send().await.expect("a head").talk;
        let mut count = 0;
        while let Some(event) = talk.try_next().await.expect("an event") {
            assert_eq!(event, said(&count.to_string()));
            count += 1;
        }
        assert_eq!(count, 1000, "{protocol:?}");
    }
}

#[tokio::test]
async fn a_modeled_error_ends_the_events_on_both_sides() {
    for protocol in PROTOCOLS {
        let address = serve_in(Local::default(), protocol).await;
        let client = Client::new(config(address).protocol(protocol));
        let mut talk = client.listen().count(1).then("closed").send().await.expect("a head").talk;
        assert_eq!(talk.try_next().await.expect("an event"), Some(said("0")));
        let error = talk.next().await.expect("an error").expect_err("an error");
        assert_eq!(error.to_string(), "Closed: at night");
        assert!(matches!(error, EventError::Modeled(Talk::Closed(_))), "{error:?}");
        assert!(talk.next().await.is_none(), "nothing comes behind an error");
        let closed = golden::streams::types::Closed::builder().message("bye").build().expect("valid");
        let output = client.say().talk(vec![said("x"), Talk::Closed(closed), said("y")]).send().await.expect("counted");
        assert_eq!((output.count, output.problem.as_deref()), (1, Some("closed: bye")), "{protocol:?}");
    }
}

#[tokio::test]
async fn an_error_that_is_not_modeled_is_reported_without_details() {
    for protocol in PROTOCOLS {
        let address = serve_in(Local::default(), protocol).await;
        let client = Client::new(config(address).protocol(protocol));
        let mut talk = client.listen().count(0).then("fail").send().await.expect("a head").talk;
        match talk.try_next().await {
            Err(EventError::Unmodeled(error)) => assert_eq!(error.code(), "InternalFailure"),
            other => panic!("{other:?}"),
        }
        let mut talk = client.listen().count(0).then("said so").send().await.expect("a head").talk;
        match talk.try_next().await {
            Err(EventError::Unmodeled(error)) => assert_eq!((error.code(), error.message()), ("Said", Some("so"))),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn an_error_before_the_first_event_is_the_operations() {
    for protocol in PROTOCOLS {
        let address = serve_in(Local::default(), protocol).await;
        let client = Client::new(config(address).protocol(protocol));
        let error = client.listen().count(-1).send().await.expect_err("refused");
        assert_eq!(error.code(), Some("Refused"), "{protocol:?}");
        let error = client.converse().room("refused").talk(all()).send().await.expect_err("refused");
        assert_eq!(error.code(), Some("Refused"), "{protocol:?}");
    }
}

#[tokio::test]
async fn a_client_that_does_not_read_stops_the_events() {
    let local = Local::default();
    let meter = local.meter.clone();
    let client = Client::new(config(serve(local).await));
    let output = client.listen().count(i32::MAX).send().await.expect("a head");
    meter.stalled().await;
    assert!(meter.made() > 0 && meter.made() < BOUND / 100, "{} events were made", meter.made());
    drop(output);
    meter.dropped().await;
}

#[tokio::test]
async fn a_server_that_does_not_read_stops_the_events() {
    let (sender, events) = Receiver::channel();
    let client = client().await;
    tokio::spawn(client.converse().room("ignored").talk(EventStream::new(events)).send());
    let mut sent = 0_u64;
    let event = || Talk::Sound(Sound::builder().data(Blob::from(vec![1; 60_000])).build().expect("valid"));
    while let Ok(Ok(())) = tokio::time::timeout(std::time::Duration::from_millis(500), sender.send(event())).await {
        sent += 60_000;
        assert!(sent < BOUND, "{sent} bytes were sent");
    }
    assert!(sent > 0);
}

#[tokio::test]
async fn signed_events_are_taken_out_of_their_envelopes() {
    for protocol in PROTOCOLS {
        let address = serve_in(Local::default(), protocol).await;
        let credentials = Credentials::new("AKIDEXAMPLE", "secret");
        let config = whitesmith_runtime::client::Config::new().endpoint_url(format!("http://{address}"));
        let client = Client::new(config.region("eu-central-1").credentials(credentials).attempts(1).protocol(protocol));
        let output = client.say().talk(all()).send().await.expect("counted");
        assert_eq!((output.count, output.problem), (7, None), "{protocol:?}");
    }
}

#[tokio::test]
async fn the_request_head_declares_signed_events() {
    let canned = Canned::new([http::Response::new("{\"count\": 0}".into())]);
    let credentials = Credentials::new("AKIDEXAMPLE", "secret");
    let config = whitesmith_runtime::client::Config::new().endpoint_url("http://test").region("eu-central-1");
    let client = Client::new(config.credentials(credentials).protocol(ProtocolId::RestJson1).transport(canned.clone()));
    client.say().talk(all()).send().await.expect("counted");
    let request = &canned.requests()[0];
    assert_eq!(request.headers()["x-amz-content-sha256"], "STREAMING-AWS4-HMAC-SHA256-EVENTS");
    assert_eq!(request.headers()["content-type"], "application/vnd.amazon.eventstream");
    assert!(request.body().windows(16).any(|bytes| bytes == b":chunk-signature"));
}

#[tokio::test]
async fn byte_streams_are_rejected_if_the_protocol_does_not_support_them() {
    let address = serve(Local::default()).await;
    let client = Client::new(config(address).protocol(ProtocolId::RpcV2Cbor));
    let error = client.upload().name("x").body("abc").send().await.expect_err("refused");
    assert!(matches!(&error, Error::Request { reason, .. } if reason.to_string().contains("byte stream")), "{error}");
}

/// Each event is returned before the next one is sent.
pub(crate) async fn talk_in_turns(client: &Client) {
    let (sender, events) = Receiver::channel();
    let output = client.converse().room("here").talk(EventStream::new(events)).send().await.expect("a head");
    let mut talk = output.talk;
    for text in ["one", "two"] {
        sender.send(said(text)).await.expect("somebody listens");
        assert_eq!(talk.try_next().await.expect("an event"), Some(said(text)));
    }
    drop(sender);
    assert_eq!(talk.try_next().await.expect("the end"), None);
}

#[tokio::test]
async fn events_go_both_ways_at_once_over_http_2() {
    use hyper_util::client::legacy::Client as Http;
    use hyper_util::rt::TokioExecutor;
    use whitesmith_runtime::client::Transport;

    let http = Http::builder(TokioExecutor::new()).http2_only(true).build_http();
    let address = serve(Local::default()).await;
    let client = Client::new(config(address).transport(Transport::new(http)));
    talk_in_turns(&client).await;
    let echoed = client.echo().body("some text").send().await.expect("echoed");
    assert_eq!(echoed.body.collect(9).await.expect("nine bytes"), "some text");
}
