//! `aws.protocols#restJson1`: HTTP bindings, and JSON bodies.

#[cfg(all(feature = "client-core", feature = "rest"))]
use bytes::Bytes;
#[cfg(feature = "server")]
use http::{HeaderMap, HeaderValue};

#[cfg(all(feature = "client-core", feature = "rest"))]
use super::client::{ErrorHead, error_type, json_error_head, response};
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

/// JSON documents in bodies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Json;

impl JsonFormat for Json {
    const DOCUMENTS: Settings = Settings {
        use_json_name: true,
        bindings: Bindings::Ignored,
        timestamp_format: TimestampFormat::EpochSeconds,
        strictness: Strictness::Lenient,
        dialect: Dialect::Aws,
    };
    const PAYLOADS: PayloadForm = PayloadForm::Raw;
}

#[cfg(all(feature = "client-core", feature = "rest"))]
impl ClientFormat for Json {
    fn error_head(head: &response::Parts, body: &Bytes) -> ErrorHead {
        json_error_head(body, error_type(head))
    }
}

#[cfg(feature = "server")]
impl ServerFormat for Json {
    /// Protocol tests require the media type (`RestJsonWithBodyExpectsApplicationJsonContentTypeNoHeaders`).
    const TAKES_SILENT_DOCUMENTS: bool = false;

    fn mark_error(code: &str, headers: &mut HeaderMap) {
        headers.extend(HeaderValue::from_str(code).map(|code| (super::X_AMZN_ERRORTYPE, code)));
    }

    fn write_rejection(_: Reply<'_>, rejection: &Rejection) -> Vec<u8> {
        server::rejection_body(rejection)
    }
}
