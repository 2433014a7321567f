//! `alloy#simpleRestJson`: HTTP bindings, and JSON bodies, also of strings and blobs. Timestamps are strings, and
//! unions may have other formats than tags. The header `X-Error-Type`, or else the status, identifies errors.

#[cfg(feature = "client-core")]
use bytes::Bytes;
use http::HeaderName;
#[cfg(feature = "server")]
use http::{HeaderMap, HeaderValue};

#[cfg(feature = "client-core")]
use super::client::{ErrorHead, Malformed, json_error_head, response};
#[cfg(feature = "client-core")]
use super::rest::ClientFormat;
#[cfg(feature = "server")]
use super::rest::ServerFormat;
use super::rest::{Format, MessageKind, PayloadForm};
use super::rest_json;
#[cfg(feature = "server")]
use super::server::{self, Rejection, Reply};
use crate::codec::json::{self, Dialect, Settings};
use crate::codec::xml::Unwritable;
use crate::codec::{self, Strictness};
use crate::event_stream::{self, Documents};
use crate::memory::Reading;
use crate::reflect::{Ref, Reflect, Slot};
use crate::schema::{Bindings, Member, ServiceSchema, TimestampFormat};

const X_ERROR_TYPE: HeaderName = HeaderName::from_static("x-error-type");

/// JSON documents in bodies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Json;

const DOCUMENTS: Settings = Settings {
    use_json_name: true,
    bindings: Bindings::Ignored,
    timestamp_format: TimestampFormat::DateTime,
    strictness: Strictness::Lenient,
    dialect: Dialect::Alloy,
};

fn settings(kind: MessageKind) -> Settings {
    Settings { bindings: kind.bindings(), strictness: kind.strictness(), ..DOCUMENTS }
}

impl Format for Json {
    const MEDIA_TYPE: &'static str = "application/json";
    const UNSET: &'static [u8] = b"{}";
    const WRITES_EMPTY: bool = true;
    const PAYLOADS: PayloadForm = PayloadForm::Document;
    const EVENTS: &'static dyn Documents = &event_stream::Json(DOCUMENTS);

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
        rest_json::read(body, settings(kind), shape, reading)
    }

    fn read_payload(
        body: &[u8],
        kind: MessageKind,
        member: &'static Member,
        slot: Slot<'_>,
        reading: &mut Reading,
    ) -> Result<(), codec::Error> {
        rest_json::read_payload(body, settings(kind), member, slot, reading)
    }
}

#[cfg(feature = "client-core")]
impl ClientFormat for Json {
    fn error_head(head: &response::Parts, body: &Bytes) -> ErrorHead {
        // The body may have a member that is called `code`.
        let found = json_error_head(body, super::header(&head.headers, &X_ERROR_TYPE).or(Some("")));
        ErrorHead { status: Some(head.status.as_u16()), ..found }
    }

    fn read_error(body: &Bytes, error: &mut dyn Reflect, reading: &mut Reading) -> Result<(), Malformed> {
        Ok(Self::read(body, MessageKind::Response, error, reading)?)
    }
}

#[cfg(feature = "server")]
impl ServerFormat for Json {
    const TAKES_SILENT_DOCUMENTS: bool = true;

    fn mark_error(code: &str, headers: &mut HeaderMap) {
        headers.extend(HeaderValue::from_str(code).map(|code| (X_ERROR_TYPE, code)));
    }

    fn write_error(_: Reply<'_>, error: &dyn Reflect) -> Result<Vec<u8>, Unwritable> {
        let mut body = Vec::new();
        json::write(&mut body, settings(MessageKind::Response), error);
        Ok(body)
    }

    fn write_rejection(_: Reply<'_>, rejection: &Rejection) -> Vec<u8> {
        server::rejection_body(rejection)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Unit;

    #[test]
    fn null_is_a_structure_without_members() {
        for kind in [MessageKind::Response, MessageKind::StrictRequest] {
            assert_eq!(Json::read(b" null\n", kind, &mut Unit, &mut Reading::default()), Ok(()));
        }
    }
}
