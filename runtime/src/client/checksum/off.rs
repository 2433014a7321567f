//! Checksums without the feature `checksums`: none, because clients that need them do not compile.

use bytes::Bytes;
use http::HeaderMap;

use super::config::Config;
use super::customizations::Customization;
use super::request_error::RequestError;
use crate::builder::MemberSet;
use crate::reflect::Reflect;
use crate::schema::OperationSchema;
use crate::types::ByteStream;

/// Checksum that a request needs: none.
#[derive(Clone, Copy)]
pub(super) enum Checksum {}

impl Checksum {
    pub(super) fn of(
        _: &Config,
        _: &'static OperationSchema,
        _: &dyn Reflect,
        _: &HeaderMap,
    ) -> Result<Option<Self>, RequestError> {
        Ok(None)
    }

    pub(super) fn add(self, _: &mut HeaderMap, _: &[u8]) {
        match self {}
    }

    pub(super) async fn attach(self, _: &mut HeaderMap, _: ByteStream) -> Result<ByteStream, RequestError> {
        match self {}
    }
}

/// Checksums of a request: none.
pub(super) struct Present;

impl Present {
    pub(super) fn of(_: &HeaderMap) -> Self {
        Self
    }

    #[expect(clippy::unused_self, reason = "the same interface as that of checksums")]
    pub(super) fn replaced(self, _: &mut HeaderMap) -> bool {
        false
    }
}

pub(super) fn remove(_: &mut HeaderMap) {}

pub(super) fn ask(_: &Config, _: &'static OperationSchema, _: &mut dyn Reflect, _: &mut MemberSet) {}

/// Checksum that a response must have: none.
pub(super) enum Expected {}

impl Expected {
    pub(super) fn of(_: &Customization, _: &'static OperationSchema, _: &HeaderMap) -> Option<Self> {
        None
    }

    pub(super) fn header(&self) -> &'static str {
        match *self {}
    }

    pub(super) fn fits(&self, _: &Bytes) -> bool {
        match *self {}
    }

    pub(super) fn guard(self, _: ByteStream) -> ByteStream {
        match self {}
    }
}
