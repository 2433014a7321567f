//! Event streams: headers of frames that need more memory than their bytes.

use golden::streams::Client;
use whitesmith_runtime::client::Config;
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::types::EventError;

use crate::support::{MIB, Peak, alone, respond};

/// A frame with this many headers of three bytes.
fn flood(count: usize) -> Vec<u8> {
    let headers = [1, b'a', 0].repeat(count);
    let length = |bytes: usize| u32::try_from(bytes).expect("short").to_be_bytes();
    let mut frame = [length(16 + headers.len()), length(headers.len())].concat();
    frame.extend(crc32fast::hash(&frame).to_be_bytes());
    frame.extend(headers);
    frame.extend(crc32fast::hash(&frame).to_be_bytes());
    frame
}

#[tokio::test]
async fn a_client_rejects_headers_that_take_more_than_32_times_their_bytes() {
    let _alone = alone().await;
    let frame = flood(4_300_000);
    let length = frame.len();
    let fields = "content-type: application/vnd.amazon.eventstream\r\n";
    let url = respond("200 OK", fields, frame).await;
    let config = Config::new().endpoint_url(url).protocol(ProtocolId::RestJson1);
    let peak = Peak::start();
    let mut talk = Client::new(config.unsigned().attempts(1)).listen().count(1).send().await.expect("a head").talk;
    let error = talk.try_next().await.expect_err("too many headers");
    let limit = 32 * length + MIB;
    assert!(peak.bytes() <= limit, "{} of {limit} bytes", peak.bytes());
    assert!(matches!(&error, EventError::Broken(cause) if cause.to_string().contains("too much memory")), "{error}");
}
