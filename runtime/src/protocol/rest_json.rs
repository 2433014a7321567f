//! `aws.protocols#restJson1`: HTTP bindings, and JSON for the rest.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, response};

use super::rest::{Format, Way};
use super::{ErrorHead, Malformed, Rejection, Reply, json_error_head};
use crate::codec;
use crate::codec::json::{self, Dialect, Settings};
use crate::codec::xml::Unwritable;
use crate::constraint::Violations;
use crate::event_stream::{self, Documents};
use crate::reflect::{Ref, Reflect, Slot};
use crate::schema::{Bindings, Member, ServiceSchema, TimestampFormat};

/// JSON in bodies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Json;

const EVENTS: Settings = Settings {
    use_json_name: true,
    bindings: Bindings::Ignored,
    timestamp_format: TimestampFormat::EpochSeconds,
    strict: false,
    dialect: Dialect::Aws,
};

fn settings(way: Way) -> Settings {
    Settings { bindings: way.bindings(), strict: way.is_strict(), ..EVENTS }
}

impl Format for Json {
    const MEDIA_TYPE: &'static str = "application/json";
    const UNSET: &'static [u8] = b"{}";
    const WRITES_EMPTY: bool = true;
    const EVENTS: &'static dyn Documents = &event_stream::Json(EVENTS);

    fn write(out: &mut Vec<u8>, _: &'static ServiceSchema, way: Way, shape: &dyn Reflect) -> Result<(), Unwritable> {
        json::write(out, settings(way), shape);
        Ok(())
    }

    fn write_payload(
        out: &mut Vec<u8>,
        _: &'static ServiceSchema,
        member: &'static Member,
        value: Ref<'_>,
    ) -> Result<(), Unwritable> {
        json::write_value(out, settings(Way::Response), member, value);
        Ok(())
    }

    fn read(body: &[u8], way: Way, shape: &mut dyn Reflect, missing: &mut Violations) -> Result<(), codec::Error> {
        json::read(if body.is_empty() { b"{}" } else { body }, settings(way), shape, missing)
    }

    fn read_payload(
        body: &[u8],
        way: Way,
        member: &'static Member,
        slot: Slot<'_>,
        missing: &mut Violations,
    ) -> Result<(), codec::Error> {
        if let Slot::Document(place) = slot {
            *place = json::read_document(body).map_err(|error| error.below(member.name))?;
            return Ok(());
        }
        json::read_value(body, settings(way), member, slot, missing)
    }

    fn error_head(head: &response::Parts, body: &Bytes) -> ErrorHead {
        json_error_head(body, super::header(&head.headers, &super::X_AMZN_ERRORTYPE))
    }

    fn read_error(body: &Bytes, error: &mut dyn Reflect) -> Result<(), Malformed> {
        Ok(Self::read(body, Way::Response, error, &mut Violations::default())?)
    }

    fn mark_error(code: &str, headers: &mut HeaderMap) {
        headers.extend(HeaderValue::from_str(code).map(|code| (super::X_AMZN_ERRORTYPE, code)));
    }

    fn write_error(_: Reply<'_>, error: &dyn Reflect) -> Result<Vec<u8>, Unwritable> {
        let mut body = Vec::new();
        json::write(&mut body, Settings { bindings: Bindings::Response, ..settings(Way::Response) }, error);
        Ok(body)
    }

    fn write_rejection(_: Reply<'_>, rejection: &Rejection) -> Vec<u8> {
        super::rejection_body(rejection, false)
    }
}
