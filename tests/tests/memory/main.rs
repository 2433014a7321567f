//! Maximum memory of requests and responses, over real sockets, in bytes that the allocator counts.

#[path = "../bindings/echo.rs"]
mod echo;
mod events;
mod floods;
mod shapes;
mod support;
mod wide;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use whitesmith_runtime::MemoryLimit;
use whitesmith_runtime::client::{Config, Error};
use whitesmith_runtime::server::ServiceSettings;

use support::{CONNECTION, MIB, Peak, Wire, alone, respond, send, serve};
use wide::Gated;

const JSON: &str = "content-type: application/x-amz-json-1.1\r\n";

fn open() -> Gated {
    Gated { gate: Arc::new(Semaphore::new(Semaphore::MAX_PERMITS)), reads: Arc::default() }
}

/// Sends copies of a request at once.
fn copies(address: SocketAddr, request: &[u8], count: usize) -> JoinSet<String> {
    let requests = std::iter::repeat_n(request.to_vec(), count);
    requests.map(|request| async move { send(address, &request).await }).collect()
}

/// Sends copies of a request at once, until the service has read or refused each. Returns the unfinished answers, and
/// the number of refusals.
async fn flood(address: SocketAddr, request: &[u8], count: usize, reads: &AtomicUsize) -> (JoinSet<String>, usize) {
    let mut answers = copies(address, request, count);
    let mut refused = 0;
    while refused + reads.load(Ordering::Relaxed) < count {
        tokio::select! {
            head = answers.join_next() => {
                let head = head.expect("a request").expect("no panic");
                assert!(head.starts_with("http/1.1 503") && head.contains("retry-after: 1\r\n"), "{head}");
                refused += 1;
            }
            () = tokio::task::yield_now() => {}
        }
    }
    (answers, refused)
}

#[tokio::test]
async fn forty_small_requests_of_blank_structures_stay_within_their_limits() {
    let _alone = alone().await;
    let address = serve(wide::service(open())).await;
    for wire in Wire::ALL {
        let request = wire.request("Service.Put", &wire.blank_wides(27_000));
        send(address, &wire.request("Service.Put", &wire.blank_wides(100))).await;
        let peak = Peak::start();
        let answers = copies(address, &request, 40);
        for head in answers.join_all().await {
            assert!(head.starts_with("http/1.1 413"), "{wire:?}: {head}");
        }
        let limit = 40 * (32 * request.len() + MIB + CONNECTION);
        assert!(peak.bytes() <= limit, "{wire:?}: {} of {limit} bytes", peak.bytes());
    }
}

#[tokio::test]
async fn thirty_large_requests_of_blank_structures_stay_within_their_limits() {
    let _alone = alone().await;
    let address = serve(wide::service(open())).await;
    let body = Wire::Cbor.blank_wides(488_000);
    let request = Wire::Cbor.request("Service.Put", &body);
    let peak = Peak::start();
    let answers = copies(address, &request, 30);
    for head in answers.join_all().await {
        assert!(head.starts_with("http/1.1 413"), "{head}");
    }
    // They are read one after the other on the single thread of this test: memory of one, and buffers of all.
    let limit = 32 * body.len() + MIB + 30 * (4 * request.len() + CONNECTION);
    assert!(peak.bytes() <= limit, "{} of {limit} bytes", peak.bytes());
}

/// A request whose structures need about half of its limit.
fn half_full() -> Vec<u8> {
    let wide = format!("{{\"first\":\"{}\"}}", "x".repeat(500));
    let body = format!("{{\"wides\":[{}]}}", vec![wide.as_str(); 512].join(","));
    Wire::Json.request("Service.Put", body.as_bytes())
}

#[tokio::test]
async fn requests_that_are_not_answered_yet_share_a_budget() {
    const BUDGET: usize = 32 * MIB;
    let _alone = alone().await;
    let gate = Arc::new(Semaphore::new(0));
    let reads: Arc<AtomicUsize> = Arc::default();
    let settings = ServiceSettings::default().with_total_memory(BUDGET);
    let service = wide::service(Gated { gate: Arc::clone(&gate), reads: Arc::clone(&reads) }).with_settings(settings);
    let address = serve(service).await;
    let request = half_full();
    let peak = Peak::start();
    let (answers, refused) = flood(address, &request, 20, &reads).await;
    let served = reads.load(Ordering::Relaxed);
    assert!(served >= 4 && refused >= 4, "{served} served, {refused} refused");
    let limit = BUDGET + 20 * (2 * request.len() + CONNECTION);
    assert!(peak.bytes() <= limit, "{} of {limit} bytes", peak.bytes());

    gate.add_permits(Semaphore::MAX_PERMITS);
    for head in answers.join_all().await {
        assert!(head.starts_with("http/1.1 200"), "{head}");
    }
    // Their memory is available again.
    for _ in 0..5 {
        let head = send(address, &request).await;
        assert!(head.starts_with("http/1.1 200"), "{head}");
    }
}

#[tokio::test]
async fn decompressed_requests_share_the_budget() {
    const BUDGET: usize = 16 * MIB;
    let _alone = alone().await;
    for wire in [Wire::Query, Wire::Json, Wire::Cbor] {
        let gate = Arc::new(Semaphore::new(0));
        let reads: Arc<AtomicUsize> = Arc::default();
        let settings = ServiceSettings::default().with_total_memory(BUDGET);
        let gated = Gated { gate: Arc::clone(&gate), reads: Arc::clone(&reads) };
        let address = serve(wide::service(gated).with_settings(settings)).await;
        let request = wire.compressed("Service.Put", &wire.long_text(MIB));
        assert!(request.len() < 4096);
        let (answers, refused) = flood(address, &request, 40, &reads).await;
        assert!((20..40).contains(&refused), "{wire:?}: {refused} refused");
        gate.add_permits(Semaphore::MAX_PERMITS);
        assert!(answers.join_all().await.iter().all(|head| head.starts_with("http/1.1 200")));
    }
}

#[tokio::test]
async fn bodies_count_toward_the_budget() {
    let _alone = alone().await;
    let settings = ServiceSettings::default().with_total_memory(256 * 1024);
    let address = serve(wide::service(open()).with_settings(settings)).await;
    let body = format!("{{\"unknown\":\"{}\"}}", "x".repeat(300_000));
    let head = send(address, &Wire::Json.request("Service.Put", body.as_bytes())).await;
    assert!(head.starts_with("http/1.1 503"), "{head}");
    let head = send(address, &Wire::Json.request("Service.Put", b"{}")).await;
    assert!(head.starts_with("http/1.1 200"), "{head}");
}

#[tokio::test]
async fn a_body_in_pieces_of_one_byte_stays_within_its_limit() {
    let _alone = alone().await;
    let address = serve(wide::service(open())).await;
    let body = format!("{{\"unknown\":\"{}\"}}", "x".repeat(200_000));
    let head = "POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-amz-target: Service.Put\r\n\
                content-type: application/x-amz-json-1.1\r\ntransfer-encoding: chunked\r\n\r\n";
    let mut request = head.to_owned();
    for byte in body.chars() {
        request.extend(["1\r\n", byte.encode_utf8(&mut [0; 1]), "\r\n"]);
    }
    request.push_str("0\r\n\r\n");
    send(address, &Wire::Json.request("Service.Put", b"{}")).await;
    let peak = Peak::start();
    let head = send(address, request.as_bytes()).await;
    let limit = 32 * body.len() + MIB + CONNECTION;
    assert!(peak.bytes() <= limit, "{} of {limit} bytes", peak.bytes());
    assert!(head.starts_with("http/1.1 200"), "{head}");
}

#[tokio::test]
async fn a_setting_allows_requests_that_take_more() {
    let _alone = alone().await;
    let settings = ServiceSettings::default().with_max_memory(MemoryLimit::new(40_000, 0));
    let address = serve(wide::service(open()).with_settings(settings)).await;
    for wire in Wire::ALL {
        let head = send(address, &wire.request("Service.Put", &wire.blank_wides(6_000))).await;
        assert!(head.starts_with("http/1.1 200"), "{wire:?}: {head}");
    }
}

#[tokio::test]
async fn a_response_of_60_mb_stays_within_its_limit() {
    const LENGTH: usize = 60_000_000;
    let _alone = alone().await;
    let url = respond("200 OK", JSON, Wire::Json.blank_wides(LENGTH)).await;
    let client = wide::client(Config::new().endpoint_url(url).unsigned().attempts(1));
    let peak = Peak::start();
    let error = wide::put(&client).await.expect_err("too much memory");
    let limit = 32 * LENGTH + MIB;
    assert!(peak.bytes() <= limit, "{} of {limit} bytes", peak.bytes());
    assert!(matches!(error, Error::Response { status: 200, .. }), "{error:?}");
}

#[tokio::test]
async fn a_setting_allows_responses_that_take_more() {
    let _alone = alone().await;
    let url = respond("200 OK", JSON, Wire::Json.blank_wides(6_000)).await;
    let config = Config::new().endpoint_url(url).unsigned().attempts(1);
    assert!(wide::put(&wide::client(config.clone())).await.is_err());
    let client = wide::client(config.max_memory(MemoryLimit::UNLIMITED));
    assert_eq!(wide::put(&client).await.expect("allowed"), 2_000);
}
