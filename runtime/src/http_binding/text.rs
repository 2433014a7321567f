//! Simple values as text, for labels, query parameters and headers.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::codec::{Strictness, text};
use crate::reflect::{Ref, Slot};
#[cfg(any(feature = "client-core", feature = "server"))]
use crate::schema::Kind;
use crate::schema::{Member, TimestampFormat};

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
        self == Self::Header && member.target.texts.media_type().is_some()
    }

    fn timestamp_format_of(self, member: &Member) -> TimestampFormat {
        member.traits.timestamp_format.or(member.target.timestamp_format).unwrap_or(self.timestamp_format())
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
        slot => text::from_text(slot, text, format.place.timestamp_format_of(member), format.strictness),
    }
}

/// Whether [`from_text`] can fill the slot of a member.
///
/// # Errors
/// The expected form of the text.
#[cfg(all(feature = "client-core", feature = "rest"))]
pub(super) fn check_text(text: &str, member: &Member, format: TextFormat) -> Result<(), &'static str> {
    with_value(text, member, format, |_| ())
}

/// Returns the text that [`to_text`] writes for the value that [`from_text`] reads.
///
/// # Errors
/// The expected form of the text.
#[cfg(feature = "server")]
pub(super) fn normalize(text: &str, member: &Member, format: TextFormat) -> Result<Option<String>, &'static str> {
    with_value(text, member, format, |value| to_text(value, member, format.place))
}

/// Reads the value of a member without its shape.
#[cfg(any(feature = "client-core", feature = "server"))]
fn with_value<R>(
    text: &str,
    member: &Member,
    format: TextFormat,
    then: impl FnOnce(Ref<'_>) -> R,
) -> Result<R, &'static str> {
    macro_rules! read {
        ($slot:ident, $place:ident => $value:expr) => {{
            let mut $place = Default::default();
            from_text(Slot::$slot(&mut $place), text, member, format)?;
            $value
        }};
    }
    Ok(match member.target.kind {
        Kind::Boolean => read!(Bool, place => then(Ref::Bool(place))),
        Kind::Byte => read!(Byte, place => then(Ref::Byte(place))),
        Kind::Short => read!(Short, place => then(Ref::Short(place))),
        Kind::Integer | Kind::IntEnum => read!(Int, place => then(Ref::Int(place))),
        Kind::Long => read!(Long, place => then(Ref::Long(place))),
        Kind::Float => read!(Float, place => then(Ref::Float(place))),
        Kind::Double => read!(Double, place => then(Ref::Double(place))),
        Kind::BigInteger => read!(BigInteger, place => then(Ref::BigInteger(&place))),
        Kind::BigDecimal => read!(BigDecimal, place => then(Ref::BigDecimal(&place))),
        Kind::Timestamp => read!(Timestamp, place => then(Ref::Timestamp(place))),
        Kind::Blob => read!(Blob, place => then(Ref::Blob(&place))),
        Kind::String if format.place.is_base64(member) => read!(Str, place => then(Ref::Str(&place))),
        _ => then(Ref::Str(text)),
    })
}
