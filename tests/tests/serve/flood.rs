//! Floods of HTTP/2 control frames.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::support::start;
use whitesmith_runtime::server::ServeLimits;

use crate::streams::{PREFACE, SETTINGS};

const PING: &[u8] = &[0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8];
const PRIORITY: &[u8] = &[0, 0, 5, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 16];
/// Of a type that is not known, which receivers ignore.
const UNKNOWN: &[u8] = &[0, 0, 3, 0xee, 0, 0, 0, 0, 0, 1, 2, 3];

/// Number of bytes of an endlessly repeated frame that a server reads before it closes the connection. The first
/// packet has `first` bytes of the preface.
async fn taken_of(frame: &[u8], first: usize) -> usize {
    let server = start(ServeLimits::default()).await;
    let (start, rest) = PREFACE.split_at(first);
    let stream = server.send(start).await;
    let (mut read, mut write) = stream.into_split();
    tokio::time::sleep(Duration::from_secs(1)).await;
    write.write_all(&[rest, SETTINGS].concat()).await.expect("to write");
    tokio::spawn(async move {
        let mut buffer = vec![0; 64 * 1024];
        while read.read(&mut buffer).await.is_ok_and(|length| length > 0) {}
    });
    let block = frame.repeat(1024);
    let mut taken = 0;
    while taken < 64 * 1024 * 1024 && write.write_all(&block).await.is_ok() {
        taken += block.len();
    }
    assert!(server.get("/").await.ends_with("ok"), "others are served");
    taken
}

#[tokio::test(start_paused = true)]
async fn floods_of_control_frames_end_the_connection_within_a_few_mebibytes() {
    for frame in [SETTINGS, PING, PRIORITY, UNKNOWN] {
        let taken = taken_of(frame, PREFACE.len()).await;
        assert!(taken < 8 * 1024 * 1024, "{taken} bytes of {frame:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_preface_that_arrives_in_pieces_does_not_switch_the_limit_off() {
    for first in 1..=4 {
        let taken = taken_of(PING, first).await;
        assert!(taken < 8 * 1024 * 1024, "{taken} bytes after {first} of the preface");
    }
}
