//! Simple values as text, for labels, query parameters and headers.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::codec::text;
use crate::reflect::{Ref, Slot};
use crate::schema::{Member, TimestampFormat};
use crate::types::Timestamp;

/// The text of a simple value; none for absent values and aggregates.
pub(super) fn to_text(value: Ref<'_>, member: &Member, format: TimestampFormat) -> Option<String> {
    match value {
        // Strings that are documents of another media type travel in base64 (spec: `@mediaType`).
        Ref::Str(value) if member.target.media_type.is_some() => Some(STANDARD.encode(value)),
        value => text::to_text(value, format_of(member, format)).map(std::borrow::Cow::into_owned),
    }
}

/// How text is read.
#[derive(Clone, Copy)]
pub(super) struct Way {
    /// How timestamps are written where the model does not say.
    pub(super) timestamp_format: TimestampFormat,
    /// Servers take times in UTC only.
    pub(super) strict: bool,
}

/// Fills a slot from text.
///
/// # Errors
/// What the text should have been.
pub(super) fn from_text(slot: Slot<'_>, text: &str, member: &Member, way: Way) -> Result<(), &'static str> {
    match slot {
        Slot::Str(place) if member.target.media_type.is_some() => {
            let bytes = STANDARD.decode(text).map_err(|_| text::BASE64)?;
            *place = String::from_utf8(bytes).map_err(|_| "text in base64")?;
            Ok(())
        }
        Slot::Timestamp(place) if way.strict => {
            let format = format_of(member, way.timestamp_format);
            *place = Timestamp::parse_utc(text, format).map_err(|_| text::time(format))?;
            Ok(())
        }
        slot => text::from_text(slot, text, format_of(member, way.timestamp_format)),
    }
}

fn format_of(member: &Member, format: TimestampFormat) -> TimestampFormat {
    member.timestamp_format.or(member.target.timestamp_format).unwrap_or(format)
}
