//! Simple values as text, for labels, query parameters and headers.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::codec::text;
use crate::reflect::{Ref, Slot};
use crate::schema::{Member, TimestampFormat};
use crate::types::Timestamp;

/// Where the text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In a label or a parameter.
    Uri,
    Header,
}

impl Place {
    /// How timestamps are written where the model does not say.
    fn timestamp_format(self) -> TimestampFormat {
        match self {
            Self::Uri => TimestampFormat::DateTime,
            Self::Header => TimestampFormat::HttpDate,
        }
    }

    /// Strings that are documents of another media type are in base64 in headers, and nowhere else (spec: `@httpHeader`).
    fn is_base64(self, member: &Member) -> bool {
        self == Self::Header && member.target.media_type.is_some()
    }

    fn format_of(self, member: &Member) -> TimestampFormat {
        member.timestamp_format.or(member.target.timestamp_format).unwrap_or(self.timestamp_format())
    }
}

/// The text of a simple value; none for absent values and aggregates.
pub(super) fn to_text(value: Ref<'_>, member: &Member, place: Place) -> Option<String> {
    match value {
        Ref::Str(value) if place.is_base64(member) => Some(STANDARD.encode(value)),
        value => text::to_text(value, place.format_of(member)).map(std::borrow::Cow::into_owned),
    }
}

/// How text is read.
#[derive(Clone, Copy)]
pub(super) struct Way {
    pub(super) place: Place,
    /// Servers take times in UTC only, and no number that is too large.
    pub(super) strict: bool,
}

/// Fills a slot from text.
///
/// # Errors
/// What the text should have been.
pub(super) fn from_text(slot: Slot<'_>, text: &str, member: &Member, way: Way) -> Result<(), &'static str> {
    match slot {
        Slot::Str(place) if way.place.is_base64(member) => {
            let bytes = STANDARD.decode(text).map_err(|_| text::BASE64)?;
            *place = String::from_utf8(bytes).map_err(|_| "text in base64")?;
            Ok(())
        }
        Slot::Timestamp(place) if way.strict => {
            let format = way.place.format_of(member);
            *place = Timestamp::parse_utc(text, format).map_err(|_| text::time(format))?;
            Ok(())
        }
        slot => text::from_text(slot, text, way.place.format_of(member), way.strict),
    }
}
