//! HTTP bindings (spec: "HTTP bindings"): members in path, query, headers and status.

#[cfg(all(feature = "client-core", feature = "rest"))]
pub(crate) mod client;
mod error;
#[cfg(feature = "rest")]
mod read;
#[cfg(feature = "server")]
pub(crate) mod server;
#[cfg(feature = "rest")]
mod text;
#[cfg(feature = "rest")]
mod uri;
#[cfg(feature = "rest")]
mod write;

#[cfg(feature = "rest")]
use crate::reflect::Reflect;

pub(crate) use error::{InvalidBinding, InvalidMember};
#[cfg(feature = "server")]
pub(crate) use uri::{Segment, Template};

/// Returns a simple member as the text of a label. `None` if there is no such member, or if it has no value.
#[cfg(feature = "rest")]
pub(crate) fn label(input: &dyn Reflect, name: &str) -> Option<String> {
    let (index, member) = input.schema().members.iter().enumerate().find(|(_, member)| member.name == name)?;
    text::to_text(input.get(index), member, text::Place::Uri)
}

/// Headers of the connection and of the body's length, which HTTP itself sets (RFC 9110, sections 6.6, 7.2 and 7.6.1).
#[cfg(feature = "rest")]
const OWN_HEADERS: &[&str] = &[
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// Whether HTTP itself sets the header. Entries of a map neither become it nor are read from it, and servers do not add
/// it to responses.
#[cfg(feature = "rest")]
pub(crate) fn sets_itself(name: &str) -> bool {
    OWN_HEADERS.iter().any(|own| own.eq_ignore_ascii_case(name))
}
