//! Decompression of request bodies.

use std::io::{self, Read};

use bytes::Bytes;
use flate2::bufread::GzDecoder;
use http::header::{CONTENT_ENCODING, HeaderValue};
use http::request;

use crate::memory::Share;
use crate::protocol::Rejection;
use crate::schema::OperationSchema;
use crate::server::collect::charge;
use crate::types::{ByteStream, GzipMembers};

/// Capacity of the first step in bytes.
const FIRST: usize = 4 * 1024;
/// Maximum number of bytes per step.
const PART: usize = 64 * 1024;

/// Decompresses a body if an operation supports compression, up to the maximum size of bodies, and charges its memory.
/// Removes the encoding from the header.
pub(in crate::server) fn decode(
    operations: &[&'static OperationSchema],
    head: &mut request::Parts,
    body: Bytes,
    limit: usize,
    share: &mut Share,
) -> Result<Bytes, Rejection> {
    if !is_compressed(operations, head) {
        return Ok(body);
    }
    let (mut plain, mut decoder) = (Vec::new(), GzDecoder::new(&*body));
    let mut members = GzipMembers::default();
    loop {
        // Memory is charged before it is allocated. A part fits into the capacity, so reading does not grow it.
        if plain.len() == plain.capacity() {
            let growth = plain.capacity().max(FIRST);
            charge(share, growth)?;
            plain.reserve_exact(growth);
        }
        let part = (plain.capacity() - plain.len()).min(PART);
        match decoder.by_ref().take(part as u64).read_to_end(&mut plain) {
            Ok(_) if plain.len() > limit => return Err(Rejection::too_large(limit)),
            Ok(0) => {
                // The end of a member.
                let rest = decoder.into_inner();
                if rest.is_empty() {
                    return Ok(Bytes::from(plain));
                }
                members.next(body.len() - rest.len()).map_err(|error| not_gzip(&error))?;
                decoder = GzDecoder::new(rest);
            }
            Ok(_) => {}
            Err(error) => return Err(not_gzip(&error)),
        }
    }
}

fn not_gzip(error: &io::Error) -> Rejection {
    Rejection::serialization(format!("The body is not gzip: {error}"))
}

/// Decompresses a stream. Its reader limits the length.
pub(in crate::server) fn expand(
    operation: &'static OperationSchema,
    head: &mut request::Parts,
    stream: ByteStream,
) -> ByteStream {
    if is_compressed(&[operation], head) { stream.expanded() } else { stream }
}

/// Whether the body is compressed with gzip and an operation supports that. If so, removes the encoding from the
/// header.
fn is_compressed(operations: &[&'static OperationSchema], head: &mut request::Parts) -> bool {
    if operations.iter().all(|operation| operation.compression.is_empty()) {
        return false;
    }
    let values = head.headers.get_all(CONTENT_ENCODING).iter();
    let Ok(values) = values.map(|value| value.to_str()).collect::<Result<Vec<_>, _>>() else { return false };
    let header = values.join(",");
    let (before, last) = header.rsplit_once(',').unwrap_or(("", &header));
    if !["gzip", "x-gzip"].iter().any(|name| last.trim().eq_ignore_ascii_case(name)) {
        return false;
    }
    match HeaderValue::from_str(before.trim()) {
        Ok(value) if !value.is_empty() => head.headers.insert(CONTENT_ENCODING, value),
        _ => head.headers.remove(CONTENT_ENCODING),
    };
    true
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::Arc;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use http::{Request, StatusCode};

    use super::*;
    use crate::schema::prelude::UNIT;

    static COMPRESSED: OperationSchema = OperationSchema::new("Send", &UNIT, &UNIT).compression(&["gzip"]);

    fn decoded(body: &[u8], encoding: &str, limit: usize) -> (request::Parts, Result<Bytes, Rejection>) {
        let request = Request::builder().header(CONTENT_ENCODING, encoding).body(()).expect("good parts");
        let mut head = request.into_parts().0;
        let mut share = Share::new(&Arc::default(), 1 << 20);
        let body = decode(&[&COMPRESSED], &mut head, Bytes::copy_from_slice(body), limit, &mut share);
        (head, body)
    }

    fn gzip(body: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(body).expect("memory takes everything");
        encoder.finish().expect("memory takes everything")
    }

    #[test]
    fn only_what_the_caller_applied_is_left() {
        let (head, body) = decoded(&gzip(b"a body"), "own, gzip", 100);
        assert_eq!(body, Ok(Bytes::from_static(b"a body")));
        assert_eq!(head.headers[CONTENT_ENCODING], "own");
        let (head, _) = decoded(&gzip(b"a body"), "gzip", 100);
        assert!(!head.headers.contains_key(CONTENT_ENCODING));
    }

    #[test]
    fn other_encodings_are_not_changed() {
        let (head, body) = decoded(b"a body", "own", 100);
        assert_eq!(body, Ok(Bytes::from_static(b"a body")));
        assert_eq!(head.headers[CONTENT_ENCODING], "own");
    }

    #[test]
    fn a_small_body_cannot_become_a_large_one() {
        let bomb = gzip(&vec![0; 1 << 20]);
        assert!(bomb.len() < 2000);
        let (_, body) = decoded(&bomb, "gzip", 2000);
        assert_eq!(body.expect_err("it is too large").status, StatusCode::PAYLOAD_TOO_LARGE);
    }

    #[test]
    fn several_members_are_one_body() {
        let (_, body) = decoded(&[gzip(b"a "), gzip(b""), gzip(b"body")].concat(), "gzip", 100);
        assert_eq!(body, Ok(Bytes::from_static(b"a body")));
        let large: Vec<_> =
            (0..20_000_u32).flat_map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
        let (_, body) = decoded(&large.chunks(2000).map(gzip).collect::<Vec<_>>().concat(), "gzip", 100_000);
        assert_eq!(body, Ok(Bytes::from(large)));
    }

    #[test]
    fn many_small_members_are_rejected() {
        for part in ["", "x"] {
            let (_, body) = decoded(&gzip(part.as_bytes()).repeat(1000), "gzip", 10_000);
            let rejection = body.expect_err("too many members");
            assert_eq!(rejection.code, "SerializationException");
            assert!(rejection.message.contains("too many"), "{rejection:?}");
        }
    }

    #[test]
    fn decompressed_bytes_count_toward_the_memory_of_all_requests() {
        let (_, body) = decoded(&gzip(&vec![0; 1 << 21]), "gzip", usize::MAX);
        assert_eq!(body.expect_err("too much memory").status, StatusCode::SERVICE_UNAVAILABLE);
    }

    #[test]
    fn invalid_gzip_is_rejected() {
        let (_, body) = decoded(b"plain", "gzip", 100);
        assert_eq!(body.expect_err("it is not gzip").code, "SerializationException");
    }
}
