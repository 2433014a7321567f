//! Bounded fuzzing of event streams, with fixed seeds: whatever is changed in a stream, what reads it gives events or typed
//! errors, and ends.

use bytes::Bytes;
use golden::streams::Client;
use http::{Request, Response};
use tower::ServiceExt;
use whitesmith_runtime::client::{Canned, Config};
use whitesmith_runtime::schema::ProtocolId;

use crate::frames::{event, frame, said};
use crate::service::Local;

const ROUNDS: usize = 10_000;

/// Events of each kind.
fn good() -> Vec<Vec<u8>> {
    let headers = [(":message-type", "event"), (":event-type", "sound")];
    vec![
        said("text"),
        frame(&headers, &[0, 255]),
        event("picture", "{\"width\": 1, \"height\": 2}"),
        event("choice", "{\"number\": 7}"),
        event("measured", ""),
        event("silence", ""),
    ]
}

/// Makes the checksums good again, so that what they cover is looked at.
fn mend(frame: &mut [u8]) {
    let sum = crc32fast::hash(&frame[..8]).to_be_bytes();
    frame[8..12].copy_from_slice(&sum);
    let end = frame.len() - 4;
    let sum = crc32fast::hash(&frame[..end]).to_be_bytes();
    frame[end..].copy_from_slice(&sum);
}

/// The events, with a few bytes changed, and maybe cut off.
fn changed(random: &mut fastrand::Rng) -> Vec<u8> {
    let mut frames = good();
    for _ in 0..random.usize(1..4) {
        let at = random.usize(..frames.len());
        let frame = &mut frames[at];
        let byte = random.usize(..frame.len());
        frame[byte] = if random.bool() { random.u8(..) } else { frame[byte] ^ (1 << random.u8(..8)) };
        if random.u8(..4) > 0 {
            mend(frame);
        }
    }
    let mut bytes = frames.concat();
    if random.u8(..4) == 0 {
        bytes.truncate(random.usize(..bytes.len()));
    }
    bytes
}

#[tokio::test]
async fn a_client_reads_changed_events_to_their_end() {
    let mut random = fastrand::Rng::with_seed(1);
    for round in 0..ROUNDS {
        let bytes = changed(&mut random);
        let length = bytes.len();
        let canned = Canned::new([Response::new(Bytes::from(bytes))]);
        let config = Config::new().endpoint_url("http://test").unsigned().attempts(1).transport(canned);
        let client = Client::new(config.protocol(ProtocolId::RestJson1));
        let mut talk = client.listen().count(1).send().await.expect("a head").talk;
        let mut count = 0;
        loop {
            match talk.try_next().await {
                Ok(None) => break,
                Ok(Some(event)) => assert!(!format!("{event:?}").is_empty()),
                Err(error) => assert!(!error.to_string().is_empty()),
            }
            count += 1;
            assert!(count <= length / 16 + 1, "round {round}: more events than bytes for them");
        }
    }
}

#[tokio::test]
async fn a_server_reads_changed_events_to_their_end() {
    let mut random = fastrand::Rng::with_seed(2);
    let service = golden::streams::server::service(Local::default());
    for (round, (path, target)) in [("/say", ""), ("/", "Streams.Say")].into_iter().cycle().take(ROUNDS).enumerate() {
        let request = Request::post(path).header("content-type", "application/vnd.amazon.eventstream");
        let request = if target.is_empty() { request } else { request.header("x-amz-target", target) };
        let body = http_body_util::Full::new(Bytes::from(changed(&mut random)));
        let Ok(response) = service.clone().oneshot(request.body(body).expect("a request")).await;
        assert!(matches!(response.status().as_u16(), 200 | 400), "round {round}: {}", response.status());
    }
}
