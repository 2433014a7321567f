//! HTTP bindings (spec: "HTTP bindings"): members in path, query, headers and status.

#[cfg(all(feature = "client-core", feature = "rest"))]
pub(crate) mod client;
mod error;
#[cfg(any(feature = "rest", feature = "server"))]
mod read;
#[cfg(feature = "server")]
pub(crate) mod server;
#[cfg(any(feature = "rest", feature = "server"))]
mod text;
#[cfg(any(feature = "rest", feature = "server"))]
mod uri;
#[cfg(any(feature = "rest", feature = "server"))]
mod write;

#[cfg(any(feature = "rest", feature = "server"))]
use crate::reflect::Reflect;

pub(crate) use error::{InvalidBinding, InvalidMember};
#[cfg(feature = "server")]
pub(crate) use uri::{Segment, Template};

/// Returns a simple member as the text of a label. `None` if there is no such member, or if it has no value.
#[cfg(any(feature = "rest", feature = "server"))]
pub(crate) fn label(input: &dyn Reflect, name: &str) -> Option<String> {
    let (index, member) = input.schema().members.iter().enumerate().find(|(_, member)| member.name == name)?;
    text::to_text(input.get(index), member, text::Place::Uri)
}
