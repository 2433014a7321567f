//! Event streams, read by clients and servers. The first byte selects the protocol, and whether checksums are
//! corrected.
#![no_main]

#[allow(dead_code)]
#[path = "../../tests/streams/decode.rs"]
mod decode;

use std::sync::LazyLock;

use tokio::runtime::{Builder, Runtime};
use whitesmith_runtime::schema::ProtocolId;

static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Builder::new_current_thread().enable_time().build().expect("a runtime"));

const PROTOCOLS: [ProtocolId; 4] =
    [ProtocolId::RestJson1, ProtocolId::RestXml, ProtocolId::AwsJson1_1, ProtocolId::RpcV2Cbor];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let mut bytes = bytes.to_vec();
    if first & 4 == 0 {
        decode::fix_lengths(&mut bytes);
    }
    RUNTIME.block_on(async {
        decode::by_client(bytes.clone(), PROTOCOLS[usize::from(first & 3)]).await;
        let (path, target) = if first & 1 == 0 { ("/say", "") } else { ("/", "Streams.Say") };
        decode::by_server(bytes, path, target).await;
    });
});
