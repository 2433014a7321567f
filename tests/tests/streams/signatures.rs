//! Signatures of events over a socket: streams that are changed on the way.

use std::convert::Infallible;
use std::net::SocketAddr;

use golden::streams::types::{Said, Talk, Words};
use golden::streams::{Client, server};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use whitesmith_runtime::client::{Canned, Config, Credentials};
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::server::{AccessKey, SecretKey, SigV4Verifier};

use crate::decode::sum;
use crate::service::Local;
use crate::support::{raw, serve_service};

/// Protocols with the other members in the head, and in an initial frame.
const PROTOCOLS: [ProtocolId; 2] = [ProtocolId::RestJson1, ProtocolId::RpcV2Cbor];

async fn verifying() -> SocketAddr {
    let verifier = SigV4Verifier::new(|key: AccessKey| async move {
        Ok::<_, Infallible>((key.id == "AKIDEXAMPLE").then(|| SecretKey::new("secret")))
    });
    let protocols = [ProtocolId::RestJson1, ProtocolId::RpcV2Cbor];
    serve_service(server::service(Local::default()).authenticate(verifier).with_protocols(&protocols)).await
}

/// A signed request: its head, and its frames with that of the end.
struct Signed {
    head: String,
    frames: Vec<Vec<u8>>,
}

impl Signed {
    /// Requests of a client of the server.
    async fn new(address: SocketAddr, protocol: ProtocolId, converses: bool) -> Self {
        let canned = Canned::new([http::Response::new("{}".into())]);
        let config = Config::new().endpoint_url(format!("http://{address}")).region("eu-central-1").attempts(1);
        let credentials = Credentials::new("AKIDEXAMPLE", "secret");
        let client = Client::new(config.credentials(credentials).protocol(protocol).transport(canned.clone()));
        let talk: Vec<Talk> = ["one", "two", "three"].map(said).into();
        // The response is not one of the operation.
        if converses {
            let _ = client.converse().room("here").talk(talk).send().await;
        } else {
            let _ = client.say().talk(talk).send().await;
        }
        let request = canned.requests().remove(0);
        let target = request.uri().path_and_query().expect("a target");
        let mut head = format!("{} {target} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n", request.method());
        let fields = request.headers().iter().map(|(name, value)| (name, value.to_str().expect("text")));
        head.extend(fields.map(|(name, value)| format!("{name}: {value}\r\n")));
        Self { head, frames: split(request.body()) }
    }

    /// The request with a length.
    fn message(&self) -> Vec<u8> {
        let body = self.frames.concat();
        [format!("{}content-length: {}\r\n\r\n", self.head, body.len()).as_bytes(), &body].concat()
    }
}

fn said(text: &str) -> Talk {
    Talk::Said(Said::builder().speaker("me").text(Words::new(text).expect("short")).build().expect("valid"))
}

fn split(mut bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut frames = Vec::new();
    while let Some(length) = bytes.first_chunk() {
        let (frame, rest) = bytes.split_at(u32::from_be_bytes(*length).try_into().expect("short"));
        frames.push(frame.to_vec());
        bytes = rest;
    }
    frames
}

/// Changes the byte at a distance from the value of a header of a frame.
fn flip(frame: &mut [u8], header: &str, distance: usize) {
    let at = frame.windows(header.len()).position(|bytes| bytes == header.as_bytes()).expect("the header");
    frame[at + header.len() + distance] ^= 1;
    sum(frame);
}

const SIGNATURE: &str = ":chunk-signature";

/// The frame without the header of its signature, which is the last one.
fn unsigned(frame: &mut Vec<u8>) {
    let header = 1 + SIGNATURE.len() + 1 + 2 + 32;
    let headers = u32::from_be_bytes(frame[4..8].try_into().expect("four bytes")) as usize;
    let at = frame.windows(SIGNATURE.len()).position(|bytes| bytes == SIGNATURE.as_bytes()).expect("signed") - 1;
    frame.drain(at..at + header);
    let length = |bytes: usize| u32::try_from(bytes).expect("short").to_be_bytes();
    let total = length(frame.len());
    frame[..4].copy_from_slice(&total);
    frame[4..8].copy_from_slice(&length(headers - header));
    sum(frame);
}

/// Changes of the frames of three events and the end.
type Change = fn(&mut Vec<Vec<u8>>);

const CHANGES: [(&str, Change); 16] = [
    ("the signature of the first event", |frames| flip(&mut frames[0], SIGNATURE, 3)),
    ("the signature of the second event", |frames| flip(&mut frames[1], SIGNATURE, 34)),
    ("the signature of the third event", |frames| flip(&mut frames[2], SIGNATURE, 18)),
    ("the signature of the end", |frames| flip(&mut frames[3], SIGNATURE, 3)),
    ("the text of an event", |frames| flip(&mut frames[1], "speaker", 3)),
    ("the date of an event", |frames| flip(&mut frames[1], ":date", 6)),
    ("the date of the end", |frames| flip(&mut frames[3], ":date", 1)),
    ("an event without a signature", |frames| unsigned(&mut frames[1])),
    ("an end without a signature", |frames| unsigned(&mut frames[3])),
    ("no end", |frames| drop(frames.pop())),
    ("nothing", Vec::clear),
    ("no first event", |frames| drop(frames.remove(0))),
    ("no second event", |frames| drop(frames.remove(1))),
    ("no third event", |frames| drop(frames.remove(2))),
    ("exchanged events", |frames| frames.swap(0, 1)),
    ("an event twice", |frames| frames.insert(1, frames[0].clone())),
];

#[tokio::test]
async fn events_that_do_not_arrive_as_they_were_signed_are_refused_while_others_are_served() {
    let address = verifying().await;
    for protocol in PROTOCOLS {
        let slow = Signed::new(address, protocol, false).await;
        let mut socket = TcpStream::connect(address).await.expect("a server");
        let message = slow.message();
        socket.write_all(&message[..message.len() - 150]).await.expect("sent");
        for (name, change) in CHANGES {
            let mut signed = Signed::new(address, protocol, false).await;
            change(&mut signed.frames);
            let answer = raw(address, &signed.message()).await;
            assert!(answer.starts_with("HTTP/1.1 403 "), "{protocol:?} {name}: {answer}");
            assert!(answer.contains("InvalidSignatureException"), "{protocol:?} {name}: {answer}");
        }
        socket.write_all(&message[message.len() - 150..]).await.expect("sent");
        let mut answer = Vec::new();
        socket.read_to_end(&mut answer).await.expect("an answer");
        assert!(answer.starts_with(b"HTTP/1.1 200 "), "{}", String::from_utf8_lossy(&answer));
    }
}

#[tokio::test]
async fn an_initial_message_is_signed_like_events() {
    let address = verifying().await;
    let mut signed = Signed::new(address, ProtocolId::RpcV2Cbor, true).await;
    assert_eq!(signed.frames.len(), 5);
    assert!(raw(address, &signed.message()).await.starts_with("HTTP/1.1 200 "));
    flip(&mut signed.frames[0], SIGNATURE, 3);
    let answer = raw(address, &signed.message()).await;
    assert!(answer.starts_with("HTTP/1.1 403 ") && answer.contains("InvalidSignatureException"), "{answer}");
}

#[tokio::test]
async fn events_before_a_wrong_signature_are_delivered_and_none_after_it() {
    let address = verifying().await;
    let mut signed = Signed::new(address, ProtocolId::RestJson1, true).await;
    flip(&mut signed.frames[1], SIGNATURE, 3);
    let answer = raw(address, &signed.message()).await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "the output does not depend on events: {answer}");
    assert!(answer.contains("one") && !answer.contains("two") && !answer.contains("three"), "{answer}");
}
