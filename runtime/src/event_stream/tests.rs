//! Frames as bytes: valid frames round-trip, and invalid ones are errors.

use bytes::Bytes;

use super::Side;
use super::frame::{Decoder, Frame, FrameError, Header, Limits, MAX_HEADERS, MAX_PAYLOAD};
use crate::memory::MemoryLimit;

fn limits() -> Limits {
    Limits::of(Side::Server, usize::MAX)
}

fn decode(bytes: &[u8]) -> Result<Frame, FrameError> {
    Frame::decode(bytes, limits())
}

/// A frame with a header of each type.
fn all() -> Frame {
    let headers = [
        ("yes", Header::Bool(true)),
        ("no", Header::Bool(false)),
        ("byte", Header::Byte(-1)),
        ("short", Header::Short(-2)),
        ("integer", Header::Integer(i32::MIN)),
        ("long", Header::Long(i64::MAX)),
        ("bytes", Header::Bytes(Bytes::from_static(&[0, 255]))),
        ("string", Header::String("é".to_owned())),
        ("timestamp", Header::Timestamp(-1)),
        ("uuid", Header::Uuid(*b"0123456789abcdef")),
    ];
    Frame {
        headers: headers.map(|(name, value)| (name.to_owned(), value)).into(),
        payload: Bytes::from_static(b"the payload"),
    }
}

/// A frame of these parts, with valid checksums.
fn raw(total: u32, headers_length: u32, headers: &[u8], payload: &[u8]) -> Vec<u8> {
    let mut bytes = [total.to_be_bytes(), headers_length.to_be_bytes()].concat();
    bytes.extend(crc32fast::hash(&bytes).to_be_bytes());
    bytes.extend_from_slice(headers);
    bytes.extend_from_slice(payload);
    bytes.extend(crc32fast::hash(&bytes).to_be_bytes());
    bytes
}

fn with_headers(headers: &[u8]) -> Vec<u8> {
    let length = u32::try_from(headers.len()).expect("small");
    raw(16 + length, length, headers, b"")
}

#[test]
fn a_frame_with_a_header_of_each_type_round_trips() {
    let bytes = all().encode(limits()).expect("small");
    assert_eq!(decode(&bytes), Ok(all()));
}

#[test]
fn the_empty_frame_has_the_bytes_that_everyone_knows() {
    let bytes = [0, 0, 0, 0x10, 0, 0, 0, 0, 0x05, 0xc2, 0x48, 0xeb, 0x7d, 0x98, 0xc8, 0xff];
    assert_eq!(Frame::default().encode(limits()).expect("small"), &bytes[..]);
    assert_eq!(decode(&bytes), Ok(Frame::default()));
}

#[test]
fn frames_are_decoded_from_chunks_of_any_size() {
    let bytes = [all().encode(limits()).expect("small"), Frame::default().encode(limits()).expect("small")].concat();
    for size in 1..bytes.len() {
        let mut decoder = Decoder::new(limits());
        let mut frames = Vec::new();
        for piece in bytes.chunks(size) {
            decoder.feed(piece).expect("no limit");
            frames.extend(std::iter::from_fn(|| decoder.next().expect("good")));
        }
        assert_eq!(frames, [all(), Frame::default()]);
        assert!(decoder.is_empty());
    }
}

#[test]
fn every_truncation_is_an_error() {
    let bytes = all().encode(limits()).expect("small");
    for end in 0..bytes.len() {
        assert_eq!(decode(&bytes[..end]), Err(FrameError::Truncated), "{end} bytes");
    }
}

#[test]
fn every_changed_byte_is_an_error() {
    let bytes = all().encode(limits()).expect("small");
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut changed = bytes.to_vec();
            changed[at] ^= 1 << bit;
            let expected = if at < 12 { FrameError::PreludeChecksum } else { FrameError::Checksum };
            assert_eq!(decode(&changed), Err(expected), "byte {at}");
        }
    }
}

#[test]
fn lengths_are_bounded_and_believed_only_together() {
    assert_eq!(decode(&raw(u32::MAX, u32::MAX, b"", b"")), Err(FrameError::Lengths));
    assert_eq!(decode(&raw(u32::MAX, 0, b"", b"")), Err(FrameError::TooLong(MAX_PAYLOAD)));
    assert_eq!(decode(&raw(u32::MAX, u32::MAX - 16, b"", b"")), Err(FrameError::HeadersTooLong(MAX_HEADERS)));
    assert_eq!(decode(&raw(0, 0, b"", b"")), Err(FrameError::Lengths));
    assert_eq!(decode(&raw(15, 0, b"", b"")), Err(FrameError::Lengths));
    assert_eq!(decode(&raw(16, 1, b"", b"")), Err(FrameError::Lengths));
    let mut small = Decoder::new(Limits::of(Side::Client, 10));
    small.feed(&raw(27, 0, b"", b"eleven byte")).expect("no limit");
    assert_eq!(small.next(), Err(FrameError::TooLong(10)));
}

#[test]
fn a_hundred_thousand_headers_are_too_many() {
    let one = [1, b'a', 0];
    assert_eq!(decode(&with_headers(&one.repeat(100_000))), Err(FrameError::HeadersTooLong(MAX_HEADERS)));
    let most = with_headers(&one.repeat(MAX_HEADERS / 3));
    assert_eq!(decode(&most), Err(FrameError::TooManyHeaders), "they take 64 times their bytes");
    let unlimited = Frame::decode(&most, limits().with_memory(MemoryLimit::UNLIMITED)).expect("within the bound");
    assert_eq!(unlimited.headers.len(), MAX_HEADERS / 3);
    let many = decode(&with_headers(&one.repeat(10_000))).expect("within both bounds");
    assert_eq!(many.headers.len(), 10_000);
    let headers = vec![("a".to_owned(), Header::Bool(true)); 100_000];
    assert_eq!(Frame { headers, payload: Bytes::new() }.encode(limits()), Err(FrameError::HeadersTooLong(MAX_HEADERS)));
    let payload = Bytes::from(vec![0; MAX_PAYLOAD + 1]);
    assert_eq!(Frame { headers: Vec::new(), payload }.encode(limits()), Err(FrameError::TooLong(MAX_PAYLOAD)));
}

#[test]
fn clients_go_by_their_configuration_only() {
    let headers = vec![("a".repeat(60), Header::Bool(true)); 10_000];
    let large = Frame { headers, payload: Bytes::from(vec![0; MAX_PAYLOAD + 1]) };
    let bytes = large.encode(Limits::of(Side::Client, Limits::MOST)).expect("the lengths are inconsistent");
    assert_eq!(Frame::decode(&bytes, Limits::of(Side::Client, 2 * MAX_PAYLOAD)), Ok(large));
    let limits = Limits::of(Side::Client, 1000);
    assert_eq!(Frame::decode(&bytes, limits), Err(FrameError::HeadersTooLong(1000)));
}

#[test]
fn broken_headers_are_errors() {
    let cases: [(&[u8], FrameError); 11] = [
        (&[0, 0], FrameError::HeaderName),
        (&[1, 0xff, 0], FrameError::HeaderName),
        (&[5, b'a'], FrameError::HeaderTruncated),
        (&[1, b'a'], FrameError::HeaderTruncated),
        (&[1, b'a', 2], FrameError::HeaderTruncated),
        (&[1, b'a', 4, 0, 0, 0], FrameError::HeaderTruncated),
        (&[1, b'a', 7, 0, 1], FrameError::HeaderTruncated),
        (&[1, b'a', 7, 0xff, 0xff, b'a'], FrameError::HeaderTruncated),
        (&[1, b'a', 7, 0, 1, 0xff], FrameError::HeaderValue),
        (&[1, b'a', 9, 0], FrameError::HeaderTruncated),
        (&[1, b'a', 10], FrameError::HeaderType(10)),
    ];
    for (headers, error) in cases {
        assert_eq!(decode(&with_headers(headers)), Err(error), "{headers:?}");
    }
}

#[test]
fn names_and_values_too_long_to_be_written_are_errors() {
    let with = |name: String, value| Frame { headers: vec![(name, value)], payload: Bytes::new() }.encode(limits());
    assert_eq!(with(String::new(), Header::Bool(true)), Err(FrameError::HeaderName));
    assert_eq!(with("a".repeat(256), Header::Bool(true)), Err(FrameError::HeaderName));
    assert_eq!(with("a".into(), Header::String("a".repeat(65_536))), Err(FrameError::HeaderValue));
}

#[test]
fn random_headers_and_payloads_never_panic() {
    let mut random = fastrand::Rng::with_seed(7);
    let good = all().encode(limits()).expect("small");
    for _ in 0..100_000 {
        // The checksums are corrected, so that the decoder reaches the headers.
        let mut headers = good[12..good.len() - 15].to_vec();
        for _ in 0..random.usize(1..6) {
            let at = random.usize(..headers.len());
            headers[at] = random.u8(..);
        }
        headers.truncate(random.usize(..=headers.len()));
        let bytes = with_headers(&headers);
        if let Ok(frame) = decode(&bytes) {
            assert_eq!(frame.encode(limits()).expect("it was written"), bytes);
        }
    }
}

#[cfg(feature = "client-core")]
#[test]
fn signatures_cover_the_frame_and_the_signature_before() {
    use aws_sigv4::event_stream::{SigningParams, sign_empty_message};

    use super::documents::Cbor;
    use super::{Signer, Writer};
    use crate::sigv4::{Chain, Scope, SigningKey, Stamp};
    use crate::types::EventStream;

    let scope = Scope { region: "eu-central-1", service: "x" };
    let stamp = Stamp::of(std::time::SystemTime::now());
    let chain = Chain::new("secret", SigningKey::new("secret", stamp.date(), scope), stamp, scope, "0a".repeat(32));
    let signer = Signer::new(chain, Box::new(std::time::SystemTime::now)).expect("events");
    let mut none: EventStream<crate::types::Unit> = EventStream::empty();
    let events = crate::reflect::EventSlot::take(&mut none, crate::reflect::Fill::VALUE);
    let events = Writer::new(events, &Cbor, Side::Client).behind(Bytes::from_static(b"first"));
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let sent = runtime.block_on(signer.sign(events).collect(10_000)).expect("signed");
    let mut decoder = Decoder::new(limits());
    decoder.feed(&sent).expect("no limit");
    let envelopes: Vec<Frame> = std::iter::from_fn(|| decoder.next().expect("good")).collect();
    let [first, last] = envelopes.as_slice() else { panic!("{envelopes:?}") };
    assert_eq!(decode(&first.payload).expect("a frame").payload, "first");
    assert!(last.payload.is_empty());
    let signature = |frame: &Frame| match (frame.header(":chunk-signature"), frame.header(":date")) {
        (Some(Header::Bytes(signature)), Some(Header::Timestamp(millis))) => (signature.clone(), *millis),
        other => panic!("{other:?}"),
    };
    let digit = |digit: u8| char::from_digit(digit.into(), 16);
    let hex =
        |bytes: &[u8]| -> String { bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(digit).collect() };
    let (previous, _) = signature(first);
    let (found, millis) = signature(last);
    let time = std::time::UNIX_EPOCH + std::time::Duration::from_millis(millis.try_into().expect("after 1970"));
    let identity = aws_credential_types::Credentials::new("AKIDEXAMPLE", "secret", None, None, "test").into();
    let params = SigningParams::builder().identity(&identity).region("eu-central-1").name("x").time(time).settings(());
    let params = params.build().expect("complete");
    let previous = hex(&previous);
    let (_, expected) = sign_empty_message(&previous, &params).expect("signed").into_parts();
    assert_eq!(hex(&found), expected);
}

#[cfg(all(feature = "client-core", feature = "server"))]
#[test]
fn signed_events_are_verified_in_their_order_and_to_their_end() {
    use std::future::poll_fn;

    use super::documents::Cbor;
    use super::{Frames, Signer, Writer};
    use crate::sigv4::{Chain, Scope, SigningKey, Stamp};
    use crate::types::{ByteStream, EventStream};

    let chain = |secret: &str| {
        let scope = Scope { region: "eu-central-1", service: "x" };
        let stamp = Stamp::of(std::time::SystemTime::now());
        Chain::new(secret, SigningKey::new(secret, stamp.date(), scope), stamp, scope, "0a".repeat(32))
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let mut none: EventStream<crate::types::Unit> = EventStream::empty();
    let events = crate::reflect::EventSlot::take(&mut none, crate::reflect::Fill::VALUE);
    let events = Writer::new(events, &Cbor, Side::Client).behind(Bytes::from_static(b"first"));
    let signer = Signer::new(chain("secret"), Box::new(std::time::SystemTime::now)).expect("events");
    let sent = runtime.block_on(signer.sign(events).collect(10_000)).expect("signed");
    let mut decoder = Decoder::new(limits());
    decoder.feed(&sent).expect("no limit");
    let envelopes: Vec<Frame> = std::iter::from_fn(|| decoder.next().expect("good")).collect();
    let [first, end] = envelopes.as_slice() else { panic!("{envelopes:?}") };
    let encode = |frames: &[&Frame]| {
        frames.iter().map(|frame| frame.encode(limits()).expect("small")).collect::<Vec<_>>().concat()
    };
    // Number of events, or the error.
    let read = |secret: &str, bytes: Vec<u8>| {
        let frames = Frames::new(ByteStream::from(Bytes::from(bytes)), limits());
        let mut frames = frames.signed(Some(Box::new(chain(secret))));
        let mut count = 0;
        loop {
            match runtime.block_on(poll_fn(|cx| frames.poll_frame(cx))) {
                None => return Ok(count),
                Some(Ok(_)) => count += 1,
                Some(Err(error)) => return Err(error.to_string()),
            }
        }
    };
    assert_eq!(read("secret", encode(&[first, end])), Ok(1));
    let changed = Frame { payload: all().encode(limits()).expect("small"), ..first.clone() };
    for (name, secret, bytes, error) in [
        ("another secret", "other", encode(&[first, end]), FrameError::Signature),
        ("a changed event", "secret", encode(&[&changed, end]), FrameError::Signature),
        ("a repeated event", "secret", encode(&[first, first, end]), FrameError::Signature),
        ("a missing event", "secret", encode(&[end]), FrameError::Signature),
        ("an unsigned event", "secret", encode(&[&all(), end]), FrameError::Unsigned),
        ("a missing end", "secret", encode(&[first]), FrameError::UnsignedEnd),
    ] {
        assert_eq!(read(secret, bytes), Err(error.to_string()), "{name}");
    }
}
