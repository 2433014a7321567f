//! Documents of `smithy.protocols#rpcv2Json`: JSON.

use super::Format;
use crate::codec::json::{self, Dialect, Settings};
use crate::codec::{Error, Strictness};
use crate::event_stream::{self, Documents};
use crate::memory::Reading;
#[cfg(feature = "server")]
use crate::protocol::server::{self, Rejection};
use crate::reflect::Reflect;
#[cfg(feature = "client-core")]
use crate::types::Document;

pub(in crate::protocol) struct Json;

const SETTINGS: Settings = Settings { dialect: Dialect::RpcV2, ..Settings::DOCUMENT };

impl Format for Json {
    const NAME: &'static str = "rpc-v2-json";
    const CONTENT_TYPE: &'static str = "application/json";
    const EVENTS: &'static dyn Documents = &event_stream::Json(SETTINGS);
    #[cfg(feature = "client-core")]
    const IS_TEXT: bool = true;

    fn write(out: &mut Vec<u8>, shape: &dyn Reflect) {
        json::write(out, SETTINGS, shape);
    }

    fn is_null(body: &[u8]) -> bool {
        json::is_null(body)
    }

    fn read(body: &[u8], strictness: Strictness, shape: &mut dyn Reflect, reading: &mut Reading) -> Result<(), Error> {
        let settings = Settings { strictness, ..SETTINGS };
        json::read(if body.is_empty() { b"{}" } else { body }, settings, shape, reading)
    }

    #[cfg(feature = "client-core")]
    fn read_document(body: &[u8]) -> Result<Document, Error> {
        json::read_document(body)
    }

    #[cfg(feature = "server")]
    fn error(id: &str, error: &dyn Reflect) -> Vec<u8> {
        server::with_type(id, &super::written::<Self>(error))
    }

    #[cfg(feature = "server")]
    fn rejection(rejection: &Rejection) -> Vec<u8> {
        server::with_type(&rejection.code, &server::rejection_body(rejection))
    }
}
