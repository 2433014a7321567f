//! Fuzzing of event streams with fixed seeds: mutated streams result in events or typed errors, and end.

use whitesmith_runtime::schema::ProtocolId;

use crate::decode::{by_client, by_server, sum};
use crate::frames::{event, frame, said};

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

/// Mutates some bytes of the events, and may truncate them.
fn changed(random: &mut fastrand::Rng) -> Vec<u8> {
    let mut frames = good();
    for _ in 0..random.usize(1..4) {
        let at = random.usize(..frames.len());
        let frame = &mut frames[at];
        let byte = random.usize(..frame.len());
        frame[byte] = if random.bool() { random.u8(..) } else { frame[byte] ^ (1 << random.u8(..8)) };
        if random.u8(..4) > 0 {
            sum(frame);
        }
    }
    let mut bytes = frames.concat();
    if random.u8(..4) == 0 {
        bytes.truncate(random.usize(..bytes.len()));
    }
    bytes
}

/// The seed of the target of `cargo fuzz`. Its first byte selects how the others are read.
#[test]
fn the_seed_of_the_target_is_a_stream() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../fuzz/seeds/events");
    settings.set_prepend_module_to_snapshot(false);
    let bytes = [&[0], good().concat().as_slice()].concat();
    settings.bind(|| insta::assert_binary_snapshot!("events.bin", bytes));
}

#[tokio::test]
async fn a_client_reads_changed_events_to_their_end() {
    let mut random = fastrand::Rng::with_seed(1);
    for _ in 0..ROUNDS {
        by_client(changed(&mut random), ProtocolId::RestJson1).await;
    }
}

#[tokio::test]
async fn a_server_reads_changed_events_to_their_end() {
    let mut random = fastrand::Rng::with_seed(2);
    for (path, target) in [("/say", ""), ("/", "Streams.Say")].into_iter().cycle().take(ROUNDS) {
        by_server(changed(&mut random), path, target).await;
    }
}
