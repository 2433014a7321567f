//! `aws.protocols#restJson1`: HTTP bindings, and JSON bodies.

#[cfg(feature = "client-core")]
use bytes::Bytes;
#[cfg(feature = "server")]
use http::{HeaderMap, HeaderValue};

#[cfg(feature = "client-core")]
use super::client::{ErrorHead, Malformed, error_type, json_error_head, response};
#[cfg(feature = "client-core")]
use super::rest::ClientFormat;
#[cfg(feature = "server")]
use super::rest::ServerFormat;
use super::rest::{Format, MessageKind};
#[cfg(feature = "server")]
use super::server::{self, Rejection, Reply};
use crate::codec::json::{self, Dialect, Settings};
use crate::codec::xml::Unwritable;
use crate::codec::{self, Strictness};
use crate::event_stream::{self, Documents};
use crate::memory::Reading;
use crate::reflect::{Ref, Reflect, Slot};
use crate::schema::{Bindings, Member, ServiceSchema, TimestampFormat};

/// JSON documents in bodies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Json;

const EVENTS: Settings = Settings {
    use_json_name: true,
    bindings: Bindings::Ignored,
    timestamp_format: TimestampFormat::EpochSeconds,
    strictness: Strictness::Lenient,
    dialect: Dialect::Aws,
};

fn settings(kind: MessageKind) -> Settings {
    Settings { bindings: kind.bindings(), strictness: kind.strictness(), ..EVENTS }
}

/// Fills the body members. An empty body is an empty object.
pub(super) fn read(
    body: &[u8],
    settings: Settings,
    shape: &mut dyn Reflect,
    reading: &mut Reading,
) -> Result<(), codec::Error> {
    // Some peers send null where there is no input or output.
    if json::is_null(body) && !shape.schema().members.iter().any(|member| member.in_body(settings.bindings)) {
        return Ok(());
    }
    json::read(if body.is_empty() { b"{}" } else { body }, settings, shape, reading)
}

/// Fills a payload that is not raw.
pub(super) fn read_payload(
    body: &[u8],
    settings: Settings,
    member: &'static Member,
    slot: Slot<'_>,
    reading: &mut Reading,
) -> Result<(), codec::Error> {
    if let Slot::Document(place) = slot {
        *place = json::read_document_within(body, reading).map_err(|error| error.below(member.name))?;
        return Ok(());
    }
    json::read_value(body, settings, member, slot, reading)
}

impl Format for Json {
    const MEDIA_TYPE: &'static str = "application/json";
    const UNSET: &'static [u8] = b"{}";
    const WRITES_EMPTY: bool = true;
    const EVENTS: &'static dyn Documents = &event_stream::Json(EVENTS);

    fn is_null(body: &[u8]) -> bool {
        json::is_null(body)
    }

    fn write(
        out: &mut Vec<u8>,
        _: &'static ServiceSchema,
        kind: MessageKind,
        shape: &dyn Reflect,
    ) -> Result<(), Unwritable> {
        json::write(out, settings(kind), shape);
        Ok(())
    }

    fn write_payload(
        out: &mut Vec<u8>,
        _: &'static ServiceSchema,
        member: &'static Member,
        value: Ref<'_>,
    ) -> Result<(), Unwritable> {
        json::write_value(out, settings(MessageKind::Response), member, value);
        Ok(())
    }

    fn read(
        body: &[u8],
        kind: MessageKind,
        shape: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), codec::Error> {
        read(body, settings(kind), shape, reading)
    }

    fn read_payload(
        body: &[u8],
        kind: MessageKind,
        member: &'static Member,
        slot: Slot<'_>,
        reading: &mut Reading,
    ) -> Result<(), codec::Error> {
        read_payload(body, settings(kind), member, slot, reading)
    }
}

#[cfg(feature = "client-core")]
impl ClientFormat for Json {
    fn error_head(head: &response::Parts, body: &Bytes) -> ErrorHead {
        json_error_head(body, error_type(head))
    }

    fn read_error(body: &Bytes, error: &mut dyn Reflect, reading: &mut Reading) -> Result<(), Malformed> {
        Ok(Self::read(body, MessageKind::Response, error, reading)?)
    }
}

#[cfg(feature = "server")]
impl ServerFormat for Json {
    /// Protocol tests require the media type (`RestJsonWithBodyExpectsApplicationJsonContentTypeNoHeaders`).
    const TAKES_SILENT_DOCUMENTS: bool = false;

    fn mark_error(code: &str, headers: &mut HeaderMap) {
        headers.extend(HeaderValue::from_str(code).map(|code| (super::X_AMZN_ERRORTYPE, code)));
    }

    fn write_error(_: Reply<'_>, error: &dyn Reflect) -> Result<Vec<u8>, Unwritable> {
        let mut body = Vec::new();
        json::write(&mut body, Settings { bindings: Bindings::Response, ..settings(MessageKind::Response) }, error);
        Ok(body)
    }

    fn write_rejection(_: Reply<'_>, rejection: &Rejection) -> Vec<u8> {
        server::rejection_body(rejection)
    }
}
