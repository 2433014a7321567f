//! Frames: lengths, headers of ten types, payload, and two checksums. Independent of their meaning.
//!
//! ```text
//! total length (4) · headers length (4) · CRC-32 of these (4) · headers · payload · CRC-32 of all before it (4)
//! ```
//!
//! Lengths are used only after their checksum and limits are checked. Memory is allocated for received bytes, never for
//! a declared length.

use std::fmt;

use bytes::{Buf, BufMut, Bytes, BytesMut};

use super::Side;
#[cfg(feature = "server")]
use crate::memory::Share;
use crate::memory::{MemoryLimit, Reading, push_cost};

/// Bytes of a frame without headers and payload.
const OVERHEAD: usize = 16;
const PRELUDE: usize = 12;
/// Maximum bytes of headers (spec: "Message Format").
pub(crate) const MAX_HEADERS: usize = 128 * 1024;
/// Maximum bytes of a payload.
pub(crate) const MAX_PAYLOAD: usize = 24 * 1024 * 1024;

/// Maximum bytes of headers and payload.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    headers: usize,
    payload: usize,
    /// Memory limit of the headers, and of the event.
    pub(super) memory: MemoryLimit,
}

impl Limits {
    /// Maximum that the format can express.
    pub(crate) const MOST: usize = u32::MAX as usize;

    /// Returns the limits of a side. Servers use those of the format. Clients must not check these; they use the limit
    /// of their configuration.
    pub(crate) fn of(side: Side, most: usize) -> Self {
        let memory = MemoryLimit::default();
        match side {
            Side::Client => Self { headers: most, payload: most, memory },
            Side::Server => Self { headers: MAX_HEADERS, payload: most.min(MAX_PAYLOAD), memory },
        }
    }

    /// Sets the memory limit, for reading.
    pub(crate) fn with_memory(self, memory: MemoryLimit) -> Self {
        Self { memory, ..self }
    }

    fn check(self, headers: usize, payload: usize) -> Result<(), FrameError> {
        if headers > self.headers {
            Err(FrameError::HeadersTooLong(self.headers))
        } else if payload > self.payload {
            Err(FrameError::TooLong(self.payload))
        } else {
            Ok(())
        }
    }
}

/// A frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Frame {
    /// Names have 1 to 255 bytes. The first of several headers with the same name is used.
    pub(crate) headers: Vec<(String, Header)>,
    pub(crate) payload: Bytes,
}

/// Value of a header.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Header {
    Bool(bool),
    Byte(i8),
    Short(i16),
    Integer(i32),
    Long(i64),
    /// At most 65,535 bytes.
    Bytes(Bytes),
    /// At most 65,535 bytes.
    String(String),
    /// Milliseconds since 1970.
    Timestamp(i64),
    Uuid([u8; 16]),
}

/// Error of decoding a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FrameError {
    Truncated,
    PreludeChecksum,
    Checksum,
    Lengths,
    TooLong(usize),
    HeadersTooLong(usize),
    TooManyHeaders,
    HeaderTruncated,
    HeaderName,
    HeaderValue,
    HeaderType(u8),
    /// All requests together take too much memory.
    #[cfg_attr(not(feature = "server"), allow(dead_code, reason = "servers limit the memory of all requests"))]
    TooMuchMemory,
    #[cfg_attr(not(feature = "server"), allow(dead_code, reason = "servers verify signatures"))]
    Unsigned,
    #[cfg_attr(not(feature = "server"), allow(dead_code, reason = "servers verify signatures"))]
    UnsignedEnd,
    #[cfg_attr(not(feature = "server"), allow(dead_code, reason = "servers verify signatures"))]
    Signature,
}

impl fmt::Display for FrameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truncated => f.write_str("the stream ends inside a frame"),
            Self::PreludeChecksum => f.write_str("the checksum of a frame's lengths is wrong"),
            Self::Checksum => f.write_str("the checksum of a frame is wrong"),
            Self::Lengths => f.write_str("the lengths of a frame are inconsistent"),
            Self::TooLong(value) => write!(f, "a frame is longer than {value} bytes"),
            Self::HeadersTooLong(value) => write!(f, "the headers of a frame are longer than {value} bytes"),
            Self::TooManyHeaders => f.write_str("the headers of a frame take too much memory"),
            Self::HeaderTruncated => f.write_str("a header of a frame is truncated"),
            Self::HeaderName => f.write_str("a header of a frame has no name, or one that is not UTF-8 or too long"),
            Self::HeaderValue => f.write_str("a header of a frame has a value that is not UTF-8 or too long"),
            Self::HeaderType(value) => write!(f, "a header of a frame is of the unknown type {value}"),
            Self::TooMuchMemory => f.write_str("all requests together take too much memory"),
            Self::Unsigned => f.write_str("an event has no signature"),
            Self::UnsignedEnd => f.write_str("the stream ends without the signature of its end"),
            Self::Signature => f.write_str("the signature of an event is wrong"),
        }
    }
}

impl std::error::Error for FrameError {}

impl Frame {
    /// Returns the value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&Header> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value)
    }

    /// Returns the value of a string header.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        if let Some(Header::String(text)) = self.header(name) { Some(text) } else { None }
    }

    /// Adds a string header.
    pub(crate) fn with_text(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), Header::String(value.into())));
        self
    }

    /// Encodes the headers, without their length.
    pub(crate) fn encode_headers(&self) -> Result<Vec<u8>, FrameError> {
        let mut headers = Vec::new();
        for (name, value) in &self.headers {
            put_header(&mut headers, name, value)?;
        }
        Ok(headers)
    }

    /// Encodes the frame.
    pub(crate) fn encode(&self, limits: Limits) -> Result<Bytes, FrameError> {
        let headers = self.encode_headers()?;
        limits.check(headers.len(), self.payload.len())?;
        let total = OVERHEAD + headers.len() + self.payload.len();
        let length = u32::try_from(total).map_err(|_| FrameError::TooLong(Limits::MOST))?;
        let mut bytes = BytesMut::with_capacity(total);
        bytes.put_u32(length);
        // The parts are shorter than the frame.
        bytes.put_u32(headers.len() as u32);
        bytes.put_u32(crc32fast::hash(&bytes));
        bytes.extend_from_slice(&headers);
        bytes.extend_from_slice(&self.payload);
        bytes.put_u32(crc32fast::hash(&bytes));
        Ok(bytes.freeze())
    }

    /// Decodes bytes that consist of one frame.
    pub(crate) fn decode(bytes: &[u8], limits: Limits) -> Result<Self, FrameError> {
        let mut decoder = Decoder::new(limits);
        decoder.feed(bytes)?;
        let frame = decoder.next()?.ok_or(FrameError::Truncated)?;
        if decoder.is_empty() { Ok(frame) } else { Err(FrameError::Lengths) }
    }
}

/// Decoder of frames from chunks of bytes.
#[derive(Debug)]
pub(crate) struct Decoder {
    buffer: BytesMut,
    limits: Limits,
    /// Memory of the buffer and of the last frame in the pool of a server.
    #[cfg(feature = "server")]
    share: Option<Share>,
}

impl Decoder {
    /// Creates a decoder with limits.
    pub(crate) fn new(limits: Limits) -> Self {
        Self {
            buffer: BytesMut::new(),
            limits,
            #[cfg(feature = "server")]
            share: None,
        }
    }

    /// Charges memory to this share.
    #[cfg(feature = "server")]
    pub(super) fn set_share(&mut self, share: Option<Share>) {
        self.share = share;
    }

    /// The share that memory is charged to.
    #[cfg(feature = "server")]
    pub(super) fn take_share(&mut self) -> Option<Share> {
        self.share.take()
    }

    pub(crate) fn feed(&mut self, bytes: &[u8]) -> Result<(), FrameError> {
        self.buffer.extend_from_slice(bytes);
        self.settle()
    }

    /// Charges what is buffered. The memory of earlier frames is available again.
    pub(super) fn settle(&mut self) -> Result<(), FrameError> {
        #[cfg(feature = "server")]
        if let Some(share) = &mut self.share
            && !share.resize(self.buffer.capacity())
        {
            return Err(FrameError::TooMuchMemory);
        }
        Ok(())
    }

    /// Charges a copy of a part of the last frame.
    #[cfg_attr(not(feature = "server"), allow(clippy::unused_self, reason = "servers have a share"))]
    pub(super) fn charge(&mut self, bytes: usize) -> Result<(), FrameError> {
        #[cfg(feature = "server")]
        if let Some(share) = &mut self.share
            && !share.take(bytes)
        {
            return Err(FrameError::TooMuchMemory);
        }
        let _ = bytes;
        Ok(())
    }

    /// Whether no part of a frame is buffered.
    pub(crate) fn is_empty(&self) -> bool {
        self.buffer.is_empty()
    }

    /// Whether the bytes start with the lengths of a frame. `None` if that needs more bytes.
    #[cfg(feature = "client-core")]
    pub(crate) fn has_frame(&self) -> Option<bool> {
        let prelude = self.buffer.get(..PRELUDE)?;
        Some(crc32fast::hash(&prelude[..8]).to_be_bytes() == prelude[8..])
    }

    /// Ends decoding. Returns the bytes after the last frame.
    #[cfg(feature = "client-core")]
    pub(crate) fn into_rest(self) -> Bytes {
        self.buffer.freeze()
    }

    /// Returns the next frame, if it is complete.
    pub(crate) fn next(&mut self) -> Result<Option<Frame>, FrameError> {
        let Some(mut prelude) = self.buffer.get(..PRELUDE) else { return Ok(None) };
        let sum = crc32fast::hash(&prelude[..8]);
        let (total, headers) = (prelude.get_u32() as usize, prelude.get_u32() as usize);
        if prelude.get_u32() != sum {
            return Err(FrameError::PreludeChecksum);
        }
        let payload = total.checked_sub(OVERHEAD).and_then(|rest| rest.checked_sub(headers));
        self.limits.check(headers, payload.ok_or(FrameError::Lengths)?)?;
        if self.buffer.len() < total {
            return Ok(None);
        }
        // An empty buffer would keep the memory of the frame.
        let is_last = self.buffer.len() == total;
        let frame = if is_last { std::mem::take(&mut self.buffer) } else { self.buffer.split_to(total) };
        let mut frame = frame.freeze();
        let mut sum = frame.split_off(total - 4);
        if sum.get_u32() != crc32fast::hash(&frame) {
            return Err(FrameError::Checksum);
        }
        frame.advance(PRELUDE);
        let mut rest = frame.split_to(headers);
        let mut headers = Vec::new();
        let mut reading = Reading::checked(self.limits.memory, total);
        while !rest.is_empty() {
            let growth = push_cost(&headers);
            reading.budget.grow(growth).map_err(|_| FrameError::TooManyHeaders)?;
            self.charge(growth)?;
            headers.push(take_header(&mut rest)?);
        }
        Ok(Some(Frame { headers, payload: frame }))
    }
}

fn put_header(out: &mut Vec<u8>, name: &str, value: &Header) -> Result<(), FrameError> {
    let length = u8::try_from(name.len()).ok().filter(|length| *length > 0).ok_or(FrameError::HeaderName)?;
    out.put_u8(length);
    out.extend_from_slice(name.as_bytes());
    let mut put_bytes = |kind: u8, bytes: &[u8]| {
        let length = u16::try_from(bytes.len()).map_err(|_| FrameError::HeaderValue)?;
        out.put_u8(kind);
        out.put_u16(length);
        out.extend_from_slice(bytes);
        Ok(())
    };
    match value {
        Header::Bytes(bytes) => return put_bytes(6, bytes),
        Header::String(text) => return put_bytes(7, text.as_bytes()),
        Header::Bool(value) => out.put_u8(u8::from(!value)),
        Header::Byte(value) => {
            out.put_u8(2);
            out.put_i8(*value);
        }
        Header::Short(value) => {
            out.put_u8(3);
            out.put_i16(*value);
        }
        Header::Integer(value) => {
            out.put_u8(4);
            out.put_i32(*value);
        }
        Header::Long(value) => {
            out.put_u8(5);
            out.put_i64(*value);
        }
        Header::Timestamp(value) => {
            out.put_u8(8);
            out.put_i64(*value);
        }
        Header::Uuid(value) => {
            out.put_u8(9);
            out.extend_from_slice(value);
        }
    }
    Ok(())
}

fn take_header(rest: &mut Bytes) -> Result<(String, Header), FrameError> {
    let cut = FrameError::HeaderTruncated;
    let length = rest.try_get_u8().map_err(|_| cut)?;
    let name = take(rest, length.into())?;
    let name = std::str::from_utf8(&name).ok().filter(|name| !name.is_empty()).ok_or(FrameError::HeaderName)?;
    let value = match rest.try_get_u8().map_err(|_| cut)? {
        0 => Header::Bool(true),
        1 => Header::Bool(false),
        2 => Header::Byte(rest.try_get_i8().map_err(|_| cut)?),
        3 => Header::Short(rest.try_get_i16().map_err(|_| cut)?),
        4 => Header::Integer(rest.try_get_i32().map_err(|_| cut)?),
        5 => Header::Long(rest.try_get_i64().map_err(|_| cut)?),
        6 => {
            let length = rest.try_get_u16().map_err(|_| cut)?;
            Header::Bytes(take(rest, length.into())?)
        }
        7 => {
            let length = rest.try_get_u16().map_err(|_| cut)?;
            let text = take(rest, length.into())?;
            Header::String(std::str::from_utf8(&text).map_err(|_| FrameError::HeaderValue)?.to_owned())
        }
        8 => Header::Timestamp(rest.try_get_i64().map_err(|_| cut)?),
        9 => {
            let bytes = take(rest, 16)?;
            Header::Uuid(bytes.as_ref().try_into().map_err(|_| cut)?)
        }
        other => return Err(FrameError::HeaderType(other)),
    };
    Ok((name.to_owned(), value))
}

fn take(rest: &mut Bytes, length: usize) -> Result<Bytes, FrameError> {
    if rest.len() < length { Err(FrameError::HeaderTruncated) } else { Ok(rest.split_to(length)) }
}
