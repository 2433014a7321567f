//! HTTP bindings (spec: "HTTP bindings"): members in path, query, headers and status.

#[cfg(feature = "client-core")]
pub(crate) mod client;
mod error;
mod read;
#[cfg(feature = "server")]
pub(crate) mod server;
mod text;
mod uri;
mod write;

use crate::reflect::Reflect;

pub(crate) use error::{InvalidBinding, InvalidMember};
#[cfg(feature = "server")]
pub(crate) use uri::{Segment, Template};

/// Returns a simple member as the text of a label. `None` if there is no such member, or if it has no value.
pub(crate) fn label(input: &dyn Reflect, name: &str) -> Option<String> {
    let (index, member) = input.schema().members.iter().enumerate().find(|(_, member)| member.name == name)?;
    text::to_text(input.get(index), member, text::Place::Uri)
}
