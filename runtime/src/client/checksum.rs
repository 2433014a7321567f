//! Checksums of requests (`@httpChecksumRequired` and `@httpChecksum`) and of responses (`@httpChecksum`).
//!
//! The checksum of a request is a header if the body is in memory. Otherwise it follows the body, if the length of the
//! body is known.

use bytes::Bytes;
use http::HeaderMap;
use http::header::{CONTENT_ENCODING, HeaderName, HeaderValue};

use super::config::{ChecksumMode, Config};
use super::customizations::Customization;
use super::request_error::RequestError;
use super::trailer;
use crate::builder::MemberSet;
use crate::checksum::{self, Algorithm, Sum};
use crate::reflect::{Fill, Ref, Reflect, Slot};
use crate::schema::{Binding, OperationSchema};
use crate::types::{ByteStream, StreamError};

/// Prefix of the headers of checksums, except for MD5.
const PREFIX: &str = "x-amz-checksum-";
/// Ends of headers that start like those of checksums, and say which checksum an object has or a response should have.
const PROPERTIES: [&str; 3] = ["algorithm", "mode", "type"];
/// Header that names the algorithm of a request's checksum.
const ALGORITHM: &str = "x-amz-sdk-checksum-algorithm";
/// Value of the member that requests checksums of responses.
const ENABLED: &str = "ENABLED";

/// Checksum that a request needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Checksum {
    pub(super) algorithm: Algorithm,
    pub(super) need: Need,
    /// Header that names the algorithm, if the input does not select one.
    pub(super) named_in: Option<&'static str>,
}

/// Whether a request may be sent without its checksum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    Required,
    Optional,
}

impl Checksum {
    /// Returns the checksum that a request needs. `None` if it needs none, or if the caller set the header, as a member
    /// of the input or for the call.
    pub(super) fn of(
        config: &Config,
        operation: &'static OperationSchema,
        input: &dyn Reflect,
        headers: &HeaderMap,
    ) -> Result<Option<Self>, RequestError> {
        let need = if operation.checksum_required { Need::Required } else { Need::Optional };
        let mut names = headers.keys().chain(config.headers.keys()).map(HeaderName::as_str);
        if names.any(is_checksum) {
            return Ok(None);
        }
        let has_md5 = [headers, &config.headers].iter().any(|headers| headers.contains_key(Algorithm::Md5.header()));
        let members = input.schema().members;
        let chooses = |name| members.iter().enumerate().find(|(_, member)| member.name == name);
        let Some((index, member)) = operation.checksum_algorithm.and_then(chooses) else {
            let md5 = Self { algorithm: Algorithm::Md5, need, named_in: None };
            return Ok((need == Need::Required && !has_md5).then_some(md5));
        };
        if let Ref::Str(name) = input.get(index) {
            let algorithm = Algorithm::named(name).ok_or_else(|| RequestError::ChecksumAlgorithm(name.to_owned()))?;
            return Ok(Some(Self { algorithm, need: Need::Required, named_in: None }));
        }
        if has_md5 || (need == Need::Optional && config.request_checksums == ChecksumMode::WhenRequired) {
            return Ok(None);
        }
        let named_in = if let Binding::Header(name) = member.traits.binding { Some(name) } else { None };
        Ok(Some(Self { algorithm: Algorithm::Crc32, need, named_in }))
    }

    /// Adds the checksum of a body.
    pub(super) fn add(self, headers: &mut HeaderMap, body: &[u8]) {
        self.put(headers, &Sum::of(self.algorithm, body));
    }

    /// Adds the checksum to the headers of a stream, or to the stream itself if its bytes are not in memory.
    pub(super) async fn attach(self, headers: &mut HeaderMap, stream: ByteStream) -> Result<ByteStream, RequestError> {
        if let Some(bytes) = stream.as_bytes() {
            self.add(headers, bytes);
            return Ok(stream);
        }
        // Services that support only MD5, without `x-amz-checksum-…`, do not support trailing checksums.
        match stream.length().filter(|_| self.algorithm != Algorithm::Md5) {
            Some(length) => {
                self.name(headers);
                Ok(trailer::encode(self, headers, stream, length))
            }
            None => {
                self.add_of(headers, &stream).await?;
                Ok(stream)
            }
        }
    }

    /// Reads a stream that can be read twice, and adds its checksum.
    async fn add_of(self, headers: &mut HeaderMap, stream: &ByteStream) -> Result<(), RequestError> {
        let again = match (stream.try_clone(), self.need) {
            (Some(again), _) => again,
            (None, Need::Required) => return Err(RequestError::UnrepeatableStream),
            (None, Need::Optional) => return Ok(()),
        };
        let mut sum = Sum::new(self.algorithm);
        read(again, |piece| sum.take(piece)).await.map_err(RequestError::Stream)?;
        self.put(headers, &sum.text());
        Ok(())
    }

    /// Sets the header that names the algorithm, unless the caller has. A request without a checksum must not have it.
    fn name(self, headers: &mut HeaderMap) {
        if let Some(name) = self.named_in.and_then(|name| HeaderName::try_from(name).ok()) {
            headers.entry(name).or_insert(HeaderValue::from_static(self.algorithm.name()));
        }
    }

    fn put(self, headers: &mut HeaderMap, text: &str) {
        self.name(headers);
        // Base64 is a valid header value.
        if let Ok(value) = HeaderValue::from_str(text) {
            headers.insert(self.algorithm.header(), value);
        }
    }
}

/// Checksums of a request before functions of the caller see it.
pub(super) struct Present {
    names: Vec<HeaderName>,
    /// Value of the header that names the algorithm.
    algorithm: Option<HeaderValue>,
}

impl Present {
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let names = headers.keys().filter(|name| is_sum(name)).cloned().collect();
        Self { names, algorithm: headers.get(ALGORITHM).cloned() }
    }

    /// Removes these checksums if the caller has added another one since: services accept only one. Returns whether
    /// that is the case.
    pub(super) fn replaced(self, headers: &mut HeaderMap) -> bool {
        let is_replaced = headers.keys().any(|name| is_sum(name) && !self.names.contains(name));
        if is_replaced {
            for name in &self.names {
                headers.remove(name);
            }
            if headers.get(ALGORITHM) == self.algorithm.as_ref() {
                headers.remove(ALGORITHM);
            }
        }
        is_replaced
    }
}

/// Whether a header is a checksum of the body, or its MD5.
fn is_sum(name: &HeaderName) -> bool {
    is_checksum(name.as_str()) || name.as_str() == Algorithm::Md5.header()
}

/// Whether a header is a checksum of the body, also by an algorithm that this crate does not know.
fn is_checksum(header: &str) -> bool {
    header.strip_prefix(PREFIX).is_some_and(|rest| !PROPERTIES.contains(&rest))
}

/// Removes the checksum of a body that the request no longer has.
pub(super) fn remove(headers: &mut HeaderMap) {
    headers.remove(ALGORITHM);
    for algorithm in Algorithm::ALL.into_iter().chain([Algorithm::Md5]) {
        headers.remove(algorithm.header());
    }
}

/// Reads a stream to its end.
async fn read(mut stream: ByteStream, mut take: impl FnMut(&[u8])) -> Result<(), StreamError> {
    while let Some(piece) = stream.next().await {
        take(&piece?);
    }
    Ok(())
}

/// Requests a checksum of the response, unless the caller set the member.
pub(super) fn ask(config: &Config, operation: &'static OperationSchema, input: &mut dyn Reflect, set: &mut MemberSet) {
    let Some(validation) = operation.response_checksums else { return };
    let index = input.schema().members.iter().position(|member| member.name == validation.member);
    let Some(index) = index.filter(|index| !set.contains(*index)) else { return };
    if config.response_checksums == ChecksumMode::WhenRequired {
        return;
    }
    match input.slot(index, Fill::VALUE) {
        Slot::Enum(place) => place.set(ENABLED, Fill::VALUE),
        Slot::Str(place) => ENABLED.clone_into(place),
        _ => return,
    }
    set.insert(index);
}

/// Returns the CRC-32 that the body of a response must have, and its header. The sum of a compressed body is that of
/// its compressed bytes, which a layer may have replaced.
fn crc32(customization: &Customization, headers: &HeaderMap) -> Option<(&'static str, u32)> {
    const NAME: &str = "x-amz-crc32";
    if !customization.has_crc32 || headers.contains_key(CONTENT_ENCODING) {
        return None;
    }
    Some((NAME, headers.get(NAME)?.to_str().ok()?.parse().ok()?))
}

/// A checksum that a response must have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Expected {
    algorithm: Algorithm,
    /// Header of the checksum.
    header: &'static str,
    text: String,
}

impl Expected {
    /// Returns the checksum in the headers of a response, if it can be verified. A composite checksum, which is that of
    /// the checksums of parts, cannot: the sizes of the parts are unknown.
    pub(super) fn of(
        customization: &Customization,
        operation: &'static OperationSchema,
        headers: &HeaderMap,
    ) -> Option<Self> {
        let Some(validation) = operation.response_checksums else {
            let (header, sum) = crc32(customization, headers)?;
            return Some(Self { algorithm: Algorithm::Crc32, header, text: checksum::crc32_text(sum) });
        };
        let is_head = operation.http.is_some_and(|http| http.method == "HEAD");
        let is_composite = headers.get("x-amz-checksum-type").is_some_and(|kind| kind.as_bytes() == b"COMPOSITE");
        if is_head || is_composite {
            return None;
        }
        let supported = |algorithm: &Algorithm| validation.algorithms.contains(&algorithm.name());
        Algorithm::ALL.into_iter().filter(supported).find_map(|algorithm| {
            let text = headers.get(algorithm.header())?.to_str().ok()?.trim();
            (!text.contains('-')).then(|| Self { algorithm, header: algorithm.header(), text: text.to_owned() })
        })
    }

    /// Header of the checksum.
    pub(super) fn header(&self) -> &'static str {
        self.header
    }

    pub(super) fn fits(&self, body: &Bytes) -> bool {
        Sum::of(self.algorithm, body) == self.text
    }

    /// Returns the stream, which ends with an error if it does not have the checksum. The error replaces the last chunk
    /// if the length is known.
    pub(super) fn guard(self, stream: ByteStream) -> ByteStream {
        let length = stream.length();
        let sum = Some(Sum::new(self.algorithm));
        ByteStream::measured(trailer::Verified::new(stream, self, sum, length), length)
    }

    pub(super) fn check(&self, sum: Sum) -> Result<(), StreamError> {
        if sum.text() == self.text { Ok(()) } else { Err(StreamError::Checksum { header: self.header() }) }
    }
}
