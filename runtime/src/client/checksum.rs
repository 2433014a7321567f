//! Checksums of requests: `@httpChecksumRequired` (header `content-md5`, RFC 1864) and `@httpChecksum` (header
//! `x-amz-checksum-…` of the algorithm that the input chooses).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{HeaderMap, HeaderName, HeaderValue};
use md5::{Digest, Md5};
use sha2::Sha256;

use super::request_error::RequestError;
use crate::reflect::{Ref, Reflect};
use crate::schema::{Binding, OperationSchema};
use crate::types::{ByteStream, StreamError};

/// Checksum algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Checksum {
    Md5,
    Crc32,
    Sha256,
}

const MD5: HeaderName = HeaderName::from_static("content-md5");
const CRC32: HeaderName = HeaderName::from_static("x-amz-checksum-crc32");
const SHA256: HeaderName = HeaderName::from_static("x-amz-checksum-sha256");

impl Checksum {
    /// Returns the checksum that a request needs; none if it needs none, or if the caller set the header. If the input
    /// chooses no algorithm, sets the header that names the chosen one.
    pub(super) fn of(
        operation: &'static OperationSchema,
        input: &dyn Reflect,
        headers: &mut HeaderMap,
    ) -> Result<Option<Self>, RequestError> {
        if operation.checksum_algorithm.is_none() && !operation.checksum_required {
            return Ok(None);
        }
        if headers.keys().any(|name| name.as_str().starts_with("x-amz-checksum-")) {
            return Ok(None);
        }
        let Some(member) = operation.checksum_algorithm else {
            return Ok((!headers.contains_key(MD5)).then_some(Self::Md5));
        };
        let members = input.schema().members;
        let found = members.iter().enumerate().find(|(_, known)| known.name == member);
        let chosen = found.map(|(index, _)| input.get(index));
        match chosen {
            Some(Ref::Str("CRC32")) => Ok(Some(Self::Crc32)),
            Some(Ref::Str("SHA256")) => Ok(Some(Self::Sha256)),
            Some(Ref::Str("MD5")) => Ok(Some(Self::Md5)),
            Some(Ref::Str(other)) => Err(RequestError::ChecksumAlgorithm(other.to_owned())),
            _ if !operation.checksum_required || headers.contains_key(MD5) => Ok(None),
            None => Ok(Some(Self::Md5)),
            Some(_) => {
                if let Some((_, member)) = found
                    && let Binding::Header(name) = member.binding
                    && let Ok(name) = HeaderName::try_from(name)
                {
                    headers.insert(name, HeaderValue::from_static("CRC32"));
                }
                Ok(Some(Self::Crc32))
            }
        }
    }

    /// Adds the checksum of a body.
    pub(super) fn add(self, headers: &mut HeaderMap, body: &Bytes) {
        let mut sum = Sum::new(self);
        sum.take(body);
        sum.put(headers);
    }

    /// Adds the checksum of a stream, which is read for that.
    pub(super) async fn add_of(self, headers: &mut HeaderMap, stream: &ByteStream) -> Result<(), RequestError> {
        let again = stream.try_clone().ok_or(RequestError::UnrepeatableStream)?;
        let mut sum = Sum::new(self);
        read(again, |piece| sum.take(piece)).await.map_err(RequestError::Stream)?;
        sum.put(headers);
        Ok(())
    }
}

/// Formats a checksum in hexadecimal.
pub(super) fn hex(sum: &[u8]) -> String {
    let digits = sum.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

/// Reads a stream to its end.
pub(super) async fn read(mut stream: ByteStream, mut take: impl FnMut(&[u8])) -> Result<(), StreamError> {
    while let Some(piece) = stream.next().await {
        take(&piece?);
    }
    Ok(())
}

/// Checksum in progress.
enum Sum {
    Md5(Md5),
    Crc32(crc32fast::Hasher),
    Sha256(Sha256),
}

impl Sum {
    fn new(algorithm: Checksum) -> Self {
        match algorithm {
            Checksum::Md5 => Self::Md5(Md5::new()),
            Checksum::Crc32 => Self::Crc32(crc32fast::Hasher::new()),
            Checksum::Sha256 => Self::Sha256(Sha256::new()),
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        match self {
            Self::Md5(md5) => md5.update(bytes),
            Self::Crc32(crc) => crc.update(bytes),
            Self::Sha256(sha) => sha.update(bytes),
        }
    }

    fn put(self, headers: &mut HeaderMap) {
        let (name, text) = match self {
            Self::Md5(md5) => (MD5, STANDARD.encode(md5.finalize())),
            Self::Crc32(crc) => (CRC32, STANDARD.encode(crc.finalize().to_be_bytes())),
            Self::Sha256(sha) => (SHA256, STANDARD.encode(sha.finalize())),
        };
        // Base64 is a valid header value.
        if let Ok(value) = HeaderValue::from_str(&text) {
            headers.insert(name, value);
        }
    }
}
