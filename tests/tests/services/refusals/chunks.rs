//! Bodies in chunks (`aws-chunked`) with signatures, over a socket: as they were signed, and changed on the way.

use std::time::SystemTime;

use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SignableBody, SignableRequest, SigningSettings, UriPathNormalizationMode,
};
use aws_sigv4::sign::v4::{self, SigningParams};
use bytes::Bytes;
use golden::storage;
use http::Request;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::cases::GOOD;
use super::keys;
use crate::storage::server::Memory;
use crate::support::serve;

const CHUNKS: &str = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
const WITH_TRAILER: &str = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";

/// SHA-256 of the trailer as a line.
const TRAILER_HASH: &str = "107665b56f625e9470930c2dd753eb4a2ee7ead7ca87cbc97f90fe0c3125b99f";

/// Lines of a signed request and its body.
struct Signed {
    address: std::net::SocketAddr,
    head: String,
    chunks: Vec<String>,
    trailer: Vec<String>,
}

impl Signed {
    /// An upload of `hello world` in two chunks.
    fn new(address: std::net::SocketAddr, payload: &str) -> Self {
        let mut request = Request::put(format!("http://{address}/maps/a"));
        request = request.header("content-encoding", "aws-chunked").header("x-amz-decoded-content-length", "11");
        if payload == WITH_TRAILER {
            request = request.header("x-amz-trailer", "x-amz-checksum-crc32");
        }
        let mut request = request.body(()).expect("a request");
        let mut settings = SigningSettings::default();
        settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
        settings.percent_encoding_mode = PercentEncodingMode::Single;
        settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
        let identity = aws_credential_types::Credentials::new(GOOD.0, GOOD.1, None, None, "test").into();
        let time = SystemTime::now();
        let params = SigningParams::builder().identity(&identity).region("eu-central-1").name("s3").time(time);
        let of_request = params.settings(settings).build().expect("complete").into();
        let headers = request.headers().iter().map(|(name, value)| (name.as_str(), value.to_str().expect("text")));
        let body = SignableBody::Precomputed(payload.to_owned());
        let signable = SignableRequest::new("PUT", request.uri().to_string(), headers, body).expect("signable");
        let signed = aws_sigv4::http_request::sign(signable, &of_request).expect("signed");
        let (instructions, mut previous) = signed.into_parts();
        instructions.apply_to_request_http1x(&mut request);
        let params = SigningParams::builder().identity(&identity).region("eu-central-1").name("s3").time(time);
        let of_parts = params.settings(()).build().expect("complete");
        let mut chunks = Vec::new();
        for text in ["hello ", "world", ""] {
            let signed = v4::sign_chunk(&Bytes::from(text), &previous, &of_parts).expect("signed");
            previous = signed.into_parts().1;
            chunks.push(format!("{:x};chunk-signature={previous}\r\n{text}\r\n", text.len()));
        }
        let mut trailer = Vec::new();
        if payload == WITH_TRAILER {
            let date = request.headers()["x-amz-date"].to_str().expect("text");
            let scope = format!("{}/eu-central-1/s3/aws4_request", &date[..8]);
            let text = format!("AWS4-HMAC-SHA256-TRAILER\n{date}\n{scope}\n{previous}\n{TRAILER_HASH}");
            let key = v4::generate_signing_key(GOOD.1, time, "eu-central-1", "s3");
            let signature = v4::calculate_signature(key, text.as_bytes());
            // The end of the last chunk is the end of the trailer.
            chunks[2] = chunks[2].replace("\r\n\r\n", "\r\n");
            trailer.push("x-amz-checksum-crc32:DUoRhQ==\r\n".to_owned());
            trailer.push(format!("x-amz-trailer-signature:{signature}\r\n"));
            trailer.push("\r\n".to_owned());
        }
        let mut head = format!("PUT /maps/a HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n");
        let fields = request.headers().iter().map(|(name, value)| (name, value.to_str().expect("text")));
        head.extend(fields.map(|(name, value)| format!("{name}: {value}\r\n")));
        Self { address, head, chunks, trailer }
    }

    /// The response.
    async fn send(&self) -> String {
        let body = [self.chunks.concat(), self.trailer.concat()].concat();
        let mut socket = TcpStream::connect(self.address).await.expect("a server");
        let head = format!("{}content-length: {}\r\n\r\n", self.head, body.len());
        socket.write_all(format!("{head}{body}").as_bytes()).await.expect("sent");
        let mut answer = String::new();
        socket.read_to_string(&mut answer).await.expect("an answer");
        answer
    }
}

/// Changes the first character after a text.
fn flip(text: &mut String, after: &str) {
    let at = text.find(after).expect("the text") + after.len();
    let other = if text[at..].starts_with('0') { "1" } else { "0" };
    text.replace_range(at..=at, other);
}

type Change = fn(&mut Signed);

const CHANGES: [(&str, Change); 12] = [
    ("data", |signed| signed.chunks[0] = signed.chunks[0].replace("hello", "hallo")),
    ("signature of the first chunk", |signed| flip(&mut signed.chunks[0], "signature=")),
    ("signature of the second chunk", |signed| flip(&mut signed.chunks[1], "signature=")),
    ("signature of the end", |signed| flip(&mut signed.chunks[2], "signature=")),
    ("no signature", |signed| signed.chunks[0] = signed.chunks[0].replace(";chunk-signature=", ";other=")),
    ("no signature of the end", |signed| signed.chunks[2] = signed.chunks[2].replace(";chunk-signature=", ";other=")),
    ("no first chunk", |signed| drop(signed.chunks.remove(0))),
    ("no second chunk", |signed| drop(signed.chunks.remove(1))),
    ("exchanged chunks", |signed| signed.chunks.swap(0, 1)),
    ("a chunk twice", |signed| signed.chunks.insert(0, signed.chunks[0].clone())),
    ("uppercase digits", |signed| {
        let at = signed.chunks[0].find("signature=").expect("a signature") + "signature=".len();
        signed.chunks[0][at..at + 64].make_ascii_uppercase();
    }),
    ("signature of the request", |signed| flip(&mut signed.head, "Signature=")),
];

const CHANGES_OF_TRAILERS: [(&str, Change); 5] = [
    ("signature of the trailer", |signed| flip(&mut signed.trailer[1], "signature:")),
    ("no signature of the trailer", |signed| drop(signed.trailer.remove(1))),
    ("no trailer", |signed| signed.trailer.clear()),
    ("value of the trailer", |signed| signed.trailer[0] = signed.trailer[0].replace("DUoR", "DUoS")),
    ("a header after the signature", |signed| signed.trailer.insert(2, "x-other: 1\r\n".to_owned())),
];

#[tokio::test]
async fn chunks_and_trailers_that_do_not_arrive_as_they_were_signed_are_refused_while_others_are_served() {
    let memory = Memory::default();
    let service = storage::server::service(memory.clone()).authenticate(keys());
    let address = serve(axum::Router::new().fallback_service(service)).await;
    for payload in [CHUNKS, WITH_TRAILER] {
        let trailers: &[_] = if payload == WITH_TRAILER { &CHANGES_OF_TRAILERS } else { &[] };
        for (name, change) in CHANGES.iter().chain(trailers) {
            let mut signed = Signed::new(address, payload);
            change(&mut signed);
            let answer = signed.send().await;
            assert!(answer.starts_with("HTTP/1.1 403 "), "{payload} {name}: {answer}");
            assert!(answer.contains("<Code>SignatureDoesNotMatch</Code>"), "{payload} {name}: {answer}");
            assert_eq!(memory.get("maps", "a"), None, "{payload} {name}");
        }
    }
    for payload in [CHUNKS, WITH_TRAILER] {
        let answer = Signed::new(address, payload).send().await;
        assert!(answer.starts_with("HTTP/1.1 200 "), "{payload}: {answer}");
        assert_eq!(memory.get("maps", "a").as_deref(), Some(&b"hello world"[..]));
    }
}
