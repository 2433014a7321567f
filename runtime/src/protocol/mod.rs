//! Protocols: requests and responses to values and back.
//!
//! A protocol is one file here and one row of `protocols!`. Its client half implements [`ClientProtocol`], its server
//! half [`ServerProtocol`]; each is compiled with the feature of its side only.

mod aws_json;
#[cfg(feature = "xml")]
mod aws_query;
#[cfg(feature = "client-core")]
mod client;
#[cfg(feature = "xml")]
mod ec2_query;
#[cfg(feature = "xml")]
pub(crate) mod form;
#[cfg(feature = "rest")]
mod rest;
#[cfg(feature = "rest")]
mod rest_json;
#[cfg(all(feature = "rest", feature = "xml"))]
mod rest_xml;
#[cfg(feature = "server")]
pub(crate) mod route;
mod rpc_v2;
#[cfg(feature = "server")]
mod server;
#[cfg(feature = "rest")]
mod simple_rest_json;

use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName};

#[cfg(feature = "client-core")]
pub(crate) use client::{ClientProtocol, InvalidRequest, Malformed, Payloads};
#[cfg(feature = "server")]
pub(crate) use rpc_v2::SMITHY_PROTOCOL;
#[cfg(feature = "server")]
pub(crate) use server::{ErrorFamily, InputSource, Origin, Rejection, Reply, ServerProtocol, has_no_content};

use crate::event_stream::EventFormat;
#[cfg(feature = "server")]
use crate::schema::Addressing;
use crate::schema::ProtocolId;

/// Properties of a protocol on both sides.
pub(crate) trait Protocol: Send + Sync {
    /// The format of event streams. `None` if the protocol has none.
    fn events(&self) -> Option<EventFormat> {
        None
    }
}

/// Maps each protocol ID to its implementation. Servers have all.
macro_rules! protocols {
    ($($(#[$feature:meta])? $id:ident => $protocol:expr,)*) => {
        /// Client half of a protocol. `None` without its feature, in which case clients with the protocol do not
        /// compile.
        #[cfg(feature = "client-core")]
        pub(crate) fn client(id: ProtocolId) -> Option<&'static dyn ClientProtocol> {
            match id {
                $($(#[$feature])? ProtocolId::$id => Some(&$protocol),)*
                #[allow(unreachable_patterns, reason = "some features are off")]
                _ => None,
            }
        }

        /// Server half of a protocol.
        #[cfg(feature = "server")]
        pub(crate) fn server(id: ProtocolId) -> &'static dyn ServerProtocol {
            match id {
                $(ProtocolId::$id => &$protocol,)*
            }
        }
    };
}

protocols! {
    AwsJson1_0 => aws_json::AwsJson::V1_0,
    AwsJson1_1 => aws_json::AwsJson::V1_1,
    #[cfg(feature = "xml")]
    AwsQuery => form::Query(aws_query::Envelope),
    #[cfg(feature = "xml")]
    Ec2Query => form::Query(ec2_query::Envelope),
    #[cfg(feature = "rest")]
    RestJson1 => rest::Rest(rest_json::Json),
    #[cfg(all(feature = "rest", feature = "xml"))]
    RestXml => rest::Rest(rest_xml::Xml),
    #[cfg(feature = "cbor")]
    RpcV2Cbor => rpc_v2::RpcV2(rpc_v2::cbor::Cbor),
    RpcV2Json => rpc_v2::RpcV2(rpc_v2::json::Json),
    #[cfg(feature = "rest")]
    SimpleRestJson => rest::Rest(simple_rest_json::Json),
}

/// A protocol that a server speaks.
#[cfg(feature = "server")]
#[derive(Clone, Copy)]
pub(crate) struct AcceptedProtocol {
    pub(crate) id: ProtocolId,
    half: &'static dyn ServerProtocol,
}

#[cfg(feature = "server")]
impl AcceptedProtocol {
    pub(crate) fn new(id: ProtocolId) -> Self {
        Self { id, half: server(id) }
    }
}

#[cfg(feature = "server")]
impl std::ops::Deref for AcceptedProtocol {
    type Target = dyn ServerProtocol;

    fn deref(&self) -> &Self::Target {
        self.half
    }
}

const X_AMZN_QUERY_ERROR: HeaderName = HeaderName::from_static("x-amzn-query-error");
pub(crate) const X_AMZ_TARGET: HeaderName = HeaderName::from_static("x-amz-target");
#[cfg(feature = "server")]
const X_AMZN_TARGET: HeaderName = HeaderName::from_static("x-amzn-target");
const X_AMZN_ERRORTYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");

/// Whether a request is marked as one of a protocol that needs the mark.
#[cfg(feature = "server")]
pub(crate) fn is_marked(head: &http::request::Parts) -> bool {
    [X_AMZ_TARGET, rpc_v2::SMITHY_PROTOCOL].iter().any(|name| head.headers.contains_key(name))
        || form::server::claims(head)
}

/// The protocol of a request by its marks, for errors of requests without a service. restJson1 if it has none.
#[cfg(feature = "server")]
pub(crate) fn marked(head: &http::request::Parts) -> ProtocolId {
    let marked = |mark| ProtocolId::ALL.iter().copied().filter(move |id| id.addressing() == mark);
    let mut known = Addressing::MARKS.into_iter().flat_map(marked);
    known.find(|id| server(*id).claims(head)).unwrap_or(ProtocolId::RestJson1)
}

/// The declared charset of a body, if it is not UTF-8, which is the default.
pub(crate) fn other_charset(headers: &HeaderMap) -> Option<&str> {
    let parameters = headers.get(CONTENT_TYPE)?.to_str().ok()?.split(';').skip(1);
    let mut charsets = parameters.filter_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches('"'))
    });
    charsets.find(|charset| !["utf-8", "utf8"].iter().any(|known| charset.eq_ignore_ascii_case(known)))
}

pub(crate) fn header<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}
