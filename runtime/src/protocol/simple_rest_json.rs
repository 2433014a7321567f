//! `alloy#simpleRestJson`: HTTP bindings, and JSON bodies, also of strings and blobs. Timestamps are strings, and
//! unions may have other formats than tags. The header `X-Error-Type`, or else the status, identifies errors.

#[cfg(all(feature = "client-core", feature = "rest"))]
use bytes::Bytes;
use http::HeaderName;
#[cfg(feature = "server")]
use http::{HeaderMap, HeaderValue};

#[cfg(all(feature = "client-core", feature = "rest"))]
use super::client::{ErrorHead, json_error_head, response};
#[cfg(all(feature = "client-core", feature = "rest"))]
use super::rest::ClientFormat;
#[cfg(feature = "server")]
use super::rest::ServerFormat;
use super::rest::{JsonFormat, PayloadForm};
#[cfg(feature = "server")]
use super::server::{self, Rejection, Reply};
use crate::codec::Strictness;
use crate::codec::json::{Dialect, Settings};
use crate::schema::{Bindings, TimestampFormat};

const X_ERROR_TYPE: HeaderName = HeaderName::from_static("x-error-type");

/// JSON documents in bodies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Json;

impl JsonFormat for Json {
    const DOCUMENTS: Settings = Settings {
        use_json_name: true,
        bindings: Bindings::Ignored,
        timestamp_format: TimestampFormat::DateTime,
        strictness: Strictness::Lenient,
        dialect: Dialect::Alloy,
    };
    const PAYLOADS: PayloadForm = PayloadForm::Document;
}

#[cfg(all(feature = "client-core", feature = "rest"))]
impl ClientFormat for Json {
    fn error_head(head: &response::Parts, body: &Bytes) -> ErrorHead {
        // The body may have a member that is called `code`.
        let found = json_error_head(body, super::header(&head.headers, &X_ERROR_TYPE).or(Some("")));
        ErrorHead { status: Some(head.status.as_u16()), ..found }
    }
}

#[cfg(feature = "server")]
impl ServerFormat for Json {
    const TAKES_SILENT_DOCUMENTS: bool = true;

    fn mark_error(code: &str, headers: &mut HeaderMap) {
        headers.extend(HeaderValue::from_str(code).map(|code| (X_ERROR_TYPE, code)));
    }

    fn write_rejection(_: Reply<'_>, rejection: &Rejection) -> Vec<u8> {
        server::rejection_body(rejection)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::Reading;
    use crate::protocol::rest::{Format, MessageKind};
    use crate::types::Unit;

    #[test]
    fn null_is_a_structure_without_members() {
        for kind in [MessageKind::Response, MessageKind::StrictRequest] {
            assert_eq!(Json::read(b" null\n", kind, &mut Unit, &mut Reading::default()), Ok(()));
        }
    }
}
