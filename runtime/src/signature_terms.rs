//! Headers, payload hashes and types of AWS signatures that code uses without the feature `sigv4`, too: endpoints,
//! checksums, presigned URLs. The signatures themselves are in `sigv4`.

use std::time::Duration;

use http::HeaderName;

/// Header with the payload hash.
pub(crate) const CONTENT_SHA256: HeaderName = HeaderName::from_static("x-amz-content-sha256");
/// Payload hash of requests whose signature does not cover the body.
pub(crate) const UNSIGNED_PAYLOAD: &str = "UNSIGNED-PAYLOAD";
/// Payload hash of requests with signed events.
pub(crate) const EVENTS: &str = "STREAMING-AWS4-HMAC-SHA256-EVENTS";
/// Payload hash of bodies in chunks with a trailing checksum.
pub(crate) const UNSIGNED_TRAILER: &str = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
/// Header with the name of the checksum that follows a body in chunks.
pub(crate) const TRAILER: HeaderName = HeaderName::from_static("x-amz-trailer");
/// Longest validity of a URL in seconds: a week.
pub(crate) const MAX_EXPIRES: u32 = 604_800;

/// How a service canonicalizes paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PathEncoding {
    /// Each segment is escaped once. S3 does this, because its keys may contain any character.
    Once,
    /// Dot segments and repeated slashes are removed, and the path is escaped once more. All services except S3 do
    /// this.
    Twice,
}

/// Validity of a URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Presign(pub(crate) u64);

impl Presign {
    /// `None` if the time is not between a second and seven days. Fractions of seconds are truncated.
    pub(crate) fn new(expires: Duration) -> Option<Self> {
        Some(expires.as_secs()).filter(|seconds| (1..=MAX_EXPIRES.into()).contains(seconds)).map(Self)
    }

    #[cfg(feature = "client-core")]
    pub(crate) fn duration(self) -> Duration {
        Duration::from_secs(self.0)
    }
}

/// Returns bytes as hexadecimal digits in lowercase.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut digits = vec![0; 2 * bytes.len()];
    write_hex(bytes, &mut digits);
    String::from_utf8(digits).unwrap_or_default()
}

fn write_hex(bytes: &[u8], digits: &mut [u8]) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for (byte, pair) in bytes.iter().zip(digits.as_chunks_mut::<2>().0) {
        *pair = [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
    }
}

/// A SHA-256 or a signature, as hexadecimal digits in lowercase.
#[cfg_attr(not(feature = "sigv4"), allow(dead_code, reason = "only signatures use it"))]
pub(crate) struct HexHash([u8; 64]);

#[cfg_attr(not(feature = "sigv4"), allow(dead_code, reason = "only signatures use it"))]
impl HexHash {
    pub(crate) fn new(hash: &[u8; 32]) -> Self {
        let mut digits = [0; 64];
        write_hex(hash, &mut digits);
        Self(digits)
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}
