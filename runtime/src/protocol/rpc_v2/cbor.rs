//! Documents of `smithy.protocols#rpcv2Cbor`: CBOR.

use super::Format;
use crate::codec::{Error, Strictness, cbor};
use crate::event_stream::{self, Documents};
use crate::memory::Reading;
#[cfg(feature = "server")]
use crate::protocol::server::Rejection;
use crate::reflect::Reflect;
use crate::types::Document;

pub(in crate::protocol) struct Cbor;

/// The value null.
const NULL: [u8; 1] = [0xf6];

/// A map without entries.
const EMPTY_MAP: [u8; 1] = [0xa0];

impl Format for Cbor {
    const NAME: &'static str = "rpc-v2-cbor";
    const CONTENT_TYPE: &'static str = "application/cbor";
    const EVENTS: &'static dyn Documents = &event_stream::Cbor;
    #[cfg(feature = "client-core")]
    const IS_TEXT: bool = false;

    fn write(out: &mut Vec<u8>, shape: &dyn Reflect) {
        cbor::write(out, shape);
    }

    fn is_null(body: &[u8]) -> bool {
        body == NULL
    }

    fn read(body: &[u8], strictness: Strictness, shape: &mut dyn Reflect, reading: &mut Reading) -> Result<(), Error> {
        cbor::read(if body.is_empty() { &EMPTY_MAP } else { body }, strictness, shape, reading)
    }

    #[cfg(feature = "client-core")]
    fn read_document(body: &[u8]) -> Result<Document, Error> {
        cbor::read_document(body)
    }

    #[cfg(feature = "server")]
    fn error(id: &str, error: &dyn Reflect) -> Vec<u8> {
        let mut body = Vec::new();
        cbor::write_error(&mut body, id, error);
        body
    }

    #[cfg(feature = "server")]
    fn rejection(rejection: &Rejection) -> Vec<u8> {
        let text = |text: &str| Document::from(text);
        let members = [("__type", text(&rejection.code)), ("message", text(&rejection.message))];
        let members = members.map(|(name, value)| (name.to_owned(), value));
        let mut body = Vec::new();
        cbor::write_document(&mut body, &Document::Object(members.into()));
        body
    }
}
