//! Simple values as text, for labels, query parameters and headers.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::codec::{Strictness, text};
use crate::reflect::{Ref, Slot};
#[cfg(feature = "client-core")]
use crate::schema::Kind;
use crate::schema::{Member, TimestampFormat};
use crate::types::Timestamp;
#[cfg(feature = "client-core")]
use crate::types::{BigDecimal, BigInteger, Blob};

/// Part of a message with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A label or a query parameter.
    Uri,
    Header,
}

impl Place {
    /// Default format of timestamps.
    fn timestamp_format(self) -> TimestampFormat {
        match self {
            Self::Uri => TimestampFormat::DateTime,
            Self::Header => TimestampFormat::HttpDate,
        }
    }

    /// Strings with a media type are base64 only in headers (spec: `@httpHeader`).
    fn is_base64(self, member: &Member) -> bool {
        self == Self::Header && member.target.media_type.is_some()
    }

    fn timestamp_format_of(self, member: &Member) -> TimestampFormat {
        member.timestamp_format.or(member.target.timestamp_format).unwrap_or(self.timestamp_format())
    }
}

/// Text of a simple value. `None` for absent values and aggregates.
pub(super) fn to_text(value: Ref<'_>, member: &Member, place: Place) -> Option<String> {
    match value {
        Ref::Str(value) if place.is_base64(member) => Some(STANDARD.encode(value)),
        value => text::to_text(value, place.timestamp_format_of(member)).map(std::borrow::Cow::into_owned),
    }
}

/// How text is read.
#[derive(Clone, Copy)]
pub(super) struct TextFormat {
    pub(super) place: Place,
    /// Strict readers accept timestamps in UTC only, and reject floats that are too large for their type.
    pub(super) strictness: Strictness,
}

/// Fills a slot from text.
///
/// # Errors
/// The expected form of the text.
pub(super) fn from_text(slot: Slot<'_>, text: &str, member: &Member, format: TextFormat) -> Result<(), &'static str> {
    match slot {
        Slot::Str(place) if format.place.is_base64(member) => {
            let bytes = STANDARD.decode(text).map_err(|_| text::BASE64)?;
            *place = String::from_utf8(bytes).map_err(|_| "text in base64")?;
            Ok(())
        }
        Slot::Timestamp(place) if format.strictness.is_strict() => {
            let timestamp = format.place.timestamp_format_of(member);
            *place = Timestamp::parse_utc(text, timestamp).map_err(|_| text::time(timestamp))?;
            Ok(())
        }
        slot => text::from_text(slot, text, format.place.timestamp_format_of(member), format.strictness),
    }
}

/// Whether [`from_text`] can fill the slot of a member.
///
/// # Errors
/// The expected form of the text.
#[cfg(feature = "client-core")]
pub(super) fn check_text(text: &str, member: &Member, format: TextFormat) -> Result<(), &'static str> {
    let read = |slot: Slot<'_>| from_text(slot, text, member, format);
    match member.target.kind {
        Kind::Boolean => read(Slot::Bool(&mut false)),
        Kind::Byte => read(Slot::Byte(&mut 0)),
        Kind::Short => read(Slot::Short(&mut 0)),
        Kind::Integer | Kind::IntEnum => read(Slot::Int(&mut 0)),
        Kind::Long => read(Slot::Long(&mut 0)),
        Kind::Float => read(Slot::Float(&mut 0.0)),
        Kind::Double => read(Slot::Double(&mut 0.0)),
        Kind::BigInteger => read(Slot::BigInteger(&mut BigInteger::default())),
        Kind::BigDecimal => read(Slot::BigDecimal(&mut BigDecimal::default())),
        Kind::Timestamp => read(Slot::Timestamp(&mut Timestamp::default())),
        Kind::Blob => read(Slot::Blob(&mut Blob::default())),
        Kind::String if format.place.is_base64(member) => read(Slot::Str(&mut String::new())),
        _ => Ok(()),
    }
}
