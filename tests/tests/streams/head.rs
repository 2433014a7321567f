//! Heads of requests with streams: media type, length, signature; and retries.

use golden::streams::Client;
use http::{Request, Response};
use whitesmith_runtime::client::Credentials;
use whitesmith_runtime::client::{Canned, Config};
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::types::ByteStream;

use crate::support::Pieces;

fn client(canned: &Canned) -> Client {
    let credentials = Credentials::new("AKIDEXAMPLE", "secret");
    let config = Config::new().endpoint_url("http://test").region("eu-central-1").credentials(credentials);
    Client::new(config.protocol(ProtocolId::RestJson1).transport(canned.clone()))
}

fn ok() -> Response<bytes::Bytes> {
    Response::new("{\"length\": 1, \"sum\": 1}".into())
}

fn header<'r>(request: &'r Request<bytes::Bytes>, name: &str) -> Option<&'r str> {
    request.headers().get(name).map(|value| value.to_str().expect("text"))
}

#[tokio::test]
async fn type_and_length_are_reported_where_they_are_known() {
    let canned = Canned::new([ok(), ok(), ok()]);
    let client = client(&canned);
    client.upload().name("x").body("abc").send().await.expect("taken");
    client.upload().name("x").body(ByteStream::new(Pieces::new(3))).send().await.expect("taken");
    client.echo().body("abc").send().await.expect("taken");
    let requests = canned.requests();
    assert_eq!(header(&requests[0], "content-type"), Some("application/octet-stream"));
    assert_eq!((header(&requests[0], "content-length"), header(&requests[1], "content-length")), (Some("3"), None));
    assert_eq!(requests[1].body(), &[1; 3][..]);
    assert_eq!(header(&requests[2], "content-type"), Some("text/plain"));
}

#[tokio::test]
async fn the_first_protocol_that_has_a_place_for_the_stream_is_spoken() {
    let canned = Canned::new([ok()]);
    let config = || Config::new().endpoint_url("http://test").unsigned().transport(canned.clone());
    // Its preferred protocol does not support streaming blobs.
    Client::new(config()).upload().name("x").body("abc").send().await.expect("taken");
    assert_eq!(canned.requests()[0].uri().path(), "/upload/x");
    let refused = Client::new(config().protocol(ProtocolId::RpcV2Cbor)).upload().name("x").body("abc").send().await;
    assert!(refused.expect_err("an error").to_string().contains("byte stream, which the protocol does not support"));
    let refused = Client::new(config().protocol(ProtocolId::AwsQuery)).upload().name("x").body("abc").send().await;
    assert!(refused.expect_err("an error").to_string().contains("does not support the protocol AwsQuery"));
}

#[tokio::test]
async fn streams_are_compressed_if_the_operation_supports_it() {
    let canned = Canned::new((0..3).map(|_| Response::new("".into())));
    let packing = client(&canned);
    packing.pack().body("abc".repeat(100)).encoding("own").send().await.expect("taken");
    packing.pack().body(ByteStream::new(Pieces::new(300))).send().await.expect("taken");
    packing.pack().body("").send().await.expect("taken");
    let requests = canned.requests();
    let encoding = |request| header(request, "content-encoding");
    assert_eq!((encoding(&requests[0]), encoding(&requests[1])), (Some("own, gzip"), Some("gzip")));
    assert_eq!(encoding(&requests[2]), None);
    let length = requests[0].body().len();
    assert!(length < 100);
    assert_eq!(header(&requests[0], "content-length"), Some(length.to_string().as_str()));
    assert_eq!(header(&requests[1], "content-length"), None);

    let canned = Canned::new([Response::new("".into())]);
    let config = Config::new().endpoint_url("http://test").unsigned().without_compression();
    let plain = Client::new(config.protocol(ProtocolId::RestJson1).transport(canned.clone()));
    plain.pack().body("abc").send().await.expect("taken");
    assert_eq!(&canned.requests()[0].body()[..], b"abc");
}

#[tokio::test]
async fn streams_have_the_checksum_that_the_operation_requires() {
    let canned = Canned::new([Response::new("".into())]);
    let client = client(&canned);
    client.seal().body("Check Integrity!").send().await.expect("taken");
    assert_eq!(header(&canned.requests()[0], "content-md5"), Some("nwqq6b6ua/tTDk7B5M184w=="));
    let once = ByteStream::new(Pieces::new(3));
    let error = client.seal().body(once).send().await.expect_err("it cannot be known beforehand");
    assert!(error.to_string().contains("requires a checksum"), "{error}");
}

#[tokio::test]
async fn labels_that_are_steps_in_the_path_are_rejected() {
    let canned = Canned::new([ok(), ok()]);
    let client = client(&canned);
    for name in [".", ".."] {
        let error = client.upload().name(name).body("abc").send().await.expect_err("an error");
        assert!(error.to_string().contains("member `name` is part of the path"), "{error}");
    }
    client.upload().name("a/../b").body("abc").send().await.expect("taken");
    client.upload().name("...").body("abc").send().await.expect("taken");
    assert_eq!(canned.requests()[0].uri().path(), "/upload/a%2F..%2Fb");
}

#[tokio::test]
async fn bytes_in_memory_are_signed_and_other_streams_are_not() {
    let canned = Canned::new([ok(), ok(), ok()]);
    let client = client(&canned);
    client.upload().name("x").body("abc").send().await.expect("taken");
    client.upload().name("x").body(ByteStream::new(Pieces::new(3))).send().await.expect("taken");
    client.upload_counted().body("abc").send().await.expect("taken");
    let sums: Vec<_> = canned
        .requests()
        .iter()
        .map(|request| {
            let signed = header(request, "authorization").expect("signed").contains("x-amz-content-sha256");
            assert_eq!(signed, request.headers().contains_key("x-amz-content-sha256"));
            header(request, "x-amz-content-sha256").map(str::to_owned)
        })
        .collect();
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(sums, [abc, "UNSIGNED-PAYLOAD", "UNSIGNED-PAYLOAD"].map(|sum| Some(sum.to_owned())));
}

#[tokio::test]
async fn a_file_is_hashed_before_it_is_sent() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), "abc").expect("written");
    let canned = Canned::new([ok()]);
    let body = ByteStream::from_path(file.path()).await.expect("the file exists");
    client(&canned).upload().name("x").body(body).send().await.expect("taken");
    let request = &canned.requests()[0];
    let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!((header(request, "x-amz-content-sha256"), &request.body()[..]), (Some(hash), &b"abc"[..]));
}

#[tokio::test]
async fn only_streams_that_can_be_read_twice_are_retried() {
    let busy = || Response::builder().status(503).body("{}".into()).expect("a response");
    let canned = Canned::new([busy(), ok(), busy(), ok()]);
    let client = client(&canned);
    client.upload().name("x").body("abc").send().await.expect("taken in the end");
    let requests = canned.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0].body(), requests[1].body());
    let error = client.upload().name("x").body(ByteStream::new(Pieces::new(3))).send().await.expect_err("busy");
    assert!(error.is_retryable());
    assert_eq!(canned.requests().len(), 3);
}
